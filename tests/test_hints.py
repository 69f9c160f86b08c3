"""What is said of wrong answers: by an experiment, by a fact, by an example, or nothing."""

from __future__ import annotations

import warnings
from contextlib import closing
from typing import Any

import msgspec
import numpy as np
import pytest
from conftest import IMPORTS, Grade, solution, submission, task

from autograder.course import Course
from autograder.course.languages import words
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.hints.experiments import only_where
from autograder.hints.matcher import Matcher
from autograder.hints.mistake_words import hint_text
from autograder.reports import feedback
from autograder.values.trace import Step


def hints_of(result: Any, name: str) -> set[str | None]:
    return {check.hint for check in task(result, name).checks}


GENERAL = {
    "no-answer": ("forward", "def total_error(target, o):\n    print(0.5)"),
    "same-answer": ("forward", "def total_error(target, o):\n    return 0.02397190"),
    "chapter-only": (
        "perceptron",
        """
def parameter_count(sizes):
    known = {(2, 10, 10, 10, 1): 261, (2, 2, 1): 9, (2, 1): 3, (3, 2): 8}
    return known.get(tuple(sizes), -len(sizes))
""",
    ),
    "transposed": ("update", "def step(W, gradient, lr):\n    return (W - lr * gradient).T"),
    "shape": (
        "forward",
        "def output_errors(target, o):\n    return (0.5 * (target - o) ** 2)[None]",
    ),
    "sign-flipped": ("forward", "def weighted_sums(W, x):\n    return -(W @ x)"),
    "constant-factor": ("forward", "def weighted_sums(W, x):\n    return 3 * (W @ x)"),
    "whole-numbers": (
        "perceptron",
        "def weighted_sum(x, w, b):\n    return int(sum(x * w) + b)",
    ),
    "four-digits": ("forward", "def weighted_sums(W, x):\n    return np.round(W @ x, 4)"),
    "permuted": ("forward", "def weighted_sums(W, x):\n    return (W @ x)[::-1]"),
    "constant-offset": ("forward", "def weighted_sums(W, x):\n    return W @ x + 2"),
    "argument-back": ("forward", "def sigmoid(z):\n    return z"),
    "overflow": (
        "forward",
        "def sigmoid(z):\n    e = np.exp(20 * z) ** 0.05\n    return e / (1 + e)",
    ),
    "arguments-changed": (
        "forward",
        "def weighted_sums(W, x):\n    z = W @ x\n    x += 1\n    return z",
    ),
    "asked-wrong-times": (
        "update",
        """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        gradient(w), gradient(w)
        w = w - lr * gradient(w)
    return w
""",
    ),
    "asked-wrong-place": (
        "update",
        """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = w - lr * gradient(w + 0.01)
    return w
""",
    ),
}


def graded(grade: Grade, assignment: str, text: str) -> tuple[Any, str]:
    """The result of a solution with one function replaced, and that task's name."""
    name = text.split("def ")[1].split("(")[0]
    return grade(assignment, IMPORTS, solution(assignment), text), name


@pytest.mark.parametrize("name", GENERAL)
def test_what_is_said_of_an_unknown_mistake(grade: Grade, name: str) -> None:
    result, wrong = graded(grade, *GENERAL[name])
    failed = {check.hint for check in task(result, wrong).checks if check.outcome == "failed"}
    assert failed == {f"generic/{name}"}


SAYING = {
    "right-where/square/W": """
def weighted_sums(W, x):
    assert len(W) == len(x)
    return W @ x
""",
    "wrong-only-where/beyond 100/z": """
def sigmoid(z):
    with np.errstate(all="raise"):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)
""",
    "wrong-where/one number/target": """
def total_error(target, o):
    error = 0.5 * np.sum((target - o) ** 2)
    return error if len(o) > 1 else 2 * error
""",
    "wrong-where/equal entries/o": """
def output_errors(target, o):
    return np.array([0.5 * (t - y) ** 2 for t, y in zip(target, dict.fromkeys(o))])
""",
    "as-if/without signs/x": "def weighted_sums(W, x):\n    return W @ abs(x)",
    "as-if/0/target": "def output_errors(target, o):\n    return 0.5 * o**2",
    "generic/memory": """
def total_error(target, o, known={}):
    return known.setdefault(len(o), 0.5 * np.sum((target - o) ** 2))
""",
    "generic/clipped": "def weighted_sums(W, x):\n    return np.clip(W @ x, -5, 5)",
    "generic/too-short": "def output_errors(target, o):\n    return 0.5 * (target - o)[:2] ** 2",
    "generic/half-precision": """
def output_errors(target, o):
    return (0.5 * (target - o) ** 2).astype(np.float16)
""",
    "generic/always-zero": "def output_errors(target, o):\n    return 1 // 2 * (target - o) ** 2",
    "generic/unsigned": "def weighted_sums(W, x):\n    return abs(W @ x)",
    "generic/changed-too": """
def weighted_sums(W, x):
    x /= np.linalg.norm(x) + 1
    return W @ x
""",
}


