"""The order of a check's cases, drawn so that nobody can answer by counting the calls.

The kit's source is public, the secret behind `rng` is not: a function that ignores its arguments
has to guess every answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from numpy.random import Generator

CALLS: Final = 11  # of a check whose answers are yes or no: all are guessed once in 1400 times

Case = TypeVar("Case")


def shuffled(rng: Generator, cases: Sequence[Case]) -> list[Case]:
    """The cases in random order."""
    return [cases[place] for place in rng.permutation(len(cases)).tolist()]


def yes_and_no(rng: Generator, yes: Sequence[Case], no: Sequence[Case]) -> list[Case]:
    """CALLS cases in random order: each of these once, the others of either kind by a coin."""
    cases = [*yes, *no]
    while len(cases) < CALLS:
        kind = yes if rng.integers(2) else no
        cases.append(kind[int(rng.integers(len(kind)))])
    return shuffled(rng, cases)
