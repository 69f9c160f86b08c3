"""Commands for a course: write, try, release, prove, nbgrader, messages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.cli.base import language_of, main, one_line, require_names, say
from autograder.course import Course


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

    with one_line("nothing was written"):
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

    require_names(course, (name,))
    with one_line():
        sys.exit(attempt.attempt(course, name, click.echo))


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

    with one_line():
        course_folder.write(course, folder, language_of(course, language), **how)
    click.echo(f"wrote {folder}; next, in it: nbgrader generate_assignment {course.names[0]}")


@nbgrader.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.pass_obj
def check(course: Course, /, folder: Path) -> None:
    """Say what is wrong with the sources in FOLDER after an edit by hand."""
    from autograder.nbgrader_plugin.edited_sources import again, look_through

    with one_line():
        found = look_through(course, folder)
    for fault in found.faults:
        say(fault)
    if found.absent:
        click.echo(f"not in source/: {', '.join(found.absent)}")
    if found.faults:
        say(f"fix the cells, or write source/ again with {again(folder)}")
        sys.exit(1)
    click.echo("no fault found")


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=None, help="default: release/")
@click.pass_obj
def release(course: Course, /, out: Path | None) -> None:
    """Build the students' bundles, in each of the course's languages."""
    from autograder.release import bundle

    with one_line():
        for line in bundle.build(course, out or course.folder / "release"):
            click.echo(line)


@main.command()
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]…")
@click.option("--secrets", type=click.IntRange(0, 1000), default=20, show_default=True)
@click.pass_obj
def prove(course: Course, /, names: tuple[str, ...], secrets: int) -> None:
    """Try the checks with wrong and right answers; without names all, and write docs/proof.md."""
    from autograder.proof import prove as proving

    require_names(course, names)
    with one_line():
        sys.exit(proving.prove(course, names, secrets, click.echo, say))


@main.command()
@click.argument("names", nargs=-1, metavar="[ASSIGNMENT]…")
@click.pass_obj
def hints(course: Course, /, names: tuple[str, ...]) -> None:
    """Make the tables of hints that travel with the visible checks, from the mistakes."""
    from autograder.authoring import hint_table

    require_names(course, names)
    with one_line():
        for line in hint_table.bring_up_to_date(course, names or course.names):
            click.echo(line)


@main.command()
@click.argument("language", required=False)
@click.pass_obj
def messages(course: Course, /, language: str | None) -> None:
    """Collect the kit's sentences; with a LANGUAGE, into this course's own translation of them."""
    from autograder.release import translations

    with one_line():
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
