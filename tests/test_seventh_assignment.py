"""Adding an assignment touches nothing but its own files: docs/adding-an-assignment.md, done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import HOME

TABLE = """
[[assignment]]
name = "momentum"
section = "5.3"
minutes = 15
title = { ko = "모멘텀", en = "Momentum" }
[assignment.tasks]
velocity = { points = 100 }
"""
SOURCE = '''# %% [markdown] lang="ko"
# # 모멘텀
# %% [markdown] lang="en"
# # Momentum
# %% role="setup"
import numpy as np
from autograder.selfcheck import check, ready, say
# %% task="velocity"
def velocity(v, gradient, lr, momentum):
    """v⁺ = momentum · v − lr · gradient: a number. (5.3)"""
    raise NotImplementedError
# %% check="velocity"
check("velocity")
# %% [markdown] role="written" lang="ko"
# 공이 굴러가는 모습에 빗대어 설명해 보세요.
# %% [markdown] role="written" lang="en"
# Explain it by a ball that rolls.
'''
SOLUTION = '''"""Section 5.3: momentum."""


def velocity(v: float, gradient: float, lr: float, momentum: float) -> float:
    """v⁺ = momentum · v − lr · gradient. (5.3)"""
    return momentum * v - lr * gradient
'''
RUBRIC = """points = 3
[[items]]
points = 3
ko = "공이 속도를 지닌다는 점"
en = "a ball keeps its speed"
"""
VISIBLE = '''"""Visible checks of `momentum`."""

from autograder.checks.support import Student, expect, task


@task("velocity", points=40)
def test_velocity_of_the_first_step(student: Student) -> None:
    """The first velocity is minus lr times the gradient."""
    expect(student.velocity(0.0, 0.5, 0.1, 0.9), close_to=-0.05)
'''
HIDDEN = '''"""Hidden checks of `momentum`."""

from numpy.random import Generator

from autograder.checks.support import Student, expect, task
from solutions import momentum as solution


@task("velocity", points=60)
def test_any_velocity(student: Student, rng: Generator) -> None:
    """The velocity is right for any numbers."""
    numbers = rng.uniform(0.1, 1, 4).tolist()
    expect(student.velocity(*numbers), close_to=solution.velocity(*numbers))
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the kit with the seventh assignment in it."""
    kit = tmp_path / "kit"
    for name in ("assignments", "solutions", "autograder"):
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, kit / name, ignore=skip)
    with (kit / "assignments" / "course.toml").open("a", encoding="utf-8") as file:
        file.write(TABLE)
    for place, text in {
        "assignments/momentum.py": SOURCE,
        "solutions/momentum.py": SOLUTION,
        "solutions/rubrics/momentum.toml": RUBRIC,
        "autograder/checks/visible/test_momentum.py": VISIBLE,
        "autograder/checks/hidden/test_momentum.py": HIDDEN,
    }.items():
        (kit / place).write_text(text, encoding="utf-8")
    return kit


def run(kit: Path, *arguments: object, module: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(kit)}
    program = ["-m", module] if module else ["-c", "from autograder.cli import main; main()"]
    return subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=kit, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_seventh_assignment_is_released_and_graded(copy: Path, tmp_path: Path) -> None:
    done = run(copy, "release")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(copy / "release" / "en" / "chapter5-en.zip") as bundle:
        assert {"momentum.ipynb", "autograder/checks/visible/test_momentum.py"} <= set(
            bundle.namelist()
        )
        stub = bundle.read("momentum.ipynb")
    for student, data in {"right": SOLUTION.encode(), "half": SOLUTION.encode()}.items():
        (tmp_path / "in" / student).mkdir(parents=True)
        code = data if student == "right" else data.replace(b"momentum * v - ", b"-")
        (tmp_path / "in" / student / "momentum.py").write_bytes(code)
    (tmp_path / "in" / "blank").mkdir()
    (tmp_path / "in" / "blank" / "momentum.ipynb").write_bytes(stub)
    done = run(copy, "grade", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    results = {
        student: json.loads((tmp_path / "out" / student / "momentum.json").read_bytes())
        for student in ("right", "half", "blank")
    }
    assert {student: result["score"] for student, result in results.items()} == {
        "right": 100, "half": 0, "blank": 0,
    }  # fmt: skip
    assert results["blank"]["tasks"][0]["state"] == "not started"


def test_its_checks_are_tried_as_those_of_the_others(copy: Path) -> None:
    done = run(copy, "momentum", module="autograder.mutation")
    assert "| `velocity` | 100 |" in done.stdout, done.stderr
    assert "momentum * v - lr * gradient → momentum * v + lr * gradient" not in done.stdout
    assert done.returncode == 0, done.stdout
    check = copy / "autograder" / "checks" / "hidden" / "test_momentum.py"
    weak = HIDDEN.replace("rng.uniform(0.1, 1, 4).tolist()", "[0.0, 1.0, 1.0, 1.0]")
    check.write_text(weak, encoding="utf-8")
    done = run(copy, "momentum", module="autograder.mutation")
    assert done.returncode == 1, done.stdout
    assert "survives" in done.stdout
    assert "mend a check" in done.stdout
