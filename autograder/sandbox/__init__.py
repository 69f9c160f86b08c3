"""The only room where a student's code runs: warm process, locks, wire, child.

Imports `values` alone; what it may use, its callers say.
"""
