"""The pictures that a page draws of a student's values, as an assignment declares them.

`assignments/NAME/pictures.toml` holds one `[[picture]]` for each: its kind, the visible check whose
values it shows, and its words in each language. The kinds know nothing of any subject.

    lines     numbers in their order, as a line over the reference's
    table     numbers side by side with the reference's
    surface   numbers over a grid of `columns` columns, beside the reference's
    network   numbers at the neurons and arrows of a layered graph
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final, Literal

import msgspec

from autograder.values.toml import toml_table, toml_text
from autograder.checks.content import ASSIGNMENTS, ContentError

FILE: Final = "pictures.toml"
WHOLE: Final = -1  # instead of a part: the whole answer


class Picture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture. `check`: a visible check's name, without test_; `step`: which use, from 0.

    `names`: of the numbers in their order; `layers`: of a network's neurons, layer by layer.
    `nodes` and `edges`: which part of the answer holds the numbers of a layer, or of the arrows
    that leave it (one row for each neuron that they enter). `start`, `every`: the numbers along a
    line's axis. `along`: what it or a table's names are. `low`, `high`: the ends of a surface's axes.
    """

    kind: Literal["lines", "table", "surface", "network"]
    task: str
    check: str
    title: dict[str, str]
    step: int = 0
    parts: tuple[int, ...] = (WHOLE,)
    names: list[str] = []
    layers: list[list[str]] = []
    nodes: dict[str, int] = {}
    edges: dict[str, int] = {}
    start: float = 0
    every: float = 1
    along: dict[str, str] = {}
    columns: int = 1
    low: float = 0
    high: float = 1

    @property
    def shown(self) -> list[int]:
        """The parts of the answer that the picture needs."""
        return sorted({*self.nodes.values(), *self.edges.values()} or set(self.parts))


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    picture: list[Picture] = []


@functools.cache
def pictures(course: Path, assignment: str) -> tuple[Picture, ...]:
    """The pictures of an assignment; none where it declares none. Raises ContentError."""
    place = f"{ASSIGNMENTS}/{assignment}/{FILE}"
    file = course / place
    if not file.is_file():
        return ()
    try:
        table = toml_table(toml_text(file))
        return tuple(msgspec.convert(table, _Table).picture)
    except (OSError, ValueError, msgspec.ValidationError) as why:
        raise ContentError(f"{place}: {why}; fix the file") from None
