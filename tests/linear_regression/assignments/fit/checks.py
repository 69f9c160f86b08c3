"""Visible checks of `fit`: the section's four points, and the spring of springs.csv."""

import numpy as np

from assignments import chapter
from assignments.fit.expectations import expect_share
from autograder.checks import Student, expect, task

X = np.array([0.0, 1.0, 5.0])
FALLING = np.array([4.0, 1.0, -11.0])  # 4 − 3 x


@task("fit_slope", points=6)
def test_slope_of_the_four_points(student: Student) -> None:
    """The four points have the slope 1.4."""
    expect(student.fit_slope(chapter.x, chapter.y), close_to=chapter.fitted_slope)


@task("fit_slope", points=6)
def test_slope_of_the_spring(student: Student) -> None:
    """The spring grows by 1.842857 cm for each newton."""
    expect(student.fit_slope(chapter.loads, chapter.lengths), close_to=chapter.springs_slope)


@task("fit_slope", points=4)
def test_slope_of_falling_points(student: Student) -> None:
    """Points on a falling line have a negative slope."""
    expect(student.fit_slope(X, FALLING), close_to=-3)


@task("fit_intercept", points=5)
def test_intercept_of_the_four_points(student: Student) -> None:
    """The four points have the intercept 1.5."""
    expect(student.fit_intercept(chapter.x, chapter.y), close_to=chapter.fitted_intercept)


@task("fit_intercept", points=5)
def test_intercept_of_the_spring(student: Student) -> None:
    """The spring without a load is 12.125 cm long, says its line."""
    intercept = student.fit_intercept(chapter.loads, chapter.lengths)
    expect(intercept, close_to=chapter.springs_intercept)


@task("r_squared", points=5)
def test_share_of_the_four_points(student: Student) -> None:
    """The line explains 0.7 of the four points' squares."""
    expect_share(student.r_squared(chapter.x, chapter.y), chapter.r_squared)


@task("r_squared", points=5)
def test_share_of_the_spring(student: Student) -> None:
    """The line explains nearly all about the spring."""
    expect_share(student.r_squared(chapter.loads, chapter.lengths), chapter.springs_r_squared)


@task("r_squared", points=4)
def test_share_of_points_on_a_line(student: Student) -> None:
    """The line explains all about points that lie on it."""
    expect_share(student.r_squared(X, FALLING), 1.0)
