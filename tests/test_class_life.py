"""A class from the platform and back: collect, grade, a person's marks, grade again, export."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import platform_exports as exports
import pytest
from conftest import HOME
from test_cli import Done, run

from autograder import course as courses
from autograder.course import Course
from autograder.course.policy import Policy
from autograder.grading.class_run import GradingRequest
from autograder.grading.judge import GradingOptions
from autograder.intake.tables import TableError
from autograder.reports import class_files, grades
from autograder.reports.class_lines import of_marks
from autograder.reports.class_record import ClassRecord

pytestmark = pytest.mark.usefixtures("warm_runs")
POLICY = """
[policy]
timezone = "Asia/Seoul"
penalty_per_day = 10
cap = 25
grace_minutes = 5
[policy.deadlines]
terms = 2026-03-21T00:00:00
"""
OVERRIDES = (
    "student;task;points;reason;by\n"
    "20260002;split;12,5;right idea, wrong seed;Park\n"
    "20260001;terms/written;2;;Park\n"
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The kit's course where it may have a policy and a person's marks."""
    folder = tmp_path_factory.mktemp("course")
    for name in ("assignments", "solutions"):
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, folder / name, ignore=skip)
    table = folder / "assignments" / "course.toml"
    table.write_text(table.read_text(encoding="utf-8") + POLICY, encoding="utf-8")
    return courses.load(folder)


@pytest.fixture(autouse=True)
def without_marks(own: Course) -> Iterator[None]:
    yield
    for name in ("overrides.csv", "extensions.csv"):
        (own.folder / name).unlink(missing_ok=True)


class Class:
    """One class, as a person goes on with it."""

    def __init__(self, course: Course, folder: Path, files: Mapping[str, bytes]) -> None:
        self.course, self.folder, self.out = course, folder, folder / "results"
        (folder / "export.zip").write_bytes(exports.zipped(files))
        (folder / "students.csv").write_bytes(exports.ROSTER)

    def collect(self) -> Done:
        place = self.folder / "submissions"
        arguments = ("--out", place, "--roster", self.folder / "students.csv")
        return run(self.course, "collect", self.folder / "export.zip", *arguments)

    def grade(self) -> Done:
        place = self.folder / "submissions"
        return run(self.course, "grade", place, "--out", self.out, "--jobs", 1, "--language", "en")

    def export(self, to: str, fill: bytes | None = None, name: str = "file.csv") -> Done:
        more: list[object] = []
        if fill is not None:
            (self.folder / name).write_bytes(fill)
            more = ["--fill", self.folder / name]
        place = self.folder / to
        return run(self.course, "export", self.out, "--to", to, "--out", place, *more)

    def rows(self, file: str) -> dict[str, dict[str, str]]:
        data = (self.out / file).read_text(encoding="utf-8-sig")
        return {row["student"]: row for row in csv.DictReader(io.StringIO(data, newline=""))}

    def numbers(self, student: str) -> list[str]:
        row = self.rows("grades.csv")[student]
        columns = ("raw", "penalty", "override", "written", "final")
        return [row[f"terms {column}"] for column in columns] + [row["total"]]


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8-sig").splitlines()


def test_lateness_marks_and_what_becomes_of_them(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.GRADESCOPE)
    assert made.collect().code == 0
    assert made.grade().code == 0
    assert made.numbers("20260001") == ["100", "", "", "", "100", "100"]
    half = float(made.rows("scores.csv")["20260002"]["terms"])
    assert 0 < half < 60
    left = f"{half - 20:g}"
    assert made.numbers("20260002") == [f"{half:g}", "20", "", "", left, left]
    assert made.numbers("20260004") == ["", "", "", "", "", "0"]
    (own.folder / "overrides.csv").write_text(OVERRIDES, encoding="utf-16")
    (own.folder / "extensions.csv").write_text(
        "student,assignment,until\n20260002,terms,2026-03-21T23:59\n", encoding="utf-8"
    )
    for _ in range(2):  # marks survive a regrading
        assert made.grade().code == 0
    assert made.numbers("20260001") == ["100", "", "", "2", "102", "102"]
    assert made.numbers("20260002")[:2] == [f"{half:g}", "10"]
    assert made.numbers("20260002")[2:5] == ["12.5", "", f"{half + 12.5 - 10:g}"]
    assert made.rows("scores.csv")["20260002"]["total"] == f"{half:g}"
    text = (made.out / "20260002" / "terms.txt").read_text(encoding="utf-8")
    for line in (
        "split: 12.5 points, given by Park: right idea, wrong seed",
        "Handed in late; days begun: 1; points taken off: 10",
        f"Final: {half + 2.5:g}",
    ):
        assert line in text
    assert text.index("Points of the checks:") < text.index("Final:") < text.index("Start with")
    first = (made.out / "20260001" / "terms.txt").read_text(encoding="utf-8")
    assert "The written answer: 2 of 3" in first and "late" not in first


