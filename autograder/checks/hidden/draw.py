"""Random arguments on which a right answer in single precision is still right.

A student may compute in float32. Where a sum cancels, float32 loses more than the tolerance
allows: with weights in −1 … 1 about one random network in twenty does. So arguments are drawn
until the solution, worked in float32, stays within half the tolerance of its float64 answer.

    W, x = draw(rng, lambda rng: (rng.uniform(-1, 1, (3, 4)), rng.uniform(-1, 1, 4)),
                solution.weighted_sums)
    expect(student.weighted_sums(W, x), close_to=solution.weighted_sums(W, x))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks.support import tolerance

ATTEMPTS = 1000
MARGIN = 2.0

Arguments = TypeVar("Arguments", bound=tuple[Any, ...])


def draw(
    rng: Generator, make: Callable[[Generator], Arguments], evaluate: Callable[..., Any]
) -> Arguments:
    """The first `make(rng)` whose float32 evaluation keeps a margin of two to the tolerance.

    `evaluate(*arguments)` is the solution's answer: a number, an array, None, a string, or a
    tuple or list of these. What is no number must be the same in both precisions, so a choice
    that hangs on a rounding error is drawn again, too. Functions among the arguments are asked
    as often as the solution asks them: wrap them in `watch` after the draw.
    Raises RuntimeError when a thousand draws have none that is good enough.
    """
    for _ in range(ATTEMPTS):
        arguments = make(rng)
        exact = evaluate(*arguments)
        with np.errstate(all="ignore"):
            single = evaluate(*map(in_single, arguments))
        if keeps_margin(exact, single):
            return arguments
    raise RuntimeError(f"none of {ATTEMPTS} draws is well conditioned; draw milder arguments")


def in_single(value: Any) -> Any:
    """The same value rounded to float32: arrays by dtype, Python floats by value.

    Lists and tuples are rounded entry by entry; a function's arguments and answers are rounded,
    too. Integers, strings, tensors and all else stay as they are.
    """
    if isinstance(value, (np.ndarray, np.generic)):
        return value.astype(np.float32) if value.dtype.kind == "f" else value
    if isinstance(value, float):
        return float(np.float32(value))
    if isinstance(value, (list, tuple)):
        return type(value)(map(in_single, value))
    if callable(value) and not hasattr(value, "detach"):
        return lambda *arguments: in_single(value(*map(_in_double, arguments)))
    return value


def keeps_margin(exact: Any, single: Any) -> bool:
    """Whether every number of `single` lies within half the tolerance of that of `exact`."""
    if isinstance(exact, (list, tuple)) and isinstance(single, (list, tuple)):
        return len(exact) == len(single) and all(map(keeps_margin, exact, single))
    if exact is None or single is None or isinstance(exact, str):
        return bool(exact is single or exact == single)
    one, other = _in_double(exact), _in_double(single)
    if one.shape != other.shape:
        return False
    near = np.abs(one - other) <= tolerance(one) / MARGIN
    return bool(np.isfinite(one).all() and near.all())


def _in_double(value: Any) -> NDArray[np.float64]:
    detached = value.detach() if hasattr(value, "detach") else value
    return np.asarray(detached, dtype=np.float64)
