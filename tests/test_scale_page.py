"""The commands of docs/scale.md, run as they stand there."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from conftest import HOME
from nbgrader_class import COURSE, PROGRAMS
from sample_class import make

from autograder.grading.result import without_timing

pytestmark = pytest.mark.slow
BLOCKS = re.findall(r"^```\w*\n(.*?)^```", (HOME / "docs/scale.md").read_text(), re.M | re.S)
ALL = 16  # parts, as in the script


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with three students' notebooks, and a home with the class's secret."""
    solved = json.dumps(make.Class(COURSE).solved("forward"))
    for student in ("kim", "lee", "park"):
        (tmp_path / "submissions" / student).mkdir(parents=True)
        (tmp_path / "submissions" / student / "forward.ipynb").write_text(solved)
    (tmp_path / "home/course").mkdir(parents=True)
    (tmp_path / "home/course/secret").write_text("a secret for the tests\n")
    return tmp_path


def run(place: Path, script: str, more: Mapping[str, str] | None = None) -> str:
    """What the script says; each of its commands must succeed."""
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=place,
        env=environment(place) | dict(more or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(place: Path) -> dict[str, str]:
    return {
        "PATH": f"{PROGRAMS}:/usr/bin:/bin",
        "HOME": str(place / "home"),
        "AUTOGRADER_SECRET": str(place / "home/course/secret"),
        "AUTOGRADER_CACHE": os.environ.get("AUTOGRADER_CACHE", str(place / "cache")),
    }


@contextlib.contextmanager
def started(place: Path, command: str) -> Iterator[Path]:
    """The file in which a program that goes on says something; it ends with the block."""
    log = place / f"{len(list(place.glob('*.log')))}.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            ["bash", "-c", command], cwd=place, env=environment(place), stdout=file, stderr=file
        )
    try:
        yield log
    finally:
        process.terminate()
        process.wait(30)


def _awaited(log: Path, pattern: str) -> str:
    """What the pattern finds in the file, as soon as it is there."""
    end = time.monotonic() + 60
    while (found := re.search(pattern, log.read_text())) is None:
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)
    return found[1]


def results(folder: Path) -> dict[str, dict[str, object]]:
    files = sorted(folder.glob("*/forward.json"))
    return {file.parent.name: without_timing(file.read_bytes()) for file in files}


def test_an_array_of_jobs_and_the_merge(place: Path) -> None:
    [script] = [block for block in BLOCKS if "#SBATCH" in block]
    [merge] = [line for block in BLOCKS for line in block.splitlines() if "merge parts" in line]
    assert f"--array=1-{ALL}\n" in script
    for number in range(1, ALL + 1):
        run(place, script, {"SLURM_ARRAY_TASK_ID": str(number)})
    run(place, merge)
    run(place, "autograder grade submissions --out whole")
    assert len(results(place / "results")) == 3
    assert results(place / "results") == results(place / "whole")


def test_a_scheduler_and_its_workers(place: Path) -> None:
    pytest.importorskip("distributed", reason="dask is not installed")
    [block] = [block for block in BLOCKS if "dask scheduler" in block]
    lines = [line.partition("#")[0].strip() for line in block.splitlines()]
    scheduler, worker, grade = lines[1:]
    with started(place, f"exec env {scheduler} --host 127.0.0.1 --port 0 --no-dashboard") as said:
        address = _awaited(said, r"Scheduler at:\s+(tcp://\S+)")
        with started(place, f"exec {worker.replace('ADDRESS', address)}") as joined:
            _awaited(joined, r"(Registered to)")
            run(place, grade.replace("ADDRESS", address))
    run(place, "autograder grade submissions --out whole")
    assert len(results(place / "results")) == 3
    assert results(place / "results") == results(place / "whole")
