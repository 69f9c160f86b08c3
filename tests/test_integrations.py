"""Gradescope's container and GitHub's action, each in a folder laid out like the platform's."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import platform_exports as exports
import pytest
import small_course
from conftest import HOME
from test_cli import COMMAND, SMALL

FOLDER = HOME / "integrations"


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_course.write(tmp_path_factory.mktemp("kit")).folder


def run(program: Path, **environment: object) -> subprocess.CompletedProcess[str]:
    settings = {name: str(value) for name, value in environment.items()}
    return subprocess.run(
        [program], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "AUTOGRADER_COMMAND": str(COMMAND), **settings},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("files", "score"),
    [
        pytest.param({"small.py": SMALL.encode()}, 100, marks=pytest.mark.slow),
        ({"hand-in.zip": exports.zipped({"small.py": SMALL.encode(), "receipt.json": b"{}"})}, 100),
        pytest.param({"small.ipynb": b"{"}, 0, marks=pytest.mark.slow),
        ({"small.pdf": b"%PDF"}, 0),
        pytest.param({}, 0, marks=pytest.mark.slow),
    ],
)
def test_gradescope(kit: Path, tmp_path: Path, files: dict[str, bytes], score: float) -> None:
    (tmp_path / "submission").mkdir()
    exports.put(tmp_path / "submission", files)
    done = run(
        FOLDER / "gradescope" / "run_autograder", AUTOGRADER_HOME=tmp_path, AUTOGRADER_COURSE=kit
    )
    assert done.returncode == 0, done.stderr
    result = json.loads((tmp_path / "results" / "results.json").read_bytes())
    assert (result["score"], result["visibility"]) == (score, "visible")
    assert result["output"]
    assert {each.name for each in tmp_path.iterdir()} == {"submission", "results"}


@pytest.mark.parametrize(
    ("files", "code", "points"),
    [
        ({"small.py": SMALL.encode(), "README.md": b"# x", ".git/config": b""}, 0, "100/100"),
        ({"small.py": b"def double(x): return [x, x]", "a ##[error]b.rar": b""}, 3, "0/100"),
    ],
)
def test_github(kit: Path, tmp_path: Path, files: dict[str, bytes], code: int, points: str) -> None:
    exports.put(tmp_path / "repository", files)
    done = run(
        FOLDER / "github" / "grade.sh", KIT=kit, SUBMISSIONS=tmp_path / "repository",
        STUDENT="kim|a", GITHUB_STEP_SUMMARY=tmp_path / "summary.md",
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert f"| kim\\|a | small | {points} |" in summary
    begin, *log = done.stdout.splitlines()
    stopped = re.fullmatch("::stop-commands::([0-9a-f]{32})", begin)
    assert stopped
    end = log.index(f"::{stopped[1]}::")
    annotations = [line for line in log[end + 1 :] if line]
    assert all(line.startswith("::warning title=small%3A ") for line in annotations)
    assert any(", " in line for line in annotations) == (points == "0/100")
    assert any("##[error]" in line for line in log[:end]) == ("a ##[error]b.rar" in files)
    assert done.stderr == ""


def test_the_action_runs_what_lies_beside_it() -> None:
    text = (FOLDER / "github" / "action.yml").read_text(encoding="utf-8")
    assert "$GITHUB_ACTION_PATH/grade.sh" in text
    for script in (FOLDER / "github" / "grade.sh", *(FOLDER / "gradescope").iterdir()):
        assert os.access(script, os.X_OK)
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
