"""A result as a page for its student: one HTML file that loads nothing."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from markupsafe import Markup

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.result import CheckResult, Result, TaskResult
from autograder.reports import charts, grades
from autograder.reports.drawn import Drawn, drawn
from autograder.reports.feedback import NOTES, OUTPUT
from autograder.reports.grades import Grade
from autograder.reports.page import page
from autograder.reports.said import (
    STATES,
    CheckSaid,
    Said,
    TaskSaid,
    first_to_mend,
    number,
    said,
)
from autograder.reports.student_text import code_as_html, plain_as_html
from autograder.values.messages import mark as _
from autograder.values.text import visible
from autograder.values.words import Words

_WORDS: Final = {
    "begin": _("Begin here"),
    "overview": _("All tasks"),
    "called": _("called"),
    "got": _("got"),
    "expected": _("expected"),
    "your_code": _("Your code"),
    "cell": _("code cell"),
    "hint": _("Hint"),
    "try": _("Try this next"),
    "try_why": _(
        "Paste it into a cell below your function, and compare with your own calculation."
    ),
    "copy": _("Copy"),
    "copied": _("Copied"),
    "yours": _("yours"),
    "right": _("expected"),
    "number": _("number"),
    "checks_passed": _("passed checks"),
    "carried": _("Counts although an earlier task is wrong"),
    "notes": NOTES,
    "output": OUTPUT,
    "written": _("Written question"),
    "written_waits": _(
        "Your teacher reads the written answer and marks it separately; it is not in this score."
    ),
    "written_marks": _("Marks of your written answer"),
    "person": _("What your teacher decided"),
    "attempts": _("Attempts"),
    "all_right": _("Everything passed. Nothing is left to fix."),
    "nothing": _("No task is begun. Open the notebook and write the first function."),
    "unreadable": _("This file could not be read"),
}
_LISTED: Final = {"call": "called", "got": "got", "want": "expected"}  # values: their words
_GO_ON = _("What you wrote is right so far. Go on with `{task}` in the notebook.")
_POINTS = _("{earned} of {points} points")


class CheckShown(NamedTuple):
    """A check with what stands beside its sentence. `values`: what was called, got, expected."""

    said: CheckSaid
    values: tuple[tuple[str, str], ...]
    message: str


class TaskShown(NamedTuple):
    """A task on the page. `open`: whether there is something to do."""

    said: TaskSaid
    state: str
    bar: Markup
    open: bool
    failed: tuple[CheckShown, ...]
    carried: tuple[str, ...]
    passed: tuple[str, ...]
    code: Markup
    cell: int
    to_try: str
    pictures: tuple[Drawn, ...]


def feedback_page(result: Result, course: Course, grade: Grade | None = None) -> bytes:
    """The page, in the language of the result's sentences; `grade`: what counts in the end."""
    language = (
        result.shown.language if result.shown.language in course.languages else course.language
    )
    say = words(course, language, result.assignment)
    own = {name: say(text) for name, text in _WORDS.items()}
    whole = said(result, course, language)
    figures = drawn(result, course, (own["yours"], own["right"]))
    pairs = zip(result.tasks, whole.tasks, strict=True)
    tasks = [_shown(result, task, each, figures, own, say) for task, each in pairs]
    points = say(_POINTS, earned=number(result.score), points=number(result.max_score))
    return page(
        "feedback",
        language,
        own,
        student=visible(result.student),
        heading=whole.heading,
        course_title=course.title[language],
        score=number(result.score),
        most=number(result.max_score),
        score_bar=charts.bar(result.score / (result.max_score or 1), points),
        weak=whole.weak,
        next_step=_next_step(result, own, say),
        begin=first_to_mend(result) or "",
        start=whole.start,
        advice=_advice(whole, first_to_mend(result)),
        tasks=tasks,
        in_turn=sorted(tasks, key=_turn),
        unreadable=_is_unreadable(result),
        notes=result.notes,
        output=Markup(plain_as_html(result.output.rstrip())) if result.output.strip() else "",
        counts=grades.lines(grade, say) if grade is not None else [],
        attempts=grade.attempts if grade is not None else 0,
        written=grade.written if grade is not None else None,
        number=number,
    )


def _turn(task: TaskShown) -> int:
    """What there is to do comes before what is not begun, and that before what is done."""
    return 0 if task.open else 2 if task.state == "passed" else 1


def _is_unreadable(result: Result) -> bool:
    findings = [check.finding for task in result.tasks for check in task.checks]
    return all(found is not None and found.code == "unreadable" for found in findings)


def _next_step(result: Result, own: dict[str, str], say: Words) -> str:
    states = {task.state for task in result.tasks}
    if states == {"passed"}:
        return own["all_right"]
    if states <= {"not started", "missing"}:
        return own["nothing"]
    left = next(task.name for task in result.tasks if task.state != "passed")
    return say(_GO_ON, task=left) if first_to_mend(result) is None else ""


def _advice(whole: Said, begin: str | None) -> str:
    """The hint of the task to begin with, so that it is read first."""
    lines = [check.hint for task in whole.tasks if task.name == begin for check in task.checks]
    return next(filter(None, lines), "")


def _shown(
    result: Result,
    task: TaskResult,
    each: TaskSaid,
    figures: dict[str, list[Drawn]],
    own: dict[str, str],
    say: Words,
) -> TaskShown:
    points = say(_POINTS, earned=number(task.earned), points=number(task.points))
    title = f"{task.name}: {points}, {say(STATES[task.state])}"
    code = next((code for code in result.code if code.task == task.name), None)
    begun = task.state not in ("not started", "missing")
    pairs = list(zip(task.checks, each.checks, strict=False))
    return TaskShown(
        each,
        task.state,
        charts.bar(task.earned / (task.points or 1), title),
        task.state in ("partial", "failed", "missing"),
        tuple(_check(check, line, own) for check, line in pairs if line.line),
        tuple(line.message for _check, line in pairs if line.message and not line.line),
        tuple(line.title for _check, line in pairs if not line.line),
        code_as_html(code.text, code.first, code.marked) if code and begun else Markup(),
        code.cell if code else 0,
        next((each.code for each in result.shown.examples if each.task == task.name), ""),
        tuple(figures.get(task.name, ())) if begun else (),
    )


def _check(check: CheckResult, line: CheckSaid, own: dict[str, str]) -> CheckShown:
    """What was called, got and expected as a list, or the sentence where it says more."""
    values: dict[str, Any] = dict(check.finding.values) if check.finding and line.message else {}
    if (
        check.finding is None
        or check.finding.code != "value"
        or not _LISTED.keys() <= values.keys()
    ):
        return CheckShown(line, (), line.message)
    listed = tuple((own[name], str(values[key])) for key, name in _LISTED.items())
    return CheckShown(line, listed, "")
