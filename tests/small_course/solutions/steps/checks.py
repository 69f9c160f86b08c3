"""Hidden checks of `steps`."""

from collections.abc import Iterator
from typing import Any

from numpy.random import Generator

from autograder.checks import (
    Numbers,
    Scalar,
    Spy,
    Student,
    Whole,
    cases,
    expect,
    fail,
    shuffled,
    spy,
    task,
)
from solutions.steps import solution

# What may be passed, with the bend of a curve in the place of a function
CURVE: dict[str, Numbers] = {"bend": Scalar(0.1, 0.9), "x": Scalar(-10, 10)}
WALK = {**CURVE, "n": Whole(0, 12)}


def line(rng: Generator) -> tuple[Spy, float]:
    """A straight line, and where to begin."""
    rise, start = rng.uniform(0.1, 0.9, 2).tolist()
    return spy("f", lambda x: float(rise * x), ()), start


def curve(bend: float) -> Spy:
    return spy("f", lambda x: float(bend * x * x + x / 4), ())


def steep_lines() -> Iterator[tuple[Spy, float]]:
    """Where a steep line is -2, 1, 2 and more than 1000."""
    yield from ((spy("f", lambda x: float(200 * x), ()), x) for x in (-0.01, 0.005, 0.01, 9.0))


def along_curves(rng: Generator, domain: dict[str, Numbers]) -> Iterator[tuple[Any, ...]]:
    """Arguments from the whole domain; curves that bend alike are the same function."""
    known: dict[float, Spy] = {}
    for bend, *rest in cases(rng, domain):
        yield known.setdefault(bend, curve(bend)), *rest


@task("direction", points=10)
def test_up_and_down(student: Student, rng: Generator) -> None:
    """Down is −1, up is 1."""
    for name in shuffled(rng, ("up", "down") * 5):
        expect(student.direction(name), equal=solution.direction(name))


@task("slope", points=20)
def test_slope_of_any_function(student: Student, rng: Generator) -> None:
    """The slope of lines and curves is right."""
    for f, x in [line(rng), *steep_lines(), *along_curves(rng, CURVE)]:
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
    for f, x, n in [*((f, x, 1) for f, x in steep_lines()), *along_curves(rng, WALK)]:
        expect(student.walk(f, x, n), close_to=solution.walk(f, x, n))
