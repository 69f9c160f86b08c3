"""Valleys to descend: errors of weights of any shape, with their gradients, and walks in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import GRID, Scalar, Spy, spy
from solutions.update import solution

Array = NDArray[np.float64]

LOWEST_RATE: Final = 1e-3
HIGHEST_RATE: Final = 10.0


def on_grid(values: Array) -> Array:
    return np.asarray(np.round(values / GRID) * GRID)


def any_rate(rng: Generator, low: float = LOWEST_RATE, high: float = HIGHEST_RATE) -> float:
    """A learning rate of any order of magnitude."""
    return float(np.exp(rng.uniform(*np.log([low, high]))))


class Rate(Scalar):
    """A learning rate of any order of magnitude."""

    def any(self, rng: Generator, _sizes: Mapping[str, int]) -> Array:
        return np.asarray(any_rate(rng, self.low, self.high))


RATE: Final = Rate(LOWEST_RATE, HIGHEST_RATE)


@dataclass(frozen=True, eq=False)
class Valley:
    """E(w) = Σ [½ steepness (w − lowest)² + bend ln cosh w + tilt w] + ½ pull (Σ w)² + floor."""

    lowest: Array
    steepness: Array | float = 0.0
    floor: float = 0.0
    bend: float = 0.0
    tilt: Array | float = 0.0
    pull: float = 0.0

    def error(self, w: Array) -> float:
        way = w - self.lowest
        alone = 0.5 * self.steepness * way * way + self.tilt * w
        if self.bend:  # cosh grows too large for weights from far
            alone = alone + self.bend * np.log(np.cosh(w))
        return float(alone.sum() + 0.5 * self.pull * w.sum() ** 2 + self.floor)

    def gradient(self, w: Array) -> Array:
        slopes = self.steepness * (w - self.lowest) + self.tilt + self.pull * w.sum()
        return np.asarray(slopes + self.bend * np.tanh(w) if self.bend else slopes)

    @cached_property
    def spied_error(self) -> Spy:
        return spy("error", self.error, self.lowest.shape)

    @cached_property
    def spied_gradient(self) -> Spy:
        return spy("gradient", self.gradient, self.lowest.shape)


@dataclass(frozen=True, eq=False)
class Walk:
    """Where it starts, its learning rate, and how many steps it takes.

    `valley` has the gradient, and the error, unless `seen` has it.
    """

    valley: Valley
    w: Array
    lr: float
    steps: int
    seen: Valley | None = None

    @property
    def gradient(self) -> Spy:
        return self.valley.spied_gradient

    @property
    def error(self) -> Spy:
        return (self.seen or self.valley).spied_error

    @property
    def start(self) -> tuple[Array, float, int]:
        return self.w, self.lr, self.steps

    @cached_property
    def places(self) -> list[Array]:
        """w before the first and after each step."""
        return walked(self.valley, self.w, self.lr, self.steps)[0]

    @property
    def errors(self) -> list[float]:
        return [(self.seen or self.valley).error(place) for place in self.places]


def walked(
    valley: Valley, w: Array, lr: float, steps: int, seen: Valley | None = None
) -> tuple[list[Array], list[float]]:
    """The places and their errors, in the precision of w."""
    places = [w]
    for _ in range(steps):
        slopes = valley.gradient(np.asarray(places[-1], dtype=np.float64)).astype(w.dtype)
        places.append(solution.step(places[-1], slopes, lr))
    error = (seen or valley).error
    return places, [error(np.asarray(place, dtype=np.float64)) for place in places]
