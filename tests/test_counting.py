"""Who counts calls instead of looking at arguments earns nothing: the cases and their order are
drawn, so right answers of one secret are wrong under another.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from conftest import HOME, Grade
from numpy.typing import NDArray

from autograder import course as courses
from autograder.checks.hidden.order import CALLS, yes_and_no
from autograder.checks.support import Answer, Model, Student, Tensor
from autograder.checks.support.findings import CheckFailed, Finding
from autograder.checks.support.marks import mark_of
from autograder.checks.support.record import MODEL, OUTPUTS, PARAMETERS, Step
from autograder.checks.support.watch import BadQuestion
from autograder.judge.session import CheckSession
from autograder.selfcheck.local import LocalStudent

COURSE = courses.load(HOME)
SECRETS = 40
TRAININGS = 3  # secrets, where models are trained

Check = Callable[..., None]


def checks_of(assignment: str, kind: str) -> Iterator[tuple[str, Check]]:
    """The checks of the tasks whose arguments are not public, each with its task."""
    public = {task.name for task in COURSE.assignment(assignment).tasks if task.public}
    CheckSession(COURSE, COURSE.assignment(assignment), b"").close()  # imports files with marks
    module = importlib.import_module(f"autograder.checks.{kind}.test_{assignment}")
    for check in vars(module).values():
        mark = mark_of(check) if callable(check) else None
        if mark is not None and mark.task not in public:
            yield mark.task, check


HIDDEN = [
    pytest.param(assignment, task, check, id=f"{assignment}/{check.__name__}")
    for assignment in COURSE.names
    for task, check in checks_of(assignment, "hidden")
]


class Counting(Student):
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

    def _model(self, _sizes: list[int], _parameters: list[NDArray[Any]]) -> Model:
        model = self._next(MODEL).value
        assert isinstance(model, Model)
        return model

    def _parameters(self, _model: Model) -> list[NDArray[Any]]:
        parameters: Any = self._next(PARAMETERS).value
        return parameters

    def _outputs(self, _model: Model, _X: NDArray[Any]) -> NDArray[Any]:
        outputs: Any = self._next(OUTPUTS).value
        return outputs


def run(check: Check, student: Student, secret: int) -> list[Step]:
    """What the check did. Raises CheckFailed."""
    drawn = "rng" in inspect.signature(check).parameters
    check(student, *([np.random.default_rng(secret)] if drawn else []))
    return student.steps


def passes(check: Check, student: Student, secret: int) -> bool:
    try:
        run(check, student, secret)
    except CheckFailed:
        return False
    return True


def right(assignment: str) -> Student:
    return LocalStudent(vars(importlib.import_module(f"solutions.{assignment}")))


@pytest.mark.parametrize(("assignment", "task", "check"), HIDDEN)
def test_no_hidden_check_is_passed_by_counting(assignment: str, task: str, check: Check) -> None:
    recorded = run(check, right(assignment), secret=0)
    assert passes(check, Counting(recorded), secret=0)
    others = range(1, TRAININGS + 1 if task == "train" else SECRETS + 1)
    passed = [secret for secret in others if passes(check, Counting(recorded), secret)]
    assert len(passed) <= 1  # a lucky guess: at most one in some hundreds


@pytest.mark.parametrize("assignment", COURSE.names)
def test_answers_in_their_order_earn_nothing(grade: Grade, assignment: str) -> None:
    """The right answers to all calls under one secret, as a submission under another."""
    answers: dict[str, list[Any]] = {}
    for kind in ("visible", "hidden"):
        for task, check in checks_of(assignment, kind):
            if task not in ("build_model", "train"):
                student = right(assignment)
                run(check, student, secret=0)
                values = [step.value for step in student.steps if step.verb == task]
                answers.setdefault(task, []).extend(map(typed, values))
    by_order = (
        "def by_order(answers):\n    left = iter(answers)\n    return lambda *_: next(left, None)\n"
        f"for task, answers in {answers!r}.items():\n    globals()[task] = by_order(answers)\n"
    )
    result = grade(assignment, by_order)
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


def test_both_answers_occur_and_each_case() -> None:
    for secret in range(50):
        cases = yes_and_no(np.random.default_rng(secret), ("a", "b"), ("c", "d", "e"))
        assert len(cases) == CALLS
        assert set(cases) == set("abcde")
