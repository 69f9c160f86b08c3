"""A folder of submissions: which file is whose answer to what."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course

from .reading import MAX_FILE, Handed, UnreadableError, read

_SUFFIXES = (".ipynb", ".py")
_COPY = re.compile(r"[\s_-]*(?:\(\d+\)|-?\s?copy\s?\d*(?:\s?\(\d+\))?|복사본(?:\s?\(\d+\))?|\d+)\Z")


class FolderError(Exception):
    """Nothing can be graded there; one line: where, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a submission: a code of the notes and its values."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


def note(code: str, **values: str | int) -> Note:
    return Note(code, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's answer to one assignment; `handed` is None when it can't be read."""

    student: str
    assignment: str
    handed: Handed | None
    data: bytes
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A file or folder that is nobody's submission, and why."""

    place: str
    why: Note


def find(
    course: Course, place: Path, student: str | None = None, only: str | None = None
) -> Iterator[Submission | Passed]:
    """The submissions below `place`, a folder of students or a single file, sorted.

    Raises FolderError when `place` does not exist or can't be read.
    """
    if place.is_dir():
        yield from _students(course, place, only)
        return
    if not place.is_file():
        raise FolderError(f"{place}: no such file or folder; give the folder of submissions")
    if place.suffix.lower() not in _SUFFIXES:
        raise FolderError(f"{place}: not a notebook or Python file; give a .ipynb or .py")
    name = student if student is not None else place.resolve().parent.name
    yield from _chosen(course, name, [place], place.parent, only)


def valid_student(name: str) -> bool:
    """Whether the name can be a folder of the results."""
    return bool(name.strip()) and name not in (".", "..") and not set(name) & {"/", "\\", "\0"}


def _students(course: Course, folder: Path, only: str | None) -> Iterator[Submission | Passed]:
    taken: set[str] = set()
    for entry in _entries(folder):
        name = unicodedata.normalize("NFC", entry.name)
        if entry.is_symlink():
            yield Passed(entry.name, note("link"))
        elif not entry.is_dir():
            yield Passed(entry.name, note("not_in_folder"))
        elif name in taken or not valid_student(name):
            yield Passed(entry.name, note("same_student" if name in taken else "bad_name"))
        else:
            taken.add(name)
            yield from of_student(course, entry, only)


def of_student(
    course: Course, folder: Path, only: str | None = None
) -> Iterator[Submission | Passed]:
    """What one student's folder holds, as `find` gives it for the folder of all students."""
    name = unicodedata.normalize("NFC", folder.name)
    yield from _chosen(course, name, _files(folder), folder, only)


def _entries(folder: Path) -> list[Path]:
    try:
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as why:
        raise FolderError(f"{folder}: {why.strerror}; give a folder that can be read") from None
    return sorted(entries, key=lambda entry: (unicodedata.normalize("NFC", entry.name), entry.name))


def _files(folder: Path) -> list[Path]:
    """The files in a student's folder and, as in nbgrader, in its assignments' folders."""
    found: list[Path] = []
    try:
        for entry in _entries(folder):
            if entry.is_dir() and not entry.is_symlink():
                found += [each for each in _entries(entry) if not each.is_dir()]
            elif not entry.is_dir() or entry.is_symlink():
                found.append(entry)
    except FolderError:
        return found
    return found


def _chosen(
    course: Course, student: str, files: Iterable[Path], folder: Path, only: str | None
) -> Iterator[Submission | Passed]:
    """One submission for each assignment: of two files the one with the plain name."""
    candidates: dict[str, list[tuple[bool, Path, Submission]]] = {}
    for file in files:
        shown = f"{student}/{file.relative_to(folder)}"
        if file.suffix.lower() not in _SUFFIXES:
            if file.suffix:
                yield Passed(shown, note("other_kind"))
            continue
        submission = _read(course, student, file, folder)
        if isinstance(submission, Note):
            yield Passed(shown, submission)
        elif only is None or submission.assignment == only:
            rank = not _is_plain(file, submission.assignment)
            candidates.setdefault(submission.assignment, []).append((rank, file, submission))
    for name in course.names:
        ranked = sorted(candidates.get(name, []), key=lambda each: (each[0], str(each[1])))
        if ranked:
            others = [note("other_file", file=str(f.relative_to(folder))) for _, f, _ in ranked[1:]]
            chosen = ranked[0][2]
            yield Submission(
                chosen.student, name, chosen.handed, chosen.data, (*chosen.notes, *others)
            )


def _read(course: Course, student: str, file: Path, folder: Path) -> Submission | Note:
    by_name = _assignment_of(course, file, folder)
    tasks = frozenset(task.name for each in course.assignments for task in each.tasks)
    try:
        data = _bytes(file)
        handed = read(data, notebook=file.suffix.lower() == ".ipynb", tasks=tasks)
    except UnreadableError as why:
        if by_name is None:
            return note("unknown")
        return Submission(student, by_name, None, b"", (note(why.reason),))
    name = handed.assignment if handed.assignment in course.names else by_name
    if name is None:
        return note("unknown")
    return Submission(student, name, handed, data, ())


def _bytes(file: Path) -> bytes:
    """The file's content; no link is followed and nothing but a plain file is opened."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise UnreadableError("link" if file.is_symlink() else "not_readable") from None
    with os.fdopen(descriptor, "rb") as opened:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not_readable")
        if status.st_size > MAX_FILE:
            raise UnreadableError("too_large")
        return opened.read(MAX_FILE + 1)


def _assignment_of(course: Course, file: Path, folder: Path) -> str | None:
    """The assignment that the file's name says, else its folder's."""
    names = [file.stem]
    if file.parent != folder:
        names.append(file.parent.name)
    for name in names:
        plain = _plain(name)
        for candidate in (plain, _COPY.sub("", plain)):
            if candidate in course.names:
                return candidate
    return None


def _is_plain(file: Path, assignment: str) -> bool:
    return _plain(file.stem) == assignment


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()
