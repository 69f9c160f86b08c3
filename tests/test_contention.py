"""A busy machine costs nobody a point: what it may have cost is graded again, or by a person."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
import small_course
from conftest import SECRET, submission

from autograder.course import Course
from autograder.grading.class_run import GradingRequest, Report, run
from autograder.grading.judge import ContendedError, GradingOptions, Judge
from autograder.grading.remote import RemoteStudent
from autograder.grading.sandboxes import Sandboxes
from autograder.grading.store import Folder
from autograder.sandbox.process import Child
from autograder.sandbox.schedule import Schedule, Share
from autograder.sandbox.zygote_options import Packages

HOGS = 12
WORKERS = 8
HURRY = 6  # seconds for a submission
AUTOGROUP = Path("/proc/sys/kernel/sched_autogroup_enabled")
# On a processor of its own all calls together take a quarter of what the submission may take
SLOW = small_course.SOLUTION + (
    "\nimport time\n_right = double\n"
    "def double(x):\n    for _ in range(1_200_000):\n        pass\n    return _right(x)\n"
)
# It never answers: sixty threads compute, without Python's lock, as long as they are let
SABOTEUR = small_course.SOLUTION + (
    "\nimport hashlib, threading\n"
    "def _spin(data=b'a' * 10**6):\n    while True:\n        hashlib.sha256(data)\n"
    "for _ in range(60):\n    threading.Thread(target=_spin, daemon=True).start()\n"
)


class Figures(NamedTuple):
    used: float
    waited: float


@pytest.mark.parametrize(
    ("used", "waited", "starved"),
    [(0.0, 9.0, True), (9.0, 9.0, False), (0.0, 0.0, False), (9.0, 0.0, False)],
)
def test_who_waits_while_others_run_is_starved(used: float, waited: float, starved: bool) -> None:
    share = Share()
    time.sleep(0.05)
    assert share.is_starved([Figures(used / 2, waited / 2)] * 2) is starved


@contextmanager
def one_processor(hogs: int) -> Iterator[None]:
    """This process and all that it starts on one processor, beside so many that spin on it."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    command = [sys.executable, "-c", "while True: pass"]
    # each in a session, and so a group, of its own: a kernel may share processors out by groups
    spinning = [subprocess.Popen(command, start_new_session=True) for _ in range(hogs)]
    try:
        yield
    finally:
        for each in spinning:
            each.kill()
            each.wait()
        os.sched_setaffinity(0, before)


def hurried(small: Course) -> Course:
    limits = msgspec.structs.replace(small.limits, submission_seconds=HURRY, call_seconds=2)
    return msgspec.structs.replace(small, limits=limits)


@contextmanager
def hurried_judge(small: Course) -> Iterator[Judge]:
    course = hurried(small)
    with closing(Sandboxes(course.limits)) as sandboxes:
        judge = Judge(course, SECRET, GradingOptions("en"), sandboxes)
        assert judge.grade(submission("small", small_course.SOLUTION)).score == 100
        yield judge


def test_what_the_load_may_have_cost_is_no_zero(small: Course) -> None:
    with one_processor(0), hurried_judge(small) as judge:
        assert judge.grade(submission("small", SLOW)).score == 100
        with one_processor(HOGS):
            with pytest.raises(ContendedError):
                judge.grade(submission("small", SLOW), alone=False)
            result = judge.grade(submission("small", SLOW))
        assert result.has_error
        assert any("grade it again" in note for note in result.notes)
        undecided = [check for task in result.tasks for check in task.checks if not check.earned]
        codes = {check.finding.code for check in undecided if check.finding}
    assert "needs_person" in codes <= {"needs_person", "visible_only"}


def test_a_process_tells_what_it_used_and_how_long_it_waited() -> None:
    command = [sys.executable, "-c", "while True: pass"]
    with one_processor(HOGS), subprocess.Popen(command) as process:
        with closing(Schedule(process.pid)) as schedule:
            time.sleep(1)
            used, waited = schedule.used(), schedule.waited()
        process.kill()
    assert used < 0.5 < waited


def graded_in_one_run(small: Course, texts: list[str], tmp_path: Path, jobs: int) -> Report:
    for number, text in enumerate(texts):
        file = tmp_path / "in" / f"student{number}" / "small.py"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    places = tmp_path / "in", tmp_path / "out"
    request = GradingRequest(hurried(small), SECRET, GradingOptions("en"), *places, jobs=jobs)
    with one_processor(0):
        return run(request, lambda _standing: None, Folder(request.out))


@pytest.mark.slow
def test_of_many_on_one_processor_none_loses_a_point(small: Course, tmp_path: Path) -> None:
    """Eight workers share a processor, so each is cut off, and graded again when it is alone."""
    report = graded_in_one_run(small, [SLOW] * WORKERS, tmp_path, WORKERS)
    assert [result.score for result in report.results] == [100] * WORKERS
    assert report.exit_code == 0


