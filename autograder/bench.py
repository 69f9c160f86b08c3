"""The figures of the sandbox: `python -m autograder.bench` prints a table of medians.

Each line says what was measured, its median, the middle half of the measurements, and the aim.
Cold processes are started in the same run, since both depend on the machine and its load.
"""

from __future__ import annotations

import math
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
from autograder.checks.support import fail
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
    child.load(wire.Load([code], ["step"]), _SECONDS, _SECONDS, math.inf)
    return child


def _call(
    child: Child, *arguments: wire.Data, answer: Callable[[wire.Asked], wire.Answered] | None = None
) -> wire.Returned | wire.Raised:
    def request(number: int) -> wire.Request:
        return wire.Call(number, "step", list(arguments))

    reply = child.ask(request, _SECONDS, math.inf, answer)
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
    """What running fifteen checks costs when their bodies cost nothing."""

    def passing(**_fixtures: object) -> None: ...

    def failing(**_fixtures: object) -> None:
        fail("value", call="f(1)", got="1", want="2")

    student = LocalStudent({})
    with closing(CheckSession(course, course.assignment("forward"), b"bench")) as session:
        chosen = session.checks[:15]
        for name, body, aim in (("pass", passing, "≤ 8 ms"), ("fail", failing, "≤ 40 ms")):
            for item in session._items.values():
                item.obj = body
            values = _milliseconds(lambda: [session.run(each, student) for each in chosen], _ROUNDS)
            yield Figure(f"pytest's share, fifteen checks that {name}", values, "ms", aim)


def _notebooks(course: Course) -> Iterator[Figure]:
    """Solved notebooks graded whole by a warm judge, which shares one core with the child."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    with closing(Judge(course, b"bench", Terms("en"))) as judge:
        for assignment in course.assignments:
            if assignment.torch:
                continue
            submission = _solved(course, assignment.name)
            assert judge.grade(submission).score == judge.grade(submission).max_score
            values = _milliseconds(lambda s=submission: judge.grade(s), _ROUNDS)  # type: ignore[misc]
            checks = len(judge.checks(assignment.name))
            name = f"{assignment.name} graded whole on one core, {checks} checks"
            yield Figure(name, values, "ms", "≤ 35 ms")
    os.sched_setaffinity(0, cores)


def _solved(course: Course, name: str) -> Submission:
    """The assignment's own notebook with the solutions in a cell at its end."""
    source = (course.folder / "assignments" / f"{name}.py").read_bytes()
    solution = (course.folder / "solutions" / f"{name}.py").read_text(encoding="utf-8")
    tasks = frozenset(task.name for task in course.assignment(name).tasks)
    cells = read(source, notebook=False, tasks=tasks).cells
    return Submission("bench", name, Handed((*cells, solution), name, "en"), source, ())


def _milliseconds(action: Callable[[], object], rounds: int) -> list[float]:
    values = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        values.append((time.perf_counter() - start) * 1000)
    return values


def main() -> None:
    """Print the table, a line as soon as it is measured."""
    table = Table("what", "median", "middle half", "unit", "aim")
    for figure in figures():
        low, median, high = statistics.quantiles(figure.values, n=4)
        row = (figure.name, f"{median:.3g}", f"{low:.3g} … {high:.3g}", figure.unit, figure.aim)
        table.add_row(*row)
        print(*row, sep="\t", flush=True)
    Console().print(table)


if __name__ == "__main__":
    main()
