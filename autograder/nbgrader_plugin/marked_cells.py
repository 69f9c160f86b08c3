"""The cells that nbgrader knows by name: what each is, and what stands in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import nbformat

from autograder.course import Assignment
from autograder.course.table import WRITTEN_POINTS

CHECK: Final = "check_"
QUESTION: Final = "question"
WRITTEN: Final = "written"
ON_TOP: Final = "feedback-on-top"  # the id of the cell of feedback
_AGAIN: Final = "-again"  # the end of the id of a marked cell that was put back
SCHEMA_VERSION: Final = 3  # of nbgrader's settings in a cell
as_node: Any = nbformat.from_dict  # nbformat's functions are not annotated


@dataclass(frozen=True, slots=True)
class Marked:
    """What nbgrader's metadata should say of a cell. `task`: whose stub or check it is."""

    name: str
    cell_type: str
    task: str | None = None
    solution: bool = False
    locked: bool = False
    points: float | None = None

    @property
    def cell_id(self) -> str:
        """The last part of the notebook's own id of the cell."""
        kind = "check" if self.points is not None else "task"
        return self.name if self.task is None else f"{kind}-{self.task}"


def marked(assignment: Assignment) -> list[Marked]:
    """The marked cells of an assignment's notebook, in order."""
    cells = []
    for task in assignment.tasks:
        cells.append(Marked(task.name, "code", task.name, solution=True))
        cells.append(
            Marked(f"{CHECK}{task.name}", "code", task.name, locked=True, points=task.points)
        )
    cells.append(Marked(QUESTION, "markdown", locked=True))
    points = WRITTEN_POINTS
    cells.append(Marked(WRITTEN, "markdown", solution=True, points=points))
    return cells


def id_again(assignment: Assignment, cell: Marked) -> str:
    """The id of a marked cell that is put back."""
    return f"{assignment.name}-{cell.cell_id}{_AGAIN}"


def is_plugins(cell_id: str) -> bool:
    """Whether a cell that the plug-in itself puts into a notebook may have this id."""
    return cell_id == ON_TOP or cell_id.endswith(_AGAIN)


def hidden_tests(task: str) -> str:
    """The hidden part of a task's check cell.

    nbgrader shows it to students in the feedback, so it names the checks and does not hold them.
    """
    return f'from autograder.selfcheck import graded\n\ngraded.points("{task}")'


def outputs(text: str, points: float) -> list[dict[str, Any]]:
    """The outputs of a check's cell: the feedback, and what nbgrader takes for the points."""
    return [
        {"output_type": "stream", "name": "stdout", "text": text + "\n"},
        {
            "output_type": "execute_result",
            "data": {"text/plain": repr(float(points))},
            "execution_count": None,
            "metadata": {},
        },
    ]


def language_of(file: Path) -> str | None:
    """The language that a notebook of the course's names."""
    try:
        said = json.loads(file.read_bytes())["metadata"]["course"]["language"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return said if isinstance(said, str) else None
