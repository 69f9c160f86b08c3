"""Bundles for students, made of assignments/ and of the part of the kit that travels.

Reads nothing of solutions/. Imports `course`, `checks`, `values`.
"""
