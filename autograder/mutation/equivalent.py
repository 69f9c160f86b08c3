"""Mutants that are no mistakes: they answer as the solution does. Each with its reason.

`equivalent/<assignment>.toml` lists them by id. A list that names a mutant that there is not, or
one that the checks find wrong, is an error, too.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import msgspec

FOLDER: Final = Path(__file__).parent / "equivalent"


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`change`: the mutant's difference, for the reader; `reason`: why it is right."""

    id: str
    change: str
    reason: str


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    equivalent: list[Equivalent] = []


class EquivalentError(Exception):
    """A list can't be used; one line: the file, why."""


def load(assignment: str, folder: Path = FOLDER) -> dict[str, Equivalent]:
    """The equivalent mutants of an assignment, by id. Raises EquivalentError."""
    file = folder / f"{assignment}.toml"
    if not file.is_file():
        return {}
    try:
        table = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), _List)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as why:
        raise EquivalentError(f"{file}: {why}") from None
    found = {each.id: each for each in table.equivalent}
    if len(found) < len(table.equivalent):
        raise EquivalentError(f"{file}: an id stands twice")
    for each in table.equivalent:
        if not each.reason.strip():
            raise EquivalentError(f"{file}: {each.id}: the reason is missing")
    return found
