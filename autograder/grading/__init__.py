"""One submission to one result: order, error carried forward, points, key; many at once.

Imports the rooms below it: `hints`, `sandbox`, `intake`, `course`, `checks`, `values`.
"""
