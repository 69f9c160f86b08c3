"""nbgrader in this process, with a course's settings, listened to rather than printed."""

from __future__ import annotations

import glob
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, InvalidEntry  # type: ignore[import-untyped]
from nbgrader.apps import AutogradeApp  # type: ignore[import-untyped]
from nbgrader.converters import Autograde, GenerateAssignment  # type: ignore[import-untyped]
from nbgrader.converters.base import NbGraderException  # type: ignore[import-untyped]
from nbgrader.coursedir import CourseDirectory  # type: ignore[import-untyped]
from nbgrader.preprocessors import AssignLatePenalties  # type: ignore[import-untyped]
from sqlalchemy.exc import OperationalError
from tornado.log import app_log  # nbgrader's gradebook logs here
from traitlets.config import Config

from autograder.course import Assignment, Course
from autograder.grading.judge import GradingOptions
from autograder.intake.names import student_name
from autograder.nbgrader_plugin import entry_points, environment, gradebook
from autograder.nbgrader_plugin.class_course import CONFIG
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.gradebook import Known
from autograder.nbgrader_plugin.normalise import known_cells
from autograder.nbgrader_plugin.submission_place import Place
from autograder.nbgrader_plugin.untrusted_folder import is_usable_timestamp
from autograder.values.text import clean

_LATE = "AssignLatePenalties"
_SKIPPED = "Skipping existing assignment"