def test_the_best_attempt_counts(own: Course, tmp_path: Path) -> None:
    best = msgspec.structs.replace(own, policy=Policy(attempt="best"))
    later = {"20260001+terms+2026-03-22 16:00:00 UTC/terms.ipynb": exports.HALF}
    made = Class(best, tmp_path, exports.NBGRADER_INBOUND | later)
    made.collect()
    place = tmp_path / "submissions"
    assert (place / "20260001" / "terms.ipynb").read_bytes() == exports.HALF
    request = GradingRequest(best, b"x", GradingOptions("en"), place, made.out, jobs=1)
    for kept in (0, 2):
        report = class_files.grade(request, lambda _standing: None)
        assert report.kept == kept
        assert [(each.student, each.score == 100) for each in report.results] == [
            ("20260001", True), ("20260002", False),
        ]  # fmt: skip
        assert made.numbers("20260001")[0] == "100"
        record = json.loads((made.out / "class.json").read_bytes())
        assert [each["counts"] for each in record["collected"]] == [2, 1]
        assert "100" in (made.out / "20260001" / "terms.txt").read_text(encoding="utf-8")


def test_what_was_collected_and_is_gone_is_said(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.GRADESCOPE)
    assert made.collect().code == made.grade().code == 0
    shutil.rmtree(made.folder / "submissions" / "20260001")
    done = made.grade()
    assert done.code == 3
    assert "not graded: 20260001/terms: It was collected, but is not there any more; collect " in (
        done.stderr
    )
    assert "20260002" not in done.stderr
    place = made.folder / "submissions"
    part = run(own, "grade", place, "--out", made.out, "--student", "20260002", "--jobs", 1)
    assert part.code == 0


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("student,task,points,reason,by\nkim,split,26,x,y\n", "csv:2: '26' points; give 0 to 25"),
        ("student,task,points,reason,by\nkim,split,1_0,x,y\n", "csv:2: '1_0' points; give 0 to"),
        ("student,task,points,reason,by\nkim,split,nan,x,y\n", "overrides.csv:2: "),
        ("student,task,points,reason,by\nkim,sprint,2,x,y\n", "no task is called 'sprint'"),
        ("student,task,points,reason,by\nkim,split,2,x,y\nkim,split,3,x,y\n", "csv:3: a second"),
        ("student,task,points,reason\nkim,split,2,x\n", "no column is called 'by'"),
        ("student,task,points,reason,by\n\nkim,split,2\n", "csv:3: 3 cells for 5 columns"),
        ("student,task,points,reason,by\nkim,split,2,a, b,c\n", "csv:2: 6 cells for 5 columns"),
        ("student,task,task,points,reason,by\n", "csv:1: several columns are called 'task'"),
        ('student,task,points,reason,by\nkim,split,2,"x,y\nlee,split,3,"z",y\n', "csv:2: "),
        ('student,task,points,reason,by\nkim,split,2,"x,y\nlee,split,3,z,y\n', "csv:2: "),
        ('student,task,points,reason,by\nkim,split,2,"x\ny",z\n', "csv:2: a cell goes on"),
        ("", "empty"),
    ],
)  # fmt: skip
def test_a_wrong_line_stops_before_anything_is_graded(
    own: Course, tmp_path: Path, table: str, words: str
) -> None:
    made = Class(own, tmp_path, exports.NBGRADER)
    made.collect()
    (own.folder / "overrides.csv").write_text(table)
    done = made.grade()
    assert (done.code, len(done.stderr.splitlines())) == (1, 1)
    assert words in done.stderr
    assert not made.out.exists()


