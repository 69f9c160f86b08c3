"""A folder of submissions: the students' folders in it, and what each of them holds."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.intake import platforms
from autograder.intake.answers import SUFFIXES, chosen, is_answer
from autograder.intake.found import FolderError, Skipped, Submission, shown
from autograder.intake.names import assignment_of, student_name, suffix_of
from autograder.intake.tree import Entry, composed_first, members, of_file, opened, walk
from autograder.values.notes import note

MANIFEST: Final = "manifest.json"  # of what was collected, beside the students' folders
# Folders of programs, the kit among them, that may lie beside students'
_PROGRAMS: Final = frozenset(
    {".attempts", ".collecting", ".collected", ".ipynb_checkpoints", ".virtual_documents", ".git",
     ".github", ".venv", ".tox", ".nox", ".cache", ".local", ".config", ".vscode", ".idea",
     ".jupyter", ".ipython", ".conda", ".npm", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
)  # fmt: skip
_MAX_LOOKED_AT = 1_000  # files of a class, for what they are called


def find(
    course: Course, place: Path, student: str | None = None, only: str | None = None
) -> Iterator[Submission | Skipped]:
    """The submissions below `place`, a folder of students or a single file, sorted.

    `student`: of a folder this student's alone, of a file whose it is.
    Raises FolderError when `place` does not exist or can't be read.
    """
    if place.is_dir():
        yield from _students(course, place, student, only)
        return
    if not place.is_file():
        raise FolderError(f"{place}: no such file or folder; give the folder of submissions")
    if suffix_of(place.name) not in (*SUFFIXES, ".zip"):
        raise FolderError(f"{place}: not a notebook or Python file; give a .ipynb or .py")
    name = student if student is not None else place.resolve().parent.name
    if not name:
        raise FolderError(f"{place}: in no student's folder; give --student")
    if student is None and place.suffix.lower() == ".zip" and _is_class(course, place):
        yield Skipped(student_name(name), note("class_zip"))
    yield from chosen(course, student_name(name), opened([of_file(place)]), only)


def require_no_export(place: Path) -> None:
    """Raises FolderError for what a platform made, where no name is a student's alone."""
    if (place / MANIFEST).is_file() or not (place.is_dir() or place.suffix.lower() == ".zip"):
        return
    first = islice(walk(place) if place.is_dir() else members("", place), _MAX_LOOKED_AT)
    paths = [each.path for each in first if isinstance(each, Entry)]
    export = platforms.export_of(place, paths)
    if export is not None:
        raise FolderError(
            f"{place}: an export of {export.platform.name}; collect it first: autograder collect "
            f"{shlex.quote(str(place))} --out SUBMISSIONS, and grade SUBMISSIONS"
        )


def _is_class(course: Course, file: Path) -> bool:
    """Whether several folders in a zip answer one assignment, as those of several students do."""
    paths = [each.path.split("/") for each in members("", file) if isinstance(each, Entry)]
    paths = [parts for parts in paths if is_answer(parts[-1]) and len(parts) > 1]
    while len({parts[0] for parts in paths}) == 1 and min(map(len, paths)) > 2:
        paths = [parts[1:] for parts in paths]
    answered = {(parts[0], assignment_of("/".join(parts), course.names)) for parts in paths}
    assignments = [name for folder, name in answered if name and folder not in course.names]
    return len(assignments) > len(set(assignments))


def _students(
    course: Course, folder: Path, student: str | None, only: str | None
) -> Iterator[Submission | Skipped]:
    graded: dict[str, str] = {}
    wanted = None if student is None else student_name(student)
    entries = _entries(folder)
    for hidden in hidden_students(folder) if wanted is None else ():
        yield Skipped(shown(hidden), note("hidden"))
    for entry in entries:
        name = student_name(entry.name)
        manifest = entry.name == MANIFEST and not _is_folder(entry)
        if manifest or (wanted is not None and name != wanted):
            continue
        if entry.is_symlink():
            yield Skipped(name, note("link"))
        elif not _is_folder(entry):
            kind = "answer_in_no_folder" if is_answer(entry.name) else "not_in_folder"
            yield Skipped(name, note(kind))
        elif name in graded:
            yield Skipped(shown(entry.name), note("same_student", name=shown(graded[name])))
        else:
            graded[name] = entry.name
            yield from of_student(course, Path(entry.path), only)
    if wanted is not None and not graded:
        raise FolderError(f"{folder}: no student's folder is called {student!r} there")


def hidden_students(folder: Path) -> list[str]:
    """The folders that may be students', but that are passed over, since a dot begins their names.

    They hold answers, themselves or one level deeper, and are no program's own.
    """
    names = sorted(each.name for each in folder.iterdir()) if os.access(folder, os.R_OK) else []
    hidden = [name for name in names if name.startswith(".") and name not in _PROGRAMS]
    return [name for name in hidden if _has_answers(folder / name)]


def _has_answers(folder: Path, levels: int = 2) -> bool:
    try:
        with os.scandir(folder) as scanned:
            inside = list(scanned)
    except OSError:
        return False
    return any(
        _has_answers(Path(each.path), levels - 1) if _is_folder(each) and levels > 1
        else not _is_folder(each) and is_answer(each.name)
        for each in inside
    )  # fmt: skip


def of_student(
    course: Course, folder: Path, only: str | None = None
) -> Iterator[Submission | Skipped]:
    """What one student's folder holds, as `find` gives it for the folder of all students."""
    yield from chosen(course, student_name(folder.name), opened(walk(folder)), only)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What is in a folder, sorted; of names in two Unicode forms the composed one first."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as why:
        raise FolderError(f"{folder}: {why.strerror}; give a folder that can be read") from None
    return sorted(found, key=lambda entry: composed_first(entry.name))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
