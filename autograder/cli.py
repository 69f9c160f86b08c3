"""The command `autograder`: arguments in, exit codes out; no logic.

Exit codes: 0 done; 1 it could not be done, or a check failed by its own fault; 2 wrong usage;
3 graded, but some submissions could not be read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from autograder import course as courses
from autograder.course import Course, CourseError, Language

_HOME = Path(__file__).resolve().parents[1]
_PLAIN: dict[str, Any] = {"markup": False, "emoji": False, "highlight": False}
_errors = Console(stderr=True, soft_wrap=True, **_PLAIN)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    default=_HOME,
    help="The folder that holds assignments/ and solutions/.",
)
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Chapter 5, artificial neural networks: release, grade, look after the course."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack the letters of a name
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        context.obj = courses.load(folder)
    except CourseError as why:
        _stop(why)


@main.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The folder for the results.")
@click.option("--student", help="Whose a single file is (default: its folder's name).")
@click.option("--only", metavar="ASSIGNMENT", help="Grade this assignment alone.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: all cores).")
@click.option("--language", type=click.Choice(["ko", "en"]), help="Language of the feedback.")
@click.option(
    "--allow-weak-isolation",
    is_flag=True,
    help="Grade although this machine lacks layers of the sandbox; each result says so.",
)
@click.pass_obj
def grade(course: Course, /, submissions: Path, out: Path | None, **options: Any) -> None:
    """Grade SUBMISSIONS: a folder of <student>/<assignment>.ipynb, or one file."""
    from autograder import course_secret
    from autograder import grade as grading
    from autograder.judge.judge import Terms
    from autograder.judge.session import ChecksError
    from autograder.nbgrader_plugin.results import own_assignments, unexpected
    from autograder.sandbox.process import SandboxError
    from autograder.submission.folder import FolderError
    from autograder.submission.names import valid_student

    only, student = options["only"], options["student"]
    if only is not None and only not in course.names:
        raise click.UsageError(f"no assignment is called {only!r}; there are {_list(course)}")
    if student is not None and not valid_student(student):
        raise click.UsageError(f"{student!r} can't be a student's name; leave out / and \\")
    place = submissions
    if (submissions / "nbgrader_config.py").is_file():
        place, out = submissions / "submitted", out or submissions / "results"
    if out is None:
        raise click.UsageError("say where the results go: --out FOLDER")
    terms = Terms(options["language"], _missing_layers(options["allow_weak_isolation"]))
    try:
        order = grading.Order(
            course, course_secret.of_course(course.folder), terms, place, out,
            student, only, options["jobs"],
        )  # fmt: skip
        with _progress() as progress:
            report = grading.run(order, progress)
    except (
        CourseError, FolderError, grading.OutError, SandboxError, ChecksError, OSError,
    ) as why:  # fmt: skip
        _stop(why)
    except KeyboardInterrupt:
        _stop("stopped; the results written so far stand")
    report.passed = unexpected(report.passed, own_assignments(course, place))
    _show(course, report, out)
    code = report.exit_code
    if place != submissions:
        recorded = _record(order, submissions, report)
        code = code if code == 1 else recorded or code
    sys.exit(code)


@main.group()
def nbgrader() -> None:
    """An nbgrader course of these assignments."""


@nbgrader.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--language", type=click.Choice(["ko", "en"]), help="default: the course's")
@click.option("--plain", is_flag=True, help="Let nbgrader run the checks, without our sandbox.")
@click.option("--renew", is_flag=True, help="Write source/ again; leave the rest as it is.")
@click.pass_obj
def init(course: Course, /, folder: Path, language: Language | None, **how: bool) -> None:
    """Write a course into FOLDER: source/ and nbgrader_config.py."""
    from autograder.nbgrader_plugin import folder as folders
    from autograder.nbgrader_plugin.errors import PluginError

    try:
        folders.write(course, folder, language, **how)
    except (PluginError, CourseError, OSError) as why:
        _stop(why)
    click.echo(f"wrote {folder}; next, in it: nbgrader generate_assignment {course.names[0]}")


@nbgrader.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.pass_obj
def check(course: Course, /, folder: Path) -> None:
    """Say what is wrong with the sources in FOLDER after an edit by hand."""
    from autograder.nbgrader_plugin.sources import again, look_through

    found = look_through(course, folder)
    if len(found.absent) == len(course.names):
        _stop(f"{folder}: none of the course's assignments is in its source folder")
    for fault in found.faults:
        _say(fault)
    if found.absent:
        click.echo(f"not in source/: {', '.join(found.absent)}")
    if found.faults:
        _say(f"mend the cells, or write source/ again with {again(folder)}")
        sys.exit(1)
    click.echo("no fault found")


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=None, help="default: release/")
@click.pass_obj
def release(course: Course, /, out: Path | None) -> None:
    """Build the students' bundles, in both languages."""
    from autograder import release as releases
    from autograder.release_guard import ReleaseError

    try:
        for bundle in releases.build(course, out or course.folder / "release"):
            click.echo(f"wrote {bundle}")
    except (ReleaseError, CourseError, OSError) as why:
        _stop(why)


