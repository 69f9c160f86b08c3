"""Our grading in the place of nbgrader's Execute: outcomes as the outputs that it understands."""

from __future__ import annotations

import re
import weakref
from collections.abc import Sequence
from typing import Any

from nbgrader.preprocessors import Execute, NbGraderPreprocessor  # type: ignore[import-untyped]
from traitlets import Bool, Enum, Unicode

from autograder.checks.support.words import translate
from autograder.course import LANGUAGES, Course, Language
from autograder.feedback import outline_text, task_text
from autograder.judge.judge import Judge, Terms, language_of
from autograder.result import Result

from . import cells
from .errors import PluginError
from .installed import missing_layers, the_course, the_secret
from .notes import NOT_HANDED_IN, words
from .results import Place, find_submission, stored_result

_judges: weakref.WeakKeyDictionary[Any, Judge] = weakref.WeakKeyDictionary()


class GradeInSandbox(NbGraderPreprocessor):  # type: ignore[misc]
    """Grades the submitted notebook, or takes its result where that is still right.

    An assignment that is not of this course is executed as nbgrader does it.
    """

    results_directory = Unicode("results", help="The course's folder of results.").tag(config=True)
    language = Enum(
        LANGUAGES, None, allow_none=True, help="Language of the feedback, else the notebook's own."
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
            write(nb, course, place.assignment, None, course.language)
            return nb, resources
        judge = self._judge()
        result = stored_result(place, self.results_directory, judge.key(submission))
        if result is None:
            result = judge.grade(submission)
        if result.has_error:
            raise PluginError("a check failed by its own fault; nothing is recorded")
        language = language_of(submission, self._terms(), course)
        write(nb, course, place.assignment, result, language)
        return nb, resources

    @property
    def _converter(self) -> Any:
        return self.parent.parent

    def _judge(self) -> Judge:
        """The judge of this run of nbgrader; its sandboxes end with the run."""
        converter = self._converter
        if converter not in _judges:
            judge = Judge(the_course(), the_secret(), self._terms())
            _judges[converter] = judge
            weakref.finalize(converter, judge.close)
        return _judges[converter]

    def _terms(self) -> Terms:
        missing = missing_layers()
        if missing and not self.allow_weak_isolation:
            raise PluginError(
                f"this machine lacks layers of the sandbox ({', '.join(missing)}); see `autograder "
                "doctor`, or set c.GradeInSandbox.allow_weak_isolation in nbgrader_config.py"
            )
        return Terms(self.language, missing)


def write(
    nb: Any, course: Course, assignment: str, result: Result | None, language: Language
) -> None:
    """Put the result into the notebook: each check's cell, and a cell of feedback on top.

    Without a result every check has 0 points.
    """
    tasks = {} if result is None else {task.name: task for task in result.tasks}
    section = course.assignment(assignment).section
    missing = translate(NOT_HANDED_IN, language)
    for cell in nb.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name.startswith(cells.CHECK):
            task = tasks.get(name.removeprefix(cells.CHECK))
            text = missing if task is None else task_text(task, section, language)
            points = 0.0 if task is None else task.earned
            cell["outputs"] = cells.as_node(cells.outputs(text, points))
    head = missing if result is None else outline_text(result, language)
    altered = nb.metadata["course"].get("altered", [])
    nb.cells.insert(0, _on_top([head, *(f"- {words(note, language)}" for note in altered)]))
    nb.metadata["course"]["result"] = "" if result is None else result.key


def _on_top(lines: Sequence[str]) -> Any:
    """A cell of feedback on the whole submission, in which nothing is markup."""
    text = "\n".join(lines).rstrip()
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return cells.as_node(
        {
            "cell_type": "markdown",
            "id": "feedback-on-top",
            "metadata": {"course": {"role": "feedback"}},
            "source": f"{fence}text\n{text}\n{fence}",
        }
    )
