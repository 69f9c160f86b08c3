"""Visible checks of `xor`: the chapter's table and first costs, and a training of AND."""

import math
from itertools import pairwise
from typing import Any

import numpy as np

from assignments import chapter
from assignments.xor.expectations import (
    SHAPES,
    expect_changed,
    expect_other_weights,
    expect_parameters,
    expect_shapes,
    sigmoid_layers,
)
from autograder.checks import (
    SINGLE,
    Answer,
    Model,
    Student,
    Tensor,
    beside_the_value,
    expect,
    expect_detached,
    expect_dtype,
    numbers,
    task,
    unpack,
)

BOOK = (2e-6, 0.0)  # how far costs may lie from the chapter's

# AND, learnt by a 2-3-1 network with lr = 2: its costs and its parameters
AND_LABELS = [[0.0], [0.0], [0.0], [1.0]]
AND_START = ([[1.0, -0.5], [0.5, 1.0], [-1.0, 0.5]], [0.0, 0.5, -0.5], [[1.0, -1.0, 0.5]], [0.25])
AND_COSTS = [0.77441050, 0.05631006, 0.01486344]  # at epochs 0, 100, 200
AND_AFTER_1 = (
    [[0.99759225, -0.50546132], [0.53286318, 1.01380905], [-0.99876488, 0.49084190]],
    [-0.13522281, 0.63923343, -0.56493457],
    [[0.69034681, -1.39785910, 0.27175194]],
    [-0.35469430],
)
# Nudged first: one step downhill on the sum of its outputs, whose gradients it keeps
AND_AFTER_NUDGE_AND_1 = (
    [[0.93635889, -0.57283710], [0.53200888, 1.01256000], [-1.03074185, 0.45532154]],
    [-0.19800718, 0.67187302, -0.59634573],
    [[0.57639457, -1.51035458, 0.20646865]],
    [-0.50565668],
)
AND_AFTER_201 = (
    [[3.41091655, 3.90794351], [-1.10359447, -1.48622700], [-2.11428513, -0.41198794]],
    [-5.30383889, 1.78076094, 1.03537801],
    [[8.49217363, -2.80124063, -2.99471858]],
    [-2.50141097],
)


# Where the trained network's outputs are looked at: 17 × 17 points, x1 along each row
GRID = np.array([[x1, x2] for x2 in np.linspace(0, 1, 17) for x1 in np.linspace(0, 1, 17)])


def _tensor(values: Any) -> Tensor:
    return Tensor(np.array(values, dtype=np.float32))


INPUTS = _tensor(chapter.truth_table_X)
LABELS = _tensor(chapter.truth_table_Y)


@task("truth_table", points=2)
def test_inputs_of_the_table(student: Student) -> None:
    """X holds the four inputs in the chapter's order."""
    X, _Y = unpack(student.truth_table(), "X", "Y")
    expect(X, close_to=chapter.truth_table_X)


@task("truth_table", points=2)
def test_labels_of_the_table(student: Student) -> None:
    """Y holds the four labels, one in each row."""
    _X, Y = unpack(student.truth_table(), "X", "Y")
    expect(Y, close_to=chapter.truth_table_Y)


@task("truth_table", points=1)
def test_the_table_fits_the_layers(student: Student) -> None:
    """Both are float32 tensors, which the layers need."""
    X, Y = unpack(student.truth_table(), "X", "Y")
    for part, values in ((X, chapter.truth_table_X), (Y, chapter.truth_table_Y)):
        with beside_the_value():
            expect(part, close_to=values)
        expect_dtype(part, "float32")


@task("build_model", points=4)
def test_the_chapters_first_cost(student: Student) -> None:
    """With seed 777 the cost before training is the chapter's 0.6949."""
    model = student.build_model(chapter.seed)
    outputs = student.outputs(model, chapter.truth_table_X)
    expect(_cost(outputs), close_to=chapter.costs[0], within=BOOK)


def _cost(outputs: Answer) -> Answer:
    """The binary cross-entropy of these outputs for XOR."""
    o = numbers(outputs)
    if o.shape != chapter.truth_table_Y.shape:
        expect(outputs, close_to=chapter.truth_table_Y)
    with np.errstate(all="ignore"):
        cost = -np.log(np.where(chapter.truth_table_Y == 1, o, 1 - o)).mean()
    return Answer(outputs.task, outputs.arguments, float(cost), part="cost")


@task("build_model", points=2)
def test_sizes_of_the_model(student: Student) -> None:
    """The layers have the sizes 2-10-10-10-1, and every seed its own weights."""
    one, other = student.build_model(1), student.build_model(2)
    expect_shapes(student, one, SHAPES, one)
    expect_other_weights(student, one, other)


@task("build_model", points=2)
def test_a_seed_gives_the_same_model(student: Student) -> None:
    """The same seed gives the same weights again, another seed others."""
    one, other, again = student.build_model(3), student.build_model(4), student.build_model(3)
    expect_parameters(student, again, expect_shapes(student, one, SHAPES, one), again)
    expect_other_weights(student, one, other)


def _chapter_start(student: Student) -> Model:
    """The network of seed 777 before training, its parameters drawn as PyTorch's layers do."""
    import torch

    torch.manual_seed(chapter.seed)
    drawn = []
    for n_in, n_out in pairwise(chapter.sizes):
        bound = 1 / math.sqrt(n_in)
        for shape in ((n_out, n_in), (n_out,)):
            drawn.append(torch.empty(shape).uniform_(-bound, bound).numpy())
    return student.model(sigmoid_layers(chapter.sizes), drawn)


