"""The student's side: `check`, `ready` and `say` in a notebook, pytest in its folder, pictures.

Travels to students. Imports `checks` and `values` alone.
"""

from autograder.selfcheck.cell_calls import check, ready, say

__all__ = ["check", "ready", "say"]
