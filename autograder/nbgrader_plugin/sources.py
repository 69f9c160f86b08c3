"""An instructor's notebook that was edited by hand: whether nbgrader can still be given it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from autograder.course import Assignment, Course

from .cells import QUESTION, Marked, hidden, marked
from .errors import PluginError
from .folder import SOURCE

_AGAIN = "mend it, or write it again with `autograder nbgrader init FOLDER --renew`"


def faults(course: Course, folder: Path) -> list[str]:
    """What is wrong with the sources of a course's folder, a line for each that can't be used."""
    found = []
    for assignment in course.assignments:
        try:
            require_valid(
                folder / SOURCE / assignment.name / f"{assignment.name}.ipynb", assignment
            )
        except PluginError as why:
            found.append(str(why))
    return found


def require_valid(path: Path, assignment: Assignment) -> None:
    """Raises PluginError: the file, the cell, and what is wrong with it."""
    place = "/".join(path.parts[-3:])
    try:
        cells = json.loads(path.read_bytes())["cells"]
        found = [(_settings(cell), "".join(cell["source"])) for cell in cells]
    except OSError as why:
        raise PluginError(f"{place}: can't be read ({why.strerror}); {_AGAIN}") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PluginError(f"{place}: not a notebook; {_AGAIN}") from None
    for cell in marked(assignment):
        own = [(said, text) for said, text in found if said.get("grade_id") == cell.name]
        fault = _fault(cell, own)
        if fault:
            raise PluginError(f"{place}: cell {cell.name!r} {fault}; {_AGAIN}")
    names = {cell.name for cell in marked(assignment)}
    for said, _ in found:
        if said.get("grade") and said.get("grade_id") not in names:
            name = said.get("grade_id")
            raise PluginError(f"{place}: cell {name!r} has points, but no checks; {_AGAIN}")


def _settings(cell: dict[str, Any]) -> dict[str, Any]:
    settings = cell["metadata"].get("nbgrader", {})
    return settings if isinstance(settings, dict) else {}


def _fault(cell: Marked, found: list[tuple[dict[str, Any], str]]) -> str | None:
    if len(found) != 1:
        return "is missing" if not found else f"stands {len(found)} times"
    [(said, text)] = found
    if cell.points is not None and said.get("points") != cell.points:
        return f"has {said.get('points')} points; the course says {cell.points:g}"
    if bool(said.get("grade")) != (cell.points is not None):
        return "has lost or got points in its settings"
    if bool(said.get("solution")) != cell.solution:
        return "is marked otherwise than as it was made"
    if cell.task is not None and cell.solution:
        return _region_fault(text, "SOLUTION", None)
    if cell.task is not None:
        return _region_fault(text, "HIDDEN TESTS", hidden(cell.task))
    return _region_fault(text, "MARK SCHEME", None) if cell.name == QUESTION else None


def _region_fault(text: str, title: str, content: str | None) -> str | None:
    begins, ends = f"BEGIN {title}", f"END {title}"
    if text.count(begins) != 1 or text.count(ends) != 1 or text.find(begins) > text.find(ends):
        return f"does not hold one `{begins}` before one `{ends}`"
    if content is not None and content not in text.partition(begins)[2].partition(ends)[0]:
        return "does not ask for its hidden checks"
    return None
