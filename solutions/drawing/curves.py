"""Lists of losses: every order and every kind of numbers that may come.

They are different multiples of 0.0001 from 0 to 100, as near to each other as that, but where two
are meant to be equal: no comparison hangs on a rounding error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from numpy.random import Generator

from autograder.checks import shuffled

LOSS: Final = 10_000  # units of 0.0001
HIGHEST: Final = 100
LONG: Final = 30

Losses = list[float]
Order = Callable[[Generator, int], list[int]]  # a rank for each place, 0 is the lowest
Values = Callable[[Generator, int, int], list[int]]  # units in a whole; how many; in units


def falling(_rng: Generator, count: int) -> list[int]:
    return list(range(count))[::-1]


def rising(_rng: Generator, count: int) -> list[int]:
    return list(range(count))


def anyhow(rng: Generator, count: int) -> list[int]:
    ranks: list[int] = rng.permutation(count).tolist()
    return ranks


def lowest_first(rng: Generator, count: int) -> list[int]:
    return _lowest_at(0, anyhow(rng, count))


def lowest_last(rng: Generator, count: int) -> list[int]:
    return _lowest_at(count - 1, anyhow(rng, count))


def lowest_inside(rng: Generator, count: int) -> list[int]:
    return _lowest_at(_inside(rng, count), anyhow(rng, count))


def valley(rng: Generator, count: int) -> list[int]:
    """Down to a place inside, and up again."""
    ranks = lowest_inside(rng, count)
    lowest = ranks.index(0)
    return sorted(ranks[:lowest], reverse=True) + sorted(ranks[lowest:])


def false_alarms(rng: Generator, count: int) -> list[int]:
    """Downwards and upwards by turns, lower and lower to a place inside, then higher."""
    ranks = valley(rng, count)
    lowest = ranks.index(0)
    for place in range(int(rng.integers(2)), count - 1, 2):
        ranks[place], ranks[place + 1] = ranks[place + 1], ranks[place]
    return _lowest_at(lowest, ranks)


def alarms_all_along(_rng: Generator, count: int) -> list[int]:
    """Upwards and downwards by turns, lower and lower, and higher at the end."""
    ranks = list(range(count))
    down = count - max(1, count // 3)
    for place in range(down % 2, down - 1, 2):
        ranks[place], ranks[place + 1] = ranks[place + 1], ranks[place]
    return ranks[:down][::-1] + ranks[down:]


def plateaus(rng: Generator, count: int) -> list[int]:
    """Down to one lowest inside and up again in steps of two equal ones."""
    lowest = _inside(rng, count)
    return [(abs(place - lowest) + 1) // 2 for place in range(count)]


def equal_highest(rng: Generator, count: int) -> list[int]:
    return [min(rank, max(1, count // 2)) for rank in lowest_inside(rng, count)]


def lowest_twice(rng: Generator, count: int) -> list[int]:
    """The lowest comes again right afterwards."""
    return [max(0, rank - 1) for rank in valley(rng, count)]


def lowest_again(rng: Generator, count: int) -> list[int]:
    """The lowest comes again, also at the end."""
    ranks = anyhow(rng, count)
    for place in (0, count // 2, count - 1):
        ranks[place] = 0
    return ranks


def lowest_across_ten(rng: Generator, count: int) -> list[int]:
    """The lowest comes before place 10 and from there on, where texts of the places go back."""
    ranks = [max(1, rank) for rank in anyhow(rng, count)]
    for place in (int(rng.integers(2, 10)), int(rng.integers(10, count))):
        ranks[place] = 0
    return ranks


def flat(_rng: Generator, count: int) -> list[int]:
    return [0] * count


TURNING: Final[tuple[Order, ...]] = (valley, false_alarms, alarms_all_along, lowest_inside)
STEPPED: Final[tuple[Order, ...]] = (plateaus, equal_highest)  # turning, with equal ones
FROM_THE_LOWEST: Final[tuple[Order, ...]] = (rising, lowest_first)
TO_THE_LOWEST: Final[tuple[Order, ...]] = (falling, lowest_last)
TIES: Final[tuple[Order, ...]] = (lowest_twice, lowest_again, flat)


def _inside(rng: Generator, count: int) -> int:
    """A place that is neither the first nor the last, if there is one."""
    return int(rng.integers(1, count - 1)) if count > 2 else int(rng.integers(count))


def _lowest_at(place: int, ranks: list[int]) -> list[int]:
    lowest = ranks.index(0)
    ranks[lowest], ranks[place] = ranks[place], ranks[lowest]
    return ranks


def _from(low: float, high: float) -> Values:
    """Different numbers from `low` to `high`."""

    def values(rng: Generator, count: int, unit: int) -> list[int]:
        first, last = int(low * unit), int(high * unit)
        found: list[int] = (first + rng.choice(last - first, count, replace=False)).tolist()
        return found

    return values


def _with_zero(rng: Generator, count: int, unit: int) -> list[int]:
    return [0, *_from(0.001, 1)(rng, count - 1, unit)]


def _whole(rng: Generator, count: int, unit: int) -> list[int]:
    return [number * unit for number in [1, *_from(2, HIGHEST)(rng, count - 1, 1)]]


def _neighbours(rng: Generator, count: int, unit: int) -> list[int]:
    """As close to each other as they come."""
    first = int(rng.integers(unit // 10, 3 * unit))
    return list(range(first, first + count))


def _high_neighbours(rng: Generator, count: int, unit: int) -> list[int]:
    """As close to each other as they come, where that is little beside their size."""
    first = int(rng.integers(HIGHEST * unit // 2, HIGHEST * unit - count))
    return list(range(first, first + count))


def _to_the_highest(rng: Generator, count: int, unit: int) -> list[int]:
    return [*_from(0.5, HIGHEST)(rng, count - 1, unit), HIGHEST * unit]


KINDS: Final[Mapping[str, Values]] = {
    "below 1": _from(0.05, 1),
    "around 1": _from(0.2, 3),
    "above 1": _from(1.01, HIGHEST),
    "near 0": _from(0.0003, 0.012),
    "one is 0": _with_zero,
    "whole numbers": _whole,
    "neighbours": _neighbours,
    "high neighbours": _high_neighbours,
    "up to 100": _to_the_highest,
}
OFTEN: Final = ("neighbours", "one is 0", "high neighbours")


def curve(rng: Generator, order: Order, kind: Values, count: int, unit: int = LOSS) -> Losses:
    """So many numbers of this kind in this order."""
    values = sorted(kind(rng, count, unit))
    return [values[rank] / unit for rank in order(rng, count)]


def curves(rng: Generator, *orders: Order) -> list[Losses]:
    """Each of these orders with three kinds of numbers, once a long curve, in random order.

    Of three orders and more, every kind is among them.
    """
    others = shuffled(rng, [kind for name, kind in KINDS.items() if name not in OFTEN])
    found = []
    for place, order in enumerate(orders):
        often = OFTEN[place % len(OFTEN)]
        for kind, low, high in (
            (others[place % len(others)], 5, 11),
            (KINDS[often], 5, 11),
            (others[(place + len(orders)) % len(others)], 11, LONG + 1),
        ):
            found.append(curve(rng, order, kind, int(rng.integers(low, high))))
    return shuffled(rng, found)


def turned_inside(losses: Losses) -> Losses:
    """The same losses, of which the first and the last keep their places alone."""
    return [*losses[:1], *losses[1:-1][::-1], *losses[1:][-1:]]


def few(rng: Generator, order: Order, count: int) -> list[Losses]:
    """Numbers of three kinds, so many of each."""
    kinds = shuffled(rng, list(KINDS.values()))[:3]
    return [curve(rng, order, kind, count) for kind in kinds]
