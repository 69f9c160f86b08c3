"""A submission behind the wire: its limits, its substitutes, its language, its isolation."""

from __future__ import annotations

import time

import msgspec
import numpy as np
import pytest
import small_course
from conftest import SECRET, solution, submission, task

from autograder.checks.answers import Answer
from autograder.course import Course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.remote import RemoteStudent
from autograder.grading.sandboxes import Sandboxes
from autograder.sandbox import lockdown, wire
from autograder.values.findings import Ended, Finding

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
RIGHT = small_course.SOLUTION
GRACE = 3.0
ENDLESS = "def double(x):\n    while True:\n        pass\nhalf = same = double"


def limited(course: Course, sandboxes: Sandboxes, **limits: float) -> Judge:
    """A judge of the course with other limits."""
    limits_of_course = msgspec.structs.replace(course.limits, **limits)
    course = msgspec.structs.replace(course, limits=limits_of_course)
    return Judge(course, SECRET, GradingOptions("en"), sandboxes)


def test_the_limits_of_a_course_bound_everything(small: Course, sandboxes: Sandboxes) -> None:
    """Hanging cells, reloads and calls together take no longer than a submission may."""
    sandboxes.child("numpy").kill()  # the warm process is there
    judge = limited(small, sandboxes, cell_seconds=0.6, load_seconds=1.2, submission_seconds=2.5)
    slow = "from threading import Event\nEvent().wait(0.5)"
    result = judge.grade(submission("small", slow, "while True:\n    pass", slow, ENDLESS))
    assert result.timing["total"] < 2.5 + GRACE
    assert result.score == 0


def test_what_time_cuts_off_says_so_in_round_numbers(small: Course, sandboxes: Sandboxes) -> None:
    judge = limited(small, sandboxes, call_seconds=0.25)
    result = judge.grade(submission("small", RIGHT, ENDLESS.partition("half")[0]))
    findings = [check.finding for check in task(result, "double").checks]
    late = [finding for finding in findings if finding and finding.code == "timeout"]
    assert [finding.values for finding in late] == [{"seconds": 0.25}, {}]  # the second is hidden


def test_functions_of_a_check_are_called_back_so_often_and_no_more(
    small: Course, sandboxes: Sandboxes
) -> None:
    judge = limited(small, sandboxes, callbacks=10)
    often = "def slope(f, x):\n    for _ in range({}):\n        f(x)\n    return f(x + 1) - f(x)\n"
    for times, outcome in ((8, "passed"), (9, "refused")):
        result = judge.grade(submission("steps", often.format(times)))
        assert task(result, "slope").checks[0].outcome == outcome


def test_a_task_may_ask_with_so_many_bytes_and_no_more(small: Course, sandboxes: Sandboxes) -> None:
    judge = limited(small, sandboxes, callback_mib=1)
    right = solution("steps", small_course.HOME)
    large = """
def walk(f, x, n):
    for _ in range({}):
        try:
            f([0.0] * 19000)  # of the wrong shape
        except ValueError:
            pass
    for _ in range(n):
        x = x - slope(f, x)
    return x
"""
    for times, outcomes in ((1, {"passed"}), (7, {"refused"})):
        result = judge.grade(submission("steps", right, large.format(times)))
        assert {check.outcome for check in task(result, "walk").checks if check.visible} == outcomes
        assert task(result, "slope").state == "passed"


def test_a_long_cell_is_read_once_for_all_answers_that_are_missing(small: Course) -> None:
    long = "\n" * 4_000_000 + "def half(x):\n    1 / 0\n  class same:\ndouble = half(1)"
    student = RemoteStudent(
        lambda: None,  # type: ignore[arg-type, return-value]
        ["x = 1", long],
        ["half", "double", "same", "x"],
        small.limits,
        lambda _task, _arguments: None,
    )
    student.load_notes = [wire.CellNote("stopped", 1, "error")] * 100
    start = time.monotonic()
    codes = {name: student._why_missing(name).code for name in ("half", "double", "same", "x")}
    assert codes == dict.fromkeys(("half", "double", "same"), "cell_stopped") | {"x": "missing"}
    assert time.monotonic() - start < 5  # reading it takes a tenth of a second


def test_a_repeat_asks_for_other_numbers(small_judge: Judge) -> None:
    checks = small_judge.checks("small")
    seen: list[list[bytes]] = []

    class Recorder(RemoteStudent):
        def __init__(self) -> None:
            self.steps = []

        def _call(self, _task: str, arguments: tuple[object, ...]) -> Answer:
            seen[-1] += [np.asarray(argument).tobytes() for argument in arguments]
            raise Ended("crashed", Finding("crashed"))

    check = next(each for each in checks.checks if each.id == "hidden/half_of_any_vector")
    for repeat in (False, False, True):
        seen.append([])
        checks.run(check, Recorder(), repeat=repeat)
    assert seen[0] == seen[1] != seen[2]


def test_a_model_of_an_ended_process_is_no_model(judge: Judge) -> None:
    """A check can't hold a model longer than its process: the end of one ends the check."""
    cells = (
        "import os, torch\nfrom torch import nn",
        "def build_model(seed):\n    if seed % 2:\n        os._exit(0)\n    return nn.Linear(2, 1)",
    )
    checks = judge.checks("xor").chosen(lambda check: check.task == "build_model")
    tried = judge.try_checks(submission("xor", *cells), checks)
    tried.student.close()
    outcomes = {run.outcome for each in tried.tasks for run in each.runs}
    assert {"crashed"} <= outcomes <= {"crashed", "failed"}


@pytest.mark.parametrize(("language", "said"), [("ko", "두 배"), ("en", "double")])
def test_the_language_of_the_run_is_spoken_in_the_cells(
    small: Course, sandboxes: Sandboxes, language: str, said: str
) -> None:
    judge = Judge(small, SECRET, GradingOptions(language), sandboxes)
    cell = "from autograder.selfcheck import say\nprint(say(ko='두 배', en='double'))"
    assert judge.grade(submission("small", cell)).output == f"{said}\n"


def test_weak_isolation_is_written_into_the_result(small: Course) -> None:
    without = ("landlock",)
    sandboxes = Sandboxes(small.limits, without)
    judge = Judge(small, SECRET, GradingOptions("en", without), sandboxes)
    result = judge.grade(submission("small", RIGHT))
    sandboxes.close()
    assert (result.isolation, result.score) == ("weak", 100)
