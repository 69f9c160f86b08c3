"""`python -m pytest` in a student's folder: the visible checks and a table of tasks.

A stub that was never filled in is "not started", not an error; a failure shows its message, no
traceback.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Final

import pytest

from autograder.checks.collect import Check
from autograder.checks.local import LocalStudent
from autograder.checks.marks import mark_of
from autograder.selfcheck import submitted
from autograder.selfcheck.student_folder import visible_checks, words
from autograder.selfcheck.task_table import NOT_STARTED, Checked, checked, task_text
from autograder.values.messages import mark as _

_NO_NOTEBOOK: Final = _("{name} is not in this folder; its checks are left out.")
_outcomes = pytest.StashKey[dict[str, dict[str, list[Checked]]]]()  # by assignment and task


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "task: the task that a check belongs to, and its points")
    config.stash[_outcomes] = {}


@pytest.fixture
def student(request: pytest.FixtureRequest) -> LocalStudent:
    """The functions of the notebook that belongs to the check file."""
    try:
        return LocalStudent(_namespace(request.config.rootpath, request.path.parent.name))
    except submitted.NotFoundError as why:
        pytest.skip(words()(_NO_NOTEBOOK, name=str(why)))


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
    student: Any = pyfuncitem.funcargs["student"]
    outcome = checked(check, student)
    tasks = pyfuncitem.config.stash[_outcomes].setdefault(assignment, {})
    tasks.setdefault(check.task, []).append(outcome)
    if outcome.not_started:
        pytest.skip(words()(NOT_STARTED))
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
    for assignment, tasks in config.stash[_outcomes].items():
        terminalreporter.write_line(f"\n{assignment}", bold=True)
        for task, outcomes in tasks.items():
            terminalreporter.write_line(task_text(task, outcomes, words(assignment)))
