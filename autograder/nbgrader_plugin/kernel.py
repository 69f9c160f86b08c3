"""A task's checks in nbgrader's kernel, on the notebook's own functions.

For plain nbgrader, which runs student code and checks in one process: nothing here is safe from
a student who means harm, and nothing is repeated with stand-ins for an earlier mistake.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec
import numpy as np

from autograder.checks.support.answers import Answer
from autograder.checks.support.findings import CheckFailed, raised
from autograder.checks.support.show import show_call
from autograder.course import Assignment, Course
from autograder.feedback import task_text
from autograder.judge.grading import Grading
from autograder.judge.remote import RemoteStudent
from autograder.judge.report import task_results
from autograder.judge.session import ChecksError, CheckSession
from autograder.selfcheck.local import LocalStudent

from .installed import the_course, the_secret


def points(task: str, namespace: Mapping[str, Any], language: str) -> float:
    """What the function of this name in `namespace` earns; prints what the checks found.

    Raises CourseError or ChecksError when the checks can't be used or one fails by its own fault.
    """
    course = the_course()
    assignment = _assignment_of(course, task)
    session = copy.copy(_session(assignment.name))
    session.checks = [check for check in session.checks if check.task == task]
    alone = msgspec.structs.replace(assignment, tasks=(assignment.task(task),))
    # it has all the verbs that a grading uses
    student = cast(RemoteStudent, KernelStudent(namespace))
    limits = course.limits
    with _quiet():
        graded = Grading(session, alone, student, limits.call_seconds, limits.overruns).grade()
    [found] = task_results(graded, {}, language)
    print(task_text(found, assignment.section, language))
    for check in found.checks:
        if check.outcome == "error":
            raise ChecksError(f"{check.id} failed by its own fault")
    return float(found.earned)


class KernelStudent(LocalStudent):
    """The notebook's functions, with a clock that never ends: nbgrader's own limit holds."""

    seconds = 0.0

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        super().__init__(namespace)
        self._numpy: Any = np.geterr()  # which floating-point errors warn in the notebook

    def out_of_time(self) -> bool:
        return False

    def stop_listening(self) -> None:
        """Nothing is listened to here."""

    def stand_in(self, tasks: Sequence[str]) -> None:
        """Nobody can stand in here."""

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        try:
            with np.errstate(**self._numpy):
                return super()._call(task, arguments)
        except SystemExit as stop:
            call = show_call(task, arguments)
            raise CheckFailed(raised(call, "SystemExit", str(stop))) from None


@functools.cache
def _session(assignment: str) -> CheckSession:
    course = the_course()
    return CheckSession(course, course.assignment(assignment), the_secret())


def _assignment_of(course: Course, task: str) -> Assignment:
    for assignment in course.assignments:
        if any(each.name == task for each in assignment.tasks):
            return assignment
    raise ChecksError(f"no assignment has a task {task!r}")


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the functions write to themselves: a line on stderr costs the cell's points."""
    kept = [os.dup(descriptor) for descriptor in (1, 2)]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for descriptor in (1, 2):
            os.dup2(nowhere.fileno(), descriptor)
        try:
            with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
                yield
        finally:
            for descriptor, original in zip((1, 2), kept, strict=True):
                os.dup2(original, descriptor)
                os.close(original)
