"""Whether every mistake of the catalogue is what it says: wrong, and in another way than others.

What can be seen at once is required whenever a catalogue is loaded; this takes longer than a
grading should wait.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.sameness import same_value
from autograder.course import Assignment, Course
from autograder.hints import catalogue
from autograder.hints.catalogue import Catalogue
from autograder.hints.compare import SIDE_EFFECTS, same_projection, same_side_effects
from autograder.hints.declare import Function, Projection
from autograder.hints.further_calls import Recorder, further_inputs, record
from autograder.hints.memory import Memory
from autograder.hints.replay import random_state_kept
from autograder.values.findings import CheckFailed, Ended
from autograder.values.trace import Step

Variant = tuple[str, Function]  # a mistake's id, and a function that makes it


def problems(course: Course, assignment: Assignment, checks: CheckSet) -> Iterator[str]:
    """What is wrong with an assignment's mistakes, one line each. Raises ContentError."""
    known = catalogue.load(course.folder, assignment.name, tuple(assignment.points))
    solution = content.solution(course.folder, assignment.name)
    with random_state_kept():
        for task in assignment.points:
            yield from _of_task(course.folder, task, known, checks, solution)


def _of_task(
    folder: Path, task: str, known: Catalogue, checks: CheckSet, solution: Mapping[str, Any]
) -> Iterator[str]:
    variants = [(each.id, variant) for each in known.of_task(task) for variant in each.variants]
    own = checks.of_task(task)
    for id, variant in variants:
        place = _place(folder, id, variant)
        if not _fits(variant, solution[task]):
            yield f"{place} takes other arguments than the task"
        elif not _fails(checks, own, {**solution, task: variant}):
            yield f"{place} passes all checks of {task}"
    traces = [record(checks, check, solution) for check in own]
    traces.append(further_inputs(known, task))
    for (id, one), (other_id, other) in _alike(known.projections.get(task), task, variants, traces):
        yield (
            f"{_place(folder, id, one)} behaves as {other.__name__} of {other_id} in all checks "
            f"of {task}"
        )


def _place(folder: Path, id: str, variant: Function) -> str:
    file = Path(inspect.getsourcefile(variant) or "").relative_to(folder)
    return f"{file}:{inspect.getsourcelines(variant)[1]}: {id}: {variant.__name__}"


def _fits(variant: Function, right: Function) -> bool:
    return list(inspect.signature(variant).parameters) == list(inspect.signature(right).parameters)


def _fails(checks: CheckSet, own: Sequence[Check], functions: Mapping[str, Any]) -> bool:
    """Whether a check fails by its answers; one that ends at a long training does not count."""
    for check in own:
        raised = checks.run(check, Recorder(functions))
        if raised is not None and not isinstance(raised, (CheckFailed, Ended)):
            raise raised
        if raised is not None and raised.finding.code != "not_run":
            return True
    return False


def _alike(
    projection: Projection | None,
    task: str,
    variants: Sequence[Variant],
    traces: Sequence[Sequence[Step]],
) -> Iterator[tuple[Variant, Variant]]:
    """Variants that no call of the task's checks tells apart, in values or side effects."""
    memory = Memory()
    for one, other in combinations(variants, 2):
        if all(
            _same_steps(
                projection, task, memory.replay(one[1], task, s), memory.replay(other[1], task, s)
            )
            for s in traces
        ):
            yield one, other


def _same_steps(
    projection: Projection | None, task: str, one: Iterator[Step], other: Iterator[Step]
) -> bool:
    if projection is not None:
        return same_projection(projection, task, list(one), list(other))
    aspects = set(SIDE_EFFECTS.values())
    return all(
        same_value(a, b) and same_side_effects(a, b, aspects)
        for a, b in zip(one, other, strict=False)
    )
