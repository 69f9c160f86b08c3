"""Visible checks of `small`."""

import numpy as np

from autograder.checks import Student, expect, task

EXAMPLE = np.array([1.0, 2.0])


@task("double", points=20)
def test_double_of_the_example(student: Student) -> None:
    """The doubles of 1 and 2 are 2 and 4."""
    expect(student.double(EXAMPLE), close_to=[2.0, 4.0])


@task("half", points=19.5)
def test_half_of_the_example(student: Student) -> None:
    """The halves of 1 and 2 are 0.5 and 1."""
    expect(student.half(EXAMPLE), close_to=[0.5, 1.0])
