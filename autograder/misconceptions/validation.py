"""Whether every entry is what it says: wrong, and wrong in another way than all others.

`python -m autograder.misconceptions` prints what is not so, one line each. It takes longer than
a grading should wait; what can be seen at once is required whenever a catalogue is loaded.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from autograder.checks.support.record import Step
from autograder.course import Assignment, Course
from autograder.judge.session import Check, CheckSession

from .catalogue import ENTRIES, Catalogue, Function, View, load_all
from .compare import MANNERS, same_manner, same_value, same_view
from .further import Recorder, further_inputs, record
from .memory import Memory
from .replay import same_dice

Episodes = Sequence[Sequence[Step]]


def problems(
    course: Course, secret: bytes, only: str | None = None, folder: Path = ENTRIES
) -> Iterator[str]:
    """What is wrong with the catalogues, one line for each entry. Raises CatalogueError.

    `only`: an assignment, or an assignment and a task with a dot between them.
    """
    catalogues = load_all(course, folder)
    name, _, task = (only or "").partition(".")
    for assignment in course.assignments:
        catalogue = catalogues[assignment.name]
        if catalogue.entries and name in ("", assignment.name):
            session = CheckSession(course, assignment, secret)
            try:
                with same_dice():
                    yield from _of_assignment(assignment, catalogue, session, task)
            finally:
                session.close()


def _of_assignment(
    assignment: Assignment, catalogue: Catalogue, session: CheckSession, only: str
) -> Iterator[str]:
    solution = vars(importlib.import_module(f"solutions.{assignment.name}"))
    for task in assignment.tasks:
        if only not in ("", task.name):
            continue
        checks = [check for check in session.checks if check.task == task.name]
        file = catalogue.folder / f"{task.name}.py"
        ways = [(e.id, way) for e in catalogue.of_task(task.name) for way in e.ways]
        for id, way in ways:
            if not _fits(way, solution[task.name]):
                yield f"{file}: {id}: {way.__name__} takes other arguments than the task"
            elif not _fails(session, checks, {**solution, task.name: way}):
                yield f"{file}: {id}: {way.__name__} passes all checks of {task.name}"
        episodes = [record(session, check, solution) for check in checks]
        episodes.append(further_inputs(catalogue, task.name))
        yield from _alike(catalogue, task.name, ways, episodes)


def _fits(way: Function, right: Function) -> bool:
    return list(inspect.signature(way).parameters) == list(inspect.signature(right).parameters)


def _fails(session: CheckSession, checks: Sequence[Check], functions: Mapping[str, Any]) -> bool:
    """Whether a check fails by its answers; one that ends at a long training does not count."""
    for check in checks:
        raised = session.run(check, Recorder(functions))
        if raised is not None and getattr(raised, "finding", None) is None:
            raise raised
        if raised is not None and raised.finding.code != "not_run":  # type: ignore[attr-defined]
            return True
    return False


def _alike(
    catalogue: Catalogue, task: str, ways: Sequence[tuple[str, Function]], episodes: Episodes
) -> Iterator[str]:
    """Ways that no call of the task's checks tells apart, in values or manner."""
    file = catalogue.folder / f"{task}.py"
    memory = Memory()
    view = catalogue.views.get(task)
    for (id, one), (other_id, other) in combinations(ways, 2):
        if all(
            _same_steps(view, task, memory.replay(one, task, s), memory.replay(other, task, s))
            for s in episodes
        ):
            yield (
                f"{file}: {id} ({one.__name__}) behaves as "
                f"{other_id} ({other.__name__}) in all checks of {task}"
            )


def _same_steps(view: View | None, task: str, one: Iterator[Step], other: Iterator[Step]) -> bool:
    if view is not None:
        return same_view(view, task, list(one), list(other))
    aspects = set(MANNERS.values())
    return all(
        same_value(a, b) and same_manner(a, b, aspects) for a, b in zip(one, other, strict=False)
    )
