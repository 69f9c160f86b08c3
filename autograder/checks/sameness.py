"""Whether two answers are the same: plain data within the checks' tolerance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from autograder.checks.expect import ABSOLUTE, RELATIVE, SINGLE, TRAINED, tolerance
from autograder.values.plain import Model, NotNumbers, Value, as_array
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
        near = np.isfinite(other) & (np.abs(one - other) <= tolerance(other, *within))
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


def same_places(one: Step, other: Step) -> bool:
    """Whether both calls asked the functions they were given at the same places."""
    return len(one.asked) == len(other.asked) and all(map(_same_asked, one.asked, other.asked))


def _same_asked(one: Asked, other: Asked) -> bool:
    return len(one) == len(other) and all(
        len(a) == len(b) and all(_close(x, y, EXACT) for x, y in zip(a, b, strict=True))
        for a, b in zip(one, other, strict=True)
    )
