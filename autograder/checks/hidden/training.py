"""Random models and tables for `xor`, and the reference run of the chapter's training.

Honest trainings of `random_training` (single or double precision, another order of sums, manual
updates) differ by less than a tenth of the tolerance on every draw, so none is rejected.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray

from autograder import chapter
from autograder.checks.support import Model, Student, Tensor, models
from solutions import xor as solution

Array = NDArray[np.float64]
Single = NDArray[np.float32]

GATES = {"AND": [0, 0, 0, 1], "OR": [0, 1, 1, 1], "NAND": [1, 1, 1, 0]}


@dataclass(frozen=True)
class Network:
    """The sizes and parameters of a model that the checks provide."""

    sizes: tuple[int, ...]
    parameters: list[Single]

    def at(self, student: Student) -> Model:
        """The model where the student's code runs."""
        return student.model(self.sizes, self.parameters)

    def here(self) -> torch.nn.Sequential:
        return models.build(self.sizes, self.parameters)

    def outputs(self, X: Single) -> Single:
        return models.outputs_of(self.here(), X)


def random_network(rng: Generator, *sizes: int) -> Network:
    """A network with weights wide enough not to start on a plateau."""
    parameters = []
    for n_in, n_out in pairwise(sizes):
        parameters += [
            rng.uniform(-3, 3, (n_out, n_in)) / np.sqrt(n_in),
            rng.uniform(-1, 1, n_out),
        ]
    return Network(sizes, [values.astype(np.float32) for values in parameters])


def chapter_network(seed: int = chapter.seed) -> Network:
    """The chapter's network before training, with the weights of this seed."""
    model = solution.build_model(seed)
    return Network(chapter.sizes, models.parameters_of(model))


@dataclass(frozen=True)
class Training:
    """The arguments of `train`."""

    network: Network
    X: Single
    Y: Single
    lr: float
    epochs: int

    @property
    def table(self) -> tuple[Tensor, Tensor]:
        return Tensor(self.X), Tensor(self.Y)

    def reference(self, epochs: int | None = None) -> tuple[list[float], list[Single]]:
        """The costs and the parameters after the solution's training."""
        model = self.network.here()
        X, Y = torch.from_numpy(self.X), torch.from_numpy(self.Y)
        costs = solution.train(model, X, Y, self.lr, self.epochs if epochs is None else epochs)
        return costs, models.parameters_of(model)


def random_training(rng: Generator, epochs: int) -> Training:
    """A small network with a real-valued table of its own number of rows, and a large lr."""
    n, n_in, n_hidden = rng.permutation([3, 4, 5, 6, 7])[:3].tolist()
    n_out = int(rng.integers(1, 3))
    X = rng.uniform(-1, 1, (n, n_in)).astype(np.float32)
    Y = rng.permuted(np.arange(n * n_out) % 2).reshape(n, n_out).astype(np.float32)
    network = random_network(rng, n_in, n_hidden, n_out)
    return Training(network, X, Y, float(rng.uniform(1.2, 2)), epochs)


def gate_training(rng: Generator, gate: str, epochs: int) -> Training:
    """The chapter's network with the table of a gate that one perceptron computes."""
    X = chapter.truth_table_X.astype(np.float32)
    Y = np.array(GATES[gate], dtype=np.float32).reshape(4, 1)
    network = random_network(rng, *chapter.sizes)
    return Training(network, X, Y, float(rng.uniform(1.2, 2)), epochs)


@functools.cache
def chapter_reference() -> tuple[float, ...]:
    """The costs of the chapter's whole training, worked in NumPy and double precision.

    It takes a tenth of the solution's time. Single precision ends the plateau up to an epoch
    earlier or later, which from epoch 6000 on changes the costs by at most 0.5 %.
    """
    X, Y = chapter.truth_table_X, chapter.truth_table_Y
    parameters = [values.astype(np.float64) for values in chapter_network().parameters]
    weights, biases = parameters[::2], parameters[1::2]
    costs = []
    for epoch in range(chapter.epochs):
        activations = _activations(weights, biases, X)
        if epoch % 100 == 0:
            o = activations[-1]
            costs.append(float(-np.log(np.where(Y == 1, o, 1 - o)).mean()))
        _descend(weights, biases, activations, Y)
    return tuple(costs)


def _activations(weights: Sequence[Array], biases: Sequence[Array], X: Array) -> list[Array]:
    """The inputs and the activations of every layer, one row for each row of X."""
    activations = [X]
    for W, b in zip(weights, biases, strict=True):
        activations.append(1 / (1 + np.exp(-(activations[-1] @ W.T + b))))
    return activations


def _descend(
    weights: Sequence[Array], biases: Sequence[Array], activations: Sequence[Array], Y: Array
) -> None:
    """One step of gradient descent, in place, from the output layer to the first."""
    deltas = (activations[-1] - Y) / Y.size
    for W, b, a in zip(weights[::-1], biases[::-1], activations[-2::-1], strict=True):
        before = (deltas @ W) * a * (1 - a)
        W -= chapter.xor_lr * deltas.T @ a
        b -= chapter.xor_lr * deltas.sum(axis=0)
        deltas = before
