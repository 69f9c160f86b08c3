"""The figures of the sandbox: `python -m autograder.proof.figures` prints a table of medians.

Each line says what was measured, its median, the middle half of the measurements, and the aim.
Cold processes are started in the same run, since both depend on the machine and its load. What is
graded is the kit's own course, or the one in a folder that is given.
"""

from __future__ import annotations

import dataclasses
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
from autograder.checks import fail
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS
from autograder.checks.local import LocalStudent
from autograder.course import Assignment, Course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.intake.reading import Submitted, read
from autograder.proof.solution_text import text_of
from autograder.sandbox import wire
from autograder.sandbox.process import Child
from autograder.sandbox.warm_process import Zygote, environment
from autograder.sandbox.zygote_options import Options, Packages

_HOME = Path(__file__).resolve().parents[2]
_ROUNDS = 20
_COLD_ROUNDS = 3
_CALLS = 300
_SECONDS = 60.0

_STEP = """
import torch
from torch import nn
def step():
    model = nn.Sequential(nn.Linear(2, 10), nn.ReLU(), nn.Linear(10, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    nn.MSELoss()(model(X), X[:, :1]).backward()
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


def figures(course: Course) -> Iterator[Figure]:
    """Every figure, one after the other."""
    with _zygote(course, "torch") as zygote:
        yield _first_call(zygote, _STEP, "locked child to its first training step", "≤ 20 ms")
        yield _cold(_STEP, "the same in a cold process")
        yield _memory(zygote)
    with _zygote(course, "numpy") as zygote:
        yield _first_call(zygote, _PLAIN, "without torch, to its first answer", "≤ 12 ms")
        yield _cold(_PLAIN, "the same in a cold process")
        yield _calls(zygote)
        yield _callbacks(zygote)
    with closing(Sandboxes(course.limits)) as sandboxes:
        judge = Judge(course, b"figures", GradingOptions(), sandboxes)
        assignments = [each for each in course.assignments if not each.torch]
        for assignment in assignments[:1]:
            yield from _checks(judge, assignment)
        yield from _notebooks(course, judge, assignments)


@contextmanager
def _zygote(course: Course, up_to: Packages) -> Iterator[Zygote]:
    limits = course.limits
    options = Options(-1, up_to, limits.nesting, limits.cpu_seconds, limits.memory_mib << 20)
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


def _checks(judge: Judge, assignment: Assignment) -> Iterator[Figure]:
    """What running fifteen checks costs when their bodies cost nothing."""

    def passing(*_arguments: object) -> None: ...

    def failing(*_arguments: object) -> None:
        fail("value", call="f(1)", got="1", want="2")

    checks, student = judge.checks(assignment.name), LocalStudent({})
    for name, body, aim in (("pass", passing, "≤ 1 ms"), ("fail", failing, "≤ 1 ms")):
        chosen: list[Check] = [dataclasses.replace(each, body=body) for each in checks.checks[:15]]
        values = _milliseconds(lambda c=chosen: [checks.run(each, student) for each in c], _ROUNDS)  # type: ignore[misc]
        yield Figure(f"{len(chosen)} checks that {name}, without their bodies", values, "ms", aim)


def _notebooks(course: Course, judge: Judge, assignments: Sequence[Assignment]) -> Iterator[Figure]:
    """Solved notebooks graded whole by a warm judge, which shares one core with the child."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    for assignment in assignments:
        submission = _solved(course, assignment)
        assert judge.grade(submission).score == judge.grade(submission).max_score
        values = _milliseconds(lambda s=submission: judge.grade(s), _ROUNDS)  # type: ignore[misc]
        checks = len(judge.checks(assignment.name).checks)
        name = f"{assignment.name} graded whole on one core, {checks} checks"
        yield Figure(name, values, "ms", "≤ 35 ms")
    os.sched_setaffinity(0, cores)


def _solved(course: Course, assignment: Assignment) -> Submission:
    """The assignment's own notebook with the solutions in a cell at its end."""
    name = assignment.name
    source = (course.folder / ASSIGNMENTS / name / "notebook.py").read_bytes()
    cells = read(source, notebook=False, tasks=frozenset(assignment.points)).cells
    submitted = Submitted((*cells, text_of(course, name)), name, course.language)
    return Submission("figures", name, submitted, source, ())


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
    course = courses.load(Path(sys.argv[1]) if len(sys.argv) > 1 else _HOME)
    for figure in figures(course):
        low, median, high = statistics.quantiles(figure.values, n=4)
        row = (figure.name, f"{median:.3g}", f"{low:.3g} … {high:.3g}", figure.unit, figure.aim)
        table.add_row(*row)
        print(*row, sep="\t", flush=True)
    Console().print(table)


if __name__ == "__main__":
    main()
