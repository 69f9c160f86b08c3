"""A class graded, and what people read of it written beside the results."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from autograder.course import Course
from autograder.course.files import write, write_changed
from autograder.grading import class_run
from autograder.grading.class_run import GradingRequest, Progress, Report, Standing
from autograder.grading.result import Result
from autograder.grading.store import OutError
from autograder.intake import attempts
from autograder.intake.found import Skipped
from autograder.intake.manifest import Collected
from autograder.intake.names import CLASS_PAGE, SCORES
from autograder.intake.submissions import require_no_export
from autograder.reports import class_record, comparison, grades, scores, statistics
from autograder.reports.alike import alike, starter
from autograder.reports.attempts import ClassResults, Feedback
from autograder.reports.class_lines import of_marks, several_secrets
from autograder.reports.class_page import Class, class_page
from autograder.reports.class_record import ClassRecord
from autograder.reports.comparison import Earlier
from autograder.reports.entries import Read, read, stored
from autograder.reports.feedback import feedback_text
from autograder.reports.feedback_page import feedback_page
from autograder.reports.overwriting import WITHOUT_NAMES, require_ours
from autograder.values.errors import KitError
from autograder.values.notes import note

_SECONDS: Final = 5  # between two states of the page that is watched


class Pages(NamedTuple):
    """How pages are made. `earlier`: folders of results, or files of statistics."""

    language: str
    earlier: tuple[Path, ...] = ()
    without_names: bool = False
    watch: bool = False


def grade(request: GradingRequest, progress: Progress, pages: Pages | None = None) -> Report:
    """Grade everything; write results, feedback, tables and pages.

    Raises as `class_run.run` does, FolderError for a platform's export, and TableError for a table
    of marks that can't be read.
    """
    course, out = request.course, request.out
    pages = pages or Pages(request.options.language or course.language)
    if request.student is None:
        require_no_export(request.place)
    require_ours(course, out)
    before = [comparison.load(course, place) for place in pages.earlier]
    watched = _Watched(course, out, pages.language) if pages.watch else None

    def seen(standing: Standing) -> None:
        progress(standing)
        if watched is not None:
            watched.update(standing.done, standing.total)

    cut_off = class_record.is_cut_off(out)
    results = ClassResults(request, _feedback_writer(course, out))
    try:
        lost = results.grade_others(progress)
        report = class_run.run(request, seen, results)
    except BaseException:  # Ctrl-C, say
        if results.counting:
            _tables_so_far(course, out)
        raise
    report.lost += lost
    report.skipped += results.not_there(report.lost)
    report.skipped += attempts.named_otherwise(course, results.collected)
    handed = [each for each in results.counting.values() if each is not None]
    record = class_record.update(request, report, handed)
    report.skipped += _of_tables(request, record, results.counting)
    whole = write_class(course, out, pages, before)
    report.skipped += [
        Skipped(place, note("result_left_out", text=why)) for place, why in whole.unusable
    ]
    report.skipped += several_secrets(whole)
    if cut_off:
        report.skipped.append(Skipped(class_record.FILE, note("class_cut_off")))
    return report


def _of_tables(
    request: GradingRequest, record: ClassRecord, handed: Mapping[grades.Key, Collected | None]
) -> Iterator[Skipped]:
    """Where deadlines can't be applied, and whom tables name who is nobody here."""
    marks = grades.marks(request.course)
    for assignment, count in sorted(marks.undated(handed).items()):
        yield Skipped(assignment, note("no_deadline", all=count))
    if request.place.is_dir():
        yield from of_marks(marks, record, request.is_about)


def report(course: Course, out: Path, pages: Pages) -> Read:
    """Make feedback, tables and the class's pages again from the results in this folder alone.

    Raises OutError where there is none, StatisticsError for an earlier class that can't be read,
    TableError for a table of marks.
    """
    if not out.is_dir():
        raise OutError(f"{out}: no such folder; give the folder of results")
    require_ours(course, out)
    before = [comparison.load(course, place) for place in pages.earlier]
    known = class_record.by_submission(class_record.load(out).collected)
    feedback_of, count = _feedback_writer(course, out), 0
    for _place, found in stored(course, out):
        if isinstance(found, Result):
            count += 1
            feedback_of(found, known.get((found.student, found.assignment)))
    if not count:
        raise OutError(f"{out}: no result of this course in it; give the folder of results")
    return write_class(course, out, pages, before)


def _tables_so_far(course: Course, out: Path) -> None:
    """What people read of the class is of the results that stand, also where a run is stopped."""
    with contextlib.suppress(KitError, OSError):
        class_record.settled(out)
        marks = grades.grades(course, out)
        _write_tables(course, out, marks, grades.students(out, marks))


def _write_tables(
    course: Course, out: Path, found: Mapping[grades.Key, grades.Grade], everybody: Sequence[str]
) -> None:
    """scores.csv and grades.csv."""
    table: dict[str, dict[str, float]] = {student: {} for student in everybody}
    for (student, assignment), grade in found.items():
        if grade.raw is not None:
            table[student][assignment] = grade.raw
    write(out / SCORES, scores.as_csv(course, table))
    write(out / grades.FILE, grades.as_csv(course, everybody, found))


def write_class(course: Course, out: Path, pages: Pages, before: Sequence[Earlier] = ()) -> Read:
    """Tables, page and statistics of all results that stand. Raises TableError, OSError."""
    marks = grades.grades(course, out)
    everybody = grades.students(out, marks)
    _write_tables(course, out, marks, everybody)
    found = read(course, out)
    pairs = alike(found.entries, lambda name: starter(course, name))
    known = Class(course, found.entries, found.unusable, pairs, before, marks, everybody=everybody)
    write(out / CLASS_PAGE, class_page(known, pages.language))
    if pages.without_names:
        write(out / WITHOUT_NAMES, class_page(known, pages.language, names=False))
    write(out / statistics.NAME, statistics.encode(statistics.lines(found.entries)))
    return found


class _Watched:
    """The class's page while the grading goes on, made again every few seconds."""

    def __init__(self, course: Course, out: Path, language: str) -> None:
        self._course, self._out, self._language = course, out, language
        self._next = 0.0

    def update(self, done: int, every: int) -> None:
        start = time.monotonic()
        if start < self._next or not self._out.is_dir():
            return
        found = read(self._course, self._out)
        known = Class(self._course, found.entries, found.unusable, graded=(done, every))
        write(self._out / CLASS_PAGE, class_page(known, self._language))
        took = time.monotonic() - start
        self._next = start + max(_SECONDS, 10 * took)  # of a large class, seldom


def _feedback_writer(course: Course, out: Path) -> Feedback:
    """What writes a result's feedback, as text and as a page, with what counts in the end."""
    marks = grades.marks(course)

    def written(result: Result, handed: Collected | None) -> None:
        grade = marks.grade((result.student, result.assignment), result, handed)
        file = out / result.student / f"{result.assignment}.txt"
        write_changed(file, feedback_text(result, course, grade))
        write_changed(file.with_suffix(".html"), feedback_page(result, course, grade))

    return written
