"""What is in a platform's export: whose answers, handed in when, and what could not be read."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.intake import platforms
from autograder.intake.answers import answers, can_be_read, is_answer, was_worked_on
from autograder.intake.attempts import Found
from autograder.intake.files import UnreadableError
from autograder.intake.found import FolderError, Skipped
from autograder.intake.manifest import Attempt, Manifest
from autograder.intake.names import suffix_of
from autograder.intake.people import People, Who
from autograder.intake.platforms import HandIn, Platform
from autograder.intake.said_apart import in_utc
from autograder.intake.submissions import hidden_students
from autograder.intake.tree import Closed, Entry, empty_folders, members, of_file, opened, walk
from autograder.values.notes import Note, note
from autograder.values.text import visible

_MAX_LEVELS: Final = 3  # folders around an export


class Reader:
    """Reads exports, one after the other, beside what was collected before; writes nothing.

    `exports`: marks of all that were ever read; `unknown`: who is not in the roster, and why;
    `answered`: whether anything is an answer, even one that can't be read.
    """

    def __init__(self, course: Course, people: People, before: Manifest) -> None:
        self._course, self._people = course, people
        self._before = {(each.student, each.assignment) for each in before.collected}
        self.exports = set(before.exports)
        self.students = {each.student: each for each in before.students}
        self.found: dict[tuple[str, str], list[Found]] = {}
        self.platforms: list[str] = []
        self.skipped: list[Skipped] = []
        self.unknown: list[str] = []
        self.answered = False

    def read(self, source: Path, name: str | None) -> None:
        """Read one export. `name`: its platform, if a person said so."""
        listed = list(walk(source, most=None) if source.is_dir() else members("", source))
        for each in listed:
            if isinstance(each, Closed):
                self._skip(each.path or source.name, note(each.reason))
        for hidden in hidden_students(source) if source.is_dir() else ():
            self._skip(hidden, note("hidden"))
        files = [each for each in listed if isinstance(each, Entry)]
        files += empty_folders(source)
        known = self._course.names, self._people.knows
        entries, platform = without_folders_around(source, files, name, *known)
        if entries and entries[0].path != files[0].path:
            entries = self._of_one(source, files, entries, platform)
        self._take(source, platform, entries)

    def read_hand_ins(self, zips: Sequence[Path], naming: str, doubted: Iterable[Path]) -> None:
        """Read zips that students handed in. `doubted`: those that look like exports."""
        for each in doubted:
            self._skip(each.name, note("like_an_export"))
        entries = [of_file(each) for each in zips]
        self._take(zips[0].absolute().parent, platforms.named(naming), entries)

    def _of_one(
        self, source: Path, files: list[Entry], cut: list[Entry], platform: Platform
    ) -> list[Entry]:
        """Of a class of one nobody knows: with the folder around, if that may be the student's."""
        students = {each.path.split("/")[0] for each in cut}
        parts = cut[0].path.split("/")
        if platform.name != "folder" or len(students) > 1 or parts[1] in self._course.names:
            return cut
        inner = parts[0]
        start = len(files[0].path) - len(cut[0].path)
        outer = files[0].path[:start].rstrip("/").rpartition("/")[2]
        if self._people.knows(inner):
            return cut
        chosen = outer if source.is_dir() else inner
        self._skip(f"{outer}/{inner}", note("one_student", name=visible(chosen)))
        if chosen == inner:
            return cut
        return [dataclasses.replace(each, path=f"{outer}/{each.path}") for each in cut]

    def _take(self, source: Path, platform: Platform, entries: Sequence[Entry]) -> None:
        """Take what is in an export, by the names that its platform gives."""
        self.platforms.append(f"{source.name}: {platform.name}")
        export = platforms.export(platform, entries)
        for entry in export.nobodys:
            code = "answer_in_no_folder" if is_answer(entry.name) else "not_in_folder"
            self._skip(entry.path, note(code))
        for twin, other in export.twins.items():
            self._skip(twin, note("same_student", name=visible(other)))
        for place in export.unsaid:
            self._skip(place, note("unsaid"))
        whose = self._people.of_export(each.person for each in export.hand_ins)
        for person in dict.fromkeys(each.person for each in export.hand_ins):
            self._meet(whose[person])
        uploads = [
            [
                found
                for student in whose[each.person].students
                for found in self._answers(student.student, whose[each.person], each, source)
            ]
            for each in export.hand_ins
        ]
        self._keep(source, platform, uploads)

    def _skip(self, place: str, why: Note) -> None:
        self.skipped.append(Skipped(visible(place), why))

    def _meet(self, who: Who) -> None:
        for student in who.students:
            self.students.setdefault(student.student, student)
            if who.unknown and not student.enrolled:
                self.unknown.append(f"{student.student}: {who.unknown}")

    def _answers(self, student: str, who: Who, handed: HandIn, source: Path) -> Iterator[Found]:
        """What one hand-in of one student answers."""
        moments = [self._course.policy.moment(each) for each in handed.times]
        when = in_utc(max(moments)) if moments else None
        for each in answers(self._course, student, opened(handed.entries)):
            if isinstance(each, Skipped):
                self.skipped.append(each)
                continue
            submission, entry = each
            self.answered = True
            over = note("passed_over", file=visible(entry.path))
            self.skipped += [Skipped(f"{student}/{name}", over) for name in submission.others]
            try:
                data = entry.read()
            except UnreadableError as why:
                self.skipped.append(Skipped(f"{student}/{visible(entry.path)}", note(why.reason)))
                continue
            digest = hashlib.sha256(data).hexdigest()
            attempt = Attempt(
                0, when, handed.late, handed.platform, _whole(handed.place),
                visible(f"{source.name}/{handed.place}{entry.path}"),
                digest, f"{student}/{submission.assignment}{entry.suffix}", who.ids,
                handed.upload, handed.dated,
            )  # fmt: skip
            again = functools.partial(_once_more, handed.entries, entry.path, digest)
            yield Found(student, submission.assignment, attempt, again, len(data), digest)

    def _keep(self, source: Path, platform: Platform, uploads: Sequence[Sequence[Found]]) -> None:
        """Note down what is in one export, and what of it came with another assignment's."""
        mark = _mark(source, uploads)
        again = mark in self.exports
        self.exports.add(mark)
        had = Counter(assignment for _, assignment in {*self._before, *self.found})
        counts = Counter(name for upload in uploads for name in _assignments(upload))
        answered = sum(map(bool, uploads))
        untouched = 0
        for upload in uploads:
            own = _asked_for(_assignments(upload), counts, answered, had)
            for each in upload:
                stray = platform.by_assignment and each.assignment not in own
                if stray and own and not self._is_worked_on(each):
                    untouched += 1
                    continue
                found = dataclasses.replace(each, again=again, stray=stray)
                self.found.setdefault((each.student, each.assignment), []).append(found)
                self._people.remember(each.student, each.attempt.ids)
        if untouched:
            self._skip(source.name, note("came_along", all=untouched))

    def _is_worked_on(self, found: Found) -> bool:
        """Whether something was done in it; what can't be read counts as work."""
        assert found.read is not None
        data, course = found.read(), self._course
        notebook = suffix_of(found.attempt.source) == ".ipynb"
        work = was_worked_on(course, found.assignment, data, notebook=notebook)
        return work or not can_be_read(data, notebook=notebook)


