"""Who does not look at the arguments earns nothing: constants, arguments handed back, and answers
by counting the calls. The cases and their order are drawn, so that right answers of one secret
are wrong under another.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from typing import Any, Final, cast

import numpy as np
import pytest
from conftest import HOME, Grade
from numpy.typing import NDArray

from autograder import course as courses
from autograder.checks import CALLS, Answer, Layer, Model, Tensor, content, yes_and_no
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.local import LocalStudent
from autograder.checks.student import RecordedStudent
from autograder.course import Assignment
from autograder.values.findings import CheckFailed, Finding
from autograder.values.plain import Value
from autograder.values.spy import BadQuestion
from autograder.values.trace import MODEL, NUDGE, OUTPUTS, PARAMETERS, Step

COURSE = courses.load(HOME)
SECRETS: Final = 40
TRAININGS: Final = 3  # secrets, where models are trained
CONSTANTS: tuple[Any, ...] = (None, 0, 1, True, [], 0.5, (0, 0), "parameter")
POSITIONS: Final = (0, 1, 2, -1)

every_assignment = pytest.mark.parametrize("name", COURSE.names)


class Counting(RecordedStudent):
    """Gives the answers of another run in their order, and asks its questions, whatever comes."""

    def __init__(self, steps: list[Step]) -> None:
        super().__init__()
        self._left = iter(steps)

    def _next(self, verb: str) -> Step:
        step = next(self._left, None)
        if step is None or step.verb != verb:
            raise CheckFailed(Finding("not_run"))
        return step

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        step = self._next(task)
        functions = [argument for argument in arguments if callable(argument)]
        for function, places in zip(functions, step.asked, strict=True):
            for place in places:
                with contextlib.suppress(BadQuestion):
                    function(*place)
        return Answer(task, arguments, step.value)

    def _model(self, _layers: list[Layer], _parameters: list[NDArray[Any]]) -> Model:
        model = self._next(MODEL).value
        assert isinstance(model, Model)
        return model

    def _parameters(self, _model: Model) -> list[NDArray[Any]]:
        return cast(list[NDArray[Any]], self._next(PARAMETERS).value)

    def _outputs(self, _model: Model, _X: NDArray[Any]) -> NDArray[Any]:
        return cast(NDArray[Any], self._next(OUTPUTS).value)

    def _nudge(self, _model: Model, _X: NDArray[Any]) -> None:
        self._next(NUDGE)

    def _answers_now(self, _count: int) -> tuple[Value, ...]:
        return ()

    def look_again(self) -> None:
        """Nothing is kept from one call to the next."""


@functools.cache
def checks_of(name: str, secret: int) -> CheckSet:
    return CheckSet.load(COURSE.folder, name, COURSE.assignment(name).points, b"%d" % secret)


def right(assignment: Assignment) -> LocalStudent:
    return LocalStudent(content.solution(COURSE.folder, assignment.name))


def require_luck_alone(
    name: str, secrets: int, choose: Callable[[Check], bool] = lambda _check: True
) -> None:
    """The answers under one secret pass hardly a hidden check under so many others."""
    assignment = COURSE.assignment(name)

    def hidden(check: Check) -> bool:
        return not check.visible and not assignment.task(check.task).public and choose(check)

    recorded: dict[str, list[Step]] = {}
    passed: dict[str, list[int]] = {}
    for secret in range(1 + (min(secrets, TRAININGS) if assignment.torch else secrets)):
        checks = checks_of(name, secret).chosen(hidden)
        for check in checks.checks:
            if check.id not in recorded:
                student = right(assignment)
                assert checks.run(check, student) is None
                recorded[check.id] = student.steps
            if checks.run(check, Counting(recorded[check.id])) is None:
                passed.setdefault(check.id, []).append(secret)
    assert all(secrets[0] == 0 for secrets in passed.values())
    assert set(passed) == set(recorded)
    # a lucky guess: at most one in some hundreds
    assert {id: secrets for id, secrets in passed.items() if len(secrets) > 2} == {}


@every_assignment
def test_no_hidden_check_is_passed_by_counting(name: str) -> None:
    require_luck_alone(name, 2, lambda check: check.seconds is None)


@pytest.mark.slow
@every_assignment
def test_no_hidden_check_is_passed_by_counting_under_many_secrets(name: str) -> None:
    require_luck_alone(name, SECRETS)


@every_assignment
def test_answers_in_their_order_earn_nothing(grade: Grade, name: str) -> None:
    """The right answers to all calls under one secret, as a submission under another."""
    assignment = COURSE.assignment(name)

    def is_typed(check: Check) -> bool:
        """Nobody types a model, or answers to a public list."""
        task = assignment.task(check.task)
        return check.seconds is None and not task.public and (task.plain or not assignment.torch)

    answers: dict[str, list[Any]] = {}
    checks = checks_of(name, 0).chosen(is_typed)
    for check in checks.checks:
        student = right(assignment)
        assert checks.run(check, student) is None
        values = [step.value for step in student.steps if step.verb == check.task]
        answers.setdefault(check.task, []).extend(map(typed, values))
    by_order = (
        "def by_order(answers):\n    left = iter(answers)\n    return lambda *_: next(left, None)\n"
        f"for task, answers in {answers!r}.items():\n    globals()[task] = by_order(answers)\n"
    )
    result = grade(name, by_order)
    passed = {c.id for t in result.tasks for c in t.checks if c.outcome == "passed"}
    assert {id.partition("/")[0] for id in passed} <= {"visible"}
    assert result.score == 0


def typed(value: Any) -> Any:
    """The answer as a student can type it."""
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, (list, tuple)):
        return type(value)(map(typed, value))
    return value.tolist() if isinstance(value, np.ndarray) else value


@every_assignment
def test_constants_and_arguments_earn_nothing(name: str) -> None:
    assignment = COURSE.assignment(name)
    checks = checks_of(name, 0).chosen(
        lambda check: not check.visible or assignment.task(check.task).public
    )
    answers: dict[str, Callable[..., Any]] = {
        **{f"{value!r}": lambda *_, value=value: value for value in CONSTANTS},
        **{f"argument {place}": lambda *a, place=place: a[place] for place in POSITIONS},
    }
    for kind, function in answers.items():
        student = LocalStudent(dict.fromkeys(assignment.points, function))
        passed = [check.id for check in checks.checks if checks.run(check, student) is None]
        assert passed == [], kind


def test_both_answers_occur_and_each_case() -> None:
    for secret in range(50):
        cases = yes_and_no(np.random.default_rng(secret), ("a", "b"), ("c", "d", "e"))
        assert len(cases) == CALLS
        assert set(cases) == set("abcde")
