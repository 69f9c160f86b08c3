"""course.toml as a typed, validated course: languages, assignments, tasks, points and limits."""

from __future__ import annotations

import datetime
import keyword
import math
import re
from pathlib import Path
from typing import Final

import msgspec

from autograder.values.toml import toml_table, toml_text
from autograder.checks.content import ASSIGNMENTS
from autograder.course.policy import COUNTS, MOST, YEARS, Policy
from autograder.values.errors import KitError

TABLE: Final = f"{ASSIGNMENTS}/course.toml"
POINTS_PER_ASSIGNMENT: Final = 100
WRITTEN_POINTS: Final = 3  # beside them, for the written question
NAMES: Final = "use lower-case letters, digits and _, but no word of Python's such as class"
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_COLUMNS = ("student", "total")  # of scores.csv, beside one for each assignment
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?\Z")

Texts = dict[str, str]  # by language


class CourseError(KitError):
    """A course can't be used; the message is one line: where, what, and what to do."""


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One function that a student writes.

    `public` tasks have no arguments or a finite, published list of them, so that their visible
    checks count by themselves; `plain` tasks take and give plain data, so that a reference
    substitute can answer for them.
    """

    points: float
    public: bool = False
    plain: bool = True
    name: str = ""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use; the units are in the names."""

    call_seconds: float = 4.0  # one call of a student's function, unless its check says more
    cell_seconds: float = 25.0  # one cell of a notebook
    load_seconds: float = 40.0  # all cells of a notebook
    submission_seconds: float = 90.0  # everything for one submission
    cpu_seconds: int = 95  # processor time of one process
    memory_mib: int = 1024  # beyond what the warm process has
    output_kib: int = 32  # printed text that is kept
    callbacks: int = 20000  # calls back to a check's function, for one call
    callback_mib: int = 8  # the arguments of such calls, for all calls of one task
    nesting: int = 16  # calls back within calls back
    overruns: int = 2  # after so many in one task its other checks fail without a run


class Assignment(msgspec.Struct, frozen=True):
    name: str
    section: str
    minutes: int
    title: Texts
    tasks: tuple[Task, ...]
    torch: bool = False

    def task(self, name: str) -> Task:
        """The task of this name. Raises KeyError when the assignment has none."""
        for task in self.tasks:
            if task.name == name:
                return task
        raise KeyError(name)

    @property
    def points(self) -> dict[str, float]:
        """The points of each task."""
        return {task.name: task.points for task in self.tasks}


class Course(msgspec.Struct, frozen=True):
    name: str
    languages: tuple[str, ...]  # the first is spoken where a notebook does not say its own
    version: str
    date: datetime.date  # of this version: what the files of a bundle show
    title: Texts
    limits: Limits
    assignments: tuple[Assignment, ...]
    folder: Path  # holds assignments/ and, on the instructor's side, solutions/
    policy: Policy = Policy()

    def assignment(self, name: str) -> Assignment:
        """The assignment of this name. Raises CourseError when the course has none."""
        for assignment in self.assignments:
            if assignment.name == name:
                return assignment
        raise CourseError(f"no assignment is called {name!r}; the course has {self.listed}")

    @property
    def language(self) -> str:
        return self.languages[0]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(assignment.name for assignment in self.assignments)

    @property
    def listed(self) -> str:
        return ", ".join(self.names)


class _AssignmentTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    section: str
    minutes: int
    title: Texts
    tasks: dict[str, Task]
    torch: bool = False


class _CourseTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    languages: list[str]
    version: str
    title: Texts
    assignment: list[_AssignmentTable]
    date: datetime.date = datetime.date(1980, 1, 1)  # the first that a zip can hold
    limits: Limits = Limits()
    policy: Policy = Policy()


def load(folder: Path) -> Course:
    """Read and validate `folder`/assignments/course.toml.

    Raises CourseError when the file is missing or what stands in it can't be used.
    """
    path = folder / TABLE
    try:
        text = toml_text(path)
    except FileNotFoundError:
        raise CourseError(
            f"{path}: there is no such file; give the folder that holds {ASSIGNMENTS}/"
        ) from None
    except (OSError, ValueError) as why:
        raise CourseError(f"{path}: {why}; fix the file") from None
    return parse(text, folder)


