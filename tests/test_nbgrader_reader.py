"""Whatever was handed in becomes a well-formed notebook, without what a page could run."""

from __future__ import annotations

import base64
import json
from typing import Any

import nbformat
import pytest
from nbgrader_class import COURSE

from autograder.nbgrader_plugin.marked_cells import as_node, marked
from autograder.nbgrader_plugin.normalise import Stored, normalise
from autograder.nbgrader_plugin.reader import rebuilt, untouched

PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n and more").decode()


def read(cells: list[Any], **rest: Any) -> Any:
    content = rebuilt(json.dumps({"cells": cells, "nbformat": 4, **rest}).encode())
    nbformat.validate(as_node(content))
    return content


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'"text"', b'{"cells": 5}', b"\x89PNG\r\n\x1a\n\x00\x00\xff", b"[" * 100_000,
     json.dumps({"cells": [{}] * 5001}).encode()],
)  # fmt: skip
def test_what_is_no_notebook_is_none(data: bytes) -> None:
    assert rebuilt(data) is None


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"cell_type": "code"},
        {"cell_type": 5, "source": 7, "metadata": "x", "outputs": "x"},
        {"cell_type": "code", "source": ["a", 5], "outputs": [5, {"output_type": "stream"}]},
        {"cell_type": "code", "id": "<b>", "metadata": {"nbgrader": 5, "tags": 5}},
        {"cell_type": "markdown", "attachments": {"a": 5, "b": {"image/png": "?"}}},
        {"cell_type": "heading", "source": "x", "level": 1},
    ],
)
def test_a_cell_of_any_shape_becomes_one(cell: Any) -> None:
    [built] = read([cell, 5])["cells"]
    assert set(built["metadata"]) <= {"course", "nbgrader"}


def test_an_old_notebook_is_read() -> None:
    sheets = [{"cells": [{"cell_type": "code", "input": ["x = 1"], "outputs": []}]}]
    content = rebuilt(json.dumps({"worksheets": sheets, "nbformat": 3}).encode())
    assert content is not None
    assert content["cells"][0]["source"] == "x = 1"


def test_ids_are_unique() -> None:
    cells = read([{"cell_type": "code", "id": "same"}] * 3)["cells"]
    assert len({cell["id"] for cell in cells}) == 3


def test_of_the_outputs_text_and_pictures_stay() -> None:
    outputs = [
        {"output_type": "stream", "name": "stderr", "text": ["a\n", "\x1b[31mb"]},
        {"output_type": "display_data", "data": {"image/png": PICTURE, "text/html": "<script>"}},
        {"output_type": "display_data", "data": {"image/png": "<script>", "text/html": "<b>"}},
        {"output_type": "execute_result", "data": {"image/svg+xml": "<svg onload=x>"}},
        {"output_type": "error", "ename": "<script>", "evalue": "", "traceback": []},
    ]
    [cell] = read([{"cell_type": "code", "outputs": outputs}])["cells"]
    assert [each["output_type"] for each in cell["outputs"]] == ["stream", "display_data"]
    assert cell["outputs"][0]["text"] == "a\n\\x1b[31mb"
    assert cell["outputs"][1]["data"] == {"image/png": PICTURE}


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_no_markup_stays_in_text(kind: str) -> None:
    text = "<script>x</script> <!-- y --> a <b and 1<2 <?php <IMG src=z>"
    [cell] = read([{"cell_type": kind, "source": text}])["cells"]
    assert cell["source"] == ("< script>x< /script> < !-- y --> a < b and 1<2 < ?php < IMG src=z>")


def test_code_stays_as_it_is() -> None:
    [cell] = read([{"cell_type": "code", "source": "a<b"}])["cells"]
    assert cell["source"] == "a<b"


STORED = {cell.name: Stored(f"source of {cell.name}", "sum") for cell in
          marked(COURSE.assignment("forward"))}  # fmt: skip


def test_an_untouched_notebook_needs_nothing_but_the_gradebooks_text() -> None:
    nb = as_node(untouched(COURSE, "forward", "ko"))
    before = [cell["id"] for cell in nb.cells]
    assert normalise(nb, COURSE.assignment("forward"), STORED) == []
    assert [cell["id"] for cell in nb.cells] == before
    locked = [c for c in nb.cells if c.metadata.get("nbgrader", {}).get("locked")]
    assert [c.source for c in locked] == [
        f"source of {cell.name}" for cell in marked(COURSE.assignment("forward")) if cell.locked
    ]


def test_an_empty_notebook_gets_its_graded_cells_back_in_order() -> None:
    nb = as_node(read([]))
    notes = normalise(nb, COURSE.assignment("forward"), STORED)
    names = [cell.metadata.nbgrader.grade_id for cell in nb.cells]
    graded = [c for c in marked(COURSE.assignment("forward")) if c.points is not None or c.locked]
    assert names == [cell.name for cell in graded]
    assert {note["code"] for note in notes} == {"gone"}
    nbformat.validate(nb)


def test_a_deleted_cell_comes_back_after_the_one_before_it() -> None:
    nb = as_node(untouched(COURSE, "forward", "en"))
    ids = [cell["id"] for cell in nb.cells]
    place = ids.index("forward-check-sigmoid")
    del nb.cells[place]
    assert normalise(nb, COURSE.assignment("forward"), STORED) == [
        {"code": "gone", "cell": "check_sigmoid"}
    ]
    assert nb.cells[place].metadata.nbgrader.grade_id == "check_sigmoid"


def test_cells_without_any_setting_are_found_by_their_ids() -> None:
    nb = as_node(untouched(COURSE, "forward", "en"))
    for cell in nb.cells:
        cell.metadata.clear()
    notes = normalise(nb, COURSE.assignment("forward"), STORED)
    assert {note["code"] for note in notes} == {"renamed"}
    assert len(nb.cells) == len(untouched(COURSE, "forward", "en")["cells"])
