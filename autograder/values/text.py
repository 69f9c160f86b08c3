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
# Letters and marks of no width or ink
_UNSEEN = re.compile(
    "[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
# Scripts that are written with joiners: Persian, those of India, Khmer and others
_JOINING = re.compile("[\u0620-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18aa]")
_MOST_MARKS = 8  # on one letter; a pile of them covers the lines around


def clean(text: str) -> str:
    """Text of the student's side, safe to show: no control characters, no memory addresses.

    A carriage return starts its line again, as on a terminal, so progress bars keep their last
    state; a tab becomes spaces; the rest is made `legible`.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    kept = [line.rstrip("\r").rpartition("\r")[2].expandtabs() for line in lines]
    shown = legible("\n".join(kept))
    for folder in _FOLDERS:
        shown = shown.replace(folder, "…")
    return _ADDRESS.sub("0x…", shown)


def legible(text: str) -> str:
    """The text with all escaped that hides, moves or covers other text.

    That is control characters but tabs and ends of lines; what breaks lines or turns the direction
    of writing; what has no ink, where no word or emoji needs it; and piles of marks.
    """
    shown = _HARMFUL.sub(lambda match: _escaped(match[0]), text)
    if shown.isascii():
        return shown
    shown = _UNSEEN.sub(lambda match: match[0] if _is_needed(match) else _escaped(match[0]), shown)
    return _without_piles(shown)


def visible(name: str) -> str:
    """A name that a student chose, on one line, with all escaped that can't be seen in it."""
    shown = (
        letter if letter.isprintable() and not _UNSEEN.match(letter) else _escaped(letter)
        for letter in name
    )
    return _without_piles("".join(shown))


def _is_needed(unseen: re.Match[str]) -> bool:
    """Whether what has no ink is part of an emoji, a word or a drawing in Braille's dots."""
    letter, place = unseen[0], unseen.start()
    before, after = unseen.string[max(place - 1, 0) : place], unseen.string[place + 1 : place + 2]
    if letter in "\ufe0e\ufe0f":
        return _is_symbol(before) or (before in "0123456789#*" and after == "\u20e3")
    if letter == "\u200d" and _is_symbol(after) and (_is_symbol(before) or before == "\ufe0f"):
        return True
    joins = letter in "\u200b\u200c\u200d" and _JOINING.match(before) is not None
    return joins or letter == "\u2800"


def _is_symbol(letter: str) -> bool:
    return not letter.isascii() and (letter in "‼⁉〰ℹ" or unicodedata.category(letter)[0] == "S")


def _without_piles(text: str) -> str:
    """All marks that stand on one letter but the first ones are escaped; so are those on none."""
    if text.isascii():
        return text
    marks, shown = _MOST_MARKS, []
    for letter in text:
        kind = unicodedata.category(letter)
        if kind[0] == "M":
            marks += 1
        elif kind != "Cf":  # what joins letters begins none
            marks = 0
        shown.append(letter if kind[0] != "M" or marks <= _MOST_MARKS else _escaped(letter))
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
