"""Hidden checks of `xor`: any seeds, models and tables, compared with the solution."""

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from assignments import chapter
from assignments.xor.expectations import (
    SHAPES,
    expect_changed,
    expect_other_weights,
    expect_parameters,
    expect_shapes,
)
from autograder.checks import (
    CALLS,
    SINGLE,
    Answer,
    Student,
    Tensor,
    expect,
    expect_detached,
    expect_dtype,
    expect_unchanged,
    fail,
    numbers,
    shuffled,
    task,
    unpack,
    yes_and_no,
)
from solutions.drawing.trainings import (
    ProvidedModel,
    Training,
    chapter_network,
    chapter_reference,
    chapter_training,
    gate_training,
    random_network,
    random_training,
)
from solutions.xor import solution

BOOK = (2e-6, 0.0)
SAME = (1e-7, 1e-6)  # weights of the same seed, read back from single precision
ENDED = 60  # in hundreds of epochs: from here on the end of the plateau hardly matters


@task("truth_table", points=1.5)
def test_inputs_of_xor(student: Student) -> None:
    """X lists the inputs in the right order and shape."""
    X, _Y = unpack(student.truth_table(), "X", "Y")
    expect(X, close_to=solution.truth_table()[0])


@task("truth_table", points=1.5)
def test_labels_of_xor(student: Student) -> None:
    """Y lists the labels in the right order and shape."""
    _X, Y = unpack(student.truth_table(), "X", "Y")
    expect(Y, close_to=solution.truth_table()[1])


@task("truth_table", points=2)
def test_table_of_float32_tensors(student: Student) -> None:
    """X and Y are right and of the dtype that the layers need."""
    X, Y = unpack(student.truth_table(), "X", "Y")
    for part, values in zip((X, Y), solution.truth_table(), strict=True):
        expect(part, close_to=values)
        expect_dtype(part, "float32")


def draw_seeds(rng: Generator) -> tuple[int, int]:
    one, other = rng.choice(100_000, 2, replace=False).tolist()
    return int(one), int(other)


@task("build_model", points=6)
def test_weights_of_any_seed(student: Student, rng: Generator) -> None:
    """The weights and biases are those that PyTorch draws right after the seed."""
    for seed in draw_seeds(rng):
        model = student.build_model(seed)
        expect_parameters(student, model, chapter_network(seed).parameters, model, SAME)


@task("build_model", points=4)
def test_sigmoid_after_every_layer(student: Student, rng: Generator) -> None:
    """The outputs are right for the model's own weights, which every seed changes."""
    X = rng.uniform(-2, 2, (5, 2)).astype(np.float32)
    one, other = (student.build_model(seed) for seed in draw_seeds(rng))
    for model in (one, other):
        network = ProvidedModel(chapter.sizes, expect_shapes(student, model, SHAPES, model))
        expect(student.outputs(model, X), close_to=network.outputs(X), within=SINGLE)
    expect_other_weights(student, one, other)


@task("build_model", points=2)
def test_weights_do_not_depend_on_the_past(student: Student, rng: Generator) -> None:
    """A seed gives the same weights again after another model was built."""
    one, other = draw_seeds(rng)
    first: dict[int, Answer] = {}
    weights: dict[int, list[NDArray[Any]]] = {}
    for seed in yes_and_no(rng, [one], [other]):
        model = student.build_model(seed)
        if seed in first:
            expect_parameters(student, model, weights[seed], model, SAME)
        else:
            first[seed], weights[seed] = model, expect_shapes(student, model, SHAPES, model)
    expect_other_weights(student, *first.values())


def expect_costs(student: Student, training: Training) -> None:
    model = training.network.at(student)
    answer = student.train(model, *training.table, training.lr, training.epochs)
    expect(answer, close_to=training.reference()[0], within=SINGLE)


def expect_trained(student: Student, training: Training) -> Answer:
    """The model that was passed in ends with the reference's parameters."""
    model = training.network.at(student)
    answer = student.train(model, *training.table, training.lr, training.epochs)
    expect_changed(student, model, training.network.parameters, answer)
    expect_parameters(student, model, training.reference()[1], answer)
    return answer


@task("train", points=3)
def test_costs_of_any_table(student: Student, rng: Generator) -> None:
    """The costs are right for other networks, tables and learning rates."""
    for epochs in (101, 201):
        expect_costs(student, random_training(rng, epochs))
    expect_costs(student, gate_training(rng, "OR", epochs=150))


