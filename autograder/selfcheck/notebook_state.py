"""What state a task's cell is in: stopped, changed, renamed, not run, a stub with code beside it.

IPython tells of each cell that ran; the notebook's file tells of cells that changed since, where
there is one and it was saved.
"""

from __future__ import annotations

import difflib
import json
import linecache
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from autograder.selfcheck import written_code
from autograder.values.messages import mark as _
from autograder.values.roles import task_cell
from autograder.values.words import Words

_STOPPED: Final = _(
    "The cell of `{task}` stopped when it last ran: {error}. Fix it and run it again, then this "
    "cell."
)
_CHANGED: Final = _(
    "The cell of `{task}` was changed after its last run. Run it first, then this cell."
)
_BESIDE: Final = _(
    "There is code in `{task}`, but `raise NotImplementedError` is still there, and nothing below "
    "it runs. Take that line out and run the cell again."
)
_RENAMED: Final = _(
    "`{other}` stands where `{task}` is asked for. Give the function its name back and run its "
    "cell again."
)
_NOT_RUN: Final = _(
    "The cell of `{task}` has not run since the kernel started. Run it first, then this cell."
)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a cell. `error`: what ended it, in words; empty where nothing did."""

    cell: str
    code: str
    error: str
    when: float


class NotebookState:
    """Watches the cells of one kernel; in a program without IPython nothing is known of them."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._shell = _shell()
        if self._shell is not None:
            self._shell.events.register("post_run_cell", self._ran)

    def of_task(
        self, task: str, assignment: str, functions: Mapping[str, Any], words: Words
    ) -> str:
        """What is to be said before the task's values are looked at; empty where nothing is."""
        function = functions.get(task)
        cell = task_cell(assignment, task)
        run = self._last(task, cell)
        if run is not None and run.error and not self._defined(function, run):
            return words(_STOPPED, task=task, error=run.error)
        saved = None if run is None else _saved(run, assignment)
        if run is not None and saved is not None and saved.after and saved.text != _words(run.code):
            return words(_CHANGED, task=task)
        other = self._other_name(task, run, functions)
        if other:
            return words(_RENAMED, task=task, other=other)
        if written_code.has_code_beside_stub(function):
            return words(_BESIDE, task=task)
        if task not in functions and run is None and self._shell is not None:
            return words(_NOT_RUN, task=task)
        return ""

    def is_unsaved(self, assignment: str, tasks: Sequence[str]) -> bool:
        """Whether a task's cell ran with another text than the notebook's file has."""
        for task in tasks:
            run = self._last(task, task_cell(assignment, task))
            saved = None if run is None else _saved(run, assignment)
            if run is not None and saved is not None and saved.text != _words(run.code):
                return True
        return False

    def _ran(self, result: Any) -> None:
        error = result.error_before_exec or result.error_in_exec
        cell, code = str(result.info.cell_id or ""), str(result.info.raw_cell)
        self._runs.append(_Run(cell, code, _said(error), time.time()))

    def _last(self, task: str, cell: str) -> _Run | None:
        """The last run of the task's cell, or of another one that defines the task."""
        name = re.compile(rf"^(?:def\s+{task}\b|class\s+{task}\b|{task}\s*=(?!=))", re.MULTILINE)
        return next(
            (run for run in reversed(self._runs) if run.cell == cell or name.search(run.code)), None
        )

    def _other_name(self, task: str, run: _Run | None, functions: Mapping[str, Any]) -> str:
        """The name that the task's function has been given; empty where none is known."""
        function = functions.get(task)
        written = {} if run is None else written_code.defined_in(run.code)
        old = not callable(function) or getattr(function, "__name__", "") == task
        if run is not None and written and task not in written and old:
            return "" if self._defined(function, run) else next(iter(written))
        if callable(function) and not written_code.is_stub(function):
            return ""
        own = {
            name: each
            for name, each in functions.items()
            if isinstance(each, FunctionType) and each.__module__ == "__main__" and name != task
        }
        text = getattr(function, "__doc__", None) if callable(function) else None
        alike = [name for name, each in own.items() if text and each.__doc__ == text]
        near = difflib.get_close_matches(task, own, n=1, cutoff=0.8) if function is None else []
        return next(iter(alike or near), "")

    def _defined(self, function: Any, run: _Run) -> bool:
        """Whether the function comes from this run, which stopped further down."""
        if not isinstance(function, FunctionType):
            return False
        lines = linecache.getlines(function.__code__.co_filename)
        code: str = self._shell.transform_cell(run.code)
        return "".join(lines).strip() == code.strip()


def _shell() -> Any:
    ipython: Any = sys.modules.get("IPython")
    return None if ipython is None else ipython.get_ipython()


def _said(error: BaseException | None) -> str:
    if error is None:
        return ""
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg} (line {error.lineno})"
    text = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


@dataclass(frozen=True, slots=True)
class _Saved:
    """A cell in the notebook's file. `after`: the file was written after the cell ran."""

    text: list[str]
    after: bool


def _saved(run: _Run, assignment: str) -> _Saved | None:
    """The cell of this run as it was saved; None where that is not known."""
    name = os.environ.get("JPY_SESSION_NAME", "")
    file = Path(name if name.endswith(".ipynb") else f"{assignment}.ipynb")
    try:
        after = file.stat().st_mtime > run.when
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        found = ["".join(each["source"]) for each in cells if each.get("id") == run.cell]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _Saved(_words(found[0]), after) if run.cell and len(found) == 1 else None


def _words(text: str) -> list[str]:
    return text.split()
