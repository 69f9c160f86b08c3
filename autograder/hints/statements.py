"""What can be said of wrong answers when no single mistake explains them.

Each statement is a fact about all wrong answers of a task, tested in the order below.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.checks.expect import tolerance
from autograder.checks.outcome import Run
from autograder.hints.compare import numbers_of, overflowed, same, same_value
from autograder.hints.general import HINTS
from autograder.hints.memory import Memory
from autograder.hints.replay import cost
from autograder.values.plain import Tensor, Value
from autograder.values.trace import Step

Array = NDArray[np.float64]
MOST_CALLS: Final = 10
_MOST_DIGITS: Final = 7

_OF_CODE: Final = {
    "changed": "generic/arguments-changed",
    "warned": "generic/overflow",
    "asked_times": "generic/asked-wrong-times",
    "asked_at_start": "generic/asked-wrong-place",
    "asked_elsewhere": "generic/asked-wrong-place",
    "attached": "generic/gradient-attached",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A call: the student's step, and the right one."""

    got: Step
    want: Step
    visible: bool

    @property
    def right(self) -> bool:
        return same_value(self.got, self.want)

    @property
    def numbers(self) -> tuple[Array, Array] | None:
        """Both answers as flat arrays of equally many numbers."""
        got, want = _flat(self.got.value), _flat(self.want.value)
        if got is None or want is None or self.got.raised or got.size != want.size:
            return None
        return got, want


def of_codes(codes: Collection[str]) -> str | None:
    """What the findings alone say, when all of them say the same."""
    said = {_OF_CODE.get(code) for code in codes}
    return next(iter(said)) if len(said) == 1 else None


def finding(
    task: str,
    runs: Sequence[Run],
    failed: Sequence[Run],
    solution: Callable[..., Any] | None,
    memory: Memory,
) -> str | None:
    """The id of the first statement that holds for all wrong answers, or None."""
    codes = {run.finding.code for run in failed if run.finding is not None}
    said = of_codes(codes)
    if said is not None or solution is None:
        return said
    pairs = [
        Pair(got, want, run.check.visible)
        for run in runs
        if (run in failed or run.passed) and cost(run.steps) <= MOST_CALLS
        for got, want in zip(run.steps, memory.replay(solution, task, run.steps), strict=False)
        if got.verb == task
    ]
    wrong = [pair for pair in pairs if not pair.right]
    right = [pair for pair in pairs if pair.right]
    if not wrong or (all(pair.got.raised for pair in wrong) and not right):
        return None
    for name, holds in _STATEMENTS.items():
        if holds(wrong, right):
            return f"generic/{name}"
    return next((_OF_CODE[code] for code in sorted(codes) if code.startswith("asked")), None)


Pairs = Sequence[Pair]


def _flat(value: Value) -> Array | None:
    array = numbers_of(value)
    if array is not None:
        return array.ravel()
    if not isinstance(value, (list, tuple)):
        return None
    parts = [_flat(part) for part in value]
    if not parts or any(part is None for part in parts):
        return None
    return np.concatenate([part for part in parts if part is not None])


def _all_numbers(wrong: Pairs) -> list[tuple[Array, Array]]:
    """Got and wanted of every wrong answer; empty unless all are numbers, as many as wanted."""
    numbers = [pair.numbers for pair in wrong]
    found = [each for each in numbers if each is not None]
    return found if len(found) == len(wrong) else []


def _enough(numbers: Sequence[tuple[Array, Array]]) -> bool:
    """Whether the wrong answers hold two different wanted numbers: one may agree by chance."""
    if not numbers:
        return False
    wanted = np.concatenate([want for _got, want in numbers])
    return np.unique(np.round(wanted[wanted != 0], 9)).size >= 2


def _near(got: Array, want: Array) -> bool:
    return bool(
        np.isfinite(got).all() and got.shape == want.shape
        and (np.abs(got - want) <= tolerance(want)).all()
    )  # fmt: skip


def _nothing(wrong: Pairs, _right: Pairs) -> bool:
    return all(pair.got.value is None and not pair.got.raised for pair in wrong)


def _same_answer(wrong: Pairs, right: Pairs) -> bool:
    """One and the same answer, whatever the arguments."""
    every = [*wrong, *right]
    first = every[0].got
    if any(pair.got.raised for pair in every) or first.value is None:
        return False
    wanted = any(not same(every[0].want.value, pair.want.value) for pair in every)
    return wanted and all(same(first.value, pair.got.value) for pair in every)


def _argument_back(wrong: Pairs, _right: Pairs) -> bool:
    return all(
        not pair.got.raised
        and any(
            _is_array(argument) and same(pair.got.value, argument)  # type: ignore[arg-type]
            for argument in pair.got.arguments
        )
        for pair in wrong
    )


def _is_array(argument: object) -> bool:
    return isinstance(argument, (np.ndarray, Tensor, list)) and np.size(_plain(argument)) > 0


def _plain(argument: object) -> Any:
    return argument.array if isinstance(argument, Tensor) else argument


