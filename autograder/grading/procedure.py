"""The order of a grading: visible checks, hidden ones, repeats with reference substitutes, points.

The list of checks and points is fixed before student code runs; a check that does not report
is zero, never dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.outcome import Outcome, Run
from autograder.checks.student import WithSteps
from autograder.course import Assignment, Limits, Task
from autograder.grading.carried import explain
from autograder.grading.earlier import EarlierFunctions
from autograder.grading.result import NEVER_DEFINED, State
from autograder.grading.solutions import Solution
from autograder.sandbox.process import SandboxError
from autograder.values.calls import is_plain
from autograder.values.findings import CheckFailed, Ended, Finding
from autograder.values.spy import Spy
from autograder.values.trace import Step

NOT_THERE: Final = {"missing", *NEVER_DEFINED}  # findings: no such function
MOST_CRASHES: Final = 2  # of one task's calls: each costs a fresh process and a load


@dataclass(frozen=True, slots=True)
class Graded:
    """A task with its runs, points and state. `gated`: visible points that do not count."""

    task: Task
    runs: tuple[Run, ...]
    earned: dict[str, float]
    state: State
    gated: bool


class GradedStudent(WithSteps, Protocol):
    """The student whose functions are graded: a check's, under the procedure's orders."""

    seconds: float
    substituted: set[str]
    interrupted: bool

    def out_of_time(self) -> bool:
        """Whether the submission's time is up."""

    def stop_listening(self) -> None:
        """From now on nothing that the student's code prints or notes is kept."""

    def fresh(self) -> GradedStudent:
        """The same functions in a process of their own."""

    def separate(self, task: str) -> None:
        """Let later tasks have copies of what this one's function gives."""

    def substitute(self, tasks: Sequence[str]) -> None:
        """From the next call on, these tasks' functions are answered by the solution."""


