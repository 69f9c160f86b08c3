"""A result: what a grading of one student's one assignment found. The only truth; files of JSON.

Everything else (feedback, tables, gradebooks) can be made again from it. No part but `timing`
depends on when, where or beside whom the submission was graded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import msgspec
import numpy as np

from autograder.checks.outcome import Outcome
from autograder.course import records
from autograder.course.policy import MOST
from autograder.values.findings import Finding
from autograder.values.plain import NotNumbers, Value, as_array

FORMAT: Literal[2] = 2
MAX_BYTES = 1024 * 1024
MAX_SHOWN = 1024  # numbers of one answer
NEVER_DEFINED = frozenset({"cell_stopped", "cell_left_out"})  # findings: its cell did not end
State = Literal["passed", "partial", "failed", "not started", "missing"]


class CheckResult(msgspec.Struct, frozen=True):
    id: str
    title: str
    visible: bool
    points: float
    earned: float
    outcome: Outcome
    finding: Finding | None
    message: str
    hint: str | None


class TaskResult(msgspec.Struct, frozen=True):
    name: str
    points: float
    earned: float
    state: State
    checks: list[CheckResult]

    @property
    def stopped(self) -> bool:
        """Whether there is no function because its cell did not run to its end."""
        codes = {check.finding.code for check in self.checks if check.finding is not None}
        return self.state == "missing" and not codes.isdisjoint(NEVER_DEFINED)


class Code(msgspec.Struct, frozen=True):
    """The source of a task's function, as far as it is kept.

    It stands in lines `first` to `last` of code cell `cell`; all count from 1. `marked`: those of
    its lines, counted in the cell, that a finding is about.
    """

    task: str
    cell: int
    first: int
    last: int
    text: str
    marked: list[int] = []


class Numbers(msgspec.Struct, frozen=True):
    """An array as JSON holds it: its shape, its numbers row by row; None for nan and inf."""

    shape: list[int]
    values: list[float | None]

    @classmethod
    def of(cls, value: Value) -> Numbers | None:
        """The numbers of a plain value, with nine digits; None if it holds others or too many."""
        try:
            array = as_array(value)
        except NotNumbers:
            return None
        if array.size > MAX_SHOWN:
            return None
        kept = [float(f"{each:.9g}") if np.isfinite(each) else None for each in array.flat]
        return cls(list(array.shape), kept)


class ShownValue(msgspec.Struct, frozen=True):
    """What one visible check got in one step, and what is right there, for pages to draw.

    `step` counts the check's uses of the student's functions from 0; `part` is the place in an
    answer of several values, or -1 for a whole answer.
    """

    check: str
    step: int
    part: int
    got: Numbers
    want: Numbers


class Example(msgspec.Struct, frozen=True):
    """A call that the task's function gets wrong, as code to paste.

    `looks_at`: what is wrong about it; `name`: of the argument that it changes.
    """

    task: str
    code: str
    looks_at: Literal["value", "changed", "warned"] = "value"
    name: str = ""


class Shown(msgspec.Struct, frozen=True):
    """What pages show beside the tasks. `language`: in which the result's sentences are."""

    language: str
    values: list[ShownValue] = []
    examples: list[Example] = []


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """`stopped`: how many code cells did not run to their end."""

    format: int
    student: str
    assignment: str
    score: float
    max_score: float
    isolation: Literal["full", "weak"]
    tasks: list[TaskResult]
    code: list[Code]
    shown: Shown
    output: str
    notes: list[str]
    stopped: int = 0
    key: str
    secret: str = ""  # its fingerprint
    timing: dict[str, float]

    @property
    def has_error(self) -> bool:
        """Whether a check failed with an internal error rather than the student's."""
        return any(check.outcome == "error" for task in self.tasks for check in task.checks)


class Summary(NamedTuple):
    """What is left of a result where there are very many."""

    student: str
    assignment: str
    score: float
    key: str
    has_error: bool

    @classmethod
    def of(cls, result: Result) -> Summary:
        return cls(result.student, result.assignment, result.score, result.key, result.has_error)


def encode(result: Result) -> bytes:
    """The result as the bytes of its file: UTF-8 JSON, two spaces, at most 1 MiB."""
    data = records.encoded(result)
    if len(data) > MAX_BYTES:
        raise ValueError(f"a result of {len(data)} bytes; the limit is {MAX_BYTES}")
    return data


def decode(data: bytes) -> Result:
    """The result of these bytes. Raises msgspec.ValidationError or msgspec.DecodeError."""
    result = msgspec.json.decode(data, type=Result)
    if result.format != FORMAT:
        raise msgspec.ValidationError(f"a result of format {result.format}, not {FORMAT}")
    if not all(-MOST <= points <= MOST for points in _points(result)):
        raise msgspec.ValidationError("a result of impossible points")
    return result


def _points(result: Result) -> Iterator[float]:
    yield from (result.score, result.max_score)
    for task in result.tasks:
        yield from (task.points, task.earned)
        yield from (points for check in task.checks for points in (check.points, check.earned))


class _Begin(msgspec.Struct, frozen=True):
    """What results of every format hold."""

    format: int
    student: str
    assignment: str
    key: str


def is_result(data: bytes) -> bool:
    """Whether this is a result of any format, so that a newer one may take its place."""
    try:
        return 1 <= msgspec.json.decode(data, type=_Begin).format <= FORMAT
    except records.UNREADABLE:
        return False


def without_timing(data: bytes) -> dict[str, Any]:
    """A result's content but for its timing, to compare two gradings."""
    content: dict[str, Any] = msgspec.json.decode(data)
    del content["timing"]
    return content