def test_where_nobody_knows_when_a_line_says_that_the_deadline_is_not_applied(
    own: Course, tmp_path: Path
) -> None:
    made = Class(own, tmp_path, exports.MOODLE_ENGLISH)
    made.collect()
    done = made.grade()
    (line,) = [each for each in done.stderr.splitlines() if "deadline" in each]
    assert line.startswith("look at: terms: ") and line.endswith("handed in: 3.")
    assert done.code == 0


def test_without_a_time_zone_a_line_says_in_which_deadlines_are(own: Course) -> None:
    def said(policy: Policy) -> list[str]:
        marks = grades.marks(msgspec.structs.replace(own, policy=policy))
        return [each.why.code for each in of_marks(marks, ClassRecord())]

    due = datetime(2026, 3, 21)
    assert said(Policy(deadlines={"terms": due})) == ["no_timezone"]
    assert said(Policy(deadlines={"terms": due.replace(tzinfo=UTC)})) == said(Policy()) == []
    assert said(Policy(timezone="UTC", deadlines={"terms": due})) == []
    (own.folder / "extensions.csv").write_text("student,assignment,until\nkim,xor,2026-03-22 00:01")
    assert "no_timezone" in said(Policy())


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("kim,terms\n", "extensions.csv:2: 2 cells for 3 columns"),
        ("kim,terms,0001-01-01T00:00+14:00\n", "extensions.csv:2: a time in the year 1;"),
        ("kim,terms,2026-03-22 00:00\nkim,terms,2026-03-23 00:00\n", "csv:3: a second line"),
        ("kim,terms,2026-03-25\n", "csv:2: 2026-03-25 is a day .* write 2026-03-25 23:59"),
        (
            "kim,terms,2026-03-22 00:00\nlee,terms,2026-03-20 23:59\n",
            "csv:3: .* is not after the deadline of the class, 2026-03-21 00:00 Asia/Seoul;",
        ),
        ("kim,terms,2026-03-20T15:00Z\n", "csv:2: .* is not after the deadline"),
        ("kim,terms,20260325\n", "csv:2: 20260325 is a day"),
    ],
)
def test_an_extension_is_whole_and_the_only_one(own: Course, lines: str, words: str) -> None:
    (own.folder / "extensions.csv").write_text(f"student,assignment,until\n{lines}")
    with pytest.raises(TableError, match=words):
        grades.marks(own)


def test_a_reason_can_be_read_wherever_it_is_shown(own: Course) -> None:
    (own.folder / "overrides.csv").write_text(
        'student,task,points,reason,by\nkim,split,1,"two words\u202e\x1b[2J",Ahn\n',
        encoding="utf-8",
    )
    [found] = grades.marks(own).overrides["kim", "terms"]
    assert found.reason == "two words\\u202e\\x1b[2J"


def test_a_mark_for_nobody_is_named(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.NBGRADER)
    made.collect()
    (own.folder / "overrides.csv").write_text(
        "student,task,points,reason,by\n2O260001,split,1,x,y\n"
    )
    done = made.grade()
    assert done.code == 3
    assert "2O260001: overrides.csv names an unknown student" in done.stderr
    assert "2O260001" not in made.rows("grades.csv")


