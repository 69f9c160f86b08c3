"""The figures of the sandbox: `python -m autograder.bench` prints a table of medians.

Each line says what was measured, its median, the middle half of the measurements, and the aim.
Cold processes are started in the same run, since both depend on the machine and its load.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from autograder import course as courses
from autograder.checks.support.findings import Finding
from autograder.course import Course
from autograder.judge.judge import Judge, Terms
from autograder.judge.session import CheckSession
from autograder.sandbox import wire
from autograder.sandbox.process import Child, Zygote, environment
from autograder.sandbox.zygote import Options
from autograder.selfcheck.local import LocalStudent
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed, read

_HOME = Path(__file__).resolve().parents[1]
_ROUNDS = 20
_COLD_ROUNDS = 3
_CALLS = 300
_SECONDS = 60.0
_LATE = Finding("no_time")

_STEP = """
import torch
from torch import nn
def step():
    model = nn.Sequential(nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid())
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    nn.BCELoss()(model(X), X[:, :1]).backward()
    optimizer.step()
    return 1.0
"""
_PLAIN = "import numpy as np\ndef step():\n    return float(np.ones(2) @ np.ones(2))\n"
_CALL = "def step(a, b, c, d):\n    return a\n"
_BACK = "def step(f, w):\n    for _ in range(100):\n        f(w)\n    return w\n"


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    name: str
    values: Sequence[float]
    unit: str
    aim: str


def figures() -> Iterator[Figure]:
    """Every figure, one after the other."""
    course = courses.load(_HOME)
    with _zygote(course, torch=True) as zygote:
        yield _first_call(zygote, _STEP, "locked child to its first training step", "≤ 20 ms")
        yield _cold(_STEP, "the same in a cold process")
        yield _memory(zygote)
    with _zygote(course, torch=False) as zygote:
        yield _first_call(zygote, _PLAIN, "without torch, to its first answer", "≤ 12 ms")
        yield _cold(_PLAIN, "the same in a cold process")
        yield _calls(zygote)
        yield _callbacks(zygote)
    yield from _pytest(course)
    yield from _notebooks(course)


@contextmanager
def _zygote(course: Course, *, torch: bool) -> Iterator[Zygote]:
    limits = course.limits
    options = Options(-1, torch, limits.nesting, limits.cpu_seconds, limits.memory_mib << 20)
    with tempfile.TemporaryDirectory() as cache, closing(Zygote(options, Path(cache))) as zygote:
        zygote.child(0).kill()
        yield zygote


def _loaded(zygote: Zygote, code: str) -> Child:
    child = zygote.child(1 << 16)
    child.load(wire.Load([code], ["step"]), time.monotonic() + _SECONDS, _SECONDS)
    return child


def _call(
    child: Child, *arguments: wire.Data, answer: Callable[[wire.Asked], wire.Answered] | None = None
) -> wire.Returned | wire.Raised:
    def request(number: int) -> wire.Request:
        return wire.Call(number, "step", list(arguments))

    reply = child.ask(request, time.monotonic() + _SECONDS, _LATE, answer)
    assert isinstance(reply, wire.Returned), reply
    return reply


def _first_call(zygote: Zygote, code: str, name: str, aim: str) -> Figure:
    def once() -> None:
        child = _loaded(zygote, code)
        _call(child)
        children.append(child)

    children: list[Child] = []
    figure = Figure(name, _milliseconds(once, _ROUNDS), "ms", aim)
    for child in children:
        child.kill()
    return figure


def _cold(code: str, name: str) -> Figure:
    def once() -> None:
        subprocess.run([sys.executable, "-c", f"{code}\nstep()"], env=environment(), check=True)

    return Figure(name, _milliseconds(once, _COLD_ROUNDS), "ms", "")


def _memory(zygote: Zygote) -> Figure:
    """What a child has for itself after a hundred steps of training."""
    values = []
    for _ in range(5):
        child = _loaded(zygote, _STEP)
        for _ in range(100):
            _call(child)
        text = Path(f"/proc/{child.pid}/smaps_rollup").read_text()
        pages = re.findall(r"^Private_(?:Clean|Dirty): +(\d+) kB", text, re.MULTILINE)
        values.append(sum(map(int, pages)) / 1024)
        child.kill()
    return Figure("private memory of a child that trains", values, "MB", "≤ 10 MB")


def _calls(zygote: Zygote) -> Figure:
    child = _loaded(zygote, _CALL)
    arrays = [wire.pack(np.eye(size)) for size in (2, 3, 4, 5)]
    values = _milliseconds(lambda: _call(child, *arrays), _CALLS)
    child.kill()
    return Figure("a call with four small arrays", values, "ms", "≤ 0.15 ms")


def _callbacks(zygote: Zygote) -> Figure:
    child = _loaded(zygote, _BACK)
    array = wire.pack(np.eye(3))

    def answer(asked: wire.Asked) -> wire.Answered:
        return wire.Answered(wire.pack(wire.unpack(asked.arguments[0])))

    def hundred() -> None:
        _call(child, wire.Function(0, "f"), array, answer=answer)

    values = [value / 100 for value in _milliseconds(hundred, _ROUNDS)]
    child.kill()
    return Figure("a call back", values, "ms", "≤ 0.15 ms")


def _pytest(course: Course) -> Iterator[Figure]:
    """pytest's share: fifteen checks whose bodies take no time."""
    assignment = course.assignment("forward")
    session = CheckSession(course, assignment, b"bench")
    student = LocalStudent({})
    chosen = session.checks[:15]

    def passing(student: object) -> None: ...

    def failing(student: object) -> None:
        session.fail_for_bench()

    for name, body, aim in (("pass", passing, "≤ 8 ms"), ("fail", failing, "≤ 40 ms")):
        session.replace_bodies(body)
        values = _milliseconds(lambda: [session.run(c, student) for c in chosen], _ROUNDS)
        yield Figure(f"pytest's share, fifteen checks that {name}", values, "ms", aim)
    session.close()
