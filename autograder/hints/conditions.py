"""Properties of arguments, each with a name: a tie, a zero, one row, twice the same number.

People are often right but for some arguments. The properties are made from the kinds of arguments
that a task's checks hand over, so they need no author.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.values.plain import Tensor

Arguments = tuple[Any, ...]
Holds = Callable[[Arguments], bool]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Given:
    """In the place of a function among the arguments: what it gave, array by array."""

    arrays: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A property: what it is, of which arguments, and whether it holds for some.

    Of what a function gives it holds where it holds once.
    """

    what: str
    of: tuple[str, ...]
    holds: Holds

    @property
    def name(self) -> str:
        return f"{', '.join(self.of)}: {self.what}"


def _tie(best: Callable[[Numbers], Any]) -> Callable[[Numbers], bool]:
    return lambda a: a.size > 1 and int((a == best(a)).sum()) > 1


def _nearly(a: Numbers) -> bool:
    gaps = np.diff(np.sort(a, axis=None))
    return bool(((gaps > 0) & (gaps < 2e-3)).any())


# of numbers, whatever their shape
VALUES: Final[Mapping[str, Callable[[Numbers], bool]]] = {
    "a zero": lambda a: bool((a == 0).any()),
    "all zero": lambda a: a.size > 0 and not a.any(),
    "a negative": lambda a: bool((a < 0).any()),
    "all negative": lambda a: a.size > 0 and bool((a < 0).all()),
    "all positive": lambda a: a.size > 0 and bool((a > 0).all()),
    "above 1": lambda a: bool((a > 1).any()),
    "all above 1": lambda a: a.size > 0 and bool((a > 1).all()),
    "below -1": lambda a: bool((a < -1).any()),
    "exactly 1": lambda a: bool((a == 1).any()),
    "all within 1": lambda a: a.size > 0 and bool((np.abs(a) <= 1).all()),
    "tiny": lambda a: bool(((a != 0) & (np.abs(a) < 5e-3)).any()),
    "beyond 2.5": lambda a: bool((np.abs(a) > 2.5).any()),
    "beyond 5": lambda a: bool((np.abs(a) > 5).any()),
    "beyond 100": lambda a: bool((np.abs(a) > 100).any()),
    "beyond 128": lambda a: bool((np.abs(a) > 128).any()),
    "beyond 32768": lambda a: bool((np.abs(a) > 32768).any()),
    "whole numbers": lambda a: a.size > 0 and bool((a == np.round(a)).all()),
    "a fraction": lambda a: bool((a != np.round(a)).any()),
}
# of several numbers
SETS: Final[Mapping[str, Callable[[Numbers], bool]]] = {
    "some zero": lambda a: 0 < int(np.count_nonzero(a)) < a.size,
    "equal entries": lambda a: len(np.unique(a)) < a.size,
    "all equal": lambda a: a.size > 1 and float(np.ptp(a)) == 0,
    "nearly equal entries": _nearly,
    "mixed signs": lambda a: bool((a < 0).any() and (a > 0).any()),
    "sum 0": lambda a: a.size > 1 and abs(float(a.sum())) < 1e-12,
    "one number": lambda a: a.size == 1,
    "two numbers": lambda a: a.size == 2,
    "more than ten": lambda a: a.size > 10,
    "none": lambda a: a.size == 0,
}
# of numbers in a row
ROWS: Final[Mapping[str, Callable[[Numbers], bool]]] = {
    "rising": lambda a: len(a) > 1 and bool((np.diff(a) > 0).all()),
    "falling": lambda a: len(a) > 1 and bool((np.diff(a) < 0).all()),
    "neither rising nor falling": lambda a: len(set(np.sign(np.diff(a)))) > 1,
    "a flat step": lambda a: len(a) > 1 and bool((np.diff(a) == 0).any()),
    "tie at the lowest": _tie(np.min),
    "tie at the highest": _tie(np.max),
    "lowest first": lambda a: len(a) > 1 and int(a.argmin()) == 0,
    "lowest last": lambda a: len(a) > 1 and int(a.argmin()) == len(a) - 1,
    "highest first": lambda a: len(a) > 1 and int(a.argmax()) == 0,
    "highest last": lambda a: len(a) > 1 and int(a.argmax()) == len(a) - 1,
    "odd length": lambda a: len(a) % 2 == 1,
    "even length": lambda a: len(a) % 2 == 0,
}
# of matrices
MATRICES: Final[Mapping[str, Callable[[Numbers], bool]]] = {
    "square": lambda a: a.shape[0] == a.shape[1],
    "wider": lambda a: a.shape[0] < a.shape[1],
    "taller": lambda a: a.shape[0] > a.shape[1],
    "one row": lambda a: a.shape[0] == 1,
    "one column": lambda a: a.shape[1] == 1,
    "two rows": lambda a: a.shape[0] == 2,
    "a row of zeros": lambda a: bool((~a.any(axis=1)).any()),
    "equal rows": lambda a: len(np.unique(a, axis=0)) < len(a),
}
# of single numbers
SINGLES: Final[Mapping[str, Callable[[Numbers], bool]]] = {
    "0": lambda a: float(a) == 0,
    "1": lambda a: float(a) == 1,
    "2": lambda a: float(a) == 2,
    "odd": lambda a: float(a) % 2 == 1,
    "even": lambda a: float(a) % 2 == 0,
    "above 10": lambda a: float(a) > 10,
    "above 1000": lambda a: float(a) > 1000,
    "below 1/10": lambda a: 0 < float(a) < 0.1,
    "below 1/100": lambda a: 0 < float(a) < 0.01,
}
# of a list of arrays
PARTS: Final[Mapping[str, Callable[[Sequence[Numbers]], bool]]] = {
    "different shapes": lambda parts: len({each.shape for each in parts}) > 1,
    "one array": lambda parts: len(parts) == 1,
    "two arrays": lambda parts: len(parts) == 2,
}
# of two arguments of the same shape
ALIKE: Final[Mapping[str, Callable[[Numbers, Numbers], bool]]] = {
    "the same numbers": lambda a, b: bool((a == b).all()),
    "a number in the same place": lambda a, b: bool((a == b).any()),
    "nearly the same in a place": lambda a, b: bool(((a != b) & (np.abs(a - b) < 2e-3)).any()),
    "nearly the same everywhere": lambda a, b: bool(((a != b) & (np.abs(a - b) < 2e-3)).all()),
    "larger everywhere": lambda a, b: bool((a > b).all()),
    "smaller everywhere": lambda a, b: bool((a < b).all()),
}
# of two arguments with as many axes
SIZES: Final[Mapping[str, Callable[[Numbers, Numbers], bool]]] = {
    "as many": lambda a, b: a.size == b.size,
    "more": lambda a, b: a.size > b.size,
    "fewer": lambda a, b: a.size < b.size,
}
# of a whole number and numbers in a row
LENGTHS: Final[Mapping[str, Callable[[Numbers, Numbers], bool]]] = {
    "beyond the length": lambda a, b: float(a) > len(b),
    "the length": lambda a, b: float(a) == len(b),
}
# what a single number says in other words, what only fractions can be, what only counts can
_OF_SEVERAL: Final = {
    "a zero", "all zero", "all negative", "all above 1", "exactly 1", "a number in the same place",
    "nearly the same everywhere",
}  # fmt: skip
_OF_FRACTIONS: Final = {
    "tiny", "a fraction", "nearly equal entries", "below 1/10", "below 1/100",
    "nearly the same in a place", "nearly the same everywhere",
}  # fmt: skip
_OF_COUNTS: Final = {"odd", "even", "beyond 128", "beyond 32768"}


