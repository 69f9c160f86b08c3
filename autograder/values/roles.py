"""What the kit's own cells in a notebook are for, as their metadata or their first lines say."""

from __future__ import annotations

from typing import Final

from autograder.values.messages import mark as _

# Cells that check, ask for a guess or draw: no part of a submission, and not run when it is
NOT_RUN: Final = frozenset({"check", "guess", "picture", "further", "kit", "hand_in"})
ADDED: Final = frozenset({"answer", "kit", "hand_in"})  # by the release, to a source's cells
# How the kit's own cells begin, by their roles, whatever became of their metadata
LINES: Final = {
    "kit": "#@title autograder kit",
    "hand_in": "# autograder hand-in",
    "guess": "# autograder guess",
    "picture": "# autograder picture",
    "further": "# autograder further",
}
ANSWER: Final = _("Write your answer here.")  # in the cell of the written answer
RECEIPT: Final = "receipt.json"  # beside the notebooks that were handed in
KIT_FOLDERS: Final = frozenset({"assignments", "autograder"})  # beside them in every bundle


def task_cell(assignment: str, task: str) -> str:
    """The id of the cell in which a task is solved."""
    return f"{assignment}-task-{task}"


def answer_cell(assignment: str) -> str:
    """The id of the cell for the written answer."""
    return f"{assignment}-written"


def role_of(code: str) -> str | None:
    """The role that a cell's first line says it has."""
    first = code.lstrip().partition("\n")[0]
    return next((role for role, line in LINES.items() if first.startswith(line)), None)
