"""Hidden checks of `terms`: the other names and examples, other splits, errors and losses."""

import numpy as np
from numpy.random import Generator

from assignments.terms.checks import (
    CHOICE,
    PARTS,
    expect_other_members,
    expect_same_members,
    expect_sizes,
    members,
)
from autograder.checks import (
    Answer,
    Student,
    expect,
    expect_unchanged,
    fail,
    shuffled,
    task,
    unpack,
)
from solutions.drawing import curves
from solutions.terms import solution


@task("parameter_kind", points=4)
def test_weights_or_sizes_of_layers(student: Student) -> None:
    """The output layer's weights are learnt, the sizes of the network are not."""
    _expect_parameter_kinds(
        student,
        "weights of the output layer",
        "number of hidden layers",
        "neurons per hidden layer",
    )


@task("parameter_kind", points=3.5)
def test_bias_or_dropout_rate_or_patience(student: Student) -> None:
    """A bias is learnt, dropout rate and patience are not."""
    _expect_parameter_kinds(student, "bias", "dropout rate", "patience")


@task("learning_kind", points=4)
def test_digits_or_topics(student: Student) -> None:
    """Labelled digits and unlabelled news are of different kinds."""
    _expect_learning_kinds(
        student, "handwritten digits with their labels", "finding topics in unlabelled news"
    )


@task("learning_kind", points=4)
def test_truth_table_or_robot(student: Student) -> None:
    """A truth table gives answers, a robot's walk gives rewards."""
    _expect_learning_kinds(student, "XOR from its truth table", "a robot rewarded for walking")


@task("split", points=6)
def test_sizes_of_any_split(student: Student, rng: Generator) -> None:
    """Sizes are rounded, and each index is in exactly one part, for any n."""
    for remainder in (0.3, 0.7):
        n, validation, test = _split_arguments(rng, remainder)
        training, chosen, judged = solution.split(n, validation, test, 0)
        sizes = training.size, chosen.size, judged.size
        expect_sizes(student.split(n, validation, test, _seed(rng)), n, sizes)


@task("split", points=5)
def test_any_seed_decides(student: Student, rng: Generator) -> None:
    """The same seed gives the same parts, another seed gives others, for any n."""
    for remainder in (0.3, 0.7):
        n, validation, test = _split_arguments(rng, remainder)
        seed = _seed(rng)
        one = student.split(n, validation, test, seed)
        expect_same_members(one, student.split(n, validation, test, seed), n)
        expect_other_members(one, student.split(n, validation, test, seed + 1), n)


@task("split", points=4)
def test_parts_are_drawn_at_random(student: Student, rng: Generator) -> None:
    """No part is a run of neighbouring indices."""
    for remainder in (0.3, 0.7):
        n, validation, test = _split_arguments(rng, remainder)
        answer = student.split(n, validation, test, _seed(rng))
        for name, part in zip(PARTS, members(answer, n), strict=True):
            gaps = np.diff(part, append=part[:1] + n)  # also across the end
            if part.size >= 5 and np.count_nonzero(gaps != 1) <= 1:
                fail("split_run", call=answer.called, part=name)


@task("select", points=3)
def test_any_validation_errors_choose(student: Student, rng: Generator) -> None:
    """The index is that of the lowest validation error, for any number of models."""
    for best in _places(rng):
        errors = curves.rivals(rng, best)
        index, _ = unpack(student.select(*errors), *CHOICE)
        expect(index, equal=solution.select(*errors)[0])


@task("select", points=2.5)
def test_any_test_error_is_reported(student: Student, rng: Generator) -> None:
    """The error is the chosen model's test error, for any number of models."""
    for best in _places(rng)[:2]:
        errors = curves.rivals(rng, best)
        _, error = unpack(student.select(*errors), *CHOICE)
        expect(error, close_to=solution.select(*errors)[1])


@task("select", points=2.5)
def test_first_of_equal_errors(student: Student, rng: Generator) -> None:
    """Of several models with the lowest validation error, the first is chosen."""
    for best in _places(rng):
        validation, test = curves.rivals(rng, best)
        validation[best + 1] = validation[best]  # model best + 1 has the lowest test error
        index, _ = unpack(student.select(validation, test), *CHOICE)
        expect(index, equal=solution.select(validation, test)[0])


