"""What a student's text becomes is bounded, whatever it is made of; so is what lies beside it."""

from __future__ import annotations

import html
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import nbformat
import pytest
import synthetic_class
from msgspec.structs import replace

from autograder.course import Course
from autograder.nbgrader_plugin.normalise import make_safe
from autograder.nbgrader_plugin.preprocessor import show
from autograder.nbgrader_plugin.untrusted_folder import guard, is_usable_timestamp, unfit_name
from autograder.reports.student_text import (
    MAX_SHOWN,
    MAX_TEXT,
    bounded,
    markdown_as_html,
    plain_as_html,
)

LARGEST = 12 * MAX_TEXT  # letters of HTML
PICTURE = "iVBORw0KGgo="
LONG = {
    "a table that fills itself up": "|a" * 200 + "\n" + "|-" * 200 + "\n" + "|\n" * 9000,
    "emphasis": "*x" * 9000,
    "brackets": "[" * 20_000,
    "quotes": "> " * 9000,
    "letters": "&" * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_becomes_no_vast_page(name: str) -> None:
    assert len(markdown_as_html(LONG[name])) <= LARGEST


@pytest.mark.parametrize("marks", [">", "> ", ">\t", "- > ", "> 1. ", "- ", "2) "])
@pytest.mark.parametrize("line_end", ["\n", "\r"])
def test_no_text_is_lost_or_takes_long_however_deep_it_stands(marks: str, line_end: str) -> None:
    for deep in range(1, 30):
        shown = markdown_as_html(f"first{line_end * 2}{marks * deep}inner")
        assert all(word in shown for word in ("first", "inner"))
    began = time.process_time()
    markdown_as_html(f"{marks * 18}a{line_end}{f'b{line_end}' * 9_900}")
    assert time.process_time() - began < 0.25


def test_a_few_quotes_are_quotes() -> None:
    assert markdown_as_html("> > > a").count("<blockquote>") == 3


def test_blank_lines_and_white_space_are_cut() -> None:
    assert bounded(" \n" * 24_000 + "x = 1").count("\n") <= 20
    assert len(bounded("a" + "\t" * 80_000 + "b")) < 100


def test_a_return_ends_a_line() -> None:
    assert bounded("a\rb\r\nc") == "a\nb\nc"


@pytest.mark.parametrize("shown", [markdown_as_html, plain_as_html])
def test_an_endless_word_may_be_broken(shown: Callable[[str], str]) -> None:
    assert shown("W" * 20_000).startswith('<div style="overflow-wrap:anywhere">')


def test_what_has_to_be_escaped_is_bounded_too() -> None:
    for text in ("\U000e0041" * 20_000, "&#x202e;" * 2_500, "&zwj;" * 4_000):
        assert len(markdown_as_html(text)) <= LARGEST
    assert len(bounded("\U000e0041" * 50_000)) <= MAX_TEXT + 2


def test_a_picture_is_shown_once() -> None:
    shown = markdown_as_html("![a](attachment:x) " * 1000, {"x": PICTURE})
    assert shown.count("<img") == 1
    assert "a" in shown.split("<img")[1]


DEEP: Final = {
    "braces": r"\frac{1}{" * 150 + "x" + "}" * 150,
    "pairs": r"\left(" * 1400 + "x" + r"\right)" * 1400,
    "environments": r"\begin{matrix}" * 50 + "x" + r"\end{matrix}" * 50,
    "commands alone": r"\sqrt" * 100 + "x",
    "roots of roots": r"\sqrt[" * 100 + "x" + "]{y}" * 100,
    "styles": r"\displaystyle" * 100 + "x",
    "letters": "x" * 3000,
    "cells": r"\begin{matrix}" + "&" * 900 + r"\\" * 501 + r"\end{matrix}",
    "cells of plain TeX": r"\begin{matrix}" + "&" * 90 + r"\cr " * 50 + r"\end{matrix}",
    "an open brace": "x{",
    "a closed brace": "x}{",
    "nothing": " ",
    "a backslash before its end": "a\\ ",
}


@pytest.mark.parametrize("name", DEEP)
def test_a_formula_that_no_tab_bears_or_that_does_not_end_is_a_text(name: str) -> None:
    for sign in ("$", "$$"):
        shown = markdown_as_html(f"{sign}{DEEP[name]}{sign} and $y$")
        assert shown.count("$") == 2
        assert "<code>" in shown
        assert "$y$" in shown


@pytest.mark.parametrize(
    "formula",
    ["$x_{ij}$", r"$\hat y = \frac12 \left( \bar{x} \right)$", "$$z = W x$$", "so $$a$$ then",
     "$$W = \\begin{pmatrix}" + r" 1 & 2 & 3 & 4 \\\\" * 10 + r"\end{pmatrix}$$",
     "$$\n\\begin{aligned} a &= b \\\\ c &= \\text{if $x$} \\end{aligned}\n$$"],
)  # fmt: skip
def test_a_usual_formula_stays(formula: str) -> None:
    shown = html.unescape(markdown_as_html(formula)).replace("\n", "")
    assert formula.replace("\n", "") in shown


def test_an_environment_needs_no_signs() -> None:
    text = "so\n\\begin{align}\na &= b_1 \\\\\n\\end{align}\nthen"
    assert "$$\\begin{align}&#10;a &amp;= b_1 \\\\&#10;\\end{align}$$" in markdown_as_html(text)


def test_mathjax_finds_no_formula_that_was_not_looked_at() -> None:
    text = r"\$x\$ &#36;x&#36; \\(x\\) &#92;(x&#92;) \\begin{a}x\\end{a} $$a$$ b" + "\n$$ c"
    shown = markdown_as_html(text).replace("$$a$$", "")
    assert not re.search(r"[\\$]", shown)


def test_formulas_of_all_cells_together_are_bounded() -> None:
    cells = [nbformat.v4.new_markdown_cell("$x^2$ " * 200) for _ in range(9)]  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    make_safe(notebook, ())
    sources = [cell.source for cell in notebook.cells]
    assert 200 < sum(source.count("$x^2$") for source in sources) < 500
    assert all(source.count("x^2") == 200 for source in sources)


def test_a_picture_may_have_any_name() -> None:
    shown = markdown_as_html("[a]: https://a.example\n\n[a]", {"references": PICTURE})
    assert '<a href="https://a.example"' in shown


def test_no_bracket_stays_where_nbconvert_looks_for_links() -> None:
    shown = markdown_as_html("[a](/files/" * 700 + " and [a link](https://a.example/b)")
    assert not re.search(r"\[", shown)
    assert '<a href="https://a.example/b"' in shown


def test_no_bracket_that_was_printed_stays_there_either(course: Course) -> None:
    printed = "[" * 3000 + "](files/" * 500 + "\n```\n<b>x</b>"
    result = next(synthetic_class.class_of(course, 1))
    result = replace(result, output=printed, notes=["[a](files/b)"])
    notebook = nbformat.v4.new_notebook(metadata={"course": {"altered": [
        {"code": "foreign", "cell": "[c](files/d)"}]}})  # fmt: skip
    show(notebook, course, result.assignment, result, "en")
    source = notebook.cells[0].source
    assert not re.search(r"\[|<b>", source)
    assert source.count("\n") == 2  # between two blocks of HTML, and within none
    read = html.unescape(source)
    assert all(text in read for text in ("](files/](files/", "[a](files/b)", "`[c](files/d)`"))


def test_what_is_read_counts_too_and_what_no_longer_fits_is_said_to_be_left_out() -> None:
    unseen = {"a": {"image/png": "x" * MAX_SHOWN}}  # in no text
    cells = [
        nbformat.v4.new_markdown_cell("[a]: b\n" * 2_800, attachments=unseen)  # type: ignore[no-untyped-call]
        for _ in range(15)
    ]
    last = nbformat.v4.new_markdown_cell("last")  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=[*cells, last])  # type: ignore[no-untyped-call]
    assert make_safe(notebook, ()) == [{"code": "texts", "cell": ""}]
    assert sum(bool(cell.source) for cell in notebook.cells) == 11


