"""One assignment as a judge keeps it warm: whatever is the same for every submission."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.course import Assignment, Course
from autograder.course.pictures import pictures
from autograder.grading import solutions, worked_out
from autograder.grading.foreseen import ForeseenChecks
from autograder.grading.key import environment
from autograder.grading.reference_answers import right_answer
from autograder.grading.remote import RemoteStudent
from autograder.grading.shown import Reference
from autograder.grading.solutions import Solution
from autograder.hints import catalogue
from autograder.hints.examples import PUBLISHED, Examples
from autograder.hints.matcher import Matcher


class Warm:
    """The checks of an assignment under a secret, and what is worked out from them when needed.

    If it `keeps`, it begins with what other processes and runs worked out, and `keep` lets others
    begin with what it did. Raises ContentError.
    """

    def __init__(
        self, course: Course, assignment: Assignment, secret: bytes, *, keeps: bool
    ) -> None:
        self.assignment = assignment
        self._folder = course.folder
        self._secret = secret
        self._keeps = keeps
        self.checks = self._checks(secret)
        self._foreseen = ForeseenChecks(self.checks, self.solution)
        if keeps:
            known = worked_out.load(*self._depends_on())
            for mine, loaded in zip(self._worked_out(), known or (), strict=False):
                mine.update(loaded)
        self._kept = self._extent()

    def _checks(self, secret: bytes) -> CheckSet:
        return CheckSet.load(self._folder, self.assignment.name, self.assignment.points, secret)

    def load(self) -> None:
        """Load what a grading may need, so that a fault in it shows beforehand."""
        _ = self.matcher, self.reference

    def solution(self) -> dict[str, Any]:
        """The solution's functions."""
        return content.solution(self._folder, self.assignment.name)

    def solutions(self, task: str) -> Sequence[Solution]:
        """Right solutions that the task can be carried by."""
        tasks = tuple(self.assignment.points)
        return solutions.of_task(self._folder, self.assignment.name, tasks, task)

    def right_answer(self, task: str, arguments: list[Any]) -> Any:
        """What stands for an earlier task's function answers."""
        return right_answer(self.solution()[task], arguments)

    def run_first(
        self, checks: CheckSet, student: RemoteStudent
    ) -> Callable[[Check], BaseException | None] | None:
        """What runs hidden checks whose calls are known; of models it is known too little."""
        if self.assignment.torch or checks.secret != self._secret:
            return None
        return lambda check: self._foreseen.run(checks, check, student)

    @cached_property
    def matcher(self) -> Matcher:
        """Who finds the mistakes of the catalogue."""
        known = catalogue.load(self._folder, self.assignment.name, tuple(self.assignment.points))
        return Matcher(known, self.checks, self.solution)

    @cached_property
    def examples(self) -> Examples:
        """The calls that may be shown, drawn under a secret that is none."""
        return Examples(self._checks(PUBLISHED), self.solution)

    @cached_property
    def reference(self) -> Reference:
        """What pages draw beside a student's values."""
        shown = pictures(self._folder, self.assignment.name)
        return Reference(self.checks, shown, self.solution())

    def keep(self) -> None:
        """Let others begin with what is known by now, if that is more than it was."""
        if self._keeps and (extent := self._extent()) != self._kept:
            known = list(map(worked_out.picklable, self._worked_out()))
            worked_out.keep(*self._depends_on(), known)
            self._kept = extent

    def _worked_out(self) -> tuple[dict[Any, Any], dict[Any, Any]]:
        return self.checks.drawn, self._foreseen.calls

    def _extent(self) -> int:
        return sum(len(entry) for known in self._worked_out() for entry in known.values())

    def _depends_on(self) -> tuple[bytes, bytes]:
        place = str(self._folder.resolve()).encode("utf-8", "surrogateescape")
        return environment(self._folder, self.assignment.name, self._secret) + place, self._secret
