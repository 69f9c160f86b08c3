"""Whether answers hang on what they were asked with, as right ones do.

A mistake that costs little may make a later task trivial: the weights plus 1 in every step, with
no gradient. Such answers stay the same when the gradient is another, and no honest work does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from autograder.checks.sameness import same
from autograder.values.plain import Value
from autograder.values.spy import Spy
from autograder.values.trace import Step

Answer = Callable[[str, tuple[Any, ...]], Step]
_TRIED: Final = 4  # calls
_TIMES: Final = 1.37
_MORE: Final = 0.21


def ignores_an_argument(
    calls: Sequence[tuple[Step, Step]], carried_answer: Answer, right_answer: Answer
) -> bool:
    """Whether a part of the carried answers does, where the right ones do not.

    `calls`: what the carried and the right solution answered. Single numbers are passed over: to
    forget a learning rate is a mistake like others.
    """
    tried, ignored = Counter[tuple[str, int, int]](), Counter[tuple[str, int, int]]()
    for carried, right in calls[:_TRIED]:
        for position, arguments in _with_another(carried.arguments):
            steps = (
                carried,
                right,
                carried_answer(carried.verb, arguments),
                right_answer(carried.verb, arguments),
            )
            if any(step.raised for step in steps):
                continue
            parts = _parts([step.value for step in steps])
            for place, (given, wanted, given_now, wanted_now) in enumerate(parts):
                if not same(given, wanted) and not same(wanted, wanted_now):
                    tried[carried.verb, position, place] += 1
                    ignored[carried.verb, position, place] += same(given, given_now)
    return any(ignored[each] == count for each, count in tried.items())


def _with_another(arguments: tuple[Any, ...]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The arguments with another in the place of each that holds more than a number."""
    for position, argument in enumerate(arguments):
        if isinstance(argument, Spy):
            other: Any = argument.answering(_other)
        elif isinstance(argument, (list, tuple, np.ndarray)):
            other = _other(argument)
        else:
            continue
        yield position, (*arguments[:position], other, *arguments[position + 1 :])


def _other(value: Any) -> Any:
    """The same with other numbers in the same order, whole ones as they are."""
    if isinstance(value, (list, tuple)):
        return type(value)(map(_other, value))
    if isinstance(value, np.ndarray):
        return value * _TIMES + _MORE if value.dtype.kind == "f" else value
    return value * _TIMES + _MORE if isinstance(value, float) else value


def _parts(values: Sequence[Value]) -> list[tuple[Value, ...]]:
    """The values part by part where all are as many."""
    if all(isinstance(each, tuple) for each in values) and len({*map(len, values)}) == 1:  # type: ignore[arg-type]
        return list(zip(*values, strict=True))
    return [tuple(values)]
