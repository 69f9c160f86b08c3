"""The wire between judge and child: typed plain data in length-prefixed frames, no pickle.

Every frame is four bytes of length and one MessagePack document of a message type below. What
comes from the child is treated as forged: frames, depth, counts and sizes are capped, and
whatever does not decode raises WireError.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
import numpy as np

from autograder.values.plain import (
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_SPAN,
    SCALARS,
    Model,
    Tensor,
    Unsupported,
    Value,
    span,
)

MAX_REPLY = 1024 * 1024  # from the child
MAX_REQUEST = 16 * 1024 * 1024  # from the judge: a notebook's cells
_HEADER = struct.Struct(">I")
_MAX_NDIM = 8
NAME = 60  # characters of the name of a type

NOTES = 100  # of a notebook's cells
NOTE = 400  # characters of a note
TEXT = 300  # of an error or a warning
WARNINGS = 3

Name = Annotated[str, msgspec.Meta(max_length=NAME)]
Text = Annotated[str, msgspec.Meta(max_length=TEXT)]
Index = Annotated[int, msgspec.Meta(ge=0)]
Dtype = Literal[
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "float16", "float32", "float64",
]  # fmt: skip
Length = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
Shape = Annotated[tuple[Length, ...], msgspec.Meta(max_length=_MAX_NDIM)]


class WireError(Exception):
    """Bytes that are no message; the text says what is wrong with them."""


class Array(msgspec.Struct, frozen=True, tag="array", array_like=True):
    dtype: Dtype
    shape: Shape
    data: bytes


class Torch(msgspec.Struct, frozen=True, tag="tensor", array_like=True):
    array: Array
    attached: bool


class Reference(msgspec.Struct, frozen=True, tag="model", array_like=True):
    number: int


class Type(msgspec.Struct, frozen=True, tag="odd", array_like=True):
    name: Name


class Items(msgspec.Struct, frozen=True, tag="tuple", array_like=True):
    items: Annotated[list[Data], msgspec.Meta(max_length=MAX_ITEMS)]


class Listing(msgspec.Struct, frozen=True, tag="list", array_like=True):
    items: Annotated[list[Data], msgspec.Meta(max_length=MAX_ITEMS)]


class Function(msgspec.Struct, frozen=True, tag="function", array_like=True):
    """A function that stays with the checks; the child gets a substitute that calls back."""

    number: int
    name: str


Data = (
    None | bool | int | float | str | Array | Torch | Reference | Type | Items | Listing | Function
)


# judge → child


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Run these cells in order; None marks one that is left out.

    `language` is the notebook's; `no_input` is said to code that asks for input. `without`: cells
    and lines in which statements begin that are left out.
    """

    cells: list[str | None]
    tasks: list[str]
    language: str = "en"
    no_input: str = ""
    without: list[tuple[int, int]] = []


class Call(msgspec.Struct, frozen=True, tag="call"):
    number: int
    task: str
    arguments: list[Data]


class Build(msgspec.Struct, frozen=True, tag="build"):
    number: int
    layers: list[tuple[str, tuple[int, ...]]]
    parameters: list[Data]


class Parameters(msgspec.Struct, frozen=True, tag="parameters"):
    number: int
    model: int


class Outputs(msgspec.Struct, frozen=True, tag="outputs"):
    number: int
    model: int
    X: Data


class Nudge(msgspec.Struct, frozen=True, tag="nudge"):
    number: int
    model: int
    X: Data


class Again(msgspec.Struct, frozen=True, tag="again"):
    """What do the last so many answers of plain data hold now?"""

    number: int
    count: int


class Substitute(msgspec.Struct, frozen=True, tag="substitute"):
    """Let calls of these tasks' functions call back to the checks from now on."""

    number: int
    tasks: list[str]


class Separate(msgspec.Struct, frozen=True, tag="separate"):
    """Let these tasks' functions give copies to whoever calls them in the student's code."""

    number: int
    tasks: list[str]


class Answered(msgspec.Struct, frozen=True, tag="answered"):
    """What a question came to: a value, or an error's text."""

    value: Data = None
    error: str | None = None


# child → judge

NoteCode = Literal[
    "syntax", "stopped", "line_magic", "cell_magic", "reused", "hung", "killed", "hung_line",
    "killed_line",
]  # fmt: skip


class Locked(msgspec.Struct, frozen=True, tag="locked"):
    """The first message of a child: every layer holds; or the `error` because of which not."""

    error: Annotated[str, msgspec.Meta(max_length=2000)] = ""


class CellStarted(msgspec.Struct, frozen=True, tag="cell"):
    """Cell `index` is about to run, or in it the statement that begins in this line, from 1."""

    index: Index
    line: Index = 0


class CellNote(msgspec.Struct, frozen=True, tag="note"):
    """Something about a cell: a `code` of the submission's notes, and a text for it."""

    code: NoteCode
    index: Index
    text: Annotated[str, msgspec.Meta(max_length=NOTE)]


class Loaded(msgspec.Struct, frozen=True, tag="loaded"):
    notes: Annotated[list[CellNote], msgspec.Meta(max_length=NOTES)]


