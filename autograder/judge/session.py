"""One assignment's checks as a warm pytest session: collected once, run for each submission."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from _pytest.config import _prepareconfig
from _pytest.main import Session
from _pytest.runner import runtestprotocol

from autograder import checks
from autograder.checks.hidden.draw import Remembering
from autograder.checks.support.findings import CheckFailed, Ended
from autograder.checks.support.marks import mark_of, title_of
from autograder.checks.support.student import Student
from autograder.course import Assignment, Course

_HOME = Path(checks.__file__).parent
_LEFT_OUT = (
    "cacheprovider", "doctest", "faulthandler", "junitxml", "legacypath", "logging", "monkeypatch",
    "pastebin", "stepwise", "terminal", "threadexception", "tmpdir", "unittest",
    "unraisableexception", "warnings",
)  # fmt: skip


# A check's first run, and its repeats with stand-ins that answer rightly or wrongly
Turn = Literal["first", "right", "wrong"]


class ChecksError(Exception):
    """The check files can't be used; one line: which, why."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an assignment, as its file declares it."""

    id: str
    title: str
    task: str
    visible: bool
    points: float
    seconds: float | None


class CheckSession:
    """The collected checks of one assignment.

    `checks` lists them, visible ones first, in the order of their files; `run` runs one for a
    student and gives what it raised.
    """

    def __init__(self, course: Course, assignment: Assignment, secret: bytes) -> None:
        if str(course.folder) not in sys.path:
            sys.path.insert(0, str(course.folder))
        self._secret = secret
        self._assignment = assignment
        self._drawn: dict[tuple[str, Turn], list[Any]] = {}
        self._files = [
            _HOME / kind / f"test_{assignment.name}.py" for kind in ("visible", "hidden")
        ]
        self._open()

    def _open(self) -> None:
        self._fixtures = _Fixtures()
        self._session = _collect(self._files, self._fixtures)
        self._items: dict[str, pytest.Function] = {}
        self.checks: list[Check] = []
        for item in self._session.items:
            assert isinstance(item, pytest.Function)
            check = _check_of(item, self._files[0])
            self._items[check.id] = item
            self.checks.append(check)
        self.checks.sort(key=lambda check: not check.visible)
        _validate(self.checks, self._assignment)

    def run(self, check: Check, student: Student, turn: Turn = "first") -> BaseException | None:
        """Run the check for this student; None when it passes, else what it raised.

        Each turn has other random numbers, since the student's code has seen those before.
        """
        known = self._drawn.setdefault((check.id, turn), [])
        self._fixtures.begin(student, Remembering(self._number(turn, check), known))
        with np.errstate(all="ignore"):  # a student's nan and inf are findings, no news
            runtestprotocol(self._items[check.id], log=False, nextitem=self._elsewhere(check))
        raised = self._fixtures.raised
        if raised is not None and not isinstance(raised, (CheckFailed, Ended)):
            self._open()  # anything unusual may have left state behind
        return raised

    def turns(self, check: Check) -> tuple[Turn, Turn]:
        """The turns of a repeat, in an order that nobody knows who does not know the secret."""
        return ("right", "wrong") if self._number("order", check) % 2 else ("wrong", "right")

    def _number(self, what: str, check: Check) -> int:
        text = f"{what}\0{check.id}".encode()
        return int.from_bytes(hashlib.sha256(self._secret + b"\0" + text).digest())

    def _elsewhere(self, check: Check) -> pytest.Function | None:
        """A check in the other file: pytest then keeps set up only what both files share."""
        others = (self._items[each.id] for each in self.checks if each.visible != check.visible)
        return next(others, None)

    def close(self) -> None:
        self._session.config._ensure_unconfigure()


class _Fixtures:
    """The pytest plugin: `student`, `rng`, and a report without tracebacks."""

    def __init__(self) -> None:
        self.raised: BaseException | None = None
        self._student: Student | None = None
        self._rng: np.random.Generator | None = None

    def begin(self, student: Student, rng: np.random.Generator) -> None:
        self.raised = None
        self._student, self._rng = student, rng

    @pytest.fixture
    def student(self) -> Iterator[Student]:
        """The student's functions, behind the verbs of `support.student`."""
        assert self._student is not None
        yield self._student

    @pytest.fixture
    def rng(self) -> Iterator[np.random.Generator]:
        """Random numbers of this check: the same for each student, others for each secret."""
        assert self._rng is not None
        yield self._rng

    @pytest.hookimpl(tryfirst=True)
    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> pytest.Collector:
        """A plain folder: pytest would import a package's __init__ again before every check."""
        return pytest.Dir.from_parent(parent, path=path)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        if call.excinfo is not None and self.raised is None:
            self.raised = call.excinfo.value
        when: Any = call.when
        outcome: Any = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(
            item.nodeid, item.location, {}, outcome, None, when, (), call.duration
        )


def _collect(files: list[Path], fixtures: _Fixtures) -> Session:
    arguments = [str(file) for file in files if file.exists()]
    for name in _LEFT_OUT:
        arguments += ["-p", f"no:{name}"]
    arguments += ["--capture=no", "--assert=plain", "--disable-plugin-autoload"]
    arguments += ["-c", str(_HOME / "pytest.ini"), "--rootdir", str(_HOME)]
    config = _prepareconfig(arguments, [fixtures])
    config._do_configure()
    session = Session.from_config(config)
    config.hook.pytest_sessionstart(session=session)
    try:
        session.perform_collect()
    except (pytest.UsageError, Session.Failed, Session.Interrupted) as why:
        raise ChecksError(f"the checks can't be collected: {why}") from None
    return session


def _check_of(item: pytest.Function, visible_file: Path) -> Check:
    mark = mark_of(item.function)
    if mark is None:
        raise ChecksError(f"{item.path}: {item.name} has no @task(…); say what it belongs to")
    visible = item.path == visible_file
    kind = "visible" if visible else "hidden"
    try:
        title = title_of(item.function)
    except ValueError as why:
        raise ChecksError(f"{item.path}: {why}") from None
    return Check(
        f"{kind}/{item.name.removeprefix('test_')}",
        title, mark.task, visible, mark.points, mark.seconds,
    )  # fmt: skip


def _validate(checks: list[Check], assignment: Assignment) -> None:
    for check in checks:
        if check.task not in [task.name for task in assignment.tasks]:
            raise ChecksError(f"{check.id}: {assignment.name} has no task {check.task!r}")
    for task in assignment.tasks:
        own = [check for check in checks if check.task == task.name]
        total = sum(check.points for check in own)
        hidden = sum(check.points for check in own if not check.visible)
        if total != task.points:
            raise ChecksError(
                f"{assignment.name}: the checks of {task.name} add up to {total:g} points, "
                f"course.toml says {task.points:g}"
            )
        if hidden * 2 < total:
            raise ChecksError(f"{assignment.name}: less than half of {task.name} is hidden")
