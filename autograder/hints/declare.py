"""How a file of mistakes says what its functions are. See `hints.catalogue` for the whole.

@mistake("sum-plus-bias")         # a wrong function; the words stand under this id in the table
def with_bias(W, x):
    return W @ x + 1

@variant("sum-plus-bias")         # the same mistake, seen in other values
def with_bias_of_two(W, x): …

@projection                       # where many answers are right: what of them is compared
def parts(calls): …

@inputs                           # what the checks don't ask, but tells variants apart
def far_from_zero(): …

@detector("…")                    # where no value comes twice: what gives the mistake away
def differs_each_time(checks): …
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from autograder.values.trace import Step

_MARK: Final = "__declared__"

Function = Callable[..., Any]
Call = tuple[tuple[object, ...], Any]  # arguments, answer
Projection = Callable[[Sequence[Call]], object]
Inputs = Callable[[], Sequence[tuple[object, ...]]]
Detector = Callable[[Sequence[Sequence[Step]]], bool]
_Function = TypeVar("_Function", bound=Function)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a function is, and of which mistake; projections and inputs belong to the task."""

    kind: Literal["mistake", "variant", "projection", "inputs", "detector"]
    id: str = ""


def mistake(id: str) -> Callable[[_Function], _Function]:
    """Declare the function below to be a wrong implementation of the file's task."""
    return _marker(Declared("mistake", id))


def variant(id: str) -> Callable[[_Function], _Function]:
    """Declare the function below to be another form of the mistake of this id."""
    return _marker(Declared("variant", id))


def projection(function: _Function) -> _Function:
    """Declare what is compared of the answers to the task, where no single one is right."""
    return _marker(Declared("projection"))(function)


def inputs(function: _Function) -> _Function:
    """Declare this function to give further arguments for the task, one tuple for each call."""
    return _marker(Declared("inputs"))(function)


def detector(id: str) -> Callable[[_Function], _Function]:
    """Declare that the mistake of this id is there when the function below says so.

    It is given the steps of each of the task's checks, and asked when no variant explains them.
    """
    return _marker(Declared("detector", id))


def declared(function: Function) -> Declared | None:
    """What this function was declared to be."""
    found = getattr(function, _MARK, None)
    return found if isinstance(found, Declared) else None


def _marker(mark: Declared) -> Callable[[_Function], _Function]:
    def decorate(function: _Function) -> _Function:
        setattr(function, _MARK, mark)
        return function

    return decorate
