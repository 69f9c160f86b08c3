"""What a person at the terminal should know of a class, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from autograder.course import Course
from autograder.course.languages import words
from autograder.intake.collect import Collection
from autograder.intake.submissions import Skipped
from autograder.values.notes import note_text
from autograder.values.words import ENGLISH, Words

_MOST_NAMED: Final = 12


def collection_lines(course: Course, done: Collection) -> Iterator[str]:
    """What was collected: from where, what was not, who is unknown or another, who did nothing."""
    yield from done.platforms
    yield from skipped_lines(done.skipped, words(course, ENGLISH))
    yield from (f"unknown: {each}" for each in done.unknown)
    for before, now in done.renamed.items():
        yield f"renamed: {before} is {now} by the roster; grade the class into a new folder"
    if done.absent:
        yield f"handed in nothing: {', '.join(done.absent)}"


def skipped_lines(skipped: Iterable[Skipped], say: Words) -> Iterator[str]:
    """What was not graded and why; files that hold no answers in one line."""
    others: Counter[str] = Counter()
    for each in skipped:
        values = dict(each.why.values)
        if each.why.code == "other_kind":
            others[each.place.rpartition("/")[2]] += 1
        elif each.why.code == "more_kinds":
            others["…"] += int(values["all"])
        else:
            yield f"not graded: {each.place}: {note_text(each.why, say)}"
    if others:
        named = ", ".join(name for name, _ in others.most_common(_MOST_NAMED))
        yield f"not graded: files of other kinds, {others.total()} in all: {named}"
