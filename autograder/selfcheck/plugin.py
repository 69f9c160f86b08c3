"""`python -m pytest` in a student's folder: the visible checks and a table of tasks.

In the course's order. A stub that was never filled in is "not started", not an error; a failure
is told once, in its table, without a traceback.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Final

import pytest

from autograder.checks.collect import Check
from autograder.checks.local import LocalStudent
from autograder.checks.marks import mark_of
from autograder.selfcheck import submitted, task_report
from autograder.selfcheck.student_folder import assignments, title, visible_checks, words
from autograder.selfcheck.task_report import Checked
from autograder.selfcheck.task_table import as_text
from autograder.values.messages import mark as _

_LEFT_OUT: Final = _("Its checks are left out.")
_outcomes = pytest.StashKey[dict[str, dict[str, list[Checked]]]]()  # by assignment and task
_left_out = pytest.StashKey[dict[str, str]]()  # by assignment: why nothing was checked


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_outcomes] = {}
    config.stash[_left_out] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The course's order."""
    order = {name: place for place, name in enumerate(assignments())}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(order)))


@pytest.fixture
def student(request: pytest.FixtureRequest) -> LocalStudent:
    """The functions of the notebook that belongs to the check file."""
    assignment = request.path.parent.name
    try:
        return LocalStudent(_namespace(request.config.rootpath, assignment))
    except submitted.NoNotebookError as why:
        request.config.stash[_left_out][assignment] = words()(why.text, name=why.name)
        pytest.skip(why.name)


@functools.cache
def _namespace(folder: Path, assignment: str) -> dict[str, Any]:
    return submitted.namespace(folder, assignment)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run the check as grading does; keep its outcome for the table."""
    check = _check_of(pyfuncitem)
    if check is None:
        return None
    assignment = pyfuncitem.path.parent.name
    functions = _namespace(pyfuncitem.config.rootpath, assignment)
    [outcome] = task_report.outcomes(check.task, [check], functions)
    tasks = pyfuncitem.config.stash[_outcomes].setdefault(assignment, {})
    tasks.setdefault(check.task, []).append(outcome)
    if outcome.not_started:
        pytest.skip(check.task)
    if outcome.failure is not None:
        said = words(assignment).finding(outcome.failure.finding, values=True)
        pytest.fail(said, pytrace=False)
    return True


def _check_of(item: pytest.Function) -> Check | None:
    mark = mark_of(item.function)
    checks = visible_checks(mark.task)[1] if mark is not None else ()
    return next((each for each in checks if each.body.__name__ == item.function.__name__), None)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The table: each task with its checks, what to fix below the first that failed."""
    for assignment in assignments():
        tasks, why = (
            config.stash[_outcomes].get(assignment),
            config.stash[_left_out].get(assignment),
        )
        if tasks or why:
            terminalreporter.write_line(f"\n{title(assignment)}", bold=True)
        if why:
            terminalreporter.write_line(f"  {why} {words()(_LEFT_OUT)}")
        for task, ran in (tasks or {}).items():
            functions, said = _namespace(config.rootpath, assignment), words(assignment)
            found = task_report.of_outcomes(task, ran, functions, said)
            terminalreporter.write_line(as_text(found, said))
