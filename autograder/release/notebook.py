"""Cells and course as a notebook: nbformat 4.5, nbgrader's cell metadata, the same bytes each time.

Nothing here reads solutions/ or imports nbgrader. `student` gives what nbgrader's
generate_assignment gives for the instructor's notebook (autograder.instructor), to the byte.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from autograder.course import Assignment, Course
from autograder.course.table import WRITTEN_POINTS
from autograder.course.languages import words
from autograder.course.source import Source
from autograder.course.source_rules import Cell
from autograder.release import added_cells
from autograder.values.roles import ANSWER, LINES, answer_cell, task_cell

Node = dict[str, Any]  # one cell, or the metadata of one, as it stands in the JSON

KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}
_SCHEMA_VERSION = 3


def student(
    source: Source, course: Course, name: str, language: str, packed: bytes | None = None
) -> bytes:
    """The notebook that a student gets. `packed`: the kit, for a notebook that stands alone."""
    cells = compose(source, course, name, language, packed)
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            _seal(cell)
    return write(cells, course, name, language)


def compose(
    source: Source, course: Course, name: str, language: str, packed: bytes | None = None
) -> list[Node]:
    """The notebook's cells as an author of an nbgrader course would have marked them."""
    nodes = [added_cells.kit(course, name, language, packed)]
    assignment = course.assignment(name)
    for position, cell in enumerate(source.in_language(language)):
        nodes.append(_node(cell, assignment, position))
        if cell.role == "written":
            nodes.append(_answer(assignment, answer(course, language)))
    return [*nodes, added_cells.hand_in(course, name, language)]


def write(cells: list[Node], course: Course, name: str, language: str) -> bytes:
    """The file of a notebook, as nbformat writes it."""
    facts = {"assignment": name, "language": language, "version": course.version}
    notebook = {
        "cells": [{**cell, "source": cell["source"].splitlines(keepends=True)} for cell in cells],
        "metadata": {
            "course": facts,
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def answer(course: Course, language: str) -> str:
    """What stands in the cell for the written answer."""
    return words(course, language)(ANSWER)


def checksum(cell: Node) -> str:
    """nbgrader's checksum of a cell: what it must not lose between release and grading."""
    grading = cell["metadata"]["nbgrader"]
    parts = [cell["source"], cell["cell_type"], str(grading["grade"]), str(grading["solution"])]
    parts += [str(_locked(grading)), grading["grade_id"]]
    if grading["grade"]:
        parts.append(str(float(grading["points"])))
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()


def _node(cell: Cell, assignment: Assignment, position: int) -> Node:
    course: Node = {"role": cell.role}
    if cell.task is not None:
        course["task"] = cell.task
    metadata: Node = {"course": course}
    id = f"{assignment.name}-{position:02}"
    if cell.role == "task":
        id = task_cell(assignment.name, str(cell.task))
        metadata["nbgrader"] = _grading(str(cell.task), solution=True)
    elif cell.role == "check":
        id = f"{assignment.name}-check-{cell.task}"
        points = assignment.task(str(cell.task)).points
        metadata["nbgrader"] = _grading(f"check_{cell.task}", locked=True, points=points)
    elif cell.role == "written":
        id = f"{assignment.name}-question"
        metadata["nbgrader"] = _grading("question", locked=True)
    node: Node = {
        "cell_type": cell.kind,
        "id": id,
        "metadata": metadata,
        "source": f"{LINES[cell.role]}\n{cell.text}" if cell.role in LINES else cell.text,
    }
    if cell.kind == "code":
        node |= {"execution_count": None, "outputs": []}
    return node


def _answer(assignment: Assignment, text: str) -> Node:
    """The cell for the written answer, which a person grades."""
    return {
        "cell_type": "markdown",
        "id": answer_cell(assignment.name),
        "metadata": {
            "course": {"role": "answer"},
            "nbgrader": _grading("written", solution=True, points=WRITTEN_POINTS),
        },
        "source": text,
    }


def _grading(
    grade_id: str, *, solution: bool = False, locked: bool = False, points: float | None = None
) -> Node:
    grading: Node = {
        "grade": points is not None,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": _SCHEMA_VERSION,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        grading["points"] = int(points) if points == int(points) else points
    return grading


def _locked(grading: Node) -> bool:
    """Whether nbgrader overwrites the cell with its source: never where an answer is expected."""
    return not grading["solution"] and bool(grading["grade"] or grading["locked"])


def _seal(cell: Node) -> None:
    """What generate_assignment adds: a cell that can't be lost, and its checksum."""
    grading = cell["metadata"]["nbgrader"]
    cell["metadata"]["deletable"] = False
    if _locked(grading):
        cell["metadata"]["editable"] = False
    grading["cell_type"] = cell["cell_type"]
    grading["checksum"] = checksum(cell)
