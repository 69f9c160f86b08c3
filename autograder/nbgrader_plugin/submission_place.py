"""Where a submission lies in an nbgrader course, and the result that it may already have."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from autograder.course import Course
from autograder.grading import result as results
from autograder.grading.result import Result
from autograder.intake.names import student_name
from autograder.intake.submissions import Submission, find, of_student


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
