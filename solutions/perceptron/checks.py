"""Hidden checks of `perceptron`: any inputs and sizes, compared with the solution."""

from numpy.random import Generator

from assignments.perceptron.checks import CORNERS, expect_gate, expect_one_line, expect_xor
from autograder.checks import (
    Student,
    beside_the_value,
    cases,
    expect,
    expect_unchanged,
    mixture,
    shuffled,
    task,
)
from solutions.drawing import neurons
from solutions.perceptron import solution


@task("weighted_sum", points=4)
def test_weighted_sum_of_any_two_inputs(student: Student, rng: Generator) -> None:
    """The weighted sum of two inputs is right for any numbers."""
    few = [neurons.sums(rng, 2) for _ in range(3)]
    for case in [*few, *cases(rng, neurons.TWO, solution.weighted_sum)]:
        expect(student.weighted_sum(*case), close_to=solution.weighted_sum(*case))


@task("weighted_sum", points=3.5)
def test_weighted_sum_of_any_length(student: Student, rng: Generator) -> None:
    """The weighted sum is right for one input and for many."""
    each = [neurons.sums(rng, n) for n in neurons.lengths(rng)]
    small = neurons.close_calls(rng, 4)
    for case in [*each, *small, *cases(rng, neurons.ANY, solution.weighted_sum)]:
        expect(student.weighted_sum(*case), close_to=solution.weighted_sum(*case))


@task("weighted_sum", points=1)
def test_inputs_of_a_sum_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Adding up leaves inputs and weights as they were."""
    mixed = [mixture(rng, neurons.ANY, solution.weighted_sum) for _ in range(2)]
    for case in [*mixed, neurons.sums(rng, 2), neurons.sums(rng, 5)]:
        answer = student.weighted_sum(*case)
        with beside_the_value():
            expect(answer, close_to=solution.weighted_sum(*case))
        expect_unchanged(answer)


@task("perceptron", points=6.5)
def test_answers_to_any_two_inputs(student: Student, rng: Generator) -> None:
    """The answer for two inputs is right for any numbers."""
    near = [*neurons.decisions(rng, 2), *neurons.turned(rng, 2)]
    for case in shuffled(rng, [*near, *cases(rng, neurons.TWO, solution.perceptron)]):
        expect(student.perceptron(*case), equal=solution.perceptron(*case))


@task("perceptron", points=2.5)
def test_tie_of_any_numbers(student: Student, rng: Generator) -> None:
    """A weighted sum of exactly 0 gives 0, a little more gives 1."""
    close = [case for n in (1, 2, 3, 7, neurons.MOST) for case in neurons.close_calls(rng, n)]
    for case in shuffled(rng, [*close, *neurons.nothing(rng)]):
        expect(student.perceptron(*case), equal=solution.perceptron(*case))


@task("perceptron", points=2)
def test_answers_to_inputs_of_any_length(student: Student, rng: Generator) -> None:
    """The answer is right for one input and for many."""
    near = [case for n in neurons.lengths(rng) for case in neurons.decisions(rng, n)[::3]]
    for case in shuffled(rng, [*near, *cases(rng, neurons.ANY, solution.perceptron)]):
        if solution.weighted_sum(*case) != 0:  # ties have a check of their own
            expect(student.perceptron(*case), equal=solution.perceptron(*case))


@task("perceptron", points=1)
def test_inputs_of_a_perceptron_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Answering leaves inputs and weights as they were."""
    mixed = [mixture(rng, neurons.ANY, solution.perceptron) for _ in range(2)]
    near = [case for n in (2, 3, 4) for case in neurons.decisions(rng, n)]
    for case in shuffled(rng, [*mixed, *near]):
        answer = student.perceptron(*case)
        with beside_the_value():
            expect(answer, equal=solution.perceptron(*case))
        expect_unchanged(answer)


@task("gate", points=3)
def test_and_gate_again(student: Student) -> None:
    """AND is right when it is asked for a second time."""
    _expect_gate_again(student, "AND")


@task("gate", points=4)
def test_nand_gate_again(student: Student) -> None:
    """NAND is right when it is asked for a second time."""
    _expect_gate_again(student, "NAND")


@task("gate", points=3)
def test_or_gate_again(student: Student) -> None:
    """OR is right when it is asked for a second time."""
    _expect_gate_again(student, "OR")


@task("xor_network", points=4)
def test_hidden_layer_helps_again(student: Student) -> None:
    """The second call, too, gives a hidden layer after which one line suffices."""
    student.xor_network()
    expect_one_line(student.xor_network(), solution.perceptron)


@task("xor_network", points=6)
def test_xor_table_again(student: Student) -> None:
    """The second call, too, gives a network that computes XOR."""
    student.xor_network()
    expect_xor(student.xor_network(), solution.perceptron)


@task("parameter_count", points=5)
def test_parameters_of_any_network(student: Student, rng: Generator) -> None:
    """The count is right for any number of hidden layers of any size."""
    networks = [sizes for layers in (3, 4, 5) for sizes in neurons.sizes(rng, layers)]
    for sizes in [*networks, *neurons.long_networks(rng)]:
        expect(student.parameter_count(sizes), equal=solution.parameter_count(sizes))


@task("parameter_count", points=2.5)
def test_parameters_of_any_single_layer(student: Student, rng: Generator) -> None:
    """The count is right without a hidden layer."""
    for sizes in neurons.sizes(rng, 2):
        expect(student.parameter_count(sizes), equal=solution.parameter_count(sizes))


@task("parameter_count", points=1)
def test_sizes_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Counting leaves the list of sizes as it was."""
    for sizes in neurons.sizes(rng, 4):
        answer = student.parameter_count(sizes)
        with beside_the_value():
            expect(answer, equal=solution.parameter_count(sizes))
        expect_unchanged(answer)


@task("is_deep", points=2.5)
def test_deep_at_the_boundary(student: Student, rng: Generator) -> None:
    """Two hidden layers of any size are deep, one is not."""
    for sizes in shuffled(rng, [*neurons.sizes(rng, 3), *neurons.sizes(rng, 4)]):
        expect(student.is_deep(sizes), equal=solution.is_deep(sizes))


@task("is_deep", points=1.5)
def test_deep_far_from_the_boundary(student: Student, rng: Generator) -> None:
    """Without a hidden layer no network is deep; with three and more each is."""
    deep = [*neurons.sizes(rng, 5), *neurons.long_networks(rng)]
    for sizes in shuffled(rng, [*deep, *neurons.sizes(rng, 2)]):
        expect(student.is_deep(sizes), equal=solution.is_deep(sizes))


@task("is_deep", points=1)
def test_sizes_stay_when_layers_are_counted(student: Student, rng: Generator) -> None:
    """Counting leaves the list of sizes as it was."""
    for sizes in shuffled(rng, [*neurons.sizes(rng, 3), *neurons.sizes(rng, 4)]):
        answer = student.is_deep(sizes)
        with beside_the_value():
            expect(answer, equal=solution.is_deep(sizes))
        expect_unchanged(answer)


def _expect_gate_again(student: Student, name: str) -> None:
    w, b = solution.gate(name)
    truth = tuple(solution.perceptron(corner, w, b) for corner in CORNERS)
    student.gate(name)
    expect_gate(student, name, truth, solution.perceptron)