class Returned(msgspec.Struct, frozen=True, tag="returned"):
    number: int
    value: Data
    changed: Annotated[list[Index], msgspec.Meta(max_length=100)]
    warned: Annotated[list[Text], msgspec.Meta(max_length=WARNINGS)]
    after: Annotated[list[Data], msgspec.Meta(max_length=100)] = []  # of the changed arguments
    kept: Annotated[list[Index], msgspec.Meta(max_length=100)] = []  # whose memory the answer holds
    inside: Annotated[list[Index], msgspec.Meta(max_length=100)] = []  # changed in their parts


class Raised(msgspec.Struct, frozen=True, tag="raised"):
    number: int
    kind: Literal["missing", "not_started", "raised"]
    error: Name
    text: Text
    cell: Index = 0  # where in the student's code; both count from 1, 0 where it is not known
    line: Index = 0


class Asked(msgspec.Struct, frozen=True, tag="asked"):
    """The student's code calls a function of the checks, or a task's substitute by its name."""

    number: int
    function: Index | Name
    arguments: Annotated[list[Data], msgspec.Meta(max_length=100)]


Request = (
    Load | Call | Build | Parameters | Outputs | Nudge | Again | Substitute | Separate | Answered
)
Reply = Locked | CellStarted | Loaded | Returned | Raised | Asked

_Message = TypeVar("_Message")
_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_replies: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def encode(message: Request | Reply) -> bytes:
    """The message as one frame."""
    body = _encoder.encode(message)
    return _HEADER.pack(len(body)) + body


def frame_length(header: bytes | bytearray, most: int) -> int:
    """The length of the body that follows this four-byte header. Raises WireError over `most`."""
    length: int = _HEADER.unpack(header)[0]
    if length > most:
        raise WireError("frame too long")
    return length


HEADER_SIZE = _HEADER.size


def decode_request(body: bytes) -> Request:
    """A message from the judge. Raises WireError."""
    return _decode(_requests.decode, body)


def decode_reply(body: bytes) -> Reply:
    """A message from the child; what is longer than a child makes it raises WireError."""
    return _decode(_replies.decode, body)


def _decode(decode: Callable[[bytes], _Message], body: bytes) -> _Message:
    try:
        return decode(body)
    except (msgspec.MsgspecError, RecursionError, ValueError, OverflowError, MemoryError) as why:
        raise WireError(f"no message: {type(why).__name__}") from None


def short(text: str, most: int = TEXT) -> str:
    """Text of the student's side, cut to a length that a message can hold."""
    written = text[: most + 1].encode("utf-8", "backslashreplace").decode("utf-8")
    return written if len(written) <= most else written[: most - 1] + "…"


def pack(value: Value) -> Data:
    """Plain data as the wire carries it."""
    if isinstance(value, np.ndarray):
        return _pack_array(value)
    if isinstance(value, Tensor):
        return Torch(_pack_array(value.array), value.attached)
    if isinstance(value, Model):
        return Reference(value.reference)
    if isinstance(value, Unsupported):
        return Type(value.type_name)
    if isinstance(value, (list, tuple)):
        plain = SCALARS.issuperset(map(type, value))
        items: Any = list(value) if plain else [pack(item) for item in value]
        return Listing(items) if isinstance(value, list) else Items(items)
    return value


# NumPy works out a dtype's name and byte order anew each time, slower than all else here
_NATIVE: dict[str, np.dtype[Any]] = {name: np.dtype(name) for name in get_args(Dtype)}
_LITTLE = {name: dtype.newbyteorder("<") for name, dtype in _NATIVE.items()}
_NAMES: dict[np.dtype[Any], Dtype] = {np.dtype(name): name for name in get_args(Dtype)}


def _pack_array(array: np.ndarray[Any, Any]) -> Array:
    name = _NAMES[array.dtype]
    return Array(name, array.shape, array.astype(_LITTLE[name], copy=False).tobytes())


def unpack(data: Data) -> Value:
    """The plain data that the wire carried. Raises WireError for impossible arrays or counts."""
    return _Unpacker().unpack(data, 0)


class _Unpacker:
    def __init__(self) -> None:
        self.items = 0

    def unpack(self, data: Data, depth: int) -> Value:
        if isinstance(data, Array):
            return _unpack_array(data)
        if isinstance(data, Torch):
            return Tensor(_unpack_array(data.array), data.attached)
        if isinstance(data, Reference):
            return Model(data.number)
        if isinstance(data, Type):
            return Unsupported(data.name)
        if isinstance(data, (Listing, Items)):
            self.items += len(data.items)
            if depth > MAX_DEPTH or self.items > MAX_ITEMS:
                raise WireError("too many items")
            if SCALARS.issuperset(map(type, data.items)):
                return tuple(data.items) if isinstance(data, Items) else list(data.items)  # type: ignore[arg-type]
            items = [self.unpack(item, depth + 1) for item in data.items]
            return tuple(items) if isinstance(data, Items) else items
        if isinstance(data, Function):
            raise WireError("a function came back")
        return data


def _unpack_array(data: Array) -> np.ndarray[Any, Any]:
    dtype = _LITTLE[data.dtype]
    if math.prod(data.shape) * dtype.itemsize != len(data.data):
        raise WireError("an array whose bytes don't fit its shape")
    if span(data.shape) > MAX_SPAN:  # large lengths beside one of 0
        raise WireError("an array of an impossible shape")
    array = np.frombuffer(data.data, dtype).reshape(data.shape)
    if data.dtype == "bool":
        return np.asarray(array.view(np.uint8) != 0)  # other bytes would make odd booleans
    return array.astype(_NATIVE[data.dtype])
