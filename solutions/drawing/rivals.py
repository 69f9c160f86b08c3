"""Validation and test errors of models, one of which is to be chosen.

Test errors are multiples of 2⁻¹² and so have many digits: one that was rounded to four shows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from numpy.random import Generator

from autograder.checks import shared, shuffled
from solutions.drawing.curves import (
    FROM_THE_LOWEST,
    KINDS,
    STEPPED,
    TIES,
    TO_THE_LOWEST,
    TURNING,
    Losses,
    anyhow,
    curve,
    curves,
    falling,
    few,
    lowest_across_ten,
    lowest_inside,
    rising,
    turned_inside,
)

ERROR: Final = 4_096  # units in a whole

Rivals = tuple[Losses, Losses]  # validation errors, test errors


def all_rivals(rng: Generator) -> list[Rivals]:
    """Validation and test errors of models, no two of which are the best, in random order.

    Every order of either list, and both related; of some, the one list changes alone.
    """
    return shared(rng, "rivals", lambda rng: shuffled(rng, list(_rivals(rng))))


def _rivals(rng: Generator) -> Iterator[Rivals]:
    orders = (*TURNING, *STEPPED, *FROM_THE_LOWEST, *TO_THE_LOWEST)
    for errors in [*curves(rng, *orders), *few(rng, anyhow, 1), *few(rng, anyhow, 2)]:
        yield errors, _others(rng, len(errors))
    for order in (*STEPPED, *TIES):
        yield _others(rng, 6), curve(rng, order, KINDS["around 1"], 6, ERROR)
    yield _others(rng, 4), [0.0] * 4
    for order in (rising, falling):
        yield _others(rng, 6), curve(rng, order, KINDS["around 1"], 6, ERROR)
    validation, other = (curve(rng, order, KINDS["around 1"], 5) for order in (rising, falling))
    test, other_test = _others(rng, 5), _others(rng, 5)
    yield from [(validation, test), (other, test), (validation, other_test)]
    inside = curve(rng, lowest_inside, KINDS["around 1"], 6)
    for other in (inside, turned_inside(inside)):
        errors = _others(rng, 6)
        yield from [(other, errors), (other, turned_inside(errors))]
        yield turned_inside(other), errors
    for shift in (0.0, 1 / ERROR, 2.0, -0.125):  # equal, nearly equal, one above the other
        errors = curve(rng, anyhow, KINDS["around 1"], 6, ERROR)
        yield errors, [error + shift for error in errors]
    errors, test = (curve(rng, anyhow, KINDS["above 1"], 6, ERROR) for _ in range(2))
    yield errors, [*test[:2], errors[2], *test[3:]]


def tied_rivals(rng: Generator) -> list[Rivals]:
    """Errors of models of which several have the lowest validation error, in random order.

    The test error of the first of them is once the lowest of theirs, once the highest.
    """
    pairs = []
    for order, way in itertools.product((*TIES, lowest_across_ten), (1, -1)):
        count = 16 if order is lowest_across_ten else int(rng.integers(4, 9))
        validation = curve(rng, order, KINDS["around 1"], count)
        test = _others(rng, len(validation))
        lowest = [place for place, error in enumerate(validation) if error == min(validation)]
        for place, error in zip(lowest[::way], sorted(test[p] for p in lowest), strict=True):
            test[place] = error
        pairs.append((validation, test))
    return shuffled(rng, [*pairs, ([0.0] * 4, _others(rng, 4))])


def _others(rng: Generator, count: int) -> Losses:
    kind = list(KINDS.values())[int(rng.integers(len(KINDS)))]
    return curve(rng, anyhow, kind, count, ERROR)
