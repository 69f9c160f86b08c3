"""Patterns of numbers that a domain may hold, and relations of two arguments.

A pattern makes numbers of such numbers, or None where it has no meaning for them. Special numbers
are multiples of 2⁻¹², which single precision holds as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks.domain import GRID, Array, Numbers
from autograder.checks.order import shuffled

NEAR: Final = 2.0**-10

Pattern = Callable[[Generator, Array, Numbers], Array | None]


def _zeros(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    if not numbers.holds(0) or values.size < 2:
        return None
    return np.where(_some(rng, values), 0.0, values)


def _ends(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    """Either end once at least, where there is room for both."""
    places = rng.permutation(values.size)[: max(2, values.size // 2)]
    ends = [numbers.low, numbers.high] * values.size
    values.flat[places] = shuffled(rng, ends[: len(places)])
    return values


def _equal(rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    if values.size < 2:
        return None
    places = rng.permutation(values.size)[: max(2, values.size // 2)]
    values.flat[places] = values.flat[places[0]]
    return values


def _nearly_equal(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    if values.size < 2:
        return None
    one, other = rng.permutation(values.size)[:2]
    step = NEAR if values.flat[one] + NEAR <= numbers.high else -NEAR
    values.flat[other] = values.flat[one] + step
    return values


def _tiny(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    tiny = np.sign(values) * GRID * rng.integers(1, 5, values.shape)
    if numbers.low > 0:
        tiny += numbers.low
    elif not numbers.holds(0):
        return None
    return np.where(_some(rng, values), tiny, values)


def _whole(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    """Whole numbers, a 1 among them."""
    low, high = np.ceil(numbers.low), np.floor(numbers.high)
    if low >= high:
        return None
    whole = rng.integers(int(low), int(high) + 1, values.shape).astype(np.float64)
    if numbers.holds(1) and whole.size > 1:
        whole.flat[rng.integers(whole.size)] = 1
    return whole


def _within_one(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    low, high = max(-1.0, numbers.low), min(1.0, numbers.high)
    wider = numbers.low < -1 or numbers.high > 1
    return np.asarray(rng.uniform(low, high, values.shape)) if wider and low < high else None


def _above_one(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    low, high = max(1.0 + GRID, numbers.low), numbers.high
    narrower = numbers.low <= 1
    return np.asarray(rng.uniform(low, high, values.shape)) if narrower and low < high else None


def _positive(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return np.abs(values) + GRID if numbers.low < 0 < numbers.high else None


def _negative(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return -np.abs(values) - GRID if numbers.low < 0 < numbers.high else None


def _large(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    if not numbers.axes:
        return np.asarray(numbers.high * rng.uniform(0.8, 1))
    return values * 0.2 + 0.8 * rng.choice([numbers.low, numbers.high], values.shape)


def _rising(_rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    return np.sort(values) if values.ndim and values.shape[-1] > 1 else None


def _falling(_rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    return -np.sort(-values) if values.ndim and values.shape[-1] > 1 else None


def _tie_at_the_lowest(rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    if values.size < 3:
        return None
    values.flat[rng.permutation(values.size)[:2]] = values.min()
    return values


def _tie_at_the_highest(rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    if values.size < 3:
        return None
    values.flat[rng.permutation(values.size)[:2]] = values.max()
    return values


def _opposite(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    if numbers.low != -numbers.high or values.size < 2:
        return None
    flat = values.reshape(-1)
    half = flat.size // 2
    return np.concatenate([flat[:half], -flat[:half], np.zeros(flat.size % 2)]).reshape(
        values.shape
    )


def _row_of_zeros(rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    if values.ndim < 2 or not numbers.holds(0) or len(values) < 2:
        return None
    values[rng.integers(len(values))] = 0
    return values


def _equal_rows(rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    if values.ndim < 2 or len(values) < 2:
        return None
    one, other = rng.permutation(len(values))[:2]
    values[one] = values[other]
    return values


def all_zero(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return np.zeros_like(values) if numbers.holds(0) else None


def _all_equal(_rng: Generator, values: Array, _numbers: Numbers) -> Array | None:
    return np.full_like(values, values.flat[0]) if values.size > 1 else None


def _small(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return np.full_like(values, max(numbers.low, 0.0) + GRID)


def _one(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return np.ones_like(values) if numbers.holds(1) else None


def _two(_rng: Generator, values: Array, numbers: Numbers) -> Array | None:
    return np.full_like(values, 2) if numbers.holds(2) else None


PATTERNS: Final[Mapping[str, Pattern]] = {
    "zeros": _zeros,
    "ends": _ends,
    "equal entries": _equal,
    "nearly equal": _nearly_equal,
    "tiny": _tiny,
    "whole numbers": _whole,
    "within one": _within_one,
    "above one": _above_one,
    "positive": _positive,
    "negative": _negative,
    "large": _large,
    "rising": _rising,
    "falling": _falling,
    "tie at the lowest": _tie_at_the_lowest,
    "tie at the highest": _tie_at_the_highest,
    "opposite": _opposite,
    "a row of zeros": _row_of_zeros,
    "equal rows": _equal_rows,
    "all equal": _all_equal,
}
# of single numbers
SINGLES: Final[Mapping[str, Pattern]] = {
    "0": all_zero,
    "small": _small,
    "1": _one,
    "2": _two,
    "the lowest": lambda _rng, values, numbers: np.full_like(values, numbers.low),
    "the highest": lambda _rng, values, numbers: np.full_like(values, numbers.high),
}


def _some(rng: Generator, values: Array) -> NDArray[np.bool_]:
    """Some of the places, one at least; not all of several."""
    chosen = np.asarray(rng.random(values.shape) < 0.4)  # of a single number, too, an array
    if values.size:
        chosen.flat[rng.integers(values.size)] = True
    if values.size > 1:
        chosen.flat[rng.permutation(values.size)[0]] ^= chosen.all()
    return chosen


# Of several arguments of the same shape: numbers for each of them, of these bounds
Relation = Callable[[Generator, list[Array], float, float], list[Array]]


def _same(_rng: Generator, arrays: list[Array], _low: float, _high: float) -> list[Array]:
    return [arrays[0].copy() for _ in arrays]


def _same_in_a_place(rng: Generator, arrays: list[Array], _low: float, _high: float) -> list[Array]:
    common = _some(rng, arrays[0])
    return [np.where(common, arrays[0], array) for array in arrays]


def _near(rng: Generator, arrays: list[Array], low: float, high: float) -> list[Array]:
    """In some places one step apart from the next argument."""
    common = _some(rng, arrays[0])
    step = NEAR if len(arrays) == 2 else GRID
    step = step if rng.integers(2) else -step
    middle = np.clip(arrays[0], low + len(arrays) * NEAR, high - len(arrays) * NEAR)
    return [np.where(common, middle + place * step, array) for place, array in enumerate(arrays)]


def _near_everywhere(rng: Generator, arrays: list[Array], low: float, high: float) -> list[Array]:
    """In every place one step apart from the next argument, this way or that."""
    middle = np.clip(arrays[0], low + len(arrays) * NEAR, high - len(arrays) * NEAR)
    step = NEAR * rng.choice([-1, 1], middle.shape)
    return [middle + place * step for place in range(len(arrays))]


def _above(_rng: Generator, arrays: list[Array], low: float, high: float) -> list[Array]:
    """Each larger than the next in every place."""
    ordered = np.clip(np.sort(arrays, axis=0), low, high - len(arrays) * GRID)
    return [array + place * GRID for place, array in enumerate(ordered)][::-1]


def _below(rng: Generator, arrays: list[Array], low: float, high: float) -> list[Array]:
    return _above(rng, arrays, low, high)[::-1]


RELATIONS: Final[Mapping[str, Relation]] = {
    "the same": _same,
    "the same in a place": _same_in_a_place,
    "nearly the same": _near,
    "nearly the same everywhere": _near_everywhere,
    "above": _above,
    "below": _below,
}


KINDS: Final[Sequence[Pattern]] = (all_zero, _tiny, _ends, _whole, _within_one, _large)


def of_every_kind(rng: Generator, values: Array, numbers: Numbers) -> Array:
    places = rng.permutation(values.size)
    for first, kind in enumerate(shuffled(rng, KINDS)):
        part = places[first :: len(KINDS)]
        found = kind(rng, values.flat[part], numbers) if part.size else None
        values.flat[part] = values.flat[part] if found is None else found
    return values