@pytest.mark.parametrize("place", ["one/kim/terms.py", "one"])
def test_of_part_of_a_class_the_tables_name_others(own: Course, tmp_path: Path, place: str) -> None:
    exports.put(tmp_path / "one", {"kim/terms.py": b"x = 1"})
    (own.folder / "overrides.csv").write_text("student,task,points,reason,by\nlee,split,1,x,y\n")
    (own.folder / "extensions.csv").write_text(
        "student,assignment,until\nlee,terms,2026-03-25 23:59\n"
    )
    out = tmp_path / "results"
    done = run(own, "grade", tmp_path / place, "--out", out, "--jobs", 1)
    assert (done.code, "unknown student" in done.stderr) == (0, False)
    lines = [line for line in done.stderr.splitlines() if "names a student who is not here" in line]
    assert [line.split(".csv")[0] for line in lines] == [
        f"look at: lee: {table}" for table in ("extensions", "overrides") if place == "one"
    ]
    for table in ("scores.csv", "grades.csv"):
        rows = csv.DictReader(lines_of(out / table))
        assert [row["student"] for row in rows] == ["kim"]


def test_the_class_stays_whatever_is_graded_when(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.CANVAS)
    assert made.collect().code == 3
    made.grade()
    other = exports.put(tmp_path / "other", {"nobody/notes.txt": b"", "sky/terms.ipynb": b"{"})
    done = run(own, "grade", other, "--out", made.out, "--jobs", 1)
    assert done.code == 3
    assert "not graded: nobody: Nothing that could be graded was found there." in done.stderr
    listed = ["20260001", "20260002", "20260003", "20260004", "nobody", "sky", "stranger"]
    assert list(made.rows("scores.csv")) == list(made.rows("grades.csv")) == listed
    record = json.loads((made.out / "class.json").read_bytes())
    assert [each["student"] for each in record["students"]] == listed
    assert [each["place"] for each in record["not_graded"]] == ["nobody", "nobody/notes.txt"]
    assert record["collected"][1]["attempts"][0]["late"] is True
    assert made.numbers("20260002")[1] == "10"  # LATE, nobody knows how much


CANVAS_BOOK = (
    "Student,ID,SIS Login ID,Section,머신러닝의 용어 (77),Quiz (78),Final Score\n"
    "    Points Possible,,,,100,10,(read only)\n"
    '"하늘, 김",101,sky,101,,7,1\n'
    '"Minsu, Lee",102,minsu,101,EX,8,2\n'
    '"서준, 박",103,seojun,101,5,9,3\n'
    '"Gone, Long",555,gone,101,4,9,3\n'
).encode("utf-8-sig")


def test_canvas_gets_its_own_gradebook_back(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.CANVAS)
    made.collect()
    made.grade()
    done = made.export("canvas", CANVAS_BOOK, "gradebook.csv")
    assert (done.code, done.stderr) == (3, "gradebook.csv: no line for stranger\n")
    data = (tmp_path / "canvas" / "gradebook.csv").read_bytes()
    before, after = (
        list(csv.reader(io.StringIO(each.decode("utf-8-sig")))) for each in (CANVAS_BOOK, data)
    )
    changed = {
        (row, column): (before[row][column], after[row][column])
        for row in range(len(before))
        for column in range(len(before[0]))
        if before[row][column] != after[row][column]
    }
    assert changed == {(2, 4): ("", "100"), (4, 4): ("5", "100")}
    assert data.startswith(b"\xef\xbb\xbf")
    with zipfile.ZipFile(tmp_path / "canvas" / "feedback.zip") as archive:
        names = {unicodedata.normalize("NFC", name) for name in archive.namelist()}
        assert names == {
            "leeminsu_LATE_102_9002_terms.html", "stranger_999_9005_terms.html",
            "김하늘_101_9001_terms.html", "박서준_103_9003_terms.html",
        }  # fmt: skip
        assert b"100" in archive.read("김하늘_101_9001_terms.html")


def test_what_is_handed_back_is_of_the_points_that_are(own: Course, tmp_path: Path) -> None:
    """Feedback is made anew with each export: marks may have come since the grading."""
    made = Class(own, tmp_path, exports.CANVAS)
    made.collect()
    made.grade()
    (own.folder / "overrides.csv").write_text(
        "student,task,points,reason,by\n20260001,split,5,x,Li"
    )
    for to in ("canvas", "gradescope"):
        made.export(to)
    with zipfile.ZipFile(tmp_path / "canvas" / "feedback.zip") as archive:
        assert b"split: 5 points, given by Li" in archive.read("김하늘_101_9001_terms.html")
    data = (tmp_path / "gradescope" / "20260001" / "terms" / "results.json").read_bytes()
    assert "split: 5 points, given by Li" in json.loads(data)["output"]