@task("train", points=4)
def test_parameters_after_any_training(student: Student, rng: Generator) -> None:
    """The model ends with the right weights and biases, for other networks and tables."""
    for epochs in (40, 130):
        expect_trained(student, random_training(rng, epochs))


@task("train", points=3)
def test_gates_that_are_learnt_at_once(student: Student, rng: Generator) -> None:
    """The chapter's network learns AND, OR and NAND with the right weights and biases."""
    for gate in ("AND", "OR", "NAND"):
        expect_trained(student, gate_training(rng, gate, epochs=100))


@task("train", points=3)
def test_costs_belong_to_their_epochs(student: Student, rng: Generator) -> None:
    """The list holds the costs of epochs 0, 100, 200, … and no others."""
    training = random_training(rng, epochs=201)
    costs, _parameters = training.reference()
    for epochs, count in ((1, 1), (100, 1), (101, 2), (201, 3)):
        model = training.network.at(student)
        answer = student.train(model, *training.table, training.lr, epochs)
        expect(answer, close_to=costs[:count], within=SINGLE)


@task("train", points=2)
def test_training_goes_on_where_it_stopped(student: Student, rng: Generator) -> None:
    """A second training goes on from the weights of the first."""
    training = random_training(rng, epochs=110)
    model = training.network.at(student)
    student.train(model, *training.table, training.lr, 60)
    answer = student.train(model, *training.table, training.lr, 50)
    expect_parameters(student, model, training.reference()[1], answer)


@task("train", points=1)
def test_training_leaves_the_table_alone(student: Student, rng: Generator) -> None:
    """X and Y are the same after the training."""
    expect_unchanged(expect_trained(student, random_training(rng, epochs=20)))


@task("train", points=5, seconds=40)
def test_the_whole_training(student: Student, rng: Generator) -> None:
    """10,001 epochs from seed 777 give the chapter's costs and outputs."""
    expect_costs(student, chapter_training(draw_seeds(rng)[0], epochs=201))
    training = chapter_training(chapter.seed, chapter.epochs)
    model = training.network.at(student)
    answer = student.train(model, *training.table, training.lr, training.epochs)
    reference = np.array(chapter_reference())
    costs = numbers(answer)
    if costs.shape != reference.shape:
        expect(answer, close_to=reference)
    printed = len(chapter.costs)
    expect(_part(answer, costs[:printed]), close_to=chapter.costs, within=BOOK)
    if not (np.diff(costs[printed:]) < 0).all():
        fail("rising", call=answer.called)
    expect(_part(answer, costs[ENDED:]), close_to=reference[ENDED:], within=(0.0, 0.05))
    network = ProvidedModel(chapter.sizes, expect_shapes(student, model, SHAPES, answer))
    outputs = _part(answer, network.outputs(training.X))  # whatever the model itself would say
    expect(outputs, close_to=chapter.final_outputs, within=(1e-2, 0.0))
    missed = numbers(outputs) - chapter.truth_table_Y
    expected = chapter.final_outputs - chapter.truth_table_Y
    expect(_part(outputs, missed), close_to=expected, within=(0.0, 0.02))


def _part(answer: Answer, values: NDArray[np.float64]) -> Answer:
    return replace(answer, value=values)


def draw_predictions(rng: Generator) -> tuple[ProvidedModel, NDArray[np.float32]]:
    """A model and rows of inputs with outputs on both sides of 0.5, none closer than 0.005.

    Their mean divides them in another way than 0.5 does.
    """
    while True:
        n_in, n_hidden = rng.permutation([1, 3, 4, 5])[:2].tolist()
        network = random_network(rng, n_in, n_hidden, 1)
        X = rng.uniform(-2, 2, (int(rng.integers(8, 13)), n_in)).astype(np.float32)
        o = network.outputs(X)
        sides = o > 0.5
        mixed = 0 < sides.sum() < len(o) and (sides != (o > o.mean())).any()
        if mixed and np.abs(o - 0.5).min() > 0.005:
            return network, X


def expect_predictions(student: Student, network: ProvidedModel, X: NDArray[np.float32]) -> Answer:
    answer = student.predict(network.at(student), Tensor(X))
    expect(answer, equal=network.outputs(X) > 0.5)
    return answer


