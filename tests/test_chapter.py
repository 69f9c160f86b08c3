"""The chapter's numbers: worked out by autograd, and the same wherever the course says them."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
import torch
from conftest import HOME
from numpy.typing import NDArray

from autograder.checks import content
from autograder.course import Course, source

chapter: Any = content.module(HOME, "assignments.chapter")
train_network = content.solution(HOME, "update")["train_network"]
PRINTED = 5e-9  # half a unit of the last of the book's eight digits
RECOMPUTED = 5e-13  # and of the gradients' twelve
Array = NDArray[np.float64]

NETWORK = "5.3"  # the section whose notebooks share a network
# What some of them call otherwise than chapter.py
OTHER_NAMES = {"slope_hidden": "hidden_gradients", "slope_output": "output_gradients"}
# A number with eight digits behind its point, or more
EIGHT_DIGITS = re.compile(r"(?<![\d.])\d\.\d{8,}")


def worked(W_hidden: Array, W_output: Array) -> dict[str, Array]:
    """Everything about the chapter's network at these weights; the gradients by autograd."""
    x, target = torch.tensor(chapter.x), torch.tensor(chapter.target)
    weights = [torch.tensor(W, requires_grad=True) for W in (W_hidden, W_output)]
    z_hidden = weights[0] @ x
    h = torch.sigmoid(z_hidden)
    z_output = weights[1] @ h
    o = torch.sigmoid(z_output)
    output_errors = (target - o) ** 2 / 2
    total_error = output_errors.sum()
    for each in (z_hidden, h, z_output, o):
        each.retain_grad()
    total_error.backward()
    found = {
        "z_hidden": z_hidden, "h": h, "z_output": z_output, "o": o,
        "output_errors": output_errors, "total_error": total_error,
        "hidden_gradients": weights[0].grad, "output_gradients": weights[1].grad,
        "W_hidden_new": weights[0] - chapter.lr * weights[0].grad,
        "W_output_new": weights[1] - chapter.lr * weights[1].grad,
        "error_slope": o.grad, "output_deltas": z_output.grad,
        "hidden_slope": h.grad, "hidden_deltas": z_hidden.grad,
    }  # fmt: skip
    return {name: value.detach().numpy() for name, value in found.items()}


@pytest.fixture(scope="module")
def network() -> dict[str, Array]:
    return worked(chapter.W_hidden.copy(), chapter.W_output.copy())


def test_the_chapters_network_is_worked_out_rightly(network: dict[str, Array]) -> None:
    for name, value in network.items():
        if hasattr(chapter, name):
            digits = RECOMPUTED if "gradients" in name else PRINTED
            np.testing.assert_allclose(getattr(chapter, name), value, rtol=0, atol=digits)


def test_the_xor_table_and_the_sizes() -> None:
    assert (chapter.cost_epochs[0], chapter.cost_epochs[-1], len(chapter.costs)) == (0, 4100, 42)
    X, Y = chapter.truth_table_X, chapter.truth_table_Y
    assert [int(a) ^ int(b) for a, b in X] == Y.ravel().tolist()
    pairs = zip(chapter.sizes, chapter.sizes[1:], strict=False)
    assert sum((before + 1) * after for before, after in pairs) == chapter.parameter_count


def given(course: Course, name: str) -> dict[str, Any]:
    """The names that a notebook's set-up and given cells bind."""
    names: dict[str, Any] = {}
    for cell in source.load(course, name).in_language("en"):
        if cell.role in ("setup", "given"):
            exec(compile(cell.text, f"{name}:{cell.line}", "exec"), names)
    return names


def test_the_notebooks_are_given_the_chapters_numbers(course: Course) -> None:
    seen = set()
    for assignment in course.assignments:
        if assignment.section == NETWORK:
            for name, value in given(course, assignment.name).items():
                known = OTHER_NAMES.get(name, name)
                if hasattr(chapter, known) and not name.startswith("_") and name != "np":
                    np.testing.assert_array_equal(value, getattr(chapter, known), err_msg=name)
                    seen.add((assignment.name, name))
    weights = {"W_hidden", "W_output"}
    assert seen >= {
        *(("forward", name) for name in {*weights, "x", "target"}),
        *(("backprop", name) for name in {*weights, "x", "target", "h", "o"}),
        *(("update", name) for name in {*weights, *OTHER_NAMES, "lr"}),
    }


