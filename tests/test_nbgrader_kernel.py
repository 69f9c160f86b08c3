"""What a check's cell does in plain nbgrader's kernel, and under Validate."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import HOME, solution

from autograder import course as courses
from autograder.nbgrader_plugin import environment, in_kernel
from autograder.release import bundle
from autograder.selfcheck import check, graded
from autograder.selfcheck.cell_calls import NotPassed


@pytest.fixture(autouse=True)
def as_in_a_notebook() -> Iterator[None]:
    """Warnings are shown; pytest would make errors of them."""
    with warnings.catch_warnings():
        warnings.resetwarnings()
        yield


@pytest.fixture(scope="module")
def forward() -> dict[str, Any]:
    """A notebook's names with the solutions of `forward`."""
    names: dict[str, Any] = {}
    exec(solution("forward"), names)
    return names


def points(names: dict[str, Any], task: str, capsys: pytest.CaptureFixture[str]) -> Any:
    earned = in_kernel.points(task, names, "en")
    return earned, capsys.readouterr()


def test_all_points_and_what_is_said(
    forward: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    earned, said = points(forward, "sigmoid", capsys)
    assert (earned, type(earned), said.out) == (25.0, float, "✓ sigmoid  25/25  passed\n")


def test_part_of_the_points(forward: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    earned, said = points(forward | {"sigmoid": lambda z: 1 / (1 + np.exp(-z))}, "sigmoid", capsys)
    assert earned == 19
    assert "gave a warning: overflow encountered" in said.out
    assert "(hidden)  0/2" in said.out


def test_numbers_of_the_book_earn_nothing(
    forward: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    names = forward | {"total_error": lambda target, o: 0.0239719}  # noqa: ARG005
    earned, said = points(names, "total_error", capsys)
    assert earned == 0
    assert "0/10" in said.out


def test_a_missing_and_an_untouched_function(capsys: pytest.CaptureFixture[str]) -> None:
    def untouched(target: object, o: object) -> None:
        raise NotImplementedError

    assert "no function of this name" in points({}, "total_error", capsys)[1].out
    assert "not started" in points({"total_error": untouched}, "total_error", capsys)[1].out


def test_nothing_is_written_to_stderr(
    forward: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    def loud(target: Any, o: Any) -> Any:
        print("out")
        print("err", file=sys.stderr)
        os.write(2, b"below")
        np.float64(1.0) / np.float64(0.0)
        return forward["total_error"](target, o)

    assert in_kernel.points("total_error", {"total_error": loud}, "en") == 10
    said = capfd.readouterr()
    assert (said.err, said.out) == ("", "✓ total_error  10/10  passed\n")


def test_a_function_that_leaves_costs_its_points_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    earned, said = points({"total_error": lambda *_: sys.exit(3)}, "total_error", capsys)
    assert earned == 0
    assert "raised SystemExit" in said.out


def test_where_the_checks_can_not_run_nobody_gets_a_zero(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(graded, "_DISTRIBUTION", "no-such-kit")
    assert graded.points("sigmoid") == math.inf
    assert "sigmoid: the checks can't run here (PackageNotFoundError" in capsys.readouterr().out


def test_the_course_is_the_one_that_the_settings_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(environment.COURSE, str(tmp_path))
    assert graded.points("sigmoid") == math.inf
    said = f"sigmoid: the checks can't run here (CourseError: {tmp_path}/assignments/course.toml"
    assert said in capsys.readouterr().out


def test_the_installed_kit_takes_the_place_of_the_students_copy(tmp_path: Path) -> None:
    """In a folder as nbgrader releases it, with an `autograder` that has no hidden check."""
    for name, data in bundle.files(courses.load(HOME), "en").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    script = f"""
import sys
sys.path.insert(0, "")
import autograder
from autograder.selfcheck import graded
exec({solution("forward")!r})
print(graded.points("sigmoid"), graded.points("forward"))
print(autograder.__file__, sys.modules["autograder"] is autograder, "solutions" in sys.modules)
print([name for name in sys.modules if name.startswith("autograder.grading")])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert lines[:2] == ["✓ sigmoid  25/25  passed", "✓ forward  30/30  passed"]
    assert lines[2] == "25.0 30.0"
    assert lines[3] == f"{tmp_path}/autograder/__init__.py True False"
    assert lines[4] == "[]"


def test_validate_shows_the_table_as_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(NotPassed) as raised:
        check("total_error")  # this module has no such function
    lines = raised.value._render_traceback_()
    assert lines[0].startswith("✗ total_error: visible checks: 0 of 2")
    assert all(len(line) <= 82 for line in lines)


def test_under_autograding_the_visible_line_is_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check("total_error")
    assert capsys.readouterr().out == ""
