"""A student's attempts at an assignment: numbered by time, each kept, and the one that counts.

The one that counts lies at <student>/<assignment>.ipynb, the others in .attempts/<number>/, itself
a folder of submissions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import msgspec

from autograder.course import Course
from autograder.intake import platforms
from autograder.intake.changes import Changes
from autograder.intake.files import UnreadableError, content, decoded
from autograder.intake.manifest import Attempt, Collected
from autograder.intake.names import student_name
from autograder.intake.notebook import parse
from autograder.intake.submissions import FolderError, Skipped, was_worked_on
from autograder.intake.tables import TableError, whole_rows
from autograder.values.notes import note

ATTEMPTS: Final = ".attempts"
NAMED: Final = "attempts.csv"  # beside assignments/, for attempt = "named"


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of a hand-in. `again`: its export was read before.

    `stray`: what was asked for in that upload is another assignment.
    """

    student: str
    assignment: str
    attempt: Attempt
    data: bytes
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
        if row.cells["assignment"] not in course.names or not number.isdecimal() or number == "0":
            raise TableError(f"{row.place}: give an assignment and the number of an attempt")
        if not row.cells["student"]:
            raise TableError(f"{row.place}: no student; fill it in")
        key = student_name(row.cells["student"]), row.cells["assignment"]
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
    kept = _kept(changes.folder, before, new)
    every = _in_order(kept, new)
    worked_on = list(_worked_on(course, every))
    counts = worked_on[-1] if by_name is None else min(by_name, len(every))
    attempts = []
    for number, each in enumerate(every, start=1):
        suffix = PurePosixPath(each.attempt.file).suffix
        inner = "" if number == counts else f"{ATTEMPTS}/{number}/"
        file = f"{inner}{student}/{assignment}{suffix}"
        dated = each.attempt.dated if _is_by_platform(each) else ""
        one = msgspec.structs.replace(each.attempt, number=number, file=file, dated=dated)
        attempts.append(one)
    _move(changes, kept, zip(attempts, every, strict=True))
    said = _doubts(every[counts - 1]) + _changed(kept)
    said += [
        Skipped(f"{student}/{each.attempt.source}", note("no_time"))
        for each in _untimed(every, kept)
    ]
    if by_name is None and course.policy.attempt != "best":
        said += _unordered(course, every[counts - 1], every, kept)
    if by_name is None:
        why = note("untouched", file=attempts[counts - 1].source)
        untouched = attempts[worked_on[0] :]
        said += [Skipped(f"{student}/{each.source}", why) for each in untouched]
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
    why = note("no_order", file=counts.attempt.source)
    return [
        Skipped(f"{each.student}/{each.attempt.source}", why)
        for each in new
        if _age(each, counts) == 0
        and _work(each) != _work(counts)
        and _has_work(course, each, alone=False)
    ]


def _untimed(every: Sequence[Found], kept: Sequence[Found]) -> list[Found]:
    """The attempts of which nobody knows whether others with times are later, if one is new."""
    untimed = [each for each in every if each.attempt.when is None]
    return untimed if len(kept) < len(every) and len(untimed) < len(every) else []


def _kept(out: Path, before: Collected, new: Sequence[Found]) -> list[Found]:
    """The attempts of before, with what is in their files, or arrived once more."""
    arrived = {each.attempt.digest: each.data for each in new}
    kept = []
    for one in before.attempts:
        try:
            data = content(out / one.file)
        except UnreadableError:
            if one.digest not in arrived:
                raise FolderError(
                    f"{out / one.file}: can't be read, but was collected; put it back, or collect "
                    "all exports into a new folder"
                ) from None
            data = arrived[one.digest]
        kept.append(Found(before.student, before.assignment, one, data))
    return kept


def _changed(kept: Iterable[Found]) -> list[Skipped]:
    """Whose files are no longer what was collected."""
    return [
        Skipped(f"{each.student}/{each.attempt.source}", note("changed"))
        for each in kept
        if hashlib.sha256(each.data).hexdigest() != each.attempt.digest
    ]


def _move(
    changes: Changes, kept: Sequence[Found], attempts: Iterable[tuple[Attempt, Found]]
) -> None:
    """Write what is not in its place yet, and take away what no longer is."""
    had = {each.attempt.file: each.data for each in kept}
    want = {one.file: found.data for one, found in attempts}
    for file in had.keys() - want.keys():
        changes.remove(file)
    for file, data in want.items():
        if had.get(file) != data or not (changes.folder / file).exists():
            changes.put(file, data)


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
    last: Found | None = None
    for number in range(len(every), 0, -1):
        each = every[number - 1]
        if not _has_work(course, each, alone=len(every) == 1):
            continue
        if last is not None and _work(each) != _work(last):
            return
        yield number
        last = each
    if last is None:
        yield len(every)


def _has_work(course: Course, found: Found, *, alone: bool) -> bool:
    # of a single attempt nothing is asked: what it takes to know takes seconds to load
    notebook = found.attempt.file.endswith(".ipynb")
    return alone or was_worked_on(course, found.assignment, found.data, notebook=notebook)


def _work(found: Found) -> object:
    """What a student wrote: without outputs, which every run makes anew."""
    try:
        cells = parse(decoded(found.data)).cells
        return [(cell.kind, cell.source, cell.course, cell.attachments) for cell in cells]
    except UnreadableError:  # a Python file
        return found.attempt.digest
