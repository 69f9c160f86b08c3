"""Random arguments on which a right answer in single precision is still right.

A student may compute in float32. Where a sum cancels, float32 loses more than the tolerance
allows: of random arguments that may be one in twenty. So arguments are drawn until the solution,
worked in float32, stays within half the tolerance of its float64 answer. It is worked several
times, each time with the arguments moved by about one rounding error: one evaluation may be right
by luck where another order of the same sum would not be.

    A, x = draw(rng, lambda rng: (rng.uniform(-1, 1, (3, 4)), rng.uniform(-1, 1, 4)),
                solution.product)
    expect(student.product(A, x), close_to=solution.product(A, x))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

from autograder.checks.expect import tolerance

ATTEMPTS: Final = 1000
TRIALS: Final = 8
MARGIN: Final = 2.0
ROUNDING: Final = float(np.finfo(np.float32).eps)

Arguments = TypeVar("Arguments", bound=tuple[Any, ...])


class Remembering(Generator):
    """The random numbers of one check, and in `known` what `draw` made of them so far.

    A check draws the same for each submission, in the same order; working out every time which
    draws are good enough would take longer than the check itself.
    """

    def __init__(self, seed: int, known: list[tuple[Any, Any]]) -> None:
        super().__init__(PCG64(seed))
        self._known = known
        self._place = 0

    def recall(self, find: Callable[[], Arguments]) -> Arguments:
        """The arguments that were found at this place of the check, or those found now."""
        if self._place == len(self._known):
            self._known.append((find(), self.bit_generator.state))
        found, state = self._known[self._place]
        self._place += 1
        self.bit_generator.state = state
        return cast(Arguments, _copied(found))


def draw(
    rng: Generator, make: Callable[[Generator], Arguments], evaluate: Callable[..., Any]
) -> Arguments:
    """The first `make(rng)` whose float32 evaluations keep a margin of two to the tolerance.

    `evaluate(*arguments)` is the solution's answer: a number, an array, None, a string, or a
    tuple or list of these. What is no number must be the same in both precisions, so a choice
    that hangs on a rounding error is drawn again, too. Functions among the arguments are asked
    by each evaluation: wrap them in `spy` after the draw.
    Raises RuntimeError when a thousand draws have none that is good enough.
    """
    if isinstance(rng, Remembering):
        return rng.recall(lambda: _find(rng, make, evaluate))
    return _find(rng, make, evaluate)


def _find(
    rng: Generator, make: Callable[[Generator], Arguments], evaluate: Callable[..., Any]
) -> Arguments:
    for _ in range(ATTEMPTS):
        arguments = make(rng)
        exact = evaluate(*arguments)
        with np.errstate(all="ignore"):
            if all(
                keeps_margin(exact, evaluate(*(in_single(rng, value) for value in arguments)))
                for _ in range(TRIALS)
            ):
                return arguments
    raise RuntimeError(f"none of {ATTEMPTS} draws is well conditioned; draw milder arguments")


def _copied(value: Any) -> Any:
    """The value with its own arrays and lists; a check may change them."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)):
        return type(value)(map(_copied, value))
    return value


def in_single(rng: Generator, value: Any) -> Any:
    """The value moved by at most a rounding error and rounded to float32.

    Arrays change their dtype, Python floats only their value, lists and tuples entry by entry;
    of a function it is the answers. Integers, strings, tensors and all else stay as they are.
    """
    if isinstance(value, (np.ndarray, np.generic)):
        if value.dtype.kind != "f":
            return value
        nudged = np.asarray(value) * (1 + ROUNDING * rng.uniform(-1, 1, value.shape))
        return nudged.astype(np.float32)
    if isinstance(value, float):
        return float(in_single(rng, np.float64(value)))
    if isinstance(value, (list, tuple)):
        return type(value)(in_single(rng, item) for item in value)
    if callable(value) and not hasattr(value, "detach"):
        return lambda *arguments: in_single(rng, value(*map(_in_double, arguments)))
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
