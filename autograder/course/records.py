"""Records that the kit keeps for itself: JSON files of a numbered format, the latest by default."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol, TypeVar

import msgspec

from autograder.course.files import write


class Record(Protocol):
    """A struct whose fields all have defaults."""

    @property
    def format(self) -> int: ...


Kind = TypeVar("Kind", bound=Record)

# What reading JSON raises that is not, or not whole, what was written
UNREADABLE: Final = (msgspec.MsgspecError, UnicodeError, RecursionError)


def load(file: Path, kind: type[Kind]) -> Kind | None:
    """The record in this file; None if it can't be read or is of another format."""
    try:
        found = msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, *UNREADABLE):
        return None
    return found if found.format == kind().format else None


def encoded(record: msgspec.Struct) -> bytes:
    """It as the bytes of its file: UTF-8, two spaces."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def save(file: Path, record: msgspec.Struct) -> None:
    """Write it, whole or not at all."""
    write(file, encoded(record))
