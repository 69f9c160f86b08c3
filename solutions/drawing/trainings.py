"""Trainings for `xor`: every kind of table, model and learning rate that may come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.random import Generator

from assignments import chapter
from autograder.checks import Numbers, Scalar, Tensor, Whole, cases, shared, shuffled
from autograder.checks.draw import ATTEMPTS, IllConditionedError
from solutions.drawing.provided import (
    Array,
    ProvidedModel,
    chapter_network,
    network_of,
    random_network,
    single,
)
from solutions.drawing.runs import (
    Arguments,
    Run,
    agrees,
    chapter_reference,
    is_legal,
    train_in_numpy,
    within_of,
)
from solutions.xor import solution

GATES: Final = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}
HIDDEN: Final = 3  # neurons, where a table's sizes are drawn

# What may be passed, where few epochs are trained; the weights are used again and again
TABLES: Final = {
    "X": Numbers(-10, 10, "rows", "inputs"),
    "Y": Numbers(0, 1, "rows", "outputs"),
    "lr": Scalar(0.1, 2),
    "epochs": Whole(0, 5),
    "weights": Numbers(-2, 2, 40),
}


@dataclass(frozen=True)
class Training:
    """The arguments of `train`."""

    network: ProvidedModel
    X: Array
    Y: Array
    lr: float
    epochs: int

    @property
    def table(self) -> tuple[Tensor, Tensor]:
        return Tensor(self.X), Tensor(self.Y)

    @property
    def within(self) -> tuple[float, float]:
        """How far the parameters may lie from the reference's."""
        return within_of(self.epochs)

    @cached_property
    def reference(self) -> Run:
        """The training in double precision."""
        return train_in_numpy(*self.in_double)

    @cached_property
    def nudged(self) -> list[Array]:
        """The parameters after the training and `student.nudge`."""
        parameters = list(map(single, self.reference.parameters))
        return ProvidedModel(self.network.sizes, parameters).nudged(self.X)

    @property
    def in_double(self) -> Arguments:
        *parameters, X, Y = (
            values.astype(np.float64) for values in (*self.network.parameters, self.X, self.Y)
        )
        return parameters, X, Y, self.lr, self.epochs


@dataclass(frozen=True)
class Plan:
    """A network and a table to be trained, before it is known whether they are good enough."""

    network: ProvidedModel
    X: Array
    Y: Array
    lr: float

    def training(self, epochs: int) -> Training:
        return Training(self.network, single(self.X), single(self.Y), self.lr, epochs)


Make = Callable[[Generator], Plan]


def _plan(
    rng: Generator,
    *sizes: int,
    rows: int = 5,
    reach: float = 1,
    lr: float | None = None,
    width: float = 3,
) -> Plan:
    """A table of real labels, inputs of −reach … reach, and a learning rate of about 1."""
    X = rng.uniform(-reach, reach, (rows, sizes[0]))
    Y = rng.uniform(0, 1, (rows, sizes[-1]))
    return Plan(random_network(rng, *sizes, width=width), X, Y, lr or float(rng.uniform(0.5, 1.5)))


def _steep(rng: Generator) -> Plan:
    """All wrong."""
    plan = _plan(rng, 2, 10, 1, rows=2, reach=3, width=5)
    Y = 1 - np.round(plan.network.outputs(single(plan.X)))
    return Plan(plan.network, plan.X, Y, 0.5)


def _steepest(rng: Generator) -> Plan:
    """One row of large inputs, all wrong; the step leads as far to the other side."""
    W = rng.uniform(-0.4, 0.4, (1, 12))
    X = 2.7 * np.sign(W) * rng.uniform(0.9, 1, W.shape)
    return Plan(ProvidedModel((12, 1), [single(W), single([0.0])]), X, np.zeros((1, 1)), 0.1)


def _close_to_one(rng: Generator) -> Plan:
    """Outputs close to 1 that are right; elsewhere real labels."""
    plan = _plan(rng, 3, 5, 1, rows=6, width=12)
    Y = np.where(plan.network.outputs(single(plan.X)) > 0.9, 1, plan.Y)
    return Plan(plan.network, plan.X, Y, plan.lr)


def _learnt(rng: Generator) -> Plan:
    """Nearly all right: what is left to do is little, but not nothing."""
    plan = _plan(rng, 3, 5, 1, rows=4, width=14)
    return Plan(plan.network, plan.X, np.round(plan.network.outputs(single(plan.X))), 2.0)


def _trained_before(rng: Generator) -> Plan:
    plan = _plan(rng, 3, 6, 1, rows=4)
    run = plan.training(200).reference
    network = ProvidedModel(plan.network.sizes, list(map(single, run.parameters)))
    return Plan(network, plan.X, plan.Y, plan.lr)


def _labels(rng: Generator, label: float) -> Plan:
    plan = _plan(rng, 2, 4, 1)
    return Plan(plan.network, plan.X, np.full((5, 1), label), plan.lr)


