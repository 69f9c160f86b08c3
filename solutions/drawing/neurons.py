"""Inputs of a single neuron and sizes of networks, as far as they may go."""

from __future__ import annotations

from itertools import product
from typing import Final

import numpy as np
from numpy.random import Generator

from assignments.perceptron.checks import Array
from autograder.checks import GRID, NEAR, Numbers, Scalar, Whole, cases, draw, shuffled
from solutions.perceptron import solution

Case = tuple[Array, Array, float]  # x, w, b

FAR: Final = 1000  # how large inputs, weights and bias may be
MOST: Final = 30  # inputs
POWERS: Final = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)  # divided by exactly

TWO: Final = {"x": Numbers(-FAR, FAR, 2), "w": Numbers(-FAR, FAR, 2), "b": Scalar(-FAR, FAR)}
ANY: Final = {
    "x": Numbers(-FAR, FAR, "inputs"),
    "w": Numbers(-FAR, FAR, "inputs"),
    "b": Scalar(-FAR, FAR),
}


def sums(rng: Generator, n: int) -> Case:
    """Inputs, weights and bias of about 1."""

    def make(rng: Generator) -> Case:
        return rng.uniform(-2, 2, n), rng.uniform(-2, 2, n), float(rng.uniform(-1, 1))

    return draw(rng, make, solution.weighted_sum)


def decisions(rng: Generator, n: int) -> list[Case]:
    """Four cases: weighted sums above and below 0, with a bias that decides and one that does not.

    The sums are 0.1 … 0.4 away from 0: no rounding error reaches them, a threshold of ½ does.
    """
    found = []
    for sign, decides in product((-1, 1), (False, True)):
        x, w = rng.uniform(-2, 2, n), rng.uniform(-2, 2, n)
        if (x @ w > 0) != ((sign > 0) != decides):
            w = -w
        found.append((x, w, float(sign * rng.uniform(0.1, 0.4) - x @ w)))
    return found


def turned(rng: Generator, n: int) -> list[Case]:
    """A case, and the same with another answer since one of x, w and b changed alone."""
    x, w = rng.uniform(0.5, 2, n), rng.uniform(0.5, 2, n) * rng.choice([-1, 1])
    b = float(rng.uniform(-0.2, 0.2))
    found = [(x, w, b), (-x, w, b), (x, -w, b), (x, w, float(-x @ w - np.sign(x @ w) / 4))]
    return found + _turned_inside(rng)


def _turned_inside(rng: Generator) -> list[Case]:
    """Two cases with another answer, though ends, lengths and sums are the same."""
    middle = rng.permutation([1.0, 3.0]) * 2.0 ** int(rng.integers(-2, 3))
    w = np.array([1.0, 2.0, -2.0, 1.0])
    return [(np.array([1.0, *inner, -2.0]), w, 1.0) for inner in (middle, middle[::-1])]


def close_calls(rng: Generator, n: int) -> list[Case]:
    """Weighted sums of exactly 0, and barely above and below; the bias 0 or not.

    All numbers are dyadic: the sum is exact in any order, in single precision, too.
    """
    found = []
    for lift, biased in product((0.0, GRID, -GRID, NEAR, 0.25), (False, True)):
        x, w = (rng.choice(POWERS, n) for _ in range(2))
        b = float(rng.integers(-8, 9)) / 4 if biased else 0.0
        place = int(rng.integers(n))
        x[place] = (lift - b - (x @ w - x[place] * w[place])) / w[place]
        found.append((x, w, b))
        if lift in (GRID, -GRID):  # the same in small: 2⁻²², beside small numbers
            found.append((x * 2**-5, w * 2**-5, b * 2**-10))
    return found


def nothing(rng: Generator) -> list[Case]:
    """Inputs or weights of 0, and with them a bias of 0, or one that decides."""
    zeros, others = np.zeros(3), rng.uniform(-2, 2, 3)
    pairs = [(zeros, others), (others, zeros), (zeros, zeros)]
    return [(x, w, b) for (x, w), b in product(pairs, (0.0, GRID, 0.5, -0.5))]


def lengths(rng: Generator) -> list[int]:
    """Each number of inputs once, in random order."""
    return shuffled(rng, range(1, MOST + 1))


def sizes(rng: Generator, layers: int) -> list[list[int]]:
    """Networks of so many sizes: small ones of every kind, one of single neurons, two wide ones.

    A wide one has more weights than two bytes can count.
    """
    small = [case for (case,) in cases(rng, {"sizes": Whole(1, 60, layers)})]
    wide = [rng.integers(200, FAR + 1, layers).tolist(), [FAR, FAR, *[1] * layers][:layers]]
    return shuffled(rng, [*small, [1] * layers, *wide])


def long_networks(rng: Generator) -> list[list[int]]:
    """Networks of six to as many sizes as may come, some that are large as well, and vast ones."""
    small = [rng.integers(1, 41, layers).tolist() for layers in range(6, MOST + 1, 3)]
    large = [rng.integers(900, FAR + 1, 12).tolist() for _ in range(3)]  # below 2²⁴
    return [*small, *large, *(_vast_network(rng) for _ in range(2))]


def _vast_network(rng: Generator) -> list[int]:
    """Single precision holds the number of its parameters, but not each number on the way there."""
    while True:
        sizes = rng.integers(900, FAR + 1, 24).tolist()
        weights, biases = np.multiply(sizes[:-1], sizes[1:]), np.array(sizes[1:])
        count = int(weights.sum() + biases.sum())
        one_by_one = np.cumsum((weights + biases).astype(np.float32))[-1]
        apart = np.float32(weights.astype(np.float32).sum()) + np.float32(biases.sum())
        at_once = (weights + biases).astype(np.float32).sum()
        if np.float32(count) == count and count not in (one_by_one, apart, at_once):
            return [int(size) for size in sizes]
