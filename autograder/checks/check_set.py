"""An assignment's checks with the secret from which hidden ones draw their numbers."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.checks import collect, content
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS, CHECKS, SOLUTIONS, ContentError
from autograder.checks.draw import Remembering
from autograder.checks.student import Student
from autograder.values.findings import Finding
from autograder.values.messages import MESSAGES


@dataclass(frozen=True, slots=True)
class CheckSet:
    """Some or all of an assignment's checks, visible ones first, and the numbers they draw.

    What a check has drawn is remembered, for this set and those chosen from it: it is the same
    for each submission.
    """

    checks: tuple[Check, ...]
    secret: bytes
    own_codes: frozenset[str] = frozenset()  # of findings that only this assignment has
    _drawn: dict[tuple[str, str], list[Any]] = field(default_factory=dict)

    @classmethod
    def load(
        cls, course: Path, assignment: str, points: Mapping[str, float], secret: bytes
    ) -> CheckSet:
        """All checks of an assignment; `points` are its tasks'. Raises ContentError."""
        checks = collect.collect(course, assignment)
        require_known_tasks(assignment, checks, tuple(points))
        _require_points(assignment, checks, points)
        own_codes = frozenset(content.sentences(course, assignment).findings)
        return cls(checks, secret, own_codes)

    @property
    def drawn(self) -> dict[tuple[str, str], list[Any]]:
        """What was drawn so far, for another set of the same checks and secret to begin with."""
        return self._drawn

    def chosen(self, choose: Callable[[Check], bool]) -> CheckSet:
        """The checks of this set for which `choose` says so."""
        return dataclasses.replace(self, checks=tuple(filter(choose, self.checks)))

    def has_sentence(self, finding: Finding) -> bool:
        """Whether the finding can be said, so that it is no slip of the check itself."""
        return finding.code in MESSAGES or finding.code in self.own_codes

    def of_task(self, task: str) -> list[Check]:
        return [check for check in self.checks if check.task == task]

    def run(self, check: Check, student: Student, *, repeat: bool = False) -> BaseException | None:
        """Run the check for this student; None when it passes, else what it raised.

        A `repeat` has other random numbers, since the student's code has seen the first ones.
        """
        phase = "repeat" if repeat else "first"
        known = self._drawn.setdefault((check.id, phase), [])
        if not check.draws:
            return collect.run(check, student)
        seed = self._number(phase, check.id)
        return collect.run(check, student, Remembering(seed, known, partial(self._shared, phase)))

    def _shared(self, phase: str, key: str, find: Callable[[Generator], Any]) -> Any:
        """What all checks have drawn together, under this key."""
        known = self._drawn.setdefault((key, phase), [])
        if not known:
            known.append(find(np.random.default_rng(self._number(phase, key))))
        return known[0]

    def _number(self, what: str, of: str) -> int:
        text = f"{what}\0{of}".encode()
        return int.from_bytes(hashlib.sha256(self.secret + b"\0" + text).digest())


def require_known_tasks(assignment: str, checks: Iterable[Check], tasks: Sequence[str]) -> None:
    """Every check belongs to one of the assignment's tasks. Raises ContentError."""
    for check in checks:
        if check.task not in tasks:
            folder = ASSIGNMENTS if check.visible else SOLUTIONS
            line = check.body.__code__.co_firstlineno
            raise ContentError(
                f"{folder}/{assignment}/{CHECKS}.py:{line}: {check.body.__name__} belongs to "
                f"{check.task!r}, which course.toml does not name; it has {', '.join(tasks)}"
            )


def _require_points(
    assignment: str, checks: tuple[Check, ...], points: Mapping[str, float]
) -> None:
    """The points of the checks add up to the tasks', and half of them are hidden."""
    for task, wanted in points.items():
        own = [check for check in checks if check.task == task]
        total = sum(check.points for check in own)
        hidden = sum(check.points for check in own if not check.visible)
        if total != wanted:
            raise ContentError(
                f"{assignment}: the checks of {task} add up to {total:g} points, course.toml says "
                f"{wanted:g}; change one of them"
            )
        if hidden * 2 < total:
            raise ContentError(
                f"{assignment}: less than half of {task} is hidden; give hidden checks more points"
            )
