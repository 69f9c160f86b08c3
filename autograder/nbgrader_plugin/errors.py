"""What goes wrong between nbgrader and the kit."""

from __future__ import annotations

from autograder.values.errors import KitError


class PluginError(KitError):
    """nbgrader can't go on with this; one line: assignment, student, cell, and what to do."""
