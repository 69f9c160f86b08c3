"""course.toml as a typed, validated course: assignments, tasks, points and limits."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal, get_args

import msgspec

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
POINTS_PER_ASSIGNMENT = 100
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


class CourseError(Exception):
    """course.toml can't be used; the message is one line: where, what, and what to do."""


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ko: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.ko if language == "ko" else self.en


class Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One function that a student writes.

    `public` tasks have no arguments or a finite, published list of them, so that their visible
    checks count by themselves; `plain` tasks take and give plain data, so that a stand-in can
    answer for them.
    """

    points: float
    public: bool = False
    plain: bool = True
    name: str = ""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use; the units are in the names."""

    call_seconds: float
    cell_seconds: float
    load_seconds: float
    submission_seconds: float
    cpu_seconds: int
    memory_mib: int
    output_kib: int
    callbacks: int
    nesting: int
    overruns: int


class Assignment(msgspec.Struct, frozen=True):
    name: str
    section: str
    minutes: int
    title: Title
    tasks: tuple[Task, ...]
    torch: bool = False

    def task(self, name: str) -> Task:
        """The task of this name. Raises KeyError when the assignment has none."""
        for task in self.tasks:
            if task.name == name:
                return task
        raise KeyError(name)


class Course(msgspec.Struct, frozen=True):
    language: Language
    version: str
    title: Title
    limits: Limits
    assignments: tuple[Assignment, ...]
    folder: Path  # holds assignments/ and, on the instructor's side, solutions/

    def assignment(self, name: str) -> Assignment:
        """The assignment of this name. Raises CourseError when the course has none."""
        for assignment in self.assignments:
            if assignment.name == name:
                return assignment
        known = ", ".join(assignment.name for assignment in self.assignments)
        raise CourseError(f"no assignment is called {name!r}; the course has {known}")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(assignment.name for assignment in self.assignments)


class _AssignmentTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    section: str
    minutes: int
    title: Title
    tasks: dict[str, Task]
    torch: bool = False


class _CourseTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: Language
    version: str
    title: Title
    limits: Limits
    assignment: list[_AssignmentTable]


def load(folder: Path) -> Course:
    """Read and validate `folder`/assignments/course.toml.

    Raises CourseError when the file is missing, is no TOML, lacks or misspells a key, or when
    names repeat or points don't add up to 100.
    """
    path = folder / "assignments" / "course.toml"
    try:
        table = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _CourseTable)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as why:
        raise CourseError(f"{path}: {why}; mend the file") from None
    assignments = tuple(_assignment(path, entry) for entry in table.assignment)
    _require_unique(path, [entry.name for entry in assignments])
    _require_unique(path, [task.name for entry in assignments for task in entry.tasks])
    return Course(
        language=table.language,
        version=table.version,
        title=table.title,
        limits=table.limits,
        assignments=assignments,
        folder=folder.resolve(),
    )


def _assignment(path: Path, entry: _AssignmentTable) -> Assignment:
    for name in (entry.name, *entry.tasks):
        if not _NAME.match(name):
            raise CourseError(f"{path}: {name!r} is no name; use lower-case letters, digits, _")
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


def _require_unique(path: Path, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise CourseError(f"{path}: the name {name!r} stands twice; each name may stand once")