class Procedure:
    """One submission against checks of one assignment.

    `run_first` runs a hidden check where nothing of its task has failed so far, as the checks
    themselves would.
    """

    def __init__(
        self,
        checks: CheckSet,
        assignment: Assignment,
        student: GradedStudent,
        limits: Limits,
        solutions: Callable[[str], Sequence[Solution]],
        run_first: Callable[[Check], BaseException | None] | None = None,
    ) -> None:
        self._checks = checks
        self._assignment = assignment
        self._student = student
        self._solutions = solutions
        self._run_first = run_first
        self._call_seconds = limits.call_seconds
        self._most_overruns = limits.overruns
        self._runs: dict[str, Run] = {}
        self._unanswered: list[Run] = []
        self._ended: set[str] = set()  # tasks whose function ends its process by itself
        self._separated: set[str] = set()  # tasks whose answers change later
        self._built_on: set[str] = set()  # checks of answers that earlier mistakes may be in
        self._earlier_functions: EarlierFunctions | None = None
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
        self._run_separated()
        for settle in (self._carry, self._substitute):
            for position, task in enumerate(self._assignment.tasks):
                settle(task, self._assignment.tasks[:position])
        return [self._graded(task) for task in self._assignment.tasks]

    def set_apart(self) -> None:
        """Ask again what fails beside earlier mistakes, with substitutes: for hints alone.

        So a mistake of the task itself is seen without those that it is built on.
        """
        for position, task in enumerate(self._assignment.tasks):
            self._set_apart(task, self._assignment.tasks[:position])

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
        if run.finding is not None and run.finding.code == "memory":
            self._student.separate(check.task)
            self._separated.add(check.task)
        self._overruns[check.task] += _overran(run)
        self._crashes[check.task] += _crashed(run)
        return run

    def _run_separated(self) -> None:
        """Run visible checks again that failed before answers of other tasks became copies.

        What they ask is published, so nobody gets a second guess; and it is asked in a process
        that has seen nothing hidden, since visible checks show what came back. Where copies are
        not enough, since what is changed is used by the function itself, the solution answers.
        """
        failed = [
            run for run in self._runs.values()
            if run.check.visible and run.outcome == "failed"
            and self._separated - {run.check.task}
        ]  # fmt: skip
        if not failed:
            return
        copied, answered = self._student.fresh(), self._student.fresh()
        for run in failed:
            if (again := self._passed_by(copied, run)) is None:
                standing = self._separated.intersection(self._standing(*self._placed(run)))
                answered.substitute(sorted(standing))
                again = self._passed_by(answered, run) if standing else None
                if again is not None and answered.substituted:
                    _carried(again, tuple(sorted(answered.substituted)))
                else:  # nothing was charged twice
                    again = None
            self._runs[run.check.id] = again or run

    def _passed_by(self, student: GradedStudent, run: Run) -> Run | None:
        """The run of the same check if it passes with this student; what is shown stays."""

        def again() -> BaseException | None:
            student.steps, student.substituted = [], set()
            return self._checks.run(run.check, student)

        passed = self._steadily(student, run.check.task, again) is None
        return Run(run.check, "passed", None, run.steps) if passed else None

    def _placed(self, run: Run) -> tuple[Task, Sequence[Task]]:
        """The task of a run, and those before it."""
        tasks = self._assignment.tasks
        place = [task.name for task in tasks].index(run.check.task)
        return tasks[place], tasks[:place]

    def _run(self, check: Check, *, repeat: bool = False) -> Run:
        if self._student.out_of_time():
            return Run(check, "timeout", Finding("no_time"))
        raised = self._steadily(
            self._student, check.task, lambda: self._raised(check, repeat=repeat)
        )
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

    def _steadily(
        self, student: GradedStudent, task: str, run: Callable[[], BaseException | None]
    ) -> BaseException | None:
        """What ended a check; it is run again where a process ended, perhaps not by itself.

        What ends by itself does so again. An answer that was compared by then was right, and no
        process that answered is asked again.
        """
        student.interrupted = False
        raised = run()
        if isinstance(raised, Ended) and student.interrupted and task not in self._ended:
            student.interrupted = False
            raised = run()
            if isinstance(raised, Ended) and student.interrupted:
                self._ended.add(task)
        return raised

    def _raised(self, check: Check, *, repeat: bool) -> BaseException | None:
        """What ended the check; None if it passed."""
        self._student.seconds = check.seconds or self._call_seconds
        self._student.steps = []
        self._student.substituted = set()
        if repeat:
            self._student.modifying.pop(check.task, None)  # with substitutes it may be otherwise
        if repeat or check.visible or self._run_first is None or self._is_failing(check.task):
            return self._checks.run(check, self._student, repeat=repeat)
        return self._run_first(check)

    def _is_failing(self, task: str) -> bool:
        """Whether a check of the task failed; calls that no check waits for are not made then."""
        return any(not run.passed for run in self._runs.values() if run.check.task == task)

    def _carry(self, task: Task, earlier: Sequence[Task]) -> None:
        """Look for the failed checks of the task that follow from earlier mistakes."""
        failed = [other.name for other in earlier if not self._is_right(other.name)]
        cheap = {name for name in failed if self._kept_most(name)}
        right = [other.name for other in earlier if self._is_right(other.name)]
        explained: list[tuple[Run, tuple[str, ...]]] = []
        for run in self._of_task(task.name) if failed else ():
            if run.passed or run.outcome == "error" or _was_not_there(run):
                continue
            if self._student.out_of_time():
                break
            if _was_not_asked(run):
                self._unanswered.append(run)
                continue
            self._student.seconds = run.check.seconds or self._call_seconds
            self._student.steps = []  # the last run's are its own
            solutions = self._solutions(task.name)
            found = explain(
                run, self._checks, solutions, self._earlier(), failed, cheap, right, self._student
            )
            if found.built_on:
                self._built_on.add(run.check.id)
            if found.tasks:
                explained.append((run, found.tasks))
            elif found.unanswered:
                self._unanswered.append(run)
        for run, tasks in explained:  # by now more is known of these functions
            if not self._earlier().are_strange(tasks):
                _carried(run, tasks)

    def _earlier(self) -> EarlierFunctions:
        if self._earlier_functions is None:
            known = {task.name: self._answered(task) for task in self._assignment.tasks}
            published = [step for run in self._runs.values() if run.check.visible
                         for step in _asked_of(run)]  # fmt: skip
            fresh = self._student.fresh()
            self._earlier_functions = EarlierFunctions(fresh, published, known)
        return self._earlier_functions

    def _answered(self, task: Task) -> list[Step]:
        """What the hidden checks of the task asked and got."""
        runs = [run for run in self._of_task(task.name) if not run.check.visible]
        return [step for run in runs for step in _asked_of(run)]

    def _substitute(self, task: Task, earlier: Sequence[Task]) -> None:
        """Repeat the task's checks that got no answer, with substitutes for what gave none."""
        standing = self._standing(task, earlier)
        unanswered = [run for run in self._of_task(task.name) if run in self._unanswered]
        if not standing or not unanswered:
            return
        self._student.substitute(standing)
        for run in unanswered:
            again = self._run(run.check, repeat=True)
            used = tuple(name for name in standing if name in self._student.substituted)
            if again.outcome in ("timeout", "crashed", "refused"):
                return
            if again.passed and used:
                run.repeat_with_substitutes(again.steps)
                _carried(run, used)

    def _set_apart(self, task: Task, earlier: Sequence[Task]) -> None:
        standing = self._standing(task, earlier)
        if not standing or all(run.passed for run in self._of_task(task.name)):
            return
        self._student.substitute(standing)
        for run in self._of_task(task.name):
            if run.check.id not in self._built_on:
                continue
            again = self._run(run.check, repeat=True)
            if again.outcome in ("timeout", "crashed", "refused"):
                return
            if self._student.substituted and again.passed == run.passed:
                run.repeat_with_substitutes(again.steps)

    def _standing(self, task: Task, earlier: Sequence[Task]) -> tuple[str, ...]:
        """The earlier tasks that something can stand for, of those that a right one calls."""
        called = {name for each in self._solutions(task.name) for name in each.calls}
        return tuple(
            other.name
            for other in earlier
            if other.plain and other.name in called and not self._all_passed(other.name)
        )

    def _graded(self, task: Task) -> Graded:
        runs = self._of_task(task.name)
        gated = not task.public and not any(run.passed for run in runs if not run.check.visible)
        earned = {
            run.check.id: run.check.points if run.passed and not gated else 0.0 for run in runs
        }
        return Graded(task, tuple(runs), earned, _state(task, runs, sum(earned.values())), gated)

    def _of_task(self, name: str) -> list[Run]:
        return [self._runs[c.id] for c in self._checks.checks if c.task == name]

    def _is_right(self, name: str) -> bool:
        """Whether the task passed by itself, with no earlier mistake in it."""
        return all(run.passed and not run.carried_from for run in self._of_task(name))

    def _kept_most(self, name: str) -> bool:
        """Whether the task has at least half of its points."""
        runs = self._of_task(name)
        kept = sum(run.check.points for run in runs if run.passed)
        return 2 * kept >= sum(run.check.points for run in runs)

    def _all_passed(self, name: str) -> bool:
        return all(run.passed for run in self._of_task(name))


