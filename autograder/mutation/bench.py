"""A judge for mutants: any secret, any part of the checks, and a verdict instead of a result."""

from __future__ import annotations

import ast
import importlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from autograder.course import Assignment, Course
from autograder.judge.judge import Judge, Terms
from autograder.judge.session import Check, CheckSession
from autograder.misconceptions.further import record
from autograder.result import Result
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

from .mutants import functions_of, solution_of

Part = Literal["all", "quick", "long", "hidden", "own"]
_MOST_SESSIONS: Final = 3
_SLOW: Final = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Job:
    """A submission to try, its wrong tasks, and which checks to run.

    "all": every check; "quick": without the checks that have more time than others, and, of tasks
    that call none of the wrong ones, without the slow ones; "long": only the checks that "quick"
    leaves out of the wrong tasks; "hidden": the hidden ones of "quick"; "own": those of the wrong
    tasks, one by one until one fails.
    """

    assignment: str
    cells: tuple[str, ...]
    tasks: tuple[str, ...] = ()
    part: Part = "quick"
    secret: bytes = b"mutation"
    hints: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a submission came to: the tasks that lost points, and what these kept.

    `kept` names the checks of the losing tasks that earned points all the same.
    """

    lost: tuple[str, ...]
    kept: tuple[tuple[str, float], ...] = ()
    errors: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Bench(Judge):
    """Tries submissions out; sandboxes and the last few sessions of checks stay warm."""

    def __init__(self, course: Course) -> None:
        super().__init__(course, b"", Terms("en"))
        self._warm: dict[tuple[bytes, str], tuple[CheckSession, list[Check]]] = {}
        self._slow: dict[str, frozenset[str]] = {}
        self._calls: dict[str, dict[str, frozenset[str]]] = {}
        self._keep: Callable[[Check], bool] = lambda _check: True
        self._hints = False

    def try_out(self, job: Job) -> Verdict:
        assignment = self._course.assignment(job.assignment)
        self._secret, self._hints = job.secret, job.hints
        if job.part == "own":
            return self._one_by_one(job, assignment)
        self._keep = self._chosen(job, assignment)
        return self._on(job)

    def checks_of(self, assignment: Assignment, secret: bytes) -> CheckSession:
        """The session with all checks of the assignment under a secret."""
        self._secret, self._keep = secret, lambda _check: True
        return self._session(assignment)

    def _one_by_one(self, job: Job, assignment: Assignment) -> Verdict:
        own = [c for c in self._all_checks(assignment) if c.task in job.tasks and not c.seconds]
        for check in sorted(own, key=lambda check: (check.visible, -check.points)):
            self._keep = _only(check)
            verdict = self._on(job)
            if verdict.lost or verdict.errors:
                return verdict
        return Verdict(())

    def _on(self, job: Job) -> Verdict:
        data = "\0".join(job.cells).encode()
        handed = Handed(job.cells)
        return _verdict(self.grade(Submission("mutant", job.assignment, handed, data, ())))

    def _chosen(self, job: Job, assignment: Assignment) -> Callable[[Check], bool]:
        slow = self._slow_of(assignment) if job.tasks and assignment.torch else frozenset()
        calls = self._calls_of(assignment)

        def quick(check: Check) -> bool:
            apart = not calls[check.task] & set(job.tasks)
            return check.seconds is None and not (apart and check.id in slow)

        if job.part == "all":
            return lambda _check: True
        if job.part == "long":
            return lambda check: check.task in job.tasks and not quick(check)
        if job.part == "hidden":
            return lambda check: quick(check) and not check.visible
        return quick

    def _slow_of(self, assignment: Assignment) -> frozenset[str]:
        """The checks that take the solution long."""
        if assignment.name not in self._slow:
            solution = vars(importlib.import_module(f"solutions.{assignment.name}"))
            session = self.checks_of(assignment, self._secret)
            taken = {}
            for check in list(session.checks):
                start = time.perf_counter()
                record(session, check, solution)
                taken[check.id] = time.perf_counter() - start
            self._slow[assignment.name] = frozenset(id for id, t in taken.items() if t > _SLOW)
        return self._slow[assignment.name]

    def _calls_of(self, assignment: Assignment) -> dict[str, frozenset[str]]:
        """For each task: itself and the tasks that its solution calls."""
        if assignment.name not in self._calls:
            source = solution_of(self._course.folder, assignment.name)
            self._calls[assignment.name] = calls_of(source, assignment)
        return self._calls[assignment.name]

    def _all_checks(self, assignment: Assignment) -> list[Check]:
        self._session(assignment)
        return self._warm[self._secret, assignment.name][1]

    def _session(self, assignment: Assignment) -> CheckSession:
        key = self._secret, assignment.name
        if key not in self._warm:
            while len(self._warm) >= _MOST_SESSIONS:
                self._warm.pop(next(iter(self._warm)))[0].close()
                self._matchers.clear()
            session = CheckSession(self._course, assignment, self._secret)
            self._warm[key] = session, list(session.checks)
        session, checks = self._warm[key]
        session.checks = [check for check in checks if self._keep(check)]
        return session

    def _matcher(self, assignment: Assignment, session: CheckSession) -> Any:
        return super()._matcher(assignment, session) if self._hints else _NoMatcher()

    def close(self) -> None:
        for session, _checks in self._warm.values():
            session.close()
        super().close()


def _only(check: Check) -> Callable[[Check], bool]:
    return lambda other: other.id == check.id


class _NoMatcher:
    def hints(self, *_arguments: object) -> dict[str, str]:
        return {}


def calls_of(source: str, assignment: Assignment) -> dict[str, frozenset[str]]:
    """For each task of the solution: itself and the tasks that it calls, at any distance."""
    functions = functions_of(source, assignment)
    direct = {
        task: {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        & set(functions)
        for task, function in functions.items()
    }
    reached: dict[str, frozenset[str]] = {}
    for task in functions:
        found, todo = {task}, [task]
        while todo:
            new = direct[todo.pop()] - found
            found |= new
            todo += new
        reached[task] = frozenset(found)
    return reached


def _verdict(result: Result) -> Verdict:
    runs = [(task, check) for task in result.tasks for check in task.checks]
    lost = {task.name for task, check in runs if check.earned < check.points}
    hints = {check.hint for task, check in runs if task.name in lost and check.hint is not None}
    return Verdict(
        tuple(task.name for task in result.tasks if task.name in lost),
        tuple((c.id, c.earned) for task, c in runs if task.name in lost and c.earned),
        tuple(c.id for _task, c in runs if c.outcome == "error"),
        tuple(c.id for _task, c in runs if c.finding is not None and c.finding.code == "carried"),
        tuple(sorted(hints)),
    )
