"""A folder of submissions: which file is whose answer to what."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import re
import shlex
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from autograder.course import Course, CourseError
from autograder.intake import platforms
from autograder.intake.files import MAX_FILE, UnreadableError
from autograder.intake.names import (
    assignment_of,
    has_wrong_ending,
    in_own_folder,
    is_plain,
    student_name,
    suffix_of,
)
from autograder.intake.reading import Submitted, read
from autograder.intake.tree import Closed, Entry, composed_first, members, of_file, opened, walk
from autograder.values.errors import KitError
from autograder.values.notes import Note, note
from autograder.values.roles import KIT_FOLDERS, RECEIPT
from autograder.values.text import visible

MANIFEST: Final = "manifest.json"  # of what was collected, beside the students' folders
_SUFFIXES: Final = (".ipynb", ".py")
_ANSWERS: Final = (".pdf", ".doc", ".docx", ".hwp", ".hwpx", ".html", ".htm")  # no code to run
_ARCHIVES: Final = (".rar", ".7z", ".tar", ".gz", ".tgz", ".egg", ".alz")
# Folders of programs, the kit among them, that may lie beside students'
_PROGRAMS: Final = frozenset(
    {".attempts", ".collecting", ".collected", ".ipynb_checkpoints", ".virtual_documents", ".git",
     ".github", ".venv", ".tox", ".nox", ".cache", ".local", ".config", ".vscode", ".idea",
     ".jupyter", ".ipython", ".conda", ".npm", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
)  # fmt: skip
_DEFINED = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
_DEEPEST: Final = 1  # folders around a notebook, below the student's
# Of one student's folder: a plain name comes first, so these leave room for every assignment
_MAX_READ = 60  # files
_MAX_BYTES = 8 * MAX_FILE
# Commas and brackets, or escapes, in all notebooks; one with more than half is refused unparsed
_MAX_ITEMS = 4_000_000
_MAX_SHOWN = 200  # letters of a file's name
_MAX_NAMED = 20  # files of other kinds
_MAX_LOOKED_AT = 1_000  # files of a class, for what they are called
_MISSED = frozenset(
    {"same_student", "link", "closed", "too_many", "nothing_found", "deep", "archive", "too_deep",
     "too_many_files", "broken_zip", "leaves_zip", "answer_in_no_folder", "unknown",
     "no_such_student", "no_such_attempt", "result_left_out", "class_cut_off", "other_upload",
     "zip_method", "no_time", "hidden", "unsaid", "not_readable", "too_large", "changed",
     "class_zip", "like_an_export", "no_room", "one_student", "no_order", "no_notebook",
     "zip_in_zip"}
)  # fmt: skip
_TAKEN = frozenset(
    {"other_upload", "no_time", "changed", "unsaid", "like_an_export", "one_student", "class_zip",
     "wrong_ending", "no_such_student", "no_such_attempt", "no_deadline", "result_left_out",
     "several_secrets", "class_cut_off"}
)  # fmt: skip


class FolderError(KitError):
    """Nothing can be graded there; one line: where, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's answer to one assignment; `submitted` is None when it can't be read.

    `digest` stands for the file's content; `file`: where it lies, in the student's folder;
    `others`: files for the same assignment that do not count.
    """

    student: str
    assignment: str
    submitted: Submitted | None
    digest: bytes
    notes: tuple[Note, ...]
    file: str = ""
    others: tuple[str, ...] = ()


class Answer(NamedTuple):
    """A submission, and the file that it is."""

    submission: Submission
    entry: Entry


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is nobody's submission, and why; or what there is to say of one."""

    place: str
    why: Note

    @property
    def student(self) -> str:
        """In whose folder it lies, if it lies in one."""
        return self.place.split("/")[0]

    @property
    def absent(self) -> str | None:
        """The student in whose folder nothing could be found at all."""
        whole = "/" not in self.place and self.why.code in ("nothing_found", "closed")
        return self.place if whole else None

    @property
    def taken(self) -> bool:
        """Whether nothing is left out by it, only something to know."""
        return self.why.code in _TAKEN

    @property
    def missed(self) -> bool:
        """Whether submissions may lie there all the same, for a person to look after."""
        return self.why.code in _MISSED


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
    if suffix_of(place.name) not in (*_SUFFIXES, ".zip"):
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
        yield Skipped(_shown(hidden), note("hidden"))
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
            yield Skipped(_shown(entry.name), note("same_student", name=_shown(graded[name])))
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


