"""Hidden checks of `perceptron`: any inputs and sizes, compared with the solution."""

from itertools import product

from numpy.random import Generator

from assignments.perceptron.checks import CORNERS, Array, expect_gate, expect_one_line, expect_xor
from autograder.checks import (
    Answer,
    Student,
    draw,
    expect,
    expect_unchanged,
    shuffled,
    task,
    yes_and_no,
)
from solutions.perceptron import solution

Case = tuple[Array, Array, float]


@task("weighted_sum", points=4)
def test_weighted_sum_of_any_two_inputs(student: Student, rng: Generator) -> None:
    """The weighted sum of two inputs is right for any numbers."""
    for _ in range(3):
        _expect_weighted_sum(student, rng, 2)


@task("weighted_sum", points=3.5)
def test_weighted_sum_of_any_length(student: Student, rng: Generator) -> None:
    """The weighted sum is right for one input and for many."""
    for n in (1, *(3 + rng.permutation(7)[:2]).tolist()):
        _expect_weighted_sum(student, rng, n)


@task("weighted_sum", points=1)
def test_inputs_of_a_sum_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Adding up leaves inputs and weights as they were."""
    for _ in range(2):
        x, w, b = _sum_arguments(rng, 2)
        answer = student.weighted_sum(x, w, b)
        expect(answer, close_to=solution.weighted_sum(x, w, b))
        expect_unchanged(answer)


@task("perceptron", points=6.5)
def test_answers_to_any_two_inputs(student: Student, rng: Generator) -> None:
    """The answer for two inputs is right for any numbers."""
    _expect_answers(student, rng, 2, 2, 2)


@task("perceptron", points=2.5)
def test_tie_of_any_numbers(student: Student, rng: Generator) -> None:
    """A weighted sum of exactly 0 gives 0, a little more gives 1."""
    for lift in shuffled(rng, (0.0, 0.25, 0.25, -0.25) * 3):
        x, w = (rng.choice([-2.0, -1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 2.0], 2) for _ in range(2))
        b = lift - float(x @ w)  # dyadic numbers: the sum is exact in any order
        expect(student.perceptron(x, w, b), equal=solution.perceptron(x, w, b))


@task("perceptron", points=2)
def test_answers_to_inputs_of_any_length(student: Student, rng: Generator) -> None:
    """The answer is right for one input and for many."""
    _expect_answers(student, rng, 1, *(3 + rng.permutation(7)[:2]).tolist())


@task("perceptron", points=1)
def test_inputs_of_a_perceptron_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Answering leaves inputs and weights as they were."""
    for answer in _expect_answers(student, rng, 2, 2, 2):
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
    """The count is right for one, two and three hidden layers of any size."""
    for length in (3, 4, 5):
        _expect_count(student, rng, length)


@task("parameter_count", points=2.5)
def test_parameters_of_any_single_layer(student: Student, rng: Generator) -> None:
    """The count is right without a hidden layer."""
    for _ in range(3):
        _expect_count(student, rng, 2)


@task("parameter_count", points=1)
def test_sizes_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Counting leaves the list of sizes as it was."""
    for length in (3, 5):
        sizes = _sizes(rng, length)
        answer = student.parameter_count(sizes)
        expect(answer, equal=solution.parameter_count(sizes))
        expect_unchanged(answer)


@task("is_deep", points=2.5)
def test_deep_at_the_boundary(student: Student, rng: Generator) -> None:
    """Two hidden layers of any size are deep, one is not."""
    _expect_depths(student, rng, deep=(4,), shallow=(3,))


@task("is_deep", points=1.5)
def test_deep_far_from_the_boundary(student: Student, rng: Generator) -> None:
    """None or one hidden layer is not deep; three, four and five are."""
    _expect_depths(student, rng, deep=(5, 6, 7), shallow=(2, 3))


@task("is_deep", points=1)
def test_sizes_stay_when_layers_are_counted(student: Student, rng: Generator) -> None:
    """Counting leaves the list of sizes as it was."""
    for answer in _expect_depths(student, rng, deep=(4,), shallow=(3,)):
        expect_unchanged(answer)


def _expect_weighted_sum(student: Student, rng: Generator, n: int) -> None:
    x, w, b = _sum_arguments(rng, n)
    expect(student.weighted_sum(x, w, b), close_to=solution.weighted_sum(x, w, b))


def _expect_answers(student: Student, rng: Generator, *lengths: int) -> list[Answer]:
    """The student's answers to four cases of each length in random order, all of them right."""
    cases = [case for n in lengths for case in _perceptron_arguments(rng, n)]
    answers = []
    for case in shuffled(rng, cases):
        answers.append(student.perceptron(*case))
        expect(answers[-1], equal=solution.perceptron(*case))
    return answers


def _sum_arguments(rng: Generator, n: int) -> Case:
    def make(rng: Generator) -> Case:
        return rng.uniform(-2, 2, n), rng.uniform(-2, 2, n), float(rng.uniform(0.2, 1))

    return draw(rng, make, solution.weighted_sum)


def _perceptron_arguments(rng: Generator, n: int) -> list[Case]:
    """Four cases: weighted sums above and below 0, with a bias that decides and one that does not.

    The sums are 0.1 … 0.4 away from 0: no rounding error reaches them, a threshold of ½ does.
    """
    cases = []
    for sign, decides in product((-1, 1), (False, True)):
        x, w = rng.uniform(-2, 2, n), rng.uniform(-2, 2, n)
        if (x @ w > 0) != ((sign > 0) != decides):
            w = -w
        cases.append((x, w, float(sign * rng.uniform(0.1, 0.4) - x @ w)))
    return cases


def _expect_gate_again(student: Student, name: str) -> None:
    w, b = solution.gate(name)
    truth = tuple(solution.perceptron(corner, w, b) for corner in CORNERS)
    student.gate(name)
    expect_gate(student, name, truth, solution.perceptron)


def _expect_count(student: Student, rng: Generator, length: int) -> None:
    sizes = _sizes(rng, length)
    expect(student.parameter_count(sizes), equal=solution.parameter_count(sizes))


def _expect_depths(
    student: Student, rng: Generator, *, deep: tuple[int, ...], shallow: tuple[int, ...]
) -> list[Answer]:
    """The student's answers to networks with so many sizes in random order, all of them right."""
    answers = []
    for length in yes_and_no(rng, deep, shallow):
        sizes = _sizes(rng, length)
        answers.append(student.is_deep(sizes))
        expect(answers[-1], equal=solution.is_deep(sizes))
    return answers


def _sizes(rng: Generator, length: int) -> list[int]:
    """So many different sizes from 1 to 12, as Python integers."""
    sizes: list[int] = (1 + rng.permutation(12)[:length]).tolist()
    return sizes
