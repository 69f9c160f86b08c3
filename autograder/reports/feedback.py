"""A result in words: the feedback text that a student reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.result import Result, TaskResult
from autograder.reports import grades
from autograder.reports.grades import Grade
from autograder.reports.said import CheckSaid, Said, TaskSaid, said, task_said
from autograder.values.messages import mark as _
from autograder.values.text import columns, visible
from autograder.values.words import Words

_WIDTH: Final = 88
_MOST_LINES: Final = 40  # of what the code printed
NOTES = _("About your submission")
OUTPUT = _("What your code printed")
_MORE = _("{lines} more lines are in the result file.")


def feedback_text(result: Result, course: Course, grade: Grade) -> bytes:
    """The whole feedback as a file, in the language of its sentences, with what counts."""
    language = result.shown.language
    counts = grades.lines(grade, words(course, language))
    return text(result, course, language, counts).encode("utf-8", "replace")


def text(result: Result, course: Course, language: str, counts: Sequence[str] = ()) -> str:
    """The whole feedback: score, tasks, notes, and apart from all that the student's output.

    `counts`: what becomes of the score.
    """
    whole = said(result, course, language)
    heading = f"{visible(result.student)} · {whole.heading}"
    lines = [heading, "=" * columns(heading), *_score(whole, counts)]
    tasks = [line for task in whole.tasks for line in ("", *_task(task))]
    about = _about(result, words(course, language))
    lines += [*about, *tasks] if whole.unreadable else [*tasks, *about]
    return "\n".join(lines) + "\n"


def task_text(task: TaskResult, course: Course, assignment: str, language: str) -> str:
    """The part of the feedback that is about one task."""
    return "\n".join(_task(task_said(task, course, assignment, words(course, language))))


def outline_text(result: Result, course: Course, language: str) -> str:
    """The feedback without the student's name and without what is about single tasks."""
    whole = said(result, course, language)
    return "\n".join([*_score(whole), *_about(result, words(course, language))])


def _score(whole: Said, counts: Sequence[str] = ()) -> list[str]:
    then = [line for line in (whole.weak, whole.start) if line]
    return [whole.score, *counts, *([""] if counts and then else []), *then]


def _about(result: Result, say: Words) -> list[str]:
    lines: list[str] = []
    if result.notes:
        lines += ["", say(NOTES), "-" * columns(say(NOTES))]
        lines += [line for each in result.notes for line in _wrapped(f"- {each}", "  ", "    ")]
    if result.output.strip():
        lines += ["", say(OUTPUT), "-" * columns(say(OUTPUT))]
        printed = result.output.rstrip("\n").split("\n")
        lines += [f"| {line}" for line in printed[:_MOST_LINES]]
        if left := len(printed[_MOST_LINES:]):
            lines.append(say(_MORE, lines=str(left)))
    return lines


def _task(task: TaskSaid) -> list[str]:
    lines = [f"{task.sign} {task.name}  {task.points}  {task.standing}"]
    if task.missing:
        lines += _wrapped(task.missing, "    ")
    for check in task.checks:
        if check.line:
            lines += _one(check)
        if check.message:
            lines += _wrapped(check.message, "      ")
        if check.hint:
            lines += _wrapped(check.hint, "    →", "      ")
    if task.unnamed:
        lines += _wrapped(task.unnamed, "    ")
    if task.section:
        lines.append(f"    {task.section}")
    return lines


def _one(check: CheckSaid) -> list[str]:
    hidden = f" ({check.hidden})" if check.hidden else ""
    why = f"  {check.waits}" if check.waits else ""
    line = f"{check.sign} {check.title}{hidden}  {check.points}{why}"
    return _wrapped(line, "    ", "      ")


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
