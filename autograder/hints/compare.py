"""Whether two answers are the same: plain data within the checks' tolerance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.checks.expect import ABSOLUTE, RELATIVE, SINGLE, TRAINED, tolerance
from autograder.hints.declare import Projection
from autograder.values.plain import Model, NotNumbers, Tensor, Value, as_array
from autograder.values.trace import MODEL, OUTPUTS, PARAMETERS, Asked, Step

Within = tuple[float, float]  # absolute, relative
EXACT: Within = (ABSOLUTE, RELATIVE)


def same(one: Value, other: Value, within: Within = EXACT) -> bool:
    """Whether both hold the same numbers in the same shape, or the same text, or None."""
    if isinstance(one, Model) or isinstance(other, Model):
        return isinstance(one, Model) and isinstance(other, Model)
    if one is None or other is None or isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    left, right = numbers_of(one), numbers_of(other)
    if left is not None and right is not None:
        return _close(left, right, within)
    if not isinstance(one, (list, tuple)) or not isinstance(other, (list, tuple)):
        return False
    return len(one) == len(other) and all(
        same(a, b, within) for a, b in zip(one, other, strict=True)
    )


def numbers_of(value: Value) -> NDArray[np.float64] | None:
    """The value as one array; a single number has the shape (). None when it is no array."""
    try:
        array = as_array(value)
    except (NotNumbers, ValueError):
        return None
    return array.reshape(()) if array.shape == (1,) else array


def _close(one: NDArray[np.float64], other: NDArray[np.float64], within: Within) -> bool:
    if one.shape != other.shape:
        return False
    with np.errstate(invalid="ignore"):
        near = np.abs(one - other) <= tolerance(other, *within)
    same_kind = (one == other) | (np.isnan(one) & np.isnan(other))
    return bool((near | same_kind).all())


def within_of(step: Step) -> Within:
    """How far two honest computations of this step may lie apart."""
    if step.verb == PARAMETERS:
        return TRAINED
    if step.verb in (MODEL, OUTPUTS) or any(isinstance(a, Model) for a in step.arguments):
        return SINGLE
    return EXACT


def same_value(one: Step, other: Step) -> bool:
    """Whether both calls gave the same answer, or both none."""
    if one.raised or other.raised:
        return one.raised and other.raised
    return same(one.value, other.value, within_of(one))


def same_projection(
    projection: Projection, task: str, mine: Sequence[Step], theirs: Sequence[Step]
) -> bool:
    """Whether the projection shows the same of both; answers that it can't read are compared."""
    one, other = list(_calls(task, mine)), list(_calls(task, theirs))
    seen = []
    for calls in (one, other):
        try:
            seen.append(projection(calls))
        except Exception:
            seen.append(None)
    if seen[0] is not None and seen[1] is not None:
        return bool(seen[0] == seen[1])
    if seen[0] is not None or seen[1] is not None:
        return False
    return all(map(same_value, mine, theirs))


def _calls(task: str, steps: Sequence[Step]) -> Iterator[tuple[tuple[object, ...], Any]]:
    return ((step.arguments, step.value) for step in steps if step.verb == task)


# findings that say nothing about the values: what they are about instead
SIDE_EFFECTS: Final = {
    "changed": "changed",
    "warned": "overflow",
    "attached": "attached",
    "tensor": "dtype",
    "dtype": "dtype",
    "asked_times": "asked",
    "asked_at_start": "asked",
    "asked_elsewhere": "asked",
}


def same_side_effects(one: Step, other: Step, aspects: Collection[str]) -> bool:
    """Whether both calls agree in these aspects, which are values of SIDE_EFFECTS."""
    return all(_ASPECTS[aspect](one, other) for aspect in aspects)


def overflowed(step: Step) -> bool:
    """Whether the call warned of an overflow."""
    return any("overflow" in text for text in step.warned)


def _same_asked(one: Step, other: Step) -> bool:
    return len(one.asked) == len(other.asked) and all(map(_same_places, one.asked, other.asked))


def _same_places(one: Asked, other: Asked) -> bool:
    return len(one) == len(other) and all(
        len(a) == len(b) and all(_close(x, y, EXACT) for x, y in zip(a, b, strict=True))
        for a, b in zip(one, other, strict=True)
    )


def _attached(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_attached, value))
    return isinstance(value, Tensor) and value.attached


def _dtypes(value: Any) -> object:
    if isinstance(value, (list, tuple)) and any(isinstance(part, Tensor) for part in value):
        return tuple(map(_dtypes, value))
    return value.array.dtype.name if isinstance(value, Tensor) else "no tensor"


_ASPECTS: Final[dict[str, Callable[[Step, Step], bool]]] = {
    "changed": lambda one, other: one.changed == other.changed,
    "overflow": lambda one, other: overflowed(one) == overflowed(other),
    "attached": lambda one, other: _attached(one.value) == _attached(other.value),
    "dtype": lambda one, other: _dtypes(one.value) == _dtypes(other.value),
    "asked": _same_asked,
}
