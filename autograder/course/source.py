"""A percent file (assignments/<name>/notebook.py) as typed cells. The only importer of jupytext.

What a notebook could not be made of is refused with one line, `SourceError`:
"file:line: what is wrong; what to do".
"""

from __future__ import annotations

import functools
import importlib
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from autograder.checks.content import ASSIGNMENTS
from autograder.course import source_rules, table
from autograder.course.source_rules import CODE_ROLES, Cell, Kind, Role, Wrong
from autograder.course.table import Course, CourseError

# Words that nbgrader acts on, wherever they stand in a cell.
NBGRADER_MARKERS: Final = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "BEGIN HIDDEN TESTS",
    "END HIDDEN TESTS",
    "BEGIN MARK SCHEME",
    "END MARK SCHEME",
    "AUTOTEST",
)

_MARKER = re.compile(r"\s*#\s*%%")
_KNOWN_MARKER = re.compile(r'# %%( \[markdown\])?((?: (?:lang|role|task|check)="\w*")*)')
_HEADER = re.compile(r"# ---\n(#.*\n)*?# ---\n")
_FORMAT = {"extension": ".py", "format_name": "percent", "comment_magics": False}


def _import_jupytext() -> Any:
    """jupytext, without the grammars of addresses that a library of a library of it builds first.

    Building them takes some seconds, and nothing here asks for them.
    """
    unwanted = "rfc3987_syntax"
    if unwanted in sys.modules:
        return importlib.import_module("jupytext")
    cast(dict[str, Any], sys.modules)[unwanted] = None  # as if it were not installed
    try:
        return importlib.import_module("jupytext")
    finally:
        del sys.modules[unwanted]


jupytext = _import_jupytext()


class SourceError(CourseError):
    """A source can't be used; the message is one line: file:line: what is wrong; what to do."""


@dataclass(frozen=True)
class Source:
    assignment: str
    cells: tuple[Cell, ...]

    def in_language(self, language: str) -> list[Cell]:
        """The cells of a notebook in this language, in order."""
        return [cell for cell in self.cells if cell.language in (None, language)]


def load_all(course: Course) -> dict[str, Source]:
    """The sources of all assignments, in the course's order. Raises SourceError."""
    return {name: load(course, name) for name in course.names}


def load(course: Course, name: str) -> Source:
    """Read and validate one source. Raises SourceError."""
    path = course.folder / ASSIGNMENTS / name / "notebook.py"
    place = path.relative_to(course.folder).as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SourceError(
            f"{place}:1: there is no such file; write it or take the assignment out of course.toml"
        ) from None
    except (OSError, UnicodeDecodeError) as why:
        raise SourceError(f"{place}:1: can't be read ({why}); save it as UTF-8 text") from None
    try:
        _refuse_markers(text)
        cells = _read(text, course.languages)
        tasks = [task.name for task in course.assignment(name).tasks]
        source_rules.require(cells, tasks, course.languages)
    except Wrong as wrong:
        raise SourceError(f"{place}:{wrong.line}: {wrong}") from None
    return Source(name, tuple(cells))


@functools.cache
def texts(folder: Path, name: str) -> frozenset[str]:
    """What stands in the cells of the notebook of the course in `folder`, in each language.

    Raises SourceError.
    """
    return frozenset(cell.text for cell in load(table.load(folder), name).cells)


def _refuse_markers(text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        for marker in NBGRADER_MARKERS:
            if marker in line:
                raise Wrong(number, f"{marker!r} is a word that nbgrader acts on; leave it out")


def _read(text: str, languages: Sequence[str]) -> list[Cell]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if _MARKER.match(line)]
    if not starts:
        raise Wrong(1, "there is no cell; begin the first one with a `# %%` line")
    before = "\n".join(lines[: starts[0] - 1]) + "\n"
    if _HEADER.sub("", before, count=1).strip():
        raise Wrong(1, "there is text before the first cell; begin it with a `# %%` line")
    metadata = [_metadata(lines[start - 1], start) for start in starts]
    texts = _texts(lines, starts)
    cells = []
    ends = [*starts[1:], len(lines) + 1]
    for start, end, (kind, meta), content in zip(starts, ends, metadata, texts, strict=True):
        if not content.strip():
            raise Wrong(start, "the cell is empty; fill it or take it out")
        if kind == "markdown":
            _require_comments(lines, start, end)
        _require_language(meta, kind, start, languages)
        cells.append((_markdown if kind == "markdown" else _code)(meta, content, start))
    return cells


def _metadata(line: str, number: int) -> tuple[Kind, dict[str, str]]:
    """Kind and keys of a `# %%` line."""
    known = _KNOWN_MARKER.fullmatch(line)
    pairs = re.findall(r'(\w+)="(\w*)"', known[2]) if known else []
    if known is None or len(dict(pairs)) < len(pairs):
        raise Wrong(
            number,
            f"`{line.strip()}` begins no cell; after `# %%` or `# %% [markdown]` stand lang, "
            'role, task or check, each once, each with a value in "…"',
        )
    return "markdown" if known[1] else "code", dict(pairs)


def _texts(lines: list[str], starts: list[int]) -> list[str]:
    """What jupytext makes of the cells that begin at these lines."""
    first = starts[0] - 1
    found = jupytext.reads("\n".join(lines[first:]), fmt=_FORMAT).cells
    if len(found) != len(starts):
        for count, start in enumerate(starts, 1):
            if len(jupytext.reads("\n".join(lines[first:start]), fmt=_FORMAT).cells) != count:
                raise Wrong(
                    start,
                    "this stands inside a string or a fenced block; write it there "
                    "in another way than as the beginning of a cell",
                )
        raise Wrong(1, "jupytext reads other cells here; begin each with a `# %%` line")
    return [cell.source.rstrip() for cell in found]


def _require_comments(lines: list[str], start: int, end: int) -> None:
    for number in range(start + 1, end):
        line = lines[number - 1]
        if line.strip() and line != "#" and not line.startswith("# "):
            raise Wrong(number, "a markdown line must start with `# `; put that in front")


def _require_language(
    meta: dict[str, str], kind: Kind, line: int, languages: Sequence[str]
) -> None:
    """Prose says its language, unless the course has only one; code may have twins, too."""
    language = meta.get("lang")
    missing = language is None and kind == "markdown" and len(languages) > 1
    if missing or (language is not None and language not in languages):
        choice = " or ".join(f'lang="{each}"' for each in languages)
        raise Wrong(line, f"this cell needs one of the course's languages; write {choice}")


def _markdown(meta: dict[str, str], text: str, line: int) -> Cell:
    language = meta.pop("lang", None)
    role = meta.pop("role", "text")
    if role not in ("text", "written") or meta:
        raise Wrong(
            line, 'a markdown cell has no other key than lang and role="written"; take the rest out'
        )
    return Cell("markdown", text, language, cast(Role, role), None, line)


def _code(meta: dict[str, str], text: str, line: int) -> Cell:
    language = meta.pop("lang", None)
    if len(meta) != 1:
        raise Wrong(line, "a code cell has exactly one of role, task and check; write one of them")
    [(key, value)] = meta.items()
    if key in ("task", "check"):
        return Cell("code", text, language, cast(Role, key), value, line)
    if value not in CODE_ROLES:
        raise Wrong(line, f"a code cell has no role {value!r}; use one of " + ", ".join(CODE_ROLES))
    return Cell("code", text, language, cast(Role, value), None, line)