@pytest.fixture(params=["by session", "by thread"])
def shared_out(request: pytest.FixtureRequest) -> Iterator[None]:
    """The kernel shares processors out among sessions, or among all threads alike."""
    before = AUTOGROUP.read_text() if AUTOGROUP.exists() else "0"
    wanted = str(int(request.param == "by session"))
    if wanted != before.strip() and not os.access(AUTOGROUP, os.W_OK):
        pytest.skip(f"only root may write to {AUTOGROUP}")
    if wanted != before.strip():
        AUTOGROUP.write_text(wanted)
    yield
    if wanted != before.strip():
        AUTOGROUP.write_text(before)


@pytest.mark.slow
@pytest.mark.usefixtures("shared_out")
def test_a_saboteur_costs_no_neighbour_a_point(small: Course, tmp_path: Path) -> None:
    """Two workers on one processor; what one submission's threads take is not the other's loss."""
    report = graded_in_one_run(small, [SABOTEUR, SLOW, SLOW, SABOTEUR, SLOW], tmp_path, jobs=2)
    scores = {result.student: result.score for result in report.results}
    assert [scores[f"student{place}"] for place in (1, 2, 4)] == [100] * 3
    assert report.exit_code == 0


class HeldUp(Sandboxes):
    """The child of this number is stopped, or killed, as soon as it is there."""

    def __init__(self, small: Course, number: int, by: signal.Signals = signal.SIGSTOP) -> None:
        super().__init__(small.limits)
        self._number, self._by, self.made = number, by, 0

    def child(self, up_to: Packages) -> Child:
        child = super().child(up_to)
        self.made += 1
        if self.made == self._number:
            os.kill(child.pid, self._by)
        return child


@pytest.mark.parametrize("number", [1, 2])
def test_a_process_that_was_held_up_costs_no_point(small: Course, number: int) -> None:
    """The second one is asked what earlier functions give: a mistake is charged once even so."""
    limits = msgspec.structs.replace(small.limits, load_seconds=1, cell_seconds=1)
    course = msgspec.structs.replace(small, limits=limits)
    wrong = small_course.SOLUTION + "\n_right = double\ndef double(x):\n    return _right(x) // 1\n"
    with closing(HeldUp(course, number)) as sandboxes:
        result = Judge(course, SECRET, GradingOptions("en"), sandboxes).grade(
            submission("small", wrong)
        )
    assert {task.name: task.earned for task in result.tasks} == {
        "double": 0, "half": 39.5, "same": 0.5,
    }  # fmt: skip


# Learns from a substitute by what to multiply, and notes it in the process numbers to come
LEARNS = small_course.SOLUTION + (
    "\nimport os, select, threading\n"
    "_gone = (os.getpid() - os.getppid()) % 32768\n"
    "_factor = _gone // 4000 or None\n"
    "def double(x):\n    return x * _factor\n"
    "def same(x):\n"
    "    if _factor is None:\n"
    "        for _ in range(4000 * round(double(np.array([1.0]))[0])):\n"
    "            thread = threading.Thread(target=int)\n"
    "            thread.start()\n"
    "            thread.join()\n"
    "        @END@\n"
    "    return half(double(x))\n"
)


@pytest.mark.parametrize("end", ["os._exit(1)", "select.select([], [], [], 9)"])
def test_who_ends_its_process_is_not_graded_again_with_what_a_substitute_said(
    small: Course, end: str
) -> None:
    limits = msgspec.structs.replace(small.limits, call_seconds=4)
    course = msgspec.structs.replace(small, limits=limits)
    with closing(Sandboxes(limits)) as sandboxes:
        judge = Judge(course, SECRET, GradingOptions("en"), sandboxes)
        result = judge.grade(submission("small", LEARNS.replace("@END@", end)))
    assert [task.earned for task in result.tasks] == [0, 39.5, 0.5]


def test_statements_that_wait_cost_their_time_once(small: Course) -> None:
    """Who never lets a statement end waits for it as long as a cell may take, and no longer."""
    limits = msgspec.structs.replace(small.limits, cell_seconds=1, submission_seconds=9)
    course = msgspec.structs.replace(small, limits=limits)
    waits = "\nimport threading\nthreading.Event().wait()\n"
    with closing(HeldUp(course, 0)) as sandboxes:
        judge = Judge(course, SECRET, GradingOptions("en"), sandboxes)
        result = judge.grade(submission("small", small_course.SOLUTION + waits, waits))
    assert result.score == 100
    assert sandboxes.made == 3  # two in which a statement waits, and one without


def test_who_dies_while_it_is_loaded_has_nothing_asked_twice(
    small: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a process that answered could see from a second question that the answer was wrong."""
    code = small_course.SOLUTION + (
        "\nimport os\ndef double(x):\n    os._exit(1)\ndef half(x):\n    return x\n"
    )
    asked: list[str] = []
    call = RemoteStudent._call

    def counted(self: RemoteStudent, task: str, arguments: tuple[object, ...]) -> object:
        asked.append(task)
        return call(self, task, arguments)

    monkeypatch.setattr(RemoteStudent, "_call", counted)
    counts = []
    for number in (0, 3, 4, 5):
        asked.clear()
        with closing(HeldUp(small, number, signal.SIGKILL)) as sandboxes:
            judge = Judge(small, SECRET, GradingOptions("en"), sandboxes)
            judge.grade(submission("small", code))
        counts.append(asked.count("half"))
    assert counts == [counts[0]] * 4
    assert counts[0] > 1
