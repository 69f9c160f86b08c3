"""What a notebook's cells call: `check`, `ready`, `say` and `hand_in`."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any, Final

from autograder.selfcheck import overview, packing
from autograder.selfcheck.notebook_state import NotebookState
from autograder.selfcheck.pictures import can_draw
from autograder.selfcheck.student_folder import language, notebooks, tasks, visible_checks, words
from autograder.selfcheck.task_report import TaskReport, outcomes, report
from autograder.selfcheck.task_table import as_html, as_text
from autograder.values.messages import mark as _
from autograder.values.words import ENGLISH

_NO_TASK: Final = _("There is no task `{task}` here.")
_WAITS: Final = _("This cell waits for `{task}`.")
_NOT_FINISHED: Final = _(
    "Are you done? Save the notebook, change False to True and run this cell again."
)
_NOT_SAVED: Final = _("This notebook is not saved. Save it first, then run this cell again.")
_DOWNLOAD: Final = _(
    "Save this notebook, download it as a file (.ipynb) and upload that file where your course "
    "asks for it."
)
_state: Final = NotebookState()
_reports: Final[dict[str, TaskReport]] = {}  # what `check` said last, by task


class NotPassed(Exception):
    """What nbgrader's Validate shows of a task: our table in the place of a traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


def check(task: str) -> None:
    """Run the visible checks of `task` on this notebook's function and show what they say.

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
    functions, say_ = namespace(), words(assignment)
    state = _state.of_task(task, assignment, functions, say_)
    with contextlib.redirect_stderr(sys.stdout):
        found = report(task, functions, say_, state)
    if purpose == "validate" and not found.passed:
        raise NotPassed(as_text(found, say_))
    _reports[task] = found
    text, page = as_text(found, say_), as_html(found, say_)
    _show(text, page)


def hand_in(assignment: str, *, finished: bool = False) -> None:
    """Show what is unfinished; when the student is `finished`, check all and pack all notebooks.

    Where a notebook stands alone, say how it is handed in by itself.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    folder, say_ = notebooks(), words()
    found = [overview.of_reports(assignment, list(_reports.values()))]
    if folder is None:
        said = say_(_DOWNLOAD)
    elif not finished:
        said = say_(_NOT_FINISHED)
    elif _state.is_unsaved(assignment, tasks(assignment)):
        said = say_(_NOT_SAVED)
    else:
        found, said = packing.from_kernel(folder)
    _show(f"{overview.as_text(found, say_)}\n\n{said}", overview.as_html(found, say_, said))


def _show(text: str, page: str) -> None:
    """Show a page where the notebook can, the text elsewhere."""
    ipython: Any = sys.modules.get("IPython")
    if ipython is None or ipython.get_ipython() is None:
        print(text)
    else:
        ipython.display.display({"text/plain": text, "text/html": page}, raw=True)


def ready(*tasks: str) -> bool:
    """True when none of these tasks is missing or not started; else say which one is waited for.

    For cells that draw or print with the student's own functions.
    """
    functions = namespace()
    waited = next((task for task in tasks if _is_open(task, functions)), None)
    if waited is not None:
        print(words()(_WAITS, task=waited))
    return waited is None


def _is_open(task: str, functions: dict[str, Any]) -> bool:
    """Whether the first visible check finds no function, or one that is not written yet."""
    ran = outcomes(task, visible_checks(task)[1][:1], functions)
    codes = {each.failure.finding.code for each in ran if each.failure is not None}
    return bool(codes & {"missing", "reused", "not_started"})


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
