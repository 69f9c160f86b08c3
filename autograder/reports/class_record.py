"""class.json: what no single result can say. Who is in the class, attempts, what was not graded."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from autograder.course import records
from autograder.course.languages import words
from autograder.grading import store
from autograder.grading.store import OutError
from autograder.intake import manifest
from autograder.intake.manifest import Collected, Manifest, Student
from autograder.values.notes import note_text
from autograder.values.words import ENGLISH

if sys.platform != "win32":
    import fcntl
if TYPE_CHECKING:
    from autograder.grading.class_run import GradingRequest, Report

FILE: Final = "class.json"
# What a run that is not over knows of attempts: a line for each result, written before it
_UNDER_WAY: Final = ".class.jsonl"


class NotGraded(msgspec.Struct, frozen=True):
    """A file or folder that was not graded: a code of the notes, and why in words."""

    place: str
    code: str
    why: str
    missed: bool


class _Noted(msgspec.Struct, frozen=True):
    """What is known of the attempts at the result of this key, once it stands."""

    key: str
    handed: Collected


class ClassRecord(msgspec.Struct, frozen=True):
    """The class of all runs. `not_graded`: by place, of each student's last run.

    `collected`: the attempts at what the results that stand were made of, whatever has been
    collected since.
    """

    format: int = 1
    students: list[Student] = []
    collected: list[Collected] = []
    not_graded: list[NotGraded] = []

    @property
    def is_whole(self) -> bool:
        """Whether a roster or a platform's export said who is in the class."""
        return any(each.known_as for each in self.students)


def load(out: Path) -> ClassRecord:
    """The record beside the results; an empty one if there is none. Raises OutError."""
    file = out / FILE
    if is_cut_off(out):
        raise OutError(f"{file}: cut off; run `autograder grade` again, which writes it anew")
    found = records.load(file, ClassRecord) if file.exists() else ClassRecord()
    if found is None:
        raise OutError(f"{file}: not written by a grading; choose another folder")
    return merged(found, ClassRecord(collected=list(_under_way(out))))


def is_cut_off(out: Path) -> bool:
    """Whether nothing or only the beginning of the record is there."""
    try:
        return store.is_cut_off((out / FILE).read_bytes())
    except OSError:
        return False


def is_gone(out: Path) -> bool:
    """Whether there are results, and neither their record nor a run that will write it."""
    there = (out / FILE).exists() or (out / _UNDER_WAY).exists()
    return not there and any(out.glob("*/*.json"))


def begin(out: Path) -> None:
    """A result is about to stand, of which the record will know when the run is over."""
    if not (out / FILE).exists():
        (out / _UNDER_WAY).touch()


def _under_way(out: Path) -> Iterator[Collected]:
    """What runs that were stopped, or are at work, knew of the results that stand."""
    file = out / _UNDER_WAY
    for line in file.read_bytes().splitlines() if file.exists() else ():
        with contextlib.suppress(*records.UNREADABLE):  # it was stopped in this line
            noted = msgspec.json.decode(line, type=_Noted)
            result = store.result_of(out, noted.handed.student, noted.handed.assignment)
            if result is not None and result.key == noted.key:
                yield noted.handed


def note(out: Path, key: str, handed: Collected) -> None:
    """What is known of the attempts at the result of this key, before it stands."""
    line = msgspec.json.encode(_Noted(key, handed)) + b"\n"
    with (out / _UNDER_WAY).open("ab", buffering=0) as file:
        file.write(line)
        os.fsync(file.fileno())


def settled(out: Path) -> ClassRecord:
    """What a grading goes on from, whatever became of the one before. Raises OutError."""
    if (out / _UNDER_WAY).exists():
        with _alone(out):
            _save(out, _before(out))
    return _before(out)


def _before(out: Path) -> ClassRecord:
    """The record, also where it was cut off. Raises OutError."""
    return ClassRecord(collected=list(_under_way(out))) if is_cut_off(out) else load(out)


@contextlib.contextmanager
def _alone(out: Path) -> Iterator[None]:
    """No other run brings anything into the record meanwhile."""
    if sys.platform == "win32":  # where nothing is graded
        yield
        return
    descriptor = os.open(out, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _save(out: Path, record: ClassRecord) -> None:
    records.save(out / FILE, record)
    (out / _UNDER_WAY).unlink(missing_ok=True)


def by_submission(handed: Iterable[Collected]) -> dict[tuple[str, str], Collected]:
    return {(each.student, each.assignment): each for each in handed}


def update(request: GradingRequest, report: Report, handed: Iterable[Collected]) -> ClassRecord:
    """Bring this run into the record and write it. `handed`: the attempts at what it graded."""
    found = manifest.load(request.place) if request.place.is_dir() else Manifest()
    listed = [each for each in found.students if request.is_about(each.student)]
    absent = [each.absent for each in report.skipped if each.absent is not None]
    seen = {*(each.student for each in report.results), *absent}
    say = words(request.course, ENGLISH)
    new = ClassRecord(
        students=[*listed, *map(Student, seen - {each.student for each in listed})],
        collected=list(handed),
        not_graded=[
            NotGraded(each.place, each.why.code, note_text(each.why, say), each.missed)
            for each in report.skipped
        ],
    )
    with _alone(request.out):
        before = _before(request.out)
        gone = [each for each in before.not_graded if each.place.split("/")[0] not in seen]
        record = merged(msgspec.structs.replace(before, not_graded=gone), new)
        _save(request.out, record)
    return record


def merge(out: Path, parts: Mapping[Path, Collection[tuple[str, str]]]) -> None:
    """Bring the records of the parts into that of `out`. Raises OutError.

    `parts`: of which submissions, by student and assignment, their results stand in `out`.
    """
    with _alone(out):
        record = load(out)
        for part, taken in parts.items():
            found = load(part)
            own = [each for each in found.collected if (each.student, each.assignment) in taken]
            record = merged(record, msgspec.structs.replace(found, collected=own))
        _save(out, record)


def merged(before: ClassRecord, new: ClassRecord) -> ClassRecord:
    """Both, what is new first. A student known by more names than their own stays so."""
    students = {each.student: each for each in before.students}
    for student in new.students:
        if student.known_as or student.student not in students:
            students[student.student] = student
    collected = by_submission((*before.collected, *new.collected))
    skipped = {(each.place, each.code): each for each in (*before.not_graded, *new.not_graded)}
    return ClassRecord(
        students=[students[name] for name in sorted(students)],
        collected=[collected[key] for key in sorted(collected)],
        not_graded=[skipped[key] for key in sorted(skipped)],
    )
