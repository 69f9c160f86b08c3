"""A right function whose answer is an argument itself, where one holds the same numbers.

Whoever changes the answer later changes the argument with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.hints.replay import fresh
from autograder.values.calls import identical
from autograder.values.plain import Model, Tensor, from_value, to_value
from autograder.values.spy import Spy
from autograder.values.trace import Step

Function = Callable[..., Any]


def handing_back(right: Function) -> Function:
    """The function, with its arguments in the place of equal answers or parts of one."""
    return lambda *arguments: _handed_back(right(*arguments), arguments)


def hands_back(right: Function, calls: Sequence[Step]) -> bool:
    """Whether it would be another function for these calls; some solutions hand back themselves."""
    for step in calls:
        if any(isinstance(each, Model) for each in step.arguments):
            continue
        arguments = tuple(map(_arrived, step.arguments))
        answer = right(*arguments)
        pairs = zip(_parts(answer), _parts(_handed_back(answer, arguments)), strict=True)
        if any(own is not other for own, other in pairs):
            return True
    return False


def _arrived(argument: Any) -> Any:
    if isinstance(argument, Spy):
        return fresh(argument)
    return argument if callable(argument) else from_value(argument)


def _handed_back(answer: Any, arguments: Sequence[Any]) -> Any:
    if _has_parts(answer):
        return type(answer)(_handed_back(part, arguments) for part in answer)
    value = to_value(answer)
    if isinstance(answer, np.generic) or not isinstance(value, (np.ndarray, Tensor, list)):
        return answer  # what nobody can change
    equal = (each for each in _held(arguments) if identical(to_value(each), value))
    return next(equal, answer)


def _has_parts(answer: Any) -> bool:
    """Whether this is a tuple, or a list of more than numbers."""
    numbers = isinstance(answer, list) and all(np.ndim(part) == 0 for part in answer)
    return isinstance(answer, (tuple, list)) and not numbers


def _parts(answer: Any) -> Iterator[Any]:
    for part in answer if _has_parts(answer) else ():
        yield from _parts(part)
    if not _has_parts(answer):
        yield answer


def _held(arguments: Sequence[Any]) -> Iterator[Any]:
    """The arguments, and what the lists among them hold."""
    for argument in arguments:
        yield argument
        if isinstance(argument, (list, tuple)):
            yield from argument