class Log(logging.Handler):
    """What nbgrader says while it runs: our notes, errors, and whether it had nothing to do."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[str] = []
        self.errors: list[BaseException | str] = []
        self.skipped = False

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.levelno >= logging.ERROR:
            self.errors.append(sys.exc_info()[1] or text)
        elif record.module in ("normalise", "untrusted_folder"):
            self.notes.append(text)
        elif text.startswith(_SKIPPED):
            self.skipped = True

    @contextmanager
    def listening(self, log: logging.Logger) -> Iterator[None]:
        """Be the only one who hears what is logged, there and by the gradebook."""
        before = [(each, each.handlers, each.level) for each in (log, app_log)]
        for each, _handlers, _level in before:
            each.handlers = [self]
            each.setLevel(logging.INFO)
        try:
            yield
        finally:
            for each, handlers, level in before:
                each.handlers = handlers
                each.setLevel(level)


class Nbgrader:
    """nbgrader for a class of `course` in `folder`, whatever course the settings there name.

    Raises PluginError when the settings can't be used.
    """

    def __init__(
        self, folder: Path, course: Course, options: GradingOptions, results: Path | None = None
    ) -> None:
        environment.prepare()
        self._app = AutogradeApp()
        self._app.load_cwd_config = False
        self._app.raise_config_file_errors = True
        try:
            with Log().listening(self._app.log):
                self._app.initialize([f"--course-dir={folder.resolve()}"])
        except (Exception, SystemExit) as why:
            raise PluginError(f"{folder / CONFIG}: {brief(why)}; fix the file") from None
        environment.prepare(course=course.folder)
        self.folders = self._app.coursedir
        structure = CourseDirectory.directory_structure.default_value
        if self.folders.directory_structure != structure:
            raise PluginError(f"{folder / CONFIG}: directory_structure must be {structure}")
        self._app.update_config(_ours(self._app.config, options, results))
        submitted = Path(self.folders.root) / self.folders.submitted_directory
        entries = sorted(submitted.iterdir()) if submitted.is_dir() else []
        self._students = {
            student_name(each.name): each.name
            for each in entries
            if each.is_dir() and not each.is_symlink() and not each.name.startswith(".")
        }

    @property
    def creates_students(self) -> bool:
        return bool(Autograde(coursedir=self.folders, parent=self._app).create_student)

    def known(self) -> Known:
        with self._listening() as log:
            return gradebook.known(self.folders.db_url, self.folders.course_id)
        raise PluginError(brief(log.errors[0]))

    def require_cells(self, assignment: Assignment, folder: Path) -> None:
        """Raises PluginError when the gradebook's cells are not the course's in `folder`."""
        with self._listening():
            known_cells(self.folders.db_url, assignment, assignment.name, folder)

    def place(self, student: str, assignment: str) -> Place:
        return Place.of(self.folders, self._students.get(student, student), assignment)

    def handed_in(self, assignments: Sequence[str]) -> list[Place]:
        """The notebooks of these assignments that nbgrader would take."""
        places = [self.place(student, name) for student in self._students for name in assignments]
        return [place for place in places if place.file.is_file()]

    def graded(self, place: Place) -> Path:
        """The graded copy of a submission, for formgrader and feedback."""
        folders = self.folders
        step = folders.autograded_directory
        return Path(folders.format_path(step, place.student, place.assignment)) / place.file.name

    def source(self, assignment: str) -> Path:
        folder = self.folders.format_path(self.folders.source_directory, ".", assignment)
        return Path(folder) / f"{assignment}.ipynb"

    def autograde(self, place: Place, *, force: bool) -> Log:
        """Let nbgrader record one submission, again if `force` says so or it is newer."""
        self.folders.student_id = glob.escape(place.student)
        return self._run(Autograde, place.assignment, force=force)

    def penalise(self, place: Place) -> bool:
        """Let nbgrader's policy for late submissions as it is now hold; whether that moved a point.

        It does so itself only when it grades, so that a changed policy would hold for some alone.
        """
        used = Autograde(coursedir=self.folders, parent=self._app).autograde_preprocessors
        if not any(_LATE in str(each) for each in used):
            return False
        before = self._penalty(place)
        with self._listening():
            about = {
                "notebook": place.assignment, "assignment": place.assignment,
                "student": place.student, "db_url": self.folders.db_url,
            }  # fmt: skip
            empty = nbformat.from_dict({"cells": []})  # type: ignore[no-untyped-call]
            AssignLatePenalties(parent=self._app).preprocess(empty, {"nbgrader": about})
        return self._penalty(place) != before

    def _penalty(self, place: Place) -> float:
        with Gradebook(self.folders.db_url, self.folders.course_id) as gradebook:
            submission = gradebook.find_submission(place.assignment, place.student)
            return float(submission.late_submission_penalty or 0)

    def generate(self, assignment: str) -> Log:
        """Let nbgrader make the students' notebook, and take the assignment into its gradebook."""
        self.folders.student_id = "*"
        return self._run(GenerateAssignment, assignment, force=True)

    def reads_timestamp(self, place: Place) -> bool:
        """Whether nbgrader would get over the time that lies beside the notebook."""
        if not is_usable_timestamp(place.file.parent):
            return False
        with Log().listening(self._app.log):
            try:
                self.folders.get_existing_timestamp(str(place.file.parent))
            except Exception:
                return False
        return True

    def _run(self, converter: Any, assignment: str, *, force: bool) -> Log:
        self.folders.assignment_id = assignment
        running = converter(coursedir=self.folders, parent=self._app)
        running.force = force
        with self._listening() as log:
            running.start()
        return log

    @contextmanager
    def _listening(self) -> Iterator[Log]:
        """nbgrader at work, its errors in the log. Raises PluginError for a lost gradebook."""
        log = Log()
        try:
            with log.listening(self._app.log):
                yield log
        except (NbGraderException, InvalidEntry, OperationalError) as why:
            log.errors.append(why)
        for error in log.errors:
            if (behind := gradebook.lost(error)) is not None:
                raise PluginError(gradebook.locked("gradebook", behind)) from None


def brief(error: BaseException | str) -> str:
    """An error of nbgrader's as one line."""
    if isinstance(error, PluginError | str):
        return str(error)
    text = clean(str(error)).strip().split("\n")[0]
    return f"nbgrader stopped with {type(error).__name__}: {text}"


def _ours(config: Any, options: GradingOptions, results: Path | None) -> Config:
    """Our plug points where the course has none, and what holds for this run."""
    added = Config()
    if entry_points.GRADE not in config.Autograde.get("autograde_preprocessors", []):
        added.Autograde.exporter_class = entry_points.EXPORTER
        added.Autograde.sanitize_preprocessors = list(entry_points.SANITIZE)
        added.Autograde.autograde_preprocessors = list(entry_points.AUTOGRADE)
    if options.language is not None:
        added.GradeInSandbox.language = options.language
    if results is not None:
        added.GradeInSandbox.results_directory = str(results.resolve())
    added.GradeInSandbox.allow_weak_isolation = bool(options.without)
    return added
