"""The solution and the untouched notebook, graded as a student's work is."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from autograder.checks.content import ASSIGNMENTS, place_of_error
from autograder.checks.outcome import Run
from autograder.course import Course
from autograder.course.languages import words
from autograder.course.source import Source
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.intake.reading import Submitted, read
from autograder.proof.solution_text import text_of
from autograder.sandbox import lockdown
from autograder.values.notes import note, note_text
from autograder.values.words import ENGLISH


def faults_of_solution(course: Course, source: Source, notebook: bytes) -> Iterator[str]:
    """What keeps the notebook, with the solution in its last cell, from all points."""
    say = words(course, ENGLISH, source.assignment)
    for run in _runs(course, source, notebook, text_of(course, source.assignment)):
        if isinstance(run, str):
            yield run
        elif run.error is not None:
            error = f"{type(run.error).__name__}: {run.error}"
            yield f"{_place(course, run)}: {error}; fix the check"
        elif run.finding is not None and not run.passed:
            said = say.finding(run.finding, values=True)
            yield f"{_place(course, run)}: the solution fails ({said}); fix one of the two"


def faults_of_untouched(course: Course, source: Source, notebook: bytes) -> Iterator[str]:
    """The checks that pass although nothing was written."""
    for run in _runs(course, source, notebook):
        if isinstance(run, str):
            yield run
        elif run.passed:
            call = f"student.{run.check.task}(…)"
            yield f"{_place(course, run)}: it passes with nothing written; let it expect {call}"


def _runs(course: Course, source: Source, notebook: bytes, *cells: str) -> Iterator[Run | str]:
    """Every check of this notebook with these further cells, and a line for what its cells met.

    Under a secret that is thrown away, with the layers that this machine has.
    """
    name = source.assignment
    submitted = read(notebook, notebook=True, tasks=frozenset(course.assignment(name).points))
    together = Submitted((*submitted.cells, *cells), name, submitted.language)
    codes = [cell for cell in source.in_language(str(submitted.language)) if cell.kind == "code"]
    missing = tuple(layer.name for layer in lockdown.layers() if not layer.available)
    with closing(Sandboxes(course.limits, missing)) as sandboxes:
        judge = Judge(course, secrets.token_bytes(32), GradingOptions(ENGLISH, missing), sandboxes)
        submission = Submission("the author", name, together, notebook, ())
        tried = judge.try_checks(submission, judge.checks(name))
        with closing(tried.student):
            for each in tried.student.load_notes:
                said = note_text(
                    note(each.code, cell=each.index + 1, text=each.text), words(course, ENGLISH)
                )
                line = codes[each.index].line if each.index < len(codes) else 1
                yield f"{ASSIGNMENTS}/{name}/notebook.py:{line}: {said}"
            for graded in tried.tasks:
                yield from graded.runs


def _place(course: Course, run: Run) -> str:
    """Where a check stands, or where it stopped with an error."""
    code = run.check.body.__code__
    place, line = Path(code.co_filename), code.co_firstlineno
    if run.error is not None:
        place, line = place_of_error(course.folder, place, run.error)
    return f"{place.relative_to(course.folder).as_posix()}:{line}"
