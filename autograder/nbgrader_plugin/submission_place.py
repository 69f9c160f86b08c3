"""Where a submission lies in an nbgrader course, and the result that it may already have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from autograder.course import Course, records
from autograder.grading import result as results
from autograder.grading.result import Result
from autograder.intake.found import Submission
from autograder.intake.names import student_name
from autograder.intake.submissions import find, of_student
from autograder.intake.tree import Closed, Entry, walk


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

    @property
    def folders(self) -> tuple[Path, Path]:
        """The folders that the student's files lie in, of the assignment and of all."""
        return self.file.parent, self.file.parent.parent

    def handed_in_to(self, submission: Submission) -> Path:
        """nbgrader's folder in which the submission lies, whatever zip it is in."""
        folder, *inner = submission.file.split("/")
        own = self.folders[1]
        return own / folder if own.name == self.student and inner else self.file.parent

    def submitted(self, submission: Submission) -> Path:
        """The file of a submission of this student's."""
        own = self.folders[1]
        return own / submission.file if own.name == self.student else self.file

    def result(self, directory: str) -> Path:
        """The file of the result, named as a grading of the folder names it."""
        return self.root / directory / student_name(self.student) / f"{self.assignment}.json"


def find_submission(course: Course, place: Place) -> Submission | None:
    """What the student handed in; None when the notebook belongs to another assignment."""
    folder = place.folders[1]
    if folder.name == place.student:
        return _finds.by_assignment(course, folder).get(place.assignment)
    found = find(course, place.file, place.student, place.assignment)
    return next((each for each in found if isinstance(each, Submission)), None)


class _Finds:
    """What the student handed in who was asked for last; nbgrader asks some times for each."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._found: dict[str, Submission] = {}

    def by_assignment(self, course: Course, folder: Path) -> Mapping[str, Submission]:
        """The submissions in a student's folder, which is read again only after a change."""
        asked = (course, folder, _look(folder))
        if asked != self._of:
            found = of_student(course, folder)
            self._found = {each.assignment: each for each in found if isinstance(each, Submission)}
            self._of = asked
        return self._found


_finds = _Finds()


def _look(folder: Path) -> tuple[object, ...]:
    """What lies in a student's folder and when it last changed, without reading it."""
    return tuple(
        each if isinstance(each, Closed) else _state(folder, each) for each in walk(folder)
    )


def _state(folder: Path, entry: Entry) -> tuple[object, ...]:
    try:
        status = (folder / entry.path).lstat()
    except OSError:
        return (entry.path,)
    return entry.path, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def stored_result(place: Place, directory: str, key: str) -> Result | None:
    """The result in the course's folder, if it is of this key."""
    try:
        result = results.decode(place.result(directory).read_bytes())
    except (OSError, *records.UNREADABLE):
        return None
    return result if result.key == key else None
