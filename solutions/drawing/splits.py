"""Splits of any size: n, two fractions and a seed, and what a part drawn at random can't be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import shuffled

LARGEST: Final = 400  # beyond a byte; who counts by recursion gets there, too
LAST_SEED: Final = 2**32 - 1
FEW: Final = 5  # a smaller part may be like another one by chance
SEEDS: Final = 6  # of one split, to see whether its parts come from all over
MEETS: Final = 0.6  # of the indices that a part at random meets, a part must meet so many

PARTS: Final = ("validation", "test")

Part = NDArray[Any]


class Split(NamedTuple):
    """The arguments of `split`."""

    n: int
    validation: float
    test: float
    seed: int


def split_of(rng: Generator, n: int, validation: int, test: int, *remainders: float) -> Split:
    """A split with so many indices in two of its parts, at a seed of any size.

    n times a fraction has this remainder, to be rounded away; a part of none may have none.
    """
    over, other = remainders
    return Split(n, (validation + over) / n, (test + other) / n, seed(rng))


def seed(rng: Generator) -> int:
    return int(rng.integers(LAST_SEED))


def all_splits(rng: Generator) -> list[Split]:
    """Splits of every size, rounded up and down, and of each one argument changed alone."""
    n, few, many = int(rng.integers(50, 120)), int(rng.integers(6, 12)), int(rng.integers(13, 18))
    down, up = 0.3, -0.3
    splits = [
        split_of(rng, n, few, many, down, down),
        split_of(rng, n, many, few, up, up),
        split_of(rng, n + 1, few, many, down, up),
        split_of(rng, n + 2, few, few, up, up),
        split_of(rng, n, 0, many, 0, up),
        split_of(rng, n, few, 0, down, 0),
        split_of(rng, n, 0, 0, 0, 0),
        split_of(rng, n, 0, many, down, down),  # a fraction too small for a single index
        split_of(rng, n, few, 0, up, down),
        split_of(rng, n, n - many - 3, 2, up, down),
        split_of(rng, n, 2, n - many - 3, down, up),
        split_of(rng, 10, 1, 2, up, down),
        split_of(rng, n, few, few, 0.3, 0.25),  # nearly equal fractions
        split_of(rng, int(rng.integers(11, 31)), 3, 2, 0, 0),
        split_of(rng, int(rng.integers(130, 250)), many, few, 0.1, -0.1),
        split_of(rng, int(rng.integers(260, LARGEST)), few, many, -0.4, 0.4),
    ]
    splits += [_off_by_the_rest(rng, *names) for names in (PARTS, PARTS[::-1])]
    one, other = splits[0], split_of(rng, n, few + 2, many + 2, down, down)
    splits += [one._replace(**{name: getattr(other, name)}) for name in PARTS]
    splits += [one._replace(n=_other_n(one))]
    splits += [one._replace(seed=value) for value in (0, 1, 2, one.n, LAST_SEED)]
    return shuffled(rng, splits)


def _off_by_the_rest(rng: Generator, part: str, other: str) -> Split:
    """A split of which who takes a part of what the other one, rounded, leaves takes too much.

    Or too little, by one.
    """
    while True:
        few = rng.integers(3, 9, 2)
        over = rng.uniform(-0.4, 0.4, 2).tolist()
        split = split_of(rng, int(rng.integers(20, 60)), *few.tolist(), *over)
        mine, theirs = getattr(split, part), getattr(split, other)
        of_the_rest = (split.n - round(split.n * theirs)) * mine / (1 - theirs)
        if abs(of_the_rest - round(split.n * mine)) > 0.6:
            return split


def _other_n(split: Split) -> int:
    """A larger n at which both fractions of this split are still far from a half."""
    n = split.n + 1
    while any(abs(n * each % 1 - 0.5) < 0.1 for each in (split.validation, split.test)):
        n += 1
    return n


def other_seeds(rng: Generator) -> list[Split]:
    """One split at seeds that are alike in some way, 0 among them."""
    n = int(rng.integers(60, 120))
    one = split_of(rng, n, int(rng.integers(8, 12)), int(rng.integers(13, 18)), 0.3, -0.3)
    start = int(rng.integers(1000, 2**31))
    others = [start + step for step in (0, 1, 100, 1000, 2**16, 2**31)]
    seeds = shuffled(rng, [*others, 0, 1, LAST_SEED])
    return [one._replace(seed=value) for value in seeds]


def at_some_seeds(rng: Generator, n: int) -> list[Split]:
    """One split of n indices at several seeds."""
    validation, test = int(rng.integers(n // 8, n // 6)), int(rng.integers(n // 5, n // 4))
    one = split_of(rng, n, validation, test, 0.3, -0.3)
    return [one._replace(seed=seed(rng)) for _ in range(SEEDS)]


def is_run(part: Part, n: int) -> bool:
    """Whether the sorted part is neighbouring indices, also across the end."""
    return part.size >= FEW and int(np.count_nonzero(_gaps(part, n) != 1)) <= 1


def is_shifted(one: Part, other: Part, n: int) -> bool:
    """Whether one sorted part is the other one moved by some places, also across the end."""
    if one.size != other.size or one.size < FEW:
        return False
    gaps, others = _gaps(one, n), _gaps(other, n)
    if not np.array_equal(np.sort(gaps), np.sort(others)):
        return False
    round_twice = np.tile(others, 2)
    return any(np.array_equal(gaps, round_twice[k : k + one.size]) for k in range(one.size))


def misses_many(parts: Sequence[Part], n: int) -> bool:
    """Whether these parts of different seeds meet far fewer indices than at random."""
    left = 1.0
    for part in parts:
        left *= 1 - part.size / n
    met = np.unique(np.concatenate(parts)).size
    return met < MEETS * n * (1 - left)


def _gaps(part: Part, n: int) -> Part:
    return np.diff(part, append=part[:1] + n)
