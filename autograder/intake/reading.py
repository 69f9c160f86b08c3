"""A handed-in notebook or Python file as cells of code.

Outputs, attachments and whatever else a notebook holds are passed over unread.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.values.roles import NOT_RUN

MAX_FILE = 32 * 1024 * 1024
MAX_CODE = 4 * 1024 * 1024
MAX_CELLS = 5000
_MAX_OBJECTS = 500_000  # in a notebook's JSON: each cell read takes thirty times its three bytes
_MAX_METADATA = 4096
_PERCENT = re.compile(r"^#\s?%%(?P<rest>.*)$", re.MULTILINE)
_ROLE = re.compile(r"""(?:["']role["']:\s*|\brole=)["'](\w+)["']""")
_CHECK = re.compile(r"\s*check\(\s*[\"']\w+[\"']\s*\)\s*\Z")


class UnreadableError(Exception):
    """The file can't be read as a submission; `reason` is a code of the notes."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Submitted:
    """The code of a submission. Cells that the kit put there to check or draw are empty."""

    cells: tuple[str, ...]
    assignment: str | None = None
    language: str | None = None


class _Metadata(msgspec.Struct):
    """Of a cell or a notebook; `course` is the kit's own part, read when it is needed."""

    course: msgspec.Raw = msgspec.Raw(b"null")


class _Cell(msgspec.Struct):
    cell_type: str = "code"
    source: str | list[str] = ""
    input: str | list[str] = ""  # nbformat 3
    metadata: _Metadata | None = None


class _Worksheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    cells: list[_Cell] | None = None
    worksheets: list[_Worksheet] | None = None  # nbformat 3
    metadata: _Metadata | None = None


def read(data: bytes, *, notebook: bool, tasks: frozenset[str]) -> Submitted:
    """The cells of a notebook or, otherwise, of a Python file.

    A kit's cell that checks or draws stays out unless it now defines one of `tasks`.
    Raises UnreadableError.
    """
    if len(data) > MAX_FILE:
        raise UnreadableError("too_large")
    text = decode_text(data)
    submitted = _read_notebook(text, tasks) if notebook else _read_script(text, tasks)
    if len(submitted.cells) > MAX_CELLS or sum(map(len, submitted.cells)) > MAX_CODE:
        raise UnreadableError("too_large")
    return submitted


def decode_text(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 with a mark, UTF-8, or Korean Windows' code page."""
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("no_text")


def _read_notebook(text: str, tasks: frozenset[str]) -> Submitted:
    if not text.strip():
        raise UnreadableError("empty")
    if text.count("{") > _MAX_OBJECTS:
        raise UnreadableError("too_large")
    try:
        notebook = msgspec.json.decode(text.encode("utf-8", "replace"), type=_Notebook)
    except (msgspec.DecodeError, RecursionError):
        raise UnreadableError("broken_json") from None
    cells = notebook.cells
    if cells is None and notebook.worksheets:
        cells = [cell for sheet in notebook.worksheets for cell in sheet.cells]
    if cells is None:
        raise UnreadableError("no_notebook")
    course = _course(notebook.metadata)
    return Submitted(
        tuple(_notebook_code(cell, tasks) for cell in cells if cell.cell_type == "code"),
        _text_or_none(course.get("assignment")),
        _text_or_none(course.get("language")),
    )


def _notebook_code(cell: _Cell, tasks: frozenset[str]) -> str:
    source = cell.source or cell.input
    code = source if isinstance(source, str) else "".join(source)
    return _code_to_run(code, _text_or_none(_course(cell.metadata).get("role")), tasks)


def _course(metadata: _Metadata | None) -> dict[str, Any]:
    """What the kit wrote into this metadata; nothing if it is not as the kit writes it."""
    if metadata is None or len(bytes(metadata.course)) > _MAX_METADATA:
        return {}
    try:
        course: Any = msgspec.json.decode(metadata.course)
    except (msgspec.DecodeError, RecursionError):
        return {}
    return course if isinstance(course, dict) else {}


def _read_script(text: str, tasks: frozenset[str]) -> Submitted:
    if "\0" in text:
        raise UnreadableError("no_text")
    if len(text) > MAX_CODE:
        raise UnreadableError("too_large")
    marks = list(_PERCENT.finditer(text))
    if not marks:
        return Submitted((text,))
    cells = [text[: marks[0].start()]]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        if "[markdown]" in mark["rest"] or "[raw]" in mark["rest"]:
            cells.append("")
            continue
        role = _ROLE.search(mark["rest"])
        cells.append(_code_to_run(text[mark.end() : end], role and role[1], tasks))
    return Submitted(tuple(cells))


def _code_to_run(code: str, role: Any, tasks: frozenset[str]) -> str:
    if role == "check":
        return "" if _CHECK.match(code) else code
    if role in NOT_RUN and not _defines_any(code, tasks if role == "picture" else None):
        return ""
    return code


def _defines_any(code: str, tasks: frozenset[str] | None) -> bool:
    """Whether it defines one of these tasks or, without them, anything that others may use."""
    if tasks is None:
        return re.search(r"^(?:async[ \t]+def|def|class|import|from)\b", code, re.M) is not None
    names = "|".join(sorted(tasks))
    definition = rf"^[ \t]*(?:async[ \t]+def|def|class)[ \t]+(?:{names})\b"
    return re.search(definition, code, re.MULTILINE) is not None


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
