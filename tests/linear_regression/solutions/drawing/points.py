"""Random points and lines, on which the wrong formulas that students write give other answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Answer, Numbers, Scalar, Spy, Student, cases, draw, expect, spy

Array = NDArray[np.float64]
Line = tuple[float, float]  # slope, intercept

# What may be passed
X = {"x": Numbers(-10, 10, "points")}
POINTS = {**X, "y": Numbers(-100, 100, "points")}
LINE = {"slope": Scalar(-10, 10), "intercept": Scalar(-100, 100)}
LINES = {"lines": Numbers(-10, 10, "lines", 2)}
NEAR_A_LINE = {**X, "left": Numbers(-10, 10, "points"), "slope": Scalar(-10, 10)}
APART = 0.01  # between the lowest errors of several lines


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


def any_points(rng: Generator, solve: Callable[..., Any]) -> list[tuple[Any, ...]]:
    """Points with every pattern of numbers."""
    return cases(rng, POINTS, solve)


def points_near_a_line(rng: Generator, solve: Callable[..., Any]) -> list[tuple[Any, ...]]:
    """Points with every pattern of x, and of what a line leaves over."""
    return cases(rng, NEAR_A_LINE, solve, _near_a_line)


def _near_a_line(x: Array, left: Array, slope: float) -> tuple[Array, Array]:
    return x, slope * x + left


def expect_solved(
    student: Student,
    rng: Generator,
    solve: Callable[..., Any],
    make: Callable[[Generator], tuple[Any, ...]],
) -> Answer:
    """The student's answer on what `make` draws; it must be that of `solve`.

    `solve` is the solution of the task that has its name.
    """
    return expect_right(student, solve, draw(rng, make, solve))


def expect_right(student: Student, solve: Callable[..., Any], arguments: tuple[Any, ...]) -> Answer:
    """The student's answer for these arguments; it must be that of `solve`."""
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
    def won(self) -> bool:
        """Whether one line beats the others clearly."""
        errors = sorted(self.rate(*line) for line in self.lines)
        return len(errors) == 1 or errors[1] - errors[0] > APART

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
        rate = random_rate(rng)
        lowest = int(np.argmin([rate(*line) for line in lines]))
        lines[[best, lowest]] = lines[[lowest, best]]
        errors = np.array([rate(*line) for line in lines])
        decoys = (np.abs(errors).argmin(), lines[:, 0].argmin(), lines[:, 1].argmin())
        if np.diff(np.sort(errors)).min() > APART and best not in decoys:
            return Contest(rate, lines, best)


def random_rate(rng: Generator) -> Callable[[float, float], float]:
    """A function that rates lines."""
    a, b, c = rng.uniform(0.5, 2, 3).tolist()
    return lambda slope, intercept: float(a * slope**2 + b * slope * intercept + intercept - c)


def contests_of_any_lines(rng: Generator) -> list[Contest]:
    """Lines with every pattern of numbers, rated in two ways, and two in each other's place."""
    rates = random_rate(rng), random_rate(rng)
    contests = [_contest(rate, *own) for own in cases(rng, LINES) for rate in rates]
    one = random_contest(rng, best=1)
    order = [0, 2, 1, *range(3, len(one.lines))]
    other = Contest(one.rate, one.lines[order], best=2)
    return [*(contest for contest in contests if contest.won), one, other, contest_of_errors(rng)]


def contest_of_errors(rng: Generator) -> Contest:
    """Lines whose errors are 0, 1 and others that are easily taken for something else."""
    errors = rng.permutation([0.0, 1.0, 2.0, 0.004, 0.5, -0.5])
    lines = np.column_stack([np.arange(len(errors)), np.ones(len(errors))])
    return _contest(lambda slope, _intercept: float(errors[int(slope)]), lines)


def _contest(rate: Callable[[float, float], float], lines: Array) -> Contest:
    return Contest(rate, lines, int(np.argmin([rate(*line) for line in lines])))
