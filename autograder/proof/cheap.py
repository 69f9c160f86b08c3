"""Whether each hidden check is worth its points alone: no cheap function passes one.

A task's visible points count if one of its hidden checks passes, so none may pass for a function
that does not work out what the check expects: a constant, an argument handed back, another task's
answer, one argument ignored, the published checks' answers by count.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.sameness import same_value
from autograder.course import Assignment, Course
from autograder.hints import catalogue
from autograder.hints.further_calls import Recorder, record
from autograder.hints.replay import random_state_kept, replay
from autograder.values.plain import from_value
from autograder.values.trace import Step

Function = Callable[..., Any]
IGNORED: Final = "ignored"
Maker = Callable[[], Function]  # anew for each check, since some count their calls


class Cheap(NamedTuple):
    """A hidden check, a cheap function, and whether it passes."""

    task: str
    check: str
    how: str
    passes: bool


def try_cheap(course: Course, assignment: Assignment, secret: bytes) -> Iterator[Cheap]:
    """Each hidden check of each task with each cheap function. Raises ContentError."""
    checks = CheckSet.load(course.folder, assignment.name, assignment.points, secret)
    solution = content.solution(course.folder, assignment.name)
    many = catalogue.load(course.folder, assignment.name, tuple(assignment.points)).projections
    with random_state_kept():
        for task in assignment.tasks:
            if task.public:
                continue  # its whole domain is known, and a table of it is an answer
            own = checks.of_task(task.name)
            visible = [each for each in own if each.visible]
            steps = [step for each in visible for step in record(checks, each, solution)]
            published = [step for step in steps if step.verb == task.name]
            for check in own:
                if not check.visible and check.seconds is None:
                    one = task.name not in many
                    yield from _of_check(checks, check, solution, published, one)


def _of_check(
    checks: CheckSet,
    check: Check,
    solution: Mapping[str, Any],
    published: Sequence[Step],
    one: bool,
) -> Iterator[Cheap]:
    """`one`: only one answer is right, so it tells which arguments it hangs on."""
    for how, make in _functions(checks, check, solution, published):
        if how.endswith(IGNORED) and not one:
            continue
        student = Recorder({**solution, check.task: make()})
        yield Cheap(check.task, check.id, how, checks.run(check, student) is None)


def _functions(
    checks: CheckSet, check: Check, solution: Mapping[str, Any], published: Sequence[Step]
) -> Iterator[tuple[str, Maker]]:
    asked = [step for step in record(checks, check, solution) if step.verb == check.task]
    if not asked:
        return
    right: Function = solution[check.task]
    names = list(inspect.signature(right).parameters)[: len(asked[0].arguments)]
    tasks = {each.task for each in checks.checks}
    for what, value in (("None", None), ("0", 0), ("1", 1)):
        yield f"always {what}", _constant(value)
    yield "always its first right answer", _constant(asked[0].value)
    if published:
        yield "the published answers by count", _in_order(published)
    for place, name in enumerate(names):
        if not _answers(_handing_back(place)(), asked):
            yield f"{name} handed back", _handing_back(place)
        first = asked[0].arguments[place]
        if _counts(right, asked, place, first):
            yield f"{name} {IGNORED}", _ignoring(right, place, first)
    for other, function in list(solution.items()):
        alike = other != check.task and other in tasks and _arity(function) == _arity(right)
        if alike and not _answers(function, asked):
            yield f"the answer of {other}", _itself(function)


def _constant(value: Any) -> Maker:
    return lambda: lambda *_arguments: _given(value)


def _in_order(steps: Sequence[Step]) -> Maker:
    def make() -> Function:
        answers = itertools.cycle([step.value for step in steps])
        return lambda *_arguments: _given(next(answers))

    return make


def _handing_back(place: int) -> Maker:
    return lambda: lambda *arguments: arguments[place]


def _ignoring(right: Function, place: int, first: Any) -> Maker:
    return lambda: lambda *arguments: right(*_with(arguments, place, first))


def _itself(function: Function) -> Maker:
    return lambda: function


def _with(arguments: Sequence[Any], place: int, value: Any) -> tuple[Any, ...]:
    own = value if callable(value) else _given(value)
    return (*arguments[:place], own, *arguments[place + 1 :])


def _given(value: Any) -> Any:
    return value if value is None or callable(value) else from_value(value)


def _counts(right: Function, asked: Sequence[Step], place: int, first: Any) -> bool:
    """Whether an answer hangs on this argument in the check's calls."""
    if callable(first) or len({repr(step.arguments[place]) for step in asked}) == 1:
        return False
    return not _answers(_ignoring(right, place, first)(), asked)


def _answers(function: Function, asked: Sequence[Step]) -> bool:
    """Whether the function answers these calls as they were answered."""
    answers = list(replay(function, asked[0].verb, asked))
    return len(answers) == len(asked) and all(map(same_value, asked, answers))


def _arity(function: Function) -> int:
    return len(inspect.signature(function).parameters)
