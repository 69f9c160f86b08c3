"""An instructor's notebook that was edited by hand: whether nbgrader can still be given it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from autograder.course import Assignment, Course
from autograder.nbgrader_plugin.class_course import SOURCE
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.marked_cells import (
    QUESTION,
    SCHEMA_VERSION,
    Marked,
    hidden_tests,
    marked,
)


class Found(NamedTuple):
    """What a course's sources came to. `absent`: assignments that the instructor has not got."""

    faults: list[str]  # one line each
    absent: list[str]


class _Edited(NamedTuple):
    """A cell as it stands in the notebook."""

    kind: str
    said: dict[str, Any]  # nbgrader's settings
    text: str


def look_through(course: Course, folder: Path) -> Found:
    """What is wrong with the sources of a course's folder. Raises PluginError without any."""
    found = Found([], [])
    for assignment in course.assignments:
        path = folder / SOURCE / assignment.name / f"{assignment.name}.ipynb"
        if path.exists():
            found.faults.extend(faults(path, assignment))
        else:
            found.absent.append(assignment.name)
    if len(found.absent) == len(course.assignments):
        raise PluginError(f"{folder}: none of the course's assignments is in its source folder")
    return found


def again(folder: Path) -> str:
    """The command that writes a course's sources again."""
    return f"`autograder nbgrader init {shlex.quote(str(folder))} --renew`"


def faults(path: Path, assignment: Assignment) -> list[str]:
    """All that is wrong with an instructor's notebook: the file, the cell, and what it is."""
    place = "/".join(path.parts[-3:])
    try:
        cells = [_edited(cell) for cell in json.loads(path.read_bytes())["cells"]]
    except OSError as why:
        return [f"{place}: can't be read ({why.strerror})"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return [f"{place}: not a notebook"]
    return [f"{place}: cell {name!r} {fault}" for name, fault in _faults(cells, assignment)]


def _edited(cell: dict[str, Any]) -> _Edited:
    said = cell["metadata"].get("nbgrader", {})
    text = "".join(cell["source"])
    return _Edited(str(cell.get("cell_type")), said if isinstance(said, dict) else {}, text)


def _faults(cells: list[_Edited], assignment: Assignment) -> Iterator[tuple[object, str]]:
    """Names of cells and what is wrong with each."""
    wanted = marked(assignment)
    for cell in wanted:
        own = [each for each in cells if each.said.get("grade_id") == cell.name]
        if len(own) == 1:
            yield from ((cell.name, fault) for fault in _cell_faults(cell, own[0]))
        else:
            yield cell.name, "is missing" if not own else f"is there {len(own)} times"
    names = {cell.name for cell in wanted}
    for each in cells:
        name = each.said.get("grade_id")
        if each.said.get("grade") and name not in names:
            yield name, "has points, but no checks"
        if each.said and each.said.get("schema_version") != SCHEMA_VERSION:
            version = each.said.get("schema_version")
            yield name, f"has schema_version {version}; nbgrader wants {SCHEMA_VERSION}"


def _cell_faults(cell: Marked, found: _Edited) -> Iterator[str]:
    if found.kind != cell.cell_type:
        yield f"is a {found.kind} cell; it was made as a {cell.cell_type} cell"
    if bool(found.said.get("grade")) != (cell.points is not None):
        yield "has lost or got points in its settings"
    elif cell.points is not None and found.said.get("points") != cell.points:
        yield f"has {found.said.get('points')} points; the course says {cell.points:g}"
    if bool(found.said.get("solution")) != cell.solution:
        yield "is marked otherwise than as it was made"
    region: str | None = None
    if cell.task is not None and cell.solution:
        region = _region_fault(found.text, "SOLUTION", None)
    elif cell.task is not None:
        region = _region_fault(found.text, "HIDDEN TESTS", hidden_tests(cell.task))
    elif cell.name == QUESTION:
        region = _region_fault(found.text, "MARK SCHEME", None)
    if region is not None:
        yield region


def _region_fault(text: str, title: str, content: str | None) -> str | None:
    begins, ends = f"BEGIN {title}", f"END {title}"
    if text.count(begins) != 1 or text.count(ends) != 1 or text.find(begins) > text.find(ends):
        return f"does not hold one `{begins}` before one `{ends}`"
    if content is not None and content not in text.partition(begins)[2].partition(ends)[0]:
        return "does not ask for its hidden checks"
    return None
