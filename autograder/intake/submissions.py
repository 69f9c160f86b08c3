"""A folder of submissions: which file is whose answer to what."""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.course import Course
from autograder.intake.names import assignment_of, is_plain, student_name
from autograder.intake.reading import MAX_FILE, Submitted, UnreadableError, read
from autograder.values.errors import KitError
from autograder.values.notes import Note, note
from autograder.values.text import visible

_SUFFIXES = (".ipynb", ".py")
# Of one student's folder: a plain name comes first, so these leave room for every assignment
_MAX_READ = 60  # files
_MAX_BYTES = 8 * MAX_FILE
_MAX_NAMED = 20  # files of other kinds
_MAX_SHOWN = 200  # letters of a file's name
_MISSED = frozenset({"same_student", "closed", "too_many"})


class FolderError(KitError):
    """Nothing can be graded there; one line: where, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's answer to one assignment; `submitted` is None when it can't be read.

    `digest` stands for the file's content.
    """

    student: str
    assignment: str
    submitted: Submitted | None
    digest: bytes
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is nobody's submission, and why."""

    place: str
    why: Note

    @property
    def missed(self) -> bool:
        """Whether submissions may lie there all the same, for a person to look after."""
        return self.why.code in _MISSED


def find(
    course: Course, place: Path, student: str | None = None, only: str | None = None
) -> Iterator[Submission | Skipped]:
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
    if not name:
        raise FolderError(f"{place}: in no student's folder; give --student")
    yield from _chosen(course, student_name(name), [place.name], place.parent, only)


def _students(course: Course, folder: Path, only: str | None) -> Iterator[Submission | Skipped]:
    graded: dict[str, str] = {}
    for entry in _entries(folder):
        name = student_name(entry.name)
        if entry.is_symlink():
            yield Skipped(name, note("link"))
        elif not _is_folder(entry):
            yield Skipped(name, note("not_in_folder"))
        elif name in graded:
            yield Skipped(_shown(entry.name), note("same_student", name=_shown(graded[name])))
        else:
            graded[name] = entry.name
            yield from of_student(course, Path(entry.path), only)


def of_student(
    course: Course, folder: Path, only: str | None = None
) -> Iterator[Submission | Skipped]:
    """What one student's folder holds, as `find` gives it for the folder of all students."""
    student = student_name(folder.name)
    files, closed = _listed(folder)
    for name in closed:
        yield Skipped(f"{student}/{_shown(name)}".rstrip("/"), note("closed"))
    yield from _chosen(course, student, files, folder, only)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What is in a folder, sorted; of names in two Unicode forms the composed one first."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as why:
        raise FolderError(f"{folder}: {why.strerror}; give a folder that can be read") from None
    return sorted(found, key=_by_name)


def _by_name(entry: os.DirEntry[str]) -> tuple[str, bool, str]:
    composed = unicodedata.normalize("NFC", entry.name)
    return composed, composed != entry.name, entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _listed(folder: Path) -> tuple[list[str], list[str]]:
    """The files in a student's folder and, as in nbgrader, in its assignments' folders.

    Beside them the folders that can't be opened.
    """
    files: list[str] = []
    closed: list[str] = []
    try:
        entries = _entries(folder)
    except FolderError:
        return [], [""]
    for entry in entries:
        if not _is_folder(entry):
            files.append(entry.name)
            continue
        try:
            inner = _entries(Path(entry.path))
        except FolderError:
            closed.append(entry.name)
        else:
            files += [f"{entry.name}/{each.name}" for each in inner if not _is_folder(each)]
    return files, closed


def _chosen(
    course: Course, student: str, files: Sequence[str], folder: Path, only: str | None
) -> Iterator[Submission | Skipped]:
    """One submission for each assignment: of two files the one with the plain name."""
    kinds = [(name, PurePosixPath(name).suffix.lower()) for name in files]
    yield from _other_kinds(student, [n for n, kind in kinds if kind and kind not in _SUFFIXES])
    candidates = [name for name, kind in kinds if kind in _SUFFIXES]
    candidates.sort(key=lambda name: _rank(name, assignment_of(name, course.names)))
    best: dict[str, tuple[str, Submission]] = {}
    named: dict[str, list[str]] = {}
    looked, left = 0, _MAX_BYTES
    for name in candidates[:_MAX_READ]:
        left -= _weight(folder / name)
        if left < 0:
            break
        looked += 1
        submission = _read(course, student, folder, name)
        if isinstance(submission, Note):
            yield Skipped(f"{student}/{_shown(name)}", submission)
            continue
        assignment = submission.assignment
        named.setdefault(assignment, []).append(name)
        before = best.get(assignment)
        if before is None or _rank(name, assignment) < _rank(before[0], assignment):
            best[assignment] = (name, submission)
    if looked < len(candidates):
        yield Skipped(student, note("too_many", all=len(candidates) - looked))
    for assignment in course.names if only is None else (only,):
        if assignment in best:
            name, submission = best[assignment]
            others = sorted(each for each in named[assignment] if each != name)
            notes = [note("other_file", file=_shown(each)) for each in others]
            yield dataclasses.replace(submission, notes=(*submission.notes, *notes))


def _rank(name: str, assignment: str | None) -> tuple[bool, bool, str]:
    """The order in which files are taken for an assignment."""
    return assignment is None, assignment is None or not is_plain(name, assignment), name


def _other_kinds(student: str, names: Sequence[str]) -> Iterator[Skipped]:
    for name in names[:_MAX_NAMED]:
        yield Skipped(f"{student}/{_shown(name)}", note("other_kind"))
    if len(names) > _MAX_NAMED:
        yield Skipped(student, note("more_kinds", all=len(names) - _MAX_NAMED))


def _shown(name: str) -> str:
    """A file's or folder's name as a person may read it."""
    shown = visible(name)
    return shown if len(shown) <= _MAX_SHOWN else shown[:_MAX_SHOWN] + "…"


def _read(course: Course, student: str, folder: Path, name: str) -> Submission | Note:
    by_name = assignment_of(name, course.names)
    tasks = frozenset(task.name for each in course.assignments for task in each.tasks)
    try:
        data = _bytes(folder / name)
        submitted = read(data, notebook=name.lower().endswith(".ipynb"), tasks=tasks)
    except UnreadableError as why:
        if by_name is None:
            return note("unknown")
        return Submission(student, by_name, None, b"", (note(why.reason),))
    assignment = submitted.assignment if submitted.assignment in course.names else by_name
    if assignment is None:
        return note("unknown")
    return Submission(student, assignment, submitted, hashlib.sha256(data).digest(), ())


def _weight(file: Path) -> int:
    """The bytes that reading the file would take."""
    try:
        return min(file.lstat().st_size, MAX_FILE)
    except OSError:
        return 0


def _bytes(file: Path) -> bytes:
    """The file's content; no link is followed and nothing but a plain file is opened."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as why:
        raise UnreadableError("link" if why.errno == errno.ELOOP else "not_readable") from None
    with os.fdopen(descriptor, "rb") as opened:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not_readable")
        if status.st_size > MAX_FILE:
            raise UnreadableError("too_large")
        return opened.read(MAX_FILE + 1)
