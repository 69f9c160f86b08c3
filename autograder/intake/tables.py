"""A table that a person or a platform wrote: CSV with any of the usual separators and encodings."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.intake.files import UnreadableError, content, decoded
from autograder.values.errors import KitError


class TableError(KitError):
    """A table can't be used; one line: file and line, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: where it stands, and its cells by their column's plain name."""

    place: str
    cells: Mapping[str, str]

    def first(self, columns: Sequence[str]) -> str:
        """The first of these columns that has something in it."""
        return next((self.cells[name] for name in columns if self.cells.get(name)), "")


def plain(text: str) -> str:
    """A name for comparing: composed, without case, spaces at the ends and a spreadsheet's mark."""
    return unicodedata.normalize("NFKC", text).strip().lstrip("'\ufeff").strip().casefold()


def lines(file: Path) -> tuple[list[list[str]], str]:
    """All cells as they stand, and the separator. Raises TableError."""
    found, separator = _numbered(file)
    return [cells for _, cells in found], separator


def rows(file: Path) -> list[Row]:
    """The rows of a list below its heading, without empty ones. Raises TableError."""
    heading, found = _below_heading(file)
    return [
        Row(f"{file}:{number}", dict(zip(heading, map(_cell, cells), strict=False)))
        for number, cells in found
    ]


def whole_rows(file: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a table that a person keeps, each with all of these columns on a line of its own.

    Raises TableError for any that lacks one or may have swallowed another.
    """
    heading, found = _below_heading(file)
    for name in columns:
        if name not in heading:
            listed = ", ".join(heading)
            raise TableError(f"{file}: no column is called {name!r}; it has {listed}")
        if heading.count(name) > 1:
            raise TableError(f"{file}:1: several columns are called {name!r}; keep one")
    most = 1 + max(heading.index(name) for name in columns)
    for number, cells in found:
        place = f"{file}:{number}"
        if any("\n" in cell or "\r" in cell for cell in cells):
            raise TableError(f"{place}: a cell goes on in the next line; close its quote")
        if len(cells) < most or any(cell.strip() for cell in cells[len(heading) :]):
            raise TableError(
                f"{place}: {len(cells)} cells for {len(heading)} columns; add what is missing, "
                "or quote the cell with a separator in it"
            )
    return [
        Row(f"{file}:{number}", dict(zip(heading, map(_cell, cells), strict=False)))
        for number, cells in found
    ]


def _below_heading(file: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The columns' plain names, and what stands below, with the lines' numbers."""
    found, _ = _numbered(file)
    if not found:
        raise TableError(f"{file}: empty; its first line should name the columns")
    heading = [plain(cell) for cell in found[0][1]]
    return heading, [each for each in found[1:] if any(cell.strip() for cell in each[1])]


def _numbered(file: Path) -> tuple[list[tuple[int, list[str]]], str]:
    """All cells, with the number of the line in which each row begins; and the separator."""
    try:
        text = decoded(content(file))
    except UnreadableError:
        raise TableError(f"{file}: can't be read as text; save it as CSV in UTF-8") from None
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found, number = [], 1
    try:
        for cells in reader:
            found.append((number, cells))
            number = reader.line_num + 1
    except csv.Error as why:
        raise TableError(f"{file}:{number}: {why}; see to its quotes, or save it again") from None
    return found, separator


def _cell(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
