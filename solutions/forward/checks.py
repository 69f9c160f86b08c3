"""Hidden checks of `forward`: any legal network, compared with the solution."""

import numpy as np
from numpy.random import Generator

from autograder.checks import (
    Numbers,
    Student,
    beside_the_value,
    cases,
    draw,
    expect,
    expect_no_warning,
    expect_unchanged,
    mixture,
    task,
    unpack,
)
from solutions.drawing.networks import (
    MANY,
    SINGLES,
    Array,
    draw_arguments,
    expect_solved,
    expect_untouched,
)
from solutions.forward import solution

# What may be passed
LAYER = {"W": Numbers(-3, 3, "neurons", "inputs"), "x": Numbers(-10, 10, "inputs")}
NETWORK = {
    "W_hidden": Numbers(-3, 3, "hidden", "inputs"),
    "W_output": Numbers(-3, 3, "outputs", "hidden"),
    "x": Numbers(-10, 10, "inputs"),
}
OUTPUTS = {
    "target": Numbers(0, 1, "outputs", exact=True),
    "o": Numbers(0, 1, "outputs", exact=True),
}
# Weighted sums: where the sigmoid bends, and all
BEND = 8.0
FAR = 1000.0


@task("weighted_sums", points=5)
def test_weighted_sums_of_any_layer(student: Student, rng: Generator) -> None:
    """The weighted sums are right for layers of any size."""
    names = ("W_hidden", "x")
    large = draw_arguments(rng, solution.weighted_sums, *names, saturated=MANY)
    for layer in [large, *cases(rng, LAYER, solution.weighted_sums)]:
        expect_solved(student, solution.weighted_sums, layer)


@task("weighted_sums", points=3)
def test_weighted_sums_of_one_neuron_or_one_input(student: Student, rng: Generator) -> None:
    """A layer of one neuron, or with one input, gives a vector, too."""
    for sizes in SINGLES:
        layer = draw_arguments(rng, solution.weighted_sums, "W_hidden", "x", sizes=sizes)
        expect_solved(student, solution.weighted_sums, layer)


