"""Hidden checks of `update`: any weights, any functions, compared with the solution."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import (
    Answer,
    Numbers,
    Student,
    beside_the_value,
    cases,
    expect,
    expect_calls,
    expect_new,
    expect_unchanged,
    mixture,
    shuffled,
    task,
    unpack,
)
from solutions.drawing.networks import SINGLES, expect_solved, expect_untouched
from solutions.drawing.steps import (
    TRAINING,
    TWO_LAYERS,
    NetworkStep,
    Training,
    as_lists,
    chain,
    layers_of,
    network_step_of,
    special_layers,
    steps_along_any_gradients,
    steps_from_anywhere,
    training_of,
    trainings_of_any_network,
    trainings_of_every_kind,
)
from solutions.drawing.valleys import RATE, Walk
from solutions.drawing.walks import (
    changed_alone,
    rows_from_anywhere,
    soaring_walk,
    walk_of,
    walks_along_any_slopes,
    walks_from_anywhere,
    walks_from_rows_and_numbers,
    walks_of_every_kind,
)
from solutions.update import solution

Array = NDArray[np.float64]
AXES = ("k", "m", "n")


def weights_of(axes: int) -> dict[str, Numbers]:
    """What `step` may be given, for weights of so many axes."""
    own = AXES[3 - axes :]
    return {"W": Numbers(-10, 10, *own), "gradient": Numbers(-1000, 1000, *own), "lr": RATE}


@task("step", points=4)
def test_step_of_any_matrix(student: Student, rng: Generator) -> None:
    """Matrices of any size take the right step, with any learning rate."""
    for arguments in cases(rng, weights_of(2), solution.step):
        expect_solved(student, solution.step, arguments)


@task("step", points=2)
def test_step_of_vectors_and_numbers(student: Student, rng: Generator) -> None:
    """A vector or a single weight takes the right step, too."""
    for arguments in cases(rng, weights_of(0), solution.step):
        expect_solved(student, solution.step, arguments)
    for row in rows_from_anywhere(rng, lambda row: solution.step(row, row[::-1], 0.125)):
        for W, gradient in ((row, row[::-1]), (row[::-1], row)):
            expect_solved(student, solution.step, (W, gradient.copy(), 0.125))
    expect_solved(student, solution.step, mixture(rng, weights_of(3), solution.step))


@task("step", points=2)
def test_step_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The weights and their gradient are the same after the call, and the answer is a new array."""
    for axes in (0, 1, 2, 3):
        W, gradient, lr = mixture(rng, weights_of(axes), solution.step)
        for slopes in (gradient, 0 * gradient):
            expect_new(expect_untouched(student, solution.step, (W, slopes, lr)))


def expect_parts(answer: Answer, expected: Sequence[Array]) -> None:
    """One matrix for each layer, each of them right."""
    parts = unpack(answer, *(f"W{number + 1}" for number, _ in enumerate(expected)))
    for part, right in zip(parts, expected, strict=True):
        expect(part, close_to=right)


@task("step_all", points=3)
def test_step_of_many_layers(student: Student, rng: Generator) -> None:
    """Networks with three layers or more take the right step."""
    same = [(2, 2), (2, 2), (2, 2)]
    mixed = shuffled(rng, [(), (3,), (2, 3), (2, 1, 3), (3, 2, 2)])
    every = (chain(rng, 3), chain(rng, 4), chain(rng, 5), chain(rng, 12), same, mixed)
    for layers in [*(layers_of(rng, shapes) for shapes in every), *special_layers(rng)]:
        expect_parts(student.step_all(*layers), solution.step_all(*layers))


@task("step_all", points=2)
def test_step_of_two_layers(student: Student, rng: Generator) -> None:
    """Networks with two layers of any size take the right step."""
    for layers in cases(rng, TWO_LAYERS, solution.step_all, as_lists):
        expect_parts(student.step_all(*layers), solution.step_all(*layers))


@task("step_all", points=1)
def test_step_of_one_layer(student: Student, rng: Generator) -> None:
    """A list of one layer gives a list of one layer."""
    for shapes in ([(3, 2)], [(1, 1)], [(1, 4)], [(2, 2)], chain(rng, 2)):
        layers = layers_of(rng, shapes)
        expect_parts(student.step_all(*layers), solution.step_all(*layers))


