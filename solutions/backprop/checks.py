"""Hidden checks of `backprop`: any legal network, compared with the solution."""

from numpy.random import Generator

from autograder.checks import Student, expect_unchanged, task
from solutions.backprop import solution
from solutions.drawing.networks import SINGLES, Sizes, expect_solved

ERROR_SLOPE = (solution.error_slope, "target", "o")
SIGMOID_SLOPE = (solution.sigmoid_slope, "h")
OUTPUT_DELTAS = (solution.output_deltas, "target", "o")
OUTPUT_GRADIENTS = (solution.output_gradients, "target", "o", "h")
HIDDEN_DELTAS = (solution.hidden_deltas, "W_output", "deltas", "h")
HIDDEN_GRADIENTS = (solution.hidden_gradients, "W_output", "target", "o", "h", "x")
ONE_OUTPUT: Sizes = (3, 2, 1)
ONE_NEURON: Sizes = (3, 1, 2)


@task("error_slope", points=3)
def test_error_slope_of_any_outputs(student: Student, rng: Generator) -> None:
    """The slope is right for any number of outputs."""
    for _ in range(3):
        expect_solved(student, rng, *ERROR_SLOPE)


@task("error_slope", points=1.5)
def test_error_slope_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one slope."""
    for sizes in (ONE_OUTPUT, None):
        expect_solved(student, rng, *ERROR_SLOPE, sizes=sizes)


@task("error_slope", points=1)
def test_error_slope_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *ERROR_SLOPE))


@task("sigmoid_slope", points=3)
def test_sigmoid_slope_of_any_activations(student: Student, rng: Generator) -> None:
    """The slope is right for any activations between 0 and 1."""
    for _ in range(3):
        expect_solved(student, rng, *SIGMOID_SLOPE)


@task("sigmoid_slope", points=1.5)
def test_sigmoid_slope_of_one_neuron(student: Student, rng: Generator) -> None:
    """One neuron gives a vector of one slope."""
    for sizes in (ONE_NEURON, None):
        expect_solved(student, rng, *SIGMOID_SLOPE, sizes=sizes)


@task("sigmoid_slope", points=1)
def test_sigmoid_slope_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The activations are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *SIGMOID_SLOPE))


@task("output_deltas", points=4.5)
def test_output_deltas_of_any_outputs(student: Student, rng: Generator) -> None:
    """The deltas are right for any number of outputs."""
    for _ in range(3):
        expect_solved(student, rng, *OUTPUT_DELTAS)


@task("output_deltas", points=2)
def test_output_delta_of_one_output(student: Student, rng: Generator) -> None:
    """One output gives a vector of one delta."""
    for sizes in (ONE_OUTPUT, None):
        expect_solved(student, rng, *OUTPUT_DELTAS, sizes=sizes)


@task("output_deltas", points=1.5)
def test_output_deltas_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target and o are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *OUTPUT_DELTAS))


@task("output_gradients", points=7)
def test_output_gradients_of_any_network(student: Student, rng: Generator) -> None:
    """The gradient of W_output is right for networks of any size."""
    for _ in range(3):
        expect_solved(student, rng, *OUTPUT_GRADIENTS)


@task("output_gradients", points=4)
def test_output_gradients_with_single_neurons(student: Student, rng: Generator) -> None:
    """One hidden neuron or one output still gives a matrix."""
    for sizes in SINGLES:
        expect_solved(student, rng, *OUTPUT_GRADIENTS, sizes=sizes)


@task("output_gradients", points=2)
def test_output_gradients_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """target, o and h are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *OUTPUT_GRADIENTS))


@task("hidden_deltas", points=4.5)
def test_hidden_deltas_of_any_network(student: Student, rng: Generator) -> None:
    """The hidden deltas are right for networks of any size."""
    for _ in range(3):
        expect_solved(student, rng, *HIDDEN_DELTAS)


@task("hidden_deltas", points=2)
def test_hidden_deltas_with_single_neurons(student: Student, rng: Generator) -> None:
    """One hidden neuron or one output still gives a vector of deltas."""
    for sizes in SINGLES:
        expect_solved(student, rng, *HIDDEN_DELTAS, sizes=sizes)


@task("hidden_deltas", points=1.5)
def test_hidden_deltas_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W_output, deltas and h are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *HIDDEN_DELTAS))


@task("hidden_gradients", points=7)
def test_hidden_gradients_of_any_network(student: Student, rng: Generator) -> None:
    """The gradient of W_hidden is right for networks of any size."""
    for _ in range(3):
        expect_solved(student, rng, *HIDDEN_GRADIENTS)


@task("hidden_gradients", points=4)
def test_hidden_gradients_with_single_neurons(student: Student, rng: Generator) -> None:
    """One input, one hidden neuron or one output still gives a matrix."""
    for sizes in SINGLES:
        expect_solved(student, rng, *HIDDEN_GRADIENTS, sizes=sizes)


@task("hidden_gradients", points=2)
def test_hidden_gradients_leave_their_arguments_alone(student: Student, rng: Generator) -> None:
    """W_output, target, o, h and x are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_solved(student, rng, *HIDDEN_GRADIENTS))