def test_the_gradients_of_two_places(course: Course, network: dict[str, Array]) -> None:
    """At the old weights, and where the output layer was updated first."""
    gradients = given(course, "update")["chapter_gradients"]
    for W_output in (chapter.W_output.copy(), network["W_output_new"]):
        at = worked(chapter.W_hidden.copy(), W_output)
        found = gradients(chapter.W_hidden, W_output)
        for name, slopes in zip(("hidden", "output"), found, strict=True):
            np.testing.assert_allclose(slopes, at[f"{name}_gradients"], rtol=0, atol=RECOMPUTED)


def test_the_measured_errors(course: Course) -> None:
    """One weight of the chapter's network moves, the others stay; every measurement is right."""
    measured = content.module(course.folder, "assignments.backprop.measured")
    for number in range(1, 9):
        errors = measured.errors(number)
        assert len(errors) == 43
        for change, error in errors.items():
            assert abs(error - error_with(number - 1, change)) < 1e-16


def test_an_error_is_looked_up_as_measured(course: Course) -> None:
    error = content.module(course.folder, "assignments.backprop.measured").network_error
    assert error(chapter.W_hidden, chapter.W_output) == pytest.approx(chapter.total_error, abs=5e-9)
    for width in (1e-1, 1e-6, 1e-12):
        W = chapter.W_output.copy()
        W[1, 0] -= width
        assert error(chapter.W_hidden, W.tolist()) == pytest.approx(
            error_with(6, -width), abs=1e-16
        )
    with pytest.raises(ValueError, match="one weight changed"):
        error(chapter.W_hidden + 0.1, chapter.W_output)


def error_with(number: int, change: float) -> float:
    weights = np.append(chapter.W_hidden, chapter.W_output)
    weights[number] += change
    return float(worked(*weights.reshape(2, 2, 2))["total_error"])


def test_numbers_of_eight_digits_are_the_chapters(
    course: Course, network: dict[str, Array]
) -> None:
    """Also those in prose, in titles and in the guides."""
    known = np.concatenate([np.ravel(value) for value in (*of_the_book(), *derived(network))])
    network_files = [
        file
        for each in course.assignments
        if each.section == NETWORK
        for file in (HOME / content.ASSIGNMENTS / each.name).iterdir()
        if file.is_file() and file.suffix not in (".csv", ".json")
    ]
    found = 0
    for file in [*network_files, *(HOME / content.ASSIGNMENTS).glob("guide.*.md")]:
        for text in EIGHT_DIGITS.findall(file.read_text(encoding="utf-8")):
            digits = 0.5000001 * 10.0 ** -len(text.partition(".")[2])
            assert np.abs(known - float(text)).min() <= digits, f"{file.name}: {text}"
            found += 1
    assert found > 100


def of_the_book() -> list[Array]:
    return [value for value in vars(chapter).values() if isinstance(value, (np.ndarray, float))]


def derived(network: dict[str, Array]) -> list[Any]:
    """What the notebooks work out on the way."""
    output_first = worked(chapter.W_hidden.copy(), network["W_output_new"])
    given = chapter.x, chapter.target, chapter.W_hidden, chapter.W_output, chapter.lr
    one_step = train_network(*given, 1)
    other = np.array([1.0, 0.0, 2.0]), np.array([1.0]), np.zeros((2, 3)), np.array([[1.0, -1.0]])
    two_steps_of_another = train_network(*other, 8.0, 2)
    W_third = np.array([[0.5, -0.5], [0.3, 0.8], [-0.2, 0.1]])  # of `forward`'s last exercise
    return [
        *network.values(),
        *(network[name] * (1 - network[name]) for name in ("h", "o")),
        np.exp(-network["z_hidden"]),
        1 + np.exp(-network["z_hidden"]),
        2 * network["output_errors"],
        *(output_first[f"{layer}_gradients"] for layer in ("hidden", "output")),
        output_first["W_hidden_new"],
        1 / (1 + np.exp(-W_third @ network["o"])),
        one_step[2],
        two_steps_of_another[2],
    ]


def test_the_numbers_of_the_other_notebooks() -> None:
    """Where they are written as the code needs them."""
    costs = ", ".join(map(repr, chapter.costs[:4].tolist()))
    xor = (HOME / "assignments/xor/notebook.py").read_text(encoding="utf-8")
    assert f"printed = [{costs}]" in xor
    assert f"(train, model, X, Y, {chapter.xor_lr}, {chapter.epochs:_})" in xor
    assert xor.count(f"build_model({chapter.seed})") >= 4
    perceptron = (HOME / "assignments/perceptron/notebook.py").read_text(encoding="utf-8")
    assert f"parameter_count({list(chapter.sizes)})" in perceptron
