"""Our grading in the place of nbgrader's Execute: outcomes as the outputs that it understands."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any

from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader.preprocessors import Execute, NbGraderPreprocessor  # type: ignore[import-untyped]
from traitlets import Bool, Unicode

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.judge import GradingOptions, Judge, language_of
from autograder.grading.result import Result
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.nbgrader_plugin import marked_cells as cells
from autograder.nbgrader_plugin.alterations import NOT_HANDED_IN, sentence
from autograder.nbgrader_plugin.current_course import missing_layers, the_course, the_secret
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.submission_place import Place, find_submission, stored_result
from autograder.nbgrader_plugin.untrusted_folder import is_usable_timestamp
from autograder.reports.feedback import outline_text, task_text
from autograder.reports.student_text import plain_as_html

_judges: weakref.WeakKeyDictionary[Any, Judge] = weakref.WeakKeyDictionary()


class GradeInSandbox(NbGraderPreprocessor):  # type: ignore[misc]
    """Grades the submitted notebook, or takes its result where that is still right.

    An assignment that is not of this course is executed as nbgrader does it.
    """

    results_directory = Unicode("results", help="The course's folder of results.").tag(config=True)
    language = Unicode(
        None, allow_none=True, help="Language of the feedback, else the notebook's own."
    ).tag(config=True)
    allow_weak_isolation = Bool(
        False, help="Grade although this machine lacks layers of the sandbox."
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        names = resources["nbgrader"]
        course = the_course()
        if names["assignment"] not in course.names:
            return Execute(parent=self.parent).preprocess(nb, resources)  # type: ignore[no-any-return]
        place = Place.of(self._converter.coursedir, names["student"], names["assignment"])
        submission = find_submission(course, place)
        if submission is None:
            show(nb, course, place.assignment, None, course.language)
            return nb, resources
        self._time_its_file(place, submission, names["db_url"])
        judge = self._judge()
        result = stored_result(place, self.results_directory, judge.key(submission))
        if result is None:
            result = judge.grade(submission)
        if result.has_error:
            raise PluginError("a check failed with an internal error; nothing is recorded")
        language = language_of(submission, self._options(), course)
        show(nb, course, place.assignment, result, language)
        return nb, resources

    def _time_its_file(self, place: Place, submission: Submission, db_url: str) -> None:
        """A file out of another assignment's folder has that folder's time, if that is later.

        Raises PluginError where the time that lies there is none.
        """
        folders, other = self._converter.coursedir, place.handed_in_to(submission)
        if other == place.file.parent:
            return
        if not is_usable_timestamp(other):
            raise PluginError(
                f"{place.student}/{other.name}: its timestamp.txt holds no usable time; fix it or "
                "take it away; nothing is recorded"
            )
        handed_in = folders.get_existing_timestamp(str(other))
        with Gradebook(db_url, folders.course_id) as gradebook:
            recorded = gradebook.find_submission(place.assignment, place.student)
            known = [time for time in (handed_in, recorded.timestamp) if time is not None]
            recorded.timestamp = max(known, default=None)
            gradebook.db.commit()

    @property
    def _converter(self) -> Any:
        return self.parent.parent

    def _judge(self) -> Judge:
        """The judge of this run of nbgrader; its sandboxes end with the run."""
        converter = self._converter
        if converter not in _judges:
            course, options = the_course(), self._options()
            sandboxes = Sandboxes(course.limits, options.without)
            weakref.finalize(converter, sandboxes.close)
            _judges[converter] = Judge(course, the_secret(), options, sandboxes)
        return _judges[converter]

    def _options(self) -> GradingOptions:
        missing = missing_layers()
        if missing and not self.allow_weak_isolation:
            raise PluginError(
                f"this machine lacks layers of the sandbox ({', '.join(missing)}); see `autograder "
                "doctor`, or set c.GradeInSandbox.allow_weak_isolation in nbgrader_config.py"
            )
        languages = the_course().languages
        if self.language is not None and self.language not in languages:
            raise PluginError(
                f"c.GradeInSandbox.language is {self.language!r}; the course speaks "
                f"{', '.join(languages)}; change it in nbgrader_config.py"
            )
        return GradingOptions(self.language, missing)


def show(nb: Any, course: Course, assignment: str, result: Result | None, language: str) -> None:
    """Put the result into the notebook: each check's cell, and a cell of feedback on top.

    Without a result every check has 0 points.
    """
    tasks = {} if result is None else {task.name: task for task in result.tasks}
    say = words(course, language)
    missing = say(NOT_HANDED_IN)
    for cell in nb.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name.startswith(cells.CHECK):
            task = tasks.get(name.removeprefix(cells.CHECK))
            text = missing if task is None else task_text(task, course, assignment, language)
            points = 0.0 if task is None else task.earned
            cell["outputs"] = cells.as_node(cells.outputs(text, points))
    head = missing if result is None else outline_text(result, course, language)
    altered = nb.metadata["course"].get("altered", [])
    faults = "\n".join(f"- {sentence(each, say)}" for each in altered)
    nb.cells.insert(0, _on_top([head, faults]))
    nb.metadata["course"]["result"] = "" if result is None else result.key


def _on_top(texts: Sequence[str]) -> Any:
    """A cell of feedback on the whole submission: what the code printed in it is a student's."""
    return cells.as_node(
        {
            "cell_type": "markdown",
            "id": cells.ON_TOP,
            "metadata": {"course": {"role": "feedback"}},
            "source": "\n\n".join(plain_as_html(text.rstrip()) for text in texts if text),
        }
    )
