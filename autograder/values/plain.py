"""Plain data: what may cross between a student's code and a check, and how it is made.

A check sees nothing but values of `Value`: numbers, strings, arrays, lists and tuples of them,
and names for what can't be plain (`Model` for a network that stays where the student's code
runs, `Unsupported` for anything else).
"""

from __future__ import annotations

import decimal
import itertools
import math
import numbers
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

MAX_DEPTH = 8
MAX_ITEMS = 20_000  # what is larger holds up the one who looks
MAX_BYTES = 8 * MAX_ITEMS
MAX_SPAN = 2**20  # an array's lengths multiplied, those of 0 left out: NumPy has limits there
_MAX_NAME = 60
_KEPT = frozenset({bool, float, str, type(None)})  # types whose values are plain as they are
SCALARS = _KEPT | {int}


@dataclass(frozen=True, slots=True)
class Tensor:
    """A torch tensor as an array; `attached` when it still carries a gradient."""

    array: NDArray[Any]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """A reference to an nn.Module that stays in the student's process."""

    reference: int


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A value that is no plain data, by the name of its type."""

    type_name: str


Value: TypeAlias = (
    "bool | int | float | str | NDArray[Any] | Tensor | Model | Unsupported"
    " | list[Value] | tuple[Value, ...] | None"
)


def to_value(value: object, hold: Callable[[object], Model] | None = None) -> Value:
    """Any Python value as plain data.

    `hold` keeps an nn.Module and gives the reference for it; without it a module is odd.
    Booleans, integers, floats, fractions, decimals, strings, NumPy arrays and scalars of real
    dtype, torch tensors, ranges, lists and tuples are plain; whatever else is `Unsupported`.
    """
    return _Converter(hold).convert(value, 0)


class _Converter:
    def __init__(self, hold: Callable[[object], Model] | None) -> None:
        self.hold = hold
        self.items = 0

    def convert(self, value: object, depth: int) -> Value:
        if value is None or type(value) in (bool, float, str):
            return value  # type: ignore[return-value]
        if isinstance(value, (np.ndarray, np.generic)):
            return self._array(np.asarray(value), depth)
        if isinstance(value, (list, tuple, range)):
            return self._sequence(value, depth)
        if isinstance(value, int):
            return _integer(value)
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, (numbers.Real, decimal.Decimal)):
            return float(value)
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(value, torch.Tensor):
            return _tensor(value)
        if torch is not None and isinstance(value, torch.nn.Module) and self.hold is not None:
            return self.hold(value)
        return unsupported(value)

    def _sequence(self, value: list[Any] | tuple[Any, ...] | range, depth: int) -> Value:
        self.items += len(value)
        if depth >= MAX_DEPTH or self.items > MAX_ITEMS:
            return Unsupported("list that is too long or too deep")
        if _KEPT.issuperset(map(type, value)):
            return tuple(value) if isinstance(value, tuple) else list(value)
        items = [self.convert(item, depth + 1) for item in value]
        return tuple(items) if isinstance(value, tuple) else items

    def _array(self, array: NDArray[Any], depth: int) -> Value:
        if array.dtype.kind in "OU":
            return self.convert(array.tolist(), depth)
        if array.dtype.kind not in "biuf":
            return Unsupported(f"array of {array.dtype.name[:_MAX_NAME]}")
        if array.dtype.itemsize > 8:
            array = array.astype(np.float64)
        if array.nbytes > MAX_BYTES or span(array.shape) > MAX_SPAN:
            return Unsupported("array that is too large")
        if type(array) is np.ndarray and array.dtype.isnative:
            return array.copy()
        native = array.dtype.newbyteorder("=")
        return np.array(array, dtype=native, order="C", copy=True, subok=False)


def span(shape: Sequence[int]) -> int:
    """What the lengths of an array come to, were none of them 0."""
    lengths = (length or 1 for length in shape) if 0 in shape else shape
    return math.prod(lengths)


def _integer(value: int) -> Value:
    if -(2**63) <= value < 2**63:
        return int(value)
    try:
        return float(value)
    except OverflowError:
        return Unsupported("int that is too large")


def _tensor(value: Any) -> Value:
    torch = sys.modules["torch"]
    if value.is_complex() or value.layout != torch.strided or value.is_quantized:
        return Unsupported("tensor of another kind")
    if value.numel() * value.element_size() > MAX_BYTES or span(value.shape) > MAX_SPAN:
        return Unsupported("tensor that is too large")
    detached = value.detach().cpu()
    try:
        array = detached.numpy()
    except TypeError:  # a dtype that NumPy lacks, such as bfloat16
        array = detached.to(torch.float32).numpy()
    return Tensor(np.array(array, order="C", copy=True), bool(value.requires_grad))


def unsupported(value: object) -> Unsupported:
    """The name of the value's type, as far as it can be shown."""
    name = type(value).__name__
    return Unsupported(str.__str__(name)[:_MAX_NAME] if isinstance(name, str) else "object")


def from_value(value: Value) -> Any:
    """The argument that a student's function gets: a fresh copy, tensors as torch tensors."""
    if isinstance(value, Tensor):
        import torch

        return torch.from_numpy(value.array.copy())
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)):
        if SCALARS.issuperset(map(type, value)):
            return value.copy() if isinstance(value, list) else value
        return type(value)(from_value(item) for item in value)
    return value


class NotNumbers(Exception):
    """A plain value can't be read as an array of numbers; `reason` is "kind" or "ragged"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_NUMBERS = frozenset({bool, int, float})


def as_array(value: Value) -> NDArray[np.float64]:
    """A plain value as a float64 array. Raises NotNumbers."""
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, np.ndarray):
        with np.errstate(all="ignore"):
            return value.astype(np.float64)
    if isinstance(value, (bool, int, float)):
        return np.array(float(value))
    if isinstance(value, (list, tuple)):
        return _of_lists(value)
    raise NotNumbers("kind")


def _of_lists(value: Sequence[Value]) -> NDArray[np.float64]:
    """Level by level, since a list may hold as many small lists as MAX_ITEMS lets it."""
    shape, items = [len(value)], list(value)
    while items and all(isinstance(item, (list, tuple)) for item in items):
        lists: list[Any] = items
        if len(set(map(len, lists))) > 1:
            raise NotNumbers("ragged")
        shape.append(len(lists[0]))
        items = list(itertools.chain.from_iterable(lists))
    if set(map(type, items)) <= _NUMBERS:
        return np.array(items, dtype=np.float64).reshape(shape)
    parts = [as_array(item) for item in items]
    if any(part.shape != parts[0].shape for part in parts):
        raise NotNumbers("ragged")
    return np.array(parts, dtype=np.float64).reshape(*shape, *parts[0].shape)
