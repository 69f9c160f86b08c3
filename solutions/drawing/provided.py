"""Models that the checks provide, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray

from assignments import chapter
from assignments.xor.expectations import sigmoid_layers
from autograder.checks import Model, Student
from autograder.values import models
from solutions.xor import solution

Array = NDArray[Any]  # of single or double precision


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
        return activations(self.parameters, X)[-1]

    def nudged(self, X: Array) -> list[Array]:
        """The parameters after `student.nudge`."""
        model = self.here()
        models.nudge(model, X)
        return models.parameters_of(model)


def activations(parameters: Sequence[Array], X: Array) -> list[Array]:
    """X and the activations of each layer, in the precision of the arguments."""
    found = [X]
    for W, b in zip(parameters[::2], parameters[1::2], strict=True):
        found.append(1 / (1 + np.exp(-(found[-1] @ W.T + b))))
    return found


def random_network(rng: Generator, *sizes: int, width: float = 3) -> ProvidedModel:
    """A network with weights wide enough not to start on a plateau."""
    parameters: list[Array] = []
    for n_in, n_out in pairwise(sizes):
        bound = width / np.sqrt(n_in)
        parameters += [rng.uniform(-bound, bound, (n_out, n_in)), rng.uniform(-1, 1, n_out)]
    return ProvidedModel(sizes, list(map(single, parameters)))


def network_of(weights: Array, *sizes: int) -> ProvidedModel:
    """A network whose parameters are these numbers, one after the other, as often as needed."""
    parameters = []
    for n_in, n_out in pairwise(sizes):
        for shape in ((n_out, n_in), (n_out,)):
            weights = np.roll(weights, -np.prod(shape))
            parameters.append(single(np.resize(weights, shape)))
    return ProvidedModel(sizes, parameters)


def chapter_network(seed: int = chapter.seed) -> ProvidedModel:
    """The chapter's network before training, with the weights of this seed."""
    return ProvidedModel(chapter.sizes, models.parameters_of(solution.build_model(seed)))


def single(values: Array | Sequence[float]) -> Array:
    return np.asarray(values, dtype=np.float32)
