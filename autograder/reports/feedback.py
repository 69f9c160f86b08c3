"""A result in words: the feedback text that a student reads."""

from __future__ import annotations

from typing import Final

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.result import CheckResult, Result, TaskResult
from autograder.hints.mistake_words import hint_text
from autograder.values.messages import mark as _
from autograder.values.text import columns, visible
from autograder.values.words import Words

_WIDTH: Final = 88
_MOST_LINES: Final = 40  # of what the code printed
_STATES: Final = {
    "passed": _("passed"),
    "partial": _("partly passed"),
    "failed": _("not passed yet"),
    "not started": _("not started"),
    "missing": _("no function of this name"),
}
_PLAIN_ENOUGH: Final = {"raised", "raised_bare", "forbidden", "missing", "not_started", "reused"}
_TASK_SIGNS: Final = {"passed": "✓", "not started": "·"}
_SIGNS: Final = {"passed": "✓", "failed": "✗", "timeout": "⏱", "crashed": "✗", "refused": "✗"}
_SCORE = _("Score: {score} of {max}")
_SECTION = _("Read again: section {section}.")
_UNNAMED = _("No known mistake was recognised here. Start from the first message above.")
_START = _("Start with `{task}`.")
_NOTES = _("About your submission")
_OUTPUT = _("What your code printed")
_MORE = _("{lines} more lines are in the result file.")
_WEAK = _("Graded with weak isolation.")
_HIDDEN = _("hidden")


def text(result: Result, course: Course, language: str) -> str:
    """The whole feedback: score, tasks, notes, and apart from all that the student's output."""
    say = words(course, language)
    lines = [*_name(result, course, say), *_score(result, say)]
    for task in result.tasks:
        lines += ["", *_task(task, course, result.assignment, say)]
    lines += _about(result, say)
    return "\n".join(lines) + "\n"


def task_text(task: TaskResult, course: Course, assignment: str, language: str) -> str:
    """The part of the feedback that is about one task."""
    return "\n".join(_task(task, course, assignment, words(course, language)))


def outline_text(result: Result, course: Course, language: str) -> str:
    """The feedback without the student's name and without what is about single tasks."""
    say = words(course, language)
    return "\n".join([*_score(result, say), *_about(result, say)])


def _name(result: Result, course: Course, say: Words) -> list[str]:
    assignment = course.assignment(result.assignment)
    title = assignment.title[say.language]
    heading = f"{visible(result.student)} · {assignment.section} {title}"
    return [heading, "=" * columns(heading)]


def _score(result: Result, say: Words) -> list[str]:
    lines = [say(_SCORE, score=_number(result.score), max=_number(result.max_score))]
    if result.isolation == "weak":
        lines.append(say(_WEAK))
    first = next((task for task in result.tasks if task.state != "passed"), None)
    if first is not None and first.state in ("partial", "failed"):
        lines.append(say(_START, task=first.name))
    return lines


def _about(result: Result, say: Words) -> list[str]:
    lines: list[str] = []
    if result.notes:
        lines += ["", say(_NOTES), "-" * columns(say(_NOTES))]
        lines += [line for each in result.notes for line in _wrapped(f"- {each}", "  ", "    ")]
    if result.output.strip():
        lines += ["", say(_OUTPUT), "-" * columns(say(_OUTPUT))]
        printed = result.output.rstrip("\n").split("\n")
        lines += [f"| {line}" for line in printed[:_MOST_LINES]]
        if left := len(printed[_MOST_LINES:]):
            lines.append(say(_MORE, lines=str(left)))
    return lines


def _task(task: TaskResult, course: Course, assignment: str, say: Words) -> list[str]:
    points = f"{_number(task.earned)}/{_number(task.points)}"
    sign = _TASK_SIGNS.get(task.state, "✗")
    lines = [f"{sign} {task.name}  {points}  {say(_STATES[task.state])}"]
    if task.state in ("not started", "missing"):
        if task.state == "missing":
            lines += _wrapped(task.checks[0].message, "    ")
        return lines
    said: set[str] = set()
    hint = next((check.hint for check in task.checks if check.hint is not None), None)
    for check in task.checks:
        if check.earned < check.points:
            lines += _one(check, say)
        elif not check.message:
            continue
        first_mistake = check.outcome == "failed" and "failed" not in said
        if first_mistake or (check.outcome != "failed" and check.message not in said):
            lines += _wrapped(check.message, "      ")
            said |= {check.message, check.outcome}
        if hint is not None and check.hint == hint:
            lines += _wrapped(hint_text(course.folder, hint, say) or "", "    →", "      ")
            hint = None
    if _is_unnamed(task):
        lines += _wrapped(say(_UNNAMED), "    ")
    if task.state != "passed":
        lines.append(f"    {say(_SECTION, section=course.assignment(assignment).section)}")
    return lines


def _is_unnamed(task: TaskResult) -> bool:
    """Whether wrong answers came back and no hint says why; an error speaks for itself."""
    codes = {c.finding.code for c in task.checks if c.outcome == "failed" and c.finding}
    return bool(codes - _PLAIN_ENOUGH) and all(check.hint is None for check in task.checks)


def _one(check: CheckResult, say: Words) -> list[str]:
    hidden = "" if check.visible else f" ({say(_HIDDEN)})"
    points = f"{_number(check.earned)}/{_number(check.points)}"
    sign = _SIGNS.get(check.outcome, "!")
    return _wrapped(f"{sign} {check.title}{hidden}  {points}", "    ", "      ")


def _wrapped(words: str, indent: str, then: str | None = None) -> list[str]:
    """The words as lines of at most `_WIDTH` columns, later ones indented by `then`."""
    lines: list[str] = []
    line = indent
    for word in " ".join(words.splitlines()).split(" "):
        longer = f"{line} {word}" if line.strip() else line + word
        if line.strip() and columns(longer) > _WIDTH:
            lines.append(line.rstrip())
            line = (indent if then is None else then) + word
        else:
            line = longer
    return [*lines, line.rstrip()]


def _number(points: float) -> str:
    return f"{points:g}"
