"""The folder of results: one file for each student and assignment, whole or not there."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final, Protocol

import msgspec

from autograder.course import Course, records
from autograder.course.files import write_changed
from autograder.grading import result as results
from autograder.grading.result import Result
from autograder.intake.found import Submission
from autograder.values.errors import KitError
from autograder.values.text import visible

_BEGIN: Final = b'{\n  "format": '


class OutError(KitError):
    """The folder for the results can't be used; one line."""


class Results(Protocol):
    """Where results are kept, those that a run makes and those that it finds."""

    def before(self, submission: Submission) -> Result | None:
        """The result that an earlier run kept; None if there is none to read."""

    def keep(self, result: Result) -> Result:
        """Keep it. What stands for this student from now on. Raises OSError, ValueError."""


class Folder:
    """Results in a folder, and nothing beside them."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def before(self, submission: Submission) -> Result | None:
        return stored(self._out, submission)

    def keep(self, result: Result) -> Result:
        put(self._out, result)
        return result


def put(out: Path, result: Result) -> None:
    """Write the result in the place of an earlier one. Raises OSError, ValueError."""
    write_changed(_place(out, result.student, result.assignment), results.encode(result))


def stored(out: Path, submission: Submission) -> Result | None:
    """The result that stands for this submission's student; None if there is none to read."""
    return result_of(out, visible(submission.student), submission.assignment)


def result_of(out: Path, student: str, assignment: str) -> Result | None:
    """The result that stands for this student and assignment; None if there is none to read."""
    with contextlib.suppress(OSError, ValueError, *records.UNREADABLE):
        return results.decode(_place(out, student, assignment).read_bytes())
    return None


def is_cut_off(data: bytes) -> bool:
    """Whether it is nothing, or the beginning of a file of JSON that the kit wrote."""
    if not data.strip(b"\0"):
        return True
    if not (data.startswith(_BEGIN) or _BEGIN.startswith(data)):
        return False
    try:
        msgspec.json.decode(data)
    except records.UNREADABLE:
        return True
    return False


def require_out(course: Course, place: Path, out: Path) -> None:
    """The results' folder must be apart from the submissions and hold no stranger's files."""
    inside, submissions = out.resolve(), place.resolve()
    if submissions.is_dir() and inside.is_relative_to(submissions):
        raise OutError(f"{out}: inside the submissions; choose a folder outside of them")
    if out.exists() and not out.is_dir():
        raise OutError(f"{out}: not a folder; choose another place for the results")
    for file in out.glob("*/*.json") if out.is_dir() else ():
        if file.stem in course.names and not _is_result(file):
            raise OutError(f"{file}: not a result of a grading; choose another folder")


def make(out: Path) -> None:
    """Make the folder. Raises OutError."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise OutError(f"{out}: {why.strerror}; choose another place") from None


def _place(out: Path, student: str, assignment: str) -> Path:
    return out / student / f"{assignment}.json"


def _is_result(file: Path) -> bool:
    try:
        data = file.read_bytes()
    except IsADirectoryError:
        return False
    return results.is_result(data) or is_cut_off(data)
