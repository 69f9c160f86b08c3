"""Random arguments on which a right answer in single precision is still right.

A student may compute in float32. Where a sum cancels, float32 loses more than the tolerance
allows: of random arguments that may be one in twenty. So arguments are drawn until the solution,
worked in float32, stays within half the tolerance of its float64 answer. It is worked several
times, each time with the arguments moved by about one rounding error: one evaluation may be right
by luck where another order of the same sum would not be. Where it comes near that half, it is
worked many times more: among many draws that are no good some look good eight times.

    A, x = draw(rng, lambda rng: (rng.uniform(-1, 1, (3, 4)), rng.uniform(-1, 1, 4)),
                solution.product)
    expect(student.product(A, x), close_to=solution.product(A, x))

A number that is meant to lie just so, at an end or close to another one, is chosen as a multiple
of 2⁻¹², which both precisions hold alike, and is not moved: see `rounded`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import Any, Final, TypeVar, cast

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

from autograder.checks.expect import tolerance
from autograder.checks.single import Single

ATTEMPTS: Final = 1000
TRIALS: Final = 8
FURTHER: Final = 32  # trials where the first ones came near
MARGIN: Final = 2.0
ROUNDING: Final = float(np.finfo(np.float32).eps)

Common = Callable[[str, Callable[[Generator], Any]], Any]
Arguments = TypeVar("Arguments", bound=tuple[Any, ...])
Drawn = TypeVar("Drawn")


class IllConditionedError(Exception):
    """No draw is good enough: in single precision the answer is another one."""


class Remembering(Generator):
    """The random numbers of one check, and in `known` what `draw` made of them so far.

    A check draws the same for each submission, in the same order; working out every time which
    draws are good enough would take longer than the check itself.
    """

    def __init__(self, seed: int, known: list[tuple[Any, Any]], common: Common) -> None:
        super().__init__(PCG64(seed))
        self._known = known
        self._common = common
        self._place = 0

    def shared(self, key: str, find: Callable[[Generator], list[Drawn]]) -> list[Drawn]:
        """What was found for this key, the same for all checks that ask for it."""
        return cast(list[Drawn], _copied(self._common(key, find)))

    def recall(self, find: Callable[[], Arguments]) -> Arguments:
        """The arguments that were found at this place of the check, or those found now."""
        if self._place == len(self._known):
            self._known.append((find(), self.bit_generator.state))
        found, state = self._known[self._place]
        self._place += 1
        self.bit_generator.state = state
        return cast(Arguments, _copied(found))


def draw(
    rng: Generator,
    make: Callable[[Generator], Arguments],
    evaluate: Callable[..., Any],
    rounded: Callable[[Generator, Arguments], Arguments] | None = None,
) -> Arguments:
    """The first `make(rng)` whose float32 evaluations keep a margin of two to the tolerance.

    `evaluate(*arguments)` is the solution's answer: a number, an array, None, a string, or a
    tuple or list of these. What is no number must be the same in both precisions, so a choice
    that hangs on a rounding error is drawn again, too. Functions among the arguments are asked
    by each evaluation: wrap them in `spy` after the draw. `rounded`: the arguments in single
    precision, where not all of them are to be moved.
    Raises IllConditionedError when a thousand draws have none that is good enough.
    """
    single: Callable[[Generator, Arguments], Arguments] = in_single if rounded is None else rounded

    def find() -> Arguments:
        return _find(rng, make, evaluate, single)

    return rng.recall(find) if isinstance(rng, Remembering) else find()


def shared(rng: Generator, key: str, find: Callable[[Generator], list[Drawn]]) -> list[Drawn]:
    """What `find` draws: the same for all checks of an assignment that ask under this key."""
    return rng.shared(key, find) if isinstance(rng, Remembering) else find(rng)


def _find(
    rng: Generator,
    make: Callable[[Generator], Arguments],
    evaluate: Callable[..., Any],
    rounded: Callable[[Generator, Arguments], Arguments],
) -> Arguments:
    for _ in range(ATTEMPTS):
        arguments = make(rng)
        exact = evaluate(*arguments)
        with np.errstate(all="ignore"):
            off = (distance(exact, evaluate(*rounded(rng, arguments))) for _ in count())
            if _keep_margin(off):
                return arguments
    raise IllConditionedError(f"none of {ATTEMPTS} draws is good enough; draw milder arguments")


def _copied(value: Any) -> Any:
    """The value with its own arrays and lists; a check may change them."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)):
        return type(value)(map(_copied, value))
    return value


def in_single(rng: Generator, value: Any, moved: bool = True) -> Any:
    """The value moved by at most a rounding error, unless `moved` is false, and rounded to float32.

    Arrays change their dtype, Python floats only their value, lists and tuples entry by entry;
    of a function it is the answers. Integers, strings, tensors and all else stay as they are.
    """
    if isinstance(value, (np.ndarray, np.generic)):
        if value.dtype.kind != "f":
            return value
        array = np.asarray(value)
        if moved:
            array = array * (1 + ROUNDING * rng.uniform(-1, 1, array.shape))
        return Single.of(array)
    if isinstance(value, float):
        return float(in_single(rng, np.float64(value), moved))
    if isinstance(value, (list, tuple)):
        return type(value)(in_single(rng, item, moved) for item in value)
    if callable(value) and not hasattr(value, "detach"):
        return lambda *arguments: in_single(rng, value(*map(_in_double, arguments)), moved)
    return value


def _keep_margin(off: Iterator[float]) -> bool:
    """Whether all of the trials, and further ones where they are close, keep the margin."""
    largest = 0.0
    for each in islice(off, TRIALS):
        if each > 1 / MARGIN:
            return False
        largest = max(largest, each)
    return largest <= 1 / MARGIN**3 or all(each <= 1 / MARGIN for each in islice(off, FURTHER))


def distance(exact: Any, single: Any) -> float:
    """How far numbers of `single` lie from those of `exact` at most, in tolerances.

    Infinite where they differ in anything else, or are no finite numbers.
    """
    if isinstance(exact, (list, tuple)) and isinstance(single, (list, tuple)):
        if len(exact) != len(single):
            return np.inf
        return max(map(distance, exact, single), default=0.0)
    if exact is None or single is None or isinstance(exact, str):
        return 0.0 if exact is single or exact == single else np.inf
    one, other = _in_double(exact), _in_double(single)
    if one.shape != other.shape:
        return np.inf
    largest = float((np.abs(one - other) / tolerance(one)).max(initial=0.0))
    return largest if np.isfinite(one).all() and np.isfinite(largest) else np.inf


def _in_double(value: Any) -> NDArray[np.float64]:
    detached = value.detach() if hasattr(value, "detach") else value
    return np.asarray(detached, dtype=np.float64)