@task("weighted_sums", points=2)
def test_weighted_sums_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W and x are the same after the call."""
    for _ in range(3):
        layer = mixture(rng, LAYER, solution.weighted_sums)
        expect_untouched(student, solution.weighted_sums, layer)


def of_size(rng: Generator, low: float, high: float, *shape: int) -> Array:
    """Weighted sums of size low … high, every other one negative."""

    def make(rng: Generator) -> tuple[Array]:
        z = np.array(rng.uniform(low, high, shape))
        z.flat[::2] *= -1
        return (z,)

    return draw(rng, make, solution.sigmoid)[0]


def far_and_near(rng: Generator) -> list[Array]:
    """Single numbers, vectors and matrices of weighted sums of every size up to 1000."""
    numbers = [np.array(end * FAR) for end in (1, -1)]
    axes = ("m", "n")
    mixed = [
        mixture(rng, {"z": Numbers(-FAR, FAR, *axes[:n])}, solution.sigmoid)[0] for n in (1, 2)
    ]
    parts = [mixed[0], of_size(rng, 0.1, 3, 4), of_size(rng, 9, 16, 4)]
    return [*numbers, *mixed, np.concatenate(parts)]


@task("sigmoid", points=3)
def test_sigmoid_of_a_vector(student: Student, rng: Generator) -> None:
    """The activations are right for vectors of any length."""
    for z in cases(rng, {"z": Numbers(-BEND, BEND, "n")}, solution.sigmoid):
        expect_solved(student, solution.sigmoid, z)


@task("sigmoid", points=3)
def test_sigmoid_of_numbers_and_matrices(student: Student, rng: Generator) -> None:
    """Single numbers and matrices of any size keep their shape."""
    for axes in ((), ("m", "n")):
        for z in cases(rng, {"z": Numbers(-BEND, BEND, *axes)}, solution.sigmoid):
            expect_solved(student, solution.sigmoid, z)


@task("sigmoid", points=3)
def test_sigmoid_is_exact_far_from_zero(student: Student, rng: Generator) -> None:
    """The activations are exact for z of any size up to 1000."""
    for low, high in ((5, 8), (12, 16), (40, 700), (710, FAR)):
        expect_solved(student, solution.sigmoid, (of_size(rng, low, high, 4),))
    for axes in ((), ("n",)):
        for z in cases(rng, {"z": Numbers(-FAR, FAR, *axes)}, solution.sigmoid):
            expect_solved(student, solution.sigmoid, z)


@task("sigmoid", points=2)
def test_sigmoid_gives_no_warning(student: Student, rng: Generator) -> None:
    """No warning appears for z of any size up to 1000."""
    for z in far_and_near(rng):
        a = student.sigmoid(z)
        with beside_the_value():
            expect(a, close_to=solution.sigmoid(z))
        expect_no_warning(a)


@task("sigmoid", points=2)
def test_sigmoid_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """z is the same after the call."""
    for z in far_and_near(rng):
        expect_untouched(student, solution.sigmoid, (z,))


@task("forward", points=4)
def test_hidden_outputs_of_any_network(student: Student, rng: Generator) -> None:
    """h is right for networks of any size."""
    saturated = draw_arguments(rng, solution.forward, *NETWORK, saturated=MANY)
    for network in [saturated, *cases(rng, NETWORK, solution.forward)]:
        h, _o = unpack(student.forward(*network), "h", "o")
        expect(h, close_to=solution.forward(*network)[0])


@task("forward", points=6)
def test_predictions_of_any_network(student: Student, rng: Generator) -> None:
    """o is right for networks of any size."""
    for network in cases(rng, NETWORK, solution.forward):
        _h, o = unpack(student.forward(*network), "h", "o")
        expect(o, close_to=solution.forward(*network)[1])


@task("forward", points=4)
def test_forward_through_single_neurons(student: Student, rng: Generator) -> None:
    """One input, one hidden neuron or one output still give vectors."""
    for sizes in SINGLES:
        network = draw_arguments(rng, solution.forward, *NETWORK, sizes=sizes)
        parts = unpack(student.forward(*network), "h", "o")
        for part, expected in zip(parts, solution.forward(*network), strict=True):
            expect(part, close_to=expected)


@task("forward", points=2)
def test_forward_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The weights and x are the same after the call."""
    for _ in range(3):
        network = mixture(rng, NETWORK, solution.forward)
        answer = student.forward(*network)
        with beside_the_value():
            parts = unpack(answer, "h", "o")
            for part, expected in zip(parts, solution.forward(*network), strict=True):
                expect(part, close_to=expected)
        expect_unchanged(answer)


def several_outputs(rng: Generator) -> list[tuple[Array, Array]]:
    """Targets and predictions of three outputs."""

    def make(rng: Generator) -> tuple[Array, Array]:
        return rng.uniform(0, 1, 3), rng.uniform(0, 1, 3)

    return [draw(rng, make, solution.output_errors) for _ in range(3)]


@task("output_errors", points=5)
def test_errors_of_any_outputs(student: Student, rng: Generator) -> None:
    """Each output's error is right, for any number of outputs."""
    for outputs in cases(rng, OUTPUTS, solution.output_errors):
        expect_solved(student, solution.output_errors, outputs)


@task("output_errors", points=2)
def test_error_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one error."""
    for target, o in several_outputs(rng):
        expect_solved(student, solution.output_errors, (target, o))
        expect_solved(student, solution.output_errors, (target[:1], o[:1]))


@task("output_errors", points=1)
def test_output_errors_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(3):
        outputs = mixture(rng, OUTPUTS, solution.output_errors)
        expect_untouched(student, solution.output_errors, outputs)


@task("total_error", points=3)
def test_total_error_of_any_outputs(student: Student, rng: Generator) -> None:
    """The total is right for any number of outputs."""
    for outputs in cases(rng, OUTPUTS, solution.total_error):
        expect_solved(student, solution.total_error, outputs)


@task("total_error", points=1.5)
def test_total_error_of_one_output(student: Student, rng: Generator) -> None:
    """With one output the total is that output's error."""
    for target, o in several_outputs(rng):
        expect_solved(student, solution.total_error, (target, o))
        expect_solved(student, solution.total_error, (target[:1], o[:1]))


@task("total_error", points=1)
def test_total_error_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(3):
        outputs = mixture(rng, OUTPUTS, solution.total_error)
        expect_untouched(student, solution.total_error, outputs)
