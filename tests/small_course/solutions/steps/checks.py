"""Hidden checks of `steps`."""

from numpy.random import Generator

from autograder.checks import Spy, Student, expect, fail, shuffled, spy, task
from solutions.steps import solution


def line(rng: Generator) -> tuple[Spy, float]:
    """A straight line, and where to begin."""
    rise, start = rng.uniform(0.1, 0.9, 2).tolist()
    return spy("f", lambda x: float(rise * x), ()), start


@task("direction", points=10)
def test_up_and_down(student: Student, rng: Generator) -> None:
    """Down is −1, up is 1."""
    for name in shuffled(rng, ("up", "down")):
        expect(student.direction(name), equal=solution.direction(name))


@task("slope", points=20)
def test_slope_of_any_line(student: Student, rng: Generator) -> None:
    """A line rises by the same everywhere."""
    for _ in range(2):
        f, x = line(rng)
        expect(student.slope(f, x), close_to=solution.slope(f, x))


@task("slope", points=10)
def test_slope_looks_at_two_places(student: Student, rng: Generator) -> None:
    """The function is asked twice."""
    f, x = line(rng)
    answer = student.slope(f, x)
    calls = len(f.calls)
    expect(answer, close_to=solution.slope(f, x))
    if calls != 2:
        fail("looks", call=answer.called, got=calls)


@task("walk", points=30)
def test_any_walk(student: Student, rng: Generator) -> None:
    """The walk ends where it should."""
    for n in (0, 3, 7):
        f, x = line(rng)
        expect(student.walk(f, x, n), close_to=solution.walk(f, x, n))