def test_all_cells_together_are_bounded() -> None:
    code = [nbformat.v4.new_code_cell("a + " * 5000) for _ in range(40)]  # type: ignore[no-untyped-call]
    own = nbformat.v4.new_code_cell("own")  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=[*code, own])  # type: ignore[no-untyped-call]
    make_safe(notebook, {"own"})
    assert sum(len(cell.source) for cell in notebook.cells) <= MAX_SHOWN + 2 * MAX_TEXT
    assert notebook.cells[-1].source == "own"


def test_a_released_text_counts_as_the_courses_once() -> None:
    text = "The network: " + "$x^2$ " * 14
    cells = [nbformat.v4.new_markdown_cell(text) for _ in range(500)]  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    make_safe(notebook, {text})
    assert notebook.cells[0].source == text
    assert sum(cell.source.count("$x^2$") for cell in notebook.cells) < 500


@pytest.mark.parametrize(
    "name",
    ["<img src=x onerror=act()>", '";act();"', "O'B&C", "=1+1", "@x", " a", "a\u200bb",
     "p[a]", "back\\slash"],
)  # fmt: skip
def test_names_that_nbgraders_pages_can_not_bear(name: str) -> None:
    assert unfit_name(name)


@pytest.mark.parametrize("name", ["kim", "김하늘", "20261234", "lee.minsu_2", "Anna Lena"])
def test_usual_names_are_fit(name: str) -> None:
    assert unfit_name(name) == ""


@pytest.mark.parametrize(
    ("text", "usable"),
    [("2026-11-29 12:00:00 UTC", True), ("2026-11-29T12:00:00+09:00", True), ("", True),
     ("9999-12-31 23:59:59 UTC", False), ("2030-01-02T00:00:00-99:00", False),
     ("0001-01-01", False), ("yesterday", False)],
)  # fmt: skip
def test_a_time_that_the_pages_can_show(tmp_path: Path, text: str, usable: bool) -> None:
    (tmp_path / "timestamp.txt").write_text(text, encoding="utf-8")
    assert is_usable_timestamp(tmp_path) is usable


