"""What a name says: a folder's, who the student is; a file's, which assignment it answers."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from itertools import takewhile
from pathlib import PurePosixPath

from autograder.values.text import visible

SCORES = "scores.csv"  # the class's table, among the students' folders
CLASS_PAGE = "index.html"
# What the class has of its own there: no student is called so
CLASS_FILES = frozenset({
    SCORES, CLASS_PAGE, "index-without-names.html", "statistics.jsonl", "grades.csv", "class.json",
    "manifest.json",
})  # fmt: skip
# What a browser or a system puts behind a name of which there is one already
COPY = r"[\s_-]*(?:\(\d+\)|-?\s?copy\s?\d*(?:\s?\(\d+\))?|복사본(?:\s?\(\d+\))?|\d+)"
_LONGEST = 255  # bytes of a folder's name
_CUT = 200
_EDGES = re.compile("^ +| +$")
_NO_NAME = re.compile(r"[\\/]|^\.|^\Z")  # escaped, elsewhere, hidden, nothing
_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U(00(?:0[0-9a-f]|10)[0-9a-f]{4}))")
_SHORTENED = re.compile(r"\\~[0-9a-f]{16}\Z")
_MARK = re.compile(r"(^|[,;\t])'(?=[' ]*[-=+@＝＋－＠])")  # before what looks like a formula
_WRONG_ENDING = re.compile(r"(?<=\.ipynb)(?: ?\(\d+\))?\.(?:txt|json)\Z", re.IGNORECASE)
_COPY = re.compile(rf"{COPY}\Z")


def student_name(folder: str) -> str:
    r"""The name of the student whose folder is called this, itself a name for a folder.

    Two folders have one student's name only if theirs differ in nothing but the Unicode form.
    What can't be seen is escaped with a backslash, and so is a backslash; no ordinary name
    changes. A name that is too long, or that the table of scores has, gets another one.
    """
    name = unicodedata.normalize("NFC", folder)
    safe = visible(name.replace("\\", r"\x5c"))
    safe = _EDGES.sub(lambda spaces: r"\x20" * len(spaces[0]), safe)
    if safe.casefold() in CLASS_FILES:
        return safe.replace(".", r"\x2e")
    if len(safe.encode()) <= _LONGEST:
        return safe
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return safe.encode()[:_CUT].decode(errors="ignore") + rf"\~{digest}"


def spelled(name: str) -> str:
    """The student's name, also where it is given as `student_name` has spelled it."""
    if _SHORTENED.search(name):
        return name
    return student_name(_ESCAPED.sub(lambda match: chr(int(match[match.lastindex or 0], 16)), name))


def listed(cell: str) -> str:
    """The student whom a person's table names, as scores.csv or as the student's folder does."""
    return spelled(_MARK.sub(r"\1", cell))


def name_for(person: str) -> str:
    """The student's name for whom a platform calls this: one that `student_name` leaves as it is.

    Where letters had to go, digits tell it from another's.
    """
    name = student_name(person)
    plain = _NO_NAME.sub("_", name)
    if plain == name:
        return name
    composed = unicodedata.normalize("NFC", person)
    digest = hashlib.sha256(composed.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain.encode()[:_CUT].decode(errors='ignore')}~{digest}"


def valid_student(name: str) -> bool:
    """Whether a person may give this as a student's name."""
    return bool(name.strip()) and name not in (".", "..") and not set(name) & {"/", "\\", "\0"}


def assignment_of(file: str, assignments: Collection[str]) -> str | None:
    """The assignment that the file's name says, else its folder's, below the student's."""
    path = PurePosixPath(file)
    for name in (_stem(path.name), path.parent.name):
        plain = _plain(name)
        if plain in assignments:
            return plain
        for each in assignments:
            if plain.startswith(each) and _COPY.match(plain, len(each)):
                return each
    return None


def in_own_folder(file: str, assignment: str) -> bool:
    """Whether the file lies in the folder of its assignment, below the student's.

    A folder in a zip says so only where the zip itself lies in none.
    """
    folders = file.split("/")[:-1]
    outside = list(takewhile(lambda name: not name.lower().endswith(".zip"), folders))
    return bool(folders) and _plain((outside or folders)[-1]) == assignment


def is_plain(file: str, assignment: str) -> bool:
    """Whether the file is called what its assignment is called."""
    return _plain(_stem(PurePosixPath(file).name)) == assignment


def has_wrong_ending(name: str) -> bool:
    """Whether a browser or a mail program seems to have added an ending to a notebook's name."""
    return _WRONG_ENDING.search(name) is not None


def suffix_of(name: str) -> str:
    """What kind of file has this name: its ending, or the one that it had."""
    return PurePosixPath(_WRONG_ENDING.sub("", name)).suffix.lower()


def _stem(name: str) -> str:
    return PurePosixPath(_WRONG_ENDING.sub("", name)).stem


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()