@dataclass(frozen=True, slots=True)
class _Kind:
    """Numbers with these axes; `whole`: given as whole numbers, and so never a fraction.

    `parts`: they stand in a list of arrays, whose own axes are not among these.
    """

    axes: frozenset[int]
    whole: bool
    parts: bool

    @property
    def single(self) -> bool:
        return self.axes == {0}

    def can_be(self, what: str) -> bool:
        """Whether the property says something about such numbers."""
        if what in (_OF_FRACTIONS if self.whole else _OF_COUNTS):
            return False
        return not (self.single and what in _OF_SEVERAL)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument that is a number or an array of them in every call."""

    name: str
    place: int
    kind: _Kind


def conditions(names: Sequence[str], calls: Sequence[Arguments]) -> list[Condition]:
    """The conditions that fit a function of these arguments, as the calls hand them over."""
    numeric = list(_numeric(names, calls))
    found = [each for argument in numeric for each in _of_argument(argument)]
    for one, other in itertools.combinations(numeric, 2):
        found += _of_two(one, other)
    found += (each for function in _functions(names, calls) for each in _of_argument(function))
    return found


def _functions(names: Sequence[str], calls: Sequence[Arguments]) -> Iterator[_Argument]:
    """The functions among the arguments, with the kind of what they give."""
    for place, name in enumerate(names):
        arrays = [array for call in calls for array in _arrays(call[place])]
        if arrays and all(isinstance(call[place], Given) for call in calls):
            axes = frozenset(array.ndim for array in arrays)
            yield _Argument(name, place, _Kind(axes, whole=False, parts=False))


def _numeric(names: Sequence[str], calls: Sequence[Arguments]) -> Iterator[_Argument]:
    for place, name in enumerate(names):
        given = [call[place] for call in calls]
        arrays = [array for array in map(as_numbers, given) if array is not None]
        if given and len(arrays) == len(given):
            parts = all(map(_is_in_parts, given))
            axes = frozenset({1} if parts else (array.ndim for array in arrays))
            yield _Argument(name, place, _Kind(axes, all(map(_is_whole, given)), parts))


def _of_argument(argument: _Argument) -> Iterator[Condition]:
    if argument.kind.parts:
        yield from _of_parts(argument)
        return
    axes = argument.kind.axes
    tables: list[tuple[Mapping[str, Callable[[Numbers], bool]], int | None]] = [(VALUES, None)]
    if axes - {0}:
        tables.append((SETS, None))
    tables += [(table, n) for n, table in ((0, SINGLES), (1, ROWS), (2, MATRICES)) if n in axes]
    for table, ndim in tables:
        for what in filter(argument.kind.can_be, table):
            yield Condition(what, (argument.name,), _about(argument.place, ndim, table[what]))
    if len(axes) > 1:
        for ndim in sorted(axes):
            holds = _about(argument.place, ndim, lambda _array: True)
            yield Condition(f"{ndim} axes", (argument.name,), holds)


def _of_parts(argument: _Argument) -> Iterator[Condition]:
    for what in filter(argument.kind.can_be, VALUES):
        yield Condition(what, (argument.name,), _about(argument.place, None, VALUES[what]))
    for what, holds in PARTS.items():
        yield Condition(what, (argument.name,), _about_parts(argument.place, holds))


def _of_two(one: _Argument, other: _Argument) -> Iterator[Condition]:
    """What can be said about both: a count is no rate, and a matrix has no number's size."""
    both = _Kind(one.kind.axes & other.kind.axes, one.kind.whole and other.kind.whole, parts=False)
    if one.kind.parts or other.kind.parts:
        return
    arrays = both.axes - {0}
    if arrays or (both.axes and one.kind.whole == other.kind.whole):
        for what in filter(both.can_be, ALIKE):
            yield _related(one, other, what, ALIKE[what], lambda a, b: a.shape == b.shape)
    if arrays:
        for what, relation in SIZES.items():
            yield _related(one, other, what, relation, lambda a, b: a.ndim == b.ndim > 0)
    for count, row in ((one, other), (other, one)):
        if count.kind.single and count.kind.whole and 1 in row.kind.axes:
            for what, relation in LENGTHS.items():
                yield _related(count, row, what, relation, lambda _count, row: row.ndim == 1)