def test_points_are_converted_to_the_platforms_maximum(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.CANVAS)
    made.collect()
    (own.folder / "overrides.csv").write_text(
        "student,task,points,reason,by\n20260002,terms/written,3,all said,Park\n"
    )
    made.grade()
    raw = {student: float(made.numbers(student)[0]) for student in ("20260001", "20260002")}
    for most, factor in (("10", 10 / 100), ("103", 1), ("100", 1), ("0", 1)):
        book = CANVAS_BOOK.replace(b",,,,100,10,", f",,,,{most},10,".encode())
        book = book.replace(b",101,EX,", b",101,,")
        done = made.export("canvas", book, "gradebook.csv")
        said = f"gradebook.csv: terms has {most} points there, 100 here; the grades are converted"
        assert (said in done.stderr) == (factor != 1)
        rows = list(csv.reader(lines_of(tmp_path / "canvas" / "gradebook.csv")))
        finals = {row[2]: float(row[4]) for row in rows[2:4]}
        final = {"sky": raw["20260001"], "minsu": float(made.numbers("20260002")[-1])}
        assert finals == {who: float(f"{final[who] * factor:g}") for who in final}


@pytest.mark.parametrize(
    ("files", "heading", "participant"),
    [
        (exports.MOODLE_ENGLISH,
         "Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade)", "Participant"),
        (exports.MOODLE_MEMBERS,
         "Identifier,Full name,Status,Grade,Maximum grade,Last modified (grade)", "Participant"),
        (exports.MOODLE_BLIND_KOREAN,
         "식별자,상태,제출,성적,최고 성적,마지막 수정됨(성적)", "참가자"),
    ],
)  # fmt: skip
def test_moodle_gets_its_own_worksheet_back(
    own: Course, tmp_path: Path, files: dict[str, bytes], heading: str, participant: str
) -> None:
    made = Class(own, tmp_path, files)
    made.collect()
    made.grade()
    sheet = (
        f"{heading}\n{participant} 55,x,y,,100.00,-\n{participant} 56,x,y,,100.00,-\n"
        f"{participant} 99,x,y,,100.00,-\n"
    )
    made.export("moodle", sheet.encode("utf-8-sig"), "Grades.csv")
    rows = (tmp_path / "moodle" / "Grades.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == heading
    assert rows[1] == f"{participant} 55,x,y,100,100.00,-"
    assert float(rows[2].split(",")[3]) < 60
    assert rows[3] == f"{participant} 99,x,y,,100.00,-"
    folders = {name.split("/")[0] for name in files if "_5" in name}
    with zipfile.ZipFile(tmp_path / "moodle" / "feedback.zip") as archive:
        assert {name.split("/")[0] for name in archive.namelist()} <= folders


def test_gradescope_nbgrader_and_tables(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.GRADESCOPE)
    made.collect()
    (own.folder / "overrides.csv").write_text(OVERRIDES)
    made.grade()
    for to in ("gradescope", "nbgrader", "csv", "jsonl", "parquet", "github", "compare50"):
        assert made.export(to).code == 0
    result: dict[str, Any] = json.loads(
        (tmp_path / "gradescope" / "20260002" / "terms" / "results.json").read_bytes()
    )
    assert result["score"] == sum(each["score"] for each in result["tests"])
    assert sum(each["max_score"] for each in result["tests"]) == 100
    assert {each["status"] for each in result["tests"]} == {"passed", "failed"}
    assert {each["visibility"] for each in result["tests"]} == {"visible"}
    [mark] = [each for each in result["tests"] if each["name"] == "split"]
    assert mark["score"] == 12.5
    assert "split: 12.5 points, given by Park: right idea, wrong seed" in mark["output"]
    assert "split: 12.5 points" in result["output"]
    assert not any(word in result["output"] for word in ("Final", "late"))  # it charges that itself
    first = json.loads(
        (tmp_path / "gradescope" / "20260001" / "terms" / "results.json").read_bytes()
    )
    assert first["score"] == 102 == sum(each["score"] for each in first["tests"])
    rows = list(csv.DictReader(lines_of(tmp_path / "nbgrader" / "grades.csv")))
    assert list(rows[0]) == [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
    ]  # fmt: skip
    for row in rows:
        assert (row["duedate"], row["max_score"]) == ("2026-03-20 15:00:00", "103.0")
        assert re.fullmatch("2026-03-2[0-9] [0-9:]{8}", row["timestamp"])
        late = float(row["late_submission_penalty"])
        assert float(row["score"]) == float(row["raw_score"]) - late
    lines = (tmp_path / "jsonl" / "grades.jsonl").read_text(encoding="utf-8").splitlines()
    table = list(csv.DictReader(lines_of(tmp_path / "csv" / "grades.csv")))
    finals = [json.loads(line)["final"] for line in lines]
    assert finals == [float(row["final"]) for row in table] == [float(r["score"]) for r in rows]
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    read = parquet.read_table(tmp_path / "parquet" / "grades.parquet").to_pylist()
    assert [row["final"] for row in read] == finals
    notes = (tmp_path / "github" / "annotations.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("::warning title=terms%3A ") for line in notes)
    assert any(" split 12.5/25::" in line for line in notes)
    own_code = (tmp_path / "compare50" / "students" / "20260002" / "terms.py").read_text()
    assert "def parameter_kind(" in own_code
    assert "def parameter_kind(" in (tmp_path / "compare50" / "starter" / "terms.py").read_text()


def test_an_export_writes_over_nothing_but_its_own(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.CANVAS)
    made.collect()
    made.grade()
    before = {file: file.read_bytes() for file in made.out.rglob("*") if file.is_file()}
    done = run(own, "export", made.out, "--to", "nbgrader", "--out", made.out)
    assert (done.code, len(done.stderr.splitlines())) == (1, 1)
    assert {file: file.read_bytes() for file in made.out.rglob("*") if file.is_file()} == before
    mine = exports.put(tmp_path / "csv", {"grades.csv": b"marks of three years"})
    assert made.export("csv").code == 1
    assert [(file.name, file.read_bytes()) for file in mine.iterdir()] == [
        ("grades.csv", b"marks of three years")
    ]
    (tmp_path / "canvas").mkdir()
    done = made.export("canvas", CANVAS_BOOK, "canvas/gradebook.csv")
    assert (done.code, "would be written over" in done.stderr) == (1, True)
    assert [file.read_bytes() for file in (tmp_path / "canvas").iterdir()] == [CANVAS_BOOK]
    (tmp_path / "canvas" / "gradebook.csv").unlink()
    for code in (3, 3):  # one student has no line
        assert made.export("canvas", CANVAS_BOOK, "gradebook.csv").code == code
    (tmp_path / "canvas" / "gradebook.csv").write_bytes(b"corrected by hand")
    assert made.export("canvas", CANVAS_BOOK, "gradebook.csv").code == 1
    assert (tmp_path / "canvas" / "gradebook.csv").read_bytes() == b"corrected by hand"


def test_without_the_platforms_file_feedback_alone_is_written(own: Course, tmp_path: Path) -> None:
    for name, files, code in (("a", exports.CANVAS, 0), ("b", exports.NBGRADER, 2)):
        (tmp_path / name).mkdir()
        made = Class(own, tmp_path / name, files)
        made.collect()
        made.grade()
        done = made.export("canvas")
        assert (done.code, "--fill" in done.stderr) == (code, True)
        assert (tmp_path / name / "canvas").exists() == (code == 0)


def test_a_table_is_refused_that_is_not_the_platforms(own: Course, tmp_path: Path) -> None:
    made = Class(own, tmp_path, exports.NBGRADER)
    made.collect()
    made.grade()
    for to in ("canvas", "moodle"):
        done = made.export(to, b"name,points\nkim,3\n")
        assert (done.code, len(done.stderr.splitlines())) == (1, 1)
        assert not (tmp_path / to).exists()
