"""What checks are written with: answers as numbers, expectations, and values as text."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch
from conftest import Grade, solution

from autograder.checks.support.answers import Answer, unpack
from autograder.checks.support.expect import expect
from autograder.checks.support.findings import CheckFailed, Finding, raised
from autograder.checks.support.plain import NotNumbers, Odd, Plain, as_array, to_plain
from autograder.checks.support.show import show
from autograder.course import Course
from autograder.feedback import text


def finding(value: object, **want: Any) -> Finding | None:
    """What `expect` finds in an answer of this value."""
    try:
        expect(Answer("f", (), to_plain(value)), **want)
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


def nested(depth: int, item: Plain) -> Plain:
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
def test_lists_become_arrays_of_their_shape(value: Plain, shape: tuple[int, ...]) -> None:
    assert as_array(value).shape == shape


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([1, [2]], "ragged"), ([[1], [2, 3]], "ragged"), ([np.ones(2), np.ones(3)], "ragged"),
        ([[1], "x"], "kind"), (["1", "2"], "kind"), (None, "kind"), ([None], "kind"),
        ([[[1]], [[Odd("x")]]], "kind"),
    ],
)  # fmt: skip
def test_what_is_no_array_says_why(value: Plain, reason: str) -> None:
    with pytest.raises(NotNumbers) as why:
        as_array(value)
    assert why.value.reason == reason


@pytest.mark.parametrize("shape", [(0, 2**29, 2**30), (2**31 - 1, 0), (0, 2**61)])
def test_lengths_without_end_beside_an_empty_one_are_no_array(shape: tuple[int, ...]) -> None:
    assert to_plain(np.zeros(shape, np.int8)) == Odd("array that is too large")
    assert to_plain(torch.zeros(shape, dtype=torch.int8)) == Odd("tensor that is too large")
    assert as_array(to_plain(np.zeros((0, 3)))).shape == (0, 3)


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
        ((1,), "(1,)"), (None, "None"), ("가중치", "'가중치'"), (Odd("set"), "<set>"),
        (to_plain(torch.ones(2, 1)), "tensor([[1], [1]])"), (len, "len"),
    ],
)  # fmt: skip
def test_values_are_shown_shortly(value: object, shown: str) -> None:
    assert show(value) == shown


def test_long_values_are_cut() -> None:
    assert re.fullmatch(r"\[0(, \d+)+.{0,3}…", show(list(range(10_000))))
    assert len(show("x" * 10_000)) == 160


def test_an_error_that_says_nothing_ends_without_a_colon(grade: Grade, course: Course) -> None:
    assert raised("f()", "KeyError", "").code == "raised_bare"
    own = "def sigmoid(z):\n    raise KeyboardInterrupt\n"
    result = grade("forward", "raise SystemExit\n", solution("forward"), own)
    words = text(result, course, "en")
    assert re.search(r"raised\s+KeyboardInterrupt\.\n", words)
    assert "stopped with an error: SystemExit\n" in words


def test_what_was_printed_is_cut_at_a_letter_and_shown_in_part(
    grade: Grade, course: Course
) -> None:
    result = grade("forward", "print('x')\nfor _ in range(20_000):\n    print('가중치')")
    assert "�" not in result.output
    assert len(result.output.encode()) > 32_000
    words = text(result, course, "en")
    assert words.count("| 가중치") == 39
    assert re.search(r"\n\d+ more lines are in the result file\.\n$", words)


NOT_IN_GRADING = {
    "a process": "import subprocess\nsubprocess.run(['ls'])",
    "workers": "from torch.utils.data import DataLoader\nlist(DataLoader([1, 2], num_workers=2))",
    "a compiler": "import torch\ntorch.compile(lambda x: x + 1)(torch.ones(2))",
    "the network": "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:9')",
    "a file": "open('costs.txt', 'w')",
}


@pytest.mark.parametrize("code", NOT_IN_GRADING.values(), ids=NOT_IN_GRADING)
def test_what_grading_does_not_have_is_said_in_a_sentence(grade: Grade, code: str) -> None:
    body = "\n    ".join(code.splitlines())
    result = grade("xor", code, f"def accuracy(predicted, Y):\n    {body}\n")
    [note] = result.notes
    assert "In grading there are no files, no network and no other processes" in note
    [task] = [task for task in result.tasks if task.name == "accuracy"]
    codes = {check.finding.code for check in task.checks if check.finding is not None}
    assert codes == {"forbidden"}
    assert "Leave out `torch.compile` and `num_workers`." in task.checks[0].message
