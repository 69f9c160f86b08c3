"""A student's answers beside the right ones, as the statements about them look at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autograder.checks.expect import tolerance
from autograder.checks.sameness import numbers_of, same_value
from autograder.values.plain import Value
from autograder.values.trace import Step

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """A call: the student's step, and the right one."""

    got: Step
    want: Step
    visible: bool

    @property
    def right(self) -> bool:
        exact = type(self.want.value) is int  # a count or an index
        return same_value(self.got, self.want) and (not exact or self.got.value == self.want.value)

    @property
    def numbers(self) -> tuple[Array, Array] | None:
        """Both answers as flat arrays of equally many numbers."""
        got, want = flat(self.got.value), flat(self.want.value)
        if got is None or want is None or self.got.raised or got.size != want.size:
            return None
        return got, want


Pairs = Sequence[Pair]
Statement = Callable[[Pairs, Pairs], bool]


def flat(value: Value) -> Array | None:
    """All numbers of an answer in one row; None where it holds something else."""
    array = numbers_of(value)
    if array is not None:
        return array.ravel()
    if not isinstance(value, (list, tuple)):
        return None
    parts = [flat(part) for part in value]
    if not parts or any(part is None for part in parts):
        return None
    return np.concatenate([part for part in parts if part is not None])


def all_numbers(wrong: Pairs) -> list[tuple[Array, Array]]:
    """Got and wanted of every wrong answer; empty unless all are numbers, as many as wanted."""
    numbers = [pair.numbers for pair in wrong]
    found = [each for each in numbers if each is not None]
    return found if len(found) == len(wrong) else []


def enough(numbers: Sequence[tuple[Array, Array]]) -> bool:
    """Whether the wrong answers hold two different wanted numbers: one may agree by chance."""
    if not numbers:
        return False
    wanted = np.concatenate([want for _got, want in numbers])
    return np.unique(np.round(wanted[wanted != 0], 9)).size >= 2


def near(got: Array, want: Array) -> bool:
    """Whether these numbers are right."""
    return bool(
        np.isfinite(got).all() and got.shape == want.shape
        and (np.abs(got - want) <= tolerance(want)).all()
    )  # fmt: skip
