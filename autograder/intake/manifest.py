"""Who handed in what, when, and from which file: kept beside what was collected."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from autograder.course import records
from autograder.course.policy import YEARS
from autograder.intake import changes
from autograder.intake.found import FolderError
from autograder.intake.submissions import MANIFEST


class Attempt(msgspec.Struct, frozen=True):
    """One hand-in. `when`: in UTC, if known; `place`: how the platform's name of it begins.

    `file`: where its copy lies, below the folder of submissions, empty if none is kept;
    `source`: where it came from; `ids`: what the platform knows by whom it was handed in;
    `upload`: the number it gave, which rises; `dated`: what the platform's zip says of when, good
    for an order and nothing else.
    """

    number: int
    when: str | None
    late: bool
    platform: str
    place: str
    source: str
    digest: str
    file: str
    ids: dict[str, str] = {}
    upload: int | None = None
    dated: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a time that no clock shows."""
        if self.when is not None and datetime.fromisoformat(self.when).year not in YEARS:
            raise ValueError(f"a time in another age: {self.when}")


class Collected(msgspec.Struct, frozen=True):
    """A student's attempts at one assignment, and the number of the one that counts, 0 if none.

    Raises ValueError where there is no such attempt.
    """

    student: str
    assignment: str
    counts: int
    attempts: list[Attempt]

    def __post_init__(self) -> None:
        if self.counts and self.counting is None:
            raise ValueError(f"no attempt has the number {self.counts}")

    @property
    def counting(self) -> Attempt | None:
        """The attempt that counts."""
        return next((each for each in self.attempts if each.number == self.counts), None)


class Student(msgspec.Struct, frozen=True):
    """`known_as`: names and ids; `enrolled`: whether the roster has them, None without a roster.

    `ids`: those of a roster, by the column's name.
    """

    student: str
    known_as: list[str] = []
    enrolled: bool | None = None
    ids: dict[str, str] = {}


class Manifest(msgspec.Struct, frozen=True):
    """`exports`: marks of the exports that were read, by which one is known again."""

    format: int = 1
    students: list[Student] = []
    collected: list[Collected] = []
    exports: list[str] = []


def load(folder: Path) -> Manifest:
    """The manifest of a folder of submissions; an empty one if it has none. Raises FolderError."""
    file = folder / MANIFEST
    if changes.are_under_way(folder):
        raise FolderError(f"{folder}: a collect is at work or was stopped there; collect again")
    if not file.exists() or file.is_dir():  # a student may be called so
        return Manifest()
    found = records.load(file, Manifest)
    if found is None:
        raise FolderError(f"{file}: not as `autograder collect` writes it; take it away")
    return found
