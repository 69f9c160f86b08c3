"""What was set right in a submission before nbgrader saw it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autograder.checks.support.words import mark as _
from autograder.checks.support.words import translate

Note = Mapping[str, str]  # code, cell, and what else the words name

NOTES: Final[dict[str, str]] = {
    "gone": _("The cell `{cell}` had been deleted; it was put back."),
    "twice": _("The cell `{cell}` stood in the notebook more than once; one of them counts."),
    "renamed": _("The cell `{cell}` had lost its name; it was given back."),
    "changed": _("The settings of the cell `{cell}` had been changed; they were set right."),
    "foreign": _("The cell `{cell}` does not belong to this assignment; it is not graded."),
}
NOT_HANDED_IN = _("There is no notebook of this assignment; the one in its place is of another.")


def words(note: Note, language: str) -> str:
    """The note as a sentence. Raises KeyError for a code without words."""
    return translate(NOTES[note["code"]], language).format(**note)
