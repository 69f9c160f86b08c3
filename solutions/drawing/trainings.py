"""Random models and tables for `xor`, and the reference run of the chapter's training.

With larger weights, learning rates or more epochs than here, rounding errors may grow until two
honest trainings part. Of the trainings drawn here hardly one does, and `draw` rejects it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray

from assignments import chapter
from assignments.xor.expectations import sigmoid_layers
from autograder.checks import Model, Student, Tensor, draw
from autograder.values import models
from solutions.xor import solution

Array = NDArray[Any]  # of single or double precision
Table = tuple[list[Array], Array, Array, float]  # a network's parameters, X, Y, lr

GATES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}


@dataclass(frozen=True)
class ProvidedModel:
    """The sizes and parameters of a model that the checks provide."""

    sizes: tuple[int, ...]
    parameters: list[Array]

    def at(self, student: Student) -> Model:
        """The model where the student's code runs."""
        return student.model(sigmoid_layers(self.sizes), self.parameters)

    def here(self) -> torch.nn.Sequential:
        return models.build(sigmoid_layers(self.sizes), self.parameters)

    def outputs(self, X: Array) -> Array:
        return models.outputs_of(self.here(), X)


def random_network(rng: Generator, *sizes: int, width: float = 3) -> ProvidedModel:
    """A network with weights wide enough not to start on a plateau."""
    parameters: list[Array] = []
    for n_in, n_out in pairwise(sizes):
        bound = width / np.sqrt(n_in)
        parameters += [rng.uniform(-bound, bound, (n_out, n_in)), rng.uniform(-1, 1, n_out)]
    return ProvidedModel(sizes, [values.astype(np.float32) for values in parameters])


def chapter_network(seed: int = chapter.seed) -> ProvidedModel:
    """The chapter's network before training, with the weights of this seed."""
    return ProvidedModel(chapter.sizes, models.parameters_of(solution.build_model(seed)))


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

    def reference(self) -> tuple[list[float], list[Array]]:
        """The costs and the parameters after the solution's training."""
        model = self.network.here()
        X, Y = torch.from_numpy(self.X), torch.from_numpy(self.Y)
        costs = solution.train(model, X, Y, self.lr, self.epochs)
        return costs, models.parameters_of(model)


def chapter_training(seed: int, epochs: int) -> Training:
    """The chapter's training, for so many epochs from the weights of this seed."""
    X, Y = (table.numpy() for table in solution.truth_table())
    return Training(chapter_network(seed), X, Y, chapter.xor_lr, epochs)


def random_training(rng: Generator, epochs: int) -> Training:
    """A small network with a real-valued table of its own number of rows, and a large lr."""
    n, n_in, n_hidden = rng.permutation([3, 4, 5, 6, 7])[:3].tolist()
    sizes = (n_in, n_hidden, int(rng.integers(1, 3)))

    def make(rng: Generator) -> Table:
        X = rng.uniform(-1, 1, (n, n_in))
        Y = rng.permuted(np.arange(n * sizes[-1]) % 2).reshape(n, sizes[-1])
        return random_network(rng, *sizes).parameters, X, Y, float(rng.uniform(1, 1.5))

    return _draw_training(rng, sizes, make, epochs)


def gate_training(rng: Generator, gate: str, epochs: int) -> Training:
    """The chapter's network with the table of a gate that a single perceptron computes."""
    Y = np.array(GATES[gate]).reshape(4, 1)

    def make(rng: Generator) -> Table:
        parameters = random_network(rng, *chapter.sizes, width=2).parameters
        return parameters, chapter.truth_table_X, Y, float(rng.uniform(0.5, 1))

    return _draw_training(rng, chapter.sizes, make, epochs)


def _draw_training(
    rng: Generator, sizes: tuple[int, ...], make: Callable[[Generator], Table], epochs: int
) -> Training:
    """A training whose parameters hardly depend on the precision.

    `draw` compares relative to a number's size. Shifted to 1 + p/8, parameters pass when they
    differ by less than 2e-5, a fifth of what the checks allow for a parameter of 1.
    """

    def make_doubles(rng: Generator) -> Table:
        parameters, X, Y, lr = make(rng)
        *parameters, X, Y = (_single(values).astype(np.float64) for values in (*parameters, X, Y))
        return parameters, X, Y, lr

    def evaluate(parameters: list[Array], X: Array, Y: Array, lr: float) -> list[Array]:
        return [1 + p / 8 for p in train_in_numpy(parameters, X, Y, lr, epochs)[1]]

    parameters, X, Y, lr = draw(rng, make_doubles, evaluate)
    return Training(
        ProvidedModel(sizes, list(map(_single, parameters))), _single(X), _single(Y), lr, epochs
    )


def _single(values: Array) -> Array:
    return values.astype(np.float32)


@functools.cache
def chapter_reference() -> tuple[float, ...]:
    """The costs of the chapter's whole training, in double precision.

    NumPy takes a tenth of the solution's time. In single precision the plateau ends a little
    earlier or later, which from epoch 6000 on changes the costs by at most 0.5 %.
    """
    parameters = [values.astype(np.float64) for values in chapter_network().parameters]
    X, Y = chapter.truth_table_X, chapter.truth_table_Y
    costs, _parameters = train_in_numpy(parameters, X, Y, chapter.xor_lr, chapter.epochs)
    return tuple(costs)


def train_in_numpy(
    parameters: Sequence[Array], X: Array, Y: Array, lr: float, epochs: int
) -> tuple[list[float], list[Array]]:
    """The solution's `train` without torch, in the precision of its arguments."""
    parameters = [values.copy() for values in parameters]
    weights, biases = parameters[::2], parameters[1::2]
    costs = []
    for epoch in range(epochs):
        activations = [X]
        for W, b in zip(weights, biases, strict=True):
            activations.append(1 / (1 + np.exp(-(activations[-1] @ W.T + b))))
        o = activations.pop()
        if epoch % 100 == 0:
            costs.append(float(-np.log(np.where(Y == 1, o, 1 - o)).mean()))
        deltas = (o - Y) / Y.size
        for W, b, a in zip(weights[::-1], biases[::-1], activations[::-1], strict=True):
            deltas_before = (deltas @ W) * a * (1 - a)
            W -= lr * deltas.T @ a
            b -= lr * deltas.sum(axis=0)
            deltas = deltas_before
    return costs, parameters
