"""Hidden checks of `small`."""

from numpy.random import Generator

from autograder.checks import Numbers, Student, cases, expect, expect_unchanged, task
from solutions.small import solution

VECTOR = {"x": Numbers(-10, 10, "n")}  # what may be passed


@task("double", points=25)
def test_double_of_any_vector(student: Student, rng: Generator) -> None:
    """The doubles are right for vectors of any length."""
    for (x,) in cases(rng, VECTOR, solution.double):
        expect(student.double(x), close_to=solution.double(x))


@task("double", points=15)
def test_double_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The argument is the same after the call."""
    for (x,) in cases(rng, VECTOR, solution.double):
        answer = student.double(x)
        expect(answer, close_to=solution.double(x))
        expect_unchanged(answer)


@task("half", points=20)
def test_half_of_any_vector(student: Student, rng: Generator) -> None:
    """The halves are right for vectors of any length."""
    for (x,) in cases(rng, VECTOR, solution.half):
        answer = student.half(x)
        expect(answer, close_to=solution.half(x))
        expect_unchanged(answer)


@task("same", points=0.5)
def test_same_vector(student: Student, rng: Generator) -> None:
    """The vector comes back."""
    for (x,) in cases(rng, VECTOR, solution.same):
        answer = student.same(x)
        expect(answer, close_to=x)
        expect_unchanged(answer)
