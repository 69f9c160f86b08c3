"""A submission behind the wire: its limits, its stand-ins, and the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from attack_class import alike, hand_in_honestly, honest, make_course, run
from conftest import Grade, solution

from autograder.checks.support.findings import Ended, Finding
from autograder.checks.support.plain import Plain, Tensor
from autograder.course import Course
from autograder.judge.judge import Judge, Terms
from autograder.judge.remote import RemoteStudent
from autograder.judge.right import wrong_answer
from autograder.sandbox import lockdown
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
FORWARD = solution("forward")
GRACE = 3.0


def test_the_limits_of_a_course_bound_everything(course: Course) -> None:
    """Hanging cells, reloads and calls together take no longer than a submission may."""
    limits = msgspec.structs.replace(
        course.limits, call_seconds=0.5, cell_seconds=1.0, load_seconds=2.0, submission_seconds=4.0
    )
    judge = Judge(msgspec.structs.replace(course, limits=limits), b"x", Terms("en"))
    judge.grade(submitted("x = 1"))
    slow = "from threading import Event\nEvent().wait(0.7)"
    hang = "def sigmoid(z):\n    while True:\n        pass\nforward = weighted_sums = sigmoid"
    result = judge.grade(submitted(slow, "while True:\n    pass", slow, hang))
    judge.close()
    assert result.timing["total"] < 4.0 + GRACE
    assert result.score == 0


def submitted(*cells: str) -> Submission:
    return Submission("student", "forward", Handed(cells), repr(cells).encode(), ())


def test_what_time_cuts_off_says_so_in_round_numbers(course: Course) -> None:
    limits = msgspec.structs.replace(course.limits, call_seconds=0.5)
    judge = Judge(msgspec.structs.replace(course, limits=limits), b"x", Terms("en"))
    result = judge.grade(submitted("def sigmoid(z):\n    while True:\n        pass"))
    judge.close()
    findings = [check.finding for task in result.tasks for check in task.checks]
    late = [finding for finding in findings if finding and finding.code == "timeout"]
    assert [finding.values for finding in late] == [{"seconds": 0.5}] * 2


@pytest.mark.parametrize(
    "shared",
    [
        "def any_of_them(*arguments):\n    return None\nstep = step_all = any_of_them",
        "class Any:\n    def __call__(self, *arguments):\n        return None\n"
        "step, step_all = Any(), Any()",
    ],
)
def test_a_stand_in_answers_for_its_own_task_alone(grade: Grade, shared: str) -> None:
    result = grade("update", solution("update"), shared)
    assert {task.name: task.earned for task in result.tasks if task.earned < 20} == {
        "step": 0, "step_all": 0,
    }  # fmt: skip


def test_a_stand_in_leaves_libraries_alone(grade: Grade) -> None:
    wrong = (
        "@np.vectorize\ndef sigmoid(z):\n    return 1 / (1 + np.exp(z))\n"
        "half = np.vectorize(lambda difference: 0.5 * difference**2)\n"
        "def output_errors(target, o):\n    sigmoid(o)\n    return half(target - o)"
    )
    result = grade("forward", FORWARD, wrong)
    assert {task.name: task.earned for task in result.tasks} == {
        "weighted_sums": 20, "sigmoid": 0, "forward": 30, "output_errors": 15, "total_error": 10,
    }  # fmt: skip


def test_a_repeat_counts_only_through_a_stand_in(grade: Grade) -> None:
    """A function that answers otherwise the second time is not right for that."""
    lucky = (
        "def weighted_sums(W, x):\n    return None\n_right, turns = total_error, []\n"
        "def total_error(target, o):\n    turns.append(1)\n"
        "    return _right(target, o) if len(turns) > 9 else 0.0"
    )
    result = grade("forward", FORWARD, lucky)
    codes = [c.finding.code for t in result.tasks if t.name == "total_error" for c in t.checks
             if c.finding is not None]  # fmt: skip
    assert "carried" not in codes


def test_a_repeat_asks_for_other_numbers(course: Course) -> None:
    judge = Judge(course, b"x", Terms("en"))
    session = judge._session(course.assignment("forward"))
    seen: list[list[bytes]] = []

    class Recorder(RemoteStudent):
        def __init__(self) -> None:
            self.steps = []

        def _call(self, _task: str, arguments: tuple[object, ...]) -> object:
            seen[-1] += [np.asarray(argument).tobytes() for argument in arguments]
            raise Ended("crashed", Finding("crashed"))

    check = next(each for each in session.checks if each.id == "hidden/errors_of_any_outputs")
    for again in (False, False, True):
        seen.append([])
        session.run(check, Recorder(), again)
    judge.close()
    assert seen[0] == seen[1] != seen[2]


def test_a_model_of_an_ended_process_is_no_model(course: Course) -> None:
    """A check can't hold a model longer than its process: the end of one ends the check."""
    judge = Judge(course, b"x", Terms("en"))
    cells = (
        "import os, torch\nfrom torch import nn",
        "def build_model(seed):\n    if seed % 2:\n        os._exit(0)\n    return nn.Linear(2, 1)",
    )
    result = judge.grade(Submission("s", "xor", Handed(cells), b"", ()))
    judge.close()
    outcomes = {c.outcome for t in result.tasks if t.name == "build_model" for c in t.checks}
    assert outcomes <= {"crashed", "failed"}
    assert not result.has_error


