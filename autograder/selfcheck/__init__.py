"""Self-check in the student's own Jupyter: `check`, `ready`, `say`, and the pictures' style."""

from .notebook import check, ready, say

__all__ = ["check", "ready", "say"]
