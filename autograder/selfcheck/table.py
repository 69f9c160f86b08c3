"""The small table that a student reads: check, points, what to look at."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from autograder.checks.support.messages import render
from autograder.checks.support.words import mark as _
from autograder.checks.support.words import translate

from .visible import Outcome

_SIGNS = {"passed": "✓", "failed": "✗", "not started": "·"}
_NOT_STARTED = _("not started")
_VISIBLE = _("visible checks: {right} of {all}")
_MORE = _("Hidden checks on other numbers follow in grading.")


def print_task(task: str, outcomes: Sequence[Outcome], language: str) -> None:
    """Print one task: a line for each check, and below the first that failed its message."""
    print(task_text(task, outcomes, language))


def task_text(task: str, outcomes: Sequence[Outcome], language: str) -> str:
    """One task as lines of text."""
    if all(outcome.state == "not started" for outcome in outcomes):
        return f"· {task}: {translate(_NOT_STARTED, language)}"
    right = sum(outcome.state == "passed" for outcome in outcomes)
    count = translate(_VISIBLE, language).format(right=right, all=len(outcomes))
    lines = [f"{'✓' if right == len(outcomes) else '✗'} {task}: {count}"]
    titles = [translate(outcome.check.title, language) for outcome in outcomes]
    width = max(map(_width, titles))
    explained = False
    for outcome, title in zip(outcomes, titles, strict=True):
        space = " " * (width - _width(title))
        points = f"{outcome.check.mark.points:g}"
        lines.append(f"  {_SIGNS[outcome.state]} {title}{space}  {points:>4}")
        if outcome.state == "failed" and outcome.finding and not explained:
            lines.append(f"      {render(outcome.finding, language, values=True)}")
            explained = True
    if right == len(outcomes):
        lines.append(f"  {translate(_MORE, language)}")
    return "\n".join(lines)


def _width(text: str) -> int:
    """Columns on a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
