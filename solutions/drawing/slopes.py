"""Errors whose slopes are to be measured: where, and how far a weight moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import GRID, Numbers, Scalar, Spy, cases, draw, shuffled, spy
from solutions.backprop import solution
from solutions.drawing.networks import Network, Sizes, random_network
from solutions.forward import solution as forward

Array = NDArray[np.float64]
Error = Callable[[Array], float]


class Dyadic(Numbers):
    """Weights on the grid: W ± h is exact in single precision, too, where h is a power of two."""

    def any(self, rng: Generator, sizes: Mapping[str, int]) -> Array:
        return self.on_grid(super().any(rng, sizes))


class PowerOfTwo(Scalar):
    """A power of two."""

    def any(self, rng: Generator, _sizes: Mapping[str, int]) -> Array:
        return self.on_grid(np.exp2(rng.uniform(*np.log2([self.low, self.high]))))

    def on_grid(self, values: Array) -> Array:
        exponents = np.round(np.log2(np.clip(values, self.low, self.high)))
        return np.asarray(np.exp2(exponents))


@dataclass(frozen=True, eq=False)
class Landscape:
    """An error of W in this shape, in which each weight has another slope and all are coupled.

    E(W) = Σ aᵢ Wᵢ³ + Σ bᵢ Wᵢ² + Σ cᵢ Wᵢ + pull (Σ cᵢ Wᵢ)² + level, with numbers that i decides.
    """

    shape: tuple[int, ...]
    cubic: float = 1.0
    square: float = 1.0
    linear: float = 1.0
    pull: float = 0.25
    level: float = 0.5

    def error(self, W: Array) -> float:
        w = np.ravel(np.asarray(W, dtype=np.float64))
        places = np.arange(1, w.size + 1)
        bent = self.cubic * np.cos(places) @ w**3 + self.square * np.sin(2 * places) @ w**2
        tilted = np.sin(places) @ w
        return float(bent + self.linear * tilted + self.pull * tilted**2 + self.level)

    @cached_property
    def spied(self) -> Spy:
        return spy("error", self.error, self.shape)


# By name: a landscape's terms
LANDSCAPES: Final[Mapping[str, Mapping[str, float]]] = {
    "every term": {},
    "a plain": {"cubic": 0, "square": 0, "linear": 0, "pull": 0},
    "a slope": {"cubic": 0, "square": 0, "pull": 0},
    "a bowl": {"cubic": 0, "linear": 0},
    "below zero": {"level": -500},
}
STEPS: Final = PowerOfTwo(2.0**-13, 2.0**-3)


@dataclass(frozen=True)
class Measurement:
    """The arguments of `numerical_gradient`, and its answer."""

    error: Spy
    W: Array
    h: float
    expected: Array


def _measured(landscape: Landscape, W: Array, h: float) -> Measurement:
    expected = solution.numerical_gradient(landscape.error, W, h)
    return Measurement(landscape.spied, W, h, expected)


def measurements(rng: Generator) -> list[Measurement]:
    """Weights of any shape on the grid, moved by powers of two."""
    known: dict[tuple[int, ...], Landscape] = {}
    found = []
    for W, h in cases(rng, {"W": Dyadic(-3, 3, "n"), "h": STEPS}):
        found.append(_measured(known.setdefault(W.shape, Landscape(W.shape)), W, h))
    for number in (0.0, 1.0, 2.0, GRID, -0.75):
        found.append(_measured(Landscape(()), np.array(number), float(STEPS.any(rng, {}))))
    for near in (0.0, GRID):
        found.append(_measured(Landscape(()), np.array(2.0**-4 + near), 2.0**-4))
    for terms in LANDSCAPES.values():
        found.append(_measured(Landscape((2, 2), **terms), *_any(rng, 2, 2)))
    for shape in ((1, 1), (3, 1), (2, 3), (2, 1, 2)):
        found.append(_measured(Landscape(shape), *_any(rng, *shape)))
    found += [_meeting(rng, value) for value in (0.0, 1.0, 2.0, GRID, 2000.0)]
    for rows in (np.ones((3, 1)), np.array([[0.0], [1.0]])):
        W, h = _any(rng, 1, 2)
        found.append(_measured(Landscape((len(rows), 2)), rows @ W, h))
    return shuffled(rng, found) + _changed_alone(rng)


def _meeting(rng: Generator, value: float) -> Measurement:
    """A plain slope, and a weight that h moves to where the error is exactly this."""
    W, h = _any(rng)
    tilt, place = float(rng.choice([-1.5, 1.5])), float(W) + h

    def error(weight: Array) -> float:
        return value + tilt * (float(weight) - place)

    return Measurement(spy("error", error, ()), W, h, solution.numerical_gradient(error, W, h))


def _any(rng: Generator, *shape: int) -> tuple[Array, float]:
    return Dyadic(-3, 3, *shape).any(rng, {}), float(STEPS.any(rng, {}))


def _changed_alone(rng: Generator) -> list[Measurement]:
    """A measurement, and those where the error, W or h is another."""
    one, other = Landscape((2,)), Landscape((2,), linear=-1.0)
    (W, _), (moved, _) = _any(rng, 2), _any(rng, 2)
    arguments = [(one, W, 2.0**-3), (other, W, 2.0**-3), (one, moved, 2.0**-3), (one, W, 2.0**-6)]
    return [_measured(*each) for each in arguments]


def loose(rng: Generator, *shape: int) -> Measurement:
    """Weights and h that are no dyadic numbers: moved there and back, W is another one.

    Whichever way it was moved, or, for a single weight, by h, −2h and h.
    """
    landscape = Landscape(shape)

    def make(rng: Generator) -> tuple[Array, float]:
        while True:
            W, h = np.asarray(rng.uniform(-0.5, 0.5, shape)), float(rng.uniform(0.03, 0.1))
            ways = (W + h - h, W - h + h, W + h - 2 * h + h)
            if all((moved != W).any() for moved in ways[0 if shape else 2 :]):
                return W, h

    def solve(W: Array, h: float) -> Array:
        return solution.numerical_gradient(landscape.error, W, h)

    return _measured(landscape, *draw(rng, make, solve))


def of_a_network(rng: Generator, name: str, sizes: Sizes | None = None) -> Measurement:
    """The error of a random network, as a function of the matrix of this name."""

    def error_of(network: Network) -> Error:
        def error(W: Array) -> float:
            matrices = {"W_hidden": network.W_hidden, "W_output": network.W_output}
            matrices[name] = np.asarray(W, dtype=np.float64)
            _h, o = forward.forward(**matrices, x=network.x)
            return forward.total_error(network.target, o)

        return error

    def make(rng: Generator) -> tuple[Network, Array, float]:
        network = random_network(rng, sizes)
        (matrix,) = network.pick(name)
        return network, matrix, float(rng.uniform(0.05, 0.1))

    def solve(network: Network, W: Array, h: float) -> Array:
        return solution.numerical_gradient(error_of(network), W, h)

    network, W, h = draw(rng, make, solve)
    return Measurement(spy("error", error_of(network), W.shape), W, h, solve(network, W, h))
