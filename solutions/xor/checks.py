"""Hidden checks of `xor`: any seeds, models and tables, compared with the solution."""

from dataclasses import replace
from itertools import product

import numpy as np
from numpy.random import Generator

from assignments import chapter
from assignments.xor.expectations import (
    SHAPES,
    expect_other_weights,
    expect_parameters,
    expect_shapes,
)
from autograder.checks import (
    SINGLE,
    Student,
    Tensor,
    beside_the_value,
    expect,
    expect_detached,
    expect_dtype,
    expect_unchanged,
    shuffled,
    task,
    unpack,
    yes_and_no,
)
from solutions.drawing.predictions import (
    all_judged,
    all_predictions,
    at_one_half,
    judged_rows,
    moved_prediction,
    some_predictions,
)
from solutions.drawing.provided import ProvidedModel, chapter_network, single
from solutions.drawing.trainings import (
    GATES,
    chapter_costs,
    chapter_training,
    gate_training,
    plateau_training,
    random_training,
    short_trainings,
    special_trainings,
)
from solutions.xor import solution
from solutions.xor.expectations import (
    expect_costs,
    expect_costs_of_the_chapter,
    expect_outputs_of_the_chapter,
    expect_predictions,
    expect_trained,
    part_of,
    train,
)

SAME = (1e-7, 1e-6)  # weights of the same seed, read back from single precision
LAST_SEED = 2**32 - 1


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


def draw_seeds(rng: Generator) -> list[int]:
    """The lowest and the highest seed, a small and a large one, in random order."""
    small, large = int(rng.integers(1, 1000)), int(rng.integers(2**31, LAST_SEED))
    return shuffled(rng, [0, small, large, LAST_SEED])


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
    one, other = (student.build_model(seed) for seed in draw_seeds(rng)[:2])
    for model in (one, other):
        network = ProvidedModel(chapter.sizes, expect_shapes(student, model, SHAPES, model))
        for rows in (X, X[:1]):
            expect(student.outputs(model, rows), close_to=network.outputs(rows), within=SINGLE)
    expect_other_weights(student, one, other)


@task("build_model", points=2)
def test_weights_do_not_depend_on_the_past(student: Student, rng: Generator) -> None:
    """A seed gives the same weights again after other models were built, and after training."""
    seeds = draw_seeds(rng)[:2]
    first = {seed: student.build_model(seed) for seed in seeds}
    expect_other_weights(student, *first.values())
    weights = {seed: expect_shapes(student, each, SHAPES, each) for seed, each in first.items()}
    X, trained = single(rng.uniform(-2, 2, (5, 2))), first[seeds[0]]
    nudged = ProvidedModel(chapter.sizes, weights[seeds[0]]).nudged(X)
    student.nudge(trained, X)
    expect_parameters(student, trained, nudged, trained, SINGLE)
    for seed in yes_and_no(rng, seeds[:1], seeds[1:]):
        again = student.build_model(seed)
        expect_parameters(student, again, weights[seed], again, SAME)


@task("train", points=3)
def test_costs_of_any_table(student: Student, rng: Generator) -> None:
    """The costs are right for other networks, tables and learning rates."""
    special = special_trainings(rng, epochs=2)
    for training in [random_training(rng, 130), *special, *short_trainings(rng)]:
        expect_costs(student, training)
    expect_costs(student, random_training(rng, 101))


@task("train", points=4)
def test_parameters_after_any_training(student: Student, rng: Generator) -> None:
    """The model ends with the right weights and biases, for other networks and tables."""
    special = special_trainings(rng, epochs=10)
    for training in [random_training(rng, 130), *special, *short_trainings(rng)]:
        expect_trained(student, training)


@task("train", points=3)
def test_gates_that_are_learnt_at_once(student: Student, rng: Generator) -> None:
    """The chapter's network learns AND, OR and NAND with the right weights and biases."""
    for gate in GATES:
        expect_trained(student, gate_training(rng, gate, epochs=100))


@task("train", points=3)
def test_costs_belong_to_their_epochs(student: Student, rng: Generator) -> None:
    """The list holds the costs of epochs 0, 100, 200, … and no others."""
    training = random_training(rng, epochs=201)
    for epochs, count in ((1, 1), (100, 1), (101, 2), (201, 3)):
        answer, _model = train(student, replace(training, epochs=epochs))
        expect(answer, close_to=training.reference.costs[:count], within=SINGLE)


@task("train", points=2)
def test_training_goes_on_where_it_stopped(student: Student, rng: Generator) -> None:
    """Each training goes on from the weights so far, whatever gradients the model still has."""
    training = random_training(rng, epochs=110)
    model = training.network.at(student)
    student.train(model, *training.table, training.lr, 60)
    answer = student.train(model, *training.table, training.lr, 50)
    expect_parameters(student, model, training.reference.parameters, answer)
    reached = ProvidedModel(
        training.network.sizes, list(map(single, training.reference.parameters))
    )
    third = replace(training, network=reached, Y=1 - training.Y, lr=training.lr / 4, epochs=30)
    answer = student.train(model, *third.table, third.lr, third.epochs)
    expect_parameters(student, model, third.reference.parameters, answer)
    student.nudge(model, third.X)
    expect_parameters(student, model, third.nudged, answer)
    fourth = replace(third, network=ProvidedModel(training.network.sizes, third.nudged), epochs=5)
    answer = student.train(model, *fourth.table, fourth.lr, fourth.epochs)
    expect_parameters(student, model, fourth.reference.parameters, answer)