def _about(place: int, ndim: int | None, holds: Callable[[Numbers], bool]) -> Holds:
    def about(arguments: Arguments) -> bool:
        fits = (each for each in _arrays(arguments[place]) if ndim in (None, each.ndim))
        return any(map(holds, fits))

    return about


def _arrays(argument: Any) -> Sequence[Numbers]:
    if isinstance(argument, Given):
        return argument.arrays
    array = as_numbers(argument)
    return () if array is None else (array,)


def _about_parts(place: int, holds: Callable[[Sequence[Numbers]], bool]) -> Holds:
    def about(arguments: Arguments) -> bool:
        parts = (each.array if isinstance(each, Tensor) else each for each in arguments[place])
        return holds([np.asarray(each) for each in parts])

    return about


def _related(
    one: _Argument,
    other: _Argument,
    what: str,
    relation: Callable[[Numbers, Numbers], bool],
    fits: Callable[[Numbers, Numbers], bool],
) -> Condition:
    """The relation of two arguments, where their shapes fit."""

    def related(arguments: Arguments) -> bool:
        first, second = as_numbers(arguments[one.place]), as_numbers(arguments[other.place])
        if first is None or second is None or not fits(first, second):
            return False
        return bool(relation(first, second))

    return Condition(what, (one.name, other.name), related)


def _is_in_parts(argument: Any) -> bool:
    return isinstance(argument, (list, tuple)) and any(
        isinstance(each, (np.ndarray, Tensor)) for each in argument
    )


def _is_whole(argument: Any) -> bool:
    """Whether these are Python's or NumPy's integers, or nothing at all."""
    if isinstance(argument, (list, tuple)):
        return all(map(_is_whole, argument))
    array = argument.array if isinstance(argument, Tensor) else np.asarray(argument)
    return array.dtype.kind in "biu" or array.size == 0


def as_numbers(argument: Any) -> Numbers | None:
    """The argument as an array of numbers, where it is one; a list of matrices laid end to end."""
    if callable(argument) or isinstance(argument, (str, bytes)) or argument is None:
        return None
    if isinstance(argument, Tensor):
        argument = argument.array
    try:
        return np.asarray(argument, dtype=np.float64)
    except (TypeError, ValueError):
        pass
    try:
        return np.concatenate([np.ravel(np.asarray(part, dtype=np.float64)) for part in argument])
    except (TypeError, ValueError):
        return None
