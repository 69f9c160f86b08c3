"""Hidden checks of `update`: any weights, any functions, compared with the solution."""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import (
    Answer,
    Spy,
    Student,
    draw,
    expect,
    expect_calls,
    expect_unchanged,
    task,
    unpack,
)
from solutions.drawing.walks import (
    NetworkStep,
    Walk,
    chapter_like_step,
    coupled_step,
    random_shape,
    random_walk,
)
from solutions.update import solution

Array = NDArray[np.float64]


def expect_step(student: Student, rng: Generator, *shape: int) -> Answer:
    """The student's step of random weights of this shape, which must be right."""

    def make(rng: Generator) -> tuple[Array, Array, float]:
        W, gradient = rng.uniform(-2, 2, shape), rng.uniform(-2, 2, shape)
        return np.array(W), np.array(gradient), float(rng.uniform(0.02, 0.9))

    arguments = draw(rng, make, solution.step)
    answer = student.step(*arguments)
    expect(answer, close_to=solution.step(*arguments))
    return answer


@task("step", points=6)
def test_step_of_any_matrix(student: Student, rng: Generator) -> None:
    """Matrices of any size take a right step, with any learning rate."""
    for _ in range(3):
        expect_step(student, rng, *random_shape(rng, 2))


@task("step", points=3)
def test_step_of_vectors_and_numbers(student: Student, rng: Generator) -> None:
    """A vector or a single weight takes a right step, too."""
    for axes in (1, 0, 3):
        expect_step(student, rng, *random_shape(rng, axes))


@task("step", points=3)
def test_step_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The weights and their gradient are the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_step(student, rng, *random_shape(rng, 2)))


def expect_step_all(student: Student, rng: Generator, layers: int) -> Answer:
    """The student's step of a network with so many random layers, which must be right."""

    def make(rng: Generator) -> tuple[list[Array], list[Array], float]:
        sizes = rng.integers(1, 6, layers + 1).tolist()
        shapes = list(zip(sizes[1:], sizes[:-1], strict=True))
        weights = [rng.uniform(-2, 2, shape) for shape in shapes]
        gradients = [rng.uniform(-2, 2, shape) for shape in shapes]
        return weights, gradients, float(rng.uniform(0.02, 0.9))

    arguments = draw(rng, make, solution.step_all)
    answer = student.step_all(*arguments)
    parts = unpack(answer, *(f"W{number}" for number in range(1, layers + 1)))
    for part, expected in zip(parts, solution.step_all(*arguments), strict=True):
        expect(part, close_to=expected)
    return answer


@task("step_all", points=4)
def test_step_of_many_layers(student: Student, rng: Generator) -> None:
    """Networks with three to five layers take a right step."""
    for layers in (3, 4, 5):
        expect_step_all(student, rng, layers)


@task("step_all", points=2)
def test_step_of_two_layers(student: Student, rng: Generator) -> None:
    """Networks with two layers of any size take a right step."""
    for _ in range(2):
        expect_step_all(student, rng, 2)


@task("step_all", points=2)
def test_step_of_one_layer(student: Student, rng: Generator) -> None:
    """A list of one layer gives a list of one layer."""
    for layers in (1, 2):
        expect_step_all(student, rng, layers)


@task("step_all", points=3)
def test_step_all_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """Both lists and all their arrays are the same after the call."""
    for layers in (2, 3):
        expect_unchanged(expect_step_all(student, rng, layers))


def expect_network_step(student: Student, case: NetworkStep) -> tuple[Answer, Spy]:
    """The student's step of a network, which must be right, and what it asked."""
    gradients = case.watched()
    answer = student.network_step(gradients, case.W_hidden, case.W_output, case.lr)
    hidden, output = unpack(answer, "W_hidden", "W_output")
    expected_hidden, expected_output = case.expected
    expect(hidden, close_to=expected_hidden)
    expect(output, close_to=expected_output)
    return answer, gradients


