"""Memory mutants: right functions that keep something from one call to the next."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.hints.conditions import as_numbers
from autograder.values.plain import Model, Tensor, Value, to_value

Function = Callable[..., Any]
Maker = Callable[[Function], Function]  # a fresh mutant of the right function
Arguments = tuple[Any, ...]
Key = Callable[[Arguments], Hashable]


def memories(names: Sequence[str], first: Arguments, answer: Value) -> Iterator[tuple[str, Maker]]:
    """Mutants of a function of these arguments, by name.

    first: the arguments of its first call; answer: what it gave.
    """
    yield from _caches(names, first)
    for place, name in enumerate(names):
        if not (callable(first[place]) or isinstance(first[place], Model)):
            yield f"{name} of the first call", _global(place, first[place])
    if _holds_array(answer):
        yield "one array for all answers", _buffer
    yield "the answer before", _answer_before
    if isinstance(answer, (int, float, np.ndarray)) and not isinstance(answer, bool):
        yield "the answers added up", _added_up
    for count in (1, 2, 3, 10):
        yield f"wrong at call {count}", _wrong_at(count)
    yield "wrong from call 6 on", _wrong_from(6)


def _holds_array(answer: Value) -> bool:
    if isinstance(answer, (tuple, list)):
        return any(map(_holds_array, answer))
    return isinstance(answer, (np.ndarray, Tensor))


def _caches(names: Sequence[str], first: Sequence[Any]) -> Iterator[tuple[str, Maker]]:
    """Caches by some of the arguments, and by all of them where of arrays little is looked at."""
    for size in range(len(names)):
        for places in itertools.combinations(range(len(names)), size):
            kept = ", ".join(names[place] for place in places) or "nothing"
            yield f"a cache by {kept}", _cache(_some(places))
    if any(_row(argument) is not None for argument in first):
        for what, reduced in _REDUCED.items():
            yield f"a cache by {what}", _cache(_of_each(reduced))


def _cache(key: Key) -> Maker:
    def make(right: Function) -> Function:
        known: dict[Hashable, tuple[Any, Arguments]] = {}

        def cached(*arguments: Any) -> Any:
            found = key(arguments)
            if found not in known:  # the arguments, too, so that no other gets a function's id
                known[found] = right(*arguments), arguments
            return known[found][0]

        return cached

    return make


def _some(places: Sequence[int]) -> Key:
    return lambda arguments: tuple(_digest(arguments[place]) for place in places)


def _of_each(reduced: Callable[[NDArray[np.float64]], Hashable]) -> Key:
    def key(arguments: Arguments) -> Hashable:
        found = ((_row(each), each) for each in arguments)
        return tuple(_digest(each) if a is None else reduced(a) for a, each in found)

    return key


def _digest(argument: Any) -> bytes:
    if isinstance(argument, np.ndarray):
        return argument.tobytes() + str(argument.shape).encode()
    if isinstance(argument, (list, tuple)):
        return b"".join(map(_digest, argument))
    return repr(argument).encode()


def _row(argument: Any) -> NDArray[np.float64] | None:
    """All numbers of an array or a list; None for what is neither, or empty."""
    numbers = as_numbers(to_value(argument))
    several = numbers is not None and numbers.ndim > 0 and numbers.size > 0
    return np.ravel(numbers) if several and numbers is not None else None


_REDUCED: Final[Mapping[str, Callable[[NDArray[np.float64]], Hashable]]] = {
    "length and first entry": lambda a: (a.size, a[0].item()),
    "length and last entry": lambda a: (a.size, a[-1].item()),
    "the sum": lambda a: a.sum().item(),
}


def _global(place: int, value: Any) -> Maker:
    def make(right: Function) -> Function:
        def with_global(*arguments: Any) -> Any:
            return right(*arguments[:place], value, *arguments[place + 1 :])

        return with_global

    return make


def _buffer(right: Function) -> Function:
    buffers: dict[tuple[int, ...], Any] = {}

    def put(answer: Any) -> Any:
        if isinstance(answer, (tuple, list)):
            return type(answer)(map(put, answer))
        if not isinstance(to_value(answer), (np.ndarray, Tensor)):
            return answer
        buffer = buffers.setdefault(tuple(answer.shape), copy.deepcopy(answer))
        buffer[...] = answer
        return buffer

    return lambda *arguments: put(right(*arguments))


def _answer_before(right: Function) -> Function:
    answers: list[Any] = []

    def before(*arguments: Any) -> Any:
        answers.append(right(*arguments))
        return answers[max(0, len(answers) - 2)]

    return before


def _added_up(right: Function) -> Function:
    total: list[Any] = []

    def added(*arguments: Any) -> Any:
        answer = right(*arguments)
        if not isinstance(answer, (int, float, np.ndarray)) or isinstance(answer, bool):
            return answer
        if total and np.shape(total[0]) == np.shape(answer):
            total[0] = total[0] + answer
        else:
            total[:] = [answer]
        return total[0]

    return added


def _wrong_at(count: int) -> Maker:
    return _wrong_when(lambda call: call == count)


def _wrong_from(count: int) -> Maker:
    return _wrong_when(lambda call: call >= count)


def _wrong_when(when: Callable[[int], bool]) -> Maker:
    def make(right: Function) -> Function:
        calls = itertools.count(1)

        def counting(*arguments: Any) -> Any:
            answer = right(*arguments)
            return None if when(next(calls)) and answer is not None else answer

        return counting

    return make
