"""Visible checks of `terms`: kinds, splits, the notebook's errors and losses."""

import numpy as np
from numpy.typing import NDArray

from autograder.checks import Answer, Student, expect, fail, numbers, task, unpack

PARTS = ("training", "validation", "test")
CHOICE = ("index", "error")
LOSSES = [
    0.64, 0.50, 0.42, 0.36, 0.37, 0.30, 0.31, 0.325, 0.32, 0.34, 0.36, 0.375, 0.40, 0.42, 0.445,
]  # fmt: skip


def members(answer: Answer, n: int) -> list[NDArray[np.float64]]:
    """The sorted indices of each part; the check fails unless they are 0 … n-1, each once."""
    parts = [numbers(part) for part in unpack(answer, *PARTS)]
    if any(part.ndim != 1 for part in parts):
        fail("split_flat", call=answer.called)
    together = np.concatenate(parts)
    legal = (together >= 0) & (together < n) & (together == np.floor(together))
    for index in together[~legal]:
        fail("split_range", call=answer.called, got=f"{index:g}", last=n - 1)
    times = np.bincount(together.astype(np.int64), minlength=n)
    for index in np.flatnonzero(times != 1).tolist():
        code = "split_twice" if times[index] else "split_missing"
        fail(code, call=answer.called, index=index)
    return [np.sort(part) for part in parts]


def expect_sizes(answer: Answer, n: int, sizes: tuple[int, int, int]) -> None:
    """Fail unless the parts hold 0 … n-1 once, so many in training, validation and test."""
    for name, part, size in zip(PARTS, members(answer, n), sizes, strict=True):
        if part.size != size:
            fail("split_size", call=answer.called, part=name, got=part.size, want=size)


def expect_same_members(one: Answer, other: Answer, n: int) -> None:
    """Fail when a part has other indices in the second answer to the same call."""
    for name, before, after in zip(PARTS, members(one, n), members(other, n), strict=True):
        if not np.array_equal(before, after):
            fail("split_same_seed", call=one.called, part=name)


def expect_other_members(one: Answer, other: Answer, n: int) -> None:
    """Fail when a part of five or more has the same indices for both seeds."""
    for name, before, after in zip(PARTS, members(one, n), members(other, n), strict=True):
        if before.size >= 5 and np.array_equal(before, after):
            fail("split_other_seed", call=one.called, other=other.called, part=name)


@task("parameter_kind", points=4)
def test_weight_or_learning_rate(student: Student) -> None:
    """A weight is learnt; learning rate and number of epochs are set by the user."""
    expect(student.parameter_kind("weight"), equal="parameter")
    expect(student.parameter_kind("learning rate"), equal="hyperparameter")
    expect(student.parameter_kind("number of epochs"), equal="hyperparameter")


@task("parameter_kind", points=3.5)
def test_bias_or_batch_size(student: Student) -> None:
    """A bias is learnt; the batch size is set by the user."""
    expect(student.parameter_kind("bias"), equal="parameter")
    expect(student.parameter_kind("batch size"), equal="hyperparameter")


@task("learning_kind", points=3.5)
def test_one_example_of_each_kind(student: Student) -> None:
    """Labelled mails, unlabelled customers and a game for points are three different kinds."""
    expect(student.learning_kind("spam filter from labelled mails"), equal="supervised")
    expect(student.learning_kind("grouping customers without labels"), equal="unsupervised")
    expect(student.learning_kind("learning to play a game for points"), equal="reinforcement")


@task("learning_kind", points=3.5)
def test_answers_without_the_word_label(student: Student) -> None:
    """Past sales hold the answer; 100 features to be reduced hold none."""
    expect(student.learning_kind("house price from past sales"), equal="supervised")
    expect(student.learning_kind("reducing 100 features to 2"), equal="unsupervised")


@task("split", points=5)
def test_three_parts_of_the_right_size(student: Student) -> None:
    """Each index is in exactly one part, and each part has its size."""
    expect_sizes(student.split(50, 0.2, 0.3, 1), 50, (25, 10, 15))
    expect_sizes(student.split(64, 0.25, 0.15, 2), 64, (38, 16, 10))


@task("split", points=5)
def test_the_seed_decides(student: Student) -> None:
    """The same seed gives the same parts, another seed gives others."""
    one = student.split(50, 0.2, 0.3, 1)
    expect_same_members(one, student.split(50, 0.2, 0.3, 1), 50)
    expect_other_members(one, student.split(50, 0.2, 0.3, 2), 50)


@task("select", points=3)
def test_validation_chooses(student: Student) -> None:
    """The chosen model is the one with the lowest validation error."""
    index, _ = unpack(student.select([0.21, 0.13, 0.16, 0.19], [0.2, 0.17, 0.15, 0.18]), *CHOICE)
    expect(index, equal=1)
    index, _ = unpack(student.select([0.4, 0.3, 0.2], [0.1, 0.3, 0.25]), *CHOICE)
    expect(index, equal=2)


@task("select", points=3)
def test_test_error_is_reported(student: Student) -> None:
    """The reported error is the chosen model's test error."""
    _, error = unpack(student.select([0.21, 0.13, 0.16, 0.19], [0.2, 0.17, 0.15, 0.18]), *CHOICE)
    expect(error, close_to=0.17)
    _, error = unpack(student.select([0.4, 0.3, 0.2], [0.1, 0.3, 0.25]), *CHOICE)
    expect(error, close_to=0.25)


@task("overfitting_epoch", points=4)
def test_lowest_loss_of_the_notebook(student: Student) -> None:
    """On the notebook's curve the model overfits after epoch 5, not after the false alarm."""
    expect(student.overfitting_epoch(LOSSES), equal=5)
    expect(student.overfitting_epoch([0.9, 0.5, 0.4, 0.6]), equal=2)


@task("overfitting_epoch", points=2.5)
def test_no_overfitting_yet(student: Student) -> None:
    """While the last loss is the lowest, the answer is None."""
    expect(student.overfitting_epoch([0.9, 0.5, 0.4]), equal=None)
    expect(student.overfitting_epoch([0.9, 0.5, 0.4, 0.6]), equal=2)


@task("early_stop", points=4)
def test_stops_of_the_notebook(student: Student) -> None:
    """On the notebook's curve, patience 1, 2 and 3 stop at epochs 4, 7 and 8."""
    for patience, stop in ((1, 4), (2, 7), (3, 8)):
        expect(student.early_stop(LOSSES, patience), equal=stop)


@task("early_stop", points=2)
def test_training_to_the_end(student: Student) -> None:
    """With a patience of 20, training runs to the last epoch; with 3, it does not."""
    expect(student.early_stop(LOSSES, 20), equal=14)
    expect(student.early_stop(LOSSES, 3), equal=8)
