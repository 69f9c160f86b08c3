"""The sample class: every submission's score is the expected one, and the class is complete."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from conftest import HOME
from sample_class import make

from autograder import course as courses
from autograder import grade
from autograder.judge.judge import Terms


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[grade.Report, Path]:
    folder = tmp_path_factory.mktemp("class")
    make.write(folder / "in")
    order = grade.Order(
        courses.load(HOME), b"a secret for tests", Terms(), folder / "in", folder / "out"
    )
    return grade.run(order, lambda _done, _of: None), folder / "out"


def test_at_least_24_submissions() -> None:
    assert sum(map(len, make.EXPECTED.values())) >= 24


def test_every_score_is_the_expected_one(report: tuple[grade.Report, Path]) -> None:
    given: dict[str, dict[str, float | None]] = {}
    unreadable = {(each.student, each.assignment) for each in report[0].unreadable}
    for result in report[0].results:
        key = (result.student, result.assignment)
        score = make.UNREADABLE if key in unreadable else result.score
        given.setdefault(result.student, {})[result.assignment] = score
    assert given == make.EXPECTED
    assert report[0].exit_code == 3


def test_scores_csv_holds_the_class(report: tuple[grade.Report, Path]) -> None:
    text = (report[1] / "scores.csv").read_text(encoding="utf-8-sig")
    rows = {row["student"]: row for row in csv.DictReader(text.splitlines())}
    assert set(rows) == set(make.EXPECTED)
    assert rows["sign"] == {
        "student": "sign", "terms": "", "perceptron": "", "forward": "", "backprop": "90",
        "update": "", "xor": "", "total": "90",
    }  # fmt: skip
    assert rows["unreadable"]["total"] == "0"


def test_made_twice_the_class_is_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make.write(tmp_path / name)
    one, two = (
        {f.relative_to(tmp_path / n): f.read_bytes() for f in (tmp_path / n).rglob("*.*")}
        for n in ("one", "two")
    )
    assert one == two