@task("select", points=1)
def test_errors_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Choosing leaves both lists as they were."""
    for best in _places(rng):
        errors = curves.rivals(rng, best)
        answer = student.select(*errors)
        expect(unpack(answer, *CHOICE)[0], equal=solution.select(*errors)[0])
        expect_unchanged(answer)


@task("overfitting_epoch", points=4.5)
def test_lowest_loss_of_any_curve(student: Student, rng: Generator) -> None:
    """The epoch is that of the lowest loss, on curves with a false alarm."""
    _expect_epochs(student, _overfitting_curves(rng, 4))


@task("overfitting_epoch", points=2)
def test_none_on_any_falling_curve(student: Student, rng: Generator) -> None:
    """While the last loss is the lowest, the answer is None, whatever came before."""
    falling = [curves.falling_curve(rng) for _ in range(2)]
    _expect_epochs(student, shuffled(rng, [*falling, *_overfitting_curves(rng, 3)]))


@task("overfitting_epoch", points=1)
def test_overfitting_from_the_start(student: Student, rng: Generator) -> None:
    """If the first loss is the lowest, the answer is 0."""
    rising = [curves.rising_curve(rng) for _ in range(2)]
    _expect_epochs(student, shuffled(rng, [*rising, *_overfitting_curves(rng, 3)]))


@task("overfitting_epoch", points=1)
def test_losses_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Looking for the lowest loss leaves the list as it was."""
    for answer in _expect_epochs(student, _overfitting_curves(rng, 4)):
        expect_unchanged(answer)


@task("early_stop", points=4)
def test_stop_on_any_curve(student: Student, rng: Generator) -> None:
    """Training stops after `patience` epochs in a row without a new minimum."""
    for patience in (2, 3, 4):
        losses = curves.stopping_curve(rng, patience)
        for waiting in (1, patience):
            expect(student.early_stop(losses, waiting), equal=solution.early_stop(losses, waiting))


@task("early_stop", points=2)
def test_last_epoch_of_any_curve(student: Student, rng: Generator) -> None:
    """If training never stops early, the answer is the last epoch."""
    for patience in (2, 3, 4):
        losses = curves.stopping_curve(rng, patience)
        for waiting in (patience, len(losses)):
            expect(student.early_stop(losses, waiting), equal=solution.early_stop(losses, waiting))


@task("early_stop", points=2)
def test_equal_loss_is_no_new_minimum(student: Student, rng: Generator) -> None:
    """A loss that equals the lowest does not start the waiting anew."""
    tie, no_tie = curves.curve_with_a_tie, curves.stopping_curve
    for patience, make in shuffled(rng, [(2, tie), (4, tie), (3, no_tie)]):
        losses = make(rng, patience)
        for waiting in (1, patience):
            expect(student.early_stop(losses, waiting), equal=solution.early_stop(losses, waiting))


@task("early_stop", points=1)
def test_losses_stay_after_a_stop(student: Student, rng: Generator) -> None:
    """Looking for the stop leaves the list as it was."""
    for patience in (2, 3, 4):
        losses = curves.stopping_curve(rng, patience)
        for waiting in (1, patience):
            answer = student.early_stop(losses, waiting)
            expect(answer, equal=solution.early_stop(losses, waiting))
            expect_unchanged(answer)


def _expect_parameter_kinds(student: Student, *names: str) -> None:
    for name in names:
        expect(student.parameter_kind(name), equal=solution.parameter_kind(name))


def _expect_learning_kinds(student: Student, *examples: str) -> None:
    for example in examples:
        expect(student.learning_kind(example), equal=solution.learning_kind(example))


def _places(rng: Generator) -> list[int]:
    """Four different places among the first eight."""
    places: list[int] = rng.permutation(8)[:4].tolist()
    return places


def _overfitting_curves(rng: Generator, count: int) -> list[list[float]]:
    """So many curves whose lowest losses lie at different epochs."""
    return [curves.overfitting_curve(rng, 3 + place) for place in _places(rng)[:count]]


def _expect_epochs(student: Student, all_losses: list[list[float]]) -> list[Answer]:
    """The student's answers to these curves, all of them right."""
    answers = []
    for losses in all_losses:
        answers.append(student.overfitting_epoch(losses))
        expect(answers[-1], equal=solution.overfitting_epoch(losses))
    return answers


def _split_arguments(rng: Generator, remainder: float) -> tuple[int, float, float]:
    """n ≥ 50 and two different fractions; n times each has this remainder, to be rounded away."""
    n = int(rng.integers(50, 120))
    validation = (int(rng.integers(6, 12)) + remainder) / n
    test = (int(rng.integers(13, 18)) + remainder) / n
    return n, validation, test


def _seed(rng: Generator) -> int:
    return int(rng.integers(1_000_000))
