"""Hidden checks of `backprop`: any legal network, compared with the solution."""

from numpy.random import Generator

from autograder.checks import (
    Numbers,
    Student,
    beside_the_value,
    cases,
    expect,
    expect_unchanged,
    mixture,
    task,
)
from solutions.backprop import solution
from solutions.drawing.networks import (
    FEW,
    SIGMOIDS,
    SINGLES,
    Sizes,
    arranged,
    draw_arguments,
    expect_solved,
    expect_untouched,
    with_outputs,
)
from solutions.drawing.slopes import Measurement, loose, measurements, of_a_network

# What may be passed
OUTPUTS = {
    "target": Numbers(0, 1, "outputs", exact=True),
    "o": Numbers(0, 1, "outputs", exact=True),
}
ACTIVATIONS = {"a": Numbers(0, 1, "neurons", exact=True)}
OUTPUT_NEURONS = {
    "target": Numbers(0, 1, "outputs", exact=True),
    "o": Numbers(*SIGMOIDS, "outputs", exact=True),
}
OUTPUT_LAYER = {**OUTPUT_NEURONS, "h": Numbers(*SIGMOIDS, "hidden", exact=True)}
HIDDEN_NEURONS = {
    "W_output": Numbers(-3, 3, "outputs", "hidden"),
    "deltas": Numbers(-1 / 8, 1 / 8, "outputs"),
    "h": Numbers(*SIGMOIDS, "hidden", exact=True),
}
HIDDEN_LAYER = {  # with_outputs adds o
    "W_output": Numbers(-3, 3, "outputs", "hidden"),
    "target": Numbers(0, 1, "outputs", exact=True),
    "h": Numbers(*SIGMOIDS, "hidden", exact=True),
    "x": Numbers(-10, 10, "inputs"),
}
# The arguments, by name
OUTPUT_GRADIENTS = ("target", "o", "h")
HIDDEN_DELTAS = ("W_output", "deltas", "h")
HIDDEN_GRADIENTS = ("W_output", "target", "o", "h", "x")
ONE_OUTPUT: Sizes = (3, 2, 1)
ONE_NEURON: Sizes = (3, 1, 2)


@task("error_slope", points=3)
def test_error_slope_of_any_outputs(student: Student, rng: Generator) -> None:
    """The slope is right for any number of outputs."""
    for outputs in cases(rng, OUTPUTS, solution.error_slope):
        expect_solved(student, solution.error_slope, outputs)


@task("error_slope", points=1.5)
def test_error_slope_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one slope."""
    for sizes in (ONE_OUTPUT, None, ONE_OUTPUT):
        outputs = draw_arguments(rng, solution.error_slope, *OUTPUTS, sizes=sizes)
        expect_solved(student, solution.error_slope, outputs)


@task("error_slope", points=1)
def test_error_slope_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(3):
        outputs = mixture(rng, OUTPUTS, solution.error_slope)
        expect_untouched(student, solution.error_slope, outputs)


@task("sigmoid_slope", points=3)
def test_sigmoid_slope_of_any_activations(student: Student, rng: Generator) -> None:
    """The slope is right for any activations between 0 and 1."""
    for activations in cases(rng, ACTIVATIONS, solution.sigmoid_slope):
        expect_solved(student, solution.sigmoid_slope, activations)


@task("sigmoid_slope", points=1.5)
def test_sigmoid_slope_of_one_neuron(student: Student, rng: Generator) -> None:
    """One neuron gives a vector of one slope."""
    for sizes in (ONE_NEURON, None, ONE_NEURON):
        activations = draw_arguments(rng, solution.sigmoid_slope, "h", sizes=sizes)
        expect_solved(student, solution.sigmoid_slope, activations)


@task("sigmoid_slope", points=1)
def test_sigmoid_slope_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The activations are the same after the call."""
    for _ in range(3):
        activations = mixture(rng, ACTIVATIONS, solution.sigmoid_slope)
        expect_untouched(student, solution.sigmoid_slope, activations)


@task("output_deltas", points=4.5)
def test_output_deltas_of_any_outputs(student: Student, rng: Generator) -> None:
    """The deltas are right for any number of outputs."""
    for outputs in cases(rng, OUTPUT_NEURONS, solution.output_deltas):
        expect_solved(student, solution.output_deltas, outputs)
    outputs = draw_arguments(rng, solution.output_deltas, *OUTPUTS, saturated=FEW)
    expect_solved(student, solution.output_deltas, outputs)


