"""A student's text as HTML or Markdown that is safe in a page: the one way there.

Markdown is rendered and then cleaned with an allowlist: no markup of the student's own, no script,
no link but http, https and mailto, no picture but those handed in. Formulas stay for MathJax
(`formulas.py`); nothing else does that it could take for one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from typing import Any, Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments.lexers.python import PythonLexer  # type: ignore[import-untyped]
from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

from autograder.reports.formulas import FormulaRoom, inert
from autograder.values.text import legible

MAX_TEXT: Final = 20_000  # letters; the rest is cut off, and a sign says so
MAX_SHOWN: Final = 200_000  # letters of one submission, in all that is shown of it
_MAX_HTML: Final = 10 * MAX_TEXT  # letters that one text may become: a table fills itself up
_MOST_BLANK: Final = 20  # lines in a row
_MAX_READ: Final = 50 * MAX_TEXT  # letters that are looked at
_DEEPEST: Final = 18  # blocks within blocks: markdown-it drops what is in the twentieth
# A line that begins with five quotes: its paragraph is read through once for each of them
_QUOTES: Final = re.compile(r"(?:^|[\r\n])(?:(?:[^\S\r\n]|[-+*.)\d])*>){5}")
_PICTURE: Final = "data:image/png;base64,"
_SCHEMES: Final = ("http://", "https://", "mailto:")
_NAMES: Final = """
    a blockquote br code div em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong table tbody td th thead
    tr ul span
"""
_TAGS: Final = frozenset(_NAMES.split())
_ATTRIBUTES: Final = {"a": {"href"}, "img": {"src"}, "ol": {"start"}}
_WIDE = re.compile(r"[^\S\n]{60,}")
_TAG = re.compile(r"(<[^<>]*>)")
_OPENS: Final = '<div style="overflow-wrap:anywhere">'  # an endless word makes no page wider
_MATHS: Final = str.maketrans({"\\": "＼", "$": "＄"})  # what MathJax takes for a formula's ends


class _Renderer(RendererHTML):
    """Pictures are what was handed in with the text, each shown once; others are named."""

    def image(
        self,
        tokens: Sequence[Token],
        place: int,
        options: Any,  # noqa: ARG002
        env: MutableMapping[str, Any],
    ) -> str:
        source = str(tokens[place].attrs.get("src", ""))
        name = source.removeprefix("attachment:")
        if source.startswith("attachment:") and (picture := env["pictures"].pop(name, None)):
            return f'<img src="{_PICTURE}{picture}">'
        return html.escape(tokens[place].content or source)

    def formula(
        self,
        tokens: Sequence[Token],
        place: int,
        options: Any,  # noqa: ARG002
        env: MutableMapping[str, Any],
    ) -> str:
        content = tokens[place].content.strip()
        if not env["room"].take(content):
            return f"<code>{html.escape(content)}</code>"
        sign = "$" if tokens[place].type == "math_inline" else "$$"
        return f"<span>{sign}{html.escape(content)}{sign}</span>"


_markdown = (
    MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer)
    .enable("table")
    .use(dollarmath_plugin, allow_labels=False, double_inline=True)
    .use(amsmath_plugin)
)
for _kind in ("math_inline", "math_inline_double", "math_block", "amsmath"):
    _markdown.add_render_rule(_kind, _Renderer.formula)


_PYTHON: Final = PythonLexer(stripnl=False, ensurenl=False)


def markdown_as_html(
    text: str, pictures: Mapping[str, str] | None = None, room: FormulaRoom | None = None
) -> str:
    """A student's Markdown as HTML on one line, which is also Markdown; plain if it nests deeply.

    `pictures`: the cell's attachments by name, PNG in base64; `room`: for the formulas of all
    texts on a page together.
    """
    most = _MAX_HTML + sum(map(len, (pictures or {}).values()))
    given = {"pictures": {**(pictures or {})}, "room": room or FormulaRoom()}
    shown = bounded(text)
    if _QUOTES.search(shown):
        return plain_as_html(text)
    tokens = _markdown.parse(shown, given)
    if any(token.level > _DEEPEST for token in tokens):
        return plain_as_html(text)
    rendered = _markdown.renderer.render(tokens, _markdown.options, given)
    return _line(_cleaned(rendered)) if len(rendered) <= most else plain_as_html(text)


def plain_as_html(text: str) -> str:
    """A student's text as it stands, without any format."""
    return _line(_cleaned(f"<pre>{html.escape(bounded(text))}</pre>"))


def code_as_html(code: str, first: int = 1, marked: Collection[int] = ()) -> Markup:
    """Python code, line by line, with its colours; `first`: the number of the first line.

    `marked` lines have a sign before them.
    """
    rows: list[list[str]] = [[]]
    for kind, text in _PYTHON.get_tokens(code[:MAX_TEXT]):
        name = STANDARD_TYPES.get(kind, "")
        for place, part in enumerate(text.split("\n")):
            if place:
                rows.append([])
            if part:
                shown = html.escape(part)
                rows[-1].append(f'<span class="{name}">{shown}</span>' if name else shown)
    lines = []
    for number, row in enumerate(rows, first):
        kinds = "line marked" if number in marked else "line"
        lines.append(f'<span class="{kinds}"><span class="ln">{number}</span>{"".join(row)}</span>')
    return Markup("".join(f"{line}\n" for line in lines))


def bounded(text: str) -> str:
    """As much of a text as pages show, legible; runs of white space and blank lines are cut."""
    read = text[:_MAX_READ].replace("\r\n", "\n").replace("\r", "\n")
    shown = _WIDE.sub(lambda match: match[0][:20], read)
    lines, blank = [], 0
    for line in shown.split("\n"):
        blank = 0 if line.strip() else blank + 1
        lines += [line] if blank <= _MOST_BLANK else []
    shown = legible("\n".join(lines)[: MAX_TEXT + 1])
    return shown if len(shown) <= MAX_TEXT else f"{shown[:MAX_TEXT]} …"


def _cleaned(rendered: str) -> str:
    """What the allowlist lets through, legible: a text's entities have become letters by now."""
    cleaned = nh3.clean(
        rendered,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "data"},
    )
    kept, within, formula = [], 0, False
    for part in _TAG.split(cleaned):
        if part in ("<span>", "</span>"):  # the renderer's own, about a formula
            formula = part == "<span>"
        elif part.startswith("<"):
            within += {"<pre>": 1, "<code>": 1, "</pre>": -1, "</code>": -1}.get(part, 0)
            kept.append(part)
        else:
            kept.append(_text(legible(part), within=within > 0, formula=formula))
    return "".join(kept)


def _text(text: str, *, within: bool, formula: bool) -> str:
    """Text between two tags, of which MathJax takes nothing for a formula but what is one."""
    if within:  # MathJax leaves code alone
        return text
    return inert(text) if formula else text.translate(_MATHS)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "img":
        return value if value.startswith(_PICTURE) else None
    if tag == "a" and name == "href":
        return value if value.lower().startswith(_SCHEMES) else None
    return value


def _line(cleaned: str) -> str:
    """One block of HTML: Markdown ends such a block at the first blank line.

    Brackets are written out: nbconvert looks for links among them, for minutes.
    """
    return f"{_OPENS}{cleaned.strip()}</div>".replace("\n", "&#10;").replace("[", "&#91;")
