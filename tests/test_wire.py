"""The wire under garbage and forgery: whatever comes, a check fails and the judge goes on."""

from __future__ import annotations

import importlib
import math
import random
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import course as courses
from autograder.checks.support.findings import Ended, Finding
from autograder.checks.support.plain import (
    MAX_DEPTH,
    MAX_ITEMS,
    Model,
    Odd,
    Tensor,
    from_plain,
    to_plain,
)
from autograder.checks.support.watch import BadQuestion
from autograder.course import Assignment, Course
from autograder.judge.grading import Grading
from autograder.judge.remote import RemoteStudent
from autograder.judge.report import task_results
from autograder.judge.right import MOST_ENTRIES, require_moderate, right_answer
from autograder.judge.session import CheckSession
from autograder.sandbox import wire

HOME = Path(__file__).resolve().parents[1]
SECONDS = 10  # for the slowest fuzzed grading, on a busy machine

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
    | st.builds(Odd, st.text(max_size=60)),
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
        wire.Cell(-1),
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


@pytest.mark.parametrize(
    "arguments",
    [
        [np.ones(4000), np.ones(4000)],
        [np.ones((300, 1)), np.ones((1, 300)), [1.0] * 300],
        [10**9, 0.1, 0.1, 1],
        [-(10**7)],
        [[[1.0] * 100] * 100, [[1.0] * 100] * 100],
        [Tensor(np.ones(MOST_ENTRIES + 1, dtype=np.int8))],
    ],
)
def test_a_stand_in_answers_for_moderate_arguments(arguments: list[Any]) -> None:
    with pytest.raises(BadQuestion):
        require_moderate(arguments)
    require_moderate([np.ones((10, 10)), np.ones((10, 10)), np.ones(10), 100, 0.5, [1.0] * 20])


# --- Forged replies through the real checks


class Forger(RemoteStudent):
    """A child that knows the right answers and bends some of them, and asks what it likes."""

    def __init__(self, assignment: Assignment, course: Course, seed: int, share: float) -> None:
        tasks = [task.name for task in assignment.tasks]
        super().__init__(
            lambda: None,  # type: ignore[arg-type, return-value]
            [""],
            tasks,
            course.limits,
            lambda task, arguments: right_answer(assignment.name, task, arguments),
        )
        self._solution = vars(importlib.import_module(f"solutions.{assignment.name}"))
        self._random = random.Random(seed)
        self._share = share

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Any:
        self._right = lambda: self._solution[task](*map(from_plain_or_function, arguments))
        return super()._call(task, arguments)

    def _ask(self, request: Callable[[int], Any], answer: Any = None) -> Any:
        if self._chance(0.03):
            raise Ended("crashed", Finding("crashed"))
        if answer is not None and self._chance(0.3):
            self._question(answer)
        if self._chance(0.03):
            kind = self._random.choice(["missing", "not_started", "raised"])
            return came(wire.Raised(1, kind, "Error\x1b{0}", "{text}\n"))
        value = wire.pack(to_plain(self._right())) if isinstance(request(1), wire.Call) else 0.5
        return came(wire.Returned(1, self._bent(value), [0] * self._chance(0.5), []))

    def _chance(self, share: float) -> bool:
        return self._share > 0 and self._random.random() < share

    def _question(self, answer: Callable[[wire.Asked], wire.Answered]) -> None:
        function = self._random.choice([0, 1, 7, *self._tasks, *self._tasks])
        asked = wire.Asked(1, function, [self._any() for _ in range(self._random.randrange(4))])
        reply = came(asked)
        assert isinstance(reply, wire.Asked)
        try:
            wire.encode(answer(reply))
        except wire.WireError:
            raise Ended("refused", Finding("wire")) from None

    def stand_in(self, tasks: Any) -> None:
        self._standing = list(tasks)

    def _bent(self, value: wire.Data) -> wire.Data:
        if not self._chance(self._share):
            return value
        if isinstance(value, (wire.Items, wire.Listing)) and self._random.random() < 0.7:
            items = [self._bent(item) for item in value.items]
            kind = self._random.choice([wire.Items, wire.Listing])
            return kind(items[: self._random.choice([len(items), 1, 0, 99])])
        if isinstance(value, wire.Array) and self._random.random() < 0.5:
            array = np.array(wire.unpack(value))
            array = array.reshape(self._random.choice([array.shape, (-1,), (-1, 1), (1, -1)]))
            if array.size and array.dtype.kind == "f":
                array.flat[0] = self._random.choice([math.nan, math.inf, 1e308, -0.0, 0.5])
            return self._random.choice([wire.pack(array), wire.Torch(_array(array), True)])
        return self._any()

    def _any(self, depth: int = 0) -> wire.Data:
        kind = self._random.randrange(9)
        if kind < 3:
            return self._random.choice(
                [None, True, 0, 1, -1, 2**63 - 1, 261, math.nan, math.inf, 1e308, "", "supervised"]
            )
        if kind < 6:
            shape = tuple(self._random.choices([0, 1, 2, 3, 4], k=self._random.randrange(4)))
            dtype = self._random.choice(list(wire._NATIVE.values()))
            size = math.prod(shape) * dtype.itemsize
            return wire.Array(wire._NAMES[dtype], shape, self._random.randbytes(size))
        if kind == 6 or depth > 4:
            return self._random.choice([wire.Reference(-1), wire.Type("odd"), wire.Reference(0)])
        items = [self._any(depth + 1) for _ in range(self._random.randrange(4))]
        return self._random.choice([wire.Items, wire.Listing])(items)


def from_plain_or_function(argument: Any) -> Any:
    return argument if callable(argument) else from_plain(argument)


def _array(array: np.ndarray[Any, Any]) -> wire.Array:
    packed = wire.pack(array)
    assert isinstance(packed, wire.Array)
    return packed


def came(reply: wire.Reply) -> wire.Reply:
    """The reply as the judge sees it."""
    return wire.decode_reply(wire.encode(reply)[wire.HEADER_SIZE :])


@pytest.fixture(scope="module")
def sessions() -> dict[str, CheckSession]:
    course = courses.load(HOME)
    return {
        each.name: CheckSession(course, each, b"fuzz")
        for each in course.assignments
        if not each.torch
    }


@pytest.mark.parametrize("share", [1.0, 0.3, 0.05])
@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update"])
def test_no_forged_reply_is_an_error_of_a_check(
    sessions: dict[str, CheckSession], course: Course, name: str, share: float
) -> None:
    assignment = course.assignment(name)
    for seed in range(12):
        forger = Forger(assignment, course, seed, share)
        start = time.monotonic()
        graded = Grading(sessions[name], assignment, forger, 4.0, 2).grade()
        errors = [run.error for each in graded for run in each.runs if run.error is not None]
        assert errors == []
        for language in ("ko", "en"):
            msgspec.json.encode(task_results(graded, {}, language))
        assert time.monotonic() - start < SECONDS


def test_a_forger_that_bends_nothing_is_right(
    sessions: dict[str, CheckSession], course: Course
) -> None:
    assignment = course.assignment("forward")
    forger = Forger(assignment, course, seed=0, share=0)
    graded = Grading(sessions["forward"], assignment, forger, 4.0, 2).grade()
    assert sum(sum(each.earned.values()) for each in graded) == 100
