"""What was set right in a submission before nbgrader saw it, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from autograder.checks.support.words import mark as _
from autograder.checks.support.words import translate

Note = Mapping[str, str]  # code, cell, and what else the words name
_MOST_NAMED = 4  # cells on one line

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


def summary(notes: Sequence[Note]) -> str:
    """All of a submission's notes on one line, for the instructor."""
    if len(notes) == 1:
        return words(notes[0], "en")
    foreign = dict.fromkeys(note["cell"] for note in notes if note["code"] == "foreign")
    altered = dict.fromkeys(note["cell"] for note in notes if note["code"] != "foreign")
    parts = [_counted(altered, "set right"), _counted(foreign, "not of this assignment")]
    return "; ".join(part for part in parts if part) + "."


def _counted(names: Mapping[str, None], what: str) -> str:
    if not names:
        return ""
    shown = f" ({', '.join(names)})" if len(names) <= _MOST_NAMED else ""
    return f"{len(names)} cell{'s' if len(names) > 1 else ''} {what}{shown}"
