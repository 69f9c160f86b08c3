"""The judge: one process's warm checks and warm sandboxes, grading one submission at a time."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.course import Assignment, Course
from autograder.course.languages import words
from autograder.grading.key import environment, key
from autograder.grading.procedure import Graded, Procedure, unread
from autograder.grading.reference_answers import right_answer
from autograder.grading.remote import RemoteStudent
from autograder.grading.report import Hints, task_results
from autograder.grading.result import FORMAT, Result, TaskResult, encode
from autograder.grading.sandboxes import Sandboxes
from autograder.hints import catalogue
from autograder.hints.matcher import Matcher
from autograder.intake.submissions import Submission
from autograder.values.findings import Ended
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


@dataclass(frozen=True, slots=True)
class Tried:
    """What some checks came to for one submission, and its functions, for who asks further."""

    tasks: list[Graded]
    student: RemoteStudent


class Judge:
    """Grades submissions of a course; checks and sandboxes start when they are first needed.

    `sandboxes` may be shared by judges of one process; whoever made them closes them.
    """

    def __init__(
        self, course: Course, secret: bytes, options: GradingOptions, sandboxes: Sandboxes
    ) -> None:
        self._course = course
        self._secret = secret
        self._options = options
        self._sandboxes = sandboxes
        self._checks: dict[str, CheckSet] = {}
        self._matchers: dict[str, Matcher] = {}

    def checks(self, assignment: str) -> CheckSet:
        """The checks of an assignment. Raises ContentError."""
        if assignment not in self._checks:
            points = self._course.assignment(assignment).points
            folder = self._course.folder
            self._checks[assignment] = CheckSet.load(folder, assignment, points, self._secret)
        return self._checks[assignment]

    def prepare(self, assignment: str) -> None:
        """Load all that grading the assignment needs, so that a fault in it shows beforehand.

        Raises ContentError or CourseError.
        """
        for language in self._course.languages:
            words(self._course, language, assignment)
        content.solution(self._course.folder, assignment)
        self.checks(assignment)
        self._matcher(self._course.assignment(assignment))

    def key(self, submission: Submission) -> str:
        """The key of the submission's result: what is graded, by what, and how."""
        language = language_of(submission, self._options, self._course)
        return key(
            submission.digest,
            repr((submission.notes, self._options, language)),
            environment(self._course.folder, submission.assignment, self._secret),
        )

    def grade(self, submission: Submission) -> Result:
        """The result of one submission. Raises SandboxError or ContentError, nothing else."""
        start = time.monotonic()
        assignment = self._course.assignment(submission.assignment)
        checks = self.checks(assignment.name)
        language = language_of(submission, self._options, self._course)
        say = words(self._course, language, assignment.name)
        if submission.submitted is None:
            tasks = task_results(unread(checks, assignment), {}, say)
            return self._result(submission, say, tasks, "", _first(submission.notes), start)
        tried = self.try_checks(submission, checks)
        try:
            hints = self.hints(assignment, tried)
        finally:
            tried.student.close()
        tasks = task_results(tried.tasks, hints, say)
        output = clean(_decoded(tried.student.printed))
        return self._result(submission, say, tasks, output, _notes(submission, tried), start)

    def try_checks(self, submission: Submission, checks: CheckSet) -> Tried:
        """Run these checks, all of the assignment's or some, on a submission that can be read.

        Whoever asked closes the student.
        """
        tried = self._try_checks(submission, checks)
        if tried.student.orphaned:  # the warm process was ended, by whatever cause: nobody's fault
            tried.student.close()
            tried = self._try_checks(submission, checks)
        return tried

    def _try_checks(self, submission: Submission, checks: CheckSet) -> Tried:
        assignment, limits = self._course.assignment(submission.assignment), self._course.limits
        assert submission.submitted is not None
        cells = submission.submitted.cells
        torch = assignment.torch or any("torch" in cell for cell in cells)
        student = RemoteStudent(
            lambda: self._sandboxes.child(torch=torch),
            cells,
            [task.name for task in assignment.tasks],
            limits,
            self._right_answer(assignment),
            words(self._course, language_of(submission, self._options, self._course)),
        )
        try:
            procedure = Procedure(checks, assignment, student, limits)
            return Tried(procedure.grade(), student)
        except BaseException:
            student.close()
            raise

    def hints(self, assignment: Assignment, tried: Tried) -> Hints:
        """What may have caused the failed checks, by check.

        The points are fixed by now: a hint changes none, and if it fails only it is lost.
        """
        tasks = {each.task.name: each.runs for each in tried.tasks}
        matcher = self._matcher(assignment)
        try:
            return matcher.hints(tasks, tried.student)
        except (Exception, Ended):
            return {}

    def _right_answer(self, assignment: Assignment) -> Callable[[str, list[Any]], Any]:
        folder, name = self._course.folder, assignment.name
        return lambda task, arguments: right_answer(content.solution(folder, name)[task], arguments)

    def _matcher(self, assignment: Assignment) -> Matcher:
        name, folder = assignment.name, self._course.folder
        if name not in self._matchers:
            self._matchers[name] = Matcher(
                catalogue.load(folder, name, tuple(assignment.points)),
                self.checks(name),
                lambda: content.solution(folder, name),
            )
        return self._matchers[name]

    def _result(
        self,
        submission: Submission,
        say: Words,
        tasks: list[TaskResult],
        output: str,
        notes: list[Note],
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
            output=output,
            notes=[_cut(visible(note_text(each, say))) for each in notes],
            key=self.key(submission),
            timing={"total": round(time.monotonic() - start, 4)},
        )
        try:
            encode(result)
        except ValueError:
            result = msgspec.structs.replace(result, output="")
        return result


def _notes(submission: Submission, tried: Tried) -> list[Note]:
    """What is to be said about the submission: as it was found, as it ran, as it was checked."""
    about = [
        *submission.notes,
        *(note(n.code, cell=n.index + 1, text=_line(n.text)) for n in tried.student.load_notes),
    ]
    errors = [run for each in tried.tasks for run in each.runs if run.error is not None]
    return [
        *_first(about),
        *(note("check_error", check=run.check.id, text=type(run.error).__name__) for run in errors),
    ]


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
