"""A result in sentences: what text, page and nbgrader's comment all say, in one order.

Nothing here is markup or layout; whoever shows it decides where a line ends.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from autograder.checks.outcome import Outcome
from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.result import NEVER_DEFINED, CheckResult, Result, TaskResult
from autograder.hints.mistake_words import hint_text
from autograder.values.messages import mark as _
from autograder.values.words import Words

STATES: Final = {
    "passed": _("passed"),
    "partial": _("partly passed"),
    "failed": _("not passed yet"),
    "not started": _("not started"),
    "missing": _("no function of this name"),
    "unreadable": _("not graded"),
}
PLAIN_ENOUGH: Final = NEVER_DEFINED | {
    "raised", "raised_bare", "forbidden", "missing", "not_started", "reused", "waits",
}  # fmt: skip
_TASK_SIGNS: Final = {"passed": "✓", "not started": "·", "unreadable": "·"}
_SIGNS: Final = {"passed": "✓", "failed": "✗", "timeout": "✗", "crashed": "✗", "refused": "✗"}
_SCORE = _("Points of the checks: {score} of {max}")
_SECTION = _("Read again: section {section}.")
_UNNAMED = _("No known mistake was recognised here. Start from the first message above.")
_START = _("Start with `{task}`.")
_GO_ON = _("What you wrote is right so far. Go on with `{task}` in the notebook.")
_ALL_RIGHT = _("Everything passed. Nothing is left to fix.")
_ALL_RIGHT_BUT = _(
    "Every task passed, but code cells stopped before their end ({count}); see below."
)
_NOTHING = _("You have not started any task. Open the notebook and write the first function.")
_WEAK = _("Graded with weak isolation.")
_HIDDEN = _("hidden")


class CheckSaid(NamedTuple):
    """A check. `waits`: why it was not looked at; `message` and `hint`: empty if said before.

    `line`: whether the check has a line of its own, or its message alone is worth saying.
    """

    line: bool
    sign: str
    title: str
    hidden: str
    points: str
    outcome: Outcome
    waits: str
    message: str
    hint: str


class TaskSaid(NamedTuple):
    """A task. `state`: one of `STATES`, `standing`: in words; `missing`: why there is none."""

    name: str
    sign: str
    points: str
    state: str
    standing: str
    missing: str
    checks: tuple[CheckSaid, ...]
    unnamed: str
    section: str


class Said(NamedTuple):
    """A result. `begin`: the task to begin with, or empty; `start`: what to do first.

    `unreadable`: whether the file was not graded, for the reason that its notes give.
    """

    heading: str
    score: str
    weak: str
    begin: str
    start: str
    unreadable: bool
    tasks: tuple[TaskSaid, ...]


def said(result: Result, course: Course, language: str) -> Said:
    """Everything that is said about a result but its notes and output, which it holds itself."""
    say = words(course, language)
    assignment = course.assignment(result.assignment)
    begin = _first_to_mend(result)
    return Said(
        f"{assignment.section} {assignment.title[say.language]}",
        say(_SCORE, score=number(result.score), max=number(result.max_score)),
        say(_WEAK) if result.isolation == "weak" else "",
        begin,
        say(_START, task=begin) if begin else _next_step(result, say),
        _is_unreadable(result),
        tuple(task_said(task, course, result.assignment, say) for task in result.tasks),
    )


def _first_to_mend(result: Result) -> str:
    """The first task that was begun and did not pass; empty if there is none.

    A function that is gone was begun, too, if others are there: its name or its cell is wrong.
    """
    if all(task.state == "missing" and not task.stopped for task in result.tasks):
        return ""
    to_mend = ("partial", "failed", "missing")
    return next((task.name for task in result.tasks if task.state in to_mend), "")


def _next_step(result: Result, say: Words) -> str:
    """What to do where there is nothing to mend."""
    states = {task.state for task in result.tasks}
    if states == {"passed"}:
        return say(_ALL_RIGHT_BUT, count=result.stopped) if result.stopped else say(_ALL_RIGHT)
    if _is_unreadable(result):
        return ""
    if "passed" not in states:
        return say(_NOTHING)
    left = next(task.name for task in result.tasks if task.state != "passed")
    return say(_GO_ON, task=left)


def _is_unreadable(result: Result) -> bool:
    return all(map(_was_unreadable, result.tasks))


def _was_unreadable(task: TaskResult) -> bool:
    return all(each.finding is not None and each.finding.code == "unreadable"
               for each in task.checks)  # fmt: skip


def task_said(task: TaskResult, course: Course, assignment: str, say: Words) -> TaskSaid:
    """What is said about one task."""
    state = "unreadable" if _was_unreadable(task) else task.state
    begun = state not in ("not started", "missing", "unreadable")
    section = course.assignment(assignment).section
    return TaskSaid(
        task.name,
        _TASK_SIGNS.get(state, "✗"),
        f"{number(task.earned)}/{number(task.points)}",
        state,
        say(STATES[state]),
        task.checks[0].message if state == "missing" else "",
        tuple(_checks(task, course, say)) if begun else (),
        say(_UNNAMED) if begun and _is_unnamed(task) else "",
        say(_SECTION, section=section) if begun and state != "passed" else "",
    )


def _checks(task: TaskResult, course: Course, say: Words) -> list[CheckSaid]:
    """The checks in order; a message or hint that was said is not said again."""
    found: list[CheckSaid] = []
    before: set[str] = set()
    hint = next((check.hint for check in task.checks if check.hint is not None), None)
    for check in task.checks:
        waits, message, advice = _waits(check), "", ""
        known = "failed" if check.outcome == "failed" else check.message
        if check.message and not waits and known not in before:
            message = check.message
            before |= {check.message, check.outcome}
        if hint is not None and check.hint == hint and not waits:
            advice = hint_text(course.folder, hint, say) or ""
            hint = None
        found.append(_check(check, message, advice, say))
    return found


def _check(check: CheckResult, message: str, hint: str, say: Words) -> CheckSaid:
    waits = _waits(check)
    return CheckSaid(
        check.earned < check.points,
        "·" if waits else _SIGNS.get(check.outcome, "!"),
        check.title,
        "" if check.visible else say(_HIDDEN),
        f"{number(check.earned)}/{number(check.points)}",
        check.outcome,
        check.message if waits else "",
        message,
        hint,
    )


def _is_unnamed(task: TaskResult) -> bool:
    """Whether wrong answers came back and no hint says why; an error speaks for itself."""
    codes = {c.finding.code for c in task.checks if c.outcome == "failed" and c.finding}
    return bool(codes - PLAIN_ENOUGH) and all(check.hint is None for check in task.checks)


def _waits(check: CheckResult) -> bool:
    """Whether what the check looks at can't be said before the value is right."""
    return check.finding is not None and check.finding.code == "waits"


def number(points: float) -> str:
    """Points as people write them: 2.5, but 3."""
    return f"{points:g}"
