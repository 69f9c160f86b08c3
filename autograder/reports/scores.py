"""The class at a glance: scores.csv and the table on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from autograder.course import Course
from autograder.grading.result import Summary
from autograder.reports import sheet
from autograder.values.text import visible

Scores = Mapping[str, Mapping[str, float]]  # student: assignment: score


def table_of(results: Iterable[Summary]) -> dict[str, dict[str, float]]:
    """The scores by student and assignment."""
    scores: dict[str, dict[str, float]] = {}
    for result in results:
        scores.setdefault(result.student, {})[result.assignment] = result.score
    return dict(sorted(scores.items()))


def as_csv(course: Course, scores: Scores) -> bytes:
    """An assignment that was not handed in is empty, not 0."""
    rows: list[list[str | float | None]] = [["student", *course.names, "total"]]
    for student, own in scores.items():
        cells = [_number(own[name]) if name in own else None for name in course.names]
        rows.append([student, *cells, _number(sum(own.values(), 0.0))])
    return sheet.as_csv(rows)


def _number(score: float) -> float:
    return int(score) if score.is_integer() else score


def as_table(course: Course, scores: Scores) -> Table:
    """The same for a terminal, which is narrow: without what nobody has handed in."""
    names = [name for name in course.names if any(name in own for own in scores.values())]
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("student", overflow="fold")
    for name in (*names, "total"):
        table.add_column(name, justify="right")
    for student, own in scores.items():
        cells = [f"{own[name]:g}" if name in own else "" for name in names]
        table.add_row(Text(visible(student)), *cells, f"{sum(own.values()):g}")
    return table
