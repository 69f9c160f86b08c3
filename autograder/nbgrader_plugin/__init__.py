"""The course inside nbgrader: its folder, its pages and gradebook, through the same results.

The only room that knows nbgrader. Imports every room but `cli`.
"""
