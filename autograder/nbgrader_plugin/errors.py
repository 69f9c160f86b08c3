"""What goes wrong between nbgrader and us.

In a module of its own: nbgrader's kernels import it, and nbformat beside it would cost them 2 s.
"""

from __future__ import annotations


class PluginError(Exception):
    """nbgrader can't go on with this; one line: assignment, student, cell, and what to do."""