def parse(text: str, folder: Path) -> Course:
    """The course in `folder` with this text as its course.toml.

    Raises CourseError when it is no TOML, lacks or misspells a key, or when names repeat or
    points don't add up to 100.
    """
    path = folder / TABLE
    try:
        table = msgspec.convert(toml_table(text), _CourseTable)
    except (ValueError, msgspec.ValidationError) as why:
        listed = f"; give one of {', '.join(COUNTS)}" if "$.policy.attempt" in str(why) else ""
        raise CourseError(f"{path}: {why}{listed}; fix the file") from None
    _require_languages(path, table)
    if not 1980 <= table.date.year <= 2107:
        raise CourseError(f"{path}: date is {table.date}; a zip holds years from 1980 to 2107")
    assignments = tuple(_assignment(path, entry) for entry in table.assignment)
    _require_unique(path, [entry.name for entry in assignments])
    _require_unique(path, [task.name for entry in assignments for task in entry.tasks])
    return Course(
        name=table.name,
        languages=tuple(table.languages),
        version=table.version,
        date=table.date,
        title=table.title,
        limits=_limits(path, table.limits),
        assignments=assignments,
        folder=folder.resolve(),
        policy=_policy(path, table),
    )


def _policy(path: Path, table: _CourseTable) -> Policy:
    policy, names = table.policy, [each.name for each in table.assignment]
    for name in policy.deadlines:
        if name not in names:
            raise CourseError(f"{path}: a deadline for {name!r}, which is no assignment; fix it")
    try:
        policy.zone  # noqa: B018 - whether there is one
    except (KeyError, ValueError, OSError):
        raise CourseError(
            f'{path}: {policy.timezone!r} is no time zone; write "Asia/Seoul", say'
        ) from None
    for name, when in policy.deadlines.items():
        if when.year not in YEARS:
            raise CourseError(
                f"{path}: the deadline for {name!r} is in {when.year}; give a year from "
                f"{YEARS.start} to {YEARS.stop - 1}"
            )
    numbers = {"penalty_per_day": policy.penalty_per_day, "cap": policy.cap,
               "grace_minutes": policy.grace_minutes}  # fmt: skip
    for name, number in numbers.items():
        if not 0 <= number <= MOST:
            wrong = "a number below 0" if number < 0 else "no usable number"
            raise CourseError(
                f"{path}: [policy] {name} is {number:g}, {wrong}; give 0 to {MOST:.0f}"
            )
    return policy


def _limits(path: Path, limits: Limits) -> Limits:
    for name, number in msgspec.structs.asdict(limits).items():
        if not 0 < number <= MOST:
            raise CourseError(
                f"{path}: [limits] {name} is {number:g}; give a number above 0, {MOST:.0f} at most"
            )
    return limits


def _require_languages(path: Path, table: _CourseTable) -> None:
    """The languages have valid names, and every title is there in each of them."""
    _require_valid(path, table.name)
    if not table.languages:
        raise CourseError(f'{path}: the course has no language; write languages = ["en"], say')
    for language in table.languages:
        if not _LANGUAGE.match(language):
            raise CourseError(f'{path}: {language!r} is not a language; write "en" or "pt_BR", say')
    _require_unique(path, table.languages)
    titles = {"the course": table.title} | {each.name: each.title for each in table.assignment}
    for name, title in titles.items():
        if set(title) != set(table.languages):
            wanted = ", ".join(table.languages)
            raise CourseError(f"{path}: the title of {name} should be given in {wanted}")


def _assignment(path: Path, entry: _AssignmentTable) -> Assignment:
    for name in (entry.name, *entry.tasks):
        _require_valid(path, name)
    if entry.name in _COLUMNS:
        raise CourseError(
            f"{path}: an assignment can't be called {entry.name!r}, since scores.csv has such a "
            "column; choose another name"
        )
    total = sum(task.points for task in entry.tasks.values())
    if total != POINTS_PER_ASSIGNMENT:
        raise CourseError(
            f"{path}: the tasks of {entry.name!r} have {total:g} points; make it "
            f"{POINTS_PER_ASSIGNMENT}"
        )
    tasks = tuple(msgspec.structs.replace(task, name=name) for name, task in entry.tasks.items())
    return Assignment(
        name=entry.name,
        section=entry.section,
        minutes=entry.minutes,
        title=entry.title,
        tasks=tasks,
        torch=entry.torch,
    )


def _require_valid(path: Path, name: str) -> None:
    if not is_name(name):
        raise CourseError(f"{path}: {name!r} is not a valid name; {NAMES}")


def is_name(name: str) -> bool:
    """Whether a course, an assignment or a task can have this name; Python uses it, too."""
    return bool(_NAME.match(name)) and not keyword.iskeyword(name)


def _require_unique(path: Path, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise CourseError(f"{path}: the name {name!r} is duplicated; use each name once")
