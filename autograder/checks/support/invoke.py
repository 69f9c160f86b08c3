"""One call of a student's function: fresh arguments in, plain data out."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .plain import Model, Plain, Tensor, to_plain

_MAX_WARNINGS = 3
_MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class Returned:
    value: Plain
    changed: tuple[int, ...]
    warned: tuple[str, ...]


def invoke(
    function: Callable[..., object],
    arguments: Sequence[Any],
    hold: Callable[[object], Model] | None = None,
) -> Returned:
    """Call `function(*arguments)`; see which arguments it modified and which warnings it gave.

    Whatever the function raises passes through.
    """
    before = [to_plain(argument) for argument in arguments]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = to_plain(function(*arguments), hold)
    changed = tuple(
        position
        for position, (old, argument) in enumerate(zip(before, arguments, strict=True))
        if not _same(old, to_plain(argument))
    )
    warned = tuple(str(warning.message)[:_MAX_TEXT] for warning in caught[:_MAX_WARNINGS])
    return Returned(value, changed, warned)


def _same(one: Plain, other: Plain) -> bool:
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        one, other = one.array, other.array
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return (
            one.shape == other.shape
            and one.dtype == other.dtype
            and one.tobytes() == other.tobytes()
        )
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other
