"""A grading as a result: points, outcomes, and what may be shown of each check.

A visible check shows what was called, what came back and what was expected; a hidden one its
outcome, the code of its finding without values, and the id of a hint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.checks.outcome import Run
from autograder.grading.procedure import Graded
from autograder.grading.result import CheckResult, TaskResult
from autograder.values.findings import NO_VALUE, Finding
from autograder.values.text import clean
from autograder.values.words import Words

_KIT_VALUES = frozenset(
    {"carried", "not_run", "not_run_crashed"}
)  # codes whose values no student can shape
_MAX_VALUE = 400
Hints = Mapping[str, str]  # check id: mistake id


def task_results(graded: Sequence[Graded], hints: Hints, words: Words) -> list[TaskResult]:
    """The tasks of a result, in the order of the course."""
    return [
        TaskResult(
            name=each.task.name,
            points=each.task.points,
            earned=sum(each.earned.values()),
            state=each.state,
            checks=[_check(each, run, hints.get(run.check.id), words) for run in each.runs],
        )
        for each in graded
    ]


def _check(graded: Graded, run: Run, hint: str | None, words: Words) -> CheckResult:
    finding = Finding("waits") if _waits(graded, run) else run.finding
    if graded.gated and run.passed:
        finding = Finding("visible_only")
    shows_values = run.check.visible or (finding is not None and finding.code in _KIT_VALUES)
    return CheckResult(
        id=run.check.id,
        title=run.check.title_in(words.language),
        visible=run.check.visible,
        points=run.check.points,
        earned=graded.earned[run.check.id],
        outcome=run.outcome,
        finding=_found(finding, shows_values),
        message="" if finding is None else _clean(words.finding(finding, values=shows_values)),
        hint=hint,
    )


def _waits(graded: Graded, run: Run) -> bool:
    """Whether the check looks beside a value that did not come; another one says why."""
    if run.finding is None or run.finding.code not in NO_VALUE or not run.check.beside:
        return False
    return any(not each.passed and not each.check.beside for each in graded.runs)


def _found(finding: Finding | None, shows_values: bool) -> Finding | None:
    if finding is None:
        return None
    values = {
        name: _clean(value) if isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return Finding(finding.code, values if shows_values else {})


def _clean(text: str) -> str:
    text = clean(text)
    return text if len(text) <= 3 * _MAX_VALUE else text[: 3 * _MAX_VALUE] + "…"
