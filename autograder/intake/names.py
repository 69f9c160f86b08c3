"""What a name says: a folder's, who the student is; a file's, which assignment it answers."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from autograder.values.text import visible

SCORES = "scores.csv"  # the class's table, among the students' folders
_LONGEST = 255  # bytes of a folder's name
_CUT = 200
_EDGES = re.compile("^ +| +$")
_COPY = re.compile(r"[\s_-]*(?:\(\d+\)|-?\s?copy\s?\d*(?:\s?\(\d+\))?|복사본(?:\s?\(\d+\))?|\d+)\Z")


def student_name(folder: str) -> str:
    r"""The name of the student whose folder is called this, itself a name for a folder.

    Two folders have one student's name only if theirs differ in nothing but the Unicode form.
    What can't be seen is escaped with a backslash, and so is a backslash; no ordinary name
    changes. A name that is too long, or that the table of scores has, gets another one.
    """
    name = unicodedata.normalize("NFC", folder)
    safe = visible(name.replace("\\", r"\x5c"))
    safe = _EDGES.sub(lambda spaces: r"\x20" * len(spaces[0]), safe)
    if safe.casefold() == SCORES:
        return safe.replace(".", r"\x2e")
    if len(safe.encode()) <= _LONGEST:
        return safe
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return safe.encode()[:_CUT].decode(errors="ignore") + rf"\~{digest}"


def valid_student(name: str) -> bool:
    """Whether a person may give this as a student's name."""
    return bool(name.strip()) and name not in (".", "..") and not set(name) & {"/", "\\", "\0"}


def assignment_of(file: str, assignments: Collection[str]) -> str | None:
    """The assignment that the file's name says, else its folder's, below the student's."""
    path = PurePosixPath(file)
    for name in (path.stem, path.parent.name):
        plain = _plain(name)
        if plain in assignments:
            return plain
        for each in assignments:
            if plain.startswith(each) and _COPY.match(plain, len(each)):
                return each
    return None


def is_plain(file: str, assignment: str) -> bool:
    """Whether the file is called what its assignment is called."""
    return _plain(PurePosixPath(file).stem) == assignment


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()
