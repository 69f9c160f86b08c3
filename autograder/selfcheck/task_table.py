"""The small table that a student reads: check, points, what to look at; as text and as HTML.

The HTML has no colours of its own: it is readable in light and dark, and to a screen reader.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from autograder.selfcheck.task_report import NOT_STARTED, Checked, TaskReport
from autograder.values.messages import mark as _
from autograder.values.text import clean, columns, wrapped
from autograder.values.words import Words

_VISIBLE: Final = _("visible checks: {right} of {all}")
_MORE: Final = _("Hidden checks on other numbers follow in grading.")
_CHECK: Final = _("check")
_POINTS: Final = _("points")
_SIGNS: Final = {"✓": _("right"), "✗": _("not right"), "·": _("waits")}
WIDTH: Final = 82  # columns of the text; nbgrader's `validate` cuts after 87 letters
_CODE: Final = re.compile("`([^`]+)`")

BOX: Final = "max-width:46em;line-height:1.5;word-break:keep-all;overflow-wrap:anywhere"
TABLE: Final = "border-collapse:collapse;margin:0.25em 0;table-layout:auto;font-size:inherit"
CELL: Final = "text-align:left;vertical-align:top;font-weight:normal;padding:0.15em 0.7em 0.15em 0"
NUMBER: Final = f"{CELL};text-align:right;white-space:nowrap"
_NOTE: Final = "margin:0.2em 0 0.4em;padding-left:0.7em;border-left:3px solid currentColor"


def as_text(report: TaskReport, words: Words) -> str:
    """One task as lines of text: each check, and below the first that failed its message."""
    lines = [_heading(report, words)]
    if report.state:
        lines += wrapped(report.state, WIDTH, "  ")
    if _has_rows(report):
        lines += _rows_of_text(report, words)
    if report.passed and not report.state:
        lines += wrapped(words(_MORE), WIDTH, "  ")
    return "\n".join(lines)


def as_html(report: TaskReport, words: Words) -> str:
    """The same as a table with a caption, headings and words for its signs."""
    parts = [f'<p style="margin:0"><strong>{marked(_heading(report, words))}</strong></p>']
    if report.state:
        parts.append(_note(report.state))
    if _has_rows(report):
        parts.append(_table(report, words))
    if report.passed and not report.state:
        parts.append(f'<p style="margin:0">{marked(words(_MORE))}</p>')
    return f'<div lang="{words.language}" style="{BOX}">{"".join(parts)}</div>'


def sign(outcome: Checked) -> str:
    return "✓" if outcome.passed else "·" if outcome.not_started or outcome.waits else "✗"


def _heading(report: TaskReport, words: Words) -> str:
    if report.state:
        return f"✗ {report.task}"
    if report.not_started:
        return f"· {report.task}: {words(NOT_STARTED)}"
    count = words(_VISIBLE, right=report.right, all=len(report.outcomes))
    return f"{'✓' if report.passed else '✗'} {report.task}: {count}"


def _has_rows(report: TaskReport) -> bool:
    return not (report.state or report.not_started)


def _rows_of_text(report: TaskReport, words: Words) -> Iterator[str]:
    titles = [each.check.title_in(words.language) for each in report.outcomes]
    width = min(max(map(columns, titles)), WIDTH - 12)
    for each, title in zip(report.outcomes, titles, strict=True):
        first, *rest = wrapped(title, width)
        space = " " * (width - columns(first))
        yield f"  {sign(each)} {first}{space}  {each.check.points:>4g}"
        yield from (f"    {line}" for line in rest)
        if each is report.explained:
            for text in filter(None, (report.why, report.hint)):
                yield from wrapped(clean(text), WIDTH, "      ")


def _table(report: TaskReport, words: Words) -> str:
    head = "".join(
        f'<th scope="col" style="{style}">{words(text)}</th>'
        for text, style in ((_CHECK, f"{CELL};padding-left:1.3em"), (_POINTS, NUMBER))
    )
    rows = "".join(_row(report, each, words) for each in report.outcomes)
    return (
        f'<table style="{TABLE}" aria-label="{html.escape(report.task)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(report: TaskReport, outcome: Checked, words: Words) -> str:
    said = words(_SIGNS[sign(outcome)])
    mark = f'<span role="img" aria-label="{said}">{sign(outcome)}</span>'
    title = marked(outcome.check.title_in(words.language))
    notes = ""
    if outcome is report.explained:
        notes = "".join(_note(text) for text in (report.why, report.hint) if text)
    title = f'<div style="padding-left:1.3em;text-indent:-1.3em">{mark} {title}</div>'
    points = f'<td style="{NUMBER}">{outcome.check.points:g}</td>'
    return f'<tr><th scope="row" style="{CELL}">{title}{notes}</th>{points}</tr>'


def _note(text: str) -> str:
    return f'<div style="{_NOTE}">{marked(clean(text))}</div>'


def marked(text: str) -> str:
    """Text as HTML; what stands in backquotes is code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(text))
