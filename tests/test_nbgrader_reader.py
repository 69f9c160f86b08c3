"""Whatever was handed in becomes a well-formed notebook, without what a page could run."""

from __future__ import annotations

import base64
import html
import json
import re
import struct
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader_class import COURSE, hand_in

from autograder.course import source
from autograder.course.languages import words
from autograder.intake import tree
from autograder.intake.files import UnreadableError, content, decoded
from autograder.intake.notebook import parse
from autograder.intake.reading import Submitted
from autograder.nbgrader_plugin.alterations import sentence
from autograder.nbgrader_plugin.marked_cells import ON_TOP, as_node, id_again, marked
from autograder.nbgrader_plugin.normalise import Stored, make_safe, normalise
from autograder.nbgrader_plugin.reader import _handed_in, rebuilt, untouched
from autograder.nbgrader_plugin.submission_place import Place, find_submission
from autograder.release.notebook import answer


def picture(width: int = 2, height: int = 3, more: bytes = b" and more") -> str:
    """The beginning of a PNG of this size, in base64."""
    size = struct.pack(">II", width, height)
    return base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + size + more).decode()


PICTURE = picture()


def read(cells: list[Any], **rest: Any) -> Any:
    content = rebuilt(parse(json.dumps({"cells": cells, "nbformat": 4, **rest})))
    nbformat.validate(as_node(content))
    return content


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'"text"', b'{"cells": 5}', b"\x89PNG\r\n\x1a\n\x00\x00\xff", b"[" * 100_000,
     json.dumps({"cells": [{}] * 5001}).encode()],
)  # fmt: skip
def test_what_is_no_notebook_is_not_read(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse(decoded(data))


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
    content = rebuilt(parse(json.dumps({"worksheets": sheets, "nbformat": 3})))
    assert content["cells"][0]["source"] == "x = 1"


def test_ids_are_unique() -> None:
    cells = read([{"cell_type": "code", "id": "same"}] * 3)["cells"]
    assert len({cell["id"] for cell in cells}) == 3


def test_no_id_keeps_the_reader_for_ever_or_is_one_that_the_plug_in_needs() -> None:
    assignment = COURSE.assignments[0]
    again = [id_again(assignment, cell) for cell in marked(assignment)]
    made_up = [f"{word}-{number}" for word in ("cell", "again", "other") for number in range(60)]
    ids = ["again-2-2", "x", "x", ON_TOP, *again, *made_up, "<b>"]
    cells = read([{"cell_type": "code", "id": each} for each in ids])["cells"]
    assert len({cell["id"] for cell in cells}) == len(ids)
    assert not {cell["id"] for cell in cells} & {ON_TOP, *again}


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


def shown(pictures: list[str]) -> list[str]:
    """The pictures that stay of a notebook, in the order of its cells."""
    cells = [
        {"cell_type": "code", "outputs": [{"output_type": "display_data",
                                           "data": {"image/png": each}}]}
        for each in pictures
    ]  # fmt: skip
    outputs = [out for cell in read(cells)["cells"] for out in cell["outputs"]]
    return [out["data"]["image/png"] for out in outputs]


def test_a_picture_that_takes_gigabytes_when_it_is_drawn_is_left_out() -> None:
    fits, vast = picture(3840, 2160), picture(23_000, 23_000)
    broken = base64.b64encode(b"\x89PNG\r\n\x1a\n and more").decode()
    assert shown([fits, vast, picture(2**32 - 1, 1), broken, PICTURE[:20]]) == [fits]
    many = [picture(3000, 3000, b"%d" % number) for number in range(20)]
    assert shown(many) == many[:7]
    bundle = {"a.png": {"image/png": vast}, "b.png": {"image/png": fits}}
    [cell] = read([{"cell_type": "markdown", "attachments": bundle}])["cells"]
    assert list(cell["attachments"]) == ["b.png"]


@pytest.mark.parametrize(
    ("text", "cells", "each", "kept"),
    [("x", 30, 100, 500), ("x" * 10_000, 5, 10, 20), ("x", 5, 100, 500)],
)
def test_a_notebooks_outputs_are_bounded(text: str, cells: int, each: int, kept: int) -> None:
    outputs = [{"output_type": "stream", "text": text}] * each
    nb = as_node(read([{"cell_type": "code", "source": "x", "outputs": outputs}] * cells))
    said = make_safe(nb, {"x"})
    assert sum(len(cell.outputs) for cell in nb.cells) == kept
    assert len(nb.cells[0].outputs) > 0
    assert [sentence(one, words(COURSE, "en")) for one in said] == [
        "The notebook holds more output than is shown here; the rest was left out."
    ][: cells * each > kept]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_no_markup_stays_in_text(kind: str) -> None:
    text = "<script>x</script> <!-- y --> a <b and 1<2 <?php <IMG src=z>"
    nb = as_node(read([{"cell_type": kind, "source": text}]))
    make_safe(nb, ())
    assert nb.cells[0].cell_type == "markdown"
    assert text in html.unescape(nb.cells[0].source)
    assert set(re.findall("<[^>]*>", nb.cells[0].source)) <= {
        *('<div style="overflow-wrap:anywhere">', "<p>", "<pre>"),
        *("</div>", "</p>", "</pre>"),
    }
    nbformat.validate(nb)


def test_a_picture_handed_in_with_an_answer_is_shown() -> None:
    source, bundle = "![mine](attachment:a.png)", {"a.png": {"image/png": PICTURE}}
    nb = as_node(read([{"cell_type": "markdown", "source": source, "attachments": bundle}]))
    make_safe(nb, ())
    assert f'<img src="data:image/png;base64,{PICTURE}">' in nb.cells[0].source


HIDES = {
    "turns the direction": "\u202e001 :erocS\u202c",
    "isolates": "\u2066if x\u2069\u200f",
    "a control character": "a\x1b[2J",
    "no ink": "sco\u200bre \U000e0041",
    "a pile": "Y" + "\u0301\u0302\u0303\u0304" * 60,
    "a pile with joiners": "Y" + "\u0301\u0302\u0303\u0304\u200d" * 60,
}


@pytest.mark.parametrize("name", HIDES)
@pytest.mark.parametrize("kind", ["markdown", "raw", "code"])
def test_nothing_in_a_cell_hides_or_covers_other_text(kind: str, name: str) -> None:
    nb = as_node(read([{"cell_type": kind, "source": f"# {HIDES[name]}"}]))
    make_safe(nb, ())
    require_legible(nb.cells[0].source)
    assert re.search(r"[\\＼][xuU][0-9a-f]{2}", nb.cells[0].source)


@pytest.mark.parametrize("name", HIDES)
def test_no_entity_does_so_either(name: str) -> None:
    text = "".join(f"&#x{ord(letter):x};" for letter in HIDES[name])
    nb = as_node(read([{"cell_type": "markdown", "source": f"**a** {text} and `b` $c$"}]))
    make_safe(nb, ())
    require_legible(nb.cells[0].source)


def test_no_pile_is_shared_out_among_tags() -> None:
    nb = as_node(read([{"cell_type": "markdown", "source": "Y" + "*\u0301*&#8203;" * 60}]))
    make_safe(nb, ())
    assert len(re.findall("\u0301", re.sub("<[^>]*>", "", nb.cells[0].source))) <= 8


def require_legible(source: str) -> None:
    hides = "[\x00-\x08\x0b-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069\U000e0041]"
    assert not re.search(hides, source)
    assert not re.search("[\u0300-\u036f\u200d]{9}", re.sub("<[^>]*>", "", source))


def test_honest_text_stays_as_it_is_in_every_cell() -> None:
    text = "가중치 Dvořák 👩🏽\u200d💻 ❤\ufe0f می\u200cخواهم"
    nb = as_node(
        read([{"cell_type": kind, "source": text} for kind in ("markdown", "raw", "code")])
    )
    make_safe(nb, ())
    assert all(text in cell.source for cell in nb.cells)


def test_what_was_released_stays_as_it_is() -> None:
    nb = as_node(untouched(COURSE, "forward", "ko"))
    before = [cell.source for cell in nb.cells]
    written = {answer(COURSE, "ko")}
    make_safe(nb, source.texts(COURSE.folder, "forward") | written)
    assert [cell.source for cell in nb.cells] == before


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


def test_a_students_files_are_read_once_and_again_after_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note_down(file: Path) -> bytes:
        opened.append(file)
        return content(file)

    monkeypatch.setattr(tree, "content", note_down)
    places = [
        Place(tmp_path, hand_in(tmp_path, "kim", name, {"cells": []}), "kim", name)
        for name in COURSE.names
    ]
    assert all(find_submission(COURSE, place) for place in places * 2)
    assert len(opened) == len(places)
    changed = hand_in(tmp_path, "kim", places[0].assignment, {"cells": [{"source": "x = 1"}]})
    found = find_submission(COURSE, places[0])
    assert found is not None
    assert found.submitted == Submitted(("x = 1",))
    changed.unlink()
    assert find_submission(COURSE, places[0]) is None


def test_what_was_graded_is_shown_under_whatever_ending(tmp_path: Path) -> None:
    file = hand_in(tmp_path, "kim", "forward", {"cells": [{"source": "x = 1"}]})
    file.rename(file.with_name("forward.ipynb.txt"))
    found = _handed_in(COURSE, Place(tmp_path, file, "kim", "forward"))
    assert found is not None
    assert [cell.source for cell in found.cells] == ["x = 1"]
