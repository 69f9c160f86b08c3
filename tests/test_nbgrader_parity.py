"""Plain nbgrader gives the same points for every cell of an honest submission."""

from __future__ import annotations

import nbgrader_parity
import pytest
from nbgrader_parity import Compared


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[Compared]:
    return nbgrader_parity.compare(tmp_path_factory.mktemp("parity"))


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
