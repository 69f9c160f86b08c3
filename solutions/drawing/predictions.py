"""Models and inputs for `predict`, predictions and labels for `accuracy`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.random import Generator

from autograder.checks import GRID, NEAR, Numbers, Tensor, cases, shared, shuffled
from solutions.drawing.provided import Array, ProvidedModel, network_of, random_network, single

Judged = tuple[Tensor, Tensor]  # predictions, labels


@dataclass(frozen=True)
class Asked:
    """The arguments of `predict`."""

    network: ProvidedModel
    X: Array

    @cached_property
    def outputs(self) -> Array:
        return self.network.outputs(self.X)

    @cached_property
    def nudged(self) -> list[Array]:
        return self.network.nudged(self.X)

    @property
    def opposite(self) -> Asked:
        """The same of a model whose outputs lie on the other side of 0.5."""
        *parameters, W, b = self.network.parameters
        return Asked(ProvidedModel(self.network.sizes, [*parameters, -W, -b]), self.X)


APART: Final = 0.005  # from 0.5, but where an output is meant to lie there
HIDDEN: Final = 3  # neurons, where a table's sizes are drawn
MOST: Final = 30  # rows
TABLES: Final = {"X": Numbers(-10, 10, "rows", "inputs"), "weights": Numbers(-2, 2, 40)}


def all_predictions(rng: Generator) -> list[Asked]:
    """Models and tables of any size, and all kinds of inputs."""

    def find(rng: Generator) -> list[Asked]:
        found = [_asked(*each) for each in cases(rng, TABLES, _answer, _made)]
        found += [random_prediction(rng) for _ in range(3)]
        return shuffled(rng, [*found, *(asked.opposite for asked in found)])

    return shared(rng, "predictions", find)


def _made(X: Array, weights: Array) -> tuple[Array, Array]:
    return single(X).astype(np.float64), weights


def _answer(X: Array, weights: Array) -> Any:
    o = _asked(X, weights).outputs
    return (o > 0.5).astype(float) if np.abs(o - 0.5).min() > APART else np.nan


def _asked(X: Array, weights: Array) -> Asked:
    """A network of these weights; its last bias puts some outputs above 0.5 and some below."""
    network = network_of(weights, X.shape[1], HIDDEN, 1)
    o = np.sort(network.outputs(X), axis=None)
    z = np.log(o / (1 - o))
    if len(z) > 1 and (gaps := np.diff(z)).max() > 0.1:
        widest = int(gaps.argmax())
        network.parameters[-1] -= single((z[widest] + z[widest + 1]) / 2)
    return Asked(network, single(X))


def random_prediction(rng: Generator) -> Asked:
    """A model and rows of inputs with outputs on both sides of 0.5.

    Their mean divides them in another way than 0.5 does.
    """
    while True:
        n_in, n_hidden = rng.permutation([1, 3, 4, 5])[:2].tolist()
        X = single(rng.uniform(-2, 2, (int(rng.integers(8, 13)), n_in)))
        asked = Asked(random_network(rng, n_in, n_hidden, 1), X)
        o = asked.outputs
        sides = o > 0.5
        mixed = 0 < sides.sum() < len(o) and (sides != (o > o.mean())).any()
        if mixed and np.abs(o - 0.5).min() > APART:
            return asked


def moved_prediction(rng: Generator) -> list[Asked]:
    """A model and rows, and the same after a nudge that moved some outputs across 0.5."""

    def find(rng: Generator) -> list[Asked]:
        while True:
            asked = random_prediction(rng)
            moved = Asked(ProvidedModel(asked.network.sizes, asked.nudged), asked.X)
            turned = (asked.outputs > 0.5) != (moved.outputs > 0.5)
            if turned.any() and np.abs(moved.outputs - 0.5).min() > APART:
                return [asked, moved]

    return shared(rng, "moved prediction", find)


def some_predictions(rng: Generator) -> list[Asked]:
    """Three of them, whose outputs lie on both sides of 0.5."""
    return shared(rng, "some predictions", lambda rng: [random_prediction(rng) for _ in range(3)])


def at_one_half(rng: Generator) -> list[Asked]:
    """Single neurons whose weighted sums are exactly 0, barely above and barely below, mixed.

    Weights, bias and inputs are dyadic: the sums are exact in any order. No input alone decides.
    """
    asked = []
    for n_in in (1, 2, 3, 5):
        w, b = rng.choice([-2.0, -1.0, -0.5, 0.5, 1.0, 2.0], n_in), float(rng.integers(-8, 9)) / 4
        sums = rng.permutation(np.repeat([0.0, GRID / 4, GRID, -GRID, NEAR, -NEAR], 2))
        X = rng.integers(-16, 17, (len(sums), n_in)) / 8
        for row, z in zip(X, sums, strict=True):
            place = int(rng.integers(n_in))
            row[place] = (z - b - (row @ w - row[place] * w[place])) / w[place]
        network = ProvidedModel((n_in, 1), [single(w[None]), single([b])])
        asked += [Asked(network, single(rows)) for rows in (X, X[:1], X[-1:])]
    return shuffled(rng, asked)


def all_judged(rng: Generator) -> list[Judged]:
    """Predictions and labels of any number of rows, some, none or all of them right.

    Of three, one of the two changes alone.
    """
    judged = [judged_rows(rng, n, int(rng.integers(n + 1))) for n in range(2, MOST + 1)]
    judged += [judged_rows(rng, n, right) for n in (2, 5, 13) for right in (0, n)]
    (predicted, Y), (other, other_Y) = judged_rows(rng, 12, 5), judged_rows(rng, 12, 9)
    judged += [(predicted, Y), (predicted, other_Y), (other, Y)]
    return shuffled(rng, judged)


def judged_rows(rng: Generator, n: int, right: int) -> Judged:
    """Predictions and labels of n rows, `right` of which agree.

    Of four and more, not as large a part of each prediction with every label.
    """
    while True:
        Y = rng.integers(0, 2, (n, 1))
        wrong = rng.permutation(np.arange(n) >= right).reshape(n, 1)
        predicted = Y ^ wrong
        if n < 4 or (predicted == Y.T).mean() != right / n:
            return Tensor(single(predicted)), Tensor(single(Y))
