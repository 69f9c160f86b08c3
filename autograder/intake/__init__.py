"""What was submitted: found in its folder, read as cells of code, politely refused if need be.

Imports `course` and `values`.
"""
