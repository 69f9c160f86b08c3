"""The order of a grading: visible checks, hidden ones, repeats with reference substitutes, points.

The list of checks and points is fixed before student code runs; a check that does not report
is zero, never dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from autograder.checks.check_set import CheckSet, Phase
from autograder.checks.collect import Check
from autograder.checks.outcome import Outcome, Run
from autograder.checks.student import Student
from autograder.course import Assignment, Limits, Task
from autograder.grading.result import State
from autograder.sandbox.process import SandboxError
from autograder.values.findings import CheckFailed, Ended, Finding
from autograder.values.trace import Step

MOST_CRASHES: Final = 2  # of one task's calls: each costs a fresh process and a load


@dataclass(frozen=True, slots=True)
class Graded:
    """A task with its runs, points and state. `gated`: visible points that do not count."""

    task: Task
    runs: tuple[Run, ...]
    earned: dict[str, float]
    state: State
    gated: bool


class GradedStudent(Student, Protocol):
    """The student whose functions are graded: a check's, under the procedure's orders."""

    steps: list[Step]
    seconds: float
    substituted: set[str]
    probing: bool

    def out_of_time(self) -> bool:
        """Whether the submission's time is up."""

    def stop_listening(self) -> None:
        """From now on nothing that the student's code prints or notes is kept."""

    def substitute(self, tasks: Sequence[str]) -> None:
        """From the next call on, these tasks' functions are answered by the solution."""


class Procedure:
    """One submission against checks of one assignment."""

    def __init__(
        self, checks: CheckSet, assignment: Assignment, student: GradedStudent, limits: Limits
    ) -> None:
        self._checks = checks
        self._assignment = assignment
        self._student = student
        self._call_seconds = limits.call_seconds
        self._most_overruns = limits.overruns
        self._runs: dict[str, Run] = {}
        self._overruns = {task.name: 0 for task in assignment.tasks}
        self._crashes = {task.name: 0 for task in assignment.tasks}

    def grade(self) -> list[Graded]:
        """Run everything; one entry for each task, in the order of the course."""
        for check in self._checks.checks:
            if check.visible:
                self._runs[check.id] = self._first_run(check)
        self._student.stop_listening()
        hidden = [check for check in self._checks.checks if not check.visible]
        for check in sorted(hidden, key=lambda check: self._ends(check.task) > 0):
            self._runs[check.id] = self._first_run(check)
        for position, task in enumerate(self._assignment.tasks):
            self._repeat(task, self._assignment.tasks[:position])
        return [self._graded(task) for task in self._assignment.tasks]

    def _ends(self, task: str) -> int:
        """How often the task's function ended its process; the code is then loaded again.

        Such a task's hidden checks come last, so that what loading costs is not the others'.
        """
        return self._overruns[task] + self._crashes[task]

    def _first_run(self, check: Check) -> Run:
        if self._overruns[check.task] >= self._most_overruns:
            return Run(check, "timeout", Finding("not_run", {"most": self._most_overruns}))
        if self._crashes[check.task] >= MOST_CRASHES:
            return Run(check, "crashed", Finding("not_run_crashed", {"most": MOST_CRASHES}))
        run = self._run(check)
        self._overruns[check.task] += _overran(run)
        self._crashes[check.task] += _crashed(run)
        return run

    def _run(self, check: Check, phase: Phase = "first") -> Run:
        if self._student.out_of_time():
            return Run(check, "timeout", Finding("no_time"))
        self._student.seconds = check.seconds or self._call_seconds
        self._student.steps = []
        self._student.substituted = set()
        self._student.probing = phase == "wrong"
        raised = self._checks.run(check, self._student, phase)
        steps = self._student.steps
        if raised is None:
            return Run(check, "passed", None, steps)
        if isinstance(raised, Ended):
            outcome: Outcome = raised.outcome  # type: ignore[assignment]
            return Run(check, outcome, raised.finding, steps)
        if isinstance(raised, CheckFailed) and self._checks.has_sentence(raised.finding):
            refused = raised.finding.code == "odd"
            return Run(check, "refused" if refused else "failed", raised.finding, steps)
        if isinstance(raised, SandboxError):
            raise raised
        return Run(check, "error", Finding("error"), steps, error=raised)

    def _repeat(self, task: Task, earlier: Sequence[Task]) -> None:
        """Repeat the task's failed checks with substitutes for its failed predecessors."""
        standing = tuple(
            other.name for other in earlier if other.plain and not self._all_passed(other.name)
        )
        if not standing:
            return
        self._student.substitute(standing)
        for run in self._of_task(task.name):
            if run.passed or run.outcome == "error":
                continue
            used = self._follows(run)
            if used:
                run.carried_from = tuple(name for name in standing if name in used)
                run.outcome = "passed"
                run.finding = Finding("carried", {"tasks": ", ".join(run.carried_from)})
            if used is None:
                return

    def _follows(self, run: Run) -> set[str] | None:
        """The substitutes from which it follows whether the check passes; None when time is short.

        It passes when they answer rightly, and fails when they answer wrongly: a function that
        asks them for form's sake, and then gives its second guess, does not do both.
        """
        used: set[str] = set()
        for phase in self._checks.repeats(run.check):
            again = self._run(run.check, phase)
            if phase == "right":
                run.steps, used = again.steps, set(self._student.substituted)
            if again.outcome in ("timeout", "crashed", "refused"):
                return None
            if again.passed != (phase == "right"):
                return set()
        return used

    def _graded(self, task: Task) -> Graded:
        runs = self._of_task(task.name)
        gated = not task.public and not any(run.passed for run in runs if not run.check.visible)
        earned = {
            run.check.id: run.check.points if run.passed and not gated else 0.0 for run in runs
        }
        return Graded(task, tuple(runs), earned, _state(task, runs, sum(earned.values())), gated)

    def _of_task(self, name: str) -> list[Run]:
        return [self._runs[c.id] for c in self._checks.checks if c.task == name]

    def _all_passed(self, name: str) -> bool:
        return all(run.passed for run in self._of_task(name))


def unread(checks: CheckSet, assignment: Assignment) -> list[Graded]:
    """What a submission that can't be read comes to: every check failed, none was run."""

    def graded(task: Task) -> Graded:
        own = [check for check in checks.checks if check.task == task.name]
        runs = tuple(Run(check, "failed", Finding("unreadable")) for check in own)
        return Graded(task, runs, {check.id: 0.0 for check in own}, "missing", gated=False)

    return [graded(task) for task in assignment.tasks]


def _overran(run: Run) -> bool:
    return run.finding is not None and run.finding.code == "timeout"


def _crashed(run: Run) -> bool:
    return run.finding is not None and run.finding.code == "crashed"


def _state(task: Task, runs: Sequence[Run], earned: float) -> State:
    if earned == task.points:
        return "passed"
    if earned:
        return "partial"
    codes = {run.finding.code if run.finding is not None else "" for run in runs}
    if codes == {"not_started"}:
        return "not started"
    if codes == {"missing"}:
        return "missing"
    return "failed"
