"""`autograder new`: an assignment as a running example, and, if there is none yet, its course.

All of it is written or nothing. What a person wrote into course.toml stays as it is: the
assignment's table is put after it as text.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from autograder.authoring.from_template import filled, untranslated
from autograder.checks.content import ASSIGNMENTS, FOLDERS, SENTENCES
from autograder.course import CourseError, table
from autograder.course.files import write
from autograder.course.table import NAMES, TABLE
from autograder.values.words import ENGLISH

_TABLE: Final = "course.toml"  # of a course or an assignment, in their templates
_TASKS: Final = ("NAME_scaled", "NAME_normalized")  # of the example
_PARTS: Final = 2  # of a place: what is moved as a whole, assignments/trend say


@dataclass(frozen=True, slots=True)
class _Course:
    """A course as it is, or as it begins. `files`: what it begins with, by place."""

    table: bytes
    languages: Sequence[str]
    tasks: Collection[str] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def new(folder: Path, name: str, languages: Sequence[str] = ()) -> Iterator[str]:
    """Write the assignment `name` into the course in `folder`; a line for each thing written.

    `languages` begin a course where there is none. Raises CourseError, and OSError when
    something can't be written.
    """
    if not table.is_name(name):
        raise CourseError(f"{name!r} is not a valid name; {NAMES}")
    course = (_known if (folder / TABLE).exists() else _begun)(folder, languages)
    names = {task: _free_name(task.replace("NAME", name), course.tasks) for task in _TASKS}
    files = filled("assignment", {"NAME": name, **names}, course.languages)
    after = _joined(course.table, files.pop(_TABLE))
    placed = {**course.files, **_placed(files, name, course.languages)}
    _require_free(folder, [*placed, *(f"{each}/{name}.py" for each in FOLDERS)])
    table.parse(after.decode("utf-8-sig"), folder)
    _write(folder, placed, after)
    yield from (f"wrote {place}" for place in (*course.files, *(f"{f}/{name}" for f in FOLDERS)))
    yield f"added its table to {TABLE}"


def _known(folder: Path, languages: Sequence[str]) -> _Course:
    course = table.load(folder)
    if languages:
        raise CourseError(f"{folder / TABLE} says the course's languages; leave out --languages")
    tasks = [task.name for each in course.assignments for task in each.tasks]
    return _Course((folder / TABLE).read_bytes(), course.languages, tasks)


def _begun(folder: Path, languages: Sequence[str]) -> _Course:
    """A course that has no assignment yet, with a guide in each language."""
    if not languages:
        raise CourseError(
            f"{folder / TABLE}: there is no such file; give the course's folder, or begin a "
            "course there with --languages en"
        )
    own = folder.resolve().name.lower().replace("-", "_")
    names = {
        "NAME": own if table.is_name(own) else "course",
        "LANGUAGES": json.dumps(list(languages)),
    }
    files = filled("course", names, languages)
    english = files[_guide(ENGLISH)]
    guides = {
        f"{ASSIGNMENTS}/{_guide(each)}": files.get(_guide(each))
        or f"{untranslated(each)}translate this page.\n\n{english}"
        for each in languages
    }
    return _Course(files[_TABLE].encode(), languages, files=guides)


def _guide(language: str) -> str:
    return f"guide.{language}.md"


def _require_free(folder: Path, places: Iterable[str]) -> None:
    for place in places:
        target = folder.joinpath(*Path(place).parts[:_PARTS])
        if target.exists():
            raise CourseError(f"{target} is there already; choose another name, or move it away")


def _free_name(name: str, taken: Collection[str]) -> str:
    """This name, or the first with a number that no task has."""
    names = (name, *(f"{name}_{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def _joined(before: bytes, own: str) -> bytes:
    """course.toml with one more table, in its own line ends."""
    text = own if before.endswith(b"\n") else f"\n{own}"
    ends = "\r\n" if b"\r\n" in before else "\n"
    return before + f"\n{text}".replace("\n", ends).encode()


def _placed(files: Mapping[str, str], name: str, languages: Sequence[str]) -> dict[str, str]:
    """The template's files by their places in a course."""
    placed = {}
    for place, text in files.items():
        folder, _, file = place.partition("/")
        if file != SENTENCES or set(languages) != {ENGLISH}:  # the docstrings' language
            placed[f"{folder}/{name}/{file}"] = text
    return placed


def _write(folder: Path, files: Mapping[str, str], course: bytes) -> None:
    """Write these files and course.toml, all or none.

    They are written in a folder beside their places, and then moved there; course.toml is last.
    """
    made = [each for each in (folder, *(folder / f for f in FOLDERS)) if not each.exists()]
    moved: list[Path] = []
    try:
        for each in made:
            each.mkdir(parents=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as stage:
            for place, text in files.items():
                file = Path(stage, place)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
            for part in sorted(Path(stage).glob("/".join("*" * _PARTS))):
                target = folder / part.relative_to(stage)
                part.rename(target)
                moved.append(target)
        write(folder / TABLE, course)
    except BaseException:
        for target in moved:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        for each in reversed(made):
            with contextlib.suppress(OSError):
                each.rmdir()
        raise
