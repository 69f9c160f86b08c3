"""Where a submission lies in an nbgrader course, and the result that it may already have."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from autograder import result as results
from autograder.course import Course
from autograder.result import Result
from autograder.submission.folder import Passed, Submission, find, of_student
from autograder.submission.names import student_name

_BESIDE = ("timestamp.txt", "submission_secret.txt", "pytest.ini")  # nbgrader's and ours


class Place(NamedTuple):
    """One student's one assignment. `file`: the notebook as nbgrader names it."""

    root: Path
    file: Path
    student: str
    assignment: str

    @classmethod
    def of(cls, folders: Any, student: str, assignment: str) -> Place:
        """`folders` is nbgrader's CourseDirectory."""
        folder = Path(folders.format_path(folders.submitted_directory, student, assignment))
        return cls(Path(folders.root), folder / f"{assignment}.ipynb", student, assignment)

    def result(self, directory: str) -> Path:
        """The file of the result, named as a grading of the folder names it."""
        return self.root / directory / student_name(self.student) / f"{self.assignment}.json"


def unexpected(passed: Iterable[Passed], own: Collection[str] = ()) -> list[Passed]:
    """Without what lies in every submission, and without assignments of the instructor's `own`."""
    return [each for each in passed if not _is_expected(each.place.split("/"), own)]


def _is_expected(parts: list[str], own: Collection[str]) -> bool:
    """`parts`: student, assignment, file."""
    return len(parts) == 3 and (parts[2] in _BESIDE or parts[1] in own)


def own_assignments(course: Course, submitted: Path) -> frozenset[str]:
    """The assignments in source/ or gradebook.db that are not of the course.

    `submitted` is the folder of submissions.
    """
    folder = submitted.resolve().parent
    names: set[str] = set()
    if (folder / "nbgrader_config.py").is_file():
        names |= {entry.name for entry in folder.glob("source/*/")}
        with contextlib.suppress(sqlite3.Error):
            uri = f"{(folder / 'gradebook.db').as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as gradebook:
                names |= {name for (name,) in gradebook.execute("SELECT name FROM assignment")}
    return frozenset(names) - set(course.names)


def find_submission(course: Course, place: Place) -> Submission | None:
    """What the student handed in; None when the notebook belongs to another assignment."""
    folder = place.file.parent.parent
    if folder.name == place.student:
        found = of_student(course, folder, place.assignment)
    else:
        found = find(course, place.file, place.student, place.assignment)
    for each in found:
        if isinstance(each, Submission):
            return each
    return None


def stored_result(place: Place, directory: str, key: str) -> Result | None:
    """The result in the course's folder, if it is of this key."""
    try:
        result = results.decode(place.result(directory).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None
    return result if result.key == key else None
