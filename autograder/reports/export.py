"""A class's final numbers in the form that another program reads; nothing is graded or changed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from autograder.course import Course
from autograder.course.languages import words
from autograder.course.table import WRITTEN_POINTS
from autograder.grading.result import Result
from autograder.grading.store import OutError
from autograder.intake.tables import TableError
from autograder.reports import class_record, entries, feedback, filled, grades, own_files, sheet
from autograder.reports.alike import starter
from autograder.reports.class_lines import of_marks, skipped_lines
from autograder.reports.class_record import ClassRecord
from autograder.reports.feedback_page import feedback_page
from autograder.reports.grades import Grade, Key
from autograder.values.text import visible
from autograder.values.words import ENGLISH

NBGRADER_COLUMNS: Final = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip
_PASSED: Final = ("passed", "failed")


@dataclass(slots=True)
class Exported:
    """What came of it: the files that were written, and lines for what a person should know."""

    files: list[Path] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ToExport:
    """What there is to export. `fill`: the file downloaded from the platform."""

    course: Course
    results: Path
    record: ClassRecord
    grades: Mapping[Key, Grade]
    fill: Path | None
    only: str | None


def export(
    course: Course, results: Path, to: str, out: Path, fill: Path | None, only: str | None
) -> Exported:
    """Write what `to` reads into the folder `out`. Raises OutError, TableError, OSError."""
    _require_apart(results, out, fill)
    found = grades.grades(course, results) if results.is_dir() else {}
    unusable = entries.left_out(course, results)
    kept = {key: each for key, each in found.items() if only in (None, key[1])}
    if not kept and unusable:
        place, why = unusable[0]
        raise OutError(f"{results}: no result can be used; {place}: {why}")
    if not kept:
        raise OutError(f"{results}: no results; give the folder that `autograder grade` wrote")
    what = ToExport(course, results, class_record.load(results), kept, fill, only)
    done = Exported(missed=[f"left out: {place}: {why}" for place, why in unusable])
    told = of_marks(grades.marks(course), what.record)
    done.notes += skipped_lines(told, words(course, ENGLISH))
    done.files = own_files.put(out, dict(_TARGETS[to](what, done)))
    return done


def _require_apart(results: Path, out: Path, fill: Path | None) -> None:
    """Neither the results nor the platform's own file lie where the export goes."""
    if out.exists() and not out.is_dir():
        raise OutError(f"{out}: not a folder; choose another place for the export")
    if out.resolve().is_relative_to(results.resolve()):
        raise OutError(f"{out}: the folder of the results; choose another one for the export")
    if fill is not None and (out / fill.name).resolve() == fill.resolve():
        raise OutError(f"{fill}: it would be written over; choose another folder for the copy")


def _rows(what: ToExport) -> Iterator[dict[str, Any]]:
    """One row for each student and assignment, in the same columns."""
    for grade in what.grades.values():
        yield {
            "student": grade.student,
            "assignment": grade.assignment,
            "attempts": grade.attempts,
            "when": None if grade.attempt is None else grade.attempt.when,
            "days_late": grade.days_late,
            "raw": grade.raw,
            "penalty": grade.penalty,
            "override": grade.override,
            "written": grade.written,
            "final": grade.final,
        }


