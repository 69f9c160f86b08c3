"""The checks on trial: wrong answers that must lose points, right ones that must not.

`python -m autograder.mutation` tries every assignment and writes docs/proof.md.
"""
