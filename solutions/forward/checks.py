"""Hidden checks of `forward`: any legal network, compared with the solution."""

import numpy as np
from numpy.random import Generator

from autograder.checks import (
    Answer,
    Student,
    draw,
    expect,
    expect_no_warning,
    expect_unchanged,
    task,
    unpack,
)
from solutions.drawing.networks import SINGLES, Array, Sizes, draw_arguments, expect_solved
from solutions.forward import solution

LAYER = (solution.weighted_sums, "W_hidden", "x")
NETWORK = (solution.forward, "W_hidden", "W_output", "x")
ERRORS = (solution.output_errors, "target", "o")
TOTAL = (solution.total_error, "target", "o")
ONE_OUTPUT: Sizes = (3, 2, 1)


@task("weighted_sums", points=5)
def test_weighted_sums_of_any_layer(student: Student, rng: Generator) -> None:
    """The weighted sums are right for layers of any size."""
    for _ in range(3):
        expect_solved(student, rng, *LAYER)


@task("weighted_sums", points=3)
def test_weighted_sums_of_one_neuron_or_one_input(student: Student, rng: Generator) -> None:
    """A layer of one neuron, or with one input, gives a vector, too."""
    for sizes in SINGLES:
        expect_solved(student, rng, *LAYER, sizes=sizes)


@task("weighted_sums", points=2)
def test_weighted_sums_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W and x are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *LAYER))


def draw_z(rng: Generator, low: float, high: float, *shape: int) -> Array:
    """Weighted sums of size low … high, every other one negative."""

    def make(rng: Generator) -> tuple[Array]:
        z = np.array(rng.uniform(low, high, shape))
        z.flat[::2] *= -1
        return (z,)

    return draw(rng, make, solution.sigmoid)[0]


def expect_activations(student: Student, z: Array) -> Answer:
    a = student.sigmoid(z)
    expect(a, close_to=solution.sigmoid(z))
    return a


@task("sigmoid", points=3)
def test_sigmoid_of_a_vector(student: Student, rng: Generator) -> None:
    """The activations are right for vectors of any length."""
    for length in (1, 4, int(rng.integers(5, 9))):
        expect_activations(student, draw_z(rng, 0.1, 3, length))


@task("sigmoid", points=3)
def test_sigmoid_of_numbers_and_matrices(student: Student, rng: Generator) -> None:
    """Single numbers and matrices of any size keep their shape."""
    m, n = rng.permutation([2, 3, 4, 5])[:2].tolist()
    for shape in ((), (m, n), (1, n)):
        expect_activations(student, draw_z(rng, 0.1, 3, *shape))


@task("sigmoid", points=3)
def test_sigmoid_is_exact_far_from_zero(student: Student, rng: Generator) -> None:
    """The activations are exact for z of any size up to 1000."""
    for low, high in ((5, 8), (12, 16), (40, 700), (710, 1000)):
        expect_activations(student, draw_z(rng, low, high, 4))


@task("sigmoid", points=2)
def test_sigmoid_gives_no_warning(student: Student, rng: Generator) -> None:
    """No warning appears for z of any size up to 1000."""
    for length in (4, 5):
        z = np.append(draw_z(rng, 0.1, 3, length), draw_z(rng, 710, 1000, length))
        expect_no_warning(expect_activations(student, z))


@task("sigmoid", points=2)
def test_sigmoid_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """z is the same after the call."""
    for length in (4, 5):
        z = np.append(draw_z(rng, 0.1, 3, length), draw_z(rng, 710, 1000, length))
        expect_unchanged(expect_activations(student, z))


def expect_forward(student: Student, rng: Generator, sizes: Sizes | None = None) -> Answer:
    arguments = draw_arguments(rng, *NETWORK, sizes=sizes)
    answer = student.forward(*arguments)
    h, o = unpack(answer, "h", "o")
    expected_h, expected_o = solution.forward(*arguments)
    expect(h, close_to=expected_h)
    expect(o, close_to=expected_o)
    return answer


@task("forward", points=4)
def test_hidden_outputs_of_any_network(student: Student, rng: Generator) -> None:
    """h is right for networks of any size."""
    for _ in range(3):
        arguments = draw_arguments(rng, *NETWORK)
        h, _o = unpack(student.forward(*arguments), "h", "o")
        expect(h, close_to=solution.forward(*arguments)[0])


@task("forward", points=6)
def test_predictions_of_any_network(student: Student, rng: Generator) -> None:
    """o is right for networks of any size."""
    for _ in range(3):
        arguments = draw_arguments(rng, *NETWORK)
        _h, o = unpack(student.forward(*arguments), "h", "o")
        expect(o, close_to=solution.forward(*arguments)[1])


@task("forward", points=4)
def test_forward_through_single_neurons(student: Student, rng: Generator) -> None:
    """One input, one hidden neuron or one output still give vectors."""
    for sizes in SINGLES:
        expect_forward(student, rng, sizes)


@task("forward", points=2)
def test_forward_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The weights and x are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_forward(student, rng))


@task("output_errors", points=5)
def test_errors_of_any_outputs(student: Student, rng: Generator) -> None:
    """Each output's error is right, for any number of outputs."""
    for _ in range(3):
        expect_solved(student, rng, *ERRORS)


@task("output_errors", points=2)
def test_error_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one error."""
    for sizes in (ONE_OUTPUT, None):
        expect_solved(student, rng, *ERRORS, sizes=sizes)


@task("output_errors", points=1)
def test_output_errors_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *ERRORS))


@task("total_error", points=3)
def test_total_error_of_any_outputs(student: Student, rng: Generator) -> None:
    """The total is right for any number of outputs."""
    for _ in range(3):
        expect_solved(student, rng, *TOTAL)


@task("total_error", points=1.5)
def test_total_error_of_one_output(student: Student, rng: Generator) -> None:
    """With one output the total is that output's error."""
    for sizes in (ONE_OUTPUT, None):
        expect_solved(student, rng, *TOTAL, sizes=sizes)


@task("total_error", points=1)
def test_total_error_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *TOTAL))
