"""The chapter's models, and what a check can expect of their parameters."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.checks import TRAINED, Answer, Layer, ModelAnswer, Student, expect, fail

SHAPES: Final = [(10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,)]


def sigmoid_layers(sizes: Sequence[int]) -> list[Layer]:
    """The layers of a fully connected network of these sizes, sigmoid after every layer."""
    return [
        layer
        for n_in, n_out in itertools.pairwise(sizes)
        for layer in (Layer("Linear", (n_in, n_out)), Layer("Sigmoid"))
    ]


def expect_shapes(
    student: Student, model: ModelAnswer, shapes: Sequence[tuple[int, ...]], call: Answer
) -> list[NDArray[Any]]:
    """The model's parameters, from input to output. The check fails unless they have these shapes.

    A module may list all weights before all biases, say: they are taken in the order of `shapes`.
    Who reads them again may get others: a model can be made to answer differently each time.
    """
    left = student.parameters(model)
    got = [np.shape(values) for values in left]
    ordered = []
    for shape in shapes:
        place = next((n for n, values in enumerate(left) if np.shape(values) == tuple(shape)), None)
        if place is None:
            break
        ordered.append(left.pop(place))
    if left or len(ordered) < len(shapes):
        fail("layers", call=call.called, got=str(got)[:300], want=str(list(shapes)))
    return ordered


def expect_parameters(
    student: Student,
    model: ModelAnswer,
    expected: Sequence[NDArray[Any]],
    call: Answer,
    within: tuple[float, float] = TRAINED,
) -> None:
    """Fail the check unless the model's parameters are close to these; `call` is what made them."""
    parameters = expect_shapes(student, model, [values.shape for values in expected], call)
    for number, (got, want) in enumerate(zip(parameters, expected, strict=True), start=1):
        part = replace(call, value=got, part=f"model, parameter {number}")
        expect(part, close_to=want, within=within)


def expect_other_weights(student: Student, one: Answer, other: Answer) -> None:
    """Fail the check when two built models have the same parameters."""
    if all(map(np.array_equal, student.parameters(one), student.parameters(other))):
        fail("same_weights", call=one.called, other=other.called)


def expect_changed(
    student: Student, model: ModelAnswer, before: Sequence[NDArray[Any]], call: Answer
) -> None:
    """Fail the check when the model's parameters are still the same numbers."""
    after = student.parameters(model)
    if len(after) == len(before) and all(map(np.array_equal, before, after)):
        fail("untrained", call=call.called)
