"""What hidden checks of `xor` expect of trainings and predictions."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from assignments import chapter
from assignments.xor.expectations import expect_changed, expect_parameters
from autograder.checks import SINGLE, Answer, Model, Student, Tensor, expect, fail, numbers
from solutions.drawing.predictions import Asked
from solutions.drawing.trainings import Training

BOOK: Final = (2e-6, 0.0)
ENDED: Final = 60  # in hundreds of epochs: from here on the end of the plateau hardly matters


def train(student: Student, training: Training) -> tuple[Answer, Model]:
    """The student's costs, and the model that was passed in."""
    model = training.network.at(student)
    return student.train(model, *training.table, training.lr, training.epochs), model


def expect_costs(student: Student, training: Training) -> None:
    answer, _model = train(student, training)
    expect(answer, close_to=training.reference.costs, within=SINGLE)


def expect_trained(student: Student, training: Training) -> None:
    """The model that was passed in ends with the reference's parameters."""
    answer, model = train(student, training)
    if training.epochs:
        expect_changed(student, model, training.network.parameters, answer)
    parameters = training.reference.parameters
    expect_parameters(student, model, parameters, answer, training.within)


def expect_costs_of_the_chapter(answer: Answer, reference: NDArray[np.float64]) -> None:
    """The printed costs; from there on they fall, and end as those of the reference."""
    costs = numbers(answer)
    if costs.shape != reference.shape:
        expect(answer, close_to=reference)
    printed = len(chapter.costs)
    expect(part_of(answer, costs[:printed]), close_to=chapter.costs, within=BOOK)
    if not (np.diff(costs[printed:]) < 0).all():
        fail("rising", call=answer.called)
    expect(part_of(answer, costs[ENDED:]), close_to=reference[ENDED:], within=(0.0, 0.05))


def expect_outputs_of_the_chapter(outputs: Answer) -> None:
    """Within 2 % of the distance to 0 or 1."""
    expect(outputs, close_to=chapter.final_outputs, within=(1e-2, 0.0))
    missed = numbers(outputs) - chapter.truth_table_Y
    expected = chapter.final_outputs - chapter.truth_table_Y
    expect(part_of(outputs, missed), close_to=expected, within=(0.0, 0.02))


def part_of(answer: Answer, values: NDArray[np.float64]) -> Answer:
    return replace(answer, value=values)


def expect_predictions(student: Student, asked: Asked) -> None:
    answer = student.predict(asked.network.at(student), Tensor(asked.X))
    expect(answer, equal=asked.outputs > 0.5)
