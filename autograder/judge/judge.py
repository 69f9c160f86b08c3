"""The judge: one process's warm checks and warm sandboxes, grading one submission at a time."""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import platform
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from autograder import checks
from autograder.checks.support.plain import NotNumbers, Plain, Tensor, as_array, to_plain
from autograder.checks.support.watch import BadQuestion
from autograder.course import Assignment, Course, Language
from autograder.result import FORMAT, MAX_BYTES, Result, clean, encode
from autograder.sandbox.process import Child, Zygote
from autograder.sandbox.zygote import Options
from autograder.submission.folder import Note, Submission, note

from .grading import Grading
from .notes import note_text
from .remote import RemoteStudent
from .report import task_results
from .session import Check, CheckSession

_DEPENDS_ON = ("torch", "numpy", "pytest", "ipython")


@dataclass(frozen=True, slots=True)
class Terms:
    """How a run grades. `without`: layers of the sandbox that this machine lacks."""

    language: Language | None = None
    without: tuple[str, ...] = ()

    @property
    def isolation(self) -> Any:
        return "weak" if self.without else "full"


class Judge:
    """Grades submissions; checks and sandboxes start when they are first needed."""

    def __init__(self, course: Course, secret: bytes, terms: Terms) -> None:
        self._course = course
        self._secret = secret
        self._terms = terms
        self._cache = tempfile.TemporaryDirectory(prefix="grading-")
        self._sessions: dict[str, CheckSession] = {}
        self._zygotes: dict[bool, Zygote] = {}

    def grade(self, submission: Submission) -> Result:
        """The result of one submission. Raises SandboxError or ChecksError, nothing else."""
        start = time.monotonic()
        assignment = self._course.assignment(submission.assignment)
        session = self._session(assignment)
        if submission.handed is None:
            return self._unreadable(submission, session, start)
        language = self._language(submission)
        student = RemoteStudent(
            self._child_maker(assignment, submission),
            submission.handed.cells,
            [task.name for task in assignment.tasks],
            self._course.limits,
            lambda task, arguments: _right_answer(assignment.name, task, arguments),
        )
        limits = self._course.limits
        try:
            grading = Grading(session, assignment, student, limits.call_seconds, limits.overruns)
            graded = grading.grade()
        finally:
            student.close()
        notes = [
            *submission.notes,
            *(note(n.code, cell=n.index + 1, text=clean(n.text)) for n in student.load_notes),
            *(
                note("check_error", check=run.check.id, text=type(run.error).__name__)
                for each in graded
                for run in each.runs
                if run.error is not None
            ),
        ]
        tasks = task_results(graded, {}, language)
        return self._result(
            submission,
            assignment,
            language=language,
            tasks=tasks,
            output=clean(student.printed.decode("utf-8", "replace")),
            notes=notes,
            timing={"total": round(time.monotonic() - start, 4)},
        )

    def close(self) -> None:
        """End the sandboxes and remove what was written beside them."""
        for zygote in self._zygotes.values():
            zygote.close()
        for session in self._sessions.values():
            session.close()
        self._cache.cleanup()

    def checks(self, assignment: str) -> list[Check]:
        """The checks of an assignment, visible ones first."""
        return list(self._session(self._course.assignment(assignment)).checks)

    def _session(self, assignment: Assignment) -> CheckSession:
        if assignment.name not in self._sessions:
            self._sessions[assignment.name] = CheckSession(self._course, assignment, self._secret)
        return self._sessions[assignment.name]

    def _child_maker(
        self, assignment: Assignment, submission: Submission
    ) -> Callable[[], Child]:
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

    def _language(self, submission: Submission) -> Language:
        own = submission.handed.language if submission.handed else None
        if self._terms.language is not None:
            return self._terms.language
        return own if own in ("ko", "en") else self._course.language  # type: ignore[return-value]

    def _unreadable(
        self, submission: Submission, session: CheckSession, start: float
    ) -> Result:
        from autograder.checks.support.findings import Finding

        from .grading import Graded, Run

        assignment = self._course.assignment(submission.assignment)
        graded = [
            Graded(
                task,
                tuple(
                    Run(check, "failed", Finding("unreadable"))
                    for check in session.checks
                    if check.task == task.name
                ),
                {check.id: 0.0 for check in session.checks if check.task == task.name},
                "missing",
                gated=False,
            )
            for task in assignment.tasks
        ]
        language = self._language(submission)
        return self._result(
            submission,
            assignment,
            language=language,
            tasks=task_results(graded, {}, language),
            output="",
            notes=list(submission.notes),
            timing={"total": round(time.monotonic() - start, 4)},
        )

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
            student=submission.student,
            assignment=assignment.name,
            score=sum(task.earned for task in tasks),
            max_score=sum(task.points for task in assignment.tasks),
            isolation=self._terms.isolation,
            tasks=tasks,
            output=output,
            notes=[note_text(each, language) for each in notes],
            key=self._key(submission, assignment, language),
            timing=timing,
        )
        try:
            encode(result)
        except ValueError:
            result = msgspec.structs.replace(result, output="")
        return result

    def _key(self, submission: Submission, assignment: Assignment, language: str) -> str:
        """What the result depends on, as one digest."""
        digest = hashlib.sha256()
        for part in (
            submission.data,
            repr((submission.notes, self._terms, language)).encode(),
            self._environment(assignment),
        ):
            digest.update(hashlib.sha256(part).digest())
        return digest.hexdigest()

    def _environment(self, assignment: Assignment) -> bytes:
        digest = hashlib.sha256(hashlib.sha256(self._secret).digest())
        home = Path(checks.__file__).parent
        files = [
            *sorted((home / "support").glob("*.py")),
            *sorted((home / "hidden").glob("[!t]*.py")),
            *(home / kind / f"test_{assignment.name}.py" for kind in ("visible", "hidden")),
            home.parent / "chapter.py",
            self._course.folder / "solutions" / f"{assignment.name}.py",
            self._course.folder / "assignments" / "course.toml",
        ]
        for file in files:
            if file.exists():
                digest.update(hashlib.sha256(file.read_bytes()).digest())
        versions = [f"{name}={importlib.metadata.version(name)}" for name in _DEPENDS_ON]
        digest.update(" ".join([platform.python_version(), platform.machine(), *versions]).encode())
        return digest.digest()


def _right_answer(assignment: str, task: str, arguments: list[Plain]) -> Plain:
    """The solution's answer for a stand-in, its arrays as float64. Raises BadQuestion."""
    solution = importlib.import_module(f"solutions.{assignment}")
    try:
        prepared = [_argument(argument) for argument in arguments]
        with np.errstate(all="ignore"):
            return to_plain(getattr(solution, task)(*prepared))
    except Exception as error:
        raise BadQuestion(f"{task}: {type(error).__name__}") from None


def _argument(argument: Plain) -> Any:
    if isinstance(argument, (list, tuple, Tensor, np.ndarray)):
        try:
            return as_array(argument)
        except NotNumbers:
            return argument
    return argument


assert MAX_BYTES
