"""A grading as a result: points, outcomes, and what may be shown of each check.

A visible check shows what was called, what came back and what was expected; a hidden one its
outcome, the code of its finding without values, and the id of a hint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.checks.support.findings import Finding
from autograder.checks.support.messages import render
from autograder.checks.support.words import translate
from autograder.result import CheckResult, TaskResult, clean
from autograder.result import Finding as Found

from .grading import Graded, Run

_KIT_VALUES = frozenset(
    {"carried", "not_run", "not_run_crashed"}
)  # codes whose values no student can shape
_MAX_VALUE = 400
Hints = Mapping[str, str]  # check id: misconception id


def task_results(graded: Sequence[Graded], hints: Hints, language: str) -> list[TaskResult]:
    """The tasks of a result, in the order of the course."""
    return [
        TaskResult(
            name=each.task.name,
            points=each.task.points,
            earned=sum(each.earned.values()),
            state=each.state,
            checks=[_check(each, run, hints.get(run.check.id), language) for run in each.runs],
        )
        for each in graded
    ]


def _check(graded: Graded, run: Run, hint: str | None, language: str) -> CheckResult:
    finding = run.finding
    if graded.gated and run.passed:
        finding = Finding("visible_only")
    shows_values = run.check.visible or (finding is not None and finding.code in _KIT_VALUES)
    return CheckResult(
        id=run.check.id,
        title=translate(run.check.title, language),
        visible=run.check.visible,
        points=run.check.points,
        earned=graded.earned[run.check.id],
        outcome=run.outcome,
        finding=_found(finding, shows_values),
        message="" if finding is None else _clean(render(finding, language, values=shows_values)),
        hint=hint,
    )


def _found(finding: Finding | None, shows_values: bool) -> Found | None:
    if finding is None:
        return None
    values = {
        name: _clean(value) if isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return Found(finding.code, values if shows_values else {})


def _clean(text: str) -> str:
    text = clean(text)
    return text if len(text) <= 3 * _MAX_VALUE else text[: 3 * _MAX_VALUE] + "…"
