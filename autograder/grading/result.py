"""A result: what a grading of one student's one assignment found. The only truth; files of JSON.

Everything else (feedback, tables, gradebooks) can be made again from it. No part but `timing`
depends on when, where or beside whom the submission was graded.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from autograder.checks.outcome import Outcome
from autograder.values.findings import Finding

FORMAT: Literal[1] = 1
MAX_BYTES = 1024 * 1024
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


class Result(msgspec.Struct, frozen=True):
    format: int
    student: str
    assignment: str
    score: float
    max_score: float
    isolation: Literal["full", "weak"]
    tasks: list[TaskResult]
    output: str
    notes: list[str]
    key: str
    timing: dict[str, float]

    @property
    def has_error(self) -> bool:
        """Whether a check failed with an internal error rather than the student's."""
        return any(check.outcome == "error" for task in self.tasks for check in task.checks)


def encode(result: Result) -> bytes:
    """The result as the bytes of its file: UTF-8 JSON, two spaces, at most 1 MiB."""
    data = msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"
    if len(data) > MAX_BYTES:
        raise ValueError(f"a result of {len(data)} bytes; the limit is {MAX_BYTES}")
    return data


def decode(data: bytes) -> Result:
    """The result of these bytes. Raises msgspec.ValidationError or msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Result)


def without_timing(data: bytes) -> dict[str, Any]:
    """A result's content but for its timing, to compare two gradings."""
    content: dict[str, Any] = msgspec.json.decode(data)
    del content["timing"]
    return content
