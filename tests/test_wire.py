"""The wire under garbage: plain data crosses unchanged, whatever else comes is refused."""

from __future__ import annotations

import math
import struct
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.sandbox import wire
from autograder.values.plain import MAX_DEPTH, MAX_ITEMS, Model, Tensor, Unsupported

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.text(max_size=20)
)
dtypes = st.sampled_from([np.dtype(name) for name in wire._NATIVE])


@st.composite
def arrays(draw: st.DrawFn) -> np.ndarray[Any, Any]:
    dtype, shape = draw(dtypes), tuple(draw(st.lists(st.integers(0, 4), max_size=3)))
    size = math.prod(shape) * dtype.itemsize
    raw = draw(st.binary(min_size=size, max_size=size))
    if dtype == np.bool_:
        raw = bytes(byte & 1 for byte in raw)
    return np.frombuffer(raw, dtype).reshape(shape)


plain = st.recursive(
    scalars
    | arrays()
    | st.builds(Tensor, arrays(), st.booleans())
    | st.builds(Model, st.integers(0, 9))
    | st.builds(Unsupported, st.text(max_size=60)),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=10,
)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, Tensor):
        return one.attached == other.attached and same(one.array, other.array)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or one != one


@given(plain)
def test_plain_data_crosses_the_wire_unchanged(value: Any) -> None:
    reply = wire.Returned(1, wire.pack(value), [], [])
    came = wire.decode_reply(wire.encode(reply)[wire.HEADER_SIZE :])
    assert isinstance(came, wire.Returned)
    assert same(wire.unpack(came.value), value)


@given(st.binary(max_size=400))
def test_garbage_is_no_message(body: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.unpack(wire.decode_reply(body))  # type: ignore[arg-type]


@given(plain, st.data())
@settings(max_examples=300)
def test_a_damaged_message_is_another_message_or_none(value: Any, data: st.DataObject) -> None:
    body = bytearray(wire.encode(wire.Returned(1, wire.pack(value), [0], ["w"]))[4:])
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        reply = wire.decode_reply(bytes(body))
        if isinstance(reply, wire.Returned):
            wire.unpack(reply.value)
    except wire.WireError:
        pass


def nested(depth: int) -> wire.Data:
    value: wire.Data = 0.5
    for _ in range(depth):
        value = wire.Listing([value])
    return value


TOO_MUCH: dict[str, wire.Data] = {
    "deep": nested(MAX_DEPTH + 2),
    "many": wire.Listing([None] * (MAX_ITEMS + 1)),
    "many in all": wire.Listing([wire.Listing([0.5] * 1000)] * (MAX_ITEMS // 1000 + 1)),
    "a function": wire.Function(0, "f"),
    "a long name": wire.Type("x" * 61),
    "no such dtype": wire.Array("object", (1,), bytes(8)),  # type: ignore[arg-type]
    "a negative length": wire.Array("float64", (-1,), b""),
    "bytes missing": wire.Array("float64", (2,), bytes(8)),
    "nothing, but enormous": wire.Array("float64", (0, 2**30, 2**30, 2**30, 2**30), b""),
    "a length of 2**62": wire.Array("float64", (2**62, 0), b""),
    "nine axes": wire.Array("float64", (1,) * 9, bytes(8)),
}


@pytest.mark.parametrize("value", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_refused(value: wire.Data) -> None:
    body = wire.encode(wire.Returned(1, value, [], []))[wire.HEADER_SIZE :]
    with pytest.raises(wire.WireError):
        reply = wire.decode_reply(body)
        assert isinstance(reply, wire.Returned)
        wire.unpack(reply.value)


@pytest.mark.parametrize(
    "reply",
    [
        wire.Raised(1, "passed", "", ""),  # type: ignore[arg-type]
        wire.Raised(1, "raised", "x" * 61, ""),
        wire.Raised(1, "raised", "", "x" * 301),
        wire.Loaded([wire.CellNote("full_marks", 0, "")]),  # type: ignore[arg-type]
        wire.Loaded([wire.CellNote("stopped", -1, "")]),
        wire.Loaded([wire.CellNote("stopped", 0, "x" * 401)]),
        wire.Loaded([wire.CellNote("stopped", 0, "")] * 101),
        wire.CellStarted(-1),
        wire.Asked(1, -1, []),
        wire.Returned(1, None, [-1], []),
        wire.Returned(1, None, [], ["x"] * 4),
    ],
)
def test_what_no_child_says_is_refused(reply: wire.Reply) -> None:
    with pytest.raises(wire.WireError):
        wire.decode_reply(wire.encode(reply)[wire.HEADER_SIZE :])


def test_a_hundred_thousand_lists_deep_is_refused() -> None:
    for body in (b"\x91" * 100_000, b"\x92\xa4list\x91" * 100_000 + b"\xc0"):
        with pytest.raises(wire.WireError):
            wire.decode_reply(body)


def test_a_frame_is_measured_before_it_is_read() -> None:
    assert wire.frame_length(struct.pack(">I", wire.MAX_REPLY), wire.MAX_REPLY) == wire.MAX_REPLY
    with pytest.raises(wire.WireError):
        wire.frame_length(struct.pack(">I", wire.MAX_REPLY + 1), wire.MAX_REPLY)


def test_a_byte_that_is_no_boolean_becomes_one() -> None:
    array = wire.unpack(wire.Array("bool", (3,), b"\x00\x02\xff"))
    assert isinstance(array, np.ndarray)
    assert array.tobytes() == b"\x00\x01\x01"


@given(st.text(max_size=700), st.integers(2, 400))
def test_a_shortened_text_fits(text: str, most: int) -> None:
    assert len(wire.short(text, most)) <= most
