"""What a notebook's cells call: `check`, `ready` and `say`."""

from __future__ import annotations

import functools
import json
import sys
from pathlib import Path
from typing import Any

from .local import LocalStudent
from .table import print_task
from .visible import checks_of, run


def check(task: str) -> None:
    """Run the visible checks of `task` on this notebook's function and print what they say."""
    checks = checks_of(task)
    if not checks:
        print(f"`{task}`: no such task here / 그런 과제가 없습니다")
        return
    student = LocalStudent(_namespace())
    print_task(task, [run(each, student) for each in checks], language())


def ready(*tasks: str) -> bool:
    """True when none of these tasks is missing or not started; else say which one is waited for.

    For cells that draw or print with the student's own functions.
    """
    student = LocalStudent(_namespace())
    for task in tasks:
        outcomes = [run(each, student) for each in checks_of(task)[:1]]
        if any(
            outcome.finding and outcome.finding.code in ("missing", "reused", "not_started")
            for outcome in outcomes
        ):
            waits = say(ko=f"이 셀은 과제 `{task}` 다음에 쓰입니다.", en=f"This cell waits for `{task}`.")
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


def _namespace() -> dict[str, Any]:
    """The globals of the notebook: those of the first caller outside this package."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__package__") == __package__:
        frame = frame.f_back
    return frame.f_globals
