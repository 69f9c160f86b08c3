"""class.json: what no single result can say. Who is in the class, attempts, what was not graded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from autograder.course import Course, records
from autograder.course.languages import words
from autograder.grading import store
from autograder.grading.store import OutError
from autograder.intake import manifest
from autograder.intake.manifest import Collected, Manifest, Student
from autograder.intake.submissions import Skipped
from autograder.values.notes import note_text
from autograder.values.words import ENGLISH

FILE: Final = "class.json"


class NotGraded(msgspec.Struct, frozen=True):
    """A file or folder that was not graded: a code of the notes, and why in words."""

    place: str
    code: str
    why: str
    missed: bool


class ClassRecord(msgspec.Struct, frozen=True):
    """The class of all runs. `not_graded`: by place, of each student's last run."""

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
    if not file.exists():
        return ClassRecord()
    if is_cut_off(out):
        raise OutError(f"{file}: cut off; run `autograder grade` again, which writes it anew")
    found = records.load(file, ClassRecord)
    if found is None:
        raise OutError(f"{file}: not written by a grading; choose another folder")
    return found


def is_cut_off(out: Path) -> bool:
    """Whether nothing or only the beginning of the record is there."""
    try:
        return store.is_cut_off((out / FILE).read_bytes())
    except OSError:
        return False


def _before(out: Path) -> ClassRecord:
    """What a grading goes on from: also where the record was cut off. Raises OutError."""
    return ClassRecord() if is_cut_off(out) else load(out)


def collected(out: Path, place: Path) -> dict[tuple[str, str], Collected]:
    """What is known of attempts: of submissions that were collected, and of earlier runs."""
    found = manifest.load(place).collected if place.is_dir() else ()
    handed = (*_before(out).collected, *found)
    return {(each.student, each.assignment): each for each in handed}


def known(out: Path) -> dict[tuple[str, str], Collected]:
    """What earlier runs knew of attempts. Raises OutError."""
    return {(each.student, each.assignment): each for each in load(out).collected}


def update(
    course: Course,
    out: Path,
    place: Path,
    graded: Iterable[str],
    skipped: Iterable[Skipped],
    handed: Mapping[tuple[str, str], Collected],
) -> ClassRecord:
    """Bring this run into the record and write it. `place`: the submissions, perhaps collected.

    `handed`: all that is known of attempts, and which of them count.
    """
    found = manifest.load(place) if place.is_dir() else Manifest()
    skipped = list(skipped)
    absent = [each.absent for each in skipped if each.absent is not None]
    seen = {*graded, *absent}
    say = words(course, ENGLISH)
    new = ClassRecord(
        students=[*found.students, *map(Student, seen - {each.student for each in found.students})],
        collected=list(handed.values()),
        not_graded=[
            NotGraded(each.place, each.why.code, note_text(each.why, say), each.missed)
            for each in skipped
        ],
    )
    before = _before(out)
    gone = [each for each in before.not_graded if each.place.split("/")[0] not in seen]
    record = merged(msgspec.structs.replace(before, not_graded=gone), new)
    records.save(out / FILE, record)
    return record


def merge(out: Path, parts: Iterable[Path]) -> None:
    """Bring the records of the parts into that of `out`. Raises OutError."""
    record = load(out)
    for part in parts:
        record = merged(record, load(part))
    records.save(out / FILE, record)


def merged(before: ClassRecord, new: ClassRecord) -> ClassRecord:
    """Both, what is new first. A student known by more names than their own stays so."""
    students = {each.student: each for each in before.students}
    for student in new.students:
        if student.known_as or student.student not in students:
            students[student.student] = student
    collected = {(each.student, each.assignment): each for each in before.collected}
    collected |= {(each.student, each.assignment): each for each in new.collected}
    skipped = {(each.place, each.code): each for each in (*before.not_graded, *new.not_graded)}
    return ClassRecord(
        students=[students[name] for name in sorted(students)],
        collected=[collected[key] for key in sorted(collected)],
        not_graded=[skipped[key] for key in sorted(skipped)],
    )
