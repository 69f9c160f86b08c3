"""A handed-in notebook as typed cells: the one place where a notebook file is parsed.

Everything in it may be of any type and depth; what is not as Jupyter writes it is passed over.
Of the outputs only printed text and PNG pictures are kept.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Literal, TypeVar

import msgspec

from autograder.intake.files import UnreadableError

Kind = Literal["code", "markdown", "raw"]
T = TypeVar("T")

MAX_CELLS: Final = 5000
_MAX_OBJECTS: Final = 500_000  # in the JSON: each cell read takes thirty times its three bytes
_MAX_ITEMS: Final = (
    2_000_000  # commas and brackets, or escapes: each costs a hundred times its byte
)
_MAX_ATTACHMENTS: Final = 200  # of one cell
_MAX_SETTINGS: Final = 4096  # bytes of one setting in a cell's metadata
_MAX_OUTPUTS: Final = 200  # of one cell
_MAX_TEXT: Final = 20_000  # letters of one output
_MAX_PICTURE: Final = 1024 * 1024
_MAX_PICTURES: Final = 16 * 1024 * 1024  # of the whole notebook
_MAX_PIXELS: Final = 10_000_000  # of one picture: a browser takes four bytes for each
_MAX_ALL_PIXELS: Final = 64_000_000  # of the whole notebook
_PNG: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"  # width and height come next
_PNG_SIZE: Final = struct.Struct(">II")
_PNG_BEGINNING: Final = 32  # letters of base64 in which both are
# Half of a character beyond U+FFFF, escaped; whole ones and escaped backslashes come first
_HALF = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_HALF_LENGTH: Final = len(r"\ud800")


@dataclass(frozen=True, slots=True)
class Output:
    """What a code cell showed: text that was printed, or a PNG picture in base64."""

    text: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `course`: what the kit wrote into its metadata; `nbgrader`: what nbgrader did.

    `attachments`: PNG pictures in base64 by name.
    """

    kind: Kind
    source: str
    id: str = ""
    course: Mapping[str, str] = field(default_factory=dict)
    nbgrader: Mapping[str, str | float | bool] = field(default_factory=dict)
    outputs: tuple[Output, ...] = ()
    attachments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notebook:
    """The cells of a notebook, and what the kit wrote into its metadata."""

    cells: tuple[Cell, ...]
    course: Mapping[str, str]


class _Metadata(msgspec.Struct):
    course: msgspec.Raw = msgspec.Raw()
    nbgrader: msgspec.Raw = msgspec.Raw()


class _Cell(msgspec.Struct):
    cell_type: msgspec.Raw = msgspec.Raw()
    source: msgspec.Raw = msgspec.Raw()
    input: msgspec.Raw = msgspec.Raw()  # nbformat 3
    id: msgspec.Raw = msgspec.Raw()
    metadata: msgspec.Raw = msgspec.Raw()
    outputs: msgspec.Raw = msgspec.Raw()
    attachments: msgspec.Raw = msgspec.Raw()


class _Worksheet(msgspec.Struct):
    cells: list[msgspec.Raw] = []


class _Notebook(msgspec.Struct):
    cells: list[msgspec.Raw] | None = None
    worksheets: list[msgspec.Raw] | None = None  # nbformat 3
    metadata: msgspec.Raw = msgspec.Raw()


class _Output(msgspec.Struct):
    output_type: str = ""
    text: msgspec.Raw = msgspec.Raw()
    data: msgspec.Raw = msgspec.Raw()


def parse(text: str) -> Notebook:
    """The notebook in this text. Raises UnreadableError."""
    if not text.strip():
        raise UnreadableError("empty")
    items = max(text.count(",") + text.count("["), text.count("\\"))
    if text.count("{") > _MAX_OBJECTS or items > _MAX_ITEMS:
        raise UnreadableError("too_large")
    data = _HALF.sub(_whole, text).encode("utf-8", "replace")
    try:
        found = msgspec.json.decode(data, type=_Notebook)
    except msgspec.ValidationError:
        raise UnreadableError("no_notebook") from None
    except (msgspec.DecodeError, RecursionError):
        raise UnreadableError("broken_json") from None
    cells = found.cells
    if cells is None and found.worksheets:
        sheets = (_as(_Worksheet, sheet) for sheet in found.worksheets)
        cells = [cell for sheet in sheets if sheet is not None for cell in sheet.cells]
    if cells is None:
        raise UnreadableError("no_notebook")
    if len(cells) > MAX_CELLS:
        raise UnreadableError("too_large")
    metadata = _as(_Metadata, found.metadata)
    typed = [each for each in (_as(_Cell, cell) for cell in cells) if each is not None]
    return Notebook(
        tuple(_cells(typed)), _texts({} if metadata is None else _settings(metadata.course))
    )