def converter_of(folder: Path, logged: list[str]) -> SimpleNamespace:
    """What `guard` needs of nbgrader's converter, about to begin with this submission."""
    course = folder.parents[2]
    coursedir = SimpleNamespace(
        root=str(course), ignore=["usual"], source_directory="source",
        format_path=lambda kind, student, name: str(course / kind / student / name),
    )  # fmt: skip
    return SimpleNamespace(
        coursedir=coursedir, assignments={str(folder): [str(folder / "forward.ipynb")]},
        notebooks=[str(folder / "forward.ipynb")], pre_convert_hook=None,
        log=SimpleNamespace(warning=logged.append, error=logged.append),
        exclude_overwriting={"forward": ["mine.html"]},
    )  # fmt: skip


def guarded(folder: Path) -> tuple[list[str], list[str]]:
    """What nbgrader is told to ignore of this submission's folder, and what is logged."""
    converter = converter_of(folder, logged := list[str]())
    guard(converter, ["forward"])
    converter.pre_convert_hook()
    return [each for each in converter.coursedir.ignore if each != "usual"], logged


def test_beside_a_notebook_only_what_is_no_page_is_copied(tmp_path: Path) -> None:
    folder = tmp_path / "submitted" / "kim" / "forward"
    harmless = ("data.csv", "photo.JPG", "timestamp.txt", "model.pt", "forward.ipynb", "x.html.txt")
    pages = ("a.html", "a.shtml", "a.xht", "a.XPDL", "a.svgz", "a.svg.gz", "a.html ", "a", ".html")
    master = tmp_path / "source" / "forward"
    for place, names in ((folder, (*harmless, *pages, "task.html", "mine.html")),
                         (master, ("task.html", "mine.html"))):  # fmt: skip
        place.mkdir(parents=True)
        for name in names:
            (place / name).write_text("")
    ignored, logged = guarded(folder)
    assert sorted(ignored) == sorted([*pages, "mine.html"])  # the other one is the instructor's
    why = "left out beside the notebook, a kind that a browser could take for a page"
    assert logged == [f"forward, kim: {why}: .html, a, a.XPDL, a.html and 6 more"]


def test_a_name_that_would_reach_the_terminal_is_not_copied(tmp_path: Path) -> None:
    folder = tmp_path / "submitted" / "kim" / "forward"
    odd = "a\x1b]0;mine\x07.txt"
    (folder / "b\x1b").mkdir(parents=True)
    for name in (odd, "b\x1b/c.txt", "d.txt"):
        (folder / name).write_text("")
    ignored, logged = guarded(folder)
    assert ignored == [odd, "b\x1b"]
    assert [line.isprintable() for line in logged] == [True]


def test_a_hidden_notebook_is_a_file_like_others(tmp_path: Path) -> None:
    """nbgrader copies it, since its pattern for notebooks finds none that begins with a dot."""
    folder = tmp_path / "submitted" / "kim" / "forward"
    folder.mkdir(parents=True)
    (folder / ".a.ipynb").symlink_to("/etc/passwd")
    (folder / ".b.ipynb").symlink_to("/dev/zero")
    os.mkfifo(folder / ".c.ipynb")
    (folder / ".d\x1b.ipynb").write_text("")
    (folder / ".e.ipynb").write_text("")
    (folder / "f.ipynb").symlink_to("/etc/passwd")
    ignored, logged = guarded(folder)
    assert ignored == [".a.ipynb", ".b.ipynb", ".c.ipynb", ".d\x1b.ipynb"]
    assert len(logged) == 3


def test_nothing_takes_the_place_of_the_instructors_files(tmp_path: Path) -> None:
    folder, master = (tmp_path / place / "forward" for place in ("submitted/kim", "source"))
    (folder / "pytest.ini").mkdir(parents=True)
    (folder / "pytest.ini" / "a.txt").write_text("")
    (folder / "data.csv").write_text("")
    (master / "data.csv").mkdir(parents=True)
    for file in (master / "pytest.ini", master / "data.csv" / "1.csv"):
        file.write_text("")
    ignored, logged = guarded(folder)
    assert ignored == ["data.csv", "pytest.ini"]
    assert [line.rpartition(", ")[2] for line in logged] == [
        "a file called like one of the instructor's folders: data.csv",
        "a folder called like one of the instructor's files: pytest.ini",
    ]


VAST: Final = {
    "deep": ["d/" * 150],
    "many": [f"{number // 50}/{number}" for number in range(10_100)],
    "beside each other": [f"{number}" for number in range(1_100)],
}


@pytest.mark.parametrize("name", VAST)
def test_who_hands_in_more_folders_than_nbgrader_walks_through_is_not_graded(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "submitted" / "kim" / "forward"
    for each in VAST[name]:
        (folder / each).mkdir(parents=True)
    converter = converter_of(folder, logged := list[str]())
    guard(converter, ["forward"])
    assert converter.assignments == {}
    assert logged == [
        "submitted/kim/forward: nbgrader does not get through so many or so deep folders; take "
        "them away; not graded"
    ]
