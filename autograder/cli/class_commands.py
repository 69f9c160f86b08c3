"""Commands for a class: collect, grade, merge, report, export."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from autograder.cli.base import (
    EXIT_CODES,
    PLAIN,
    counted,
    language_of,
    main,
    missing_layers,
    one_line,
    progress_of,
    require_names,
    say,
)
from autograder.course import Course

if TYPE_CHECKING:
    from autograder.grading.class_run import GradingRequest, Report, Shard
    from autograder.intake.found import Skipped

_PLATFORMS = ("canvas", "moodle", "gradescope", "github", "nbgrader", "folder", "zips")
_TARGETS = (
    "canvas", "moodle", "gradescope", "github", "nbgrader", "compare50", "csv", "jsonl", "parquet",
)  # fmt: skip


@main.command(epilog=EXIT_CODES)
@click.argument("submissions", type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), help="The folder for the results.")
@click.option(
    "--student",
    help="Of a folder this student alone; whose a file is (default: its folder's name).",
)
@click.option("--only", metavar="ASSIGNMENT", help="Grade this assignment alone.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: all cores).")
@click.option("--force", is_flag=True, help="Grade again what was graded before and still holds.")
@click.option("--shard", metavar="I/N", help="Part I of N of the class, for an array of jobs.")
@click.option("--scheduler", metavar="ADDRESS", help="Grade on the workers of a Dask scheduler.")
@click.option(
    "--secret",
    type=click.Path(path_type=Path),
    help="The file of the class's secret (default: $AUTOGRADER_SECRET, else the course's own).",
)
@click.option("--language", help="Language of the feedback (default: the notebook's own).")
@click.option(
    "--allow-weak-isolation",
    is_flag=True,
    help="Grade although this machine lacks layers of the sandbox; each result says so.",
)
@click.option("--watch", is_flag=True, help="Write index.html every few seconds meanwhile.")
@click.pass_obj
def grade(course: Course, /, submissions: Path, out: Path | None, **options: Any) -> None:
    """Grade SUBMISSIONS: a folder of <student>/<assignment>.ipynb, or one file."""
    from autograder.nbgrader_plugin.class_course import ClassCourse, without_expected
    from autograder.reports import class_files
    from autograder.reports.class_files import Pages

    nbgrader = ClassCourse.of(submissions)
    if nbgrader is not None:
        place, out = nbgrader.submitted, out or nbgrader.results
    else:
        place = submissions
    if out is None:
        raise click.UsageError("say where the results go: --out FOLDER")
    with one_line("the results written so far stand; the same command goes on from there"):
        if nbgrader is not None:
            nbgrader.require(course)
        request = _request(course, place, out, options)
        with progress_of("grading") as progress:
            pages = Pages(options["language"] or course.language, watch=options["watch"])
            report = class_files.grade(request, progress, pages)
    report.skipped = without_expected(course, place, report.skipped)
    _show(course, report, out)
    recorded = 0 if nbgrader is None else _record(nbgrader.folder, request, report)
    sys.exit(report.exit_code if report.exit_code == 1 else recorded or report.exit_code)


@main.command()
@click.argument("results", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--earlier",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="Compare with an earlier run or class: its results, or its statistics.jsonl.",
)
@click.option("--without-names", is_flag=True, help="Write index-without-names.html, too.")
@click.option("--language", help="Language of the class's page (default: the course's).")
@click.pass_obj
def report(
    course: Course,
    /,
    results: Path,
    earlier: tuple[Path, ...],
    without_names: bool,
    language: str | None,
) -> None:
    """Make every page again from the folder RESULTS: feedback, the class's page, statistics."""
    from autograder.reports import class_files, class_record, grades
    from autograder.reports.class_lines import of_marks, several_secrets

    pages = class_files.Pages(
        language_of(course, language) or course.language, earlier, without_names
    )
    with one_line():
        found = class_files.report(course, results, pages)
    told = list(of_marks(grades.marks(course), class_record.load(results)))
    _say_skipped(course, [*several_secrets(found), *told])
    for place, why in found.unusable:
        say(f"left out: {place}: {why}")
    click.echo(f"{counted(len(found.entries), 'result')}; open {results / 'index.html'}")
    sys.exit(3 if found.unusable or any(each.missed for each in told) else 0)


@main.command(epilog=EXIT_CODES)
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder for submissions."
)
@click.option("--from", "platform", type=click.Choice(_PLATFORMS), help="default: recognised.")
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The class: a CSV with student, name and what ids a platform knows.",
)
@click.pass_obj
def collect(
    course: Course, /, sources: tuple[Path, ...], out: Path, platform: str | None,
    roster: Path | None,
) -> None:  # fmt: skip
    """Make SOURCES, a platform's exports as folders or zips, into a folder that `grade` takes."""
    from autograder.intake import collect as collecting
    from autograder.reports import class_lines

    with one_line("what was collected before stands; collect again before you grade"):
        done = collecting.collect(course, sources, out, platform, roster)
    for line in class_lines.collection_lines(course, done):
        say(line)
    submissions, students = counted(done.collected, "submission"), counted(done.students, "student")
    click.echo(f"{submissions} of {students}: {out}")
    sys.exit(done.exit_code)


