"""How grading grows with the class, and what one machine's figures say of a million notebooks."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from cost import Cost, measured
from nbgrader_class import COURSE
from sample_class import make

SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000)
BIN = Path(sys.executable).parent


class Grown(NamedTuple):
    """One class's run: seconds until the first result, what all cost, bytes written."""

    notebooks: int
    first: float
    cost: Cost
    rates: tuple[float, float]  # results a second: of the first and of the last tenth
    size: int


def measure(folder: Path, pictures: Path | None) -> Iterator[str]:
    """Grade classes of each size, one after the other; the lines of the page."""
    runs = []
    for count in SIZES:
        runs.append(graded(folder, count))
        print(runs[-1], flush=True)
    yield from table(runs)
    yield from _merged(folder, runs[-1])
    if pictures is not None:
        draw(runs, pictures / "pictures" / "growth.svg")


def write_class(folder: Path, count: int) -> None:
    """Solved notebooks without torch, the assignments in turn; no two the same."""
    made = make.Class(COURSE)
    solved = {each.name: made.solved(each.name) for each in COURSE.assignments if not each.torch}
    for number, name in zip(range(count), itertools.cycle(solved), strict=False):
        place = folder / f"student{number:05}" / f"{name}.ipynb"
        place.parent.mkdir(parents=True)
        cells = [*solved[name]["cells"], make.new_cell(f"who = {number}") | {"outputs": []}]
        place.write_text(json.dumps(solved[name] | {"cells": cells}), encoding="utf-8")


def graded(folder: Path, count: int) -> Grown:
    """A class of this size, as a user grades it, with what is worked out once already there."""
    shutil.rmtree(folder, ignore_errors=True)
    write_class(folder / "class", count)
    out, start = folder / "results", time.time()
    cost = measured([BIN / "autograder", "grade", folder / "class", "--out", out], folder)
    files = list(out.glob("*/*.json"))
    assert len(files) == count
    times = sorted(file.stat().st_mtime for file in files)
    size = sum(file.stat().st_size for file in out.rglob("*.*"))
    return Grown(count, times[0] - start, cost, _rates(times), size)


def _rates(times: Sequence[float]) -> tuple[float, float]:
    tenth = max(len(times) // 10, 5)
    return tuple(
        (len(part) - 1) / max(part[-1] - part[0], 1e-9) for part in (times[:tenth], times[-tenth:])
    )  # type: ignore[return-value]


def fitted(runs: Sequence[Grown]) -> tuple[float, float]:
    """Seconds that a run takes by itself, and for each notebook; each run counts alike."""
    counts = np.array([run.notebooks for run in runs], float)
    walls = np.array([run.cost.wall for run in runs])
    matrix = np.stack([1 / walls, counts / walls], axis=1)
    (start, each), *_ = np.linalg.lstsq(matrix, np.ones(len(runs)), rcond=None)
    return float(start), float(each)


def table(runs: Sequence[Grown]) -> Iterator[str]:
    start, each = fitted(runs)
    processors = len(os.sched_getaffinity(0))
    least, most = runs[0].notebooks, runs[-1].notebooks
    yield f"\n## {least} … {most:,} notebooks without torch, {processors} processors\n"
    yield (
        "| notebooks | first result after | all after | a second | processors' ms each "
        "| first and last tenth, a second | MiB together | MiB written |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for run in runs:
        first, last = run.rates
        count, cost = run.notebooks, run.cost
        yield (
            f"| {count:,} | {run.first:.2f} s | {cost.wall:.1f} s | {count / cost.wall:.1f} "
            f"| {1000 * cost.processor / count:.1f} | {first:.1f}, {last:.1f} "
            f"| {cost.memory:.0f} | {run.size / 2**20:.1f} |"
        )
    off = max(abs(run.cost.wall / (start + each * run.notebooks) - 1) for run in runs)
    yield (
        f"\nFitted: {start:.2f} s and {1000 * each:.1f} ms for each notebook; no run is further "
        f"than {100 * off:.0f}% from that line. ![the same as a picture](pictures/growth.svg)"
    )


def _merged(folder: Path, last: Grown) -> Iterator[str]:
    """What bringing such results together costs, and what that says of a million."""
    walls = []
    for _ in range(3):
        shutil.rmtree(folder / "merged", ignore_errors=True)
        command = [BIN / "autograder", "merge", folder / "results", "--out", folder / "merged"]
        walls.append(measured(command, folder).wall)
    merge = statistics.median(walls) / last.notebooks
    size = 1e6 * last.size / last.notebooks
    minutes = 1e6 * merge / 60
    hours = 1e6 * last.cost.processor / last.notebooks / 3600
    yield (
        f"\n`autograder merge` took {1000 * merge:.2f} ms for each result of these. A million such "
        f"notebooks are {hours:.0f} hours of one processor, {size / 1e9:.0f} GB of results, and "
        f"{minutes:.0f} minutes of merging, which one process does."
    )


def draw(runs: Sequence[Grown], file: Path) -> None:
    """The table's times and the line, on logarithmic axes."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "growth", "svg.fonttype": "none", "font.size": 11})
    import matplotlib.pyplot as plt

    start, each = fitted(runs)
    counts = [run.notebooks for run in runs]
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    axes.loglog(counts, [start + each * n for n in counts], color="0.6", label="fitted line")
    axes.loglog(counts, [run.cost.wall for run in runs], "o", color="#0b63c5", label="all results")
    axes.loglog(counts, [run.first for run in runs], "s", color="#c4570a", label="first result")
    axes.set(xlabel="notebooks in the class", ylabel="seconds")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(frameon=False)
    figure.savefig(file, metadata={"Date": None})