@task("train", points=4)
def test_the_chapters_first_four_costs(student: Student) -> None:
    """301 epochs of the chapter's training give its first four costs."""
    answer = student.train(_chapter_start(student), INPUTS, LABELS, chapter.xor_lr, 301)
    expect(answer, close_to=chapter.costs[:4], within=BOOK)


def _and_model(student: Student) -> Model:
    return student.model(sigmoid_layers([2, 3, 1]), [np.array(values) for values in AND_START])


@task("train", points=5)
def test_costs_of_and(student: Student) -> None:
    """A 2-3-1 network learns AND with the right costs."""
    model = _and_model(student)
    answer = student.train(model, INPUTS, _tensor(AND_LABELS), 2.0, 201)
    student.outputs(model, GRID)
    expect(answer, close_to=AND_COSTS, within=SINGLE)


@task("train", points=3)
def test_epochs_in_the_list(student: Student) -> None:
    """100 epochs give one cost, 101 and 200 two: those of epochs 0 and 100."""
    for epochs, count in ((100, 1), (101, 2), (200, 2)):
        answer = student.train(_and_model(student), INPUTS, _tensor(AND_LABELS), 2.0, epochs)
        expect(answer, close_to=AND_COSTS[:count], within=SINGLE)


@task("train", points=5)
def test_training_changes_the_model(student: Student) -> None:
    """The model that was passed in ends with the right weights and biases."""
    model = _and_model(student)
    before = student.parameters(model)
    answer = student.train(model, INPUTS, _tensor(AND_LABELS), 2.0, 201)
    expect_changed(student, model, before, answer)
    expect_parameters(student, model, [np.array(values) for values in AND_AFTER_201], answer)


@task("train", points=1)
def test_no_epoch_and_one_epoch(student: Student) -> None:
    """Zero epochs give no costs and change nothing; one epoch is one step."""
    for epochs, parameters in ((0, AND_START), (1, AND_AFTER_1)):
        model = _and_model(student)
        answer = student.train(model, INPUTS, _tensor(AND_LABELS), 2.0, epochs)
        expect_parameters(student, model, [np.array(values) for values in parameters], answer)
        expect(answer, close_to=AND_COSTS[:epochs], within=SINGLE)


@task("train", points=1)
def test_gradients_that_the_model_still_has(student: Student) -> None:
    """One epoch is right although the model still has the gradients of earlier training."""
    model = _and_model(student)
    student.nudge(model, INPUTS.array)
    answer = student.train(model, INPUTS, _tensor(AND_LABELS), 2.0, 1)
    after = [np.array(values) for values in AND_AFTER_NUDGE_AND_1]
    expect_parameters(student, model, after, answer)


def _layer(student: Student, weights: list[float], bias: float) -> Model:
    """A single neuron, whose output is > 0.5 where its weighted sum is > 0."""
    return student.model(sigmoid_layers([len(weights), 1]), [np.array([weights]), np.array([bias])])


@task("predict", points=3)
def test_predictions_of_and_and_or(student: Student) -> None:
    """An AND model predicts 0, 0, 0, 1, and an OR model 0, 1, 1, 1."""
    for bias, labels in ((-3.0, AND_LABELS), (-1.0, [[0.0], [1.0], [1.0], [1.0]])):
        model = _layer(student, [2.0, 2.0], bias)
        expect(student.predict(model, INPUTS), equal=labels)


@task("predict", points=1)
def test_predictions_of_three_inputs(student: Student) -> None:
    """A model with three inputs predicts two rows."""
    model = _layer(student, [1.0, -2.0, 3.0], 0.5)
    rows = _tensor([[1.0, 1.0, -1.0], [0.0, -0.5, 0.25]])
    expect(student.predict(model, rows), equal=[[0], [1]])


@task("predict", points=2)
def test_prediction_at_exactly_one_half(student: Student) -> None:
    """An output of exactly 0.5 gives 0, one of 0.525 gives 1."""
    for bias, label in ((0.0, 0), (0.1, 1)):
        model = _layer(student, [0.0, 0.0], bias)
        expect(student.predict(model, INPUTS), equal=[[label]] * 4)


@task("predict", points=1)
def test_predictions_carry_no_gradient(student: Student) -> None:
    """The predictions are right, and no gradient is attached to them."""
    answer = student.predict(_layer(student, [2.0, 2.0], -3.0), INPUTS)
    expect(answer, equal=AND_LABELS)
    expect_detached(answer)


@task("accuracy", points=3)
def test_accuracy_of_four_rows(student: Student) -> None:
    """Three right out of four give 0.75, four give 1, two give 0.5."""
    for predicted, fraction in (([0, 1, 1, 1], 0.75), ([0, 1, 1, 0], 1), ([0, 0, 0, 0], 0.5)):
        rows = _tensor(predicted).array.reshape(4, 1)
        expect(student.accuracy(Tensor(rows), LABELS), close_to=fraction)


@task("accuracy", points=2)
def test_accuracy_of_five_rows(student: Student) -> None:
    """Three right out of five give 0.6, one gives 0.2."""
    labels = _tensor([[1], [1], [1], [1], [0]])
    for predicted, fraction in (([1, 1, 0, 0, 0], 0.6), ([0, 0, 0, 1, 1], 0.2)):
        rows = _tensor(predicted).array.reshape(5, 1)
        expect(student.accuracy(Tensor(rows), labels), close_to=fraction)


@task("accuracy", points=2)
def test_accuracy_of_nothing_right(student: Student) -> None:
    """Nothing right gives 0, everything right gives 1."""
    for predicted, fraction in (([[1], [0], [0], [1]], 0), ([[0], [1], [1], [0]], 1)):
        expect(student.accuracy(_tensor(predicted), LABELS), close_to=fraction)
