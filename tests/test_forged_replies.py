"""Forged replies through the real checks: a check fails, and the judge goes on."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
import numpy as np
import pytest
from conftest import HOME, SECRET

from autograder import course as courses
from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.course import Course
from autograder.course.languages import words
from autograder.grading import solutions
from autograder.grading.procedure import Graded, Procedure
from autograder.grading.reference_answers import MOST_ENTRIES, require_moderate, right_answer
from autograder.grading.remote import RemoteStudent
from autograder.grading.report import task_results
from autograder.sandbox import wire
from autograder.values.findings import Ended, Finding
from autograder.values.plain import Tensor, from_value, to_value
from autograder.values.spy import BadQuestion

SECONDS = 10  # for the slowest fuzzed grading, on a busy machine
# Without torch: the solution would train for each forger
NAMES = [each.name for each in courses.load(HOME).assignments if not each.torch]


class Forger(RemoteStudent):
    """A child that knows the right answers and bends some of them, and asks what it likes."""

    def __init__(self, course: Course, assignment: str, seed: int, share: float) -> None:
        solution = content.solution(course.folder, assignment)
        super().__init__(
            lambda: None,  # type: ignore[arg-type, return-value]
            [""],
            list(course.assignment(assignment).points),
            course.limits,
            lambda task, arguments: right_answer(solution[task], arguments),
        )
        self._solution = solution
        self._random = random.Random(seed)
        self._share = share

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Any:
        self._right = lambda: self._solution[task](*map(from_value_or_function, arguments))
        return super()._call(task, arguments)

    def _ask(self, request: Callable[[int], Any], answer: Any = None) -> Any:
        if self._chance(0.03):
            raise Ended("crashed", Finding("crashed"))
        if answer is not None and self._chance(0.3):
            self._question(answer)
        if self._chance(0.03):
            kind = self._random.choice(["missing", "not_started", "raised"])
            return came(wire.Raised(1, kind, "Error\x1b{0}", "{text}\n"))
        value = wire.pack(to_value(self._right())) if isinstance(request(1), wire.Call) else 0.5
        return came(wire.Returned(1, self._bent(value), [0] * self._chance(0.5), []))

    def _chance(self, share: float) -> bool:
        return self._share > 0 and self._random.random() < share

    def _question(self, answer: Callable[[wire.Asked], wire.Answered]) -> None:
        function = self._random.choice([0, 1, 7, *self._tasks, *self._tasks])
        asked = wire.Asked(1, function, [self._any() for _ in range(self._random.randrange(4))])
        reply = came(asked)
        assert isinstance(reply, wire.Asked)
        try:
            wire.encode(answer(reply))
        except wire.WireError:
            raise Ended("refused", Finding("wire")) from None

    def fresh(self) -> Forger:
        return self

    def separate(self, task: str) -> None:
        """What a forger gives is never another's."""

    def substitute(self, tasks: Any) -> None:
        self._substituted = list(tasks)

    def _bent(self, value: wire.Data) -> wire.Data:
        if not self._chance(self._share):
            return value
        if isinstance(value, (wire.Items, wire.Listing)) and self._random.random() < 0.7:
            items = [self._bent(item) for item in value.items]
            kind = self._random.choice([wire.Items, wire.Listing])
            return kind(items[: self._random.choice([len(items), 1, 0, 99])])
        if isinstance(value, wire.Array) and self._random.random() < 0.5:
            array = np.array(wire.unpack(value))
            array = array.reshape(self._random.choice([array.shape, (-1,), (-1, 1), (1, -1)]))
            if array.size and array.dtype.kind == "f":
                array.flat[0] = self._random.choice([math.nan, math.inf, 1e308, -0.0, 0.5])
            return self._random.choice([wire.pack(array), wire.Torch(_array(array), True)])
        return self._any()

    def _any(self, depth: int = 0) -> wire.Data:
        kind = self._random.randrange(9)
        if kind < 3:
            return self._random.choice(
                [None, True, 0, 1, -1, 2**63 - 1, 261, math.nan, math.inf, 1e308, "", "supervised"]
            )
        if kind < 6:
            shape = tuple(self._random.choices([0, 1, 2, 3, 4], k=self._random.randrange(4)))
            dtype = self._random.choice(list(wire._NATIVE.values()))
            size = math.prod(shape) * dtype.itemsize
            return wire.Array(wire._NAMES[dtype], shape, self._random.randbytes(size))
        if kind == 6 or depth > 4:
            return self._random.choice([wire.Reference(-1), wire.Type("odd"), wire.Reference(0)])
        items = [self._any(depth + 1) for _ in range(self._random.randrange(4))]
        return self._random.choice([wire.Items, wire.Listing])(items)


