"""A student's attempts at an assignment: numbered by time, each kept, and the one that counts.

The one that counts lies at <student>/<assignment>.ipynb, the others in .attempts/<number>/, itself
a folder of submissions.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

import msgspec

from autograder.course import Course
from autograder.intake import platforms
from autograder.intake.answers import can_be_read, was_worked_on
from autograder.intake.changes import Changes
from autograder.intake.files import MAX_FILE, UnreadableError, decoded
from autograder.intake.found import FolderError, Skipped
from autograder.intake.manifest import Attempt, Collected
from autograder.intake.names import listed, suffix_of
from autograder.intake.notebook import parse
from autograder.intake.tables import TableError, whole_rows
from autograder.values.notes import note

ATTEMPTS: Final = ".attempts"
_ROOM: Final = 8 * MAX_FILE  # bytes of one student's attempts, an equal part for each assignment
_ATTEMPT: Final = re.compile("[1-9][0-9]{0,8}")
NAMED: Final = "attempts.csv"  # beside assignments/, for attempt = "named"


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of a hand-in. `read`: how to get its bytes, None if they were not kept.

    `digest`: of these bytes; `again`: its export was read before; `stray`: what was asked for in
    that upload is another assignment.
    """

    student: str
    assignment: str
    attempt: Attempt
    read: Callable[[], bytes] | None
    size: int
    digest: str
    again: bool = False
    stray: bool = False


def named(course: Course) -> dict[tuple[str, str], int]:
    """Which attempt counts, by student and assignment. Raises TableError."""
    file = course.folder / NAMED
    if course.policy.attempt != "named" or not file.exists():
        return {}
    found: dict[tuple[str, str], int] = {}
    for row in whole_rows(file, ("student", "assignment", "attempt")):
        number = row.cells["attempt"]
        if row.cells["assignment"] not in course.names or not _ATTEMPT.fullmatch(number):
            raise TableError(f"{row.place}: give an assignment and the number of an attempt")
        if not row.cells["student"]:
            raise TableError(f"{row.place}: no student; fill it in")
        key = listed(row.cells["student"]), row.cells["assignment"]
        if key in found:
            raise TableError(f"{row.place}: a second line for this assignment; keep one")
        found[key] = int(number)
    return found


def not_there(
    by_name: Mapping[tuple[str, str], int],
    students: Collection[str],
    collected: Mapping[tuple[str, str], Collected],
) -> Iterator[Skipped]:
    """Whom attempts.csv names who is unknown, and attempts that nobody made."""
    for (student, assignment), number in by_name.items():
        if student not in students:
            yield Skipped(student, note("no_such_student", file=NAMED))
            continue
        handed = collected.get((student, assignment))
        made = 0 if handed is None else len(handed.attempts)
        if number > made:
            why = note("no_such_attempt", file=NAMED, position=number, all=made)
            yield Skipped(f"{student}/{assignment}", why)


def named_otherwise(course: Course, collected: Iterable[Collected]) -> Iterator[Skipped]:
    """Where attempts.csv names another attempt than the one that counts. Raises TableError."""
    by_name = named(course)
    for each in collected:
        number = by_name.get((each.student, each.assignment), each.counts)
        if number != each.counts:
            why = note("named_otherwise", file=NAMED, position=number, all=each.counts)
            yield Skipped(f"{each.student}/{each.assignment}", why)