def is_answer(name: str) -> bool:
    """Whether a file of this name may hold somebody's answers."""
    return suffix_of(name) in (*_SUFFIXES, *_ANSWERS, *_ARCHIVES, ".zip")


def of_student(
    course: Course, folder: Path, only: str | None = None
) -> Iterator[Submission | Skipped]:
    """What one student's folder holds, as `find` gives it for the folder of all students."""
    yield from chosen(course, student_name(folder.name), opened(walk(folder)), only)


def chosen(
    course: Course, student: str, entries: Iterable[Entry | Closed], only: str | None = None
) -> Iterator[Submission | Skipped]:
    """One submission for each assignment of what a student handed in, and all else by name.

    What lies many folders deep may be a class's: only a platform says whose it is.
    """
    given = deep = 0
    for each in answers(course, student, entries, only):
        if isinstance(each, Skipped):
            yield each
        elif _is_deep(each.entry):
            deep += 1
            yield Skipped(f"{student}/{_shown(each.entry.path)}", note("deep"))
        else:
            given += 1
            yield each.submission
    if deep and not given:
        yield Skipped(student, note("nothing_found"))


def answers(
    course: Course, student: str, entries: Iterable[Entry | Closed], only: str | None = None
) -> Iterator[Answer | Skipped]:
    """As `chosen` gives it, with the files themselves: two of them may have one name."""
    candidates = _Candidates(course)
    others: list[str] = []
    closed = False
    for each in entries:
        if isinstance(each, Closed):
            closed |= not each.path
            yield Skipped(f"{student}/{_shown(each.path)}".rstrip("/"), note(each.reason))
        elif (why := _no_candidate(each)) is None:
            candidates.add(each)
        elif why == "other_kind":
            others.append(each.path)
        else:
            yield Skipped(f"{student}/{_shown(each.path)}", note(why))
    found: dict[str, list[Answer]] = {}
    looked, left, items = 0, _MAX_BYTES, _Items()
    for entry in candidates.first():
        left -= min(entry.size, MAX_FILE)
        if left < 0 or items.left < 0:
            break
        looked += 1
        submission = _read(course, student, items.counted(entry))
        if isinstance(submission, Note) and submission.code == "other_kind":
            others.append(entry.path)
            continue
        if isinstance(submission, Note):
            yield Skipped(f"{student}/{_shown(entry.path)}", submission)
            continue
        if has_wrong_ending(entry.name):
            yield Skipped(f"{student}/{_shown(entry.path)}", note("wrong_ending"))
        found.setdefault(submission.assignment, []).append(Answer(submission, entry))
    yield from _other_kinds(student, [path for path in others if not _is_kits(path)])
    if looked < candidates.count:
        yield Skipped(student, note("too_many", all=candidates.count - looked))
    if not found and not closed:
        yield Skipped(student, note("nothing_found"))
    for assignment in course.names if only is None else (only,):
        if assignment in found:
            yield _best(course, assignment, found[assignment])


class _Candidates:
    """The files that may be answers, of which only the first in order are kept."""

    def __init__(self, course: Course) -> None:
        self._names = course.names
        self._kept: list[Entry] = []
        self.count = 0

    def add(self, entry: Entry) -> None:
        self.count += 1
        self._kept.append(entry)
        if len(self._kept) > 2 * _MAX_READ:  # each keeps the zip open that it is in
            self._kept = self.first()

    def first(self) -> list[Entry]:
        return sorted(self._kept, key=self._rank)[:_MAX_READ]

    def _rank(self, entry: Entry) -> tuple[bool, tuple[bool, bool, bool, str]]:
        return _is_deep(entry), _rank(entry.path, assignment_of(entry.path, self._names))


class _Items:
    """How much JSON of one student's may still be parsed, which takes a hundred times its bytes."""

    def __init__(self) -> None:
        self.left = _MAX_ITEMS

    def counted(self, entry: Entry) -> Entry:
        """The file; reading it takes its share of what is left."""
        return dataclasses.replace(entry, read=lambda: self._read(entry))

    def _read(self, entry: Entry) -> bytes:
        data = entry.read()
        if entry.suffix == ".ipynb":
            items = max(data.count(b",") + data.count(b"["), data.count(b"\\"))
            self.left -= items if 2 * items <= _MAX_ITEMS else 0
        return data


def _no_candidate(entry: Entry) -> str | None:
    """Why the file is not looked at as a notebook or Python file; a code of the notes."""
    if entry.suffix in _ANSWERS:
        return "answer_kind"
    if entry.suffix == ".zip":
        return "zip_in_zip"
    if entry.suffix in _ARCHIVES:
        return "archive"
    if entry.suffix not in _SUFFIXES or (entry.suffix == ".py" and _is_deep(entry)):
        return "other_kind"
    return None


