"""Results in words and tables: feedback and the class's scores, made from results alone.

Imports `grading` for what a result is, `hints` for their words, and the rooms below.
"""
