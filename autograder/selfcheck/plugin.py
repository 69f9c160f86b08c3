"""`python -m pytest` in a student's folder: the visible checks and a table of tasks.

A stub that was never filled in is "not started", not an error; a failure shows its message, no
traceback.
"""

from __future__ import annotations

import functools
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from autograder.checks.support.findings import CheckFailed, Finding, NotStarted
from autograder.checks.support.marks import mark_of, title_of
from autograder.checks.support.messages import render
from autograder.checks.support.words import mark as _
from autograder.checks.support.words import translate

from . import handed
from .local import LocalStudent
from .notebook import language
from .table import task_text
from .visible import Outcome, VisibleCheck

_NO_NOTEBOOK = _("{name} is not in this folder; its checks are left out.")
_outcomes = pytest.StashKey[list[tuple[str, Outcome]]]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "task: the task that a check belongs to, and its points")
    config.stash[_outcomes] = []


@pytest.fixture
def student(request: pytest.FixtureRequest) -> LocalStudent:
    """The functions of the notebook that belongs to the check file."""
    assignment = request.path.stem.removeprefix("test_")
    try:
        return LocalStudent(_namespace(request.config.invocation_params.dir, assignment))
    except handed.NotFoundError as why:
        pytest.skip(translate(_NO_NOTEBOOK, language()).format(name=why))


@functools.cache
def _namespace(folder: Path, assignment: str) -> dict[str, Any]:
    return handed.namespace(folder, assignment)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Run the check; keep its outcome for the table."""
    finding: Finding | None = None
    state = "passed"
    try:
        result = yield
    except NotStarted as failure:
        state, finding = "not started", failure.finding
        result = True
    except CheckFailed as failure:
        state, finding = "failed", failure.finding
        result = True
    _keep(pyfuncitem, state, finding)
    if state == "not started":
        pytest.skip(translate("not started", language()))
    if finding is not None:
        pytest.fail(render(finding, language(), values=True), pytrace=False)
    return result


def _keep(item: pytest.Function, state: Any, finding: Finding | None) -> None:
    mark = mark_of(item.function)
    if mark is not None:
        check = VisibleCheck(mark, title_of(item.function), item.function)
        item.config.stash[_outcomes].append((item.path.stem, Outcome(check, state, finding)))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The table: each task with its checks, what to fix below the first that failed."""
    tasks: dict[tuple[str, str], list[Outcome]] = {}
    for file, outcome in config.stash[_outcomes]:
        tasks.setdefault((file, outcome.check.mark.task), []).append(outcome)
    heading = None
    for (file, task), outcomes in tasks.items():
        if file != heading:
            terminalreporter.write_line(f"\n{file.removeprefix('test_')}", bold=True)
            heading = file
        terminalreporter.write_line(task_text(task, outcomes, language()))
