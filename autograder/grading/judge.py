"""The judge: one process's warm checks and warm sandboxes, grading one submission at a time."""

from __future__ import annotations

import codecs
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.outcome import Run
from autograder.course import Assignment, Course
from autograder.course.languages import words
from autograder.course.secret import fingerprint
from autograder.grading.beside import Beside, to_try
from autograder.grading.key import environment, key
from autograder.grading.procedure import Graded, Procedure, unread
from autograder.grading.remote import STOPPED, RemoteStudent
from autograder.grading.report import Hints, task_results
from autograder.grading.result import FORMAT, Result, Shown, TaskResult, encode
from autograder.grading.sandboxes import Sandboxes, packages_of
from autograder.grading.student_code import student_code
from autograder.grading.warm import Warm
from autograder.hints.examples import Example
from autograder.hints.matcher import is_explicable
from autograder.intake.found import Submission
from autograder.values.findings import Ended, Finding
from autograder.values.notes import Note, note, note_text
from autograder.values.text import clean, visible
from autograder.values.words import Words

_MAX_NOTES = 100
_MAX_NOTE = 600  # characters


@dataclass(frozen=True, slots=True)
class GradingOptions:
    """How a run grades. `without`: layers of the sandbox that this machine lacks."""

    language: str | None = None
    without: tuple[str, ...] = ()

    @property
    def isolation(self) -> Any:
        return "weak" if self.without else "full"


def language_of(submission: Submission, options: GradingOptions, course: Course) -> str:
    """The run's language, else the notebook's own, else the course's."""
    own = submission.submitted.language if submission.submitted else None
    if options.language is not None:
        return options.language
    return own if own in course.languages else course.language


def key_of(submission: Submission, course: Course, secret: bytes, options: GradingOptions) -> str:
    """The key of the submission's result: what is graded, by what, and how.

    The course's table counts as it was read: the file may have changed since.
    """
    table = course.limits, course.assignment(submission.assignment)
    return key(
        submission.digest,
        repr((submission.notes, options, language_of(submission, options, course), table)),
        environment(course.folder, submission.assignment, secret),
    )


@dataclass(frozen=True, slots=True)
class Tried:
    """What some checks came to for one submission, and its functions, for who asks further."""

    tasks: list[Graded]
    student: RemoteStudent
    procedure: Procedure

    @property
    def lost_to_load(self) -> list[Run]:
        """The checks that the load of the machine may have cost.

        Where earlier functions were asked apart, whether a failure follows from them is open, too.
        """
        if not self.student.starved:
            return []
        hung = any(each.code == "hung" for each in self.student.load_notes)
        any_run = hung or self.student.late_aside
        runs = [run for run in _runs(self.tasks) if not run.passed]
        return [run for run in runs if any_run or run.outcome == "timeout"]


class ContendedError(Exception):
    """The machine was too busy to tell what the submission is worth."""


