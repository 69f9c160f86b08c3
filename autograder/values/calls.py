"""One call of a student's function: fresh arguments in, plain data out."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.values.plain import Model, Tensor, Value, to_value

_MAX_WARNINGS = 3
_MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class CallOutcome:
    value: Value
    changed: tuple[int, ...]
    warned: tuple[str, ...]


def invoke(
    function: Callable[..., object],
    arguments: Sequence[Any],
    hold: Callable[[object], Model] | None = None,
) -> CallOutcome:
    """Call `function(*arguments)`; see which arguments it modified and which warnings it gave.

    Whatever the function raises passes through.
    """
    before = [to_value(argument) for argument in arguments]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = to_value(function(*arguments), hold)
    changed = tuple(
        position
        for position, (old, argument) in enumerate(zip(before, arguments, strict=True))
        if not _same(old, to_value(argument))
    )
    warned = tuple(str(warning.message)[:_MAX_TEXT] for warning in caught[:_MAX_WARNINGS])
    return CallOutcome(value, changed, warned)


def _same(one: Value, other: Value) -> bool:
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
