"""What checks are written with: answers as numbers, expectations, and values as text."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch

from autograder.checks.answers import Answer, unpack
from autograder.checks.expect import expect
from autograder.values.findings import CheckFailed, Finding
from autograder.values.plain import NotNumbers, Unsupported, Value, as_array, to_value
from autograder.values.show import show


def finding(value: object, **want: Any) -> Finding | None:
    """What `expect` finds in an answer of this value."""
    try:
        expect(Answer("f", (), to_value(value)), **want)
    except CheckFailed as failed:
        return failed.finding
    return None


@pytest.mark.parametrize(
    "value",
    [
        [0.25, 2],
        (np.float32(0.25), 2),
        np.array([0.25, 2.0], dtype=">f4"),
        torch.tensor([0.25, 2.0], requires_grad=True),
        [torch.tensor(0.25), torch.tensor(2.0)],
        [np.array([0.25]), torch.tensor([2.0])],
        [Fraction(1, 4), 2],
        np.array([Fraction(1, 4), 2], dtype=object),
        [0.25 + 1e-6, 2 - 9e-6],
    ],
)
def test_every_plain_form_of_the_right_values_is_right(value: object) -> None:
    assert finding(value, close_to=[0.25, 2.0]) is None


@pytest.mark.parametrize(
    ("value", "code", "values"),
    [
        (np.array([[0.25], [2.0]]), "shape", {"got": "(2, 1)", "want": "(2,)"}),
        ([[0.25], [2.0]], "shape", {"got": "(2, 1)", "want": "(2,)"}),
        ([0.25, 2.0, 3.0], "shape", {"got": "(3,)", "want": "(2,)"}),
        ([0.25, [2.0]], "ragged", {"got": "[0.25, [2]]"}),
        ([0.25, 2.1], "entry", {"place": "[1]", "got": "2.1", "want": "2", "right": 1, "all": 2}),
        ([0.25, 3], "entry", {"place": "[1]", "got": "3", "want": "2", "right": 1, "all": 2}),
        ([0.25 + 1e-5, 2.1], "value", {"got": "[0.25001, 2.1]", "want": "[0.25, 2]"}),
        ([0.25, float("nan")], "not_finite", {"got": "[0.25, nan]", "want": "[0.25, 2]"}),
        (None, "kind_want", {"got": "None", "want": "[0.25, 2]"}),
        ("0.25", "kind_want", {"got": "'0.25'", "want": "[0.25, 2]"}),
        ({0.25, 2.0}, "odd", {"got": "set"}),
        ([0.25, "2"], "kind", {"got": "list"}),
    ],
)
def test_a_wrong_answer_is_told_by_shape_then_value(
    value: object, code: str, values: dict[str, object]
) -> None:
    assert finding(value, close_to=[0.25, 2.0]) == Finding(code, {"call": "f()", **values})


def test_one_number_may_come_in_shape_one_and_whole_answers_are_exact() -> None:
    assert finding(np.array([3]), equal=3) is None
    assert finding(True, equal=1) is None
    wrong = finding(3.0000001, equal=3)
    assert wrong is not None and wrong.code == "value"
    assert finding([[3]], equal=3) == Finding(
        "shape", {"call": "f()", "got": "(1, 1)", "want": "()"}
    )


def nested(depth: int, item: Value) -> Value:
    for _ in range(depth):
        item = [item, item]
    return item


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (3, ()), ([], (0,)), ([[], []], (2, 0)), ([[1], [2]], (2, 1)), (nested(7, 1.5), (2,) * 7),
        ([np.ones(3), (1, 2, 3)], (2, 3)), ([[np.ones((2, 2))]], (1, 1, 2, 2)),
    ],
)  # fmt: skip
def test_lists_become_arrays_of_their_shape(value: Value, shape: tuple[int, ...]) -> None:
    assert as_array(value).shape == shape


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([1, [2]], "ragged"), ([[1], [2, 3]], "ragged"), ([np.ones(2), np.ones(3)], "ragged"),
        ([[1], "x"], "kind"), (["1", "2"], "kind"), (None, "kind"), ([None], "kind"),
        ([[[1]], [[Unsupported("x")]]], "kind"),
    ],
)  # fmt: skip
def test_what_is_no_array_says_why(value: Value, reason: str) -> None:
    with pytest.raises(NotNumbers) as why:
        as_array(value)
    assert why.value.reason == reason


@pytest.mark.parametrize("shape", [(0, 2**29, 2**30), (2**31 - 1, 0), (0, 2**61)])
def test_lengths_without_end_beside_an_empty_one_are_no_array(shape: tuple[int, ...]) -> None:
    assert to_value(np.zeros(shape, np.int8)) == Unsupported("array that is too large")
    assert to_value(torch.zeros(shape, dtype=torch.int8)) == Unsupported("tensor that is too large")
    assert as_array(to_value(np.zeros((0, 3)))).shape == (0, 3)


def test_the_parts_of_an_answer_are_named() -> None:
    h, o = unpack(Answer("forward", (1,), (0.5, np.array([1.0]))), "h", "o")
    assert (h.called, h.value) == ("forward(1) → h", 0.5)
    assert o.called == "forward(1) → o"
    for value, code in ((0.5, "parts"), ((1, 2, 3), "length"), (None, "parts")):
        with pytest.raises(CheckFailed) as failed:
            unpack(Answer("forward", (), value), "h", "o")
        assert failed.value.finding.code == code


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.1 + 0.2, "0.3"), (np.float32(0.1).item(), "0.1"), (1e-12, "1e-12"), (True, "True"),
        (np.array([1, 2]), "[1, 2]"), (np.array(2.5), "2.5"), (np.zeros((0, 2)), "[] (0, 2)"),
        ((1,), "(1,)"), (None, "None"), ("가중치", "'가중치'"), (Unsupported("set"), "<set>"),
        (to_value(torch.ones(2, 1)), "tensor([[1], [1]])"), (len, "len"),
    ],
)  # fmt: skip
def test_values_are_shown_shortly(value: object, shown: str) -> None:
    assert show(value) == shown


def test_long_values_are_cut() -> None:
    assert re.fullmatch(r"\[0(, \d+)+.{0,3}…", show(list(range(10_000))))
    assert len(show("x" * 10_000)) == 160
