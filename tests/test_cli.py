"""The command as a person types it: results, exit codes, one-line errors, nothing lost."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest
import small_course
from conftest import solution

from autograder.cli import main
from autograder.course import Course
from autograder.grading import class_run
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.result import Result, without_timing
from autograder.intake.found import Submission
from autograder.reports import class_files

pytestmark = pytest.mark.usefixtures("warm_runs")
COMMAND = Path(sys.executable).with_name("autograder")
SMALL, STEPS = (solution(name, small_course.HOME) for name in ("small", "steps"))
CHATTY = """
import datetime, os, random, secrets, sys, time, uuid
import numpy as np
print(time.time(), datetime.datetime.now(), random.random(), secrets.token_hex(4), uuid.uuid4())
print(np.random.rand(), np.random.default_rng().random(), np.random.default_rng(3).random())
print({name: hash(name) for name in "abc"}, set("hello"), object(), dict(os.environ), sys.path[:1])
started = time.perf_counter()
print(f"took {time.perf_counter() - started:.6f}", file=sys.stderr)
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The small course where it may have a secret."""
    return small_course.write(tmp_path_factory.mktemp("course"))


class Done(NamedTuple):
    """What a command came to."""

    code: int
    stdout: str
    stderr: str


def run(course: Course | None, *arguments: object) -> Done:
    """The command in this process, with a judge of its own."""
    out, err = io.StringIO(), io.StringIO()
    line = [*(["--course", str(course.folder)] if course else []), *map(str, arguments)]
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main(line)
    code = ended.value.code
    assert isinstance(code, int)
    return Done(code, out.getvalue(), err.getvalue())


def grade(course: Course, place: Path, out: Path, *more: object) -> Done:
    return run(course, "grade", place, "--out", out, "--jobs", 1, *more)


def type_in(*arguments: object, **environment: str) -> Done:
    """The command as a program of its own, far away and with no locale."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", cwd="/", check=False,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/nonexistent"} | environment,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def put(folder: Path, student: str, **files: str | bytes) -> None:
    (folder / student).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / student / name.replace("__", ".")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    put(folder, "김하늘", small__py=SMALL, steps__py=STEPS)
    put(folder, "=cmd()", small__py="print('\\x1b[31m red', object())")
    return folder