@task("predict", points=3)
def test_predictions_of_any_model(student: Student, rng: Generator) -> None:
    """The predictions are right for models and tables of any size."""
    for _ in range(3):
        expect_predictions(student, *draw_predictions(rng))


@task("predict", points=2)
def test_predictions_around_one_half(student: Student, rng: Generator) -> None:
    """Outputs of exactly 0.5 and barely below give 0, those barely above give 1."""
    n_in, n = rng.integers(2, 6, 2).tolist()
    sums = (0.0, 4e-4, -4e-4)
    tables = [np.full(n, z) for z in sums]  # and rows of all three in one table
    tables.append(rng.permutation([*sums, *rng.choice(sums, 2 * CALLS)]))
    W = np.eye(1, n_in, dtype=np.float32)  # the first input alone is the weighted sum
    for first in shuffled(rng, tables):
        X = rng.uniform(-1, 1, (len(first), n_in)).astype(np.float32)
        X[:, 0] = first
        expect_predictions(student, ProvidedModel((n_in, 1), [W, np.zeros(1, np.float32)]), X)


@task("predict", points=2)
def test_predictions_are_detached(student: Student, rng: Generator) -> None:
    """The predictions of any model carry no gradient."""
    for _ in range(2):
        expect_detached(expect_predictions(student, *draw_predictions(rng)))


@task("predict", points=1)
def test_predicting_leaves_the_inputs_alone(student: Student, rng: Generator) -> None:
    """X is the same after the call."""
    for _ in range(2):
        expect_unchanged(expect_predictions(student, *draw_predictions(rng)))


def draw_answers(rng: Generator, n: int, right: int) -> tuple[Tensor, Tensor]:
    """Predictions and labels of n ≥ 4 rows, `right` of which agree.

    The others are wrong to both sides, and each with every label would agree in another share.
    """
    while True:
        Y = rng.integers(0, 2, (n, 1))
        wrong = rng.permutation(np.arange(n) >= right).reshape(n, 1)
        predicted = Y ^ wrong
        both_sides = n - right < 2 or len(np.unique(Y[wrong])) == 2
        if both_sides and (predicted == Y.T).mean() != right / n:
            return Tensor(predicted.astype(np.float32)), Tensor(Y.astype(np.float32))


def expect_accuracy(student: Student, predicted: Tensor, Y: Tensor) -> Answer:
    answer = student.accuracy(predicted, Y)
    expect(answer, close_to=float((predicted.array == Y.array).mean()))
    return answer


def expect_any_accuracy(student: Student, rng: Generator) -> Answer:
    """The student's fraction for any number of rows, some of them right, which must be right."""
    n = int(rng.integers(6, 40))
    return expect_accuracy(student, *draw_answers(rng, n, int(rng.integers(1, n))))


@task("accuracy", points=3)
def test_accuracy_of_any_table(student: Student, rng: Generator) -> None:
    """The fraction is right for any number of rows."""
    for _ in range(4):
        expect_any_accuracy(student, rng)


@task("accuracy", points=2)
def test_accuracy_of_one_row(student: Student, rng: Generator) -> None:
    """A single row is right or wrong: 1 or 0."""
    expect_any_accuracy(student, rng)  # and of more, it is a fraction
    zero, one = (Tensor(np.full((1, 1), value, np.float32)) for value in (0, 1))
    for rows in yes_and_no(rng, [(zero, zero), (one, one)], [(zero, one), (one, zero)]):
        expect_accuracy(student, *rows)


@task("accuracy", points=2)
def test_accuracy_with_few_ones(student: Student, rng: Generator) -> None:
    """The fraction is right where nearly all labels are 0, or nearly all are 1."""
    expect_any_accuracy(student, rng)
    for label, constant in shuffled(rng, list(product((0.0, 1.0), repeat=2))):
        Y = np.full((int(rng.integers(12, 40)), 1), label, dtype=np.float32)
        Y[: rng.integers(1, 5)] = 1 - label
        expect_accuracy(student, Tensor(np.full_like(Y, constant)), Tensor(Y))


@task("accuracy", points=1)
def test_accuracy_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The predictions and the labels are the same after the call."""
    for _ in range(3):
        expect_unchanged(expect_any_accuracy(student, rng))