def _sign(wrong: Pairs, _right: Pairs) -> bool:
    numbers = _all_numbers(wrong)
    return _enough(numbers) and all(_near(-got, want) for got, want in numbers)


def _factor(wrong: Pairs, _right: Pairs) -> bool:
    numbers = _all_numbers(wrong)
    if not _enough(numbers):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    if not np.isfinite(got).all():
        return False
    largest = int(np.argmax(np.abs(want)))
    factor = got[largest] / want[largest]
    return bool(factor) and not _near(got, want) and _near(got / factor, want)


def _offset(wrong: Pairs, _right: Pairs) -> bool:
    numbers = _all_numbers(wrong)
    if not _enough(numbers):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    shift = got[0] - want[0]
    return bool(np.isfinite(shift)) and _near(got - shift, want)


def _transposed(wrong: Pairs, _right: Pairs) -> bool:
    for pair in wrong:
        got, want = numbers_of(pair.got.value), numbers_of(pair.want.value)
        if pair.got.raised or got is None or want is None or want.ndim < 2:
            return False
        if got.shape != want.T.shape or not _near(got.T, want):
            return False
    return True


def _shape(wrong: Pairs, _right: Pairs) -> bool:
    """The right numbers in another shape."""
    return all(
        pair.numbers is not None
        and not pair.got.raised
        and _shapes(pair.got.value) != _shapes(pair.want.value)
        and _near(*pair.numbers)
        for pair in wrong
    )


def _shapes(value: Value) -> object:
    array = numbers_of(value)
    if array is None and isinstance(value, (list, tuple)):
        return [_shapes(part) for part in value]
    return None if array is None else array.shape


def _permuted(wrong: Pairs, _right: Pairs) -> bool:
    numbers = _all_numbers(wrong)
    return any(got.size > 2 for got, _want in numbers) and all(
        np.isfinite(got).all() and _near(np.sort(got), np.sort(want)) for got, want in numbers
    )


def _parts_swapped(wrong: Pairs, _right: Pairs) -> bool:
    return all(
        isinstance(pair.got.value, (list, tuple))
        and isinstance(pair.want.value, (list, tuple))
        and len(pair.want.value) == 2
        and same(list(pair.got.value)[::-1], list(pair.want.value))
        for pair in wrong
    )


def _whole_numbers(wrong: Pairs, _right: Pairs) -> bool:
    """Cut off or rounded to whole numbers, not all of them 0."""
    numbers = _all_numbers(wrong)
    return (
        _enough(numbers)
        and any(got.any() for got, _want in numbers)
        and all(
            np.isfinite(got).all()
            and (got == np.round(got)).all()
            and (np.abs(got - want) < 1).all()
            for got, want in numbers
        )
    )


def _few_digits(wrong: Pairs, _right: Pairs) -> bool:
    """Rounded, or cut off, after the same number of digits."""
    numbers = _all_numbers(wrong)
    if not _enough(numbers):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    if not np.isfinite(got).all():
        return False
    return any(
        (np.abs(got - np.round(got, digits)) < 1e-7 * 10.0**-digits).all()
        and (np.abs(got - want) < 1.01 * 10.0**-digits).all()
        for digits in range(1, _MOST_DIGITS + 1)
    )


def _overflow(wrong: Pairs, _right: Pairs) -> bool:
    flats = [_flat(pair.got.value) for pair in wrong]
    return all(flat is not None and not np.isfinite(flat).all() for flat in flats) or all(
        overflowed(pair.got) for pair in wrong
    )


def _square_only(wrong: Pairs, right: Pairs) -> bool:
    """Wrong where a matrix is not square; an error alone may have other causes than its shape."""
    if all(pair.got.raised for pair in wrong):
        return False
    squares = [pair for pair in right if _matrices(pair) and _is_square(pair)]
    return bool(squares) and all(_matrices(pair) and not _is_square(pair) for pair in wrong)


def _matrices(pair: Pair) -> list[tuple[int, ...]]:
    return [np.shape(a) for a in pair.got.arguments if isinstance(a, np.ndarray) and a.ndim == 2]


def _is_square(pair: Pair) -> bool:
    return all(rows == columns for rows, columns in _matrices(pair))


def _chapter_only(wrong: Pairs, right: Pairs) -> bool:
    return (
        len(right) > 0
        and all(not pair.visible for pair in wrong)
        and all(pair.visible for pair in right)
    )


_STATEMENTS: Final[Mapping[str, Callable[[Pairs, Pairs], bool]]] = {
    "no-answer": _nothing,
    "same-answer": _same_answer,
    "transposed": _transposed,
    "shape": _shape,
    "sign-flipped": _sign,
    "constant-factor": _factor,
    "whole-numbers": _whole_numbers,
    "four-digits": _few_digits,
    "parts-swapped": _parts_swapped,
    "permuted": _permuted,
    "constant-offset": _offset,
    "argument-back": _argument_back,
    "overflow": _overflow,
    "chapter-only": _chapter_only,
    "square-only": _square_only,
}

assert {f"generic/{name}" for name in _STATEMENTS} | set(_OF_CODE.values()) == set(HINTS)