@pytest.fixture(scope="module")
def graded(own: Course, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """A class, graded by the program in two processes of its own, and its results."""
    folder = tmp_path_factory.mktemp("class")
    put(folder / "in", "김하늘", small__py=SMALL, steps__py=STEPS)
    put(folder / "in", "=cmd()", small__py="print('\\x1b[31m red', object())")
    put(folder / "in", "chatty", small__py=CHATTY + SMALL, steps__py=CHATTY + "1 / 0")
    arguments = ("grade", folder / "in", "--out", folder / "out", "--jobs", 2)
    return folder, type_in("--course", own.folder, *arguments, PYTHONIOENCODING="ascii")


def test_a_class_is_graded(graded: tuple[Path, Done]) -> None:
    folder, done = graded
    assert (done.code, done.stderr) == (0, "")
    table = (folder / "out" / "scores.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(table.decode("utf-8-sig").splitlines()))
    assert rows == [
        ["student", "small", "steps", "total"],
        ["'=cmd()", "0", "", "0"],
        ["chatty", "100", "0", "100"],
        ["김하늘", "100", "100", "200"],
    ]
    result = json.loads((folder / "out" / "=cmd()" / "small.json").read_text(encoding="utf-8"))
    assert list(result) == [
        "format", "student", "assignment", "score", "max_score", "isolation", "tasks", "code",
        "shown", "output", "notes", "stopped", "key", "secret", "timing",
    ]  # fmt: skip
    assert result["output"] == "\\x1b[31m red <object object at 0x…>\n"
    assert "100" in (folder / "out" / "김하늘" / "small.txt").read_text(encoding="utf-8")


def test_a_terminal_without_hangul_shows_the_table_all_the_same(
    graded: tuple[Path, Done],
) -> None:
    assert "\\uae40" in graded[1].stdout


def test_same_results_alone_or_among_others(
    own: Course, graded: tuple[Path, Done], tmp_path: Path
) -> None:
    folder, _ = graded
    for student in ("김하늘", "chatty"):
        file = folder / "in" / student / "small.py"
        assert grade(own, file, tmp_path).code == 0
        alone, among = (
            without_timing((out / student / "small.json").read_bytes())
            for out in (tmp_path, folder / "out")
        )
        assert alone == among
        assert alone["score"] == 100
    assert "took" in alone["output"]


def test_unreadable_submissions_are_listed(own: Course, submissions: Path, tmp_path: Path) -> None:
    put(submissions, "broken", small__ipynb='{"cells": [')
    done = grade(own, submissions, tmp_path / "out", "--only", "small")
    assert done.code == 3
    assert re.search("^not read: broken/small: ", done.stderr, re.M)
    result = json.loads((tmp_path / "out" / "broken" / "small.json").read_bytes())
    assert (result["score"], len(result["notes"])) == (0, 1)
    rows = (tmp_path / "out" / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    assert '"broken",0,"",0' in rows


def hostile_class(folder: Path) -> None:
    """An honest student among names that break tables, terminals and file systems."""
    own = '{"cells": [], "metadata": {"course": {"assignment": "small"}}}'
    raw = [
        b"\xff\xfebob", b"scores.csv", "\u0958".encode() * 85, b"x\rzz-honest", b" zz-honest",
        b"zz-honest ", "\u200bzz-honest".encode(), b"n\nScore: 100 of 100", b":skull:", b"[red]x",
        b" =1+1", b"'=1+1", b"=1+1", "\uff1d1+1".encode(), b"\n=1+1",
    ]  # fmt: skip
    for name in raw:
        place = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        place.mkdir(parents=True)
        (place / "small.py").write_text("x = 1")
    put(folder, "many", small__py="x = 1")
    (folder / "many" / "notes.ipynb").symlink_to("a" * 300)
    inner = folder / "many" / ("\x01" * 250)
    inner.mkdir()
    for number in range(420):
        (inner / f"{number:03}{chr(1) * 240}.ipynb").write_text(own)
    for name in (b"\xff\xfe.ipynb", "\u202e\u2028(1).ipynb".encode()):
        Path(os.fsdecode(os.fsencode(folder / "many") + b"/" + name)).write_text(own)
    put(folder, "zz-honest", small__py=SMALL)


def test_names_harm_nothing_and_nobody(own: Course, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    hostile_class(folder)
    for _ in range(2):  # the second time into the results of the first
        done = grade(own, folder, out)
        assert done.code == 3
    assert re.search("^not graded: many: Too many or too large files; ", done.stderr, re.M)
    assert ":skull:" in done.stdout and "[red]x" in done.stdout
    assert "17 submissions graded" in done.stdout
    rows = list(csv.reader((out / "scores.csv").read_text(encoding="utf-8-sig").splitlines()))
    names = [row[0] for row in rows[1:]]
    assert len(set(names)) == len(names) == 17
    assert all(re.match(r"['\\]|[^=＝]", name) and name.isprintable() for name in names)
    assert [row[1] for row in rows[1:] if row[0] == "zz-honest"] == ["100"]
    assert {row[1] for row in rows[1:] if row[0] != "zz-honest"} == {"0"}
    own_files = {"scores.csv", "grades.csv", "class.json", "index.html", "statistics.jsonl"}
    students = {json.loads(file.read_bytes())["student"] for file in out.glob("*/small.json")}
    assert {path.name for path in out.iterdir()} == own_files | students
    for file in out.rglob("*.*"):
        text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        assert len(text.encode()) < 2**20
        assert not re.search("[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]", text)
    for file in out.glob("*/small.txt"):
        text = file.read_text(encoding="utf-8")
        assert len(re.findall("^Points of the checks|^자동 채점 점수", text, re.M)) == 1


def test_a_student_whose_place_is_taken_is_named(own: Course, tmp_path: Path) -> None:
    put(tmp_path / "in", "홍길동", small__py=SMALL)
    put(tmp_path / "in", unicodedata.normalize("NFD", "홍길동"), small__py="x = 1")
    done = grade(own, tmp_path / "in", tmp_path / "out")
    assert done.code == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"not graded: {unicodedata.normalize('NFD', '홍길동')}: ")
    assert line.endswith(": 홍길동.")
    assert '"홍길동",100,"",100' in (tmp_path / "out" / "scores.csv").read_text("utf-8-sig")
    assert re.search("^1 submission graded;", done.stdout, re.M)


def test_a_result_that_can_not_be_written_stops_no_other(
    own: Course, submissions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "=cmd()").write_text("a file of somebody's")
    done = grade(own, submissions, out)
    assert done.code == 1
    assert re.search("^lost: =cmd\\(\\)/small: .*exists$", done.stderr, re.M)
    assert (out / "=cmd()").read_text() == "a file of somebody's"
    assert '"김하늘",100,100,200' in (out / "scores.csv").read_text(encoding="utf-8-sig")


def test_a_grading_that_breaks_is_lost_alone(
    own: Course, submissions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rightly = Judge.grade

    def breaks(judge: Judge, submission: Submission) -> Result:
        if submission.student == "=cmd()":
            raise RuntimeError
        return rightly(judge, submission)

    monkeypatch.setattr(Judge, "grade", breaks)
    request = class_run.GradingRequest(
        own, b"x", GradingOptions(), submissions, tmp_path / "out", jobs=1
    )
    report = class_files.grade(request, lambda _standing: None)
    assert [lost.submission.student for lost in report.lost] == ["=cmd()"]
    assert (len(report.results), report.exit_code) == (2, 1)


def test_a_class_can_be_watched(own: Course, submissions: Path, tmp_path: Path) -> None:
    page, seen = tmp_path / "out" / "index.html", []
    request = class_run.GradingRequest(
        own, b"x", GradingOptions(), submissions, tmp_path / "out", jobs=1
    )

    def look(_standing: class_run.Standing) -> None:
        seen.append(page.is_file() and b'http-equiv="refresh"' in page.read_bytes())

    class_files.grade(request, look, class_files.Pages("en", watch=True))
    assert seen[-1]
    assert b'http-equiv="refresh"' not in page.read_bytes()


def test_part_of_a_class_stands_beside_the_scores_of_before(
    own: Course, submissions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    grade(own, submissions, out)
    grade(own, submissions / "=cmd()" / "small.py", out, "--student", "late")
    rows = (out / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ['"\'=cmd()"', '"late"', '"김하늘"']


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["grade", "IN"], 2, "--out"),
        (["grade", "IN", "--out", "OUT", "--only", "essay"], 2, "no assignment is called 'essay'"),
        (["grade", "IN", "--out", "OUT", "--student", "../x"], 2, "can't be a student's name"),
        (["grade", "nowhere", "--out", "OUT"], 2, "does not exist"),
        (["grade", "EMPTY", "--out", "OUT"], 1, "no submission found"),
        (["grade", "IN", "--out", "IN/results"], 1, "inside the submissions"),
        (["grade", "IN", "--out", "FILE"], 1, "not a folder"),
        (["grade", "FILE", "--out", "OUT"], 1, "not a notebook or Python file"),
        (["--course", "EMPTY", "grade", "IN", "--out", "OUT"], 1, "course.toml"),
    ],
)
def test_errors_are_one_line(
    own: Course, submissions: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    places = {"IN": submissions, "OUT": tmp_path / "out", "EMPTY": tmp_path / "empty",
              "FILE": tmp_path / "file", "IN/results": submissions / "results"}  # fmt: skip
    done = run(own, *(places.get(argument, argument) for argument in arguments))
    assert done.code == code
    assert words in done.stderr
    if code == 1:
        assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "file").read_text() == "mine"


def test_without_a_folder_it_is_the_kits_own_course(course: Course, tmp_path: Path) -> None:
    done = run(None, "grade", tmp_path, "--out", tmp_path / "out", "--only", "essay")
    assert (done.code, course.listed in done.stderr) == (2, True)


def test_files_of_others_are_not_overwritten(
    own: Course, submissions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    put(out, "김하늘", small__json="{}")
    (out / "scores.csv").write_text("name,points\n")
    done = grade(own, submissions, out)
    assert (done.code, len(done.stderr.splitlines())) == (1, 1)
    (out / "scores.csv").unlink()
    assert grade(own, submissions, out).code == 1
    assert (out / "김하늘" / "small.json").read_text() == "{}"
    (out / "김하늘" / "small.json").unlink()
    put(out, "김하늘", small__txt="my own notes\nabout this student\n")
    assert grade(own, submissions, out).code == 1
    assert (out / "김하늘" / "small.txt").read_text().startswith("my own notes")
    (out / "김하늘" / "small.txt").unlink()
    (out / "scores.csv").mkdir()
    done = grade(own, submissions, out)
    assert (done.code, len(done.stderr.splitlines())) == (1, 1)


def test_one_is_not_several(own: Course, tmp_path: Path) -> None:
    folder = tmp_path / "one" / "kim"
    put(folder.parent, "kim", small__py=SMALL)
    done = run(own, "collect", folder.parent, "--from", "folder", "--out", tmp_path / "collected")
    assert done.stdout.startswith("1 submission of 1 student: ")
    grade(own, folder / "small.py", tmp_path / "out")
    assert run(own, "report", tmp_path / "out").stdout.startswith("1 result; open ")


def test_where_nothing_can_be_read_or_written_is_said(
    own: Course, graded: tuple[Path, Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder, never the temporary file in it; of what can't be read the file itself."""
    then = "see that it can be read and written, or choose another\n"
    (tmp_path / "file").write_text("mine")
    out = tmp_path / "file" / "out"
    done = run(own, "export", graded[0] / "out", "--to", "csv", "--out", out)
    assert (done.code, done.stderr) == (1, f"autograder: {out}: Not a directory; {then}")
    result = tmp_path / "kim" / "small.json"
    put(tmp_path, "kim", small__json="{}")
    read_bytes = Path.read_bytes

    def refused(file: Path) -> bytes:
        if file == result:
            raise PermissionError(13, "Permission denied", str(file))
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", refused)
    done = grade(own, graded[0] / "in", tmp_path)
    assert (done.code, done.stderr) == (1, f"autograder: {result}: Permission denied; {then}")


def test_feedback_in_the_language_that_is_asked_for(
    own: Course, submissions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for language, word in (("ko", "자동 채점 점수"), ("en", "Points of the checks")):
        grade(own, submissions, out, "--language", language, "--only", "small")
        assert word in (out / "김하늘" / "small.txt").read_text(encoding="utf-8")


def test_doctor_lists_the_layers(own: Course) -> None:
    done = run(own, "doctor")
    assert done.code == 0
    assert re.findall(r"^yes +(\w+)$", done.stdout, re.M) == [
        "uid", "parent", "rlimits", "landlock", "seccomp",
    ]  # fmt: skip


def test_the_file_that_is_passed_over_is_named(own: Course, tmp_path: Path) -> None:
    put(tmp_path / "in", "kim", small__py=small_course.SOLUTION, **{"small (1)__py": ""})
    done = grade(own, tmp_path / "in", tmp_path / "out")
    assert done.code == 0
    assert "passed over: kim/small: small (1).py; small.py counts" in done.stderr


def test_a_lost_secret_is_not_replaced_in_silence(own: Course, tmp_path: Path) -> None:
    submissions, out = tmp_path / "submissions", tmp_path / "results"
    (submissions / "kim").mkdir(parents=True)
    (submissions / "kim" / "small.py").write_text(small_course.SOLUTION, encoding="utf-8")
    secret = own.folder / "solutions" / "secret"
    assert "secret" not in grade(own, submissions, out).stderr
    secret.unlink()
    assert f"{secret}: there was no secret, so a new one is begun" in (
        grade(own, submissions, out).stderr
    )
    assert "secret" not in grade(own, submissions, out).stderr