def _whole(match: re.Match[str]) -> str:
    return r"\ufffd" if len(match[0]) == _HALF_LENGTH else match[0]


def _cells(cells: Iterable[_Cell]) -> Iterator[Cell]:
    room, pixels = _MAX_PICTURES, _MAX_ALL_PIXELS
    for cell in cells:
        kind = _as(str, cell.cell_type) or "code"
        metadata = _as(_Metadata, cell.metadata) or _Metadata()
        source = _text(cell.source) or _text(cell.input)
        attachments = dict(_attachments(cell.attachments))
        outputs = tuple(_outputs(cell.outputs)) if kind == "code" else ()
        pictures = [*attachments.values(), *(each.picture for each in outputs if each.picture)]
        room -= sum(map(len, pictures))
        pixels -= sum(map(_pixels, pictures))
        if room < 0 or pixels < 0:
            attachments, outputs = {}, tuple(each for each in outputs if not each.picture)
        yield Cell(
            "code" if kind == "code" else "raw" if kind == "raw" else "markdown",
            source,
            _as(str, cell.id) or "",
            _texts(_settings(metadata.course)),
            {
                name: value
                for name, value in _settings(metadata.nbgrader).items()
                if isinstance(value, (str, int, float))
            },
            outputs,
            attachments,
        )


def _outputs(raw: msgspec.Raw) -> Iterator[Output]:
    for each in (_as(list[msgspec.Raw], raw) or [])[:_MAX_OUTPUTS]:
        output = _as(_Output, each)
        if output is None:
            continue
        if output.output_type == "stream":
            yield Output(text=_text(output.text)[:_MAX_TEXT])
        elif picture := _png((_as(dict[str, msgspec.Raw], output.data) or {}).get("image/png")):
            yield Output(picture=picture)


def _attachments(raw: msgspec.Raw) -> Iterator[tuple[str, str]]:
    named = (_as(dict[str, msgspec.Raw], raw) or {}).items()
    for name, bundle in islice(named, _MAX_ATTACHMENTS):
        if picture := _png((_as(dict[str, msgspec.Raw], bundle) or {}).get("image/png")):
            yield name, picture


def _png(raw: msgspec.Raw | None) -> str:
    """The picture in base64, which holds no character that a page could take for markup."""
    text = "" if raw is None else _text(raw)
    if len(text) > 2 * _MAX_PICTURE:
        return ""
    try:
        data = base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return ""
    if not data.startswith(_PNG) or not len(_PNG) + _PNG_SIZE.size <= len(data) <= _MAX_PICTURE:
        return ""
    picture = base64.b64encode(data).decode("ascii")
    return picture if _pixels(picture) <= _MAX_PIXELS else ""


def _pixels(picture: str) -> int:
    """How many pixels a PNG in base64 says that it has."""
    width, height = _PNG_SIZE.unpack_from(base64.b64decode(picture[:_PNG_BEGINNING]), len(_PNG))
    return int(width * height)


def _settings(raw: msgspec.Raw) -> dict[str, Any]:
    """What stands in this part of the metadata; nothing if it is not as the kit writes it."""
    return (_as(dict[str, Any], raw) or {}) if len(bytes(raw)) <= _MAX_SETTINGS else {}


def _texts(settings: Mapping[str, Any]) -> dict[str, str]:
    return {name: value for name, value in settings.items() if isinstance(value, str)}


def _text(raw: msgspec.Raw) -> str:
    """A text, or its lines joined."""
    whole = _as(str, raw)
    if whole is not None:
        return whole
    return "".join(part for part in _as(list[Any], raw) or [] if isinstance(part, str))


def _as(type: type[T], raw: msgspec.Raw) -> T | None:
    """The value, if it is of this type."""
    if not bytes(raw):
        return None
    try:
        return msgspec.json.decode(raw, type=type)
    except (msgspec.DecodeError, RecursionError):
        return None
