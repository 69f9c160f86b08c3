"""One assignment from the teacher's folder through the exchange and back, by real commands."""

from __future__ import annotations

import csv

import nbgrader_class
import nbgrader_life
import pytest
from nbgrader_class import COURSE


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[nbgrader_life.Life, str]:
    return nbgrader_life.tell(tmp_path_factory.mktemp("life"))


def test_the_scores_are_right_and_a_persons_grade_counts(
    told: tuple[nbgrader_life.Life, str],
) -> None:
    course = told[0].course
    assert nbgrader_class.scores(course)["minsu", "forward"]["check_sigmoid"] == 19
    with (course / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"sujin": 102, "minsu": 79}


def test_the_student_gets_the_feedback_page(told: tuple[nbgrader_life.Life, str]) -> None:
    [page] = told[0].sujin.folder.glob("forward/feedback/*/forward.html")
    text = page.read_text(encoding="utf-8")
    assert "Why is z 0 in the output layer, too?" in text
    assert "Score: 102.0 / 103.0" in text


def test_nothing_is_said_that_nobody_can_act_on(told: tuple[nbgrader_life.Life, str]) -> None:
    for word in ("SAWarning", "WARNING", "without encryption", "Traceback", "/autograder/"):
        assert word not in told[1]


def test_validate_shows_our_messages(told: tuple[nbgrader_life.Life, str]) -> None:
    assert "VALIDATION FAILED ON 4 CELL(S)!" in told[1]
    assert "gave a warning: overflow encountered in\n" in told[1]
    assert "..." not in told[1].partition("VALIDATION FAILED")[2].partition("submit forward")[0]


def test_the_exchange_is_a_real_one(told: tuple[nbgrader_life.Life, str]) -> None:
    exchange = told[0].course.parent / "exchange" / COURSE.name
    assert {folder.name for folder in exchange.iterdir()} == {"outbound", "inbound", "feedback"}
    assert len(list((exchange / "inbound").iterdir())) == 2


def test_the_page_in_the_docs_is_this_life(told: tuple[nbgrader_life.Life, str]) -> None:
    assert nbgrader_life.TRANSCRIPT.read_text(encoding="utf-8") == told[1], (
        "run `python nbgrader_life.py` in tests/ and read what has changed"
    )
