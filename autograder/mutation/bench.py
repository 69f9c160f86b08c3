"""A judge for mutants: it can leave checks out, changes its secret, and looks for no hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from autograder.course import Assignment, Course
from autograder.judge.judge import Judge, Terms
from autograder.judge.session import Check, CheckSession
from autograder.result import Result
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

Keep = Callable[[Check], bool]
_MOST_SESSIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a submission came to: the tasks that lost points, and what each of its tasks kept.

    `kept` names the checks of a losing task that earned points all the same, and their points.
    """

    lost: tuple[str, ...]
    kept: tuple[tuple[str, float], ...]
    errors: tuple[str, ...]
    carried: tuple[str, ...]


class Bench(Judge):
    """Grades submissions under any secret, with the checks that `keep` lets through."""

    def __init__(self, course: Course) -> None:
        super().__init__(course, b"", Terms("en"))
        self._courses_sessions: dict[tuple[bytes, str], tuple[CheckSession, list[Check]]] = {}
        self._keep: Keep = _everything

    def try_out(
        self, assignment: str, cells: Sequence[str], secret: bytes, keep: Keep | None = None
    ) -> Verdict:
        """Grade these cells as a notebook."""
        self._secret = secret
        self._keep = keep or _everything
        data = "\0".join(cells).encode()
        return _verdict(self.grade(Submission("mutant", assignment, Handed(tuple(cells)), data, ())))

    def session(self, assignment: Assignment, secret: bytes) -> CheckSession:
        """All checks of the assignment under a secret."""
        self._secret, self._keep = secret, _everything
        return self._session(assignment)

    def _session(self, assignment: Assignment) -> CheckSession:
        key = self._secret, assignment.name
        if key not in self._courses_sessions:
            while len(self._courses_sessions) >= _MOST_SESSIONS:
                oldest = next(iter(self._courses_sessions))
                self._courses_sessions.pop(oldest)[0].close()
            session = CheckSession(self._course, assignment, self._secret)
            self._courses_sessions[key] = session, list(session.checks)
        session, checks = self._courses_sessions[key]
        session.checks = [check for check in checks if self._keep(check)]
        return session

    def _matcher(self, _assignment: Assignment, _session: CheckSession) -> Any:
        return _NoHints()

    def close(self) -> None:
        for session, _checks in self._courses_sessions.values():
            session.close()
        super().close()


class _NoHints:
    def hints(self, *_arguments: object) -> dict[str, str]:
        return {}


def _everything(_check: Check) -> bool:
    return True


def _verdict(result: Result) -> Verdict:
    runs = [(task, check) for task in result.tasks for check in task.checks]
    lost = {task.name for task, check in runs if check.earned < check.points}
    return Verdict(
        tuple(task.name for task in result.tasks if task.name in lost),
        tuple((c.id, c.earned) for task, c in runs if task.name in lost and c.earned),
        tuple(c.id for _task, c in runs if c.outcome == "error"),
        tuple(c.id for _task, c in runs if c.finding is not None and c.finding.code == "carried"),
    )
