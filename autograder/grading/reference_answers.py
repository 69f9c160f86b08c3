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


def require_moderate(arguments: Sequence[Value]) -> None:
    """Raise BadQuestion where an answer could take more memory or time than a check's own.

    No product of the arguments, neither outer nor by broadcasting, has more entries than their
    sizes multiplied; and an integer may be a count of something.
    """
    product = math.prod(max(1, entries(argument)) for argument in arguments)
    counts = [each for each in arguments if isinstance(each, int)]
    if product > MOST_ENTRIES or any(abs(count) > LARGEST_COUNT for count in counts):
        raise BadQuestion("the arguments are too large")


def entries(argument: Value) -> int:
    """How many numbers it holds."""
    if isinstance(argument, Tensor):
        return argument.array.size
    if isinstance(argument, np.ndarray):
        return argument.size
    if isinstance(argument, (list, tuple)):
        return sum(max(1, entries(item)) for item in argument)
    return 1


def _argument(argument: Value) -> Any:
    if isinstance(argument, (list, tuple, Tensor, np.ndarray)):
        try:
            return as_array(argument)
        except NotNumbers:
            return argument
    return argument
