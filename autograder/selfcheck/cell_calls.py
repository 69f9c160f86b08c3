"""What a notebook's cells call: `check`, `ready` and `say`."""

from __future__ import annotations

import contextlib
import os
import sys
import textwrap
from typing import Any, Final

from autograder.checks.local import LocalStudent
from autograder.selfcheck.pictures import can_draw
from autograder.selfcheck.student_folder import language, visible_checks, words
from autograder.selfcheck.task_table import checked, task_text
from autograder.values.messages import mark as _
from autograder.values.words import ENGLISH

_NO_TASK: Final = _("There is no task `{task}` here.")
_WAITS: Final = _("This cell waits for `{task}`.")


class NotPassed(Exception):
    """What nbgrader's Validate shows of a task: our table in the place of a traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


def check(task: str) -> None:
    """Run the visible checks of `task` on this notebook's function and print what they say.

    What the function writes to stderr is printed as well: nbgrader gives no point to a cell that
    wrote there. Under nbgrader's Validate a check that did not pass raises NotPassed; under its
    autograding nothing happens here, since the hidden part of the cell runs these checks too.
    """
    purpose = os.environ.get("NBGRADER_EXECUTION")
    if purpose == "autograde":
        return
    assignment, checks = visible_checks(task)
    if not checks:
        print(words()(_NO_TASK, task=task))
        return
    student = LocalStudent(namespace())
    with contextlib.redirect_stderr(sys.stdout):
        outcomes = [checked(each, student) for each in checks]
    text = task_text(task, outcomes, words(assignment))
    if purpose == "validate" and not all(each.passed for each in outcomes):
        raise NotPassed(_narrow(text))
    print(text)


def _narrow(text: str) -> str:
    """The text in lines that nbgrader's `validate` shows whole: it cuts after 87 characters."""
    lines = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        lines += textwrap.wrap(line, 82, subsequent_indent=indent, break_long_words=False) or [""]
    return "\n".join(lines)


def ready(*tasks: str) -> bool:
    """True when none of these tasks is missing or not started; else say which one is waited for.

    For cells that draw or print with the student's own functions.
    """
    student = LocalStudent(namespace())
    for task in tasks:
        for each in visible_checks(task)[1][:1]:
            failure = checked(each, student).failure
            if failure and failure.finding.code in ("missing", "reused", "not_started"):
                print(words()(_WAITS, task=task))
                return False
    return True


def say(*, picture: bool = False, **texts: str) -> str:
    """The text in the notebook's language, `say(en="result", de="Ergebnis")`; else the first one.

    In a `picture` the English text, where no font can draw the other.
    """
    text = texts.get(language()) or next(iter(texts.values()))
    return texts.get(ENGLISH, text) if picture and not can_draw(text) else text


def namespace() -> dict[str, Any]:
    """The globals of the notebook: those of the first caller outside this package."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
    return frame.f_globals