@task("network_step", points=4)
def test_step_of_any_network(student: Student, rng: Generator) -> None:
    """Sigmoid networks of any size take a right step."""
    for _ in range(3):
        expect_network_step(student, chapter_like_step(rng))


@task("network_step", points=3)
def test_step_along_any_gradients(student: Student, rng: Generator) -> None:
    """The step is right for any function `gradients`."""
    for _ in range(2):
        expect_network_step(student, coupled_step(rng))


@task("network_step", points=3)
def test_network_step_asks_once_at_the_old_weights(student: Student, rng: Generator) -> None:
    """`gradients` is asked once, at the old weights of both layers."""
    for case in (chapter_like_step(rng), coupled_step(rng)):
        answer, gradients = expect_network_step(student, case)
        expect_calls(answer, gradients, [(case.W_hidden, case.W_output)])


@task("network_step", points=2)
def test_network_step_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """Both matrices are the same after the call."""
    for case in (chapter_like_step(rng), coupled_step(rng)):
        answer, _gradients = expect_network_step(student, case)
        expect_unchanged(answer)


def expect_descend(student: Student, walk: Walk) -> tuple[Answer, Spy]:
    """The student's last place of a walk, which must be right, and what it asked."""
    gradient = walk.gradient()
    answer = student.descend(gradient, walk.w, walk.lr, walk.steps)
    expect(answer, close_to=walk.places[-1])
    return answer, gradient


@task("descend", points=5)
def test_descend_with_weights_of_any_shape(student: Student, rng: Generator) -> None:
    """Single weights, vectors and matrices arrive at the right place."""
    for axes in (0, 1, 2):
        expect_descend(student, random_walk(rng, *random_shape(rng, axes)))


@task("descend", points=3)
def test_descend_asks_at_the_current_weights(student: Student, rng: Generator) -> None:
    """`gradient` is asked once per step, each time at the current w."""
    for axes in (1, 2):
        walk = random_walk(rng, *random_shape(rng, axes))
        answer, gradient = expect_descend(student, walk)
        expect_calls(answer, gradient, [(place,) for place in walk.places[:-1]])


@task("descend", points=1.5)
def test_descend_takes_no_step_for_zero(student: Student, rng: Generator) -> None:
    """Zero steps keep w and ask nothing; two move it."""
    for steps in (0, 2):
        walk = random_walk(rng, *random_shape(rng, 2), steps=steps)
        answer, gradient = expect_descend(student, walk)
        expect_calls(answer, gradient, [(place,) for place in walk.places[:-1]])


@task("descend", points=1.5)
def test_descend_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The array w is the same after the call."""
    for axes in (1, 2):
        answer, _gradient = expect_descend(student, random_walk(rng, *random_shape(rng, axes)))
        expect_unchanged(answer)


def expect_errors(student: Student, walk: Walk) -> Answer:
    """The student's errors along a walk, which must be right."""
    answer = student.error_history(walk.error(), walk.gradient(), walk.w, walk.lr, walk.steps)
    expect(answer, close_to=walk.errors)
    return answer


@task("error_history", points=4)
def test_errors_along_any_walk(student: Student, rng: Generator) -> None:
    """The errors are right for any matrices and any number of steps."""
    for _ in range(3):
        expect_errors(student, random_walk(rng, *random_shape(rng, 2)))


@task("error_history", points=3)
def test_errors_of_vectors_and_numbers(student: Student, rng: Generator) -> None:
    """The errors are right for vectors and single weights, too."""
    for axes in (0, 1):
        expect_errors(student, random_walk(rng, *random_shape(rng, axes)))


@task("error_history", points=2)
def test_errors_of_no_step(student: Student, rng: Generator) -> None:
    """Zero steps give one error, two steps give three."""
    for steps in (0, 2):
        expect_errors(student, random_walk(rng, *random_shape(rng, 2), steps=steps))


@task("error_history", points=2)
def test_error_history_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The array w is the same after the call."""
    for axes in (1, 2):
        expect_unchanged(expect_errors(student, random_walk(rng, *random_shape(rng, axes))))
