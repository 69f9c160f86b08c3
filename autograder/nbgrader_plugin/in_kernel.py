"""A task's checks in nbgrader's kernel, on the notebook's own functions.

For plain nbgrader, which runs student code and checks in one process: nothing here is safe from
a student who means harm, and nothing is repeated with substitutes for an earlier mistake.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.checks.answers import Answer
from autograder.checks.check_set import CheckSet
from autograder.checks.local import LocalStudent
from autograder.course import Assignment, Course
from autograder.course.languages import words
from autograder.grading.procedure import Procedure
from autograder.grading.report import task_results
from autograder.nbgrader_plugin.current_course import the_course, the_secret
from autograder.nbgrader_plugin.errors import PluginError
from autograder.reports.feedback import task_text
from autograder.values.findings import CheckFailed, raised
from autograder.values.show import show_call


def points(task: str, namespace: Mapping[str, Any], language: str) -> float:
    """What the function of this name in `namespace` earns; prints what the checks found.

    Raises KitError when the checks can't be used or one fails with an internal error.
    """
    course = the_course()
    assignment = _assignment_of(course, task)
    checks = _checks(assignment.name).chosen(lambda check: check.task == task)
    alone = msgspec.structs.replace(assignment, tasks=(assignment.task(task),))
    with _quiet():
        student = KernelStudent(namespace)
        graded = Procedure(checks, alone, student, course.limits, lambda _task: ()).grade()
    [found] = task_results(graded, {}, words(course, language, assignment.name))
    print(task_text(found, course, assignment.name, language))
    for check in found.checks:
        if check.outcome == "error":
            raise PluginError(f"{check.id} failed with an internal error")
    return float(found.earned)


class KernelStudent(LocalStudent):
    """The notebook's functions, with a clock that never ends: nbgrader's own limit holds."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        super().__init__(namespace)
        self.seconds = 0.0
        self.substituted: set[str] = set()
        self.interrupted = False

    def out_of_time(self) -> bool:
        return False

    def stop_listening(self) -> None:
        """Nothing is listened to here."""

    def fresh(self) -> KernelStudent:
        return self

    def separate(self, task: str) -> None:
        """There is no task after the only one."""

    def substitute(self, tasks: Sequence[str]) -> None:
        """There is no task before the only one."""

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        try:
            return super()._call(task, arguments)
        except SystemExit as stop:
            call = show_call(task, arguments)
            raise CheckFailed(raised(call, "SystemExit", str(stop))) from None


@functools.cache
def _checks(assignment: str) -> CheckSet:
    course = the_course()
    points = course.assignment(assignment).points
    return CheckSet.load(course.folder, assignment, points, the_secret())


def _assignment_of(course: Course, task: str) -> Assignment:
    for assignment in course.assignments:
        if any(each.name == task for each in assignment.tasks):
            return assignment
    raise PluginError(f"no assignment of {course.folder} has a task {task!r}")


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the functions write to themselves: a line on stderr costs the cell's points."""
    kept = [os.dup(descriptor) for descriptor in (1, 2)]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for descriptor in (1, 2):
            os.dup2(nowhere.fileno(), descriptor)
        try:
            with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
                yield
        finally:
            for descriptor, original in zip((1, 2), kept, strict=True):
                os.dup2(original, descriptor)
                os.close(original)
