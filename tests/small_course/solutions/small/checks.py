"""Hidden checks of `small`."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Student, draw, expect, expect_unchanged, task
from solutions.small import solution


def vector(rng: Generator) -> tuple[NDArray[np.float64]]:
    return (rng.uniform(-2, 2, int(rng.integers(2, 6))),)


@task("double", points=25)
def test_double_of_any_vector(student: Student, rng: Generator) -> None:
    """The doubles are right for vectors of any length."""
    for _ in range(2):
        (x,) = draw(rng, vector, solution.double)
        expect(student.double(x), close_to=solution.double(x))


@task("double", points=15)
def test_double_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The argument is the same after the call."""
    (x,) = draw(rng, vector, solution.double)
    answer = student.double(x)
    expect(answer, close_to=solution.double(x))
    expect_unchanged(answer)


@task("half", points=20)
def test_half_of_any_vector(student: Student, rng: Generator) -> None:
    """The halves are right for vectors of any length."""
    for _ in range(2):
        (x,) = draw(rng, vector, solution.half)
        answer = student.half(x)
        expect(answer, close_to=solution.half(x))
        expect_unchanged(answer)


@task("same", points=0.5)
def test_same_vector(student: Student, rng: Generator) -> None:
    """The vector comes back."""
    for _ in range(2):
        (x,) = draw(rng, vector, solution.same)
        answer = student.same(x)
        expect(answer, close_to=x)
        expect_unchanged(answer)
