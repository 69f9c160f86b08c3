"""Visible checks of `steps`."""

import numpy as np
from numpy.typing import NDArray

from autograder.checks import Student, expect, spy, task


def square(x: NDArray[np.float64]) -> float:
    return float(x * x)


@task("direction", points=10)
def test_up(student: Student) -> None:
    """Up is 1."""
    expect(student.direction("up"), equal=1)


@task("slope", points=10)
def test_slope_of_a_square(student: Student) -> None:
    """The square rises by 5 from 2 to 3."""
    expect(student.slope(spy("f", square, ()), 2.0), close_to=5.0)


@task("walk", points=10)
def test_two_steps(student: Student) -> None:
    """Two steps down a square lead from 1 to −2, and to 1 again."""
    expect(student.walk(spy("f", square, ()), 1.0, 1), close_to=-2.0)
    expect(student.walk(spy("f", square, ()), 1.0, 2), close_to=1.0)
