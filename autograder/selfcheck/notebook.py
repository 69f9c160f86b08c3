"""What a notebook's cells call: `check`, `ready` and `say`."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import sys
import textwrap
from pathlib import Path
from typing import Any

from .local import LocalStudent
from .table import print_task, task_text
from .visible import checks_of, run


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
    checks = checks_of(task)
    if not checks:
        print(f"`{task}`: no such task here / 그런 과제가 없습니다")
        return
    student = LocalStudent(namespace())
    with contextlib.redirect_stderr(sys.stdout):
        outcomes = [run(each, student) for each in checks]
    if purpose == "validate" and any(outcome.state != "passed" for outcome in outcomes):
        raise NotPassed(_narrow(task_text(task, outcomes, language())))
    print_task(task, outcomes, language())


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
        outcomes = [run(each, student) for each in checks_of(task)[:1]]
        if any(
            outcome.finding and outcome.finding.code in ("missing", "reused", "not_started")
            for outcome in outcomes
        ):
            waits = say(
                ko=f"이 셀은 과제 `{task}` 다음에 쓰입니다.", en=f"This cell waits for `{task}`."
            )
            print(waits)
            return False
    return True


def say(*, ko: str, en: str, picture: bool = False) -> str:
    """The text in the notebook's language; in a picture only if a font can draw it."""
    if language() == "en":
        return en
    if picture:
        from .pictures import hangul_font

        return ko if hangul_font() else en
    return ko


@functools.cache
def language() -> str:
    """The language of this bundle."""
    bundle = Path(__file__).with_name("bundle.json")
    try:
        return str(json.loads(bundle.read_text(encoding="utf-8"))["language"])
    except (OSError, ValueError, KeyError):
        return "en"


def namespace() -> dict[str, Any]:
    """The globals of the notebook: those of the first caller outside this package."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
    return frame.f_globals
