"""The small table that a student reads: check, points, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from autograder.checks import collect
from autograder.checks.collect import Check
from autograder.checks.student import Student
from autograder.values.findings import CheckFailed, NotStarted
from autograder.values.messages import mark as _
from autograder.values.text import columns
from autograder.values.words import Words

_VISIBLE: Final = _("visible checks: {right} of {all}")
_MORE: Final = _("Hidden checks on other numbers follow in grading.")
NOT_STARTED: Final = _("not started")


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that was run, and how it failed, if it did."""

    check: Check
    failure: CheckFailed | None

    @property
    def passed(self) -> bool:
        return self.failure is None

    @property
    def not_started(self) -> bool:
        return isinstance(self.failure, NotStarted)

    @property
    def sign(self) -> str:
        return "✓" if self.passed else "·" if self.not_started else "✗"


def checked(check: Check, student: Student) -> Checked:
    """Run one visible check. What is raised by the check itself passes through."""
    raised = collect.run(check, student)
    if raised is not None and not isinstance(raised, CheckFailed):
        raise raised
    return Checked(check, raised)


def task_text(task: str, outcomes: Sequence[Checked], words: Words) -> str:
    """One task as lines of text: each check, and below the first that failed its message."""
    if all(each.not_started for each in outcomes):
        return f"· {task}: {words(NOT_STARTED)}"
    right = sum(each.passed for each in outcomes)
    count = words(_VISIBLE, right=right, all=len(outcomes))
    lines = [f"{'✓' if right == len(outcomes) else '✗'} {task}: {count}"]
    titles = [each.check.title_in(words.language) for each in outcomes]
    width = max(map(columns, titles))
    explained = False
    for each, title in zip(outcomes, titles, strict=True):
        space = " " * (width - columns(title))
        lines.append(f"  {each.sign} {title}{space}  {each.check.points:>4g}")
        if each.failure and not each.not_started and not explained:
            lines.append(f"      {words.finding(each.failure.finding, values=True)}")
            explained = True
    if right == len(outcomes):
        lines.append(f"  {words(_MORE)}")
    return "\n".join(lines)
