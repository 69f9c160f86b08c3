"""What the judge remembers of what it was asked: enough to be fast, and no more than that."""

from __future__ import annotations

import gc
import tracemalloc

import pytest
import small_course
from conftest import SECRET, solution, submission, task

from autograder.course import Course
from autograder.grading import foreseen
from autograder.grading.foreseen import Recent
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.sandbox import lockdown

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
MIB = 1 << 20
RIGHT = solution("steps", small_course.HOME)
LARGE = """
import numpy as np
large, right_slope = np.zeros(19990), slope
def slope(f, x):
    for _ in range(8):
        large[0] += 1
        try:
            f(large)
        except ValueError:
            pass
    return right_slope(f, x)
"""
MANY = """
right_slope = slope
def slope(f, x):
    for i in range(500):
        f(x + i / {parts})
    return right_slope(f, x)
"""


@pytest.fixture
def judge(small: Course, sandboxes: Sandboxes) -> Judge:
    """One that was asked nothing so far."""
    return Judge(small, SECRET, GradingOptions("en"), sandboxes)


def grown(judge: Judge, *cells: str) -> tuple[float, float]:
    """The MiB that a grading of `steps` leaves in the judge, and those that it took meanwhile."""
    tracemalloc.start()
    try:
        judge.grade(submission("steps", *cells))
        gc.collect()
        after, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return after / MIB, most / MIB


def test_large_questions_and_wrong_ones_are_forgotten(small: Course, judge: Judge) -> None:
    judge.grade(submission("steps", RIGHT))
    after, most = grown(judge, RIGHT, LARGE)
    assert after < 1
    assert most < 4 * small.limits.callback_mib


def test_what_is_remembered_of_right_questions_is_bounded(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreseen, "BYTES_OF_ANSWERS", MIB)
    monkeypatch.setattr(foreseen, "BYTES_OF_OUTCOMES", MIB)
    judge.grade(submission("steps", RIGHT))
    for parts in (3, 5, 7):
        assert grown(judge, RIGHT, MANY.format(parts=parts))[0] < 2


def test_a_question_is_worked_out_once_for_all_submissions(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = []
    answer = foreseen.answer_with
    monkeypatch.setattr(
        foreseen, "answer_with", lambda *asked: [worked_out.append(asked), answer(*asked)][1]
    )
    assert judge.grade(submission("steps", RIGHT)).score == 100
    assert worked_out
    worked_out.clear()
    again = judge.grade(submission("steps", f"# the same\n{RIGHT}"))
    assert again.score == 100
    assert worked_out == []


def test_the_outcome_is_the_same_whether_it_is_remembered_or_not(judge: Judge) -> None:
    many = submission("steps", RIGHT, MANY.format(parts=3))
    first, again = (task(judge.grade(many), "slope") for _ in range(2))
    assert first == again
    assert [check.outcome for check in again.checks if check.visible] == ["passed"]


def test_the_last_used_ones_are_remembered_within_the_room() -> None:
    recent = Recent[str](5000)
    for number in range(4):
        recent.keep(number, str(number), 500)
        assert recent.get(0) == "0"  # it is used again and again
    recent.keep(4, "4", 2000)
    assert [recent.get(number) for number in range(5)] == ["0", None, None, "3", "4"]
    recent.keep(5, "5", 6000)  # larger than the room
    assert [recent.get(number) for number in range(6)] == ["0", None, None, "3", "4", None]
