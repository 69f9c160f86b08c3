"""Conditions that no check meets, because no argument of the task may be like that.

`solutions/<assignment>/outside.toml` lists them with the reason:

    [[outside]]
    task = "mean"                              # or several: ["mean", "median"]
    conditions = ["x: none", "x: beyond *"]    # * stands for anything
    why = "x holds at least one number, none of them above 2"

A condition that is neither met nor listed is a hole in the checks. What is listed and not needed is
a problem of the proof, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

import msgspec

from autograder.checks.content import SOLUTIONS, ContentError
from autograder.course import Course
from autograder.values.toml import toml_table

NAME: Final = "outside.toml"
UNMET: Final = ": no check meets"  # in the line of such a hole

Unmet = Mapping[str, Sequence[str]]  # conditions that no check meets, by task


class Outside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the list."""

    task: str | list[str]
    conditions: list[str]
    why: str

    @property
    def tasks(self) -> list[str]:
        return [self.task] if isinstance(self.task, str) else self.task

    def fits(self, condition: str) -> bool:
        return any(fnmatchcase(condition, pattern) for pattern in self.conditions)


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outside: list[Outside] = []


@dataclass(frozen=True, slots=True)
class Reason:
    """Why no check of the task meets these conditions."""

    task: str
    conditions: tuple[str, ...]
    why: str


def load(course: Course, assignment: str) -> list[Outside]:
    """What the assignment says about its domain, in its order. Raises ContentError."""
    file = course.folder / SOLUTIONS / assignment / NAME
    if not file.is_file():
        return []
    shown = file.relative_to(course.folder)
    try:
        table = msgspec.convert(toml_table(file.read_text(encoding="utf-8")), _List)
    except (ValueError, msgspec.ValidationError) as why:
        raise ContentError(f"{shown}: {why}; fix the file") from None
    known = course.assignment(assignment).points
    for each in table.outside:
        for task in each.tasks:
            if task not in known:
                tasks = ", ".join(known)
                raise ContentError(f"{shown}: {assignment} has no task {task!r}; it has {tasks}")
        if not each.why.strip():
            tasks = ", ".join(each.tasks)
            raise ContentError(f"{shown}: {tasks}: the reason is missing; say why it can't come")
    return table.outside


def reasons(listed: Sequence[Outside], unmet: Unmet) -> list[Reason]:
    """The conditions that are explained, each once, with the first reason for it."""
    found = []
    for task, conditions in unmet.items():
        left = list(conditions)
        for each in listed:
            own = tuple(filter(each.fits, left)) if task in each.tasks else ()
            if own:
                found.append(Reason(task, own, each.why))
                left = [condition for condition in left if condition not in own]
    return found


def problems(assignment: str, listed: Sequence[Outside], unmet: Unmet) -> Iterator[str]:
    """A line for the unexplained conditions of each argument, and for each entry without need."""
    for task, conditions in unmet.items():
        own = [each for each in listed if task in each.tasks]
        holes = [c for c in conditions if not any(each.fits(c) for each in own)]
        for names in _by_argument(holes):
            yield f"{assignment}: {task}{UNMET} {_quoted(names)}"
    for entry in listed:
        for what in _stale(entry, unmet):
            yield f"{SOLUTIONS}/{assignment}/{NAME}: {what}; take it out"


def _by_argument(conditions: Sequence[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for condition in conditions:
        groups.setdefault(condition.partition(": ")[0], []).append(condition)
    return list(groups.values())


def _stale(entry: Outside, unmet: Unmet) -> Iterator[str]:
    """What of the entry no unmet condition needs: one of its tasks, or of its conditions."""
    needed = {task: list(filter(entry.fits, unmet.get(task, ()))) for task in entry.tasks}
    for task, conditions in needed.items():
        if not conditions and len(needed) > 1:
            yield f"{task}: checks meet all that is listed here, or it has no such conditions"
    for pattern in entry.conditions:
        if not any(fnmatchcase(each, pattern) for found in needed.values() for each in found):
            tasks = ", ".join(entry.tasks)
            yield f"{tasks}: a check meets {_quoted([pattern])}, or there is no such condition"


def _quoted(names: Sequence[str]) -> str:
    """As they are written in the list."""
    return ", ".join(f'"{name}"' for name in names)
