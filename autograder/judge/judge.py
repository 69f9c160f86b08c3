"""The judge: one process's warm checks and warm sandboxes, grading one submission at a time."""

from __future__ import annotations

import codecs
import importlib
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from autograder.checks.support.findings import Ended
from autograder.course import Assignment, Course, Language
from autograder.misconceptions.catalogue import load
from autograder.misconceptions.matcher import Matcher
from autograder.result import FORMAT, Result, clean, encode, visible
from autograder.sandbox.process import CACHES, Child, Zygote
from autograder.sandbox.zygote import Options
from autograder.submission.folder import Note, Submission, note

from .grading import Graded, Grading, unread
from .key import environment, key
from .notes import note_text
from .remote import RemoteStudent
from .report import Hints, task_results
from .right import right_answer
from .session import Check, CheckSession

_MAX_NOTES = 100
_MAX_NOTE = 600  # characters


@dataclass(frozen=True, slots=True)
class Terms:
    """How a run grades. `without`: layers of the sandbox that this machine lacks."""

    language: Language | None = None
    without: tuple[str, ...] = ()

    @property
    def isolation(self) -> Any:
        return "weak" if self.without else "full"


def language_of(submission: Submission, terms: Terms, course: Course) -> Language:
    """The run's language, else the notebook's own, else the course's."""
    own = submission.handed.language if submission.handed else None
    if terms.language is not None:
        return terms.language
    return "ko" if own == "ko" else "en" if own == "en" else course.language


