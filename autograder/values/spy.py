"""Functions that a check hands to a student's function, and how they were called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.values.plain import NotNumbers, Tensor, Value, as_array, to_value
from autograder.values.show import show_shape


class BadQuestion(Exception):
    """A spied function was called with something that it does not take."""


class Spy:
    """A function of arrays that remembers its arguments.

    It takes every argument in any plain form and of exactly the given shapes; `calls` holds,
    for each call, the tuple of its arguments as float64 arrays.
    """

    def __init__(
        self, name: str, function: Callable[..., object], shapes: tuple[tuple[int, ...], ...]
    ) -> None:
        self.__name__ = name
        self.calls: list[tuple[NDArray[np.float64], ...]] = []
        self._function = function
        self._shapes = shapes

    def __call__(self, *arguments: object) -> Any:
        """The function's value at these arguments. Raises BadQuestion."""
        arrays = self._arrays(list(map(as_plain_form, arguments)))
        self.calls.append(arrays)
        with np.errstate(all="ignore"):
            return self._function(*(array.copy() for array in arrays))

    def answering(self, change: Callable[[Any], Any]) -> Spy:
        """Another one, whose answers are changed so."""
        function = self._function
        return Spy(self.__name__, lambda *arrays: change(function(*arrays)), self._shapes)

    def _arrays(self, arguments: list[Value]) -> tuple[NDArray[np.float64], ...]:
        if len(arguments) != len(self._shapes):
            raise BadQuestion(f"{self.__name__} takes {len(self._shapes)} argument(s)")
        try:
            arrays = tuple(as_array(argument) for argument in arguments)
        except NotNumbers:
            raise BadQuestion(f"{self.__name__} takes arrays of numbers") from None
        for array, shape in zip(arrays, self._shapes, strict=True):
            if array.shape != shape:
                got, want = show_shape(array.shape), show_shape(shape)
                raise BadQuestion(f"{self.__name__} takes the shape {want}, not {got}")
        return arrays


def as_plain_form(argument: object) -> Value:
    """The argument as plain data, which it is already when it came over the wire."""
    if isinstance(argument, Tensor):
        return argument
    if isinstance(argument, (list, tuple)):
        return list(map(as_plain_form, argument))
    return to_value(argument)


def spy(name: str, function: Callable[..., object], *shapes: tuple[int, ...]) -> Spy:
    """Wrap `function`, called `name` in messages, whose arguments have these shapes."""
    return Spy(name, function, shapes)
