"""Real Dask workers as processes: the same results as here, also when they are killed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import small_course
from conftest import HOME, solution

from autograder.course import Course
from autograder.grading.class_run import GradingRequest, Standing
from autograder.grading.judge import GradingOptions
from autograder.grading.result import without_timing
from autograder.grading.workers import SchedulerError
from autograder.reports import class_files

pytest.importorskip("distributed", reason="dask is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

SECRET = b"a secret for the tests"
RIGHT = solution("small", small_course.HOME)


class Dask(NamedTuple):
    """A scheduler and two workers, each a process."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def dask(folder: Path) -> Iterator[Dask]:
    environment = {**os.environ, "PYTHONPATH": str(HOME), "AUTOGRADER_CACHE": str(folder / "cache")}
    place = folder / "scheduler.json"

    def start(*arguments: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli." + str(arguments[0])]
        return subprocess.Popen(
            [*command, *map(str, arguments[1:])], cwd=folder, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    scheduler = start(
        "dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard",
        "--scheduler-file", place,
    )  # fmt: skip
    end = time.monotonic() + 60
    while not place.exists():
        assert time.monotonic() < end
        time.sleep(0.1)
    of_worker = ("--scheduler-file", place, "--nthreads", 1, "--no-dashboard", "--no-nanny")
    workers = [start("dask_worker", *of_worker) for _ in range(2)]
    try:
        yield Dask(json.loads(place.read_text())["address"], scheduler, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def hand_in(folder: Path, count: int) -> None:
    for number in range(count):
        place = folder / "in" / f"s{number:02}"
        place.mkdir(parents=True)
        wrong = "\ndef double(x):\n    return 3 * x\n" if number % 3 == 0 else ""
        (place / "small.py").write_text(RIGHT + wrong, encoding="utf-8")


def request(course: Course, folder: Path, out: str, scheduler: str | None) -> GradingRequest:
    places = folder / "in", folder / out
    return GradingRequest(
        course, SECRET, GradingOptions("en"), *places, jobs=1, scheduler=scheduler
    )


def contents(out: Path) -> dict[str, object]:
    return {str(f.relative_to(out)): without_timing(f.read_bytes()) for f in out.glob("*/*.json")}


def test_workers_of_a_scheduler_give_the_same_results(small: Course, tmp_path: Path) -> None:
    """Also where one of the two is killed on the way; then the scheduler is, and a run goes on."""
    hand_in(tmp_path, 16)
    class_files.grade(request(small, tmp_path, "here", None), lambda _standing: None)
    with dask(tmp_path) as cluster:

        def kill_one(standing: Standing) -> None:
            if standing.done == 4:
                cluster.workers[0].send_signal(signal.SIGKILL)

        report = class_files.grade(request(small, tmp_path, "there", cluster.address), kill_one)
        assert (len(report.results), report.lost) == (16, [])
        assert contents(tmp_path / "there") == contents(tmp_path / "here")

        def kill_scheduler(standing: Standing) -> None:
            if standing.done == 3:
                cluster.scheduler.send_signal(signal.SIGKILL)

        with pytest.raises(SchedulerError, match="goes on"):
            class_files.grade(request(small, tmp_path, "cut", cluster.address), kill_scheduler)
    finished = contents(tmp_path / "cut")
    assert 3 <= len(finished) < 16
    report = class_files.grade(request(small, tmp_path, "cut", None), lambda _standing: None)
    assert report.kept == len(finished)
    assert contents(tmp_path / "cut") == contents(tmp_path / "here")


def test_nobody_at_the_address_is_one_line(small: Course, tmp_path: Path) -> None:
    hand_in(tmp_path, 1)
    with pytest.raises(SchedulerError, match="no scheduler with workers there") as caught:
        class_files.grade(
            request(small, tmp_path, "out", "tcp://127.0.0.1:9"), lambda _standing: None
        )
    assert "\n" not in str(caught.value)
