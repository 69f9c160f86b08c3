"""Visible checks of `update`: the chapter's step, and small cases worked by hand."""

import numpy as np
from numpy.typing import NDArray

from assignments import chapter
from autograder.checks import (
    Student,
    beside_the_value,
    expect,
    expect_calls,
    expect_unchanged,
    spy,
    task,
    unpack,
)

Array = NDArray[np.float64]

W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
GRADIENT = np.array([[8.0, -4.0, 0.0], [2.0, 0.0, -6.0]])
W_AFTER = np.array([[-1.0, 3.0, 3.0], [3.5, 5.0, 7.5]])  # with lr = 0.25

# Matrices of a 3-4-2 network
W_HIDDEN = np.linspace(-0.5, 1.0, 12).reshape(4, 3)
W_OUTPUT = np.linspace(0.25, 2.0, 8).reshape(2, 4)

# A valley: E(w) = ½ Σ STEEPNESS (w − LOWEST)² + 3
STEEPNESS = np.array([[1.0, 2.0, 0.5], [4.0, 1.0, 3.0]])
LOWEST = np.array([[0.0, 1.0, -1.0], [2.0, 0.5, 1.5]])
START = np.array([[1.0, -1.0, 2.0], [1.0, 2.0, 0.5]])


@task("step", points=2.5)
def test_step_of_the_chapter(student: Student) -> None:
    """The chapter's eight weights move to W1⁺ … W8⁺."""
    hidden = student.step(chapter.W_hidden, chapter.hidden_gradients, chapter.lr)
    expect(hidden, close_to=chapter.W_hidden_new, printed=True)
    output = student.step(chapter.W_output, chapter.output_gradients, chapter.lr)
    expect(output, close_to=chapter.W_output_new, printed=True)


@task("step", points=2.5)
def test_step_of_a_matrix_that_is_not_square(student: Student) -> None:
    """A 2 × 3 matrix moves against its gradient; a slope of 0 moves nothing."""
    expect(student.step(W, GRADIENT, 0.25), close_to=W_AFTER)


@task("step", points=2)
def test_step_returns_a_new_array(student: Student) -> None:
    """W is the same after the call."""
    answer = student.step(W, GRADIENT, 0.25)
    with beside_the_value():
        expect(answer, close_to=W_AFTER)
    expect_unchanged(answer)


@task("step_all", points=3)
def test_step_of_both_layers_of_the_chapter(student: Student) -> None:
    """Both layers of the chapter's network move to the values after one step."""
    answer = student.step_all(
        [chapter.W_hidden, chapter.W_output],
        [chapter.hidden_gradients, chapter.output_gradients],
        chapter.lr,
    )
    hidden, output = unpack(answer, "W_hidden", "W_output")
    expect(hidden, close_to=chapter.W_hidden_new, printed=True)
    expect(output, close_to=chapter.W_output_new, printed=True)


@task("step_all", points=2.5)
def test_step_of_three_layers(student: Student) -> None:
    """Three layers of different shapes take one step each."""
    weights = [W, np.ones((1, 2)), np.array([[2.0], [0.5]])]
    gradients = [GRADIENT, np.array([[4.0, -4.0]]), np.array([[0.0], [1.0]])]
    first, second, third = unpack(student.step_all(weights, gradients, 0.25), "W1", "W2", "W3")
    expect(first, close_to=W_AFTER)
    expect(second, close_to=[[0.0, 2.0]])
    expect(third, close_to=[[2.0], [0.25]])


@task("step_all", points=1.5)
def test_step_all_returns_a_new_list(student: Student) -> None:
    """The list and its arrays are the same after the call."""
    answer = student.step_all([W, W_OUTPUT], [GRADIENT, W_OUTPUT], 0.25)
    with beside_the_value():
        first, second = unpack(answer, "W1", "W2")
        expect(first, close_to=W_AFTER)
        expect(second, close_to=0.75 * W_OUTPUT)
    expect_unchanged(answer)


