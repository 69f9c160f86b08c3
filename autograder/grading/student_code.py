"""The source of each task's function, as a page shows it beside what was found.

It is looked for as text, since nothing of a student's runs or is parsed here: the last definition
or assignment of the task's name, to the end of its block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from autograder.grading.procedure import Graded
from autograder.grading.result import Code
from autograder.values.text import clean

_MOST_LINES: Final = 120
_MOST_LETTERS: Final = 6_000
_LONGEST_LINE: Final = 500
_LONGEST_CELL: Final = 200_000  # letters; nobody writes longer ones by hand
_CLOSES: Final = (")", "]", "}", "#")  # a line that begins so belongs to the block before it
_WRITES: Final = re.compile(r"[^=!<>]([-+*/@%&|^]|//|\*\*|<<|>>)=|\]\s*=(?!=)|\.(sort|append)\(")
_CHANGED: Final = frozenset({"changed"})  # findings about a line that writes into something


def student_code(cells: Sequence[str], graded: Sequence[Graded]) -> list[Code]:
    """The source of each task that has one, in the order of the tasks."""
    found = (_code(cells, each) for each in graded)
    return [code for code in found if code is not None]


def _code(cells: Sequence[str], graded: Graded) -> Code | None:
    place = _found(cells, graded.task.name)
    if place is None:
        return None
    index, lines, first, last = place
    shown = lines[first : last + 1][:_MOST_LINES]
    text = "\n".join(clean(line[:_LONGEST_LINE])[:_LONGEST_LINE] for line in shown)[:_MOST_LETTERS]
    marked = _marked(graded, index + 1, lines, range(first + 1, last + 2))
    return Code(graded.task.name, index + 1, first + 1, last + 1, text, marked)


def _found(cells: Sequence[str], task: str) -> tuple[int, list[str], int, int] | None:
    """The index of the cell, its lines, and the first and last line of the definition.

    One within a text of several lines is meant only where there is no other.
    """
    places = list(_definitions(cells, task))
    if not places:
        return None
    index, lines, number, _ = next((place for place in places if not place[3]), places[0])
    return index, lines, _start(lines, number), _end(lines, number)


def _definitions(cells: Sequence[str], task: str) -> Iterator[tuple[int, list[str], int, bool]]:
    """The lines that define the task, the last one first, and whether a text is open there."""
    defines = re.compile(
        rf"[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]+{task}\b|{task}\b[^=(\[]*=(?!=)"
    )
    for index in range(len(cells) - 1, -1, -1):
        if task not in cells[index] or len(cells[index]) > _LONGEST_CELL:
            continue
        lines = re.split("\r\n|\r|\n", cells[index])
        quotes = list(accumulate(lines, lambda before, line: _quotes(line, before), initial=""))
        for number in range(len(lines) - 1, -1, -1):
            if defines.match(lines[number]):
                yield index, lines, number, bool(quotes[number])


def _start(lines: Sequence[str], number: int) -> int:
    """The first of the decorators above this line."""
    while number > 0 and lines[number - 1].lstrip().startswith("@"):
        number -= 1
    return number


def _end(lines: Sequence[str], number: int) -> int:
    """The last line of the block that begins here."""
    indent, last, quotes = _indent(lines[number]), number, _quotes(lines[number], "")
    for place in range(number + 1, len(lines)):
        line = lines[place]
        inside = quotes or not line.strip() or line.lstrip().startswith(_CLOSES)
        if not inside and _indent(line) <= indent:
            break
        quotes = _quotes(line, quotes)
        if line.strip() and (_indent(line) > indent or quotes or not line.startswith("#")):
            last = place
    return last


def _indent(line: str) -> int:
    return len(line.expandtabs()) - len(line.expandtabs().lstrip())


def _quotes(line: str, open_with: str) -> str:
    """The triple quotes that are open after this line, if they were `open_with` before."""
    for match in re.finditer(r'"""|\'\'\'', line):
        if not open_with:
            open_with = match[0]
        elif open_with == match[0]:
            open_with = ""
    return open_with


def _marked(graded: Graded, cell: int, lines: Sequence[str], own: range) -> list[int]:
    """The lines that visible findings are about, none where numbers of lines can't be relied on."""
    if any(line.lstrip().startswith(("%", "!")) for line in lines):
        return []
    marked = set(_of_findings(graded, cell))
    if any(run.finding and run.finding.code in _CHANGED for run in graded.runs):
        marked |= {number for number in own if _WRITES.search(lines[number - 1])}
    return sorted(marked & set(own))


def _of_findings(graded: Graded, cell: int) -> Iterator[int]:
    for run in graded.runs:
        values = run.finding.values if run.finding is not None and run.check.visible else {}
        if values.get("cell") == cell and isinstance(line := values.get("line"), int):
            yield line
