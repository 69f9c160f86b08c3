"""The class at a glance: scores.csv and the table on the terminal."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from autograder.course import Course
from autograder.grading.result import Result
from autograder.values.text import visible

Scores = Mapping[str, Mapping[str, float]]  # student: assignment: score
_FORMULA = ("=", "+", "-", "@")


def table_of(results: Iterable[Result]) -> dict[str, dict[str, float]]:
    """The scores by student and assignment."""
    scores: dict[str, dict[str, float]] = {}
    for result in results:
        scores.setdefault(result.student, {})[result.assignment] = result.score
    return dict(sorted(scores.items()))


def as_csv(course: Course, scores: Scores) -> bytes:
    """UTF-8 with a byte order mark; an assignment that was not handed in is empty, not 0."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(["student", *course.names, "total"])
    for student, own in scores.items():
        cells = [f"{own[name]:g}" if name in own else "" for name in course.names]
        rows.writerow([_plain_text(student), *cells, f"{sum(own.values()):g}"])
    return text.getvalue().encode("utf-8-sig", "replace")


def _plain_text(name: str) -> str:
    """A cell that a spreadsheet would take for a formula is made text.

    So is one that already looks like such a text: no two names become one.
    """
    name = visible(name)
    inner = unicodedata.normalize("NFKC", name).lstrip("' ")
    return f"'{name}" if inner.startswith(_FORMULA) else name


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