class Judge:
    """Grades submissions; checks and sandboxes start when they are first needed."""

    def __init__(self, course: Course, secret: bytes, terms: Terms) -> None:
        self._course = course
        self._secret = secret
        self._terms = terms
        self._cache = tempfile.TemporaryDirectory(prefix="grading-", ignore_cleanup_errors=True)
        for name in CACHES:  # checks use torch, too
            os.environ.setdefault(name, self._cache.name)
        self._sessions: dict[str, CheckSession] = {}
        self._matchers: dict[str, Matcher] = {}
        self._zygotes: dict[bool, Zygote] = {}

    def grade(self, submission: Submission) -> Result:
        """The result of one submission. Raises SandboxError or ChecksError, nothing else."""
        start = time.monotonic()
        assignment = self._course.assignment(submission.assignment)
        session = self._session(assignment)
        language = language_of(submission, self._terms, self._course)
        if submission.handed is None:
            unread_tasks = task_results(unread(session, assignment), {}, language)
            return self._result(
                submission, assignment, language=language, tasks=unread_tasks, output="",
                notes=_first(submission.notes), timing=_timing(start),
            )  # fmt: skip
        student, graded, hints = self._graded(submission, submission.handed.cells, language)
        if student.orphaned:  # the warm process was ended, by whatever cause: nobody's fault
            student, graded, hints = self._graded(submission, submission.handed.cells, language)
        about = [
            *submission.notes,
            *(note(n.code, cell=n.index + 1, text=_line(n.text)) for n in student.load_notes),
        ]
        notes = [
            *_first(about),
            *(
                note("check_error", check=run.check.id, text=type(run.error).__name__)
                for each in graded
                for run in each.runs
                if run.error is not None
            ),
        ]
        tasks = task_results(graded, hints, language)
        return self._result(
            submission,
            assignment,
            language=language,
            tasks=tasks,
            output=clean(_decoded(student.printed)),
            notes=notes,
            timing=_timing(start),
        )

    def _graded(
        self, submission: Submission, cells: Sequence[str], language: Language
    ) -> tuple[RemoteStudent, list[Graded], Hints]:
        assignment = self._course.assignment(submission.assignment)
        session, limits = self._session(assignment), self._course.limits
        student = RemoteStudent(
            self._child_maker(assignment, submission),
            cells,
            [task.name for task in assignment.tasks],
            limits,
            lambda task, arguments: right_answer(assignment.name, task, arguments),
            language,
        )
        try:
            grading = Grading(session, assignment, student, limits.call_seconds, limits.overruns)
            graded = grading.grade()
            return student, graded, _hints(self._matcher(assignment, session), graded, student)
        finally:
            student.close()

    def close(self) -> None:
        """End the sandboxes and remove what was written beside them."""
        for zygote in self._zygotes.values():
            zygote.close()
        for session in self._sessions.values():
            session.close()
        self._cache.cleanup()

    def abandon(self) -> None:
        """Remove what was written beside the sandboxes; these end with this process."""
        self._cache.cleanup()

    def key(self, submission: Submission) -> str:
        """The key of the submission's result: what is graded, by what, and how."""
        assignment = self._course.assignment(submission.assignment)
        language = language_of(submission, self._terms, self._course)
        return key(
            submission.digest,
            repr((submission.notes, self._terms, language)),
            environment(self._course, assignment, self._secret),
        )

    def checks(self, assignment: str) -> list[Check]:
        """The checks of an assignment, visible ones first."""
        return list(self._session(self._course.assignment(assignment)).checks)

    def _session(self, assignment: Assignment) -> CheckSession:
        if assignment.name not in self._sessions:
            self._sessions[assignment.name] = CheckSession(self._course, assignment, self._secret)
        return self._sessions[assignment.name]

    def _matcher(self, assignment: Assignment, session: CheckSession) -> Matcher:
        if assignment.name not in self._matchers:
            self._matchers[assignment.name] = Matcher(
                load(assignment),
                session,
                lambda: vars(importlib.import_module(f"solutions.{assignment.name}")),
            )
        return self._matchers[assignment.name]

    def _child_maker(self, assignment: Assignment, submission: Submission) -> Callable[[], Child]:
        handed = submission.handed
        torch = assignment.torch or (
            handed is not None and any("torch" in cell for cell in handed.cells)
        )
        if torch not in self._zygotes:
            limits = self._course.limits
            options = Options(
                control=-1,
                torch=torch,
                nesting=limits.nesting,
                cpu_seconds=limits.cpu_seconds,
                memory_bytes=limits.memory_mib * 1024 * 1024,
                without=self._terms.without,
            )
            self._zygotes[torch] = Zygote(options, Path(self._cache.name))
        zygote = self._zygotes[torch]
        return lambda: zygote.child(self._course.limits.output_kib * 1024)

    def _result(
        self,
        submission: Submission,
        assignment: Assignment,
        *,
        language: Language,
        tasks: list[Any],
        output: str,
        notes: list[Note],
        timing: dict[str, float],
    ) -> Result:
        result = Result(
            format=FORMAT,
            student=visible(submission.student),
            assignment=assignment.name,
            score=sum(task.earned for task in tasks),
            max_score=sum(task.points for task in assignment.tasks),
            isolation=self._terms.isolation,
            tasks=tasks,
            output=output,
            notes=[_cut(visible(note_text(each, language))) for each in notes],
            key=self.key(submission),
            timing=timing,
        )
        try:
            encode(result)
        except ValueError:
            result = msgspec.structs.replace(result, output="")
        return result


def _hints(matcher: Matcher, graded: Sequence[Graded], student: RemoteStudent) -> Hints:
    """The points are fixed by now: a hint changes none, and if it fails only it is lost."""
    try:
        return matcher.hints(graded, student)
    except (Exception, Ended):
        return {}


def _first(notes: Sequence[Note]) -> list[Note]:
    """As many as a result holds, and how many more there are."""
    more = len(notes) - _MAX_NOTES
    return [*notes[:_MAX_NOTES], *([note("more_notes", all=more)] if more > 0 else [])]


def _line(text: str) -> str:
    """Text of the student's code as a note quotes it."""
    return " ".join(clean(text).splitlines())


def _cut(words: str) -> str:
    return words if len(words) <= _MAX_NOTE else words[:_MAX_NOTE] + "…"


def _decoded(printed: bytes) -> str:
    """What was printed as text; a letter that the limit cut in two is left out."""
    return codecs.getincrementaldecoder("utf-8")("replace").decode(printed)


def _timing(start: float) -> dict[str, float]:
    return {"total": round(time.monotonic() - start, 4)}