@main.command(epilog=EXIT_CODES)
@click.argument("results", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", type=click.Choice(_TARGETS), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A folder.")
@click.option(
    "--fill",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Canvas's gradebook or Moodle's worksheet, as downloaded: a copy is filled in.",
)
@click.option("--only", metavar="ASSIGNMENT", help="This assignment alone.")
@click.pass_obj
def export(
    course: Course, /, results: Path, to: str, out: Path, fill: Path | None, only: str | None
) -> None:
    """Write what counts in RESULTS as another program reads it, with feedback to hand back."""
    from autograder.reports import export as exporting

    require_names(course, () if only is None else (only,))
    with one_line():
        done = exporting.export(course, results, to, out, fill, only)
    if not done.files and fill is None and to in ("canvas", "moodle"):
        raise click.UsageError(f"--to {to} fills in the platform's own file: give it with --fill")
    for line in (*done.notes, *done.missed):
        say(line)
    click.echo(f"wrote {counted(len(done.files), 'file')}: {out}")
    sys.exit(3 if done.missed else 0)


def _request(course: Course, place: Path, out: Path, options: dict[str, Any]) -> GradingRequest:
    from autograder.course import secret
    from autograder.grading.class_run import GradingRequest
    from autograder.grading.judge import GradingOptions
    from autograder.intake.names import SCORES, valid_student

    only, student = options["only"], options["student"]
    if only is not None and only not in course.names:
        raise click.UsageError(f"no assignment is called {only!r}; there are {course.listed}")
    if student is not None and not valid_student(student):
        raise click.UsageError(f"{student!r} can't be a student's name; leave out / and \\")
    language = language_of(course, options["language"])
    how = GradingOptions(language, missing_layers(options["allow_weak_isolation"]))
    if secret.moved(course.folder):
        say("the secret was moved from assignments/ to solutions/, where it lies from now on")
    if options["secret"] is not None:  # nbgrader, too, is to grade with it
        os.environ[secret.VARIABLE] = str(options["secret"].resolve())
    if (begun := secret.to_be_made(course.folder)) and (out / SCORES).exists():
        say(
            f"{begun}: there was no secret, so a new one is begun and the class graded anew; to "
            "keep the points as they are, stop and copy the file from where it was graded before"
        )
    return GradingRequest(
        course, secret.of_course(course.folder), how, place, out, student, only,
        options["jobs"], options["force"], _shard(options["shard"]), options["scheduler"],
    )  # fmt: skip


def _shard(text: str | None) -> Shard | None:
    from autograder.grading.class_run import Shard

    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise click.UsageError(f"--shard {text}: give I/N with 1 ≤ I ≤ N, such as 3/8")
    return Shard(int(found[1]), int(found[2]))


@main.command()
@click.argument("parts", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder for all.")
@click.option("--language", help="Language of the class's page (default: the course's).")
@click.pass_obj
def merge(course: Course, /, parts: tuple[Path, ...], out: Path, language: str | None) -> None:
    """Bring the results in PARTS together in one folder; nothing is graded."""
    from autograder.reports import merging

    spoken = language_of(course, language) or course.language
    with one_line("what was brought together so far stands; the same command goes on"):
        merged = merging.merge(course, parts, out, spoken)
    _say_skipped(course, merged.look)
    for line in merged.refused:
        say(line)
    click.echo(
        f"{counted(merged.taken, 'result')} taken, {merged.there} there already; scores: {out}"
    )
    sys.exit(3 if merged.refused or any(each.missed for each in merged.look) else 0)


def _record(folder: Path, request: GradingRequest, report: Report) -> int:
    """Let nbgrader record what was graded; an exit code, 0 when all of it was."""
    with one_line("what nbgrader has recorded so far stands"), progress_of("recording") as progress:
        from autograder.grading.class_run import Standing
        from autograder.nbgrader_plugin.recording import record  # takes seconds, with nbgrader

        done = record(request, folder, report.results, lambda *far: progress(Standing(*far)))
    for line in (*done.notes, *done.refused):
        say(line)
    click.echo(f"gradebook: {done.recorded} recorded, {done.unchanged} unchanged")
    return 3 if done.refused else 0


def _say_skipped(course: Course, skipped: Iterable[Skipped]) -> None:
    from autograder.course.languages import words
    from autograder.reports.class_lines import skipped_lines
    from autograder.values.words import ENGLISH

    for line in skipped_lines(skipped, words(course, ENGLISH)):
        say(line)


def _show(course: Course, report: Report, out: Path) -> None:
    from autograder.course.languages import words
    from autograder.reports import moves, scores
    from autograder.values.notes import note_text
    from autograder.values.words import ENGLISH

    english = words(course, ENGLISH)
    Console(**PLAIN).print(scores.as_table(course, scores.table_of(report.results)))
    _say_skipped(course, report.skipped)
    for submission in report.passed_over:
        place = f"{submission.student}/{submission.assignment}"
        say(f"passed over: {place}: {', '.join(submission.others)}; {submission.file} counts")
    for submission in report.unreadable:
        why = " ".join(note_text(note, english) for note in submission.notes)
        say(f"not read: {submission.student}/{submission.assignment}: {why}")
    for submission, why in report.lost:
        say(f"lost: {submission.student}/{submission.assignment}: {why}")
    for result in report.results:
        if result.has_error:
            say(f"a check is in error: {result.student}/{result.assignment}; its notes say why")
    if table := moves.as_table(report.moved):
        click.echo("points that moved since the last grading of the same files:")
        Console(**PLAIN).print(table)
    graded = f"{counted(len(report.results), 'submission')} graded"
    kept = f", {report.kept} of them before (--force grades again)" if report.kept else ""
    click.echo(f"{graded}{kept}; results, feedback and scores: {out}")
