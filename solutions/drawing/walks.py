"""Random errors to descend: smooth functions of weights of any shape, with their gradients."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Spy, draw, spy
from solutions.backprop import solution as backprop
from solutions.drawing.networks import random_network
from solutions.forward import solution as forward
from solutions.update import solution

Array = NDArray[np.float64]
Gradients = Callable[[Array, Array], tuple[Array, Array]]


@dataclass(frozen=True)
class Valley:
    """E(w) = Σ [½ steepness (w − lowest)² + ln cosh w] + floor, for w of any shape."""

    steepness: Array
    lowest: Array
    floor: float

    def error(self, w: Array) -> float:
        bowl = 0.5 * self.steepness * (w - self.lowest) ** 2
        return float(np.sum(bowl + np.log(np.cosh(w))) + self.floor)

    def gradient(self, w: Array) -> Array:
        return np.asarray(self.steepness * (w - self.lowest) + np.tanh(w))


@dataclass(frozen=True)
class Walk:
    """A valley, a place to start, a learning rate, and how many steps to take."""

    valley: Valley
    w: Array
    lr: float
    steps: int

    @property
    def places(self) -> list[Array]:
        """w before the first and after each step."""
        return _places(self.valley.gradient, self.w, self.lr, self.steps)

    @property
    def errors(self) -> list[float]:
        valley = self.valley
        return solution.error_history(valley.error, valley.gradient, self.w, self.lr, self.steps)

    def gradient(self) -> Spy:
        return spy("gradient", self.valley.gradient, self.w.shape)

    def error(self) -> Spy:
        return spy("error", self.valley.error, self.w.shape)


def random_walk(rng: Generator, *shape: int, steps: int | None = None) -> Walk:
    """A walk with w of this shape, of 2 to 8 steps unless `steps` says how many.

    With steepness 0.5 … 2 and lr 0.05 … 0.3 every step still moves w visibly, and none explodes.
    """
    valley = Valley(rng.uniform(0.5, 2, shape), rng.uniform(-2, 2, shape), rng.uniform(1, 2))
    count = int(rng.integers(2, 9)) if steps is None else steps

    def make(rng: Generator) -> tuple[Callable[[Array], Array], Array, float, int]:
        start = np.array(rng.uniform(-2, 2, shape))
        return valley.gradient, start, float(rng.uniform(0.05, 0.3)), count

    _gradient, w, lr, _count = draw(rng, make, _places)
    return Walk(valley, w, lr, count)


def _places(gradient: Callable[[Array], Array], w: Array, lr: float, steps: int) -> list[Array]:
    return [solution.descend(gradient, w, lr, count) for count in range(steps + 1)]


def random_shape(rng: Generator, axes: int) -> tuple[int, ...]:
    """The lengths of so many axes, no two alike."""
    return tuple(rng.permutation([2, 3, 4, 5])[:axes].tolist())


@dataclass(frozen=True)
class NetworkStep:
    """The arguments of `network_step`, and its answer."""

    gradients: Gradients
    W_hidden: Array
    W_output: Array
    lr: float

    def watched(self) -> Spy:
        return spy("gradients", self.gradients, self.W_hidden.shape, self.W_output.shape)

    @property
    def expected(self) -> tuple[Array, Array]:
        return solution.network_step(self.gradients, self.W_hidden, self.W_output, self.lr)


def chapter_like_step(rng: Generator) -> NetworkStep:
    """A step of a random sigmoid network of any size, with its true gradients."""

    def make(rng: Generator) -> tuple[Gradients, Array, Array, float]:
        network = random_network(rng)

        def gradients(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
            h, o = forward.forward(W_hidden, W_output, network.x)
            hidden = backprop.hidden_gradients(W_output, network.target, o, h, network.x)
            return hidden, backprop.output_gradients(network.target, o, h)

        return gradients, network.W_hidden, network.W_output, float(rng.uniform(1, 4))

    return NetworkStep(*draw(rng, make, solution.network_step))


def coupled_step(rng: Generator) -> NetworkStep:
    """A step along gradients that no network has, each of them dependent on both matrices."""

    def make(rng: Generator) -> tuple[Gradients, Array, Array, float]:
        n_in, n_hidden, n_out = random_shape(rng, 3)
        a, b = rng.uniform(0.5, 2, 2).tolist()

        def gradients(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
            return (
                a * np.sin(W_hidden) + np.mean(W_output**2),
                b * np.cos(W_output) - np.mean(W_hidden**3),
            )

        W_hidden = rng.uniform(-2, 2, (n_hidden, n_in))
        W_output = rng.uniform(-2, 2, (n_out, n_hidden))
        return gradients, W_hidden, W_output, float(rng.uniform(0.1, 1))

    return NetworkStep(*draw(rng, make, solution.network_step))