class Judge:
    """Grades submissions of a course; checks and sandboxes start when they are first needed.

    `sandboxes` may be shared by judges of one process; whoever made them closes them. If it
    `keeps`, what is the same for every submission is worked out once for all processes and runs.
    """

    def __init__(
        self,
        course: Course,
        secret: bytes,
        options: GradingOptions,
        sandboxes: Sandboxes,
        *,
        keeps: bool = False,
    ) -> None:
        self._course = course
        self._secret = secret
        self._options = options
        self._sandboxes = sandboxes
        self._keeps = keeps
        self._warm: dict[str, Warm] = {}

    def checks(self, assignment: str) -> CheckSet:
        """The checks of an assignment. Raises ContentError."""
        return self._of(assignment).checks

    def _of(self, assignment: str) -> Warm:
        if assignment not in self._warm:
            known = self._course, self._course.assignment(assignment), self._secret
            self._warm[assignment] = Warm(*known, keeps=self._keeps)
        return self._warm[assignment]

    def begin(self, assignment: str) -> None:
        """Let the sandbox that the assignment is graded in get ready."""
        self._sandboxes.begin(packages_of(self._course.assignment(assignment)))

    def prepare(self, assignment: str) -> None:
        """Load all that grading the assignment needs, so that a fault in it shows beforehand.

        Raises ContentError or CourseError.
        """
        self.begin(assignment)
        for language in self._course.languages:
            words(self._course, language, assignment)
        content.solution(self._course.folder, assignment)  # what is missing is said of it first
        self._of(assignment).load()

    def key(self, submission: Submission) -> str:
        """The key of the submission's result: what is graded, by what, and how."""
        return key_of(submission, self._course, self._secret, self._options)

    def grade(self, submission: Submission, *, alone: bool = True) -> Result:
        """The result of one submission. Raises SandboxError or ContentError, nothing else.

        If others are graded at the same time it is not `alone`, and it raises ContendedError where
        they may have cost it a check: it is to be graded again then, alone. A check that is lost
        to the load of the machine even so needs a person.
        """
        start = time.monotonic()
        warm = self._of(submission.assignment)
        say = self._words(submission)
        if submission.submitted is None:
            tasks = task_results(unread(warm.checks, warm.assignment), {}, say)
            return self._result(submission, say, tasks, Beside(_first(submission.notes)), start)
        tried, hints, examples = self._tried_and_explained(submission, warm, alone)
        warm.keep()
        tasks = task_results(tried.tasks, hints, say)
        beside = Beside(
            [*_notes(submission, tried), *(_shown(each) for each in examples.values())],
            clean(_decoded(tried.student.printed)),
            student_code(submission.submitted.cells, tried.tasks),
            warm.reference.shown(_runs(tried.tasks)),
            to_try(tried.tasks, examples, warm.solution()),
            sum(each.code in STOPPED for each in tried.student.load_notes),
        )
        return self._result(submission, say, tasks, beside, start)

    def _tried_and_explained(
        self, submission: Submission, warm: Warm, alone: bool
    ) -> tuple[Tried, Hints, dict[str, Example]]:
        tried = self.try_checks(submission, warm.checks)
        try:
            if (lost := tried.lost_to_load) and not alone:
                raise ContendedError
            for run in lost:
                run.outcome, run.finding = "error", Finding("needs_person")
            hints = self.hints(warm.assignment, tried)
            return tried, hints, _examples(warm, tried, hints)
        finally:
            tried.student.close()

    def try_checks(self, submission: Submission, checks: CheckSet) -> Tried:
        """Run these checks, all of the assignment's or some, on a submission that can be read.

        Whoever asked closes the student.
        """
        warm, limits = self._of(submission.assignment), self._course.limits
        assert submission.submitted is not None
        cells = submission.submitted.cells
        up_to = packages_of(warm.assignment, cells)
        self._sandboxes.warm(up_to)  # before the submission's clock starts
        student = RemoteStudent(
            lambda: self._sandboxes.child(up_to),
            cells,
            list(warm.assignment.points),
            limits,
            warm.right_answer,
            self._words(submission),
        )
        try:
            run_first = warm.run_first(checks, student)
            procedure = Procedure(
                checks, warm.assignment, student, limits, warm.solutions, run_first
            )
            return Tried(procedure.grade(), student, procedure)
        except BaseException:
            student.close()
            raise

    def _words(self, submission: Submission) -> Words:
        language = language_of(submission, self._options, self._course)
        return words(self._course, language, submission.assignment)

    def hints(self, assignment: Assignment, tried: Tried) -> Hints:
        """What may have caused the failed checks, by check.

        The points are fixed by now: a hint changes none, and if it fails only it is lost.
        """
        tried.procedure.set_apart()
        tasks = {each.task.name: each.runs for each in tried.tasks}
        matcher = self._of(assignment.name).matcher
        try:
            return matcher.hints(tasks, tried.student)
        except (Exception, Ended):
            return {}

    def _result(
        self,
        submission: Submission,
        say: Words,
        tasks: list[TaskResult],
        beside: Beside,
        start: float,
    ) -> Result:
        assignment = self._course.assignment(submission.assignment)
        result = Result(
            format=FORMAT,
            student=visible(submission.student),
            assignment=assignment.name,
            score=sum(task.earned for task in tasks),
            max_score=sum(task.points for task in assignment.tasks),
            isolation=self._options.isolation,
            tasks=tasks,
            code=beside.code,
            shown=Shown(say.language, beside.values, beside.to_try),
            output=beside.output,
            notes=[_cut(visible(note_text(each, say))) for each in beside.notes],
            stopped=beside.stopped,
            key=self.key(submission),
            secret=fingerprint(self._secret),
            timing={"total": round(time.monotonic() - start, 4)},
        )
        try:
            encode(result)
        except ValueError:
            result = msgspec.structs.replace(result, output="", code=[], shown=Shown(say.language))
        return result


def _examples(warm: Warm, tried: Tried, hints: Hints) -> dict[str, Example]:
    """For each task with a failure that nothing explains, an example that fails.

    None where a cell was not run to its end: that comes first.
    """
    if tried.student.load_notes:
        return {}
    found = {}
    for graded in tried.tasks:
        failed = [run for run in graded.runs if run.outcome == "failed"]
        if any(run.check.id in hints for run in failed) or not any(map(_is_bare, failed)):
            continue
        example = warm.examples.failing(graded.task.name, tried.student)
        if example is not None:
            found[graded.task.name] = example
    return found


def _notes(submission: Submission, tried: Tried) -> list[Note]:
    """What is to be said about the submission: as it was found, as it ran, as it was checked."""
    about = [
        *submission.notes,
        *(note(n.code, cell=n.index + 1, text=_line(n.text)) for n in tried.student.load_notes),
    ]
    runs = _runs(tried.tasks)
    errors = [run for run in runs if run.error is not None]
    undecided = any(run.outcome == "error" and run.error is None for run in runs)
    return [
        *_first(about),
        *([note("needs_person")] if undecided else []),
        *(note("check_error", check=run.check.id, text=type(run.error).__name__) for run in errors),
    ]


def _runs(tasks: Sequence[Graded]) -> list[Run]:
    return [run for each in tasks for run in each.runs]


def _is_bare(run: Run) -> bool:
    """Whether a hidden check failed that a hint could be looked for."""
    return not run.check.visible and is_explicable(run)


def _shown(example: Example) -> Note:
    return note("example", call=example.call)


def _first(notes: Sequence[Note]) -> list[Note]:
    """As many as a result holds, and how many more there are."""
    more = len(notes) - _MAX_NOTES
    return [*notes[:_MAX_NOTES], *([note("more_notes", all=more)] if more > 0 else [])]


def _line(text: str) -> str:
    """Text of the student's code as a note quotes it."""
    return " ".join(clean(text).splitlines())


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_NOTE else text[:_MAX_NOTE] + "…"


def _decoded(printed: bytes) -> str:
    """What was printed as text; a letter that the limit cut in two is left out."""
    return codecs.getincrementaldecoder("utf-8")("replace").decode(printed)
