"""The command's beginning, and what its parts say and end with."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from autograder import course as courses
from autograder.course import Course
from autograder.values.errors import KitError
from autograder.values.text import visible

EXIT_CODES = (
    "Exit codes: 0 done; 1 it could not be done, or a check failed with an internal error; "
    "2 wrong usage; 3 done, but something could not be read or found: it is listed."
)
HOME = Path(__file__).resolve().parents[2]
PLAIN: dict[str, Any] = {"markup": False, "emoji": False, "highlight": False}
_errors = Console(stderr=True, soft_wrap=True, **PLAIN)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(package_name="ann-course-kit", prog_name="autograder")
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    default=HOME,
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
    with one_line():
        context.obj = courses.load(folder)


def missing_layers(allow_weak: bool) -> tuple[str, ...]:
    from autograder.sandbox import lockdown

    missing = [layer for layer in lockdown.layers() if not layer.available]
    if missing and not allow_weak:
        for layer in missing:
            say(f"no {layer.name}: {layer.advice}")
        stop(
            "this machine lacks layers of the sandbox; fix it, or grade with --allow-weak-isolation"
        )
    return tuple(layer.name for layer in missing)


def language_of(course: Course, language: str | None) -> str | None:
    if language is not None and language not in course.languages:
        spoken = ", ".join(course.languages)
        raise click.UsageError(f"the course does not speak {language!r}; it speaks {spoken}")
    return language


def require_names(course: Course, names: tuple[str, ...]) -> None:
    for name in names:
        if name not in course.names:
            raise click.UsageError(f"no assignment is called {name!r}; there are {course.listed}")


def progress_of(doing: str) -> AbstractContextManager[Any]:
    from autograder.reports import progress

    return progress.shown(doing, _errors)


@contextmanager
def one_line(stopped: str = "nothing was done") -> Iterator[None]:
    """What a person can fix, as one line and exit code 1. `stopped`: what to say after Ctrl-C."""
    try:
        yield
    except KitError as why:
        stop(why)
    except OSError as why:
        place = why.filename2 or why.filename
        what = f"{place}: {why.strerror}; see that it can be read and written, or choose another"
        stop(what if place else why)
    except KeyboardInterrupt:
        stop(f"stopped; {stopped}")


def counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def say(line: str) -> None:
    """A line of its own on stderr, whatever names are in it."""
    _errors.print(visible(line))


def stop(why: object) -> Any:
    say(f"autograder: {why}")
    sys.exit(1)
