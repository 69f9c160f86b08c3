"""Submissions tried with some of the checks under any secret: a verdict instead of a result."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.course import Course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.procedure import Graded
from autograder.grading.sandboxes import Sandboxes
from autograder.grading.solutions import calls_of
from autograder.intake.found import Submission
from autograder.intake.reading import Submitted
from autograder.sandbox import lockdown

Part = Literal["all", "quick", "long", "hidden", "own"]
BASE: Final = b"proof"  # the secret of all that is tried once
_MOST_JUDGES: Final = 3


@dataclass(frozen=True, slots=True)
class Job:
    """A submission to try, its wrong tasks, and which checks to run.

    "all": every check; "quick": without those that have more time than others, and, if some tasks
    are wrong, of these and of the tasks that call them alone (the others are the solution's);
    "long": those of the wrong tasks that have more time; "hidden": the hidden ones that have no
    more time; "own": those of the wrong tasks, one by one until one fails.
    """

    assignment: str
    cells: tuple[str, ...]
    tasks: tuple[str, ...] = ()
    part: Part = "quick"
    secret: bytes = BASE
    hints: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a submission came to: the tasks that failed a check, and what these kept.

    `kept` names the checks of those tasks that earned points all the same.
    """

    lost: tuple[str, ...]
    kept: tuple[tuple[str, float], ...] = ()
    errors: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Tryout:
    """Tries submissions out; the sandboxes and the judges of the last few secrets stay warm.

    What is tried is the course's own, so a machine that lacks layers of the sandbox will do.
    """

    def __init__(self, course: Course) -> None:
        missing = [layer.name for layer in lockdown.layers() if not layer.available]
        self._course = course
        self._sandboxes = Sandboxes(course.limits, missing)
        self._judges: OrderedDict[bytes, Judge] = OrderedDict()

    def try_out(self, job: Job) -> Verdict:
        """What the submission comes to. Raises SandboxError or ContentError."""
        judge = self._judge(job.secret)
        checks = judge.checks(job.assignment)
        if job.part == "own":
            return self._one_by_one(job, judge, checks)
        return self._run(job, judge, checks.chosen(self._choice(job)))

    def close(self) -> None:
        self._sandboxes.close()

    def _judge(self, secret: bytes) -> Judge:
        if secret not in self._judges:
            while len(self._judges) >= _MOST_JUDGES:
                self._judges.popitem(last=False)
            self._judges[secret] = Judge(self._course, secret, GradingOptions(), self._sandboxes)
        self._judges.move_to_end(secret)
        return self._judges[secret]

    def _one_by_one(self, job: Job, judge: Judge, checks: CheckSet) -> Verdict:
        own = checks.chosen(lambda check: check.task in job.tasks and check.seconds is None)
        for check in sorted(own.checks, key=lambda check: (check.visible, -check.points)):
            verdict = self._run(job, judge, checks.chosen(_only(check)))
            if verdict.lost or verdict.errors:
                return verdict
        return Verdict(())

    def _run(self, job: Job, judge: Judge, checks: CheckSet) -> Verdict:
        data = "\0".join(job.cells).encode()
        submission = Submission("tried", job.assignment, Submitted(job.cells), data, ())
        tried = judge.try_checks(submission, checks)
        if tried.lost_to_load:
            tried.student.close()
            tried = judge.try_checks(submission, checks)
        try:
            assignment = self._course.assignment(job.assignment)
            hints = judge.hints(assignment, tried) if job.hints else {}
        finally:
            tried.student.close()
        return _verdict(tried.tasks, tuple(hints.items()))

    def _choice(self, job: Job) -> Callable[[Check], bool]:
        assignment = self._course.assignment(job.assignment)
        tasks = tuple(task.name for task in assignment.tasks)
        calls = calls_of(self._course.folder, content.solution_module(job.assignment), tasks)

        def touched(task: str) -> bool:
            return not job.tasks or bool({task, *calls.get(task, ())} & set(job.tasks))

        if job.part == "all":
            return lambda _check: True
        if job.part == "long":
            return lambda check: check.task in job.tasks and check.seconds is not None
        if job.part == "hidden":
            return lambda check: check.seconds is None and not check.visible
        return lambda check: check.seconds is None and touched(check.task)


def _only(check: Check) -> Callable[[Check], bool]:
    return lambda other: other.id == check.id


def _verdict(tasks: Sequence[Graded], hints: Sequence[tuple[str, str]]) -> Verdict:
    runs = [run for each in tasks for run in each.runs]
    losing = [each for each in tasks if not all(run.passed for run in each.runs)]
    failing = {run.check.id for each in losing for run in each.runs}
    return Verdict(
        tuple(each.task.name for each in losing),
        tuple((id, points) for each in losing for id, points in each.earned.items() if points),
        tuple(run.check.id for run in runs if run.outcome == "error"),
        tuple(run.check.id for run in runs if run.carried_from),
        tuple(sorted({hint for check, hint in hints if check in failing})),
    )