def _csv(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    rows = list(_rows(what))
    yield "grades.csv", sheet.as_csv([*([*row] for row in rows[:1]), *(r.values() for r in rows)])


def _jsonl(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    tasks = {
        (each.student, each.assignment): {task.name: task.earned for task in each.tasks}
        for each in entries.usable(what.course, what.results)
    }
    lines = (
        msgspec.json.encode(row | {"tasks": tasks.get((row["student"], row["assignment"]), {})})
        for row in _rows(what)
    )
    yield "grades.jsonl", b"".join(line + b"\n" for line in lines)


def _parquet(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    try:
        import pyarrow  # type: ignore[import-untyped]
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise OutError("Parquet needs pyarrow: pip install pyarrow") from None
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    kinds = (str, str, int, str, int, float, float, float, float, float)
    rows = list(_rows(what))
    schema = pyarrow.schema(list(zip(rows[0], (types[kind] for kind in kinds), strict=True)))
    data = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), data)
    yield "grades.parquet", data.getvalue()


def _nbgrader(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    """As `nbgrader export` writes it in our courses, times in UTC, with text quoted."""
    rows: list[list[str | float | None]] = [[*NBGRADER_COLUMNS]]
    policy = what.course.policy

    def utc(time: datetime | None) -> str:
        return "" if time is None else f"{policy.moment(time):%Y-%m-%d %H:%M:%S}"

    for grade in what.grades.values():
        due, when = policy.deadlines.get(grade.assignment), grade.attempt and grade.attempt.when
        points = sum(what.course.assignment(grade.assignment).points.values())
        raw = (grade.raw or 0.0) + grade.override + (grade.written or 0.0)
        rows.append(
            [grade.assignment, utc(due), utc(datetime.fromisoformat(when) if when else None),
             grade.student, "", "", "", raw, grade.penalty, grade.final, points + WRITTEN_POINTS]
        )  # fmt: skip
    yield "grades.csv", sheet.as_csv(rows)


def _canvas(what: ToExport, done: Exported) -> Iterator[tuple[str, bytes]]:
    yield from _filled(what, done, filled.canvas)
    yield from _feedback(what, "canvas")


def _moodle(what: ToExport, done: Exported) -> Iterator[tuple[str, bytes]]:
    if len({assignment for _, assignment in what.grades}) > 1:
        raise TableError("Moodle's files are of one assignment each; say which: --only ASSIGNMENT")
    yield from _filled(what, done, filled.moodle)
    yield from _feedback(what, "moodle")


def _filled(
    what: ToExport, done: Exported, fill: Callable[..., filled.Filled]
) -> Iterator[tuple[str, bytes]]:
    if what.fill is None:
        done.notes.append("the feedback alone is written; for grades give the platform's own file "
                          "with --fill")  # fmt: skip
        return
    made = fill(what.course, what.fill, what.record, what.grades)
    done.missed += made.missed
    done.notes += made.notes
    yield what.fill.name, made.data


def _feedback(what: ToExport, platform: str) -> Iterator[tuple[str, bytes]]:
    """The feedback under the names that the platform gave to what was handed in, made anew: it
    says what counts now, as the numbers do.
    """
    files: dict[str, bytes] = {}
    for result in entries.usable(what.course, what.results):
        grade = what.grades.get((result.student, result.assignment))
        if grade is None or grade.attempt is None or grade.attempt.platform != platform:
            continue
        name = f"{grade.attempt.place}{result.assignment}.html"
        if name not in files:
            files[name] = feedback_page(result, what.course, grade)
    if files:
        yield "feedback.zip", filled.zipped(files)


def _gradescope(what: ToExport, done: Exported) -> Iterator[tuple[str, bytes]]:
    left = {key for key, grade in what.grades.items() if not grade.is_plain}
    for result in entries.usable(what.course, what.results):
        key = result.student, result.assignment
        if key in what.grades:
            left.discard(key)
            data = json.dumps(_gradescope_result(what, result), ensure_ascii=False, indent=2)
            yield f"{result.student}/{result.assignment}/results.json", data.encode() + b"\n"
    done.missed += [
        f"{student}/{assignment}: points without a result are not written"
        for student, assignment in sorted(left)
    ]


def _gradescope_result(what: ToExport, result: Result) -> dict[str, Any]:
    """Gradescope gets the points with what a person gave; lateness is its own to charge."""
    grade, language = what.grades[result.student, result.assignment], result.shown.language
    given = grades.given(grade, words(what.course, language))
    return {
        "score": result.score + grade.override + (grade.written or 0.0),
        "output": feedback.text(result, what.course, language, given),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"key": result.key},
        "tests": list(_gradescope_tests(what.course, result, grade)),
    }


def _gradescope_tests(course: Course, result: Result, grade: Grade) -> Iterator[dict[str, Any]]:
    """Each check; in the place of a task's checks what a person gave for it."""
    say = words(course, result.shown.language)
    given = {each.task: each for each in grade.overrides}
    for place, task in enumerate(result.tasks, start=1):
        if (mark := given.get(task.name)) is not None:
            text = grades.marked(mark, say)
            yield _gradescope_test(f"{place}", task.name, mark.points, task.points, text)
            continue
        for number, check in enumerate(task.checks, start=1):
            name = f"{task.name}: {check.title}"
            yield _gradescope_test(
                f"{place}.{number}", name, check.earned, check.points, check.message
            )
    if grade.written is not None:
        last, most = str(len(result.tasks) + 1), float(WRITTEN_POINTS)
        text = grades.written(grade.written, say)
        yield _gradescope_test(last, f"{result.assignment}/written", grade.written, most, text)


def _gradescope_test(
    number: str, name: str, points: float, most: float, output: str
) -> dict[str, Any]:
    return {
        "name": name,
        "number": number,
        "score": points,
        "max_score": most,
        "status": _PASSED[points < most],
        "output": output,
        "output_format": "text",
        "visibility": "visible",
    }


def _github(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    """A summary in Markdown, and the lines that make annotations in a workflow's log."""
    table = ["| student | assignment | points |", "|---|---|---|"]
    notes: list[str] = []
    for result in entries.usable(what.course, what.results):
        grade = what.grades.get((result.student, result.assignment))
        if grade is None:
            continue
        points = f"{grade.final:g}/{result.max_score:g}"
        table.append(f"| {_inert(result.student)} | {result.assignment} | {points} |")
        given = {each.task: each.points for each in grade.overrides}
        for task in result.tasks:
            earned = given.get(task.name, task.earned)
            if earned < task.points:
                said = next((each.message for each in task.checks if each.message), task.state)
                title = f"{result.assignment}: {task.name} {earned:g}/{task.points:g}"
                notes.append(f"::warning title={_property(title)}::{_data(said)}")
    yield "summary.md", ("\n".join(table) + "\n").encode()
    yield "annotations.txt", ("\n".join(notes) + "\n").encode()


def _compare50(what: ToExport, _done: Exported) -> Iterator[tuple[str, bytes]]:
    """Each student's functions as Python files, and the notebook's own code, to be left out."""
    assignments = set()
    for result in entries.usable(what.course, what.results):
        if (result.student, result.assignment) in what.grades and result.code:
            assignments.add(result.assignment)
            code = "\n\n".join(each.text for each in result.code).encode("utf-8", "replace")
            yield f"students/{result.student}/{result.assignment}.py", code + b"\n"
    for assignment in sorted(assignments):
        yield f"starter/{assignment}.py", starter(what.course, assignment).encode()


def _inert(name: str) -> str:
    """A name as text in a cell of Markdown."""
    return "".join(
        f"\\{each}" if each in r"\`*_{}[]()<>#+-.!|~$&@:" else each for each in visible(name)
    )


def _data(text: str) -> str:
    """Text in a workflow's command, which ends at a line's end."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text in a property of such a command; a message keeps its colons and commas."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_Target = Callable[[ToExport, Exported], Iterable[tuple[str, bytes]]]
_TARGETS: Final[Mapping[str, _Target]] = {
    "canvas": _canvas, "moodle": _moodle, "gradescope": _gradescope, "github": _github,
    "nbgrader": _nbgrader, "compare50": _compare50, "csv": _csv, "jsonl": _jsonl,
    "parquet": _parquet,
}  # fmt: skip
