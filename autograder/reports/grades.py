"""A student's final numbers: what was graded, less what lateness costs, and what a person changed.

Worked out anew each time, from the results, class.json, course.toml and two tables beside
assignments/: overrides.csv (student, task, points, reason, by; the task `forward/written` is the
written question of `forward`) and extensions.csv (student, assignment, until).
"""

from __future__ import annotations

import contextlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from autograder.course import Course
from autograder.course.policy import YEARS
from autograder.course.table import WRITTEN_POINTS
from autograder.grading.result import Result
from autograder.intake.manifest import Attempt, Collected
from autograder.intake.names import listed
from autograder.intake.tables import Row, TableError, whole_rows
from autograder.reports import class_record, entries, sheet
from autograder.values.messages import mark as _
from autograder.values.text import visible
from autograder.values.words import Words

FILE: Final = "grades.csv"
OVERRIDES: Final = "overrides.csv"
EXTENSIONS: Final = "extensions.csv"
_WRITTEN: Final = "written"
_COLUMNS: Final = ("raw", "penalty", "override", "written", "final")
_LATE = _("Handed in late; days begun: {days}; points taken off: {points}")
_MARKED = _("{task}: {points} points, given by {by}: {reason}")
_ANSWER = _("The written answer: {points} of {max}")
_FINAL = _("Final: {points}")


class Override(msgspec.Struct, frozen=True):
    """Points that a person gives in the place of what a task earned."""

    task: str
    points: float
    reason: str
    by: str


class Grade(msgspec.Struct, frozen=True):
    """One student's one assignment. `raw`: None where nothing was graded.

    `override`: the points that `overrides` add to the raw ones, `written`: of the written
    question, None while nobody marked it.
    """

    student: str
    assignment: str
    raw: float | None
    days_late: int
    penalty: float
    overrides: tuple[Override, ...]
    override: float
    written: float | None
    final: float
    attempt: Attempt | None = None
    attempts: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but what was graded."""
        return not (self.days_late or self.overrides or self.written is not None)


Key = tuple[str, str]  # student, assignment


class Marks(NamedTuple):
    """What persons have said about a class, and what it has agreed on."""

    course: Course
    overrides: Mapping[Key, tuple[Override, ...]]
    until: Mapping[Key, datetime]

    @property
    def named(self) -> list[tuple[str, str]]:
        """The tables beside assignments/ and the students in them, sorted."""
        tables = ((OVERRIDES, self.overrides), (EXTENSIONS, self.until))
        return sorted({(file, student) for file, table in tables for student, _ in table})

    def grade(self, key: Key, result: Result | None, handed: Collected | None) -> Grade:
        """The final numbers of one submission."""
        policy = self.course.policy
        attempt = handed.counting if handed is not None else None
        days = self.days_late(key, attempt)
        given = self.overrides.get(key, ())
        earned = {} if result is None else {task.name: task.earned for task in result.tasks}
        changed = tuple(each for each in given if each.task != _WRITTEN)
        override = sum((each.points - earned.get(each.task, 0.0) for each in changed), 0.0)
        written = next((each.points for each in given if each.task == _WRITTEN), None)
        whole = (0.0 if result is None else result.score) + override + (written or 0.0)
        penalty = min(policy.penalty(days), max(0.0, whole))
        return Grade(
            *key, None if result is None else result.score, days, penalty, changed, override,
            written, whole - penalty, attempt, len(handed.attempts) if handed else 0,
        )  # fmt: skip

    def days_late(self, key: Key, attempt: Attempt | None) -> int:
        if attempt is None:
            return 0
        deadline = self.until.get(key, self.course.policy.deadlines.get(key[1]))
        when = None if attempt.when is None else datetime.fromisoformat(attempt.when)
        return self.course.policy.days_late(when, deadline, attempt.late and key not in self.until)

    def undated(self, handed: Mapping[Key, Collected | None]) -> Counter[str]:
        """To how many submissions of each assignment its deadline can't be applied."""
        return Counter(
            name
            for (_, name), each in handed.items()
            if name in self.course.policy.deadlines and not _is_dated(each)
        )


def _is_dated(handed: Collected | None) -> bool:
    """Whether it is known when the attempt that counts was made, or that it was late."""
    attempt = None if handed is None else handed.counting
    return attempt is not None and bool(attempt.when or attempt.late)


def marks(course: Course) -> Marks:
    """What stands beside assignments/. Raises TableError, naming the line."""
    return Marks(course, _overrides(course), _extensions(course))


def grades(course: Course, out: Path) -> dict[Key, Grade]:
    """The final numbers of a class, sorted by student and then as the course goes.

    Raises TableError and OutError.
    """
    said, record = marks(course), class_record.load(out)
    handed = {(each.student, each.assignment): each for each in record.collected}
    found: dict[Key, Grade] = {}
    for result in entries.usable(course, out):
        key = result.student, result.assignment
        found[key] = said.grade(key, result, handed.get(key))
    known = {each.student for each in record.students} | {student for student, _ in found}
    for key in said.overrides:
        if key not in found and key[0] in known:
            found[key] = said.grade(key, None, handed.get(key))
    order = course.names.index
    return dict(sorted(found.items(), key=lambda item: (item[0][0], order(item[0][1]))))


def students(out: Path, found: Mapping[Key, Grade]) -> list[str]:
    """Everybody: graded, listed in the roster, or with a folder in which nothing was found."""
    listed = {each.student for each in class_record.load(out).students}
    return sorted(listed | {student for student, _ in found})


