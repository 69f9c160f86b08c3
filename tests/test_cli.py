"""The command as a person types it: results, exit codes, one-line errors, nothing lost."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HOME, solution

from autograder.result import without_timing

COMMAND = Path(sys.executable).with_name("autograder")


def run(*arguments: object, cwd: Path = Path("/")) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/nonexistent"}
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment, check=False,
    )  # fmt: skip


def put(folder: Path, student: str, **files: str | bytes) -> None:
    (folder / student).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / student / name.replace("__", ".")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    put(folder, "김하늘", forward__py=solution("forward"), terms__py=solution("terms"))
    put(folder, "=cmd()", forward__py="print('\\x1b[31m red', object())")
    return folder


def test_a_class_is_graded(submissions: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("grade", submissions, "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert "김하늘" in done.stdout
    table = (out / "scores.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))
    assert rows == [
        ["student", "terms", "perceptron", "forward", "backprop", "update", "xor", "total"],
        ["'=cmd()", "", "", "0", "", "", "", "0"],
        ["김하늘", "100", "", "100", "", "", "", "200"],
    ]
    result = json.loads((out / "=cmd()" / "forward.json").read_text(encoding="utf-8"))
    assert list(result) == [
        "format", "student", "assignment", "score", "max_score", "isolation", "tasks", "output",
        "notes", "key", "timing",
    ]  # fmt: skip
    assert result["output"] == "\\x1b[31m red <object object at 0x…>\n"
    assert "100" in (out / "김하늘" / "forward.txt").read_text(encoding="utf-8")


def test_same_results_alone_or_among_others(submissions: Path, tmp_path: Path) -> None:
    file = submissions / "김하늘" / "forward.py"
    for name, place, jobs in (("a", submissions, 2), ("b", submissions, 1), ("c", file, 1)):
        assert run("grade", place, "--out", tmp_path / name, "--jobs", jobs).returncode == 0
    one, two, alone = (
        without_timing((tmp_path / name / "김하늘" / "forward.json").read_bytes())
        for name in ("a", "b", "c")
    )
    assert one == two == alone


def test_unreadable_submissions_are_listed(submissions: Path, tmp_path: Path) -> None:
    put(submissions, "broken", forward__ipynb='{"cells": [')
    done = run("grade", submissions, "--out", tmp_path / "out", "--only", "forward")
    assert done.returncode == 3
    assert re.search("^not read: broken/forward: ", done.stderr, re.M)
    result = json.loads((tmp_path / "out" / "broken" / "forward.json").read_bytes())
    assert (result["score"], len(result["notes"])) == (0, 1)
    rows = (tmp_path / "out" / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "broken,,,0,,,,0" in rows


def test_part_of_a_class_stands_beside_the_scores_of_before(
    submissions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("grade", submissions, "--out", out)
    run("grade", submissions / "=cmd()" / "forward.py", "--out", out, "--student", "late")
    rows = (out / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["'=cmd()", "late", "김하늘"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["grade", "IN"], 2, "--out"),
        (["grade", "IN", "--out", "OUT", "--only", "essay"], 2, "no assignment is called 'essay'"),
        (["grade", "IN", "--out", "OUT", "--student", "../x"], 2, "can't be a student's name"),
        (["grade", "nowhere", "--out", "OUT"], 1, "no such file or folder"),
        (["grade", "EMPTY", "--out", "OUT"], 1, "no submission found"),
        (["grade", "IN", "--out", "IN/results"], 1, "inside the submissions"),
        (["grade", "IN", "--out", "FILE"], 1, "not a folder"),
        (["grade", "FILE", "--out", "OUT"], 1, "not a notebook or Python file"),
        (["--course", "EMPTY", "grade", "IN", "--out", "OUT"], 1, "course.toml"),
    ],
)
def test_errors_are_one_line(
    submissions: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    places = {"IN": submissions, "OUT": tmp_path / "out", "EMPTY": tmp_path / "empty",
              "FILE": tmp_path / "file", "IN/results": submissions / "results"}  # fmt: skip
    done = run(*(places.get(argument, argument) for argument in arguments), cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "file").read_text() == "mine"


def test_files_of_others_are_not_overwritten(submissions: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(out, "김하늘", forward__json="{}")
    (out / "scores.csv").write_text("name,points\n")
    done = run("grade", submissions, "--out", out)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    (out / "scores.csv").unlink()
    assert run("grade", submissions, "--out", out).returncode == 1
    assert (out / "김하늘" / "forward.json").read_text() == "{}"


def test_feedback_in_the_language_that_is_asked_for(submissions: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for language, word in (("ko", "점수"), ("en", "Score")):
        run("grade", submissions, "--out", out, "--language", language, "--only", "forward")
        assert word in (out / "김하늘" / "forward.txt").read_text(encoding="utf-8")


def test_doctor_lists_the_layers() -> None:
    done = run("doctor")
    assert done.returncode == 0
    assert re.findall(r"^yes +(\w+)$", done.stdout, re.M) == [
        "uid", "parent", "rlimits", "landlock", "seccomp",
    ]  # fmt: skip


def test_course_folder_is_the_checkout() -> None:
    assert (HOME / "assignments" / "course.toml").is_file()