def place(
    course: Course,
    changes: Changes,
    before: Collected,
    new: Sequence[Found],
    by_name: int | None,
) -> tuple[Collected, list[Skipped]]:
    """Every attempt in its place; and what a person should know of them.

    `by_name`: the number of the attempt that a person lets count. Raises FolderError.
    """
    student, assignment = before.student, before.assignment
    kept = _kept(changes, before, new)
    two_names = len({each.number for each in before.attempts}) < len(before.attempts)
    every = _in_order(_in_order((), kept) if two_names else kept, new)
    worked_on = list(_worked_on(course, every))
    counts = worked_on[-1] if by_name is None else min(by_name, len(every))
    if every[counts - 1].read is None:
        raise FolderError(
            f"{student}/{assignment}: attempt {counts} was not kept; collect its export once more"
        )
    left_out = set(_left_out(every, counts, _ROOM // len(course.names)))
    attempts = []
    for number, each in enumerate(every, start=1):
        inner = "" if number == counts else f"{ATTEMPTS}/{number}/"
        file = f"{inner}{student}/{assignment}{suffix_of(each.attempt.source)}"
        file = "" if number in left_out else file
        dated = each.attempt.dated if _is_by_platform(each) else ""
        one = msgspec.structs.replace(each.attempt, number=number, file=file, dated=dated)
        attempts.append(one)
    pairs = list(zip(attempts, every, strict=True))
    no_room = [each for one, each in pairs if not one.file and each.read is not None]
    _move(changes, kept, pairs)
    said = _doubts(every[counts - 1])
    said += _lines("changed", (each for each in kept if each.digest != each.attempt.digest))
    said += _lines("no_time", _untimed(every, kept)) + _lines("no_room", no_room)
    if by_name is None and course.policy.attempt != "best":
        said += _unordered(course, every[counts - 1], every, kept)
    if by_name is None:
        said += _passed_over(every[worked_on[0] :], every[counts - 1])
    return Collected(student, assignment, counts, attempts), said


def _in_order(kept: Sequence[Found], new: Sequence[Found]) -> list[Found]:
    """All attempts, the oldest first: by what tells the later of two, else as they arrived."""
    arrived: list[Found] = []
    for each in new:
        _insert(each, arrived)
    every = list(kept)
    for each in arrived:
        if not _is_known(each, every):
            _insert(each, every)
    return every


def _insert(new: Found, every: list[Found]) -> None:
    later = (place for place, other in enumerate(every) if _age(new, other) < 0)
    every.insert(next(later, len(every)), new)


def _age(one: Found, other: Found) -> int:
    """Whether one is older than the other, below 0, or newer, above; 0 where nothing tells."""
    first, second = one.attempt, other.attempt
    pairs: list[tuple[Any, Any]] = [(first.when, second.when)]
    if first.platform == second.platform:
        pairs += [(first.upload, second.upload)]
    pairs += [(first.dated or None, second.dated or None)]
    for mine, theirs in pairs:
        if mine is not None and theirs is not None and mine != theirs:
            return -1 if mine < theirs else 1
    return 0


def _is_by_platform(found: Found) -> bool:
    """Whether a platform dated it; what people date tells nothing of what comes another day."""
    return platforms.named(found.attempt.platform).by_assignment


def _unordered(
    course: Course, counts: Found, every: Sequence[Found], kept: Sequence[Found]
) -> list[Skipped]:
    """What arrived together with the attempt that counts, differs, and may be the later one."""
    new = [each for each in every if all(each is not one for one in kept)]
    if len(new) < 2 or all(each is not counts for each in new):
        return []
    like = [each for each in new if _age(each, counts) == 0 and each.digest != counts.digest]
    known = _work(course, counts) if like else None
    why = note("no_order", file=counts.attempt.source)
    return [
        Skipped(f"{each.student}/{each.attempt.source}", why)
        for each in like
        if _work(course, each) not in (None, known)
    ]


def _untimed(every: Sequence[Found], kept: Sequence[Found]) -> list[Found]:
    """The attempts of which nobody knows whether others are later, if one is new.

    Others have times, or were collected under another name.
    """
    untimed = [each for each in every if each.attempt.when is None]
    names = {_whose_copy(each.attempt) for each in kept if each.attempt.file}
    new = len(kept) < len(every) and len(untimed) < len(every)
    return untimed if new or len(names) > 1 else []


def _left_out(every: Sequence[Found], counts: int, room: int) -> Iterator[int]:
    """The numbers of the attempts for which there is no room; the latest ones have it first."""
    room -= every[counts - 1].size
    for number in range(len(every), 0, -1):
        each = every[number - 1]
        if number != counts:
            room -= each.size
            if room < 0 or each.read is None:
                yield number


def _kept(changes: Changes, before: Collected, new: Sequence[Found]) -> list[Found]:
    """The attempts of before, with what is in their files, or arrived once more."""
    arrived = {each.digest: each for each in new}
    kept = []
    for one in before.attempts:
        again = arrived.get(one.digest)
        found = Found(before.student, before.assignment, one, None, 0, one.digest)
        if again is not None:
            found = dataclasses.replace(found, read=again.read, size=again.size)
        kept.append(_with_file(changes, found) if one.file else found)
    return kept


def _with_file(changes: Changes, found: Found) -> Found:
    """As its file is now, else as it arrived once more."""
    file = found.attempt.file
    try:
        data = changes.before(file)
    except UnreadableError:
        if found.read is not None:
            return found
        raise FolderError(
            f"{changes.folder / file}: can't be read, but was collected; put it back, or collect "
            "all exports into a new folder"
        ) from None
    read = functools.partial(changes.before, file)
    digest = hashlib.sha256(data).hexdigest()
    return dataclasses.replace(found, read=read, size=len(data), digest=digest)


def take_away(changes: Changes, collected: Collected) -> None:
    """Take away what a student's attempts left where somebody of another name has them."""
    for each in collected.attempts:
        if each.file and _whose_copy(each) != collected.student:
            changes.remove(each.file)


def _whose_copy(attempt: Attempt) -> str:
    """The student in whose folder its copy lies."""
    return PurePosixPath(attempt.file).parent.name


def _lines(code: str, found: Iterable[Found]) -> list[Skipped]:
    return [Skipped(f"{each.student}/{each.attempt.source}", note(code)) for each in found]


def _move(
    changes: Changes, kept: Sequence[Found], attempts: Iterable[tuple[Attempt, Found]]
) -> None:
    """Write what is not in its place yet, and take away what no longer is."""
    had = {
        each.attempt.file: each.digest for each in kept if _whose_copy(each.attempt) == each.student
    }
    want = {one.file: found for one, found in attempts if one.file}
    for file in had.keys() - want.keys():
        changes.remove(file)
    for file, found in want.items():
        there = had.get(file) == found.digest and (changes.folder / file).exists()
        if found.read is not None and not there:
            changes.put(file, found.read())


def _is_known(new: Found, every: Sequence[Found]) -> bool:
    """Whether it is no new attempt, but one of these, collected again.

    What has no time is as new as its export: of an earlier version handed in once more only the
    latest attempt tells.
    """
    one = new.attempt
    like = [each.attempt for each in every if each.attempt.place == one.place]
    like = [each for each in like if each.when == one.when]
    if one.when is None and not new.again:
        like = like[-1:]
    return any(each.digest == one.digest for each in like)


def _doubts(counts: Found) -> list[Skipped]:
    """What only a person can settle about the attempt that counts, if it is new."""
    one = counts.attempt
    if counts.stray and one.when is None and not one.late:
        return [Skipped(f"{counts.student}/{one.source}", note("other_upload"))]
    return []


def _worked_on(course: Course, every: Sequence[Found]) -> Iterator[int]:
    """The number of the last attempt that was worked on, and those before it with the same work.

    Without any work it is the last one. Whose notebooks are handed in together, again and again,
    is not later by that.
    """
    last: object = None
    # of a single attempt nothing is asked: what it takes to know takes seconds to load
    for number in range(len(every), 0, -1) if len(every) > 1 else ():
        each = every[number - 1]
        work = _work(course, each)
        if work is None:
            continue
        if last is not None and work != last:
            return
        yield number
        last = work
    if last is None:
        yield len(every)


def _passed_over(later: Iterable[Found], counts: Found) -> Iterator[Skipped]:
    """A line for each later attempt that gives way to the one that counts."""
    for each in later:
        notebook = suffix_of(each.attempt.source) == ".ipynb"
        damaged = each.read is not None and not can_be_read(each.read(), notebook=notebook)
        why = note("damaged" if damaged else "untouched", file=counts.attempt.source)
        yield Skipped(f"{each.student}/{each.attempt.source}", why)


def _work(course: Course, found: Found) -> object:
    """What a student wrote, without outputs, which every run makes anew; None for nothing."""
    data = None if found.read is None else found.read()
    notebook = suffix_of(found.attempt.source) == ".ipynb"
    if data is None or not was_worked_on(course, found.assignment, data, notebook=notebook):
        return None
    try:
        cells = parse(decoded(data)).cells
        return [(cell.kind, cell.source, cell.course, cell.attachments) for cell in cells]
    except UnreadableError:  # a Python file
        return data