def as_csv(course: Course, everybody: Iterable[str], found: Mapping[Key, Grade]) -> bytes:
    """grades.csv: five columns for each assignment, and the total of what counts."""
    names = course.names
    head = ["student", *(f"{n} {column}" for n in names for column in _COLUMNS), "total"]
    rows: list[list[str | float | None]] = [[*head]]
    for student in everybody:
        own = [found.get((student, name)) for name in names]
        numbers = [n for each in own for n in (_numbers(each) if each else [None] * len(_COLUMNS))]
        total = sum((each.final for each in own if each is not None), 0.0)
        rows.append([student, *numbers, _short(total)])
    return sheet.as_csv(rows)


def _numbers(grade: Grade) -> list[float | None]:
    override = grade.override if grade.overrides else None
    every = (grade.raw, grade.penalty or None, override, grade.written, grade.final)
    return [None if each is None else _short(each) for each in every]


def _short(points: float) -> float:
    points = round(float(points), 6)
    return int(points) if points.is_integer() else points


def lines(grade: Grade, say: Words) -> list[str]:
    """What becomes of the checks' points, the final ones last; nothing where these are all."""
    if grade.is_plain:
        return []
    late = say(_LATE, days=grade.days_late, points=f"{grade.penalty:g}")
    final = say(_FINAL, points=f"{grade.final:g}")
    return [*given(grade, say), *([late] if grade.days_late else []), final]


def given(grade: Grade, say: Words) -> list[str]:
    """What a person gave."""
    answer = [] if grade.written is None else [written(grade.written, say)]
    return [*(marked(each, say) for each in grade.overrides), *answer]


def marked(each: Override, say: Words) -> str:
    """What a person gave for a task, and why."""
    return say(_MARKED, task=each.task, points=f"{each.points:g}", by=each.by, reason=each.reason)


def written(points: float, say: Words) -> str:
    """What a person gave for the written answer."""
    return say(_ANSWER, points=f"{points:g}", max=str(WRITTEN_POINTS))


def _overrides(course: Course) -> dict[Key, tuple[Override, ...]]:
    file = course.folder / OVERRIDES
    if not file.exists():
        return {}
    places = {task.name: (each.name, task.points) for each in course.assignments
              for task in each.tasks}  # fmt: skip
    places |= {f"{name}/{_WRITTEN}": (name, float(WRITTEN_POINTS)) for name in course.names}
    found: dict[Key, dict[str, Override]] = {}
    for row in whole_rows(file, ("student", "task", "points", "reason", "by")):
        task = row.cells["task"]
        if task not in places:
            raise TableError(
                f"{row.place}: no task is called {task!r}; for a written question write "
                f"{course.names[0]}/{_WRITTEN}"
            )
        assignment, most = places[task]
        task = _WRITTEN if task.endswith(f"/{_WRITTEN}") else task
        own = found.setdefault((_student(row), assignment), {})
        if task in own:
            raise TableError(f"{row.place}: a second line for this student and task; keep one")
        reason, by = (visible(row.cells[each]) for each in ("reason", "by"))
        own[task] = Override(task, _points(row, most), reason, by)
    return {key: tuple(own.values()) for key, own in sorted(found.items())}


def _points(row: Row, most: float) -> float:
    try:
        if "_" in (written := row.cells["points"]):  # Python takes 1_0 for 10
            raise ValueError
        points = float(written.replace(",", "."))
    except ValueError:
        points = math.nan
    if not 0 <= points <= most:
        raise TableError(f"{row.place}: {row.cells['points']!r} points; give 0 to {most:g}")
    return points


def _extensions(course: Course) -> dict[Key, datetime]:
    file = course.folder / EXTENSIONS
    if not file.exists():
        return {}
    found: dict[Key, datetime] = {}
    for row in whole_rows(file, ("student", "assignment", "until")):
        if row.cells["assignment"] not in course.names:
            raise TableError(f"{row.place}: no assignment is called {row.cells['assignment']!r}")
        until = _until(course, row)
        key = _student(row), row.cells["assignment"]
        if key in found:
            raise TableError(f"{row.place}: a second line for this assignment; keep one")
        found[key] = until
    return found


def _until(course: Course, row: Row) -> datetime:
    """The end of an extension; none is shorter than what the whole class has."""
    text = row.cells["until"]
    try:
        until = datetime.fromisoformat(text)
    except ValueError:
        raise TableError(f"{row.place}: no time; write 2026-03-20 23:59, say") from None
    if until.year not in YEARS:
        raise TableError(f"{row.place}: a time in the year {until.year}; fix it")
    with contextlib.suppress(ValueError):
        day = date.fromisoformat(text)
        raise TableError(f"{row.place}: {text} is a day without a time; write {day} 23:59, say")
    policy = course.policy
    deadline = policy.deadlines.get(row.cells["assignment"])
    if deadline is not None and policy.moment(until) <= policy.moment(deadline):
        raise TableError(
            f"{row.place}: {text} is not after the deadline of the class, "
            f"{deadline:%Y-%m-%d %H:%M} {deadline.tzinfo or policy.zone}; write a later time, or "
            "take the line away"
        )
    return until


def _student(row: Row) -> str:
    if not row.cells["student"]:
        raise TableError(f"{row.place}: no student; fill it in")
    return listed(row.cells["student"])
