"""Plain nbgrader gives the same points for every cell of an honest submission."""

from __future__ import annotations

from pathlib import Path

import nbgrader_class
import nbgrader_parity
import pytest
from nbgrader_class import COURSE
from nbgrader_parity import Compared

pytestmark = pytest.mark.slow  # tests/test_nbgrader_life.py goes through the whole day by day


class Run:
    """The answers to some assignments, graded both ways."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self.plain = folder / "plain"
        self.names = names
        self.rows: list[Compared] = nbgrader_parity.compare(folder, names)


@pytest.fixture(
    scope="module",
    params=[("forward",), pytest.param(COURSE.names, marks=pytest.mark.slow)],
    ids=["forward", "all"],
)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Run(tmp_path_factory.mktemp("parity"), request.param)


def test_every_difference_has_its_reason(run: Run) -> None:
    assert [row for row in run.rows if None in row.differences.values()] == []
    same = [row for row in run.rows if not row.differences]
    assert {row.assignment for row in same} == set(run.names)
    assert len(same) >= 4 * len(run.names)
    assert any(0 < row.plain < 100 for row in same)


def test_plain_nbgrader_never_gives_more(run: Run) -> None:
    assert all(row.plain <= row.ours for row in run.rows)


def test_the_table_in_the_docs_is_of_today(run: Run) -> None:
    lines = nbgrader_parity.TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [line for line in lines if any(f"| {name} |" in line for name in run.names)]
    assert list(map(nbgrader_parity.line, run.rows)) == rows


def test_plain_nbgraders_feedback_says_what_was_wrong(run: Run) -> None:
    nbgrader_class.nbgrader(run.plain, "generate_feedback", "forward")
    page = run.plain / "feedback" / "transposed" / "forward" / "forward.html"
    text = page.read_text(encoding="utf-8")
    assert "Score: 0.0 / 20.0" in text
    assert "weighted_sums  0/20" in text
    assert "0.095]" in text  # what the student's function gave
    for word in ("expect_solved", "draw_arguments", "solution."):
        assert word not in text
