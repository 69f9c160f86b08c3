"""The command `autograder`: arguments in, exit codes out; no logic.

Exit codes: 0 done; 1 it could not be done, or a check failed with an internal error; 2 wrong usage;
3 graded, but some submissions could not be read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from autograder import course as courses
from autograder.course import Course
from autograder.values.errors import KitError
from autograder.values.text import visible

if TYPE_CHECKING:
    from autograder.grading.class_run import GradingRequest, Report

_HOME = Path(__file__).resolve().parents[1]
_PLAIN: dict[str, Any] = {"markup": False, "emoji": False, "highlight": False}
_errors = Console(stderr=True, soft_wrap=True, **_PLAIN)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    default=_HOME,
    help="The folder that holds assignments/ and solutions/ (default: the kit's own).",
)
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Release a course's notebooks, grade what comes back, look after the course."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may lack the letters of a name
        sys.stdout.reconfigure(errors="backslashreplace")
    if context.invoked_subcommand == "new":  # which may begin a course
        context.obj = folder
        return
    with _one_line():
        context.obj = courses.load(folder)


@main.command()
@click.argument("name")
@click.option(
    "--languages",
    metavar="en,de",
    default="",
    help="Begin a course in these languages, in a folder that has none.",
)
@click.pass_obj
def new(folder: Path, /, name: str, languages: str) -> None:
    """Write the assignment NAME, as an example that runs, into the course."""
    from autograder.authoring import new as writing

    with _one_line("nothing was written"):
        spoken = list(dict.fromkeys(each.strip() for each in languages.split(",") if each.strip()))
        for line in writing.new(folder, name, spoken):
            click.echo(line)
    click.echo(f"next: change it, and look at it with: autograder try {name}")


@main.command("try")
@click.argument("name")
@click.pass_obj
def try_(course: Course, /, name: str) -> None:
    """Release, run, grade and prove the assignment NAME, and say what it lacks."""
    from autograder.authoring import attempt

    _require_names(course, (name,))
    with _one_line():
        sys.exit(attempt.attempt(course, name, click.echo))


@main.command()
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The folder for the results.")
@click.option("--student", help="Whose a single file is (default: its folder's name).")
@click.option("--only", metavar="ASSIGNMENT", help="Grade this assignment alone.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes (default: all cores).")
@click.option("--language", help="Language of the feedback (default: the notebook's own).")
@click.option(
    "--allow-weak-isolation",
    is_flag=True,
    help="Grade although this machine lacks layers of the sandbox; each result says so.",
)
@click.pass_obj
def grade(course: Course, /, submissions: Path, out: Path | None, **options: Any) -> None:
    """Grade SUBMISSIONS: a folder of <student>/<assignment>.ipynb, or one file."""
    from autograder.nbgrader_plugin.class_course import ClassCourse, without_expected
    from autograder.reports import class_files

    nbgrader = ClassCourse.of(submissions)
    if nbgrader is not None:
        place, out = nbgrader.submitted, out or nbgrader.results
    else:
        place = submissions
    if out is None:
        raise click.UsageError("say where the results go: --out FOLDER")
    with _one_line("the results written so far stand"):
        if nbgrader is not None:
            nbgrader.require(course)
        request = _request(course, place, out, options)
        with _progress("grading") as progress:
            report = class_files.grade(request, progress)
    report.skipped = without_expected(course, place, report.skipped)
    _show(course, report, out)
    recorded = 0 if nbgrader is None else _record(nbgrader.folder, request, report)
    sys.exit(report.exit_code if report.exit_code == 1 else recorded or report.exit_code)


def _request(course: Course, place: Path, out: Path, options: dict[str, Any]) -> GradingRequest:
    from autograder.course import secret
    from autograder.grading.class_run import GradingRequest
    from autograder.grading.judge import GradingOptions
    from autograder.intake.names import valid_student

    only, student = options["only"], options["student"]
    if only is not None and only not in course.names:
        raise click.UsageError(f"no assignment is called {only!r}; there are {course.listed}")
    if student is not None and not valid_student(student):
        raise click.UsageError(f"{student!r} can't be a student's name; leave out / and \\")
    language = _language(course, options["language"])
    how = GradingOptions(language, _missing_layers(options["allow_weak_isolation"]))
    if secret.moved(course.folder):
        _say("the secret was moved from assignments/ to solutions/, where it lies from now on")
    number = secret.of_course(course.folder)
    return GradingRequest(course, number, how, place, out, student, only, options["jobs"])


def _record(folder: Path, request: GradingRequest, report: Report) -> int:
    """Let nbgrader record what was graded; an exit code, 0 when all of it was."""
    with _one_line("what nbgrader has recorded so far stands"), _progress("recording") as progress:
        from autograder.nbgrader_plugin.recording import record  # takes seconds, with nbgrader

        done = record(request, folder, report.results, progress)
    for line in (*done.notes, *done.refused):
        _say(line)
    click.echo(f"gradebook: {done.recorded} recorded, {done.unchanged} unchanged")
    return 3 if done.refused else 0


@main.group()
def nbgrader() -> None:
    """An nbgrader course of these assignments."""


@nbgrader.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--language", help="default: the course's")
@click.option("--plain", is_flag=True, help="Let nbgrader run the checks, without our sandbox.")
@click.option("--renew", is_flag=True, help="Write source/ again; leave the rest as it is.")
@click.pass_obj
def init(course: Course, /, folder: Path, language: str | None, **how: bool) -> None:
    """Write a course into FOLDER: source/ and nbgrader_config.py."""
    from autograder.nbgrader_plugin import course_folder

    with _one_line():
        course_folder.write(course, folder, _language(course, language), **how)
    click.echo(f"wrote {folder}; next, in it: nbgrader generate_assignment {course.names[0]}")


@nbgrader.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.pass_obj
def check(course: Course, /, folder: Path) -> None:
    """Say what is wrong with the sources in FOLDER after an edit by hand."""
    from autograder.nbgrader_plugin.edited_sources import again, look_through

    with _one_line():
        found = look_through(course, folder)
    for fault in found.faults:
        _say(fault)
    if found.absent:
        click.echo(f"not in source/: {', '.join(found.absent)}")
    if found.faults:
        _say(f"fix the cells, or write source/ again with {again(folder)}")
        sys.exit(1)
    click.echo("no fault found")


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=None, help="default: release/")
@click.pass_obj
def release(course: Course, /, out: Path | None) -> None:
    """Build the students' bundles, in each of the course's languages."""
    from autograder.release import bundle

    with _one_line():
        for line in bundle.build(course, out or course.folder / "release"):
            click.echo(line)


@main.command()
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]…")
@click.option("--secrets", type=click.IntRange(0, 1000), default=20, show_default=True)
@click.pass_obj
def prove(course: Course, /, names: tuple[str, ...], secrets: int) -> None:
    """Try the checks with wrong and right answers; without names all, and write docs/proof.md."""
    from autograder.proof import prove as proving

    _require_names(course, names)
    with _one_line():
        sys.exit(proving.prove(course, names, secrets, click.echo, _say))


@main.command()
@click.argument("language", required=False)
@click.pass_obj
def messages(course: Course, /, language: str | None) -> None:
    """Collect the kit's sentences; with a LANGUAGE, into this course's own translation of them."""
    from autograder.release import translations

    with _one_line():
        for line in translations.bring_up_to_date(course, language):
            click.echo(line)


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


def _missing_layers(allow_weak: bool) -> tuple[str, ...]:
    from autograder.sandbox import lockdown

    missing = [layer for layer in lockdown.layers() if not layer.available]
    if missing and not allow_weak:
        for layer in missing:
            _say(f"no {layer.name}: {layer.advice}")
        _stop(
            "this machine lacks layers of the sandbox; fix it, or grade with --allow-weak-isolation"
        )
    return tuple(layer.name for layer in missing)


def _language(course: Course, language: str | None) -> str | None:
    if language is not None and language not in course.languages:
        spoken = ", ".join(course.languages)
        raise click.UsageError(f"the course does not speak {language!r}; it speaks {spoken}")
    return language


def _require_names(course: Course, names: tuple[str, ...]) -> None:
    for name in names:
        if name not in course.names:
            raise click.UsageError(f"no assignment is called {name!r}; there are {course.listed}")


@contextmanager
def _progress(doing: str) -> Iterator[Any]:
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not _errors.is_terminal
    with Progress(*columns, console=_errors, transient=True, disable=hidden) as bar:
        task = bar.add_task(doing, total=None)

        def update(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield update


def _show(course: Course, report: Report, out: Path) -> None:
    from autograder.course.languages import words
    from autograder.reports import scores
    from autograder.values.notes import note_text
    from autograder.values.words import ENGLISH

    say = words(course, ENGLISH)
    Console(**_PLAIN).print(scores.as_table(course, scores.table_of(report.results)))
    for skipped in report.skipped:
        _say(f"not graded: {skipped.place}: {note_text(skipped.why, say)}")
    for submission in report.unreadable:
        why = " ".join(note_text(note, say) for note in submission.notes)
        _say(f"not read: {submission.student}/{submission.assignment}: {why}")
    for submission, why in report.lost:
        _say(f"lost: {submission.student}/{submission.assignment}: {why}")
    for result in report.results:
        if result.has_error:
            _say(f"a check is in error: {result.student}/{result.assignment}")
    count = len(report.results)
    graded = f"{count} submission{'' if count == 1 else 's'} graded"
    click.echo(f"{graded}; results, feedback and scores: {out}")


@contextmanager
def _one_line(stopped: str = "nothing was done") -> Iterator[None]:
    """What a person can fix, as one line and exit code 1. `stopped`: what to say after Ctrl-C."""
    try:
        yield
    except (KitError, OSError) as why:
        _stop(why)
    except KeyboardInterrupt:
        _stop(f"stopped; {stopped}")


def _say(line: str) -> None:
    """A line of its own on stderr, whatever names are in it."""
    _errors.print(visible(line))


def _stop(why: object) -> Any:
    _say(f"autograder: {why}")
    sys.exit(1)
