"""Tables that a spreadsheet opens: text is quoted, and none of it is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

from autograder.values.text import visible

_FORMULA = ("=", "+", "-", "@")
_SEPARATOR = re.compile(r"([,;\t])")  # of cells, in one spreadsheet's language or another's


def as_csv(rows: Iterable[Iterable[str | float | None]]) -> bytes:
    """Rows of text and numbers as UTF-8 with a byte order mark, which Excel asks for."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    for row in rows:
        table.writerow([cell(each) if isinstance(each, str) else each for each in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def cell(name: str) -> str:
    """A cell that a spreadsheet would take for a formula is made text, whatever separates cells.

    So is one that already looks like such a text: no two names become one.
    """
    return "".join(map(_plain_part, _SEPARATOR.split(visible(name))))


def _plain_part(part: str) -> str:
    inner = unicodedata.normalize("NFKC", part).lstrip("'\" ")
    return f"'{part}" if inner.startswith(_FORMULA) else part
