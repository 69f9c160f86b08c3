"""What nbgrader's gradebook holds and gives away where students' folders are odd."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from pathlib import Path
from typing import NamedTuple

import nbgrader_class
import pytest
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader_class import COURSE
from sample_class import answers, make

EARLY, LATE = "2026-03-01 08:00 UTC", "2026-03-02 10:00 UTC"


class Handed(NamedTuple):
    """Times of the folders `forward`, with an untouched notebook, and `update`, with forward's."""

    own: str
    other: str | None
    late: datetime.datetime | None


STUDENTS = {
    "late": Handed(EARLY, LATE, datetime.datetime(2026, 3, 2, 10)),
    "early": Handed(LATE, EARLY, datetime.datetime(2026, 3, 2, 10)),
    "untimed": Handed(EARLY, None, datetime.datetime(2026, 3, 1, 8)),
}
IN_ZIPS = ("zipped", "in a folder of a zip")  # late, as the first one


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class that put the solved notebook into another assignment's folder, and a comma."""
    folder = nbgrader_class.new(tmp_path_factory.mktemp("gradebook") / "course")
    made = make.Class(COURSE)
    for student, handed in STUDENTS.items():
        nbgrader_class.hand_in(folder, student, "forward", made.stub("forward"))
        solved = nbgrader_class.hand_in(folder, student, "update", made.solved("forward"))
        solved = solved.rename(solved.with_name("forward.ipynb"))
        (folder / "submitted" / student / "forward" / "timestamp.txt").write_text(handed.own)
        if handed.other is not None:
            solved.with_name("timestamp.txt").write_text(handed.other)
    for student, inner in zip(IN_ZIPS, ("forward.ipynb", "forward/forward.ipynb"), strict=True):
        nbgrader_class.hand_in(folder, student, "forward", made.stub("forward"))
        place = folder / "submitted" / student
        (place / "forward" / "timestamp.txt").write_text(EARLY)
        (place / "update").mkdir()
        (place / "update" / "timestamp.txt").write_text(LATE)
        with zipfile.ZipFile(place / "update" / "all.zip", "w") as packed:
            packed.writestr(inner, json.dumps(made.solved("forward")))
    nbgrader_class.hand_in(folder, "broken", "forward", made.stub("forward"))
    other = nbgrader_class.hand_in(folder, "broken", "update", made.solved("forward"))
    other.rename(other.with_name("forward.ipynb"))
    other.with_name("timestamp.txt").write_text("gestern")
    partly = made.solved("forward", answers.NO_HALF)
    nbgrader_class.hand_in(folder, "=1+1, Kim", "forward", partly)
    nbgrader_class.hand_in(folder, "Kim, Minsu", "forward", partly)
    done = nbgrader_class.run(folder, "autograder", "grade", str(folder), "--only", "forward")
    said = " ".join((done.stdout + done.stderr).split())
    assert "broken/update: its timestamp.txt holds no usable time; fix it or take it away" in said
    return folder


@pytest.mark.parametrize("student", IN_ZIPS)
def test_a_zip_in_another_folder_has_its_time_too(course: Path, student: str) -> None:
    assert nbgrader_class.scores(course)[student, "forward"]["check_forward"] == 30
    with Gradebook(nbgrader_class.url(course), COURSE.name) as gradebook:
        recorded = gradebook.find_submission("forward", student)
        assert recorded.timestamp == STUDENTS["late"].late


@pytest.mark.parametrize("student", STUDENTS)
def test_a_file_of_another_folder_has_the_later_time(course: Path, student: str) -> None:
    assert nbgrader_class.scores(course)[student, "forward"]["check_forward"] == 30
    with Gradebook(nbgrader_class.url(course), COURSE.name) as gradebook:
        recorded = gradebook.find_submission("forward", student)
        assert recorded.timestamp == STUDENTS[student].late


def test_nbgraders_export_quotes_its_text(course: Path) -> None:
    nbgrader_class.nbgrader(course, "db", "student", "add", "park", "--last-name", '-Park, "P"')
    nbgrader_class.nbgrader(course, "export")
    text = (course / "grades.csv").read_text(encoding="utf-8-sig")
    rows = {row["student_id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {*STUDENTS, *IN_ZIPS, "Kim, Minsu", "park"} <= set(rows)
    assert "=1+1, Kim" not in rows
    assert rows["park"]["last_name"] == '\'-Park, "P"'
    assert (rows["park"]["score"], rows["park"]["max_score"]) == ("0.0", "103.0")
    assert rows["Kim, Minsu"]["score"] == rows["Kim, Minsu"]["raw_score"] != "0.0"
    assert rows["late"]["timestamp"] == "2026-03-02 10:00:00"
    nbgrader_class.nbgrader(course, "export", "--to", "one.csv", "--student", "['park']")
    assert len((course / "one.csv").read_text(encoding="utf-8-sig").splitlines()) == 2
