"""A task's whole domain, drawn: each pattern of numbers and of sizes, and one change at a time.

An author says what may be passed, a check asks for all of it:

    PRODUCT = {"A": Numbers(-3, 3, "rows", "columns"), "x": Numbers(-10, 10, "columns")}

    for A, x in cases(rng, PRODUCT, solution.product):
        expect(student.product(A, x), close_to=solution.product(A, x))

Each argument comes once with each pattern of PATTERNS that its numbers can have, each size once
as 1, once as a large one, and so on. Arguments of the same shape come equal, nearly equal and one
above the other. And of two calls, one argument after the other is changed alone, so that nobody
is right who remembers by a part of the arguments. Special numbers are multiples of 2⁻¹². A call
shows several of these at a time: each costs time, in every submission.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks.domain import Array, Domain, Numbers, Sizes, axes_of
from autograder.checks.draw import IllConditionedError, draw, in_single, shared
from autograder.checks.order import shuffled
from autograder.checks.patterns import (
    KINDS,
    PATTERNS,
    RELATIONS,
    SINGLES,
    Pattern,
    Relation,
    all_zero,
    of_every_kind,
)

MOST: Final = 30  # the largest size
ALIKE: Final = 3  # where all sizes are alike
MIDDLE: Final = 3  # so many numbers have none but one between their ends

Arguments = tuple[Any, ...]
Calls = tuple[Arguments, ...]
Make = Callable[[Generator], Calls]  # arguments of one call, or of several that share some


def cases(
    rng: Generator,
    domain: Domain,
    solve: Callable[..., Any] | None = None,
    made: Callable[..., Arguments] | None = None,
) -> list[Arguments]:
    """Arguments from the whole domain, in random order.

    Checks that ask for the same get the same. solve: the solution, where inputs on which single
    precision is not right any more are to be drawn again. made: what makes a function's arguments
    of the domain's.
    """
    what = [(name, type(each).__name__, vars(each)) for name, each in domain.items()]
    key = repr([what, *(getattr(f, "__qualname__", None) for f in (solve, made))])
    return shared(rng, key, lambda rng: _cases(rng, domain, solve, made))


def mixture(
    rng: Generator,
    domain: Domain,
    solve: Callable[..., Any] | None = None,
    made: Callable[..., Arguments] | None = None,
) -> Arguments:
    """Arguments of one call that hold numbers of every kind side by side.

    For a check of something beside the value: what is done to a 0 or to an end is seen in one
    call.
    """
    axes = axes_of(domain)
    sizes = dict(zip(axes, (rng.permutation(len(axes)) + len(KINDS)).tolist(), strict=True))
    make = _maker(domain, sizes, dict.fromkeys(domain, of_every_kind))
    (arguments,) = _drawn(rng, domain, make, solve, made, dyadic=True)
    return arguments


def _cases(
    rng: Generator,
    domain: Domain,
    solve: Callable[..., Any] | None,
    made: Callable[..., Arguments] | None,
) -> list[Arguments]:
    found: list[Arguments] = []
    for make, dyadic in _makers(rng, domain):
        with contextlib.suppress(IllConditionedError):  # none of this kind is
            found += _drawn(rng, domain, make, solve, made, dyadic)
    return shuffled(rng, found)


def _drawn(
    rng: Generator,
    domain: Domain,
    make: Make,
    solve: Callable[..., Any] | None,
    made: Callable[..., Arguments] | None,
    dyadic: bool,
) -> Calls:
    def finished(calls: Calls) -> Calls:
        return calls if made is None else tuple(made(*own) for own in calls)

    if solve is None:
        return finished(make(rng))

    def evaluate(*calls: Arguments) -> list[Any]:
        return [solve(*arguments) for arguments in finished(calls)]

    def rounded(rng: Generator, calls: Calls) -> Calls:
        return tuple(_rounded(rng, domain, own, dyadic) for own in calls)

    return finished(draw(rng, make, evaluate, rounded))


def _rounded(rng: Generator, domain: Domain, arguments: Arguments, dyadic: bool) -> Arguments:
    pairs = zip(domain.values(), arguments, strict=True)
    return tuple(
        in_single(rng, value, moved=not (dyadic and numbers.exact)) for numbers, value in pairs
    )


def _makers(rng: Generator, domain: Domain) -> Iterator[tuple[Make, bool]]:
    """What makes calls, and whether they are of dyadic numbers."""
    axes = axes_of(domain)
    several = np.arange(len(axes)) + 3
    for sizes in _sizes(rng, axes, several):
        yield _maker(domain, sizes, {}), False
    orders = (several * 0 + 3, several, several[::-1], rng.permutation(several))
    turns = itertools.cycle(dict(zip(axes, order.tolist(), strict=True)) for order in orders)
    for sizes, patterns in zip(turns, _rounds(rng, domain), strict=False):
        yield _maker(domain, sizes, patterns), True
    for name, numbers in domain.items():
        if numbers.axes and numbers.holds(0):
            yield _maker(domain, next(turns), {name: all_zero}), True
    for relation in RELATIONS.values() if _groups(domain) else ():
        yield _relating(domain, relation), True
    yield _changed_alone(domain, next(turns)), False


def _sizes(rng: Generator, axes: Sequence[str], several: NDArray[np.int_]) -> Iterator[Sizes]:
    """All of them 1, all 2, each alone as 1 and as a large one."""
    if not axes:
        return
    for size in (1, 2):
        yield dict.fromkeys(axes, size)
    for axis in axes:
        rest = dict(zip(axes, rng.permutation(several).tolist(), strict=True))
        yield {**rest, axis: int(rng.integers(11, MOST + 1))}
        if len(axes) > 1:
            yield {**rest, axis: 1}
            yield {**dict.fromkeys(axes, 2), axis: 1}


def _rounds(rng: Generator, domain: Domain) -> Iterator[dict[str, Pattern]]:
    """Each pattern once for each argument that can have it, in chance company."""
    columns = {name: shuffled(rng, _fitting(numbers)) for name, numbers in domain.items()}
    for place in range(max(map(len, columns.values()))):
        yield {name: column[place % len(column)] for name, column in columns.items()}


def _fitting(numbers: Numbers) -> list[Pattern]:
    """The patterns that have a meaning for these numbers; no single number comes twice."""
    trial = np.random.default_rng(0)
    sizes = dict.fromkeys(axes_of({"": numbers}), ALIKE)
    values = numbers.on_grid(numbers.any(trial, sizes))
    fitting = [p for p in PATTERNS.values() if p(trial, values.copy(), numbers) is not None]
    if numbers.axes:
        return fitting
    singles: dict[float, Pattern] = {}
    for pattern in SINGLES.values():
        value = pattern(trial, values, numbers)
        if value is not None:
            singles.setdefault(float(numbers.on_grid(value)), pattern)
    return [*fitting, *singles.values()]


def _maker(domain: Domain, sizes: Sizes, patterns: Mapping[str, Pattern]) -> Make:
    def make(rng: Generator) -> Calls:
        return (
            tuple(
                numbers.given(_patterned(rng, numbers, sizes, patterns.get(name)))
                for name, numbers in domain.items()
            ),
        )

    return make


def _patterned(rng: Generator, numbers: Numbers, sizes: Sizes, pattern: Pattern | None) -> Array:
    values = numbers.any(rng, sizes)
    if pattern is None:
        return values
    found = pattern(rng, numbers.on_grid(values), numbers)
    return values if found is None else numbers.on_grid(found)


def _groups(domain: Domain) -> list[list[str]]:
    """The names of arguments that can be the same where all sizes are alike."""
    alike = dict.fromkeys(axes_of(domain), ALIKE)
    groups: dict[tuple[int, ...], list[str]] = {}
    for name, numbers in domain.items():
        groups.setdefault(numbers.shape(alike), []).append(name)
    return [names for names in groups.values() if len(names) > 1 and _meet(domain, names)]


def _meet(domain: Domain, names: Sequence[str]) -> bool:
    return max(domain[n].low for n in names) < min(domain[n].high for n in names)


def _relating(domain: Domain, relation: Relation) -> Make:
    """Arguments of the same shape related to each other."""
    alike = dict.fromkeys(axes_of(domain), ALIKE)

    def related(rng: Generator) -> Calls:
        found = {name: numbers.any(rng, alike) for name, numbers in domain.items()}
        for names in _groups(domain):
            low, high = max(domain[n].low for n in names), min(domain[n].high for n in names)
            arrays = [domain[n].on_grid(rng.uniform(low, high, found[n].shape)) for n in names]
            for name, array in zip(names, relation(rng, arrays, low, high), strict=True):
                found[name] = domain[name].on_grid(array)
        return (tuple(domain[name].given(array) for name, array in found.items()),)

    return related


def _changed_alone(domain: Domain, sizes: Sizes) -> Make:
    """A call, and for each argument the same call with this one changed, as a whole and inside."""
    make = _maker(domain, {axis: size + 1 for axis, size in sizes.items()}, {})

    def calls(rng: Generator) -> Calls:
        (one,), (other,) = make(rng), make(rng)
        return (
            one,
            *(
                (*one[:place], changed, *one[place + 1 :])
                for place, numbers in enumerate(domain.values())
                for changed in (other[place], *_changed_inside(numbers, one[place], other[place]))
            ),
        )

    return calls


def _changed_inside(numbers: Numbers, one: Any, other: Any) -> Iterator[Any]:
    """With another number in the middle alone, and with two numbers exchanged there.

    Ends, length and, of the second, the sum stay as they were.
    """
    if np.size(one) > MIDDLE:
        values = np.array(one)
        values.flat[1] = np.asarray(other).flat[1]
        yield numbers.given(values)
        values = np.array(one)
        values.flat[1:3] = values.flat[2], values.flat[1]
        yield numbers.given(values)