def unread(checks: CheckSet, assignment: Assignment) -> list[Graded]:
    """What a submission that can't be read comes to: every check failed, none was run."""

    def graded(task: Task) -> Graded:
        own = [check for check in checks.checks if check.task == task.name]
        runs = tuple(Run(check, "failed", Finding("unreadable")) for check in own)
        return Graded(task, runs, {check.id: 0.0 for check in own}, "missing", gated=False)

    return [graded(task) for task in assignment.tasks]


def _carried(run: Run, tasks: tuple[str, ...]) -> None:
    """Let the check count: it follows from mistakes of these tasks."""
    run.carried_from = tasks
    run.outcome = "passed"
    run.finding = Finding("carried", {"tasks": ", ".join(tasks)})


def _was_not_there(run: Run) -> bool:
    return run.finding is not None and run.finding.code in NOT_THERE


def _was_not_asked(run: Run) -> bool:
    return run.finding is not None and run.finding.code in ("not_run", "not_run_crashed")


def _asked_of(run: Run) -> list[Step]:
    """The calls of the check's task that can be made again, with the functions it hands over."""
    if run.outcome in ("timeout", "crashed", "refused"):
        return []
    own = [step for step in run.steps if step.verb == run.check.task]
    return [
        step
        for step in own
        if is_plain(step.value, [each for each in step.arguments if not isinstance(each, Spy)])
    ]


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
    if codes <= NOT_THERE:
        return "missing"
    return "failed"