PLANS: Final[Mapping[str, Make]] = {
    "one row": lambda rng: _plan(rng, 3, 4, 1, rows=1),
    "several outputs": lambda rng: _plan(rng, 4, 5, 3),
    "no hidden layer": lambda rng: _plan(rng, 5, 1),
    "many rows": lambda rng: _plan(rng, 3, 6, 2, rows=30, reach=2),
    "slow": lambda rng: _plan(rng, 3, 4, 1, lr=0.1),
    "fast": lambda rng: _plan(rng, 3, 4, 1, lr=2.0),
    "steep": _steep,
    "steeper": _steepest,
    "trained before": _trained_before,
    "close to 0": lambda rng: _plan(rng, 3, 5, 1, rows=6, width=14),
    "close to 1": _close_to_one,
    "learnt": _learnt,
    "labels of 0": lambda rng: _labels(rng, 0),
    "labels of 1": lambda rng: _labels(rng, 1),
}
HOLDS: Final[Mapping[str, Callable[[Run], bool]]] = {
    "steep": lambda run: run.steepest > 1.5,
    "steeper": lambda run: run.steepest > 7.5,
    "close to 0": lambda run: run.lowest < 5e-6,
    "close to 1": lambda run: run.highest > 1 - 4e-4,
    "learnt": lambda run: run.costs[0] < 2e-3,
}


def special_trainings(rng: Generator, epochs: int) -> list[Training]:
    """A training of each plan."""

    def find(rng: Generator) -> list[Training]:
        found = [_draw(rng, make, epochs, HOLDS.get(name)) for name, make in PLANS.items()]
        return shuffled(rng, found)

    return shared(rng, f"{epochs} epochs of each plan", find)


def random_training(rng: Generator, epochs: int) -> Training:
    """A small network with a real-valued table of its own number of rows, and a large lr."""

    def make(rng: Generator) -> Plan:
        n, n_in, n_hidden = rng.permutation([3, 4, 5, 6, 7])[:3].tolist()
        Y = rng.permuted(np.arange(n) % 2).reshape(n, 1)
        network = random_network(rng, n_in, n_hidden, 1)
        return Plan(network, rng.uniform(-1, 1, (n, n_in)), Y, float(rng.uniform(1, 1.5)))

    return _shared(rng, f"{epochs} epochs", make, epochs)


def gate_training(rng: Generator, gate: str, epochs: int) -> Training:
    """The chapter's network with the table of a gate that a single perceptron computes."""
    X, Y = chapter.truth_table_X, np.array(GATES[gate]).reshape(4, 1)

    def make(rng: Generator) -> Plan:
        network = random_network(rng, *chapter.sizes, width=2)
        return Plan(network, X, Y, float(rng.uniform(0.5, 1)))

    return _shared(rng, f"{epochs} epochs of {gate}", make, epochs)


def chapter_training(seed: int, epochs: int) -> Training:
    """The chapter's training, for so many epochs from the weights of this seed."""
    X, Y = (table.numpy() for table in solution.truth_table())
    return Training(chapter_network(seed), X, Y, chapter.xor_lr, epochs)


def chapter_costs(rng: Generator) -> Array:
    """The costs of the chapter's whole training, in double precision; no number is drawn."""
    return shared(rng, "the chapter's costs", lambda _rng: [np.array(chapter_reference())])[0]


def plateau_training(rng: Generator, seed: int, epochs: int) -> Training:
    """The chapter's training from other weights: with most of them hardly anything happens."""
    return shared(rng, "plateau", lambda _rng: [chapter_training(seed, epochs)])[0]


def short_trainings(rng: Generator) -> list[Training]:
    """Trainings of few epochs, from the whole domain of tables."""

    def find(rng: Generator) -> list[Training]:
        return [_training(*each) for each in cases(rng, TABLES, _answer, _made)]

    return shared(rng, "short trainings", find)


def _made(X: Array, Y: Array, lr: float, epochs: int, weights: Array) -> Arguments:
    """The arguments as single precision holds them, in double precision."""
    network = network_of(weights, X.shape[1], HIDDEN, Y.shape[1])
    return Training(network, single(X), single(Y), lr, epochs).in_double


def _answer(parameters: list[Array], X: Array, Y: Array, lr: float, epochs: int) -> list[Any]:
    run = train_in_numpy(parameters, X, Y, lr, epochs)
    return [run.costs, run.parameters] if is_legal(run) else [np.nan]


def _training(parameters: list[Array], X: Array, Y: Array, lr: float, epochs: int) -> Training:
    network = ProvidedModel((X.shape[1], HIDDEN, Y.shape[1]), list(map(single, parameters)))
    return Training(network, single(X), single(Y), lr, epochs)


def _shared(rng: Generator, key: str, make: Make, epochs: int) -> Training:
    return shared(rng, key, lambda rng: [_draw(rng, make, epochs)])[0]


def _draw(
    rng: Generator, make: Make, epochs: int, holds: Callable[[Run], bool] | None = None
) -> Training:
    """The first training that is legal and does not hang on the precision."""
    for _ in range(ATTEMPTS):
        training = make(rng).training(epochs)
        run = training.reference
        legal = is_legal(run) and (holds is None or holds(run))
        if legal and agrees(rng, training.in_double, run):
            return training
    raise IllConditionedError("no training is good enough; draw milder ones")
