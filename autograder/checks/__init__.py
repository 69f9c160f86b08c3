'''What the author of a check uses, and the one way of running checks.

A check is a function whose docstring is the title that a student reads. It gets the student's
functions, and, if it is hidden, random numbers:

    @task("mean", points=4)
    def test_mean_of_three(student: Student) -> None:
        """The mean of 1, 2 and 6 is 3."""
        expect(student.mean(np.array([1.0, 2.0, 6.0])), close_to=3)

    @task("mean", points=6)
    def test_mean_of_any_numbers(student: Student, rng: Generator) -> None:
        """The mean is right for any numbers."""
        (x,) = draw(rng, lambda rng: (rng.uniform(-3, 3, 5),), solution.mean)
        expect(student.mean(x), close_to=solution.mean(x))

Travels to students. Imports `values` alone.
'''

from autograder.checks.answers import Answer, numbers, unpack
from autograder.checks.cases import cases, mixture
from autograder.checks.domain import GRID, Listed, Numbers, Scalar, Whole
from autograder.checks.draw import draw, in_single, shared
from autograder.checks.expect import (
    SINGLE,
    TRAINED,
    beside_the_value,
    expect,
    expect_detached,
    expect_dtype,
    expect_new,
    expect_no_warning,
    expect_unchanged,
    tolerance,
)
from autograder.checks.expect_calls import expect_calls
from autograder.checks.marks import task
from autograder.checks.order import CALLS, shuffled, yes_and_no
from autograder.checks.patterns import NEAR
from autograder.checks.student import ModelAnswer, Student
from autograder.values.findings import CheckFailed, fail
from autograder.values.models import Layer
from autograder.values.plain import Model, Tensor, Value
from autograder.values.spy import Spy, spy

__all__ = [
    "CALLS", "GRID", "NEAR", "SINGLE", "TRAINED", "Answer", "CheckFailed", "Layer", "Listed",
    "Model", "ModelAnswer", "Numbers", "Scalar", "Spy", "Student", "Tensor", "Value", "Whole",
    "beside_the_value", "cases", "draw", "expect", "expect_calls", "expect_detached",
    "expect_dtype", "expect_new", "expect_no_warning", "expect_unchanged", "fail",
    "in_single", "mixture", "numbers", "shared", "shuffled", "spy", "task", "tolerance", "unpack",
    "yes_and_no",
]  # fmt: skip
