"""Plain nbgrader gives the same points for every cell of an honest submission."""

from __future__ import annotations

from pathlib import Path

import nbgrader_class
import nbgrader_parity
import pytest
from nbgrader_parity import Compared


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parity")


@pytest.fixture(scope="module")
def compared(folder: Path) -> list[Compared]:
    return nbgrader_parity.compare(folder)


def test_every_difference_has_its_reason(compared: list[Compared]) -> None:
    assert [row for row in compared if None in row.differences.values()] == []
    same = [row for row in compared if not row.differences]
    assert len(same) >= 24
    assert {row.assignment for row in same} == {
        "terms", "perceptron", "forward", "backprop", "update", "xor",
    }  # fmt: skip
    assert any(0 < row.plain < 100 for row in same)


def test_plain_nbgrader_never_gives_more(compared: list[Compared]) -> None:
    assert all(row.plain <= row.ours for row in compared)


def test_the_table_in_the_docs_is_of_today(compared: list[Compared]) -> None:
    assert nbgrader_parity.table(compared) == nbgrader_parity.TABLE.read_text(encoding="utf-8")


def test_plain_nbgraders_feedback_says_what_was_wrong(
    compared: list[Compared], folder: Path
) -> None:
    assert compared
    nbgrader_class.nbgrader(folder / "plain", "generate_feedback", "forward")
    page = folder / "plain" / "feedback" / "transposed" / "forward" / "forward.html"
    text = page.read_text(encoding="utf-8")
    assert "Score: 0.0 / 20.0" in text
    assert "weighted_sums  0/20" in text
    assert "0.095]" in text  # what the student's function gave
    for word in ("expect_solved", "draw_arguments", "solution."):
        assert word not in text
