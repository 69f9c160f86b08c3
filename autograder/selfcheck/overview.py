"""How far each notebook is: what its checks say, and what is still to be done."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.selfcheck import submitted, task_report
from autograder.selfcheck.student_folder import tasks, title, words
from autograder.selfcheck.task_report import TaskReport
from autograder.selfcheck.task_table import BOX, CELL, NUMBER, TABLE, marked
from autograder.values.messages import mark as _
from autograder.values.roles import ANSWER, answer_cell
from autograder.values.text import columns, wrapped
from autograder.values.words import Words

_NOTEBOOK: Final = _("notebook")
_RIGHT: Final = _("tasks right")
_OPEN: Final = _("unfinished")
_WRITTEN: Final = _("the written question")
_WIDTH: Final = 40  # columns of what is unfinished
_NAME: Final = f"{CELL};min-width:9em;padding-left:0.9em;text-indent:-0.9em"


@dataclass(frozen=True, slots=True)
class Progress:
    """One notebook. `unfinished`: tasks that don't pass, in the course's order, and what else.

    `why`: why it could not be looked at, in words.
    """

    name: str
    title: str
    right: int
    tasks: int
    unfinished: Sequence[str] = ()
    why: str = ""

    @property
    def finished(self) -> bool:
        return not (self.unfinished or self.why)


def of_file(folder: Path, assignment: str) -> Progress:
    """The notebook of an assignment in `folder`, run as grading does and checked."""
    count = len(tasks(assignment))
    try:
        functions = submitted.namespace(folder, assignment)
    except submitted.NoNotebookError as why:
        said = words()(why.text, name=why.name)
        return Progress(assignment, title(assignment), 0, count, why=said)
    reports = [task_report.report(task, functions, words(assignment)) for task in tasks(assignment)]
    more = () if _is_answered(folder, assignment) else (words()(_WRITTEN),)
    return of_reports(assignment, reports, more)


def of_reports(
    assignment: str, reports: Sequence[TaskReport], more: tuple[str, ...] = ()
) -> Progress:
    """A notebook whose tasks came to this; a task without a report is not done."""
    right = {each.task for each in reports if each.passed and not each.state}
    names = tasks(assignment)
    unfinished = tuple(name for name in names if name not in right)
    return Progress(assignment, title(assignment), len(right), len(names), (*unfinished, *more))


def _is_answered(folder: Path, assignment: str) -> bool:
    """Whether something is in the cell of the written answer; True where there is none."""
    try:
        text = (folder / f"{assignment}.ipynb").read_text(encoding="utf-8-sig")
        cells = json.loads(text)["cells"]
        [answer] = ["".join(c["source"]) for c in cells if c.get("id") == answer_cell(assignment)]
    except (OSError, ValueError, KeyError, TypeError):
        return True
    return answer.strip() not in ("", words()(ANSWER))


def as_text(found: Sequence[Progress], words: Words) -> str:
    """The overview as aligned lines."""
    head = (words(_NOTEBOOK), words(_RIGHT), words(_OPEN))
    rows = [head, *((f"{_sign(each)} {each.title}", _count(each), _open(each)) for each in found)]
    first, second = (max(columns(row[place]) for row in rows) for place in (0, 1))
    lines = []
    for name, count, unfinished in rows:
        own, *rest = wrapped(unfinished, _WIDTH) or [""]
        start = f"{_padded(name, first)}  {' ' * (second - columns(count))}{count}  "
        lines.append((start + own).rstrip())
        lines += [" " * columns(start) + line for line in rest]
    return "\n".join(lines)


def as_html(found: Sequence[Progress], words: Words, said: str = "") -> str:
    """The overview as a table, and below it what is `said`."""
    styles = (_NAME, NUMBER, CELL)
    names = (_NOTEBOOK, _RIGHT, _OPEN)
    head = "".join(
        f'<th scope="col" style="{style}">{words(name)}</th>'
        for name, style in zip(names, styles, strict=True)
    )
    rows = "".join(
        f'<tr><th scope="row" style="{_NAME}">{_sign(each)} {marked(each.title)}</th>'
        f'<td style="{NUMBER}">{_count(each)}</td>'
        f'<td style="{CELL}">{html.escape(_open(each))}</td></tr>'
        for each in found
    )
    table = f'<table style="{TABLE}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    below = f"<p>{marked(said)}</p>" if said else ""
    return f'<div lang="{words.language}" style="{BOX}">{table}{below}</div>'


def _sign(progress: Progress) -> str:
    return "✓" if progress.finished else "·"


def _count(progress: Progress) -> str:
    return f"{progress.right}/{progress.tasks}"


def _open(progress: Progress) -> str:
    return progress.why or ", ".join(progress.unfinished)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
