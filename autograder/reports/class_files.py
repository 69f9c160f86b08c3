"""A class graded, and what people read of it written beside the results."""

from __future__ import annotations

from pathlib import Path

from autograder.course import Course
from autograder.course.files import write
from autograder.grading import class_run
from autograder.grading.class_run import GradingRequest, OutError, Progress, Report
from autograder.grading.result import Result
from autograder.intake.names import SCORES
from autograder.reports import feedback, scores

_TABLE = b"\xef\xbb\xbfstudent,"


def grade(request: GradingRequest, progress: Progress) -> Report:
    """Grade everything; write the results, feedback and scores. Raises as `class_run.run` does."""
    course, out = request.course, request.out
    _require_ours(course, out)
    report = class_run.run(
        request, progress, lambda result, language: _write_feedback(course, out, result, language)
    )
    every = [*report.results, *class_run.earlier(request, report)]
    write(out / SCORES, scores.as_csv(course, scores.table_of(every)))
    return report


def _write_feedback(course: Course, out: Path, result: Result, language: str) -> None:
    words = feedback.text(result, course, language)
    file = out / result.student / f"{result.assignment}.txt"
    write(file, words.encode("utf-8", "replace"))


def _require_ours(course: Course, out: Path) -> None:
    """What would be written over must have been written by a grading. Raises OutError."""
    table = out / SCORES
    if table.exists() and not (table.is_file() and table.read_bytes().startswith(_TABLE)):
        raise OutError(f"{table}: not written by a grading; choose another folder")
    for file in out.glob("*/*.txt") if out.is_dir() else ():
        if file.stem in course.names and not _is_feedback(file):
            raise OutError(f"{file}: not the feedback of a grading; choose another folder")


def _is_feedback(file: Path) -> bool:
    """Whether the file begins as feedback does: with a heading, underlined."""
    lines = file.read_bytes().splitlines()[:2] if file.is_file() else []
    return len(lines) == 2 and set(lines[1]) == {ord("=")}
