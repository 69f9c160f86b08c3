"""Wrong functions that nobody has to write: a right answer spoilt as people usually do.

Each belongs to one of the general hints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.hints.declare import Function
from autograder.values.plain import NotNumbers, as_array, to_value

Array = NDArray[np.float64]
_DIGITS: Final = range(2, 7)


class DoesNotApply(BaseException):  # which no `except Exception` swallows on its way
    """The change has no meaning for the answer."""


def _of(axes: int, change: Callable[[Array], Any]) -> Callable[[Array], Any]:
    def changed(answer: Array) -> Any:
        if answer.ndim != axes:
            raise DoesNotApply
        return change(answer)

    return changed


def _rounded(digits: int) -> Callable[[Array], Any]:
    return lambda answer: np.round(answer, digits)


# what is done to an answer, or to each part of several
_CHANGES: Final[tuple[tuple[str, Callable[[Array], Any]], ...]] = (
    ("generic/sign-flipped", lambda answer: -answer),
    ("generic/constant-factor", lambda answer: answer * 2),
    ("generic/constant-factor", lambda answer: answer / 2),
    ("generic/transposed", _of(2, lambda answer: answer.T)),
    ("generic/shape", _of(1, lambda answer: answer.reshape(-1, 1))),
    ("generic/shape", _of(1, lambda answer: answer.reshape(1, -1))),
    ("generic/shape", _of(2, np.ravel)),
    ("generic/summed", _of(1, np.sum)),
    ("generic/summed", _of(2, np.sum)),
    ("generic/permuted", _of(1, lambda answer: answer[::-1])),
    *(("generic/four-digits", _rounded(digits)) for digits in _DIGITS),
)


def wrong_functions(solution: Function, arguments: int) -> Iterator[tuple[str, Function]]:
    """Each with its hint's id; `arguments`: how many the function takes.

    They raise DoesNotApply where the right answer is of another kind.
    """
    yield "generic/no-answer", lambda *_arguments: None
    for id, change in _CHANGES:
        yield id, _spoilt(solution, change)
    yield "generic/parts-swapped", _swapped(solution)
    for place in range(arguments):
        yield "generic/argument-back", _handed_back(place)


def _spoilt(solution: Function, change: Callable[[Array], Any]) -> Function:
    def spoilt(*arguments: Any) -> Any:
        answer = solution(*arguments)
        if isinstance(answer, tuple):
            return tuple(_changed(part, change) for part in answer)
        return _changed(answer, change)

    return spoilt


def _changed(answer: Any, change: Callable[[Array], Any]) -> Any:
    try:
        return change(as_array(to_value(answer)))
    except (NotNumbers, ValueError):
        raise DoesNotApply from None


def _swapped(solution: Function) -> Function:
    def swapped(*arguments: Any) -> Any:
        answer = solution(*arguments)
        if not isinstance(answer, tuple) or len(answer) != 2:
            raise DoesNotApply
        return answer[::-1]

    return swapped


def _handed_back(place: int) -> Function:
    return lambda *arguments: arguments[place]
