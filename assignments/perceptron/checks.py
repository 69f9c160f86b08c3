"""Visible checks of `perceptron`: the notebook's votes, the gates' truth tables, counts by hand."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assignments import chapter
from autograder.checks import Answer, CheckFailed, Student, expect, fail, numbers, task, unpack

Array = NDArray[np.float64]
Neuron = Callable[[Array, Array, float], int]  # perceptron(x, w, b)

CORNERS = chapter.truth_table_X
GATES = {"AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1)}
XOR = tuple(chapter.truth_table_Y[:, 0].astype(int).tolist())
VOTES = np.array([0.75, -0.5])


def neuron(x: Array, w: Array, b: float) -> int:
    """The answer of a perceptron."""
    return int(x @ w + b > 0)


def arrays(answer: Answer, **shapes: tuple[int, ...]) -> list[Array]:
    """The parts of an answer by name; the check fails unless each has its shape."""
    parts = []
    for part, shape in zip(unpack(answer, *shapes), shapes.values(), strict=True):
        array = numbers(part)
        if shape == () and array.shape == (1,):
            array = array.reshape(())
        if array.shape != shape:
            fail("shape", call=part.called, got=str(array.shape), want=str(shape))
        parts.append(array)
    return parts


def expect_gate(student: Student, name: str, truth: tuple[int, ...], perceptron: Neuron) -> None:
    """Fail unless (w, b) answer like the gate at all corners and are not those of all gates."""
    answer = student.gate(name)
    w, b = arrays(answer, w=(2,), b=())
    for corner, want in zip(CORNERS, truth, strict=True):
        got = perceptron(corner, w, float(b))
        if got != want:
            fail("corner", call=answer.called, x=point(corner), got=got, want=want)
    if all(answers_alike(student, other, answer) for other in GATES if other != name):
        fail("same_gate", call=answer.called)


def answers_alike(student: Student, other: str, answer: Answer) -> bool:
    """Whether another gate has the very same answer; an error is another answer."""
    try:
        return repr(student.gate(other).value) == repr(answer.value)
    except CheckFailed:
        return False


def hidden_points(answer: Answer, perceptron: Neuron) -> list[Array]:
    """Where the hidden layer of an XOR network sends the four corners."""
    W, b, *_ = arrays(answer, W_hidden=(2, 2), b_hidden=(2,), w_output=(2,), b_output=())
    return [
        np.array([float(perceptron(corner, W[i], float(b[i]))) for i in (0, 1)])
        for corner in CORNERS
    ]


def expect_xor(answer: Answer, perceptron: Neuron) -> None:
    """Fail unless the network's answer is XOR at all four corners."""
    hidden = hidden_points(answer, perceptron)
    *_, w, b = arrays(answer, W_hidden=(2, 2), b_hidden=(2,), w_output=(2,), b_output=())
    for corner, h, want in zip(CORNERS, hidden, XOR, strict=True):
        got = perceptron(h, w, float(b))
        if got != want:
            fail("corner", call=answer.called, x=point(corner), got=got, want=want)


def expect_one_line(answer: Answer, perceptron: Neuron) -> None:
    """Fail unless a single line could separate XOR in the plane of the hidden layer.

    No row of 0 may meet a row of 1. If all four points stay apart, two on each diagonal, no line
    will do: one perceptron alone is never XOR, so h₁ or h₂ can't be.
    """
    hidden = [point(h) for h in hidden_points(answer, perceptron)]
    wanted = dict(zip(hidden, XOR, strict=True))
    if any(wanted[h] != want for h, want in zip(hidden, XOR, strict=True)):
        fail("hidden_met", call=answer.called)
    if len(wanted) == len(CORNERS):
        fail("hidden_apart", call=answer.called)


def point(x: Array) -> str:
    """A corner as text, (0, 1) say."""
    return f"({x[0]:g}, {x[1]:g})"