@task("step_all", points=2)
def test_step_all_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """Both lists and all their arrays are the same after the call, and the answer's are new."""
    two = mixture(rng, TWO_LAYERS, solution.step_all, as_lists)
    for layers in (two, layers_of(rng, chain(rng, 1)), layers_of(rng, chain(rng, 4))):
        weights, gradients, lr = layers
        for slopes in (gradients, [*gradients[:-1], 0 * gradients[-1]]):
            answer = student.step_all(weights, slopes, lr)
            with beside_the_value():
                expect_parts(answer, solution.step_all(weights, slopes, lr))
            expect_unchanged(answer)
            expect_new(answer)


def asked(student: Student, step: NetworkStep) -> Answer:
    """The student's step of a network."""
    return student.network_step(step.spied, step.W_hidden, step.W_output, step.lr)


def expect_both(answer: Answer, step: NetworkStep) -> None:
    hidden, output = unpack(answer, "W_hidden", "W_output")
    expected_hidden, expected_output = step.expected
    expect(hidden, close_to=expected_hidden)
    expect(output, close_to=expected_output)


@task("network_step", points=3)
def test_step_of_any_network(student: Student, rng: Generator) -> None:
    """Sigmoid networks of any size take the right step."""
    for sizes in (None, None, *SINGLES):
        step = network_step_of(rng, sizes)
        expect_both(asked(student, step), step)


@task("network_step", points=2)
def test_step_along_any_gradients(student: Student, rng: Generator) -> None:
    """The step is right for any function `gradients`."""
    for step in [*steps_along_any_gradients(rng), *steps_from_anywhere(rng)]:
        expect_both(asked(student, step), step)


@task("network_step", points=2)
def test_network_step_asks_once_at_the_old_weights(student: Student, rng: Generator) -> None:
    """`gradients` is asked once, at the old weights of both layers."""
    for step in [network_step_of(rng), *steps_along_any_gradients(rng)[:4]]:
        answer = asked(student, step)
        with beside_the_value():
            expect_both(answer, step)
        expect_calls(answer, step.spied, [(step.W_hidden, step.W_output)])


@task("network_step", points=1)
def test_network_step_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """Both matrices are the same after the call, and the answer's are new."""
    for step in [network_step_of(rng), *steps_along_any_gradients(rng)]:
        answer = asked(student, step)
        with beside_the_value():
            expect_both(answer, step)
        expect_unchanged(answer)
        expect_new(answer)


def descended(student: Student, walk: Walk) -> Answer:
    """Where the student arrives."""
    return student.descend(walk.gradient, walk.w, walk.lr, walk.steps)


@task("descend", points=5)
def test_descend_with_weights_of_any_shape(student: Student, rng: Generator) -> None:
    """Single weights, vectors and matrices arrive at the right place."""
    walks = [*walks_of_every_kind(rng), walk_of(rng, (2,), steps=100), *changed_alone(rng)]
    walks += walks_of_every_kind(rng, [()], ("from far",))
    walks += walks_from_anywhere(rng, "m", "n") + walks_from_rows_and_numbers(rng)
    for walk in [*walks, *walks_along_any_slopes(rng), soaring_walk(rng)]:
        expect(descended(student, walk), close_to=walk.places[-1])


@task("descend", points=3)
def test_descend_asks_at_the_current_weights(student: Student, rng: Generator) -> None:
    """`gradient` is asked once per step, each time at the current w."""
    for walk in walks_of_every_kind(rng, kinds=("falls", "rises", "stands still", "below 0")):
        answer = descended(student, walk)
        with beside_the_value():
            expect(answer, close_to=walk.places[-1])
        expect_calls(answer, walk.gradient, [(place,) for place in walk.places[:-1]])


@task("descend", points=1.5)
def test_descend_takes_no_step_for_zero(student: Student, rng: Generator) -> None:
    """Zero steps keep w and ask nothing; two move it."""
    for shape, steps in (((2, 3), 0), ((2, 3), 2), ((), 0), ((4,), 0)):
        walk = walk_of(rng, shape, steps)
        answer = descended(student, walk)
        expect(answer, close_to=walk.places[-1])
        expect_calls(answer, walk.gradient, [(place,) for place in walk.places[:-1]])


