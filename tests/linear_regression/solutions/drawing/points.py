"""Random points and lines, on which the wrong formulas that students write give other answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Answer, Spy, Student, draw, expect, spy

Array = NDArray[np.float64]
Line = tuple[float, float]  # slope, intercept


def random_line(rng: Generator, sign: int | None = None) -> Line:
    """A line that rises (sign 1), falls (−1), or either; not steep, not through the origin."""
    up = sign if sign is not None else int(rng.choice([-1, 1]))
    return up * float(rng.uniform(0.5, 2)), float(rng.choice([-1, 1]) * rng.uniform(1, 3))


def points_and_line(
    rng: Generator, count: int | None = None, sign: int | None = None
) -> tuple[Array, Array, float, float]:
    """x, y, slope, intercept: points near a line, none of them on it; x is not centred."""
    n = int(rng.integers(5, 10)) if count is None else count
    slope, intercept = random_line(rng, sign)
    x = rng.permutation(np.arange(n) + rng.uniform(0.1, 0.9, n)) + 0.5
    left = rng.uniform(0.2, 1.2, n) * rng.permutation(np.resize([-1, 1], n))
    return x, slope * x + intercept + left, slope, intercept


def random_points(
    rng: Generator, count: int | None = None, sign: int | None = None
) -> tuple[Array, Array]:
    """Points near a line that nobody is told."""
    x, y, _slope, _intercept = points_and_line(rng, count, sign)
    return x, y


def expect_solved(
    student: Student,
    rng: Generator,
    solve: Callable[..., Any],
    make: Callable[[Generator], tuple[Any, ...]],
) -> Answer:
    """The student's answer on what `make` draws; it must be that of `solve`.

    `solve` is the solution of the task that has its name.
    """
    arguments = draw(rng, make, solve)
    answer: Answer = getattr(student, solve.__name__)(*arguments)
    expect(answer, close_to=solve(*arguments))
    return answer


@dataclass(frozen=True)
class Contest:
    """Lines, and a function that rates each of them."""

    rate: Callable[[float, float], float]
    lines: Array
    best: int

    def error(self) -> Spy:
        return spy("error", self.rate, (), ())

    @property
    def places(self) -> Sequence[tuple[Any, ...]]:
        """Where `error` is to be asked."""
        return [tuple(line) for line in self.lines]


def random_contest(rng: Generator, best: int) -> Contest:
    """So many lines or more that line `best` wins; errors are distinct and of both signs.

    Whoever compares sizes, slopes or intercepts instead of errors finds another line.
    """
    while True:
        lines = rng.uniform(-2, 2, (best + int(rng.integers(3, 6)), 2))
        a, b, c = rng.uniform(0.5, 2, 3).tolist()

        def rate(slope: float, intercept: float, a: float = a, b: float = b, c: float = c) -> float:
            return float(a * slope**2 + b * slope * intercept + intercept - c)

        lowest = int(np.argmin([rate(*line) for line in lines]))
        lines[[best, lowest]] = lines[[lowest, best]]
        errors = np.array([rate(*line) for line in lines])
        decoys = (np.abs(errors).argmin(), lines[:, 0].argmin(), lines[:, 1].argmin())
        if np.diff(np.sort(errors)).min() > 0.01 and best not in decoys:
            return Contest(rate, lines, best)
