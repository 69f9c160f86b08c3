"""The right answers of substitutes: what the solution says to the student's own questions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from autograder.values.plain import NotNumbers, Tensor, Value, as_array, to_value
from autograder.values.spy import BadQuestion

# The largest arguments of a check come to less than a hundredth of these
MOST_ENTRIES: Final = 10**7
LARGEST_COUNT: Final = 10**5


def right_answer(solve: Callable[..., Any], arguments: list[Value]) -> Value:
    """The solution's answer, from arrays as float64. Raises BadQuestion where it has none."""
    require_moderate(arguments)
    try:
        with np.errstate(all="ignore"):
            return to_value(solve(*map(_argument, arguments)))
    except Exception as error:
        raise BadQuestion(f"{solve.__name__}: {type(error).__name__}") from None


def probe_answer(right: Value) -> Value:
    """An answer of the same kind as the right one, and wrong wherever that is not empty."""
    if isinstance(right, Tensor):
        return Tensor(np.asarray(probe_answer(right.array)))
    if isinstance(right, (list, tuple)):
        return type(right)(map(probe_answer, right))
    if isinstance(right, str):
        return right[::-1] + "?"
    if isinstance(right, np.ndarray):
        return np.asarray(_wrong_number(right))
    if isinstance(right, (bool, int, float)):
        number: Value = _wrong_number(right)
        return number
    return 0 if right is None else None


def _wrong_number(right: Any) -> Any:
    """For a number or an array of them."""
    kind = np.asarray(right).dtype.kind
    if kind == "b":
        return ~right if isinstance(right, np.ndarray) else not right
    return 1 - right if kind in "iu" else -1.5 * right - 0.625


def require_moderate(arguments: Sequence[Value]) -> None:
    """Raise BadQuestion where an answer could take more memory or time than a check's own.

    No product of the arguments, neither outer nor by broadcasting, has more entries than their
    sizes multiplied; and an integer may be a count of something.
    """
    entries = math.prod(max(1, _size(argument)) for argument in arguments)
    counts = [each for each in arguments if isinstance(each, int)]
    if entries > MOST_ENTRIES or any(abs(count) > LARGEST_COUNT for count in counts):
        raise BadQuestion("the arguments are too large")


def _size(argument: Value) -> int:
    if isinstance(argument, Tensor):
        return argument.array.size
    if isinstance(argument, np.ndarray):
        return argument.size
    if isinstance(argument, (list, tuple)):
        return sum(max(1, _size(item)) for item in argument)
    return 1


def _argument(argument: Value) -> Any:
    if isinstance(argument, (list, tuple, Tensor, np.ndarray)):
        try:
            return as_array(argument)
        except NotNumbers:
            return argument
    return argument
