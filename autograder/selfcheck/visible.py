"""The visible checks of a task, and what each says of a student's function."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from autograder.checks import visible
from autograder.checks.support.findings import CheckFailed, Finding, NotStarted
from autograder.checks.support.marks import Mark, mark_of, title_of
from autograder.checks.support.student import Student

State = Literal["passed", "failed", "not started"]


@dataclass(frozen=True, slots=True)
class VisibleCheck:
    mark: Mark
    title: str
    run: Callable[[Student], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    check: VisibleCheck
    state: State
    finding: Finding | None


@functools.cache
def checks_of(task: str) -> tuple[VisibleCheck, ...]:
    """The visible checks of a task, in the order of their file."""
    return tuple(check for check in _all_checks() if check.mark.task == task)


@functools.cache
def _all_checks() -> tuple[VisibleCheck, ...]:
    found: list[VisibleCheck] = []
    for entry in pkgutil.iter_modules(visible.__path__):
        module = importlib.import_module(f"{visible.__name__}.{entry.name}")
        for function in vars(module).values():
            mark = mark_of(function) if callable(function) else None
            if mark is not None:
                found.append(VisibleCheck(mark, title_of(function), function))
    return tuple(found)


def run(check: VisibleCheck, student: Student) -> Outcome:
    """Run one check against the student's functions; its failure is an outcome."""
    try:
        check.run(student)
    except NotStarted as failure:
        return Outcome(check, "not started", failure.finding)
    except CheckFailed as failure:
        return Outcome(check, "failed", failure.finding)
    return Outcome(check, "passed", None)