def test_the_language_of_the_notebook_is_spoken_in_its_cells(course: Course) -> None:
    judge = Judge(course, b"x", Terms("ko"))
    cell = "from autograder.selfcheck import say\nprint(say(ko='가중합', en='sum'))"
    assert judge.grade(submitted(cell)).output == "가중합\n"
    judge.close()


# --- The same bytes every time


CHATTY = """
import datetime, os, random, secrets, sys, time, uuid
import numpy as np
print(time.time(), datetime.datetime.now(), random.random(), secrets.token_hex(4), uuid.uuid4())
print(np.random.rand(), np.random.default_rng().random(), np.random.default_rng(3).random())
print({name: hash(name) for name in "abc"}, set("hello"), object(), dict(os.environ), sys.path[:1])
started = time.perf_counter()
print(f"took {time.perf_counter() - started:.6f}", file=sys.stderr)
"""


def test_one_worker_or_two_alone_or_among_others(tmp_path: Path) -> None:
    make_course(tmp_path / "course", short=False, secret="x")
    own = tmp_path / "submissions" / "m-chatty"
    hand_in_honestly(own, ["forward", "update", "terms"])
    (own / "forward.py").write_text(CHATTY + honest("forward"), encoding="utf-8")
    alone = run(tmp_path, jobs=1, out="alone").of_student("m-chatty")
    for name in ("a", "z"):
        hand_in_honestly(tmp_path / "submissions" / name, ["forward", "terms"])
    (tmp_path / "submissions" / "a" / "forward.py").write_text(CHATTY + "\n1 / 0\n")
    for jobs in (1, 2):
        among = run(tmp_path, jobs=jobs, out=f"among-{jobs}").of_student("m-chatty")
        assert [alike(each, "key") for each in among.values()] == [
            alike(each, "key") for each in alone.values()
        ]
    assert "took" in alone["forward"]["output"]


def test_weak_isolation_is_written_into_the_result(course: Course) -> None:
    judge = Judge(course, b"x", Terms("en", without=("landlock",)))
    assert judge.grade(submitted(FORWARD)).isolation == "weak"
    judge.close()


@pytest.mark.parametrize(
    "right",
    [0, 1, 261, 0.5, -1.0, True, "parameter", None, (0, 0.25), [3, 4], np.array([0.5, -2.0]),
     np.array([0, 1, 1]), np.array([True, False]), np.array(0.0), Tensor(np.ones((4, 2)))],
)  # fmt: skip
def test_a_wrong_answer_is_wrong_everywhere_and_of_the_same_kind(right: Plain) -> None:
    wrong = wrong_answer(right)
    if right is not None:
        assert type(wrong) is type(right)
    if isinstance(right, Tensor) and isinstance(wrong, Tensor):
        right, wrong = right.array, wrong.array
    if isinstance(right, np.ndarray) and isinstance(wrong, np.ndarray):
        assert wrong.dtype == right.dtype
        assert wrong.shape == right.shape
    if isinstance(right, (tuple, list)):
        assert all(one != other for one, other in zip(right, wrong, strict=True))  # type: ignore[arg-type]
    else:
        assert np.all(np.asarray(right) != np.asarray(wrong))
