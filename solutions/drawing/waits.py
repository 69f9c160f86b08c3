"""Losses and a patience, on which training stops early or goes on to its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from numpy.random import Generator

from autograder.checks import shuffled
from solutions.drawing.curves import (
    FROM_THE_LOWEST,
    HIGHEST,
    KINDS,
    STEPPED,
    TIES,
    TURNING,
    Losses,
    Order,
    anyhow,
    curve,
    curves,
    falling,
    few,
    flat,
    lowest_last,
    turned_inside,
    valley,
)
from solutions.terms import solution

Wait = tuple[Losses, int]  # losses, patience


def stops(rng: Generator) -> list[Wait]:
    """Curves without equal losses on which training stops early, in random order."""
    losses = curves(rng, *TURNING, *FROM_THE_LOWEST, lowest_last)
    losses.append(curve(rng, valley, KINDS["one is 0"], 7))
    losses.append([float(HIGHEST), *curve(rng, valley, KINDS["below 1"], 6)])
    return _stopping(rng, [*losses, *map(turned_inside, losses[:8])])


def stops_at_ties(rng: Generator) -> list[Wait]:
    """Curves on which training stops early, with losses that equal the lowest before them."""
    waits = []
    for patience in (1, 2, 3, 5):
        kind = list(KINDS.values())[int(rng.integers(len(KINDS)))]
        losses = curve(rng, _tied(patience), kind, patience + int(rng.integers(5, 9)))
        waits.append((losses, patience))
    flats = [[0.0] * 4, *few(rng, flat, 2)]
    return shuffled(rng, [*waits, *_stopping(rng, [*curves(rng, *STEPPED, *TIES), *flats])])


def _stopping(rng: Generator, losses: Sequence[Losses]) -> list[Wait]:
    """Each of these with some patience, where that stops the training before the last epoch."""
    waits = [(each, patience) for each in losses for patience in (1, 2, int(rng.integers(3, 6)))]
    return shuffled(rng, [wait for wait in waits if solution.early_stop(*wait) < len(wait[0]) - 1])


def waits_to_the_end(rng: Generator) -> list[Wait]:
    """Curves on which training goes on to the last epoch, and the same with a patience of 1."""
    waits = []
    beyond = cycle((int(rng.integers(1, 2000)), 40_000))
    for losses in [*curves(rng, falling, valley), *few(rng, falling, 1), *few(rng, anyhow, 2)]:
        long = len(losses) + next(beyond)
        waits += [(losses, patience) for patience in (1, len(losses), long)]
    return shuffled(rng, waits)


def _tied(patience: int) -> Order:
    """Down, so many epochs with the lowest again among them, and lower still."""

    def order(rng: Generator, count: int) -> list[int]:
        higher: list[int] = (rng.permutation(count - 3) + 3).tolist()
        waiting, before = higher[:patience], sorted(higher[patience:], reverse=True)
        waiting[int(rng.integers(patience))] = 2
        return [*before, 2, *waiting, 1, 0]

    return order
