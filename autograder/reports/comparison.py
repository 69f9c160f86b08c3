"""A class beside an earlier run of it, or beside an earlier class."""

from __future__ import annotations

import statistics as figures
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.course import Course
from autograder.reports import statistics
from autograder.reports.entries import Entry, read
from autograder.reports.statistics import Line, StatisticsError
from autograder.values.text import visible


class Earlier(NamedTuple):
    """Figures of an earlier class, by the name of its file or folder.

    `scores`: those of each student and assignment, where there are results.
    """

    name: str
    lines: Sequence[Line]
    scores: Mapping[tuple[str, str], float]


class Compared(NamedTuple):
    """`rows`: assignment, task, share that passed before and now, and the change in points of
    percent; `both`: submissions in both; `gained`: the mean change of their scores.
    """

    name: str
    rows: tuple[tuple[str, str, str, str, str], ...]
    both: int
    gained: str


def load(course: Course, place: Path) -> Earlier:
    """What is known of an earlier class: a folder of results, or a file of its statistics.

    Raises StatisticsError.
    """
    if not place.is_dir():
        return Earlier(visible(place.stem), statistics.load(place), {})
    entries = read(course, place).entries
    if not entries:
        raise StatisticsError(f"{place}: no result of this course in it; give another folder")
    scores = {(each.student, each.assignment): each.score for each in entries}
    return Earlier(visible(place.resolve().name), statistics.lines(entries), scores)


def compared(
    earlier: Earlier, now: Sequence[Line], entries: Sequence[Entry], names: bool
) -> Compared:
    """This class beside the earlier one, task by task; without `names` it has no name either."""
    before = {(e.assignment, e.task): _passed(e) for e in earlier.lines if e.kind == "task"}
    rows = []
    for line in now:
        old = before.get((line.assignment, line.task))
        if line.kind == "task" and old is not None:
            new = _passed(line)
            rows.append(
                (line.assignment, line.task, f"{old:.0f}%", f"{new:.0f}%", f"{new - old:+.0f}")
            )
    changes = [
        each.score - earlier.scores[each.student, each.assignment]
        for each in entries
        if (each.student, each.assignment) in earlier.scores
    ]
    gained = f"{figures.fmean(changes):+.1f}" if changes else ""
    return Compared(earlier.name if names else "", tuple(rows), len(changes), gained)


def _passed(line: Line) -> float:
    return 100 * line.count / (line.students or 1)
