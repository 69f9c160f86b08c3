"""A result: what a grading of one student's one assignment found. The only truth; files of JSON.

Everything else (feedback, tables, gradebooks) can be made again from it. No part but `timing`
depends on when, where or beside whom the submission was graded.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from pathlib import Path
from typing import Any, Literal

import msgspec

FORMAT: Literal[1] = 1
MAX_BYTES = 1024 * 1024
SCORES = "scores.csv"  # the class's table, among the students' folders
State = Literal["passed", "partial", "failed", "not started", "missing"]
Outcome = Literal["passed", "failed", "timeout", "crashed", "refused", "error"]
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b")
# Folders of this machine that a traceback or an error's text may name, the innermost first
_PLACES = sorted(
    {sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[1])} - {"/", "/usr"},
    key=len,
    reverse=True,
)
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Letters and marks of no width or ink; control and format characters are not printable anyway
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


class Finding(msgspec.Struct, frozen=True):
    code: str
    values: dict[str, str | int | float]


class CheckResult(msgspec.Struct, frozen=True):
    id: str
    title: str
    visible: bool
    points: float
    earned: float
    outcome: Outcome
    finding: Finding | None
    message: str
    hint: str | None


class TaskResult(msgspec.Struct, frozen=True):
    name: str
    points: float
    earned: float
    state: State
    checks: list[CheckResult]


class Result(msgspec.Struct, frozen=True):
    format: int
    student: str
    assignment: str
    score: float
    max_score: float
    isolation: Literal["full", "weak"]
    tasks: list[TaskResult]
    output: str
    notes: list[str]
    key: str
    timing: dict[str, float]

    @property
    def has_error(self) -> bool:
        """Whether a check failed by its own fault rather than the student's."""
        return any(check.outcome == "error" for task in self.tasks for check in task.checks)


def clean(text: str) -> str:
    """Text of the student's side, safe to show: no control characters, no memory addresses.

    A carriage return starts its line again, as on a terminal, so progress bars keep their last
    state; a tab becomes spaces; other control characters, and those that break lines or turn the
    direction of writing, are escaped.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    kept = [line.rstrip("\r").rpartition("\r")[2].expandtabs() for line in lines]
    shown = _HARMFUL.sub(lambda match: _escaped(match[0]), "\n".join(kept))
    for place in _PLACES:
        shown = shown.replace(place, "…")
    return _ADDRESS.sub("0x…", shown)


def visible(name: str) -> str:
    """A name that a student chose, on one line, with all escaped that can't be seen in it."""
    return "".join(
        letter if letter.isprintable() and not _UNSEEN.match(letter) else _escaped(letter)
        for letter in name
    )


def _escaped(letter: str) -> str:
    code = ord(letter)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )


def encode(result: Result) -> bytes:
    """The result as the bytes of its file: UTF-8 JSON, two spaces, at most 1 MiB."""
    data = msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"
    if len(data) > MAX_BYTES:
        raise ValueError(f"a result of {len(data)} bytes; the limit is {MAX_BYTES}")
    return data


def decode(data: bytes) -> Result:
    """The result of these bytes. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Result)


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: temporary name, fsync, rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def without_timing(data: bytes) -> dict[str, Any]:
    """A result's content but for its timing, to compare two gradings."""
    content: dict[str, Any] = msgspec.json.decode(data)
    del content["timing"]
    return content
