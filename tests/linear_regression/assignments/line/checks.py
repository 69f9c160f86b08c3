"""Visible checks of `line`: the section's four points, and lines worked by hand."""

import numpy as np

from assignments import chapter
from assignments.line.expectations import expect_line
from autograder.checks import Student, expect, expect_calls, spy, task

X = np.array([0.0, 0.5, 4.0])


@task("predict", points=4)
def test_predictions_of_the_drawn_line(student: Student) -> None:
    """The line drawn by eye predicts 2.5, 4, 5.5 and 7."""
    predictions = student.predict(chapter.x, chapter.slope, chapter.intercept)
    expect(predictions, close_to=chapter.predictions)


@task("predict", points=4)
def test_predictions_of_a_falling_line(student: Student) -> None:
    """A line with a negative slope falls."""
    expect(student.predict(X, -2.0, 3.0), close_to=[3, 2, -5])


@task("residuals", points=6)
def test_residuals_of_the_drawn_line(student: Student) -> None:
    """The line drawn by eye leaves 0.5, 1, −1.5 and 1."""
    left = student.residuals(chapter.x, chapter.y, chapter.slope, chapter.intercept)
    expect(left, close_to=chapter.residuals)


@task("residuals", points=6)
def test_residual_on_the_line(student: Student) -> None:
    """A point on the line has the residual 0, one below it a negative one."""
    expect(student.residuals(X, np.array([3.0, 4.0, -7.5]), -2.0, 3.0), close_to=[0, 2, -2.5])


@task("mean_squared_error", points=6)
def test_error_of_the_drawn_line(student: Student) -> None:
    """The mean squared error of the line drawn by eye is 1.125."""
    error = student.mean_squared_error(chapter.x, chapter.y, chapter.slope, chapter.intercept)
    expect(error, close_to=chapter.mean_squared_error)


@task("mean_squared_error", points=6)
def test_error_of_three_points(student: Student) -> None:
    """With three points the sum of the squares is divided by 3."""
    error = student.mean_squared_error(X, np.array([3.0, 4.0, -8.0]), -2.0, 3.0)
    expect(error, close_to=13 / 3)


def _error(slope: float, intercept: float) -> float:
    return float(np.mean((chapter.y - slope * chapter.x - intercept) ** 2))


@task("best_line", points=4)
def test_best_of_the_lines(student: Student) -> None:
    """The line by least squares beats the others, in whatever place it stands."""
    for order, best in (([0, 1, 2], 1), ([1, 0, 2], 0), ([2, 0, 1], 2)):
        lines = chapter.lines[order]
        expect_line(student.best_line(spy("error", _error, (), ()), lines), lines, best)


@task("best_line", points=4)
def test_each_line_is_asked_once(student: Student) -> None:
    """`error` is asked once for each line, in their order."""
    error = spy("error", _error, (), ())
    answer = student.best_line(error, chapter.lines)
    expect_line(answer, chapter.lines, best=1)
    expect_calls(answer, error, [tuple(line) for line in chapter.lines])
