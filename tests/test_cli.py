"""The command as a person types it: results, exit codes, one-line errors, nothing lost."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from conftest import HOME, solution

from autograder import grade as grading
from autograder.course import Course
from autograder.judge.judge import Judge, Terms
from autograder.result import Result, without_timing
from autograder.submission.folder import Submission

COMMAND = Path(sys.executable).with_name("autograder")


def run(
    *arguments: object, cwd: Path = Path("/"), **environment: str
) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/nonexistent"} | environment
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


def hostile_class(folder: Path) -> None:
    """An honest student among names that break tables, terminals and file systems."""
    own = '{"cells": [], "metadata": {"course": {"assignment": "forward"}}}'
    raw = [
        b"\xff\xfebob", b"scores.csv", "\u0958".encode() * 85, b"x\rzz-honest", b" zz-honest",
        b"zz-honest ", "\u200bzz-honest".encode(), b"n\nScore: 100 of 100", b":skull:", b"[red]x",
        b" =1+1", b"'=1+1", b"=1+1", "\uff1d1+1".encode(), b"\n=1+1",
    ]  # fmt: skip
    for name in raw:
        place = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        place.mkdir(parents=True)
        (place / "forward.py").write_text("x = 1")
    put(folder, "many", forward__py="x = 1")
    (folder / "many" / "notes.ipynb").symlink_to("a" * 300)
    inner = folder / "many" / ("\x01" * 250)
    inner.mkdir()
    for number in range(420):
        (inner / f"{number:03}{chr(1) * 240}.ipynb").write_text(own)
    for name in (b"\xff\xfe.ipynb", "\u202e\u2028(1).ipynb".encode()):
        Path(os.fsdecode(os.fsencode(folder / "many") + b"/" + name)).write_text(own)
    put(folder, "zz-honest", forward__py=solution("forward"))


def test_names_harm_nothing_and_nobody(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    hostile_class(folder)
    for _ in range(2):  # the second time into the results of the first
        done = run("grade", folder, "--out", out)
        assert (done.returncode, "Traceback" in done.stderr) == (3, False)
    assert re.search("^not graded: many: Too many or too large files; ", done.stderr, re.M)
    assert ":skull:" in done.stdout and "[red]x" in done.stdout
    assert "17 submissions graded" in done.stdout
    rows = list(csv.reader((out / "scores.csv").read_text(encoding="utf-8-sig").splitlines()))
    names = [row[0] for row in rows[1:]]
    assert len(set(names)) == len(names) == 17
    assert all(re.match(r"['\\]|[^=＝]", name) and name.isprintable() for name in names)
    assert [row[3] for row in rows[1:] if row[0] == "zz-honest"] == ["100"]
    assert {row[3] for row in rows[1:] if row[0] != "zz-honest"} == {"0"}
    assert {path.name for path in out.iterdir()} == {"scores.csv"} | {
        json.loads(file.read_bytes())["student"] for file in out.glob("*/forward.json")
    }
    for file in out.rglob("*.*"):
        text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        assert len(text.encode()) < 2**20
        assert not re.search("[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]", text)
    for file in out.glob("*/forward.txt"):
        assert len(re.findall("^Score|^점수", file.read_text(encoding="utf-8"), re.M)) == 1


def test_a_student_whose_place_is_taken_is_named(tmp_path: Path) -> None:
    put(tmp_path / "in", "홍길동", forward__py=solution("forward"))
    put(tmp_path / "in", unicodedata.normalize("NFD", "홍길동"), forward__py="x = 1")
    done = run("grade", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"not graded: {unicodedata.normalize('NFD', '홍길동')}: ")
    assert line.endswith(": 홍길동.")
    assert "홍길동,,,100,,,,100" in (tmp_path / "out" / "scores.csv").read_text("utf-8-sig")
    assert re.search("^1 submission graded;", done.stdout, re.M)


def test_a_result_that_can_not_be_written_stops_no_other(submissions: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "=cmd()").write_text("a file of somebody's")
    done = run("grade", submissions, "--out", out)
    assert done.returncode == 1
    assert re.search("^lost: =cmd\\(\\)/forward: .*exists$", done.stderr, re.M)
    assert (out / "=cmd()").read_text() == "a file of somebody's"
    assert "김하늘,100,,100,,,,200" in (out / "scores.csv").read_text(encoding="utf-8-sig")


def test_a_grading_that_breaks_is_lost_alone(
    course: Course, submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rightly = Judge.grade

    def grade(judge: Judge, submission: Submission) -> Result:
        if submission.student == "=cmd()":
            raise RuntimeError
        return rightly(judge, submission)

    monkeypatch.setattr(Judge, "grade", grade)
    order = grading.Order(course, b"x", Terms(), submissions, tmp_path / "out", jobs=1)
    report = grading.run(order, lambda _done, _all: None)
    assert [lost.submission.student for lost in report.lost] == ["=cmd()"]
    assert (len(report.results), report.exit_code) == (2, 1)


def test_a_terminal_without_hangul_shows_the_table_all_the_same(
    submissions: Path, tmp_path: Path
) -> None:
    done = run("grade", submissions, "--out", tmp_path / "out", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\uae40" in done.stdout


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
    (out / "김하늘" / "forward.json").unlink()
    put(out, "김하늘", forward__txt="my own notes\nabout this student\n")
    assert run("grade", submissions, "--out", out).returncode == 1
    assert (out / "김하늘" / "forward.txt").read_text().startswith("my own notes")
    (out / "김하늘" / "forward.txt").unlink()
    (out / "scores.csv").mkdir()
    done = run("grade", submissions, "--out", out)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


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
