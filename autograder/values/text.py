"""Text of the student's side, made safe to show."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b")
# Folders of this machine that a traceback or an error's text may name, the innermost first
_FOLDERS = sorted(
    {sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[2])} - {"/", "/usr"},
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
_MOST_MARKS = 8  # on one letter; a pile of them covers the lines around


def clean(text: str) -> str:
    """Text of the student's side, safe to show: no control characters, no memory addresses.

    A carriage return starts its line again, as on a terminal, so progress bars keep their last
    state; a tab becomes spaces; other control characters, and those that break lines or turn the
    direction of writing, are escaped.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    kept = [line.rstrip("\r").rpartition("\r")[2].expandtabs() for line in lines]
    shown = _HARMFUL.sub(lambda match: _escaped(match[0]), "\n".join(kept))
    for folder in _FOLDERS:
        shown = shown.replace(folder, "…")
    return _without_piles(_ADDRESS.sub("0x…", shown))


def visible(name: str) -> str:
    """A name that a student chose, on one line, with all escaped that can't be seen in it."""
    shown = (
        letter if letter.isprintable() and not _UNSEEN.match(letter) else _escaped(letter)
        for letter in name
    )
    return _without_piles("".join(shown))


def _without_piles(text: str) -> str:
    """All marks that stand on one letter but the first ones are escaped."""
    if text.isascii():
        return text
    marks, shown = 0, []
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        shown.append(letter if marks <= _MOST_MARKS else _escaped(letter))
    return "".join(shown)


def columns(text: str) -> int:
    """Columns on a terminal: a wide letter, Hangul say, takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most `width` columns, broken between words; each with the indent.

    A word that is longer stands alone on its line.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(indent + word)
    return lines


def _escaped(letter: str) -> str:
    code = ord(letter)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
