"""Hidden checks of `terms`: the other names and examples, other splits, errors and losses."""

from collections.abc import Sequence
from itertools import combinations

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
    beside_the_value,
    expect,
    expect_unchanged,
    fail,
    task,
    unpack,
)
from solutions.drawing import curves, rivals, splits, waits
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
    for arguments in splits.all_splits(rng):
        training, validation, test = (part.size for part in solution.split(*arguments))
        expect_sizes(student.split(*arguments), arguments.n, (training, validation, test))


@task("split", points=5)
def test_any_seed_decides(student: Student, rng: Generator) -> None:
    """The same seed gives the same parts, another seed gives others, for any n."""
    asked = splits.other_seeds(rng)
    answers = [student.split(*arguments) for arguments in asked]
    for arguments, answer in zip(asked, answers, strict=True):
        if arguments.seed in (0, asked[0].seed):
            expect_same_members(answer, student.split(*arguments), arguments.n)
    for one, other in combinations(answers, 2):
        expect_other_members(one, other, asked[0].n)


@task("split", points=4)
def test_parts_are_drawn_at_random(student: Student, rng: Generator) -> None:
    """No part is a run of neighbours, or another seed's part shifted; all indices have a chance."""
    for n in (int(rng.integers(50, 80)), int(rng.integers(260, 300))):
        answers = [student.split(*arguments) for arguments in splits.at_some_seeds(rng, n)]
        parts_of_all = zip(*(members(answer, n) for answer in answers), strict=True)
        for name, parts in zip(PARTS, parts_of_all, strict=True):
            expect_random(answers, name, parts, n)


def expect_random(
    answers: Sequence[Answer], name: str, parts: Sequence[splits.Part], n: int
) -> None:
    """Fail when these parts of different seeds are not what chance gives."""
    for answer, part in zip(answers, parts, strict=True):
        if splits.is_run(part, n):
            fail("split_run", call=answer.called, part=name)
    for (one, part), (other, part_of_other) in combinations(zip(answers, parts, strict=True), 2):
        if splits.is_shifted(part, part_of_other, n):
            fail("split_shifted", call=one.called, other=other.called, part=name)
    if splits.misses_many(parts, n):
        fail("split_places", call=answers[0].called, part=name)


@task("select", points=3)
def test_any_validation_errors_choose(student: Student, rng: Generator) -> None:
    """The index is that of the lowest validation error, for any number of models."""
    for errors in rivals.all_rivals(rng):
        index, _ = unpack(student.select(*errors), *CHOICE)
        expect(index, equal=solution.select(*errors)[0])


@task("select", points=2.5)
def test_any_test_error_is_reported(student: Student, rng: Generator) -> None:
    """The error is the chosen model's test error, for any number of models."""
    for errors in rivals.all_rivals(rng):
        _, error = unpack(student.select(*errors), *CHOICE)
        expect(error, close_to=solution.select(*errors)[1])


@task("select", points=2.5)
def test_first_of_equal_errors(student: Student, rng: Generator) -> None:
    """Of several models with the lowest validation error, the first is chosen."""
    for errors in rivals.tied_rivals(rng):
        index, error = unpack(student.select(*errors), *CHOICE)
        expect(index, equal=solution.select(*errors)[0])
        expect(error, close_to=solution.select(*errors)[1])


@task("select", points=1)
def test_errors_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Choosing leaves both lists as they were."""
    for errors in rivals.tied_rivals(rng):
        answer = student.select(*errors)
        with beside_the_value():
            index, error = unpack(answer, *CHOICE)
            expect(index, equal=solution.select(*errors)[0])
            expect(error, close_to=solution.select(*errors)[1])
        expect_unchanged(answer)


@task("overfitting_epoch", points=4.5)
def test_lowest_loss_of_any_curve(student: Student, rng: Generator) -> None:
    """The epoch is that of the lowest loss, wherever the curve turns."""
    found = curves.curves(rng, *curves.TURNING, *curves.STEPPED)
    for losses in [*found, *map(curves.turned_inside, found)]:
        expect(student.overfitting_epoch(losses), equal=solution.overfitting_epoch(losses))


@task("overfitting_epoch", points=2)
def test_none_on_any_falling_curve(student: Student, rng: Generator) -> None:
    """While the last loss is the lowest, the answer is None, whatever came before."""
    few = [[0.0], *curves.few(rng, curves.falling, 1), *curves.few(rng, curves.falling, 2)]
    for losses in [*few, *curves.curves(rng, *curves.TO_THE_LOWEST, curves.valley)]:
        expect(student.overfitting_epoch(losses), equal=solution.overfitting_epoch(losses))


@task("overfitting_epoch", points=1)
def test_overfitting_from_the_start(student: Student, rng: Generator) -> None:
    """If the first loss is the lowest, the answer is 0."""
    few = curves.few(rng, curves.rising, 2)
    for losses in [*few, *curves.curves(rng, *curves.FROM_THE_LOWEST, curves.valley)]:
        expect(student.overfitting_epoch(losses), equal=solution.overfitting_epoch(losses))


@task("overfitting_epoch", points=1)
def test_losses_stay_as_they_are(student: Student, rng: Generator) -> None:
    """Looking for the lowest loss leaves the list as it was."""
    for losses in curves.curves(rng, *curves.STEPPED):
        answer = student.overfitting_epoch(losses)
        with beside_the_value():
            expect(answer, equal=solution.overfitting_epoch(losses))
        expect_unchanged(answer)


@task("early_stop", points=4)
def test_stop_on_any_curve(student: Student, rng: Generator) -> None:
    """Training stops after `patience` epochs in a row without a new minimum."""
    for wait in waits.stops(rng):
        expect(student.early_stop(*wait), equal=solution.early_stop(*wait))


@task("early_stop", points=2)
def test_last_epoch_of_any_curve(student: Student, rng: Generator) -> None:
    """If training never stops early, the answer is the last epoch."""
    for wait in waits.waits_to_the_end(rng):
        expect(student.early_stop(*wait), equal=solution.early_stop(*wait))


@task("early_stop", points=2)
def test_equal_loss_is_no_new_minimum(student: Student, rng: Generator) -> None:
    """A loss that equals the lowest does not start the waiting anew."""
    for wait in waits.stops_at_ties(rng):
        expect(student.early_stop(*wait), equal=solution.early_stop(*wait))


@task("early_stop", points=1)
def test_losses_stay_after_a_stop(student: Student, rng: Generator) -> None:
    """Looking for the stop leaves the list as it was."""
    for wait in waits.stops(rng):
        answer = student.early_stop(*wait)
        with beside_the_value():
            expect(answer, equal=solution.early_stop(*wait))
        expect_unchanged(answer)


def _expect_parameter_kinds(student: Student, *names: str) -> None:
    for name in names:
        expect(student.parameter_kind(name), equal=solution.parameter_kind(name))


def _expect_learning_kinds(student: Student, *examples: str) -> None:
    for example in examples:
        expect(student.learning_kind(example), equal=solution.learning_kind(example))
