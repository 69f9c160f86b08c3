"""From the files of one student to answers: which file counts for which assignment."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from autograder.course import Course, CourseError
from autograder.intake.files import MAX_FILE, UnreadableError
from autograder.intake.found import Answer, Skipped, Submission, shown
from autograder.intake.names import (
    assignment_of,
    has_wrong_ending,
    in_own_folder,
    is_plain,
    suffix_of,
)
from autograder.intake.reading import Submitted, read
from autograder.intake.tree import Closed, Entry
from autograder.values.notes import Note, note
from autograder.values.roles import KIT_FOLDERS, RECEIPT

SUFFIXES: Final = (".ipynb", ".py")
_ANSWERS: Final = (".pdf", ".doc", ".docx", ".hwp", ".hwpx", ".html", ".htm")  # no code to run
_ARCHIVES: Final = (".rar", ".7z", ".tar", ".gz", ".tgz", ".egg", ".alz")
_DEFINED = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
_DEEPEST: Final = 1  # folders around a notebook, below the student's
# Of one student's folder: a plain name comes first, so these leave room for every assignment
_MAX_READ = 60  # files
_MAX_BYTES = 8 * MAX_FILE
# Commas and brackets, or escapes, in all notebooks; one with more than half is refused unparsed
_MAX_ITEMS = 4_000_000
_MAX_NAMED = 20  # files of other kinds


def is_answer(name: str) -> bool:
    """Whether a file of this name may hold somebody's answers."""
    return suffix_of(name) in (*SUFFIXES, *_ANSWERS, *_ARCHIVES, ".zip")


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
            yield Skipped(f"{student}/{shown(each.entry.path)}", note("deep"))
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
            yield Skipped(f"{student}/{shown(each.path)}".rstrip("/"), note(each.reason))
        elif (why := _no_candidate(each)) is None:
            candidates.add(each)
        elif why == "other_kind":
            others.append(each.path)
        else:
            yield Skipped(f"{student}/{shown(each.path)}", note(why))
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
            yield Skipped(f"{student}/{shown(entry.path)}", submission)
            continue
        if has_wrong_ending(entry.name):
            yield Skipped(f"{student}/{shown(entry.path)}", note("wrong_ending"))
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
    if entry.suffix not in SUFFIXES or (entry.suffix == ".py" and _is_deep(entry)):
        return "other_kind"
    return None


def _is_deep(entry: Entry) -> bool:
    return len(entry.folders) > _DEEPEST


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
        shown(name) for name in sorted(one.entry.path for one in found if one is not best)
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


def can_be_read(data: bytes, *, notebook: bool) -> bool:
    """Whether this file's content is a notebook or Python file at all."""
    try:
        read(data, notebook=notebook, tasks=frozenset())
    except UnreadableError:
        return False
    return True


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
        yield Skipped(f"{student}/{shown(name)}", note("other_kind"))
    if len(names) > _MAX_NAMED:
        yield Skipped(student, note("more_kinds", all=len(names) - _MAX_NAMED))


def _is_kits(path: str) -> bool:
    """Whether the file is one that every bundle holds, or that handing in writes."""
    *folders, name = path.split("/")
    return name == RECEIPT or not KIT_FOLDERS.isdisjoint(folders)


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
