"""The table that `check` shows: aligned as text, and HTML that everybody can read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from autograder.course import Course
from autograder.course.languages import words
from autograder.selfcheck.task_report import report
from autograder.selfcheck.task_table import as_html, as_text
from autograder.values.text import columns, wrapped

TASK = "weighted_sums"


class Outline(HTMLParser):
    """The elements, each with its attributes, and the text of all."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_points_stand_below_each_other_and_no_line_is_too_long(
    course: Course, language: str
) -> None:
    said = words(course, language, "forward")
    found = report(TASK, {TASK: lambda W, x: x @ W}, said)
    lines = as_text(found, said).split("\n")
    assert max(map(columns, lines)) <= 82
    rows = [line for line in lines if re.match(r"  [✓✗·] ", line)]
    assert len(rows) == len(found.outcomes)
    assert len(set(map(columns, rows))) == 1
    assert found.hint.split()[0] in as_text(found, said)


def test_lines_break_between_words_and_hangul_is_two_columns_wide() -> None:
    assert wrapped("가나 다라 마바", 9, "  ") == ["  가나", "  다라", "  마바"]
    assert wrapped("가나 다라 마바", 10) == ["가나 다라", "마바"]
    assert wrapped("a longer-than-wide b", 5) == ["a", "longer-than-wide", "b"]


def test_the_html_says_in_words_what_its_signs_and_columns_are(course: Course) -> None:
    said = words(course, "ko", "forward")
    found = report(TASK, {TASK: lambda W, x: x @ W}, said)
    page = Outline(as_html(found, said))
    assert page.named("div")[0]["lang"] == "ko"
    assert [each["scope"] for each in page.named("th")] == ["col", "col", "row", "row", "row"]
    assert [each["aria-label"] for each in page.named("span")] == ["통과하지 못함"] * 3
    assert page.named("table")[0]["aria-label"] == TASK
    assert found.why.replace("`", "") in page.text
    assert found.hint in page.text


def test_the_html_leaves_colours_to_the_page(course: Course) -> None:
    said = words(course, "en", "forward")
    page = as_html(report(TASK, {TASK: lambda W, x: x @ W}, said), said)
    assert not re.search(r"#[0-9a-f]{3}|rgb|(?<!current)color:|background", page, re.IGNORECASE)


def test_what_a_student_wrote_is_text(course: Course) -> None:
    said = words(course, "en", "forward")

    def wrong(W: object, x: object) -> str:
        raise ValueError(f"<script>alert(1)</script>\x1b[31m {type(W).__name__} {x}"[:40])

    found = report(TASK, {TASK: wrong}, said)
    page = as_html(found, said)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page + as_text(found, said)


def test_what_stands_beside_a_value_that_never_came_waits_for_it(course: Course) -> None:
    said = words(course, "en", "update")

    def broken(*_arguments: object) -> object:
        raise ValueError("no")

    found = report("network_step", {"network_step": broken}, said)
    beside = {each.waits for each in found.outcomes if each.check.beside}
    assert (beside, {each.waits for each in found.outcomes if not each.check.beside}) == (
        {True}, {False},
    )  # fmt: skip
    assert "ValueError" in found.why