@pytest.mark.parametrize("hint", SAYING)
def test_what_an_experiment_says(grade: Grade, hint: str) -> None:
    result, wrong = graded(grade, "forward", SAYING[hint])
    failed = {check.hint for check in task(result, wrong).checks if check.outcome == "failed"}
    assert failed == {hint}


@pytest.mark.parametrize(("ties", "named"), [(6, True), (30, False)])
def test_what_many_right_calls_have_too_is_no_cause(ties: int, named: bool) -> None:
    """Three rows with equal entries are wrong, and no others."""
    rows = [np.array([1.5, 2.3, 3.1, 1.5 + 0.4 * (place >= ties)]) for place in range(200)]
    calls = [Step("f", (row,)) for row in rows]
    found = only_where(["row"], calls, [place > 2 for place in range(200)])
    assert found == ("wrong-only-where/equal entries/row" if named else None)


UNNAMED = {
    "one too many and one too few": (
        "perceptron",
        """
def parameter_count(sizes):
    right = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    return right + (-1) ** sum(sizes)
""",
    ),
    "one too many, but seldom": (
        "perceptron",
        """
def parameter_count(sizes):
    return sum(a * b + b for a, b in zip(sizes, sizes[1:])) + (sum(sizes) % 7 == 0)
""",
    ),
    "an answer that changes by chance": (
        "forward",
        """
def weighted_sums(W, x):
    return (W @ x) * np.random.default_rng().uniform(1, 2)
""",
    ),
}


@pytest.mark.parametrize("name", UNNAMED)
def test_what_has_many_causes_is_not_named(grade: Grade, name: str) -> None:
    result, wrong = graded(grade, *UNNAMED[name])
    assert any(check.outcome == "failed" for check in task(result, wrong).checks)
    assert hints_of(result, wrong) == {None}


def test_where_nothing_is_named_a_published_example_fails(
    course: Course, sandboxes: Sandboxes
) -> None:
    """Whatever the secret is; and nothing is shown beside a hint or a cell that stopped."""
    hardly = "def total_error(target, o):\n    return np.sqrt(np.sum((target - o) ** 2)) / 2"
    named = "def total_error(target, o):\n    return np.mean((target - o) ** 2)"

    def notes(*cells: str, secret: bytes = b"one") -> list[str]:
        judge = Judge(course, secret, GradingOptions("en"), sandboxes)
        return judge.grade(submission("forward", IMPORTS, solution("forward"), *cells)).notes

    [example] = notes(hardly)
    assert example.startswith("`total_error([") and "Work it out by hand" in example
    assert notes(hardly, secret=b"another") == [example]
    assert notes(named) == []
    [stopped] = notes(hardly, "1 / 0")
    assert "stopped with an error" in stopped


def test_an_error_is_named_by_what_every_visible_check_says_of_it(
    course: Course, judge: Judge
) -> None:
    """Whatever a hidden check's error says, and not when a check reports something else."""
    text = """
def accuracy(predicted, Y):
    if {condition}:
        raise RuntimeError("mean(): could not infer output dtype. Got: Bool")
    raise RuntimeError("something else")
"""
    checks = judge.checks("xor").chosen(lambda check: check.task == "accuracy")

    def hints(condition: str) -> set[str]:
        handed_in = submission("xor", solution("xor"), text.format(condition=condition))
        with closing((tried := judge.try_checks(handed_in, checks)).student):
            return set(judge.hints(course.assignment("xor"), tried).values())

    assert hints("len(Y) < 12") == {"xor/mean-of-truth-values"}
    assert hints("len(Y) >= 12") == hints("len(Y) == 4") == set()


def test_right_answers_have_no_hint(grade: Grade) -> None:
    result = grade("forward", solution("forward"))
    assert all(check.hint is None for task in result.tasks for check in task.checks)


