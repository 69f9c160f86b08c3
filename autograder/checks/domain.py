"""What may be passed to a function, argument by argument."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

GRID: Final = 2.0**-12

Array = NDArray[np.float64]
Sizes = Mapping[str, int]


class Numbers:
    """A float64 array of numbers from `low` to `high` with these axes; without axes 0-d.

    An axis is a name, of a size that several arguments share, or a length. `exact`: it is the
    difference from another number or from an end that counts, so where special numbers are
    drawn, none of these is moved by a rounding error.
    """

    def __init__(self, low: float, high: float, *axes: str | int, exact: bool = False) -> None:
        self.low = low
        self.high = high
        self.axes = axes
        self.exact = exact

    def any(self, rng: Generator, sizes: Sizes) -> Array:
        """Numbers without a pattern."""
        return np.asarray(rng.uniform(self.low, self.high, self.shape(sizes)))

    def shape(self, sizes: Sizes) -> tuple[int, ...]:
        return tuple(sizes[axis] if isinstance(axis, str) else axis for axis in self.axes)

    def on_grid(self, values: Array) -> Array:
        """The values as multiples of the grid, within the domain."""
        near = np.round(values / GRID) * GRID + 0.0  # no negative zero
        return np.asarray(np.clip(near, self.low, self.high))

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    def given(self, values: Array) -> Any:
        """The values in the form in which a function gets them."""
        return values


class Listed(Numbers):
    """A list of Python floats."""

    def given(self, values: Array) -> list[float]:
        numbers: list[float] = values.tolist()
        return numbers


class Scalar(Numbers):
    """A Python float."""

    def given(self, values: Array) -> float:
        return float(values)


class Whole(Numbers):
    """Python integers from `low` to `high`: one, or with an axis a list of them."""

    def on_grid(self, values: Array) -> Array:
        return np.clip(np.round(values), self.low, self.high)

    def given(self, values: Array) -> Any:
        return np.round(values).astype(int).tolist()


Domain = Mapping[str, Numbers]


def axes_of(domain: Domain) -> list[str]:
    """The names of the domain's sizes."""
    every = [axis for numbers in domain.values() for axis in numbers.axes]
    return list(dict.fromkeys(axis for axis in every if isinstance(axis, str)))
