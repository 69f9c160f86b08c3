"""What is easily taken for another: names of functions and classes, arguments of calls.

Python's and NumPy's stand here; a course adds those of the libraries that it uses in
`solutions/siblings.toml`:

    [names]         # what may stand in a name's place
    Linear = ["Bilinear"]
    [keywords]      # what may be added to a call
    Linear = ["bias=False"]
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from autograder.checks.content import SOLUTIONS, ContentError
from autograder.course import Course
from autograder.values.toml import toml_table

FILE: Final = f"{SOLUTIONS}/siblings.toml"
_NAMES: Final[dict[str, list[str]]] = {
    "argmin": ["argmax", "min"], "argmax": ["argmin", "max"], "min": ["max"], "max": ["min"],
    "sum": ["mean", "max", "prod"], "mean": ["sum", "max"], "outer": ["inner", "multiply"],
    "exp": ["exp2", "expm1"], "sqrt": ["square"], "round": ["int"], "float": ["int"],
    "permutation": ["integers", "choice"],
}  # fmt: skip
_KEYWORDS: Final[dict[str, list[str]]] = {"sum": ["axis=0"], "enumerate": ["start=1"]}


@dataclass(frozen=True, slots=True)
class Siblings:
    """By name: other names, and arguments that a call may have besides."""

    names: Mapping[str, list[str]]
    keywords: Mapping[str, list[str]]

    def of_name(self, name: str) -> list[str]:
        return self.names.get(name, [])

    def of_call(self, name: str) -> list[ast.keyword]:
        return [_keyword(text) for text in self.keywords.get(name, ())]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: dict[str, list[str]] = {}
    keywords: dict[str, list[str]] = {}


def load(course: Course) -> Siblings:
    """The kit's and the course's own. Raises ContentError."""
    file = course.folder / FILE
    table = _Table()
    try:
        if file.is_file():
            table = msgspec.convert(toml_table(file.read_text(encoding="utf-8")), _Table)
    except (ValueError, msgspec.ValidationError) as why:
        raise ContentError(f"{FILE}: {why}; fix the file") from None
    try:
        for texts in table.keywords.values():
            for text in texts:
                _keyword(text)
    except (SyntaxError, ValueError):
        raise ContentError(f"{FILE}: {text!r} is no argument; write bias=False, say") from None
    return Siblings(_joined(_NAMES, table.names), _joined(_KEYWORDS, table.keywords))


def _joined(ours: dict[str, list[str]], theirs: dict[str, list[str]]) -> dict[str, list[str]]:
    names = [*ours, *(name for name in theirs if name not in ours)]
    return {name: [*ours.get(name, []), *theirs.get(name, [])] for name in names}


def _keyword(text: str) -> ast.keyword:
    call = ast.parse(f"f({text})", mode="eval").body
    assert isinstance(call, ast.Call)
    [keyword] = call.keywords
    return keyword
