"""The catalogue of misconceptions, and the matcher that recognises them in a failed check.

Nothing here leaves the instructor's side: no bundle and no student's process holds a word of it.
"""