def _once_more(entries: Iterable[Entry], path: str, digest: str) -> bytes:
    """A file of a hand-in that was read before. Raises FolderError if it is another one now."""
    around = (each for each in entries if f"{path}/".startswith(f"{each.path}/"))
    for each in opened(around):
        if isinstance(each, Entry) and each.path == path:
            try:
                data = each.read()
            except UnreadableError:
                continue
            if hashlib.sha256(data).hexdigest() == digest:
                return data
    raise FolderError(f"{visible(path)}: changed while it was collected; collect again")


def _mark(source: Path, uploads: Iterable[Iterable[Found]]) -> str:
    """What tells an export from others: its name and all answers in it."""
    lines = [source.name]
    for upload in uploads:
        for found in upload:
            one = found.attempt
            lines.append(f"{found.assignment}/{one.when}/{one.place}/{one.digest}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def _assignments(upload: Iterable[Found]) -> set[str]:
    return {each.assignment for each in upload}


def _asked_for(
    mine: set[str], counts: Mapping[str, int], answered: int, had: Mapping[str, int]
) -> set[str]:
    """The assignments of an upload for which its export was made.

    They are what most uploads of it answer; of an upload for several those that few handed in
    before, since who hands in all notebooks each time hands in the earlier ones, too.
    """
    most = max(counts.values(), default=0)
    usual = {name for name in mine if counts[name] == most or 2 * counts[name] > answered}
    if len(mine) < 2:
        return usual
    fresh = {name for name in usual if 2 * had[name] < counts[name]}
    usual = fresh or {name for name in usual if 2 * counts[name] > had[name]}
    return usual or {min(mine, key=lambda name: (had[name], -counts[name], name))}


def without_folders_around(
    source: Path,
    entries: list[Entry],
    name: str | None,
    assignments: Sequence[str],
    knows: Callable[[str], bool],
) -> tuple[list[Entry], Platform]:
    """The entries as the platform names them, without folders around all of them.

    Where a platform names the folder itself, that is what was given, as a folder or a zip. A
    folder of somebody whom the class knows stays: what is in it is theirs.
    """
    files = [each.path for each in entries if not each.is_folder]
    export = platforms.export_of(source, files, name)
    if export is not None:
        outer = files[0][: export.around]
        return [
            dataclasses.replace(each, path=export.before + each.path[export.around :])
            for each in entries
            if each.path.startswith(outer)
        ], export.platform
    for _level in range(_MAX_LEVELS):
        paths = [each.path for each in entries if not each.is_folder]
        platform = platforms.named(name) if name else platforms.recognised(paths)
        if platform.name not in ("folder", "nbgrader") and platforms.fits(platform, paths):
            return entries, platform
        around = {each.path.split("/")[0] for each in entries}
        answers = [path.split("/") for path in paths if is_answer(path)]
        deep = all(len(parts) > 2 and parts[1] not in assignments for parts in answers)
        if len(around) != 1 or not deep or not answers or any(map(knows, around)):
            return entries, platform
        cut = len(around.pop()) + 1
        entries = [dataclasses.replace(each, path=each.path[cut:]) for each in entries]
    return entries, platform


def _whole(name: str) -> str:
    """A name without halves of characters, as a file can hold it."""
    return name.encode("utf-8", "replace").decode()
