"""A graded class into nbgrader's gradebook: nbgrader's own autograding, in this process, quietly.

Every result is already there, so nbgrader only writes what it always writes: grades, late
penalties, the notebooks for formgrader and feedback. A person's grades and comments stay.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.grading.class_run import GradingRequest
from autograder.grading.result import Summary
from autograder.nbgrader_plugin import gradebook
from autograder.nbgrader_plugin.edited_sources import faults
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.gradebook import Known
from autograder.nbgrader_plugin.inprocess import Nbgrader, brief
from autograder.nbgrader_plugin.submission_place import Place, find_submission
from autograder.nbgrader_plugin.untrusted_folder import is_pattern, unfit_name

Progress = Callable[[int, int], None]  # done, of how many


@dataclass(slots=True)
class Recorded:
    """What came of it. `refused` and `notes`: one line each, with assignment and student."""

    recorded: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def record(
    request: GradingRequest, folder: Path, results: Iterable[Summary], progress: Progress
) -> Recorded:
    """Record what was graded at this request from the nbgrader course in `folder`.

    Raises PluginError when nothing (more) can be recorded.
    """
    course = request.course
    nbgrader = Nbgrader(folder, course, request.options, request.out)
    _require_no_pattern(Path(nbgrader.folders.root))
    gradebook.require_usable(nbgrader.folders.db_url)
    done = Recorded()
    names = course.names if request.only is None else (request.only,)
    work = _work(nbgrader, course, results, names)
    usable = {
        name
        for name in names
        if any(place.assignment == name for place, _ in work)
        and _has_assignment(nbgrader, folder, course.assignment(name), done)
    }
    before = nbgrader.known()
    work = [(place, key) for place, key in work if place.assignment in usable]
    # before anything is recorded: that makes a new student look like one taken off the list
    whys = {place: _not_recorded(nbgrader, before, place) for place, _ in work}
    for position, (place, key) in enumerate(work):
        progress(position, len(work))
        if why := whys[place]:
            done.refused.append(f"{place.assignment}, {place.student}: {why}")
            continue
        known = (place.student, place.assignment) in before.submissions
        _record_one(nbgrader, place, not known or _key(nbgrader, place) != key, done)
    progress(len(work), len(work))
    return done


def _work(
    nbgrader: Nbgrader, course: Course, results: Iterable[Summary], names: Sequence[str]
) -> list[tuple[Place, str | None]]:
    """What is to be recorded, each with the key of its result.

    A notebook in the place of another assignment's has the key "": there is no result of it.
    """
    keys: dict[Place, str | None] = {
        nbgrader.place(result.student, result.assignment): result.key for result in results
    }
    for place in nbgrader.handed_in(names):
        if place not in keys:
            keys[place] = "" if find_submission(course, place) is None else None
    position = course.names.index
    return sorted(keys.items(), key=lambda item: (position(item[0].assignment), item[0].student))


def _record_one(nbgrader: Nbgrader, place: Place, anew: bool, done: Recorded) -> None:
    log = nbgrader.autograde(place, force=anew)
    done.notes += log.notes
    if log.errors:
        done.refused.append(f"{place.assignment}, {place.student}: {brief(log.errors[0])}")
    elif log.skipped:
        done.unchanged += 1
        if nbgrader.penalise(place):
            done.notes.append(
                f"{place.assignment}, {place.student}: the penalty for lateness moved"
            )
    else:
        done.recorded += 1


def _require_no_pattern(root: Path) -> None:
    """nbgrader takes the course's path for a pattern, too."""
    if is_pattern(str(root)):
        raise PluginError(f"{root}: nbgrader finds nothing in a path with [, * or ?; rename it")


def _has_assignment(
    nbgrader: Nbgrader, folder: Path, assignment: Assignment, done: Recorded
) -> bool:
    """Whether the gradebook has the assignment, made from its source if need be."""
    name, source = assignment.name, nbgrader.source(assignment.name)
    known = name in nbgrader.known().assignments
    found = faults(source, assignment) if source.exists() or not known else []
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        see = f"see `autograder nbgrader check {shlex.quote(str(folder))}`"
        done.notes.append(f"{found[0]}{more}; {see}")
    if not known:
        errors = [] if found else nbgrader.generate(name).errors
        if found or errors:
            why = f" ({brief(errors[0])})" if errors else ""
            done.refused.append(
                f"{name}: not in the gradebook and can't be generated{why}; nothing is recorded"
            )
            return False
    try:
        nbgrader.require_cells(assignment, folder)
    except PluginError as why_not:
        done.refused.append(f"{name}: {why_not}; nothing is recorded")
        return False
    return True


def _not_recorded(nbgrader: Nbgrader, before: Known, place: Place) -> str | None:
    """Why nbgrader must not be given this submission."""
    if why := unfit_name(place.student):
        return f"{why}; rename the folder; not recorded"
    if not place.file.is_file():
        return f"nbgrader wants the notebook in {place.file.relative_to(place.root)}; not recorded"
    if not nbgrader.reads_timestamp(place):
        return "its timestamp.txt holds no usable time; fix it or take it away; not recorded"
    if place.student in before.students:
        return None
    add = f"`nbgrader db student add {shlex.quote(place.student)}` takes them in"
    if not nbgrader.creates_students:
        return f"not in the gradebook's list of students; not recorded ({add})"
    if before.students and any(nbgrader.graded(place).parent.parent.glob("*/*.ipynb")):
        return f"no longer in the gradebook's list of students; not recorded ({add} again)"
    return None


def _key(nbgrader: Nbgrader, place: Place) -> str | None:
    """The key of the result that the graded notebook was written from."""
    try:
        content = json.loads(nbgrader.graded(place).read_bytes())
        return str(content["metadata"]["course"]["result"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