@task("weighted_sum", points=3.5)
def test_weighted_sums_of_the_votes(student: Student) -> None:
    """The opinions (1, 0) give the weighted sum 0.5, the opinions (0, 1) give −0.75."""
    expect(student.weighted_sum(np.array([1.0, 0.0]), VOTES, -0.25), close_to=0.5)
    expect(student.weighted_sum(np.array([0.0, 1.0]), VOTES, -0.25), close_to=-0.75)


@task("weighted_sum", points=3)
def test_weighted_sum_of_three_inputs(student: Student) -> None:
    """Three inputs and a single one work, too."""
    z = student.weighted_sum(np.array([1.0, 2.0, 3.0]), np.array([4.0, 0.5, -1.0]), 0.25)
    expect(z, close_to=2.25)
    expect(student.weighted_sum(np.array([2.0]), np.array([3.0]), -1.5), close_to=4.5)


@task("perceptron", points=5)
def test_answers_to_the_votes(student: Student) -> None:
    """The opinions give the right answers with the biases −0.25, −1 and 0.75."""
    critic, friend = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    expect(student.perceptron(critic, VOTES, -0.25), equal=1)
    expect(student.perceptron(critic, VOTES, -1.0), equal=0)
    expect(student.perceptron(friend, VOTES, -0.25), equal=0)
    expect(student.perceptron(friend, VOTES, 0.75), equal=1)


@task("perceptron", points=3)
def test_weighted_sum_of_exactly_zero(student: Student) -> None:
    """A weighted sum of exactly 0 gives 0, one of 0.5 gives 1."""
    expect(student.perceptron(np.array([1.0, 1.0]), VOTES, -0.25), equal=0)
    expect(student.perceptron(np.array([1.0, 0.0]), VOTES, -0.25), equal=1)


@task("gate", points=3)
def test_and_gate(student: Student) -> None:
    """AND is 1 at (1, 1) only."""
    expect_gate(student, "AND", GATES["AND"], neuron)


@task("gate", points=4)
def test_nand_gate(student: Student) -> None:
    """NAND is 0 at (1, 1) only."""
    expect_gate(student, "NAND", GATES["NAND"], neuron)


@task("gate", points=3)
def test_or_gate(student: Student) -> None:
    """OR is 0 at (0, 0) only."""
    expect_gate(student, "OR", GATES["OR"], neuron)


@task("xor_network", points=4)
def test_hidden_layer_helps(student: Student) -> None:
    """After the hidden layer one line can separate the rows of 1 from the rows of 0."""
    expect_one_line(student.xor_network(), neuron)


@task("xor_network", points=6)
def test_xor_table(student: Student) -> None:
    """The two layers compute XOR at all four corners."""
    expect_xor(student.xor_network(), neuron)


@task("parameter_count", points=3.5)
def test_parameters_of_the_chapter(student: Student) -> None:
    """The network [2, 10, 10, 10, 1] has 261 parameters, [2, 2, 1] has 9."""
    expect(student.parameter_count(list(chapter.sizes)), equal=chapter.parameter_count)
    expect(student.parameter_count([2, 2, 1]), equal=9)


@task("parameter_count", points=3)
def test_parameters_of_a_single_layer(student: Student) -> None:
    """Without a hidden layer, [2, 1] has 3 parameters and [3, 2] has 8."""
    expect(student.parameter_count([2, 1]), equal=3)
    expect(student.parameter_count([3, 2]), equal=8)


@task("is_deep", points=3)
def test_deep_in_the_chapter(student: Student) -> None:
    """The network [2, 10, 10, 10, 1] is deep, [2, 2, 1] is not."""
    expect(student.is_deep(list(chapter.sizes)), equal=True)
    expect(student.is_deep([2, 2, 1]), equal=False)


@task("is_deep", points=2)
def test_deep_from_two_hidden_layers(student: Student) -> None:
    """Two hidden layers are enough: [4, 3, 3, 2] is deep, [4, 9, 2] is not."""
    expect(student.is_deep([4, 3, 3, 2]), equal=True)
    expect(student.is_deep([4, 9, 2]), equal=False)