@task("descend", points=1.5)
def test_descend_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The array w is the same after the call."""
    for shape in ((3,), (2, 3), ()):
        walk = walk_of(rng, shape)
        answer = descended(student, walk)
        with beside_the_value():
            expect(answer, close_to=walk.places[-1])
        expect_unchanged(answer)


def noted(student: Student, walk: Walk) -> Answer:
    """The student's errors along a walk."""
    return student.error_history(walk.error, walk.gradient, walk.w, walk.lr, walk.steps)


@task("error_history", points=3)
def test_errors_along_any_walk(student: Student, rng: Generator) -> None:
    """The errors are right for any matrices and any number of steps."""
    walks = walks_of_every_kind(rng, [(2, 3), (3, 2), (1, 2), (2, 1), (1, 1)])
    walks += [walk_of(rng, (2, 2), steps=20), *changed_alone(rng)]
    for walk in [*walks, *walks_from_anywhere(rng, "m", "n")]:
        expect(noted(student, walk), close_to=walk.errors)


@task("error_history", points=2)
def test_errors_of_vectors_and_numbers(student: Student, rng: Generator) -> None:
    """The errors are right for vectors and single weights, too."""
    walks = walks_of_every_kind(rng, [(), (3,)], ("falls", "rises", "from far"))
    walks += [*walks_of_every_kind(rng, [()], ("from far",)), walk_of(rng, (2,), steps=12)]
    for walk in [*walks, *walks_from_rows_and_numbers(rng), *walks_along_any_slopes(rng)]:
        expect(noted(student, walk), close_to=walk.errors)


@task("error_history", points=1.5)
def test_errors_of_no_step(student: Student, rng: Generator) -> None:
    """Zero steps give one error, two steps give three."""
    for shape, steps in (((2, 3), 0), ((2, 3), 2), ((), 0), ((4,), 2)):
        walk = walk_of(rng, shape, steps)
        expect(noted(student, walk), close_to=walk.errors)


@task("error_history", points=1.5)
def test_error_history_leaves_its_argument_alone(student: Student, rng: Generator) -> None:
    """The array w is the same after the call."""
    for shape in ((3,), (2, 3), ()):
        walk = walk_of(rng, shape)
        answer = noted(student, walk)
        with beside_the_value():
            expect(answer, close_to=walk.errors)
        expect_unchanged(answer)


def expect_trained(answer: Answer, training: Training) -> None:
    """Both matrices and all errors are right."""
    parts = unpack(answer, "W_hidden", "W_output", "errors")
    for part, expected in zip(parts, solution.train_network(*training), strict=True):
        expect(part, close_to=expected)


@task("train_network", points=4)
def test_weights_of_any_training(student: Student, rng: Generator) -> None:
    """Both layers' weights are right for networks of any size."""
    for training, expected in trainings_of_any_network(rng):
        answer = student.train_network(*training)
        hidden, output, _errors = unpack(answer, "W_hidden", "W_output", "errors")
        expect(hidden, close_to=expected[0])
        expect(output, close_to=expected[1])


@task("train_network", points=3)
def test_errors_of_any_training(student: Student, rng: Generator) -> None:
    """The errors are right for networks of any size."""
    for training, expected in trainings_of_any_network(rng):
        answer = student.train_network(*training)
        *_weights, errors = unpack(answer, "W_hidden", "W_output", "errors")
        expect(errors, close_to=expected[2])


@task("train_network", points=2)
def test_trainings_that_succeed_or_fail(student: Student, rng: Generator) -> None:
    """Weights and errors are right whether the error falls, rises or stands still."""
    for training in trainings_of_every_kind(rng):
        expect_trained(student.train_network(*training), training)


@task("train_network", points=1)
def test_training_of_many_steps(student: Student, rng: Generator) -> None:
    """Weights and errors are right after 100 steps, and with single neurons."""
    for sizes in (None, *SINGLES):
        training = training_of(rng, 4 if sizes else 100, sizes)
        expect_trained(student.train_network(*training), training)


@task("train_network", points=2)
def test_train_network_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """x, target and both matrices are the same after the call."""
    for _ in range(3):
        training = mixture(rng, TRAINING, solution.train_network)
        answer = student.train_network(*training)
        with beside_the_value():
            expect_trained(answer, training)
        expect_unchanged(answer)