@task("output_deltas", points=2)
def test_output_delta_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one delta."""
    for sizes in (ONE_OUTPUT, None, ONE_OUTPUT):
        outputs = draw_arguments(rng, solution.output_deltas, *OUTPUTS, sizes=sizes)
        expect_solved(student, solution.output_deltas, outputs)


@task("output_deltas", points=1.5)
def test_output_deltas_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(3):
        outputs = mixture(rng, OUTPUT_NEURONS, solution.output_deltas)
        expect_untouched(student, solution.output_deltas, outputs)


@task("output_gradients", points=6)
def test_output_gradients_of_any_network(student: Student, rng: Generator) -> None:
    """The gradient of W_output is right for networks of any size."""
    for layer in cases(rng, OUTPUT_LAYER, solution.output_gradients):
        expect_solved(student, solution.output_gradients, layer)
    layer = draw_arguments(rng, solution.output_gradients, *OUTPUT_GRADIENTS, saturated=FEW)
    expect_solved(student, solution.output_gradients, layer)


@task("output_gradients", points=3)
def test_output_gradients_with_single_neurons(student: Student, rng: Generator) -> None:
    """One hidden neuron or one output still gives a matrix."""
    for sizes in SINGLES:
        layer = draw_arguments(rng, solution.output_gradients, *OUTPUT_GRADIENTS, sizes=sizes)
        expect_solved(student, solution.output_gradients, layer)


@task("output_gradients", points=2)
def test_output_gradients_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target, o and h are the same after the call."""
    for _ in range(3):
        layer = mixture(rng, OUTPUT_LAYER, solution.output_gradients)
        expect_untouched(student, solution.output_gradients, layer)


@task("hidden_deltas", points=4.5)
def test_hidden_deltas_of_any_network(student: Student, rng: Generator) -> None:
    """The hidden deltas are right for networks of any size."""
    for layer in cases(rng, HIDDEN_NEURONS, solution.hidden_deltas):
        expect_solved(student, solution.hidden_deltas, layer)
    layer = draw_arguments(rng, solution.hidden_deltas, *HIDDEN_DELTAS, saturated=FEW)
    expect_solved(student, solution.hidden_deltas, layer)


@task("hidden_deltas", points=2)
def test_hidden_deltas_with_single_neurons(student: Student, rng: Generator) -> None:
    """One hidden neuron or one output still gives a vector of deltas."""
    for sizes in SINGLES:
        layer = draw_arguments(rng, solution.hidden_deltas, *HIDDEN_DELTAS, sizes=sizes)
        expect_solved(student, solution.hidden_deltas, layer)


@task("hidden_deltas", points=1.5)
def test_hidden_deltas_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W_output, deltas and h are the same after the call."""
    for _ in range(3):
        layer = mixture(rng, HIDDEN_NEURONS, solution.hidden_deltas)
        expect_untouched(student, solution.hidden_deltas, layer)


@task("hidden_gradients", points=6)
def test_hidden_gradients_of_any_network(student: Student, rng: Generator) -> None:
    """The gradient of W_hidden is right for networks of any size."""
    layers = cases(rng, HIDDEN_LAYER, solution.hidden_gradients, with_outputs) + arranged(rng)
    for layer in layers:
        expect_solved(student, solution.hidden_gradients, layer)
    layer = draw_arguments(rng, solution.hidden_gradients, *HIDDEN_GRADIENTS, saturated=FEW)
    expect_solved(student, solution.hidden_gradients, layer)


@task("hidden_gradients", points=3)
def test_hidden_gradients_with_single_neurons(student: Student, rng: Generator) -> None:
    """One input, one hidden neuron or one output still gives a matrix."""
    for sizes in SINGLES:
        layer = draw_arguments(rng, solution.hidden_gradients, *HIDDEN_GRADIENTS, sizes=sizes)
        expect_solved(student, solution.hidden_gradients, layer)


@task("hidden_gradients", points=2)
def test_hidden_gradients_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W_output, target, o, h and x are the same after the call."""
    for _ in range(3):
        layer = mixture(rng, HIDDEN_LAYER, solution.hidden_gradients, with_outputs)
        expect_untouched(student, solution.hidden_gradients, layer)


def expect_slopes(student: Student, measurement: Measurement) -> None:
    """What the student measures must be right."""
    answer = student.numerical_gradient(measurement.error, measurement.W, measurement.h)
    expect(answer, close_to=measurement.expected)


@task("numerical_gradient", points=2.5)
def test_slopes_of_any_error(student: Student, rng: Generator) -> None:
    """The slopes are right for any error, weights of any shape and any h."""
    for measurement in measurements(rng):
        expect_slopes(student, measurement)


@task("numerical_gradient", points=2)
def test_slopes_of_a_networks_error(student: Student, rng: Generator) -> None:
    """The slopes of a network's error are right for either matrix."""
    for name, sizes in (("W_hidden", (2, 3, 2)), ("W_output", (3, 2, 4)), ("W_hidden", ONE_NEURON)):
        expect_slopes(student, of_a_network(rng, name, sizes))


@task("numerical_gradient", points=1.5)
def test_numerical_gradient_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """W is the same after the call, to the last bit."""
    for shape in ((2, 3), (4,), ()):
        measurement = loose(rng, *shape)
        answer = student.numerical_gradient(measurement.error, measurement.W, measurement.h)
        with beside_the_value():
            expect(answer, close_to=measurement.expected)
        expect_unchanged(answer)
