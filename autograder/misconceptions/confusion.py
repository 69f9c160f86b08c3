"""How well the matcher names mistakes: named right, named wrong, unnamed.

`python -m autograder.misconceptions.confusion [ASSIGNMENT]` hands every entry in as a
submission and prints the table.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import course as courses
from autograder import course_secret
from autograder.course import Assignment, Course
from autograder.judge.grading import Graded
from autograder.judge.judge import Judge, Terms
from autograder.judge.session import CheckSession
from autograder.result import Result

from .catalogue import load_all
from .matcher import Matcher
from .submissions import as_submission, with_function, with_way

_HEAD = re.compile(r'^# %% task="(\w+)" expect="([^"]*)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A submission with one mistake in one task. `expected` is None when no entry has it."""

    name: str
    assignment: str
    task: str
    text: str
    expected: str | None


@dataclass(slots=True)
class Confusion:
    """What became of the cases; `seconds` of matching for each failed check."""

    right: list[Case] = field(default_factory=list)
    wrong: list[tuple[Case, str]] = field(default_factory=list)
    unnamed: list[tuple[Case, str | None]] = field(default_factory=list)
    undetected: list[Case] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def cases(self) -> int:
        return len(self.right) + len(self.wrong) + len(self.unnamed) + len(self.undetected)

    @property
    def known(self) -> int:
        """How many cases have a mistake that is in the catalogue."""
        missed = [case for case, _ in [*self.wrong, *self.unnamed]] + self.undetected
        return len(self.right) + sum(case.expected is not None for case in missed)

    @property
    def median_milliseconds(self) -> float:
        return 1000 * statistics.median(self.seconds) if self.seconds else 0.0


class TimedJudge(Judge):
    """A judge that notes how long its matchers take, and what they raise.

    It leaves out the checks that allow a call more time than others: no matcher repeats those.
    """

    def __init__(self, course: Course, secret: bytes) -> None:
        super().__init__(course, secret, Terms("en"))
        self.seconds: list[float] = []
        self.errors: list[Exception] = []

    def _session(self, assignment: Assignment) -> CheckSession:
        session = super()._session(assignment)
        session.checks = [check for check in session.checks if check.seconds is None]
        return session

    def _matcher(self, assignment: Assignment, session: CheckSession) -> Matcher:
        matcher: Any = _Timed(super()._matcher(assignment, session), self)
        return matcher  # type: ignore[no-any-return]


class _Timed:
    def __init__(self, matcher: Matcher, judge: TimedJudge) -> None:
        self._matcher = matcher
        self._judge = judge

    def hints(self, graded: Sequence[Graded], student: Any) -> dict[str, str]:
        failed = sum(run.outcome == "failed" for each in graded for run in each.runs)
        start = time.perf_counter()
        try:
            return self._matcher.hints(graded, student)
        except Exception as error:
            self._judge.errors.append(error)
            raise
        finally:
            if failed:
                share = (time.perf_counter() - start) / failed
                self._judge.seconds += [share] * failed


def of_entries(course: Course, only: str | None = None) -> Iterator[Case]:
    """Every wrong function of the catalogues as a case."""
    for name, catalogue in load_all(course).items():
        for entry in catalogue.entries if only in (None, name) else ():
            for way in entry.ways:
                text = with_way(course, name, entry.task, way)
                yield Case(way.__name__, name, entry.task, text, entry.id)


def of_files(course: Course, folder: Path, only: str | None = None) -> Iterator[Case]:
    """The wrong functions in a folder's files, one for each assignment.

    A line `# %% task="sigmoid" expect="forward/sigmoid-mirrored"` stands above each; `expect` is
    empty for a mistake that is in no catalogue.
    """
    for name in course.names if only is None else (only,):
        file = folder / f"{name}.py"
        parts = _HEAD.split(file.read_text(encoding="utf-8")) if file.is_file() else [""]
        for number, (task, expected, text) in enumerate(zip(*[iter(parts[1:])] * 3, strict=True)):
            submission = with_function(course, name, text)
            yield Case(f"{name} {number + 1}", name, task, submission, expected or None)


def confusion(course: Course, secret: bytes, cases: Iterable[Case]) -> Confusion:
    """Grade every case and sort it by the hint of its task."""
    found = Confusion()
    judge = TimedJudge(course, secret)
    try:
        for case in cases:
            submission = as_submission(course, case.assignment, case.name, case.text)
            _sort(found, case, judge.grade(submission))
    finally:
        judge.close()
    if judge.errors:
        raise judge.errors[0]
    found.seconds = judge.seconds
    return found


def _sort(found: Confusion, case: Case, result: Result) -> None:
    task = next(task for task in result.tasks if task.name == case.task)
    hints = {check.hint for check in task.checks if check.hint is not None}
    hint = next(iter(hints)) if len(hints) == 1 else None
    if all(check.outcome == "passed" for check in task.checks):
        found.undetected.append(case)
    elif hint is None or hint.startswith("generic/"):
        found.unnamed.append((case, hint))
    elif hint == case.expected:
        found.right.append(case)
    else:
        found.wrong.append((case, hint))


def as_markdown(tables: dict[str, Confusion]) -> str:
    """The tables, one row for each set of cases."""
    lines = [
        "| cases | number | named right | named wrong | unnamed | ms per failed check (median) |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, found in tables.items():
        unnamed = len(found.unnamed) + len(found.undetected)
        lines.append(
            f"| {name} | {found.cases} | {len(found.right)} | {len(found.wrong)} | {unnamed} "
            f"| {found.median_milliseconds:.1f} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    course = courses.load(Path(__file__).resolve().parents[2])
    secret = course_secret.of_course(course.folder)
    tables = {}
    for name in course.names if len(sys.argv) < 2 else sys.argv[1:]:
        tables[name] = found = confusion(course, secret, of_entries(course, name))
        for case, hint in found.wrong:
            print(f"wrong: {case.expected} ({case.name}) as {hint}")
        for case, missed in found.unnamed:
            print(f"unnamed: {case.expected} ({case.name}): {missed}")
        for case in found.undetected:
            print(f"undetected: {case.expected} ({case.name})")
    print(as_markdown(tables))


if __name__ == "__main__":
    main()
