"""The checks on trial: wrong answers that must lose points, right ones that must not.

Imports every room below it.
"""
