"""What a person at the terminal should know of a class, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from autograder.course import Course
from autograder.course.languages import words
from autograder.course.table import TABLE
from autograder.intake.collect import Collection
from autograder.intake.found import Skipped
from autograder.reports.class_record import ClassRecord
from autograder.reports.entries import Read
from autograder.reports.grades import Marks
from autograder.values.notes import note, note_text
from autograder.values.words import ENGLISH, Words

_MOST_NAMED: Final = 12
_FEW: Final = 3  # files of one name, each with its folder


def collection_lines(course: Course, done: Collection) -> Iterator[str]:
    """What was collected: from where, what was not, who is unknown or another, who did nothing."""
    yield from done.platforms
    yield from skipped_lines(done.skipped, words(course, ENGLISH))
    yield from (f"unknown: {each}" for each in dict.fromkeys(done.unknown))
    for before, now in done.renamed.items():
        yield f"renamed: {before} is {now} by the roster; grade the class into a new folder"
    if done.absent:
        yield f"handed in nothing: {', '.join(done.absent)}"


def several_secrets(found: Read) -> Iterator[Skipped]:
    """Where not all results were graded with the same numbers."""
    if len(found.secrets) > 1:
        counts = (f"{count} × {secret}" for secret, count in sorted(found.secrets.items()))
        yield Skipped("results", note("several_secrets", text=", ".join(counts)))


def of_marks(
    marks: Marks, record: ClassRecord, about: Callable[[str], bool] = lambda _student: True
) -> Iterator[Skipped]:
    """What the policy leaves open, and whom tables of marks name who is unknown, or not in this
    class; `about`: whom to look at.
    """
    policy = marks.course.policy
    if not policy.is_zoned([*policy.deadlines.values(), *marks.until.values()]):
        yield Skipped(TABLE, note("no_timezone"))
    known = {each.student for each in record.students}
    code = "no_such_student" if record.is_whole else "not_here"
    for file, student in marks.named:
        if student not in known and about(student):
            yield Skipped(student, note(code, file=file))


def skipped_lines(skipped: Iterable[Skipped], say: Words) -> Iterator[str]:
    """What was not graded or is to be known, and why; files that hold no answers in one line."""
    others: dict[str, list[str]] = {}
    more = 0
    for each in dict.fromkeys(skipped):  # two exports may hold the same
        if each.why.code == "other_kind":
            others.setdefault(each.place.rpartition("/")[2], []).append(each.place)
        elif each.why.code == "more_kinds":
            more += int(dict(each.why.values)["all"])
        else:
            what = "look at" if each.taken else "not graded"
            yield f"{what}: {each.place}: {note_text(each.why, say)}"
    if others:
        yield f"not graded: files of other kinds, {_other_kinds(others, more)}"


def _other_kinds(others: Mapping[str, Sequence[str]], more: int) -> str:
    """How many, and the names: a rare one, which may tell something, first, with its folder."""
    seldom = sorted(others.items(), key=lambda item: len(item[1]))
    named = [
        each
        for name, places in seldom
        for each in (places if len(places) <= _FEW else [f"{name} ({len(places)})"])
    ]
    rest = ["…"] if more or len(named) > _MOST_NAMED else []
    count = more + sum(map(len, others.values()))
    return f"{count} in all: {', '.join(named[:_MOST_NAMED] + rest)}"