@main.command()
def doctor() -> None:
    """List the sandbox's layers: which this machine has, and what to do about the others."""
    from autograder.sandbox import lockdown

    layers = lockdown.layers()
    for layer in layers:
        click.echo(f"{'yes' if layer.available else 'no ':3}  {layer.name}")
        if not layer.available:
            click.echo(f"     {layer.advice}")
    sys.exit(0 if all(layer.available for layer in layers) else 1)


def _record(order: Any, folder: Path, report: Any) -> int:
    """Let nbgrader record what was graded; an exit code, 0 when all of it was."""
    from autograder.nbgrader_plugin.errors import PluginError
    from autograder.nbgrader_plugin.record import record
    from autograder.result import clean

    try:
        with _progress("recording") as progress:
            done = record(order, folder, report.results, progress)
    except (PluginError, CourseError, OSError) as why:
        _stop(why)
    except KeyboardInterrupt:
        _stop("stopped; what nbgrader has recorded so far stands")
    for line in (*done.notes, *done.refused):
        _errors.print(clean(line))
    click.echo(f"gradebook: {done.recorded} recorded, {done.unchanged} unchanged")
    return 3 if done.refused else 0


def _missing_layers(allow_weak: bool) -> tuple[str, ...]:
    from autograder.sandbox import lockdown

    missing = [layer for layer in lockdown.layers() if not layer.available]
    if missing and not allow_weak:
        for layer in missing:
            _errors.print(f"no {layer.name}: {layer.advice}")
        _stop(
            "this machine lacks layers of the sandbox; mend it, or grade with "
            "--allow-weak-isolation"
        )
    return tuple(layer.name for layer in missing)


@contextmanager
def _progress(doing: str = "grading") -> Iterator[Any]:
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not _errors.is_terminal
    with Progress(*columns, console=_errors, transient=True, disable=hidden) as bar:
        task = bar.add_task(doing, total=None)

        def update(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield update


def _show(course: Course, report: Any, out: Path) -> None:
    from autograder import scores
    from autograder.judge.notes import note_text

    table = scores.as_table(course, scores.table_of(report.results))
    Console(**_PLAIN).print(table)
    for passed in report.passed:
        _say(f"not graded: {passed.place}: {note_text(passed.why, 'en')}")
    for submission in report.unreadable:
        why = " ".join(note_text(note, "en") for note in submission.notes)
        _say(f"not read: {submission.student}/{submission.assignment}: {why}")
    for submission, why in report.lost:
        _say(f"lost: {submission.student}/{submission.assignment}: {why}")
    for result in report.results:
        if result.has_error:
            _say(f"a check is in error: {result.student}/{result.assignment}")
    count = len(report.results)
    graded = f"{count} submission{'' if count == 1 else 's'} graded"
    click.echo(f"{graded}; results, feedback and scores: {out}")


def _say(line: str) -> None:
    """A line of its own on stderr, whatever names are in it."""
    from autograder.result import visible

    _errors.print(visible(line))


def _list(course: Course) -> str:
    return ", ".join(course.names)


def _stop(why: object) -> Any:
    _say(f"autograder: {why}")
    sys.exit(1)
