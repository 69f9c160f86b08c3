"""Figures of a class's tasks, checks and mistakes: without names, to be kept for later classes.

`statistics.jsonl` holds a line for each task, check and mistake. A later class is compared with
it, and an author sees what never fails anybody.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from autograder.course import records
from autograder.reports.entries import Entry, TaskEntry
from autograder.values.errors import KitError

NAME: Final = "statistics.jsonl"
_FEWEST: Final = 10  # students, for a figure that compares them
_MAX_FILE: Final = 16 * 1024 * 1024


class StatisticsError(KitError):
    """A file of statistics can't be used; one line."""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A task, or a check or mistake of it, in one class.

    `students`: who handed the assignment in; `begun`: who began the task; `count`: of these who
    passed (task), failed (check) or made it (mistake; the name "" stands for none recognised,
    the code of a finding for an error);
    `share`: the mean share of the points, `discrimination`: its correlation with the rest of the
    assignment's score; both of tasks alone, and of those who began the task.
    """

    kind: Literal["task", "check", "mistake"]
    assignment: str
    task: str
    name: str
    students: int
    begun: int
    count: int
    share: float | None = None
    discrimination: float | None = None


def lines(entries: Iterable[Entry]) -> list[Line]:
    """The figures of a class, assignment by assignment, task by task."""
    by_assignment: dict[str, list[Entry]] = defaultdict(list)
    for each in entries:
        by_assignment[each.assignment].append(each)
    found: list[Line] = []
    for assignment, own in by_assignment.items():
        for place in range(len(own[0].tasks)):
            found += _of_task(assignment, own, place)
    return found


def _of_task(assignment: str, own: Sequence[Entry], place: int) -> list[Line]:
    tasks = [each.tasks[place] for each in own]
    begun = [task for task in tasks if task.begun]
    name = tasks[0].name
    base = (assignment, name)
    size = (len(tasks), len(begun))
    share = sum(task.earned for task in begun) / (sum(task.points for task in begun) or 1)
    passed = sum(task.state == "passed" for task in tasks)
    rest = [(task.earned, each.score - task.earned)
            for each, task in zip(own, tasks, strict=True) if task.begun]  # fmt: skip
    found = [
        Line("task", *base, name, *size, passed, round(share, 4), _correlation(rest)),
    ]
    ids = [check.id for check in tasks[0].checks]
    failed = Counter(check.id for task in begun for check in task.checks if check.failed)
    found += [Line("check", *base, id, *size, failed[id]) for id in ids]
    made = Counter(mistake_of(task) for task in begun if mistake_of(task) is not None)
    ordered = sorted(made.items(), key=lambda item: (-item[1], str(item[0])))
    found += [Line("mistake", *base, str(id), *size, count) for id, count in ordered]
    return found


def mistake_of(task: TaskEntry) -> str | None:
    """The mistake in a task that was begun: its id, or the code of a finding that says enough.

    "" for wrong answers without a name, None for no mistake.
    """
    if not task.begun or not task.wrong:
        return None
    return task.hint or task.plain


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's; None where there are too few, or one side is all the same."""
    if len(pairs) < _FEWEST:
        return None
    count = len(pairs)
    x, y = sum(a for a, _ in pairs) / count, sum(b for _, b in pairs) / count
    xx, yy = sum((a - x) ** 2 for a, _ in pairs), sum((b - y) ** 2 for _, b in pairs)
    if xx < 1e-9 or yy < 1e-9:
        return None
    return round(sum((a - x) * (b - y) for a, b in pairs) / math.sqrt(xx * yy), 3)


def together(classes: Iterable[Iterable[Line]]) -> list[Line]:
    """Checks and mistakes of several classes as if they were one."""
    found: dict[tuple[str, str, str, str], Line] = {}
    for line in (line for each in classes for line in each if line.kind != "task"):
        name = (line.kind, line.assignment, line.task, line.name)
        known = found.get(name)
        found[name] = line if known is None else msgspec.structs.replace(
            line,
            students=known.students + line.students,
            begun=known.begun + line.begun,
            count=known.count + line.count,
        )  # fmt: skip
    return list(found.values())


def encode(found: Iterable[Line]) -> bytes:
    """The figures as JSON Lines."""
    return b"".join(msgspec.json.encode(line) + b"\n" for line in found)


def load(file: Path) -> list[Line]:
    """The figures in a file. Raises StatisticsError."""
    try:
        if file.stat().st_size > _MAX_FILE:
            raise StatisticsError(f"{file}: too large for statistics; give another file")
        rows = file.read_bytes().splitlines()
    except OSError as why:
        raise StatisticsError(f"{file}: {why.strerror}; give a folder of results") from None
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(msgspec.json.decode(row, type=Line))
        except records.UNREADABLE as why:
            raise StatisticsError(
                f"{file}:{number}: {why}; make it again with `autograder report`"
            ) from None
    return found
