"""What `check` found of one task: each visible check's outcome, and what to say about it."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any, Final

from autograder.checks import collect
from autograder.checks.collect import Check
from autograder.checks.local import LocalStudent
from autograder.selfcheck import known_answers, student_folder, written_code
from autograder.values.findings import NO_VALUE, CheckFailed, Finding, NotStarted
from autograder.values.messages import mark as _
from autograder.values.trace import Step
from autograder.values.words import Words

NOT_STARTED: Final = _("not started")
_CALLS: Final = _("`{task}` calls `{earlier}`, which is not right yet. Begin with `{earlier}`.")
_NO_PACKAGE: Final = _(
    "The package `{name}` is missing where this notebook runs. Run `%pip install {package}` in a "
    "cell of its own and restart the kernel."
)
_BESIDE_THE_VALUE: Final = frozenset({"attached", "changed", "kept", "memory", "waits", "warned"})
_MISSING: Final = re.compile(r"No module named '([\w.]+)'")


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that was run, how it failed, if it did, and what was called."""

    check: Check
    failure: CheckFailed | None
    steps: Sequence[Step] = ()

    @property
    def passed(self) -> bool:
        return self.failure is None

    @property
    def not_started(self) -> bool:
        return isinstance(self.failure, NotStarted)

    @property
    def has_wrong_values(self) -> bool:
        """Whether it failed for more than something beside the values."""
        return self.failure is not None and self.failure.finding.code not in _BESIDE_THE_VALUE

    @property
    def has_no_value(self) -> bool:
        """Whether nothing came back that could be right or wrong."""
        return self.failure is not None and self.failure.finding.code in NO_VALUE

    @property
    def waits(self) -> bool:
        """Whether what it looks at can't be said before the value is right."""
        return self.failure is not None and self.failure.finding.code == "waits"


@dataclass(frozen=True, slots=True)
class TaskReport:
    """`why`: what the first check that failed says; `hint`: what is behind it, if that is known.

    `state`: what is to be said of the notebook first, before any value.
    """

    task: str
    outcomes: Sequence[Checked]
    state: str = ""
    why: str = ""
    hint: str = ""

    @property
    def not_started(self) -> bool:
        return all(each.not_started for each in self.outcomes)

    @property
    def explained(self) -> Checked | None:
        """The check that `why` is about: the first that failed and can say something."""
        return next((each for each in self.outcomes if _explains(each)), None)

    @property
    def right(self) -> int:
        return sum(each.passed for each in self.outcomes)

    @property
    def passed(self) -> bool:
        return self.right == len(self.outcomes)


def checked(check: Check, student: LocalStudent) -> Checked:
    """Run one visible check. What is raised by the check itself passes through."""
    raised = collect.run(check, student)
    if isinstance(raised, ModuleNotFoundError):
        finding = Finding(
            "raised", {"call": "", "type": "ModuleNotFoundError", "text": str(raised)}
        )
        raised = CheckFailed(finding)
    if raised is not None and not isinstance(raised, CheckFailed):
        raise raised
    return Checked(check, raised, tuple(student.steps))


def report(task: str, functions: Mapping[str, Any], words: Words, state: str = "") -> TaskReport:
    """Run the visible checks of `task` on these functions."""
    _assignment, checks = student_folder.visible_checks(task)
    return of_outcomes(task, outcomes(task, checks, functions), functions, words, state)


def of_outcomes(
    task: str,
    ran: Sequence[Checked],
    functions: Mapping[str, Any],
    words: Words,
    state: str = "",
) -> TaskReport:
    """What there is to say about the outcomes of all visible checks of `task`."""
    ran = _with_waiting(ran)
    failed = TaskReport(task, ran).explained
    if not state and failed is None and any(each.not_started for each in ran):
        state = _begin(task, functions, words)
    if state or failed is None or failed.failure is None:
        return TaskReport(task, ran, state)
    state = _no_package(failed.failure.finding, words)
    if state:
        return TaskReport(task, ran, state)
    why = words.finding(failed.failure.finding, values=True)
    hint = _begin(task, functions, words) or _hint(task, ran, words)
    return TaskReport(task, ran, why=why, hint=hint)


def outcomes(
    task: str, checks: Sequence[Check], functions: Mapping[str, Any]
) -> tuple[Checked, ...]:
    """Run these checks of `task` on these functions; a stub is not even called."""
    if written_code.is_stub(functions.get(task)):
        not_started = NotStarted(Finding("not_started"))
        return tuple(Checked(check, not_started) for check in checks)
    return tuple(checked(check, LocalStudent(functions)) for check in checks)


def _with_waiting(ran: Sequence[Checked]) -> tuple[Checked, ...]:
    """Checks beside a value that did not come wait for it, where another one says why."""
    if all(each.passed or each.check.beside for each in ran):
        return tuple(ran)
    waiting = CheckFailed(Finding("waits"))
    return tuple(
        replace(each, failure=waiting) if each.check.beside and each.has_no_value else each
        for each in ran
    )


def _explains(outcome: Checked) -> bool:
    return not (outcome.passed or outcome.not_started or outcome.waits)


def _no_package(finding: Finding, words: Words) -> str:
    """What to do where a package is missing; empty where none is."""
    if finding.values.get("type") != "ModuleNotFoundError":
        return ""
    found = _MISSING.search(str(finding.values.get("text", "")))
    if found is None:
        return ""
    name = found[1].partition(".")[0]
    return words(_NO_PACKAGE, name=name, package=student_folder.requirement(name))


def _begin(task: str, functions: Mapping[str, Any], words: Words) -> str:
    """Which earlier task to begin with; empty where those that this one calls are right."""
    earlier = next(_wrong_earlier(task, functions), None)
    return "" if earlier is None else words(_CALLS, task=task, earlier=earlier)


def _hint(task: str, ran: Sequence[Checked], words: Words) -> str:
    """The hint for the one known mistake that answers in this way; empty where none does."""
    assignment, _checks = student_folder.visible_checks(task)
    known = known_answers.load(student_folder.COURSE, assignment)
    found = known.mistakes(task, {each.check.id: each.steps for each in ran})
    if not found:
        findings = [each.failure.finding for each in ran if each.failure is not None]
        found = known.mistakes_by_error(task, findings)
    return known.text(found.pop(), words.language) if len(found) == 1 else ""


def _wrong_earlier(task: str, functions: Mapping[str, Any]) -> Iterator[str]:
    """The earlier tasks whose functions this one calls, and whose values are not right."""
    assignment, _checks = student_folder.visible_checks(task)
    earlier = student_folder.tasks(assignment)
    earlier = earlier[: earlier.index(task)]
    called = _names(getattr(functions.get(task), "__code__", None))
    for name in earlier:
        if name in called and callable(functions.get(name)):
            with contextlib.redirect_stdout(io.StringIO()):
                ran = outcomes(name, student_folder.visible_checks(name)[1], functions)
            if any(each.not_started or each.has_wrong_values for each in ran):
                yield name


def _names(code: CodeType | None) -> set[str]:
    """The global names that this code uses, its inner functions' too."""
    if code is None:
        return set()
    inner = [each for each in code.co_consts if isinstance(each, CodeType)]
    return set(code.co_names).union(*map(_names, inner))
