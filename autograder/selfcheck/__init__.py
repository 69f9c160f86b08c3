"""The student's side: what a notebook's cells call, pytest in its folder, handing in, pictures.

Travels to students. Imports `checks` and `values` alone.
"""

from autograder.selfcheck.cell_calls import check, hand_in, ready, say

__all__ = ["check", "hand_in", "ready", "say"]
