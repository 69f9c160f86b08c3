"""Whether answers hang on the functions that a task was given, as right ones do.

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


def ignores_a_function(
    calls: Sequence[tuple[Step, Step]], carried_answer: Answer, right_answer: Answer
) -> bool:
    """Whether a part of the carried answers does, where the right ones do not.

    `calls`: what the carried and the right solution answered.
    """
    tried, ignored = Counter[tuple[str, int, int]](), Counter[tuple[str, int, int]]()
    for carried, right in calls[:_TRIED]:
        for position, arguments in _with_another_function(carried.arguments):
            now = carried_answer(carried.verb, arguments)
            wanted = right_answer(carried.verb, arguments)
            steps = carried, right, now, wanted
            if any(step.raised for step in steps):
                continue
            parts = _parts([step.value for step in steps])
            for place, (given, was_wanted, given_now, is_wanted) in enumerate(parts):
                if not same(given, was_wanted) and not same(was_wanted, is_wanted):
                    tried[carried.verb, position, place] += 1
                    ignored[carried.verb, position, place] += same(given, given_now)
    return any(ignored[each] == count for each, count in tried.items())


def _with_another_function(
    arguments: tuple[Any, ...],
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The arguments with another function in the place of each that is one."""
    for position, argument in enumerate(arguments):
        if isinstance(argument, Spy):
            other = argument.answering(_other)
            yield position, (*arguments[:position], other, *arguments[position + 1 :])


def _other(answer: Any) -> Any:
    """Other numbers of the same shapes."""
    if isinstance(answer, (list, tuple)):
        return type(answer)(map(_other, answer))
    return np.asarray(answer) * _TIMES + _MORE


def _parts(values: Sequence[Value]) -> list[tuple[Value, ...]]:
    """The values part by part where all are as many."""
    if all(isinstance(each, tuple) for each in values) and len({*map(len, values)}) == 1:  # type: ignore[arg-type]
        return list(zip(*values, strict=True))
    return [tuple(values)]
