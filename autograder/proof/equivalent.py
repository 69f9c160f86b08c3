"""Mutants that are no mistakes: they answer as the solution does. Each with its reason.

`solutions/<assignment>/equivalent.toml` lists them by id; a pair of mistakes, too, where one is
what a right function makes of the other, so that it is not charged. A list that names a mutant
that there is not, or one that the checks find wrong, is a problem of the proof, too.
"""

from __future__ import annotations

from typing import Final

import msgspec

from autograder.checks.content import SOLUTIONS, ContentError
from autograder.course import Course
from autograder.values.toml import toml_table

NAME: Final = "equivalent.toml"


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`change`: the mutant's difference, for the reader; `reason`: why it is right."""

    id: str
    change: str
    reason: str


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    equivalent: list[Equivalent] = []


def load(course: Course, assignment: str) -> dict[str, Equivalent]:
    """The equivalent mutants of an assignment, by id. Raises ContentError."""
    file = course.folder / SOLUTIONS / assignment / NAME
    if not file.is_file():
        return {}
    shown = file.relative_to(course.folder)
    try:
        table = msgspec.convert(toml_table(file.read_text(encoding="utf-8")), _List)
    except (ValueError, msgspec.ValidationError) as why:
        raise ContentError(f"{shown}: {why}; fix the file") from None
    found: dict[str, Equivalent] = {}
    for each in table.equivalent:
        if each.id in found:
            raise ContentError(f"{shown}: {each.id}: this id is duplicated; take one out")
        if not each.reason.strip():
            raise ContentError(f"{shown}: {each.id}: the reason is missing; say why it is right")
        found[each.id] = each
    return found
