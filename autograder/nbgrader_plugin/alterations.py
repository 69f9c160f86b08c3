"""What was set right in a submission before nbgrader saw it, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from autograder.values.messages import mark as _
from autograder.values.words import Words

# Its code, and the cell if it is about one; as it stands in a notebook's metadata
Alteration = Mapping[str, str]
_MOST_NAMED: Final = 4  # cells on one line

_SENTENCES: Final[dict[str, str]] = {
    "gone": _("The cell `{cell}` had been deleted; it was put back."),
    "twice": _("The cell `{cell}` stood in the notebook more than once; one of them counts."),
    "renamed": _("The cell `{cell}` had lost its name; it was given back."),
    "changed": _("The settings of the cell `{cell}` had been changed; they were set right."),
    "foreign": _("The cell `{cell}` does not belong to this assignment; it is not graded."),
    "texts": _("The notebook holds more text than is shown here; the rest was left out."),
    "outputs": _("The notebook holds more output than is shown here; the rest was left out."),
}
NOT_HANDED_IN: Final = _(
    "There is no notebook of this assignment; the one in its place is of another."
)


def sentence(alteration: Alteration, words: Words) -> str:
    """What was done, for the student. Raises KeyError for a code without words."""
    return words(_SENTENCES[alteration["code"]], cell=alteration["cell"])


def summary(alterations: Sequence[Alteration], words: Words) -> str:
    """All of a submission's on one line, for the instructor."""
    if len(alterations) == 1:
        return sentence(alterations[0], words)
    foreign = dict.fromkeys(each["cell"] for each in alterations if each["code"] == "foreign")
    altered = dict.fromkeys(each["cell"] for each in alterations if each["code"] != "foreign")
    parts = [_counted(altered, "set right"), _counted(foreign, "not of this assignment")]
    return "; ".join(part for part in parts if part) + "."


def _counted(names: Mapping[str, None], what: str) -> str:
    if not names:
        return ""
    shown = f" ({', '.join(names)})" if len(names) <= _MOST_NAMED else ""
    return f"{len(names)} cell{'s' if len(names) > 1 else ''} {what}{shown}"