def _chapter_gradients(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
    """The chapter's gradients at its weights; at any others they are smaller."""
    old = np.allclose(W_hidden, chapter.W_hidden, atol=1e-6)
    old &= np.allclose(W_output, chapter.W_output, atol=1e-6)
    share = 1.0 if old else 0.9
    return share * chapter.hidden_gradients, share * chapter.output_gradients


@task("network_step", points=2.5)
def test_step_of_the_chapters_network(student: Student) -> None:
    """The chapter's network moves to W1⁺ … W8⁺, all from gradients at the old weights."""
    gradients = spy("gradients", _chapter_gradients, (2, 2), (2, 2))
    answer = student.network_step(gradients, chapter.W_hidden, chapter.W_output, chapter.lr)
    hidden, output = unpack(answer, "W_hidden", "W_output")
    expect(hidden, close_to=chapter.W_hidden_new, printed=True)
    expect(output, close_to=chapter.W_output_new, printed=True)


def _coupled_gradients(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
    """Each layer's gradient depends on the other layer's weights."""
    return W_hidden * W_output.sum(), W_output * W_hidden.sum()


@task("network_step", points=2.5)
def test_step_of_a_network_that_is_not_square(student: Student) -> None:
    """A 3-4-2 network takes the right step, whatever its gradients are."""
    gradients = spy("gradients", _coupled_gradients, (4, 3), (2, 4))
    answer = student.network_step(gradients, W_HIDDEN, W_OUTPUT, 0.1)
    hidden, output = unpack(answer, "W_hidden", "W_output")
    expect(hidden, close_to=W_HIDDEN * (1 - 0.1 * W_OUTPUT.sum()))
    expect(output, close_to=W_OUTPUT * (1 - 0.1 * W_HIDDEN.sum()))


@task("network_step", points=2)
def test_network_step_asks_once(student: Student) -> None:
    """`gradients` is asked once, at the old weights, and these stay unchanged."""
    gradients = spy("gradients", _coupled_gradients, (4, 3), (2, 4))
    answer = student.network_step(gradients, W_HIDDEN, W_OUTPUT, 0.2)
    with beside_the_value():
        hidden, output = unpack(answer, "W_hidden", "W_output")
        expect(hidden, close_to=W_HIDDEN * (1 - 0.2 * W_OUTPUT.sum()))
        expect(output, close_to=W_OUTPUT * (1 - 0.2 * W_HIDDEN.sum()))
    expect_calls(answer, gradients, [(W_HIDDEN, W_OUTPUT)])
    expect_unchanged(answer)


def _after(steps: int, lr: float) -> Array:
    """Where `steps` steps lead in the valley: each one shrinks the distance by 1 − lr·steepness."""
    place: Array = LOWEST + (START - LOWEST) * (1 - lr * STEEPNESS) ** steps
    return place


def _error(w: Array) -> float:
    return float(0.5 * (STEEPNESS * (w - LOWEST) ** 2).sum() + 3)


def _slopes(w: Array) -> Array:
    slopes: Array = STEEPNESS * (w - LOWEST)
    return slopes


@task("descend", points=3)
def test_descend_on_the_square(student: Student) -> None:
    """E(w) = w², from w = 4 with lr = 0.25: w = 2 after one step, 0.5 after three."""
    for steps, expected in ((1, 2.0), (3, 0.5)):
        gradient = spy("gradient", lambda w: 2 * w, ())
        expect(student.descend(gradient, np.array(4.0), 0.25, steps), close_to=expected)


@task("descend", points=3)
def test_descend_with_a_matrix(student: Student) -> None:
    """A 2 × 3 matrix of weights walks down its valley."""
    for steps in (1, 4):
        gradient = spy("gradient", _slopes, (2, 3))
        expect(student.descend(gradient, START, 0.1, steps), close_to=_after(steps, 0.1))


@task("descend", points=2)
def test_descend_asks_once_in_each_step(student: Student) -> None:
    """`gradient` is asked once per step, each time at the current w."""
    gradient = spy("gradient", _slopes, (2, 3))
    answer = student.descend(gradient, START, 0.1, 5)
    with beside_the_value():
        expect(answer, close_to=_after(5, 0.1))
    expect_calls(answer, gradient, [(_after(steps, 0.1),) for steps in range(5)])


@task("descend", points=1)
def test_descend_without_a_step(student: Student) -> None:
    """Zero steps lead nowhere: w stays, and the array that was passed in is unchanged."""
    for steps in (0, 2):
        gradient = spy("gradient", _slopes, (2, 3))
        answer = student.descend(gradient, START, 0.2, steps)
        expect(answer, close_to=_after(steps, 0.2))
        expect_unchanged(answer)


@task("error_history", points=2.5)
def test_errors_on_the_square(student: Student) -> None:
    """E(w) = w², from w = 4 with lr = 0.25: three steps give 16, 4, 1, 0.25."""
    for lr, errors in ((0.25, [16.0, 4.0, 1.0, 0.25]), (0.5, [16.0, 0.0])):
        error = spy("error", lambda w: float(w**2), ())
        gradient = spy("gradient", lambda w: 2 * w, ())
        answer = student.error_history(error, gradient, np.array(4.0), lr, len(errors) - 1)
        expect(answer, close_to=errors)


@task("error_history", points=2.5)
def test_errors_with_a_matrix(student: Student) -> None:
    """Six steps of a 2 × 3 matrix give seven errors."""
    error, gradient = spy("error", _error, (2, 3)), spy("gradient", _slopes, (2, 3))
    answer = student.error_history(error, gradient, START, 0.1, 6)
    expect(answer, close_to=[_error(_after(steps, 0.1)) for steps in range(7)])


@task("error_history", points=2)
def test_errors_without_a_step(student: Student) -> None:
    """Zero steps give one error; the array that was passed in is unchanged."""
    for steps in (0, 2):
        error, gradient = spy("error", _error, (2, 3)), spy("gradient", _slopes, (2, 3))
        answer = student.error_history(error, gradient, START, 0.2, steps)
        expect(answer, close_to=[_error(_after(k, 0.2)) for k in range(steps + 1)])
        expect_unchanged(answer)


# A 3-2-1 network whose first step can be worked by hand: h and o are one half
FLAT = np.zeros((2, 3))
OPPOSITE = np.array([[1.0, -1.0]])
INPUTS = np.array([1.0, 0.0, 2.0])
WANTED = np.array([1.0])


@task("train_network", points=3)
def test_training_of_the_chapter(student: Student) -> None:
    """One step moves the chapter's W1 … W8 and lowers its error to 0.02323634."""
    answer = student.train_network(
        chapter.x, chapter.target, chapter.W_hidden, chapter.W_output, chapter.lr, 1
    )
    hidden, output, errors = unpack(answer, "W_hidden", "W_output", "errors")
    expect(hidden, close_to=chapter.W_hidden_new, printed=True)
    expect(output, close_to=chapter.W_output_new, printed=True)
    expect(errors, close_to=[chapter.total_error, 0.02323634], printed=True)


@task("train_network", points=3)
def test_training_of_a_network_that_is_not_square(student: Student) -> None:
    """A 3-2-1 network takes two steps: its error falls from 0.125 to 0.0177."""
    answer = student.train_network(INPUTS, WANTED, FLAT, OPPOSITE, 8.0, 1)
    hidden, output, _errors = unpack(answer, "W_hidden", "W_output", "errors")
    expect(hidden, close_to=[[0.25, 0.0, 0.5], [-0.25, 0.0, -0.5]])
    expect(output, close_to=[[1.5, -0.5]])
    answer = student.train_network(INPUTS, WANTED, FLAT, OPPOSITE, 8.0, 2)
    *_weights, errors = unpack(answer, "W_hidden", "W_output", "errors")
    expect(errors, close_to=[0.125, 0.03337050, 0.01766537], printed=True)


@task("train_network", points=2)
def test_training_without_a_step(student: Student) -> None:
    """Zero steps give the same weights and one error; what was passed in is unchanged."""
    for steps in (0, 1):
        answer = student.train_network(INPUTS, WANTED, FLAT, OPPOSITE, 8.0, steps)
        hidden, output, errors = unpack(answer, "W_hidden", "W_output", "errors")
        expect(hidden, close_to=np.outer([0.25, -0.25], steps * INPUTS))
        expect(output, close_to=OPPOSITE + 0.5 * steps)
        expect(errors, close_to=[0.125, 0.03337050][: steps + 1], printed=True)
        expect_unchanged(answer)