@task("train", points=1)
def test_training_leaves_the_table_alone(student: Student, rng: Generator) -> None:
    """X and Y are the same after the training."""
    training = random_training(rng, epochs=20)
    answer, model = train(student, training)
    with beside_the_value():
        expect_parameters(student, model, training.reference.parameters, answer)
    expect_unchanged(answer)


@task("train", points=1)
def test_plateau_of_any_seed(student: Student, rng: Generator) -> None:
    """From any seed, 201 epochs of the chapter's training give the right costs and weights."""
    training = plateau_training(rng, draw_seeds(rng)[0], epochs=201)
    answer, model = train(student, training)
    expect(answer, close_to=training.reference.costs, within=SINGLE)
    expect_parameters(student, model, training.reference.parameters, answer)


@task("train", points=4, seconds=40)
def test_the_whole_training(student: Student, rng: Generator) -> None:
    """10,001 epochs from seed 777 give the chapter's costs and outputs."""
    training = chapter_training(chapter.seed, chapter.epochs)
    answer, model = train(student, training)
    expect_costs_of_the_chapter(answer, chapter_costs(rng))
    network = ProvidedModel(chapter.sizes, expect_shapes(student, model, SHAPES, answer))
    outputs = part_of(answer, network.outputs(training.X))  # whatever the model itself would say
    expect_outputs_of_the_chapter(outputs)


@task("predict", points=3)
def test_predictions_of_any_model(student: Student, rng: Generator) -> None:
    """The predictions are right for models and tables of any size."""
    for asked in all_predictions(rng):
        expect_predictions(student, asked)
    before, after = moved_prediction(rng)
    model = before.network.at(student)
    expect(student.predict(model, Tensor(before.X)), equal=before.outputs > 0.5)
    student.nudge(model, before.X)
    expect(student.predict(model, Tensor(before.X)), equal=after.outputs > 0.5)


@task("predict", points=2)
def test_predictions_around_one_half(student: Student, rng: Generator) -> None:
    """Outputs of exactly 0.5 and barely below give 0, those barely above give 1."""
    for asked in at_one_half(rng):
        expect_predictions(student, asked)


@task("predict", points=2)
def test_predictions_are_detached(student: Student, rng: Generator) -> None:
    """The predictions of any model carry no gradient."""
    for asked in some_predictions(rng):
        answer = student.predict(asked.network.at(student), Tensor(asked.X))
        with beside_the_value():
            expect(answer, equal=asked.outputs > 0.5)
        expect_detached(answer)


@task("predict", points=1)
def test_predicting_leaves_the_inputs_alone(student: Student, rng: Generator) -> None:
    """X is the same after the call, and so is the model, which can still be trained."""
    for asked in some_predictions(rng):
        model = asked.network.at(student)
        answer = student.predict(model, Tensor(asked.X))
        with beside_the_value():
            expect(answer, equal=asked.outputs > 0.5)
        expect_unchanged(answer)
        student.nudge(model, asked.X)
        expect_parameters(student, model, asked.nudged, answer, SINGLE)


def expect_accuracy(student: Student, predicted: Tensor, Y: Tensor) -> None:
    answer = student.accuracy(predicted, Y)
    expect(answer, close_to=accuracy_of(predicted, Y))


def accuracy_of(predicted: Tensor, Y: Tensor) -> float:
    return float((predicted.array == Y.array).mean())


@task("accuracy", points=3)
def test_accuracy_of_any_table(student: Student, rng: Generator) -> None:
    """The fraction is right for any number of rows."""
    for rows in all_judged(rng):
        expect_accuracy(student, *rows)


@task("accuracy", points=2)
def test_accuracy_of_one_row(student: Student, rng: Generator) -> None:
    """A single row is right or wrong: 1 or 0."""
    expect_accuracy(student, *judged_rows(rng, 7, 3))  # and of more, it is a fraction
    zero, one = (Tensor(np.full((1, 1), value, np.float32)) for value in (0, 1))
    for rows in yes_and_no(rng, [(zero, zero), (one, one)], [(zero, one), (one, zero)]):
        expect_accuracy(student, *rows)


@task("accuracy", points=2)
def test_accuracy_with_few_ones(student: Student, rng: Generator) -> None:
    """The fraction is right where nearly all labels are 0, or nearly all are 1."""
    expect_accuracy(student, *judged_rows(rng, 9, 4))
    for label, constant in shuffled(rng, list(product((0.0, 1.0), repeat=2))):
        Y = np.full((int(rng.integers(12, 40)), 1), label, dtype=np.float32)
        Y[: rng.integers(1, 5)] = 1 - label
        expect_accuracy(student, Tensor(np.full_like(Y, constant)), Tensor(Y))


@task("accuracy", points=1)
def test_accuracy_leaves_its_arguments_alone(student: Student, rng: Generator) -> None:
    """The predictions and the labels are the same after the call."""
    for predicted, Y in all_judged(rng)[:5]:
        answer = student.accuracy(predicted, Y)
        with beside_the_value():
            expect(answer, close_to=accuracy_of(predicted, Y))
        expect_unchanged(answer)
