"""Hidden checks of `fit`: any points, compared with the solution."""

from functools import partial
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from assignments.fit.expectations import expect_share
from autograder.checks import Answer, Student, draw, expect_unchanged, task
from solutions.drawing.points import (
    any_points,
    expect_right,
    expect_solved,
    points_near_a_line,
    random_points,
)
from solutions.fit import solution

Array = NDArray[np.float64]
rising, falling = partial(random_points, sign=1), partial(random_points, sign=-1)


def centred(rng: Generator) -> tuple[Array, Array]:
    """Points whose x has the mean 0."""
    x, y = random_points(rng)
    return x - x.mean(), y


def near_the_diagonal(rng: Generator) -> tuple[Array, Array]:
    """Points whose y is nearly their x, all near 0: farther out single precision won't do."""
    x = 0.002 * rng.uniform(-1, 1, 5)
    return x, x + 0.001 * rng.permutation([-1, 1, 1, 1, 1])


@task("fit_slope", points=12)
def test_slope_of_any_points(student: Student, rng: Generator) -> None:
    """The slope is right for rising and for falling points."""
    for make in (rising, falling, random_points):
        expect_solved(student, rng, solution.fit_slope, make)
    for points in any_points(rng, solution.fit_slope):
        expect_right(student, solution.fit_slope, points)


@task("fit_slope", points=6)
def test_slope_of_two_points(student: Student, rng: Generator) -> None:
    """The line through two points has their slope."""
    for _ in range(2):
        expect_solved(student, rng, solution.fit_slope, partial(random_points, count=2))


@task("fit_slope", points=6)
def test_fit_slope_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x and y are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, solution.fit_slope, random_points))


@task("fit_intercept", points=9)
def test_intercept_of_any_points(student: Student, rng: Generator) -> None:
    """The intercept is right for rising and for falling points."""
    for make in (rising, falling, random_points, near_the_diagonal):
        expect_solved(student, rng, solution.fit_intercept, make)
    for points in any_points(rng, solution.fit_intercept):
        expect_right(student, solution.fit_intercept, points)


@task("fit_intercept", points=3)
def test_intercept_where_x_is_centred(student: Student, rng: Generator) -> None:
    """Where the mean of x is 0, the intercept is the mean of y."""
    for make in (centred, random_points):
        expect_solved(student, rng, solution.fit_intercept, make)


@task("fit_intercept", points=3)
def test_fit_intercept_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x and y are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, solution.fit_intercept, random_points))


def expect_any_share(student: Student, rng: Generator, sign: int | None = None) -> Answer:
    """The student's r squared of random points, which must be right."""
    return expect_its_share(
        student, draw(rng, partial(random_points, sign=sign), solution.r_squared)
    )


def expect_its_share(student: Student, points: tuple[Any, ...]) -> Answer:
    answer = student.r_squared(*points)
    expect_share(answer, solution.r_squared(*points))
    return answer


@task("r_squared", points=12)
def test_share_of_any_points(student: Student, rng: Generator) -> None:
    """r squared is right for any points."""
    for _ in range(3):
        expect_any_share(student, rng)
    near = points_near_a_line(rng, solution.r_squared)
    for points in [*near, *any_points(rng, solution.r_squared)]:
        expect_its_share(student, points)


@task("r_squared", points=6)
def test_share_of_falling_points(student: Student, rng: Generator) -> None:
    """r squared is positive where the points fall, too."""
    for _ in range(2):
        expect_any_share(student, rng, sign=-1)


@task("r_squared", points=3)
def test_r_squared_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x and y are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_any_share(student, rng))
