"""An assignment's checks: found in its two files, and the one way in which a check is run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType

import numpy as np
from numpy.random import Generator

from autograder.checks.content import (
    ASSIGNMENTS,
    CHECKS,
    FOLDERS,
    KINDS,
    ContentError,
    Sentences,
    module,
    sentences,
)
from autograder.checks.expect import beside_the_value
from autograder.checks.marks import mark_of, title_of
from autograder.checks.student import Student
from autograder.values.findings import Ended

STUDENT = "student"
RANDOM_NUMBERS = "rng"


@dataclass(frozen=True, slots=True)
class Check:
    """One check, as its file declares it. `titles`: in other languages than its docstring's.

    `beside`: whether it looks at something beside the value, and waits for right ones.
    """

    id: str
    title: str
    titles: Mapping[str, str]
    task: str
    visible: bool
    points: float
    seconds: float | None
    body: Callable[..., object]
    draws: bool
    beside: bool = False

    def title_in(self, language: str) -> str:
        return self.titles.get(language, self.title)


def collect(course: Path, assignment: str, folders: Sequence[str] = FOLDERS) -> tuple[Check, ...]:
    """The assignment's checks in the order of their files, visible ones first.

    A student's folder has no hidden ones, so `folders` is (ASSIGNMENTS,) there. Raises
    ContentError.
    """
    said = sentences(course, assignment, folders)
    return tuple(
        check
        for folder in folders
        for check in _of_file(course, f"{folder}.{assignment}.{CHECKS}", said)
    )


def _of_file(course: Path, name: str, said: Sentences) -> Iterator[Check]:
    loaded = module(course, name)
    file = "/".join(name.split(".")) + ".py"
    for each in vars(loaded).values():
        if not inspect.isfunction(each) or each.__module__ != loaded.__name__:
            continue
        if each.__name__.startswith("test_"):
            yield _check(each, f"{file}:{each.__code__.co_firstlineno}", said)


def _check(body: FunctionType, place: str, said: Sentences) -> Check:
    mark = mark_of(body)
    if mark is None:
        raise ContentError(f"{place}: {body.__name__} has no @task(…); say what it belongs to")
    folder = place.partition("/")[0]
    visible = folder == ASSIGNMENTS
    id = f"{KINDS[folder]}/{body.__name__.removeprefix('test_')}"
    wants = list(inspect.signature(body).parameters)
    if wants not in ([STUDENT], [STUDENT, RANDOM_NUMBERS]) or (visible and len(wants) > 1):
        more = "" if visible else f", or `{STUDENT}` and `{RANDOM_NUMBERS}`"
        raise ContentError(f"{place}: {body.__name__} should take `{STUDENT}`{more}")
    try:
        title = title_of(body)
    except ValueError as why:
        raise ContentError(f"{place}: {why}") from None
    return Check(
        id,
        title,
        said.titles.get(id, {}),
        mark.task,
        visible,
        mark.points,
        mark.seconds,
        body,
        len(wants) > 1,
        _looks_beside(body),
    )


def _looks_beside(body: FunctionType) -> bool:
    """Whether the check, or a function that it calls, looks at something beside the value."""
    called = _called(body)
    return beside_the_value in [*called, *(each for helper in called for each in _called(helper))]


def _called(function: FunctionType) -> list[FunctionType]:
    """The functions that this one names."""
    named = map(function.__globals__.get, function.__code__.co_names)
    return [each for each in named if inspect.isfunction(each)]


def run(check: Check, student: Student, rng: Generator | None = None) -> BaseException | None:
    """Run the check for this student: None when it passes, else what it raised.

    Where its body passes, the answers are looked at a second time. rng: its random numbers, for
    a check that draws.
    """
    with np.errstate(all="ignore"):  # a student's nan and inf are findings, no news
        try:
            if check.draws:
                check.body(student, rng)
            else:
                check.body(student)
            student.look_again()
        except (Exception, Ended) as raised:
            return raised
    return None
