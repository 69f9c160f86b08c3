"""What a check found: a code and its values, free of any language; and how it is raised.

Finding
CheckFailed            the student's answer is not right
  NotStarted           the stub still raises NotImplementedError
Ended (BaseException)  the student's process is gone; no `except Exception` swallows it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NoReturn

Detail = str | int | float

# How a refusal of the sandbox looks to student code
REFUSAL: Final = re.compile(
    r"PermissionError|\[Errno (1|13)\] |No usable temporary directory"
    r"|strerror: Permission denied"  # of torch
)

# Codes of findings where nothing came back that could be right or wrong
NO_VALUE: Final = frozenset(
    {
        "raised", "raised_bare", "forbidden", "timeout", "crashed", "no_time", "not_run",
        "not_run_crashed",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` names a sentence, the engine's or the assignment's own; `values` fill its places."""

    code: str
    values: Mapping[str, Detail] = field(default_factory=dict)


class CheckFailed(Exception):
    """The answer is not the expected one."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class NotStarted(CheckFailed):
    """The function raised NotImplementedError."""


class Ended(BaseException):
    """The student's process ended or was ended; `outcome` is a check's outcome."""

    def __init__(self, outcome: str, finding: Finding) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.finding = finding


def raised(call: str, error: str, text: str) -> Finding:
    """The call raised an error of this type, which says this, or nothing."""
    values = {"call": call, "type": error, "text": text}
    return Finding("raised" if text.strip() else "raised_bare", values)


def fail(code: str, **values: Detail) -> NoReturn:
    """End the check: the answer is not right. `code` must have a message."""
    raise CheckFailed(Finding(code, values))
