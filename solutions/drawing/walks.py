"""Walks whose errors fall, rise, stand still, are 0 or below, from any weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import cycle
from typing import Any, Final

import numpy as np
from numpy.random import Generator

from autograder.checks import GRID, Numbers, cases, draw, in_single, mixture, shuffled
from solutions.drawing.valleys import RATE, Array, Valley, Walk, any_rate, on_grid, walked

Shape = tuple[int, ...]
Paces = tuple[float, float]
_Arguments = tuple[Valley, Array, float, int, Valley | None]

SHAPES: Final[Sequence[Shape]] = ((2, 3), (), (4,), (3, 2), (1,), (1, 1), (2, 2, 3), (1, 3), (2, 1))


def _drawn(rng: Generator, make: Callable[[Generator], Walk]) -> Walk:
    def arguments(rng: Generator) -> _Arguments:
        walk = make(rng)
        return walk.valley, walk.w, walk.lr, walk.steps, walk.seen

    valley, w, lr, steps, seen = draw(rng, arguments, walked, _rounded)
    return Walk(replace(valley), w, lr, steps, seen and replace(seen))  # with spies of its own


def _rounded(rng: Generator, arguments: _Arguments) -> tuple[Any, ...]:
    """In single precision; weights on the grid lie just so, and stay."""
    w = arguments[1]
    return tuple(in_single(rng, each, moved=bool((w != on_grid(w)).any())) for each in arguments)


def _any(rng: Generator, size: float, shape: Shape) -> Array:
    return np.asarray(rng.uniform(-size, size, shape))


def _bowl(rng: Generator, shape: Shape, paces: Paces, lr: float, **terms: float) -> Walk:
    """`paces`: a step of learning rate lr takes so much of the way to the lowest place."""
    steepness = np.asarray(rng.uniform(*paces, shape)) / lr
    valley = Valley(_any(rng, 2, shape), steepness, **terms)
    return Walk(valley, _any(rng, 2, shape), lr, int(rng.integers(2, 5)))


def _falling(rng: Generator, shape: Shape) -> Walk:
    """No step of it leads far beyond the lowest place, and all weights are coupled."""
    lr = any_rate(rng)
    terms = {"bend": 0.2 / lr, "pull": 0.1 / lr / max(1, int(np.prod(shape)))}
    return _bowl(rng, shape, (0.1, 0.6), lr, floor=float(rng.uniform(0, 2)), **terms)


def _zigzag(rng: Generator, shape: Shape) -> Walk:
    return _bowl(rng, shape, (1.2, 1.7), any_rate(rng))


def _rising(rng: Generator, shape: Shape) -> Walk:
    walk = _bowl(rng, shape, (2.2, 3.0), any_rate(rng, 0.1))
    return replace(walk, steps=int(rng.integers(1, 4)))


def _exactly(pace: float) -> Callable[[Generator, Shape], Walk]:
    """In one step at the lowest place (1), or to and fro between two places for ever (2)."""

    def walk(rng: Generator, shape: Shape) -> Walk:
        lr = 2.0 ** int(rng.integers(-9, 4))
        valley = Valley(on_grid(_any(rng, 2, shape)), pace / lr, floor=1.0)
        return Walk(valley, on_grid(_any(rng, 2, shape)), lr, 3)

    return walk


def _at_the_lowest(floor: float) -> Callable[[Generator, Shape], Walk]:
    def walk(rng: Generator, shape: Shape) -> Walk:
        lowest = on_grid(_any(rng, 2, shape))
        return Walk(Valley(lowest, 2.0, floor=floor), lowest.copy(), any_rate(rng), 3)

    return walk


def _nearly_there(rng: Generator, shape: Shape) -> Walk:
    """So near that errors and gradients are tiny, but every step still halves the way."""
    lr = 2.0 ** int(rng.integers(-3, 4))
    lowest = on_grid(_any(rng, 2, shape))
    return Walk(Valley(lowest, 0.5 / lr), lowest + 4 * GRID * rng.choice([-1, 1], shape), lr, 3)


def _below_zero(rng: Generator, shape: Shape) -> Walk:
    walk = _bowl(rng, shape, (0.1, 0.6), any_rate(rng))
    return replace(walk, valley=replace(walk.valley, floor=-2 * walk.errors[0] - 1))


def _through_zero(rng: Generator, shape: Shape) -> Walk:
    walk = _bowl(rng, shape, (0.1, 0.6), any_rate(rng))
    return replace(walk, valley=replace(walk.valley, floor=-(walk.errors[0] + walk.errors[-1]) / 2))


def _through_exactly_zero(rng: Generator, shape: Shape) -> Walk:
    """Down a slope: above 0, then exactly 0, in either precision, then as far below."""
    lr = 2.0 ** int(rng.integers(-3, 2))
    w = on_grid(_any(rng, 2, shape))
    tilt = on_grid(rng.uniform(0.25, 1, shape) * rng.choice([-1, 1], shape))
    floor = lr * float((tilt**2).sum()) - float((tilt * w).sum())
    return Walk(Valley(np.zeros(shape), tilt=tilt, floor=floor), w, lr, 3)


def _the_same_twice(rng: Generator, shape: Shape) -> Walk:
    """Over the lowest place to where the error is the same, in either precision, and on."""
    lr = 2.0 ** int(rng.integers(-3, 2))
    w = on_grid(_any(rng, 2, shape))
    tilt = on_grid(rng.uniform(0.25, 1, shape) * rng.choice([-1, 1], shape))
    return Walk(Valley(np.zeros(shape), tilt=tilt), w, lr, 3, Valley(w - lr * tilt / 2, 2.0))


def _slope(rng: Generator, shape: Shape) -> Walk:
    lr = any_rate(rng)
    tilt = _any(rng, 1, shape) / lr
    return Walk(Valley(np.zeros(shape), tilt=tilt, floor=0.5), _any(rng, 2, shape), lr, 3)


def _hill(rng: Generator, shape: Shape) -> Walk:
    return _bowl(rng, shape, (-0.5, -0.1), any_rate(rng))


def _far(rng: Generator, shape: Shape) -> Walk:
    walk = _bowl(rng, shape, (0.05, 0.1), any_rate(rng, 1))
    start = rng.uniform(1001, 1200, shape) * (rng.choice([-1, 1], shape) if shape else 1)
    return replace(walk, w=np.asarray(start))


# What errors do on the way
Kind = Callable[[Generator, Shape], Walk]
KINDS: Final[Mapping[str, Kind]] = {
    "falls": _falling,
    "falls by leaps": _zigzag,
    "rises": _rising,
    "arrives at once": _exactly(1.0),
    "stands still, and w does not": _exactly(2.0),
    "stands still once": _the_same_twice,
    "stands still": _at_the_lowest(3.0),
    "is 0": _at_the_lowest(0.0),
    "nearly 0": _nearly_there,
    "below 0": _below_zero,
    "passes 0": _through_zero,
    "is 0 on its way down": _through_exactly_zero,
    "falls without end": _slope,
    "falls faster and faster": _hill,
    "from far": _far,
}


def walk_of(rng: Generator, shape: Shape, steps: int | None = None) -> Walk:
    """A walk that falls, of 2 to 4 steps unless `steps` says how many."""

    def make(rng: Generator) -> Walk:
        walk = _falling(rng, shape)
        return walk if steps is None else replace(walk, steps=steps)

    return _drawn(rng, make)


def walks_of_every_kind(
    rng: Generator, shapes: Sequence[Shape] = SHAPES, kinds: Iterable[str] = KINDS
) -> list[Walk]:
    """One walk of each kind, in these shapes by turns."""
    chosen = shuffled(rng, [KINDS[name] for name in kinds])
    turns = zip(chosen, cycle(shuffled(rng, shapes)), strict=False)
    return [_drawn(rng, partial(_of_shape, kind, shape)) for kind, shape in turns]


def _of_shape(kind: Kind, shape: Shape, rng: Generator) -> Walk:
    return kind(rng, shape)


def walks_from_anywhere(rng: Generator, *axes: str) -> list[Walk]:
    """From weights with every pattern of numbers: one step or none, at every learning rate."""
    domain = {"w": Numbers(-3, 3, *axes), "lr": RATE}
    turns = cycle((1, 0, 0))
    return _leaning_walks((w, lr, next(turns)) for w, lr in cases(rng, domain, _stepped))


def rows_from_anywhere(rng: Generator, solve: Callable[[Array], Any]) -> list[Array]:
    """Vectors in order, with equal neighbours, with ties, of one number, of two, and of many."""

    def make(rng: Generator) -> tuple[Array, ...]:
        w = rng.uniform(0.5, 3, 4)
        ordered = np.sort(w), -np.sort(w), np.repeat(w[:2], 2)
        tied = np.append(w, w.min()), np.append(w, w.max())
        return *ordered, *tied, w[:1], w[:2], rng.uniform(0.5, 3, int(rng.integers(11, 30)))

    return list(draw(rng, make, lambda *rows: list(map(solve, rows))))


def walks_from_rows_and_numbers(rng: Generator) -> list[Walk]:
    """One step each from such vectors, and from single weights."""
    lr = any_rate(rng)
    rows = rows_from_anywhere(rng, lambda row: _stepped(row, lr))
    numbers = [np.array(number) for number in (0.0, 1.0, 2.0, GRID, -0.75)]
    starts = [(each, 2.0**-place, 1) for place, each in enumerate(numbers)]
    starts += [(np.array(0.25 + near), 0.25, 1) for near in (0.0, GRID)]  # as large as the rate
    return _leaning_walks([*((row, lr, 1) for row in rows), *starts])


def soaring_walk(rng: Generator) -> Walk:
    """Weights grow beyond 100,000, and then a step further, none to 1,000,000."""

    def make(rng: Generator) -> Walk:
        lr = any_rate(rng, 5)
        start = rng.uniform(20, 25, 2) * rng.choice([-1, 1], 2)
        return Walk(Valley(_any(rng, 1, (2,)), 4 / lr), start, lr, 9)

    return _drawn(rng, make)


def walks_along_any_slopes(rng: Generator) -> list[Walk]:
    """Down planes whose slopes are of every kind: side by side, in rows, and of single weights."""
    domain = {"w": Numbers(-3, 3, "m", "n"), "slopes": Numbers(-3, 3, "m", "n"), "lr": RATE}
    lr = any_rate(rng)
    rows = rows_from_anywhere(rng, lambda row: _slid(np.cos(row), row, lr))
    numbers = (0.0, 1.0, 2.0, GRID, 1024.0)
    equal_rows = np.tile(rows[-1][:3], (2, 1))
    slopes = [*((np.cos(each), each, lr) for each in (*rows, equal_rows)),
              *((np.array(0.75), np.array(number), 2.0**-6) for number in numbers)]  # fmt: skip
    return [_down_a_plane(*each) for each in [mixture(rng, domain, _slid), *slopes]]


def _down_a_plane(w: Array, slopes: Array, lr: float) -> Walk:
    return Walk(Valley(np.zeros(w.shape), tilt=slopes, floor=1.25), w, lr, 2)


def _slid(w: Array, slopes: Array, lr: float) -> tuple[list[Array], list[float]]:
    walk = _down_a_plane(w, slopes, lr)
    return walked(walk.valley, *walk.start)


def _leaning_walks(starts: Iterable[tuple[Array, float, int]]) -> list[Walk]:
    valleys: dict[Shape, Valley] = {}
    return [Walk(valleys.setdefault(w.shape, _leaning(w)), w, lr, steps) for w, lr, steps in starts]


def _leaning(w: Array) -> Valley:
    """A valley of w's shape, with other numbers at each place; no learning rate is too large."""
    places = np.arange(1, w.size + 1).reshape(w.shape)
    return Valley(np.cos(places), 0.05 + 0.02 * np.sin(places), floor=0.75)


def _stepped(w: Array, lr: float) -> tuple[list[Array], list[float]]:
    return walked(_leaning(w), w, lr, 1)


def changed_alone(rng: Generator) -> list[Walk]:
    """A walk, and those where the gradient, the error, w, lr, or steps is another."""

    def make(rng: Generator) -> tuple[Valley, Valley, Array, Array, float]:
        one, other = _falling(rng, (2, 2)), _falling(rng, (2, 2))
        return one.valley, other.valley, one.w, other.w, min(one.lr, other.lr)

    def solve(*drawn: Any) -> list[tuple[list[Array], list[float]]]:
        return [walked(each.valley, *each.start, each.seen) for each in _changed(*drawn)]

    one, other, w, moved, lr = draw(rng, make, solve)
    return _changed(replace(one), replace(other), w, moved, lr)


def _changed(one: Valley, other: Valley, w: Array, moved: Array, lr: float) -> list[Walk]:
    return [
        Walk(one, w, lr, 2),
        Walk(other, w, lr, 2, seen=one),
        Walk(one, w, lr, 2, seen=other),
        Walk(one, moved, lr, 2),
        Walk(one, w, lr / 2, 2),
        Walk(one, w, lr, 1),
    ]