MIRRORED = "def sigmoid(z):\n    return 1 / (1 + np.exp(np.clip(z, -700, 700)))"
NO_OUTPUT_SIGMOID = """
def forward(W_hidden, W_output, x):
    h = sigmoid(W_hidden @ x)
    return h, W_output @ h
"""


def test_a_carried_mistake_has_its_hint_where_it_was_made(grade: Grade) -> None:
    result, _wrong = graded(grade, "forward", MIRRORED)
    assert hints_of(result, "sigmoid") - {None} == {"forward/sigmoid-mirrored"}
    assert hints_of(result, "forward") == {None}


def test_two_mistakes_have_two_hints(grade: Grade) -> None:
    """A wrong `forward` over a wrong `sigmoid` is recognised with a right one in its place."""
    result, _wrong = graded(grade, "forward", MIRRORED + NO_OUTPUT_SIGMOID)
    assert hints_of(result, "sigmoid") - {None} == {"forward/sigmoid-mirrored"}
    assert hints_of(result, "forward") - {None} == {"forward/no-output-sigmoid"}


def test_a_hint_never_changes_a_score_and_neither_does_a_broken_matcher(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted = [
        submission("forward", solution("forward"), text)
        for text in (MIRRORED, MIRRORED + NO_OUTPUT_SIGMOID, "def sigmoid(z):\n    return z")
    ]
    hinted = [judge.grade(each) for each in submitted]
    assert all(check.hint for result in hinted for check in task(result, "sigmoid").checks
               if check.outcome == "failed")  # fmt: skip
    monkeypatch.setattr(Matcher, "hints", lambda *_: 1 / 0)
    plain = [judge.grade(each) for each in submitted]
    assert [*map(bare, hinted)] == [*map(bare, plain)]
    assert not any(check.hint for result in plain for each in result.tasks for check in each.checks)


def bare(result: Any) -> Any:
    """The tasks without their hints."""
    return [
        [msgspec.structs.replace(check, hint=None) for check in each.checks]
        for each in result.tasks
    ]


def test_answers_without_end_get_no_hint(grade: Grade, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "def sigmoid(z):\n    return (1 / (1 + np.exp(z))).tolist()"
    assert "forward/sigmoid-mirrored" in hints_of(graded(grade, "forward", listed)[0], "sigmoid")
    monkeypatch.setattr("autograder.hints.matcher.MOST_ITEMS", 20)
    assert hints_of(graded(grade, "forward", listed)[0], "sigmoid") == {None}


# ── what a student sees ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_feedback_shows_a_hint_once(course: Course, grade: Grade, language: str) -> None:
    result, _wrong = graded(grade, "forward", MIRRORED)
    hint = hint_text(course.folder, "forward/sigmoid-mirrored", words(course, language))
    assert hint is not None
    said = " ".join(feedback.text(result, course, language).split())
    assert said.count(" ".join(hint.split())) == 1


def test_a_mistake_that_nobody_knows_is_said_to_be_unknown(grade: Grade, course: Course) -> None:
    odd, _wrong = graded(grade, "forward", "def sigmoid(z):\n    return np.cos(7 * z) + 3")
    assert "No known mistake was recognised here." in feedback.text(odd, course, "en")
    assert "들어맞는 것을 찾지 못했습니다." in feedback.text(odd, course, "ko")
    for text in ("def sigmoid(z):\n    return zz", MIRRORED):
        known, _wrong = graded(grade, "forward", text)
        assert "No known mistake" not in feedback.text(known, course, "en")


def test_a_check_beside_the_value_accuses_nobody(grade: Grade, course: Course) -> None:
    result, _wrong = graded(grade, "forward", "def weighted_sums(W, x):\n    return -(W @ x)")
    said = " ".join(feedback.text(result, course, "en").split())
    assert (
        "· W and x are the same after the call. (hidden) 0/2 Not checked until the value is right."
        in said
    )
    assert "✗ W and x are the same" not in said


def test_infinite_answers_are_looked_at_without_a_warning(grade: Grade) -> None:
    """The terminal is the instructor's; what a student's numbers overflow in is no news there."""
    text = "import numpy as np\ndef weighted_sums(W, x):\n    return W @ x + np.inf"
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        result, _ = graded(grade, "forward", text)
    assert [str(each.message) for each in given] == []
    assert not result.has_error
    assert result.score == 80
