"""Facts about all wrong answers of a task: opposite signs, zeros, other shapes, a common factor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from autograder.checks.expect import tolerance
from autograder.checks.sameness import numbers_of, same
from autograder.hints.compare import overflowed
from autograder.hints.memory import fingerprint
from autograder.hints.pairs import Array, Pair, Pairs, Statement, all_numbers, enough, flat, near
from autograder.values.plain import Tensor, Value

_MOST_DIGITS: Final = 7
_LARGEST_HALF: Final = float(np.finfo(np.float16).max)
_EVIDENCE: Final = 4  # numbers that don't agree by chance


def _nothing(wrong: Pairs, right: Pairs) -> bool:
    return not right and _sometimes_nothing(wrong, right)


def _sometimes_nothing(wrong: Pairs, right: Pairs) -> bool:
    """None, where None is no answer."""
    legal = any(pair.want.value is None for pair in (*wrong, *right))
    return not legal and all(pair.got.value is None and not pair.got.raised for pair in wrong)


def _same_answer(wrong: Pairs, right: Pairs) -> bool:
    """One and the same answer, whatever the arguments."""
    every = [*wrong, *right]
    first = every[0].got
    if any(pair.got.raised for pair in every) or first.value is None:
        return False
    wanted = any(not same(every[0].want.value, pair.want.value) for pair in every)
    return wanted and all(same(first.value, pair.got.value) for pair in every)


def _always_zero(wrong: Pairs, right: Pairs) -> bool:
    """Nothing but zeros, whatever the arguments, in whatever shape."""
    flats = [flat(pair.got.value) for pair in (*wrong, *right) if not pair.got.raised]
    return len(flats) > 2 and all(f is not None and f.size and not f.any() for f in flats)


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


def _sign(wrong: Pairs, right: Pairs) -> bool:
    numbers = all_numbers(wrong)
    alike = enough(numbers) and not _any_but_zeros(right)
    return alike and all(near(-got, want) for got, want in numbers)


def _any_but_zeros(right: Pairs) -> bool:
    """Whether other numbers than 0 are right, so that not all answers are wrong in one way."""
    flats = [flat(pair.want.value) for pair in right]
    return any(numbers is None or bool(numbers.any()) for numbers in flats)


def _factor(wrong: Pairs, right: Pairs) -> bool:
    numbers = all_numbers(wrong)
    if not enough(numbers) or _any_but_zeros(right):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    if not np.isfinite(got).all():
        return False
    largest = int(np.argmax(np.abs(want)))
    factor = got[largest] / want[largest]
    return bool(factor) and not near(got, want) and near(got / factor, want)


def _offset(wrong: Pairs, right: Pairs) -> bool:
    numbers = all_numbers(wrong)
    if not enough(numbers) or right:
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    shift = got[0] - want[0]
    return bool(np.isfinite(shift)) and near(got - shift, want)


def _transposed(wrong: Pairs, _right: Pairs) -> bool:
    for pair in wrong:
        got, want = numbers_of(pair.got.value), numbers_of(pair.want.value)
        if pair.got.raised or got is None or want is None or want.ndim < 2:
            return False
        if got.shape != want.T.shape or not near(got.T, want):
            return False
    return any(_shapes(pair.got.value) != _shapes(pair.want.value) for pair in wrong)


def _shape(wrong: Pairs, _right: Pairs) -> bool:
    """The right numbers in another shape."""
    return all(
        pair.numbers is not None
        and not pair.got.raised
        and _shapes(pair.got.value) != _shapes(pair.want.value)
        and near(*pair.numbers)
        for pair in wrong
    )


def _shapes(value: Value) -> object:
    array = numbers_of(value)
    if array is None and isinstance(value, (list, tuple)):
        return [_shapes(part) for part in value]
    return None if array is None else array.shape


def _permuted(wrong: Pairs, _right: Pairs) -> bool:
    numbers = all_numbers(wrong)
    return any(got.size > 2 for got, _want in numbers) and all(
        np.isfinite(got).all() and near(np.sort(got), np.sort(want)) for got, want in numbers
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
    numbers = all_numbers(wrong)
    return (
        enough(numbers)
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
    numbers = all_numbers(wrong)
    if not enough(numbers):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    if not np.isfinite(got).all() or not got.any():
        return False
    return any(
        (np.abs(got - np.round(got, digits)) < 1e-7 * 10.0**-digits).all()
        and (np.abs(got - want) < 1.01 * 10.0**-digits).all()
        for digits in range(1, _MOST_DIGITS + 1)
    )


def _half_precision(wrong: Pairs, _right: Pairs) -> bool:
    """Close, and numbers that two bytes can hold."""
    numbers = all_numbers(wrong)
    return (
        enough(numbers)
        and sum(got.size for got, _want in numbers) >= _EVIDENCE
        and all(
            got.shape == want.shape
            and bool((np.abs(got) < _LARGEST_HALF).all())
            and (got == got.astype(np.float16)).all()
            and (np.abs(got - want) <= 2e-3 * np.abs(want) + 1e-6).all()
            for got, want in numbers
        )
    )


def _clipped(wrong: Pairs, right: Pairs) -> bool:
    """Nothing beyond a bound, where numbers beyond it are wanted; the others are right."""
    numbers = all_numbers((*wrong, *right))
    if not enough(numbers) or any(got.shape != want.shape for got, want in numbers):
        return False
    got, want = (np.concatenate(side) for side in zip(*numbers, strict=True))
    low, high = got.min(), got.max()
    beyond = (want < low - tolerance(low)) | (want > high + tolerance(high))
    return bool(
        beyond.sum() >= _EVIDENCE
        and np.unique(np.round(want[beyond], 9)).size > 1
        and low < high
        and (~beyond).sum() >= _EVIDENCE
        and near(got, np.clip(want, low, high))
    )


def _unsigned(wrong: Pairs, right: Pairs) -> bool:
    """The right numbers, minus signs left out."""
    numbers = all_numbers((*wrong, *right))
    negative = sum(int((want < -tolerance(want)).sum()) for _got, want in numbers)
    return negative >= _EVIDENCE and all(near(got, np.abs(want)) for got, want in numbers)


def _rows(pair: Pair) -> tuple[Array, Array] | None:
    if pair.got.raised:
        return None
    got, want = numbers_of(pair.got.value), numbers_of(pair.want.value)
    return None if got is None or want is None or got.ndim != want.ndim else (got, want)


def _too_short(wrong: Pairs, _right: Pairs) -> bool:
    """The right numbers, as far as they go."""
    rows = [_rows(pair) for pair in wrong]
    return all(
        row is not None and row[0].ndim > 0 and 0 < len(row[0]) < len(row[1])
        and near(row[0], row[1][: len(row[0])])
        for row in rows
    )  # fmt: skip


def _too_long(wrong: Pairs, _right: Pairs) -> bool:
    """The right numbers, and more after them."""
    rows = [_rows(pair) for pair in wrong]
    return all(
        row is not None and row[0].ndim > 0 and len(row[0]) > len(row[1]) > 0
        and near(row[0][: len(row[1])], row[1])
        for row in rows
    )  # fmt: skip


def _summed(wrong: Pairs, _right: Pairs) -> bool:
    """One number instead of several: their sum."""
    rows = [(numbers_of(p.got.value), numbers_of(p.want.value)) for p in wrong]
    return len(rows) > 1 and all(
        got is not None and want is not None and got.size == 1 < want.size
        and near(got.ravel(), np.array([want.sum()]))
        for got, want in rows
    )  # fmt: skip


def _changed_too(wrong: Pairs, _right: Pairs) -> bool:
    """The arguments are no longer what they were."""
    return all(pair.got.changed and not pair.want.changed for pair in wrong)


def _asked_elsewhere_first(wrong: Pairs, _right: Pairs) -> bool:
    """The first place at which a given function is asked is another one already."""
    places = [pair for pair in wrong if any(pair.got.asked) and any(pair.want.asked)]
    return len(places) == len(wrong) and all(
        got and want and not all(map(same, got[0], want[0]))
        for pair in places
        for got, want in zip(pair.got.asked, pair.want.asked, strict=True)
    )


def _overflow(wrong: Pairs, _right: Pairs) -> bool:
    flats = [flat(pair.got.value) for pair in wrong]
    return all(flat is not None and not np.isfinite(flat).all() for flat in flats) or all(
        overflowed(pair.got) for pair in wrong
    )


def _chapter_only(wrong: Pairs, right: Pairs) -> bool:
    published = {fingerprint([pair.got]) for pair in right if pair.visible}
    return (
        len(published) > 0
        and all(not pair.visible for pair in wrong)
        and {fingerprint([pair.got]) for pair in right} == published
    )


# before anything else, then what fits every answer, then what fits the wrong ones
CERTAIN: Final[Mapping[str, Statement]] = {
    "no-answer": _nothing,
    "sometimes-no-answer": _sometimes_nothing,
    "same-answer": _same_answer,
    "always-zero": _always_zero,
    "asked-wrong-place": _asked_elsewhere_first,
}
PRECISE: Final[Mapping[str, Statement]] = {
    "too-short": _too_short,
    "too-long": _too_long,
    "summed": _summed,
    "unsigned": _unsigned,
    "half-precision": _half_precision,
    "clipped": _clipped,
    "overflow": _overflow,
}
LIKELY: Final[Mapping[str, Statement]] = {
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
    "chapter-only": _chapter_only,
}
# where nothing else can be said
BESIDE: Final[Mapping[str, Statement]] = {"changed-too": _changed_too}