def from_value_or_function(argument: Any) -> Any:
    return argument if callable(argument) else from_value(argument)


def _array(array: np.ndarray[Any, Any]) -> wire.Array:
    packed = wire.pack(array)
    assert isinstance(packed, wire.Array)
    return packed


def came(reply: wire.Reply) -> wire.Reply:
    """The reply as the judge sees it."""
    return wire.decode_reply(wire.encode(reply)[wire.HEADER_SIZE :])


def graded(course: Course, assignment: str, checks: CheckSet, forger: Forger) -> list[Graded]:
    known = course.assignment(assignment)
    of_task = partial(solutions.of_task, course.folder, assignment, tuple(known.points))
    return Procedure(checks, known, forger, course.limits, of_task).grade()


def check_set(course: Course, assignment: str) -> CheckSet:
    points = course.assignment(assignment).points
    return CheckSet.load(course.folder, assignment, points, SECRET)


def require_no_error(course: Course, assignment: str, share: float, seeds: range) -> None:
    """Forgers that bend this share of their answers make no check fail by itself."""
    checks = check_set(course, assignment)
    for seed in seeds:
        start = time.monotonic()
        tasks = graded(course, assignment, checks, Forger(course, assignment, seed, share))
        errors = [run.error for each in tasks for run in each.runs if run.error is not None]
        assert errors == []
        for language in course.languages:
            msgspec.json.encode(task_results(tasks, {}, words(course, language, assignment)))
        assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize("name", ["small", "steps"])
@pytest.mark.parametrize("share", [1.0, 0.3, 0.05])
def test_no_forged_reply_is_an_error_of_a_check(small: Course, name: str, share: float) -> None:
    require_no_error(small, name, share, range(20))


@pytest.mark.parametrize("name", NAMES)
def test_nor_of_a_check_of_the_course(course: Course, name: str) -> None:
    require_no_error(course, name, 0.3, range(3))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [1.0, 0.3, 0.05])
def test_nor_in_many_tries(course: Course, name: str, share: float) -> None:
    require_no_error(course, name, share, range(3, 15))


def test_a_forger_that_bends_nothing_is_right(course: Course) -> None:
    for name in NAMES:
        forger = Forger(course, name, seed=0, share=0)
        tasks = graded(course, name, check_set(course, name), forger)
        assert sum(sum(each.earned.values()) for each in tasks) == 100


@pytest.mark.parametrize(
    "arguments",
    [
        [np.ones(4000), np.ones(4000)],
        [np.ones((300, 1)), np.ones((1, 300)), [1.0] * 300],
        [10**9, 0.1, 0.1, 1],
        [-(10**7)],
        [[[1.0] * 100] * 100, [[1.0] * 100] * 100],
        [Tensor(np.ones(MOST_ENTRIES + 1, dtype=np.int8))],
    ],
)
def test_a_substitute_answers_for_moderate_arguments(arguments: list[Any]) -> None:
    with pytest.raises(BadQuestion):
        require_moderate(arguments)
    require_moderate([np.ones((10, 10)), np.ones((10, 10)), np.ones(10), 100, 0.5, [1.0] * 20])
