"""Hidden checks of `line`: any points and lines, compared with the solution."""

from functools import partial
from typing import Any

from numpy.random import Generator

from assignments.line.expectations import expect_line
from autograder.checks import Student, cases, expect_calls, expect_unchanged, shuffled, task
from solutions.drawing.points import (
    LINE,
    POINTS,
    X,
    contests_of_any_lines,
    expect_right,
    expect_solved,
    points_and_line,
    random_contest,
)
from solutions.line import solution

one_point = partial(points_and_line, count=1)
X_AND_LINE = {**X, **LINE}
POINTS_AND_LINE = {**POINTS, **LINE}


def x_and_line(rng: Generator, count: int | None = None) -> tuple[Any, ...]:
    x, _y, slope, intercept = points_and_line(rng, count)
    return x, slope, intercept


@task("predict", points=6)
def test_predictions_of_any_line(student: Student, rng: Generator) -> None:
    """The predictions are right for any line and any number of points."""
    for _ in range(3):
        expect_solved(student, rng, solution.predict, x_and_line)
    for arguments in cases(rng, X_AND_LINE, solution.predict):
        expect_right(student, solution.predict, arguments)


@task("predict", points=3)
def test_prediction_of_one_point(student: Student, rng: Generator) -> None:
    """One point has a vector of one prediction."""
    for count in (1, 2):
        expect_solved(student, rng, solution.predict, partial(x_and_line, count=count))


@task("predict", points=3)
def test_predict_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x is the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, solution.predict, x_and_line))


@task("residuals", points=10)
def test_residuals_of_any_line(student: Student, rng: Generator) -> None:
    """The residuals are right for any line and any points."""
    for _ in range(3):
        expect_solved(student, rng, solution.residuals, points_and_line)
    for arguments in cases(rng, POINTS_AND_LINE, solution.residuals):
        expect_right(student, solution.residuals, arguments)


@task("residuals", points=4)
def test_residual_of_one_point(student: Student, rng: Generator) -> None:
    """One point has a vector of one residual."""
    for make in (one_point, points_and_line):
        expect_solved(student, rng, solution.residuals, make)


@task("residuals", points=4)
def test_residuals_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """x and y are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, solution.residuals, points_and_line))


@task("mean_squared_error", points=10)
def test_error_of_any_line(student: Student, rng: Generator) -> None:
    """The error is right for any line and any points."""
    for _ in range(3):
        expect_solved(student, rng, solution.mean_squared_error, points_and_line)
    for arguments in cases(rng, POINTS_AND_LINE, solution.mean_squared_error):
        expect_right(student, solution.mean_squared_error, arguments)


@task("mean_squared_error", points=4)
def test_error_of_one_point(student: Student, rng: Generator) -> None:
    """With one point the error is its squared residual."""
    for make in (one_point, points_and_line):
        expect_solved(student, rng, solution.mean_squared_error, make)


@task("mean_squared_error", points=4)
def test_error_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x and y are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, solution.mean_squared_error, points_and_line))


@task("best_line", points=8)
def test_best_of_any_lines(student: Student, rng: Generator) -> None:
    """The line with the smallest error is found, whatever rates them."""
    contests = [random_contest(rng, best) for best in shuffled(rng, [0, 1, 2, 3, 5])]
    contests += contests_of_any_lines(rng)
    errors = {contest.rate: contest.error() for contest in contests}  # some ask the same again
    for contest in contests:
        answer = student.best_line(errors[contest.rate], contest.lines)
        expect_line(answer, contest.lines, contest.best)


@task("best_line", points=4)
def test_any_line_is_asked_once(student: Student, rng: Generator) -> None:
    """`error` is asked once for each line, in their order; the lines stay as they are."""
    for best in shuffled(rng, [1, 2, 4]):
        contest = random_contest(rng, best)
        error = contest.error()
        answer = student.best_line(error, contest.lines)
        expect_line(answer, contest.lines, best)
        expect_calls(answer, error, contest.places)
        expect_unchanged(answer)
