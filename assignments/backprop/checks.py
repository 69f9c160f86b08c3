"""Visible checks of `backprop`: the chapter's network, and networks worked by hand."""

import numpy as np
from numpy.typing import NDArray

from assignments import chapter
from autograder.checks import (
    Student,
    beside_the_value,
    expect,
    expect_unchanged,
    spy,
    task,
)

Array = NDArray[np.float64]

# The steps between the chapter's numbers, which the chapter does not print
ERROR_SLOPE = np.array([0.20944600, 0.06384491])
HIDDEN_SLOPE = np.array([0.24960043, 0.24924527])
OUTPUT_DELTAS = np.array([0.04985267, 0.01424730])
HIDDEN_DELTAS = np.array([0.00808875, 0.00710086])

# Three outputs: too low, too high, on target
TARGET = np.array([1.0, 0.0, 0.5])
O = np.array([0.5, 0.2, 0.5])  # noqa: E741 — the chapter's letter


@task("error_slope", points=2.5)
def test_error_slope_of_the_chapter(student: Student) -> None:
    """In the chapter's network the slopes of the error are 0.20944600 and 0.06384491."""
    slope = student.error_slope(chapter.target, chapter.o)
    expect(slope, close_to=ERROR_SLOPE, printed=True)


@task("error_slope", points=2)
def test_error_slope_of_three_outputs(student: Student) -> None:
    """The slope is below 0 for an output that is too low, above for one that is too high."""
    expect(student.error_slope(TARGET, O), close_to=[-0.5, 0.2, 0.0])


@task("sigmoid_slope", points=2.5)
def test_sigmoid_slope_of_the_chapter(student: Student) -> None:
    """At the chapter's h the slopes of the sigmoid are 0.24960043 and 0.24924527."""
    expect(student.sigmoid_slope(chapter.h), close_to=HIDDEN_SLOPE, printed=True)


@task("sigmoid_slope", points=2)
def test_sigmoid_slope_at_round_activations(student: Student) -> None:
    """The slope is 0.25 at a = 0.5, and the same at 0.2 and 0.8."""
    a = np.array([0.5, 0.2, 0.8, 0.9])
    expect(student.sigmoid_slope(a), close_to=[0.25, 0.16, 0.16, 0.09])


@task("output_deltas", points=4)
def test_output_deltas_of_the_chapter(student: Student) -> None:
    """The chapter's output layer has the deltas 0.04985267 and 0.01424730."""
    deltas = student.output_deltas(chapter.target, chapter.o)
    expect(deltas, close_to=OUTPUT_DELTAS, printed=True)


@task("output_deltas", points=3)
def test_output_deltas_of_three_outputs(student: Student) -> None:
    """Three outputs have three deltas; one that hits its target has delta 0."""
    expect(student.output_deltas(TARGET, O), close_to=[-0.125, 0.032, 0.0])


@task("output_gradients", points=4.5)
def test_output_gradients_of_the_chapter(student: Student) -> None:
    """The slopes for W5 … W8 are those of the chapter's network."""
    gradient = student.output_gradients(chapter.target, chapter.o, chapter.h)
    expect(gradient, close_to=chapter.output_gradients, printed=True)


@task("output_gradients", points=4.5)
def test_output_gradients_that_are_not_square(student: Student) -> None:
    """Three outputs and two hidden neurons have a gradient of shape (3, 2)."""
    gradient = student.output_gradients(TARGET, O, np.array([0.2, 0.75]))
    expect(gradient, close_to=[[-0.025, -0.09375], [0.0064, 0.024], [0.0, 0.0]])


@task("hidden_deltas", points=3)
def test_hidden_deltas_of_the_chapter(student: Student) -> None:
    """The chapter's hidden layer has the deltas 0.00808875 and 0.00710086."""
    deltas = student.hidden_deltas(chapter.W_output, OUTPUT_DELTAS, chapter.h)
    expect(deltas, close_to=HIDDEN_DELTAS, printed=True)


@task("hidden_deltas", points=4)
def test_hidden_deltas_of_a_layer_that_is_not_square(student: Student) -> None:
    """Three hidden neurons that feed one or two outputs have three deltas."""
    h = np.array([0.5, 0.2, 0.5])
    deltas = student.hidden_deltas(np.array([[2.0, -1.0, 4.0]]), np.array([0.1]), h)
    expect(deltas, close_to=[0.05, -0.016, 0.1])
    W_output = np.array([[2.0, -1.0, 4.0], [3.0, 5.0, -2.0]])
    deltas = student.hidden_deltas(W_output, np.array([0.1, -0.2]), h)
    expect(deltas, close_to=[-0.1, -0.176, 0.2])


@task("hidden_gradients", points=4.5)
def test_hidden_gradients_of_the_chapter(student: Student) -> None:
    """The slopes for W1 … W4 are those of the chapter's network."""
    gradient = student.hidden_gradients(
        chapter.W_output, chapter.target, chapter.o, chapter.h, chapter.x
    )
    expect(gradient, close_to=chapter.hidden_gradients, printed=True)


@task("hidden_gradients", points=4.5)
def test_hidden_gradients_that_are_not_square(student: Student) -> None:
    """Two hidden neurons and three inputs have a gradient of shape (2, 3)."""
    W_output = np.array([[2.0, -1.0], [0.0, 5.0], [3.0, 7.0]])
    x = np.array([1.0, 0.0, 2.0])
    gradient = student.hidden_gradients(W_output, TARGET, O, np.array([0.5, 0.2]), x)
    expect(gradient, close_to=[[-0.0625, 0.0, -0.125], [0.0456, 0.0, 0.0912]])


# An error of a 2 × 3 matrix: E(W) = Σ (CUBIC W³ + LINEAR W) + (sum of W)²
CUBIC = np.array([[1.0, -2.0, 0.5], [0.0, 1.0, 4.0]])
LINEAR = np.array([[3.0, 0.0, -1.0], [2.0, -2.0, 1.0]])
W = np.array([[1.0, -1.0, 2.0], [0.5, 0.0, -0.5]])


def _error(W: Array) -> float:
    return float((CUBIC * W**3 + LINEAR * W).sum() + W.sum() ** 2)


def _slopes(h: float) -> Array:
    """Central differences of _error at W: those of W³ are 3 W² + h², of a square they are exact."""
    slopes: Array = CUBIC * (3 * W**2 + h**2) + LINEAR + 2 * W.sum()
    return slopes


@task("numerical_gradient", points=1.5)
def test_slope_of_a_cube(student: Student) -> None:
    """E(w) = w³, w = 2: the slope is 12.25 with h = 0.5, and 12.0625 with h = 0.25."""
    for h, slope in ((0.5, 12.25), (0.25, 12.0625)):
        error = spy("error", lambda w: float(w**3), ())
        expect(student.numerical_gradient(error, np.array(2.0), h), close_to=slope)


@task("numerical_gradient", points=1.5)
def test_slopes_of_a_matrix(student: Student) -> None:
    """A 2 × 3 matrix has six slopes, each measured alone."""
    error = spy("error", _error, (2, 3))
    expect(student.numerical_gradient(error, W, 0.25), close_to=_slopes(0.25))


@task("numerical_gradient", points=1)
def test_numerical_gradient_keeps_the_weights(student: Student) -> None:
    """W is the same after the call."""
    answer = student.numerical_gradient(spy("error", _error, (2, 3)), W, 0.1)
    with beside_the_value():
        expect(answer, close_to=_slopes(0.1))
    expect_unchanged(answer)