def _is_deep(entry: Entry) -> bool:
    return len(entry.folders) > _DEEPEST


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


def _best(course: Course, assignment: str, found: list[Answer]) -> Answer:
    """The first in order that was worked on; the others are named in its notes.

    What lies many folders deep counts only where nothing else is there.
    """
    near = [each for each in found if not _is_deep(each.entry)] or found
    near.sort(key=lambda each: _rank(each.entry.path, assignment))
    best = near[0]
    if len(near) > 1:
        released = _released(course, assignment)
        best = next((one for one in near if _has_work(one.submission.submitted, released)), best)
    others = tuple(
        _shown(name) for name in sorted(one.entry.path for one in found if one is not best)
    )
    notes = [note("other_file", file=name) for name in others]
    submission = best.submission
    counts = dataclasses.replace(submission, notes=(*submission.notes, *notes), others=others)
    return Answer(counts, best.entry)


def was_worked_on(course: Course, assignment: str, data: bytes, *, notebook: bool) -> bool:
    """Whether there is code of a student's own in this file's content."""
    try:
        submitted = read(data, notebook=notebook, tasks=_task_names(course))
    except UnreadableError:
        return False
    return _has_work(submitted, _released(course, assignment))


def _released(course: Course, assignment: str) -> Collection[str]:
    """What stands in the cells of the assignment's notebook, if the course has one."""
    # what it needs takes seconds to load, and a second file or attempt is rare
    from autograder.course import source

    try:
        return source.texts(course.folder, assignment)
    except CourseError:
        return ()


def _has_work(submitted: Submitted | None, released: Collection[str]) -> bool:
    """Whether there is more code in it than the notebook's own; none where it can't be read."""
    if submitted is None:
        return False
    texts = {text.strip() for text in released}
    return any(cell.strip() not in texts for cell in submitted.cells if cell.strip())


def _task_names(course: Course) -> frozenset[str]:
    return frozenset(task.name for each in course.assignments for task in each.tasks)


def _rank(name: str, assignment: str | None) -> tuple[bool, bool, bool, str]:
    """The order in which files are taken for an assignment: its own folder's, then plain names."""
    if assignment is None:
        return True, True, True, name
    return False, not in_own_folder(name, assignment), not is_plain(name, assignment), name


def _other_kinds(student: str, names: Sequence[str]) -> Iterator[Skipped]:
    for name in names[:_MAX_NAMED]:
        yield Skipped(f"{student}/{_shown(name)}", note("other_kind"))
    if len(names) > _MAX_NAMED:
        yield Skipped(student, note("more_kinds", all=len(names) - _MAX_NAMED))


def _is_kits(path: str) -> bool:
    """Whether the file is one that every bundle holds, or that handing in writes."""
    *folders, name = path.split("/")
    return name == RECEIPT or not KIT_FOLDERS.isdisjoint(folders)


def _shown(name: str) -> str:
    """A file's or folder's name as a person may read it."""
    shown = visible(name)
    return shown if len(shown) <= _MAX_SHOWN else shown[:_MAX_SHOWN] + "…"


def _read(course: Course, student: str, entry: Entry) -> Submission | Note:
    by_name = assignment_of(entry.path, course.names)
    notebook = entry.suffix == ".ipynb"
    try:
        data = entry.read()
        submitted = read(data, notebook=notebook, tasks=_task_names(course))
    except UnreadableError as why:
        if has_wrong_ending(entry.name):
            return note("no_notebook")
        if by_name is None and why.reason == "zip_method":
            return note(why.reason)
        if by_name is None:
            return note("unknown" if notebook else "other_kind")
        return Submission(student, by_name, None, b"", (note(why.reason),), entry.path)
    assignment = submitted.assignment if submitted.assignment in course.names else by_name
    assignment = assignment or by_tasks(course, submitted.cells)
    if assignment is None:
        return note("unknown" if notebook else "other_kind")
    digest = hashlib.sha256(data).digest()
    return Submission(student, assignment, submitted, digest, (), entry.path)


def by_tasks(course: Course, cells: Sequence[str]) -> str | None:
    """The assignment of whose tasks the code defines most, if no other has as many."""
    defined = set(_DEFINED.findall("\n".join(cells)))
    counts = {
        each.name: len(defined & {task.name for task in each.tasks}) for each in course.assignments
    }
    most = max(counts.values())
    best = [name for name, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None
