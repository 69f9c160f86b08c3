"""A result as a page for its student: one HTML file that loads nothing."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from markupsafe import Markup

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.result import CheckResult, Example, Result, TaskResult
from autograder.reports import charts, grades
from autograder.reports.drawn import Drawn, drawn
from autograder.reports.feedback import NOTES, OUTPUT
from autograder.reports.grades import Grade
from autograder.reports.page import page
from autograder.reports.said import CheckSaid, Said, TaskSaid, number, said
from autograder.reports.student_text import code_as_html, plain_as_html
from autograder.values.findings import Finding
from autograder.values.messages import mark as _
from autograder.values.text import visible
from autograder.values.words import Words

_WORDS: Final = {
    "begin": _("Begin here"),
    "overview": _("All tasks"),
    "hidden_why": _("hidden: checked only in grading, with other numbers and sizes."),
    "called": _("called"),
    "place": _("entry"),
    "got": _("got"),
    "expected": _("expected"),
    "right_of": _("right numbers"),
    "your_code": _("Your code"),
    "cell": _("code cell"),
    "hint": _("Hint"),
    "try": _("Try this next"),
    "copy": _("Copy"),
    "copied": _("Copied"),
    "yours": _("yours"),
    "right": _("expected"),
    "checks_passed": _("passed checks"),
    "notes": NOTES,
    "output": OUTPUT,
    "written": _("Written question"),
    "written_waits": _(
        "Your teacher reads the written answer and marks it separately; it is not in this score."
    ),
    "written_marks": _("Marks of your written answer"),
    "checks": _("Points of the checks"),
    "attempts": _("Attempts"),
    "unreadable": _("This file could not be read"),
}
_UNREADABLE = _("`{file}` could not be read. Save the notebook again and hand it in.")
_TRY: Final = {
    "value": _(
        "Run it in a cell below your function, and compare with your own calculation. Change the "
        'function, run its cell and `check("{task}")`.'
    ),
    "changed": _("Run it in a cell below your function. Is `{name}` still what it was?"),
    "warned": _("Run it in a cell below your function. Does a warning appear?"),
}
# values of a finding: their words
_LISTED: Final = {"call": "called", "place": "place", "got": "got", "want": "expected"}
_ALONE: Final = "value"  # the finding of which the list says all
_COMPARED: Final = (_ALONE, "entry", "shape", "not_finite")
_POINTS = _("{earned} of {points} points")


class CheckShown(NamedTuple):
    """A check with what stands beside its sentence. `values`: what was called, got, expected."""

    said: CheckSaid
    values: tuple[tuple[str, str], ...]
    message: str


class TaskShown(NamedTuple):
    """A task on the page. `open`: whether there is something to do; `begun`: or was."""

    said: TaskSaid
    bar: Markup
    open: bool
    begun: bool
    failed: tuple[CheckShown, ...]
    carried: tuple[str, ...]
    passed: tuple[str, ...]
    code: Markup
    cell: int
    to_try: str
    try_why: str
    pictures: tuple[Drawn, ...]


def feedback_page(result: Result, course: Course, grade: Grade | None = None) -> bytes:
    """The page, in the language of the result's sentences; `grade`: what counts in the end."""
    language = (
        result.shown.language if result.shown.language in course.languages else course.language
    )
    say = words(course, language, result.assignment)
    own = {name: say(text) for name, text in _WORDS.items()}
    whole = said(result, course, language)
    figures = drawn(result, course, (own["yours"], own["right"]), say)
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
        begin=whole.begin,
        start=whole.start,
        advice=_advice(whole),
        tasks=tasks,
        in_turn=sorted((each for each in tasks if each.open or each.begun), key=_is_done),
        unreadable=_unreadable(course, whole, result.assignment),
        notes=result.notes,
        output=Markup(plain_as_html(result.output.rstrip())) if result.output.strip() else "",
        counts=grades.lines(grade, say) if grade is not None else [],
        attempts=grade.attempts if grade is not None else 0,
        written=grade.written if grade is not None else None,
        number=number,
    )


def _is_done(task: TaskShown) -> bool:
    """What there is to do comes before what is done."""
    return not task.open


def _unreadable(course: Course, whole: Said, assignment: str) -> list[tuple[str, str]]:
    """That the file could not be read, in each of the course's languages: its own is unknown."""
    said = [(each, words(course, each)(_UNREADABLE, file=f"{assignment}.ipynb"))
            for each in course.languages]  # fmt: skip
    return said if whole.unreadable else []


def _advice(whole: Said) -> str:
    """Of the task to begin with its hint, else why it is missing or what its first check says."""
    tasks = [task for task in whole.tasks if task.name == whole.begin]
    checks = [each for task in tasks for each in task.checks]
    first = [*(each.hint for each in checks), *(task.missing for task in tasks)]
    lines = [*first, *(each.message for each in checks if each.line)]
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
    title = f"{task.name}: {points}, {each.standing}"
    code = next((code for code in result.code if code.task == task.name), None)
    begun = each.state in ("passed", "partial", "failed")
    is_open = each.state in ("partial", "failed", "missing")
    example = next((e for e in result.shown.examples if e.task == task.name), Example("", ""))
    pairs = list(zip(task.checks, each.checks, strict=False))
    return TaskShown(
        each,
        charts.bar(task.earned / (task.points or 1), title),
        is_open,
        begun,
        tuple(_check(check, line, own, say) for check, line in pairs if line.line),
        tuple(line.message for _check, line in pairs if line.message and not line.line),
        tuple(line.title for _check, line in pairs if not line.line),
        code_as_html(code.text, code.first, code.marked)
        if code and (is_open or begun)
        else Markup(),
        code.cell if code else 0,
        example.code if begun else "",
        say(_TRY[example.looks_at], task=task.name, name=example.name),
        tuple(figures.get(task.name, ())) if begun else (),
    )


def _check(check: CheckResult, line: CheckSaid, own: dict[str, str], say: Words) -> CheckShown:
    """What was called, got and expected as a list where it is known, below the sentence."""
    found = check.finding
    values: dict[str, Any] = dict(found.values) if found is not None and line.message else {}
    if found is None or found.code not in _COMPARED or not {"call", "got", "want"} <= values.keys():
        return CheckShown(line, (), line.message)
    listed = [(own[word], str(values[key])) for key, word in _LISTED.items() if key in values]
    if "right" in values:
        listed.append((own["right_of"], f"{values['right']} / {values['all']}"))
    sentence = "" if found.code == _ALONE else say.finding(Finding(found.code), values=False)
    return CheckShown(line, tuple(listed), sentence)
