"""What a check can expect of an answer. Shape comes before value.

The one tolerance: |answer − expected| ≤ 1e-9 + 5e-6·|expected|. A float32 computation carries a
relative error of about 1e-6 through a few steps, so float32 and float64 both pass; an answer
rounded to four digits does not. Where a check compares with a number that is printed with eight
digits, 5e-9 is added: half a unit of the last printed place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeGuard

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer, kind_of, numbers, unpack
from autograder.values.findings import CheckFailed, fail
from autograder.values.plain import Tensor, Value
from autograder.values.show import show, show_shape

ABSOLUTE: Final = 1e-9
RELATIVE: Final = 5e-6
PRINTED: Final = 5e-9

# Where a model computes in single precision, many steps after each other: (absolute, relative)
SINGLE: Final = (1e-6, 1e-5)  # outputs, and costs of trainings of up to 500 epochs
TRAINED: Final = (1e-5, 1e-4)  # after such a training
_UNSET: Final = object()


def expect(
    answer: Answer,
    *,
    close_to: Any = _UNSET,
    equal: Any = _UNSET,
    printed: bool = False,
    within: tuple[float, float] = (ABSOLUTE, RELATIVE),
) -> None:
    """Fail the check unless the answer is close to, or equals, what is expected.

    `close_to`: an array or number, within (absolute, relative) tolerance, `printed` for values
    printed with eight digits. `equal`: a string or None, compared as such, or booleans and
    integers, compared as numbers without a tolerance. A number may come in the shape (1,).
    """
    if (close_to is _UNSET) == (equal is _UNSET):
        raise TypeError("expect takes either close_to or equal")
    if close_to is not _UNSET:
        absolute, relative = within
        _expect_numbers(answer, close_to, absolute + (PRINTED if printed else 0.0), relative)
    elif equal is None or isinstance(equal, str):
        _expect_same(answer, equal)
    else:
        _expect_numbers(answer, equal, 0.0, 0.0)


@contextmanager
def beside_the_value() -> Iterator[None]:
    """Around what a check of something else expects of the answer itself.

        answer = student.step(W, gradient, lr)
        with beside_the_value():
            expect(answer, close_to=solution.step(W, gradient, lr))
        expect_unchanged(answer)

    Such a check earns with right values alone. Where they are wrong, it waits for right ones,
    and does not accuse of what its title denies.
    """
    try:
        yield
    except CheckFailed:
        fail("waits")


def tolerance(
    expected: NDArray[np.float64], absolute: float = ABSOLUTE, relative: float = RELATIVE
) -> NDArray[np.float64]:
    """How far an answer may lie from each expected value."""
    limits: NDArray[np.float64] = absolute + relative * np.abs(expected)
    return limits


def _expect_same(answer: Answer, want: str | None) -> None:
    got = answer.value
    if got is None or isinstance(got, str):
        if got != want:
            fail("value", call=answer.called, got=show(got), want=show(want))
        return
    if isinstance(got, (bool, int, float)):
        fail("value", call=answer.called, got=show(got), want=show(want))
    fail("kind_want", call=answer.called, got=kind_of(answer), want=show(want))


def _expect_numbers(answer: Answer, want: Any, absolute: float, relative: float) -> None:
    expected = np.asarray(want, dtype=np.float64)
    if answer.value is None or isinstance(answer.value, str):
        fail("kind_want", call=answer.called, got=show(answer.value), want=_short(expected))
    got = numbers(answer)
    if expected.shape == () and got.shape == (1,):
        got = got.reshape(())
    if expected.ndim == 1 and _are_single(answer.value):
        got = got.reshape(-1)
    if got.shape != expected.shape:
        fail(
            "shape",
            call=answer.called,
            got=show_shape(got.shape),
            want=show_shape(expected.shape),
        )
    if not np.isfinite(got).all():
        fail("not_finite", call=answer.called, got=_short(got), want=_short(expected))
    right = np.abs(got - expected) <= tolerance(expected, absolute, relative)
    if right.all():
        return
    if expected.ndim and right.any():
        place = tuple(int(i) for i in np.argwhere(~right)[0])
        fail(
            "entry",
            call=answer.called,
            place=str(list(place)),
            got=_short(np.asarray(got[place])),
            want=_short(np.asarray(expected[place])),
            right=int(right.sum()),
            all=int(right.size),
        )
    fail("value", call=answer.called, got=_short(got), want=_short(expected))


def _are_single(value: Value) -> bool:
    """Whether this is a list of numbers that come in the shape (1,) each; not a column."""
    if not isinstance(value, (list, tuple)):
        return False
    arrays = [item.array if isinstance(item, Tensor) else item for item in value]
    return all(isinstance(array, np.ndarray) and array.shape == (1,) for array in arrays)


def _short(array: NDArray[np.float64]) -> str:
    whole = np.isfinite(array).all() and (array == np.round(array)).all()
    if whole and (np.abs(array) < 2**53).all():
        return show(array.astype(np.int64))
    return show(array)


def accepted(value: Value, want: Value) -> bool:
    """Whether a check that expects `want` takes this answer, in whatever plain form it comes."""
    answer = Answer("", (), value)
    try:
        if isinstance(want, tuple) or _are_arrays(want):
            parts = unpack(answer, *("" for _ in want))
            return all(accepted(part.value, each) for part, each in zip(parts, want, strict=True))
        if want is None or isinstance(want, (str, bool, int)):
            expect(answer, equal=want)
        else:
            expect(answer, close_to=want)
    except CheckFailed:
        return False
    return True


def _are_arrays(want: Value) -> TypeGuard[list[Value]]:
    return isinstance(want, list) and any(isinstance(each, (np.ndarray, Tensor)) for each in want)


def expect_unchanged(answer: Answer) -> None:
    """Fail the check when this call, or one of the task before it, modified an argument."""
    modifying = answer if answer.changed else answer.modifying
    if modifying is not None:
        fail("changed", call=modifying.called, position=modifying.changed[0] + 1)


def expect_new(answer: Answer) -> None:
    """Fail the check when the answer holds the memory of an argument, so that both change at once.

    Where a right answer may be an argument itself (no step taken, say) this is not asked.
    """
    if answer.kept:
        fail("kept", call=answer.called, position=answer.kept[0] + 1)


def expect_no_warning(answer: Answer) -> None:
    """Fail the check when the call gave a warning, such as NumPy's on an overflow."""
    if answer.warned:
        fail("warned", call=answer.called, text=answer.warned[0])


def expect_detached(answer: Answer) -> None:
    """Fail the check when the answer is a tensor that still carries a gradient."""
    if isinstance(answer.value, Tensor) and answer.value.attached:
        fail("attached", call=answer.called)


def expect_dtype(answer: Answer, dtype: str) -> None:
    """Fail the check unless the answer is a torch tensor of this dtype."""
    value = answer.value
    if not isinstance(value, Tensor):
        fail("tensor", call=answer.called, got=_type_name(value))
    if value.array.dtype.name != dtype:
        fail("dtype", call=answer.called, got=value.array.dtype.name, want=dtype)


def _type_name(value: object) -> str:
    return type(value).__name__
