"""Whatever bytes are handed in: a typed notebook or one reason, and a page that does nothing."""

from __future__ import annotations

import html.parser
import json
from typing import Any, Final

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from autograder.intake.files import UnreadableError, decoded
from autograder.intake.notebook import parse
from autograder.intake.reading import read
from autograder.nbgrader_plugin.marked_cells import as_node
from autograder.nbgrader_plugin.normalise import make_safe
from autograder.nbgrader_plugin.reader import rebuilt
from autograder.reports.student_text import markdown_as_html, plain_as_html

LONG: Final = 400  # examples of the thorough run; by hand as many as one likes
KEYS: Final = (
    *("cells", "worksheets", "metadata", "cell_type", "source", "input", "outputs", "output_type"),
    *("text", "data", "image/png", "attachments", "nbgrader", "course", "grade_id", "role", "task"),
    *("assignment", "language", "id"),
)
MARKUP: Final = (
    "<script>x</script>", "<img src=x onerror=x>", "[a](javascript:x)", "![a](http://b/c.png)",
    "[a]: data:x", "<a href='javascript:x'>", "$\\href{javascript:x}{y}$", "&lt;", "&#60;", "`",
    "```", "\n", "\n\n", "<!--", "-->", "]]>", "|", "*", "_", "[", "](", ")", '"', "'", ">", "<",
    "\\", "$", "$$", "onerror=", "javascript:", "&", ";", "<pre>", "</code>", "<svg/onload=x>",
    "https://a.b/", "mailto:a@b", "<https://a.b>", "    ", "- ", "# ", "1. ", "> ", "\x00",
    "\u2028",
)  # fmt: skip
SAFE: Final = frozenset(
    (
        *("a", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("img", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr"),
        "ul",
    )
)
values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text()
    | some.sampled_from(["code", "markdown", "raw", "stream", *MARKUP]),
    lambda inner: some.lists(inner, max_size=4)
    | some.dictionaries(some.sampled_from(KEYS) | some.text(), inner, max_size=6),
    max_leaves=30,
)  # fmt: skip
texts = some.lists(some.sampled_from(MARKUP) | some.text(max_size=8), max_size=25).map("".join)
cells = some.fixed_dictionaries(
    {},
    optional={
        "cell_type": some.sampled_from(["code", "markdown", "raw", "heading"]) | values,
        "source": texts | some.lists(texts, max_size=3) | values,
        "metadata": values,
        "outputs": values,
        "attachments": values,
        "id": values,
    },
)
documents = values | some.fixed_dictionaries(
    {"cells": some.lists(cells, max_size=5)}, optional={"metadata": values, "nbformat": values}
)


class Tags(html.parser.HTMLParser):
    """Raises where a page could do something."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SAFE
        for name, value in attrs:
            if (tag, name, value) == ("div", "style", "overflow-wrap:anywhere"):
                continue
            assert name in ("href", "src", "start", "rel")
            if name == "href":
                assert (value or "").lower().startswith(("http://", "https://", "mailto:"))
            if name == "src":
                assert (value or "").startswith("data:image/png;base64,")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def require_harmless(page: str) -> None:
    assert "\n" not in page
    reader = Tags()
    reader.feed(page)
    reader.close()


def require_a_reason_or_a_notebook(data: bytes) -> None:
    tasks = frozenset({"sigmoid"})
    for notebook in (True, False):
        try:
            read(data, notebook=notebook, tasks=tasks)
        except UnreadableError as why:
            assert why.reason.isidentifier()
    try:
        content = rebuilt(parse(decoded(data)))
    except UnreadableError:
        return
    nb = as_node(content)
    nbformat.validate(nb)
    make_safe(nb, ())
    for cell in nb.cells:
        if cell.cell_type != "code":
            require_harmless(cell.source)


@given(documents)
def test_any_document_is_a_notebook_or_has_a_reason(document: Any) -> None:
    require_a_reason_or_a_notebook(json.dumps(document).encode())


@given(some.binary(max_size=300))
def test_any_bytes_are_a_notebook_or_have_a_reason(data: bytes) -> None:
    require_a_reason_or_a_notebook(data)


@given(texts)
def test_any_text_is_a_harmless_page(text: str) -> None:
    require_harmless(markdown_as_html(text, {"a.png": "iVBO"}))
    require_harmless(plain_as_html(text))


@pytest.mark.slow
@settings(max_examples=LONG, deadline=None)
@given(documents)
def test_many_documents_are_notebooks_or_have_a_reason(document: Any) -> None:
    require_a_reason_or_a_notebook(json.dumps(document).encode())


@pytest.mark.slow
@settings(max_examples=LONG, deadline=None)
@given(texts)
def test_many_texts_are_harmless_pages(text: str) -> None:
    require_harmless(markdown_as_html(text, {"a.png": "iVBO"}))
