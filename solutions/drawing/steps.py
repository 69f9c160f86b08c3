"""Steps of networks: layers with any gradients, and whole trainings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Numbers, Spy, Whole, cases, draw, shared, shuffled, spy
from solutions.backprop import solution as backprop
from solutions.drawing.networks import (
    Network,
    Sizes,
    random_network,
    saturated_network,
    unequal_sizes,
)
from solutions.drawing.valleys import RATE, any_rate, on_grid
from solutions.forward import solution as forward
from solutions.update import solution

Array = NDArray[np.float64]
Gradients = Callable[[Array, Array], tuple[Array, Array]]
Layers = tuple[list[Array], list[Array], float]
Training = tuple[Array, Array, Array, Array, float, int]
Trained = tuple[Array, Array, list[float]]

# What may be passed
TWO_LAYERS: Final = {
    "W1": Numbers(-3, 3, "hidden", "inputs"),
    "W2": Numbers(-3, 3, "outputs", "hidden"),
    "gradient1": Numbers(-1000, 1000, "hidden", "inputs"),
    "gradient2": Numbers(-1000, 1000, "outputs", "hidden"),
    "lr": RATE,
}
MATRICES: Final = {
    "W_hidden": Numbers(-3, 3, "hidden", "inputs"),
    "W_output": Numbers(-3, 3, "outputs", "hidden"),
    "lr": RATE,
}
TRAIN: Final = solution.train_network
RISE: Final = 1e-3
TRAINING: Final = {
    "x": Numbers(-3, 3, "inputs"),
    "target": Numbers(0, 1, "outputs"),
    "W_hidden": Numbers(-3, 3, "hidden", "inputs"),
    "W_output": Numbers(-3, 3, "outputs", "hidden"),
    "lr": RATE,
    "steps": Whole(0, 4),
}


def as_lists(W1: Array, W2: Array, gradient1: Array, gradient2: Array, lr: float) -> Layers:
    """The arguments of `step_all` for two layers."""
    return [W1, W2], [gradient1, gradient2], lr


def layers_of(rng: Generator, shapes: Sequence[tuple[int, ...]]) -> Layers:
    """The arguments of `step_all` for matrices of these shapes."""

    def make(rng: Generator) -> Layers:
        weights = [np.asarray(rng.uniform(-3, 3, shape)) for shape in shapes]
        size = 10.0 ** rng.uniform(-3, 3)
        gradients = [np.asarray(size * rng.uniform(-1, 1, shape)) for shape in shapes]
        return weights, gradients, any_rate(rng)

    return draw(rng, make, solution.step_all)


def chain(rng: Generator, layers: int) -> list[tuple[int, int]]:
    """The shapes of so many layers, each of which feeds the next."""
    sizes = rng.integers(1, 6, layers + 1).tolist()
    return list(zip(sizes[1:], sizes[:-1], strict=True))


def special_layers(rng: Generator) -> list[Layers]:
    """Three layers whose numbers are all 0, equal, negative or in order, or add up to 0."""
    numbers = on_grid(rng.uniform(0.1, 3, 5))
    rows = [
        np.zeros(10),
        np.full(10, 1.5),
        np.append(-numbers, -numbers[::-1] - 1),
        np.sort(np.append(numbers, -numbers)),
        np.append(numbers, -numbers),
        -np.sort(np.append(-numbers, numbers)),
    ]
    turned = [*rows[1:], rows[0]]
    lr = 2.0 ** int(rng.integers(-8, 2))
    return [(_cut(W), _cut(gradient), lr) for W, gradient in zip(rows, turned, strict=True)]


def _cut(numbers: Array) -> list[Array]:
    return [numbers[:4].reshape(2, 2), numbers[4:6].reshape(1, 2), numbers[6:].reshape(4, 1)]


def coupled(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
    """Gradients that no network has, each of them dependent on both matrices."""
    return (
        np.sin(W_hidden) + np.mean(W_output**2),
        0.5 * np.cos(W_output) - np.mean(W_hidden**3),
    )


GRADIENTS: Final[Mapping[str, Gradients]] = {
    "coupled": coupled,
    "exchanged": lambda W_hidden, W_output: (W_hidden * W_output.sum(), W_output * W_hidden.sum()),
    "at rest": lambda W_hidden, W_output: (0 * W_hidden, 0 * W_output),
    "only the hidden layer moves": lambda W_hidden, W_output: (W_hidden + 1, 0 * W_output),
    "only the output layer moves": lambda W_hidden, W_output: (0 * W_hidden, W_output - 1),
    "some weights stand still": lambda W_hidden, W_output: (
        np.resize([0.0, 1.0, -0.5], W_hidden.shape),
        np.resize([1.0, 0.0], W_output.shape),
    ),
    "steep": lambda W_hidden, W_output: (1000 + W_hidden, 1000 * W_output),
}


@dataclass(frozen=True, eq=False)
class NetworkStep:
    """The arguments of `network_step`, and its answer."""

    gradients: Gradients
    W_hidden: Array
    W_output: Array
    lr: float
    shared: Spy | None = None

    @cached_property
    def spied(self) -> Spy:
        return self.shared or spy(
            "gradients", self.gradients, self.W_hidden.shape, self.W_output.shape
        )

    @property
    def expected(self) -> tuple[Array, Array]:
        return solution.network_step(self.gradients, self.W_hidden, self.W_output, self.lr)


def network_step_of(rng: Generator, sizes: Sizes | None = None) -> NetworkStep:
    """A step of a random sigmoid network of these sizes, with its true gradients."""

    def make(rng: Generator) -> tuple[Gradients, Array, Array, float]:
        network = random_network(rng, sizes)

        def gradients(W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
            h, o = forward.forward(W_hidden, W_output, network.x)
            hidden = backprop.hidden_gradients(W_output, network.target, o, h, network.x)
            return hidden, backprop.output_gradients(network.target, o, h)

        return gradients, network.W_hidden, network.W_output, any_rate(rng)

    return NetworkStep(*draw(rng, make, solution.network_step))


def steps_along_any_gradients(rng: Generator) -> list[NetworkStep]:
    """One of each of GRADIENTS, in layers of different sizes; some in layers of the same."""
    every = [(each, unequal_sizes(rng)) for each in GRADIENTS.values()]
    square = [(each, (2, 2, 2)) for each in (coupled, GRADIENTS["exchanged"])]
    return [_step_along(rng, *each) for each in shuffled(rng, every + square)]


def _step_along(rng: Generator, gradients: Gradients, sizes: Sizes) -> NetworkStep:
    """A step on which these gradients, and `coupled`, are well conditioned."""
    n_in, n_hidden, n_out = sizes

    def make(rng: Generator) -> tuple[Array, Array, float]:
        W_hidden = rng.uniform(-2, 2, (n_hidden, n_in))
        return W_hidden, rng.uniform(-2, 2, (n_out, n_hidden)), any_rate(rng)

    def solve(*arguments: Any) -> list[tuple[Array, Array]]:
        return [solution.network_step(each, *arguments) for each in (gradients, coupled)]

    return NetworkStep(gradients, *draw(rng, make, solve))


def steps_from_anywhere(rng: Generator) -> list[NetworkStep]:
    """Weights with every pattern of numbers and of sizes, every learning rate.

    The same function is asked wherever shapes are the same; the last two differ in it alone.
    """
    known: dict[object, Spy] = {}

    def step(W_hidden: Array, W_output: Array, lr: float) -> NetworkStep:
        own = NetworkStep(coupled, W_hidden, W_output, lr)
        shared = known.setdefault((W_hidden.shape, W_output.shape), own.spied)
        return NetworkStep(coupled, W_hidden, W_output, lr, shared)

    found = [step(*each) for each in cases(rng, MATRICES, _along_coupled)]
    one = _step_along(rng, GRADIENTS["exchanged"], (2, 3, 2))
    return [*found, step(one.W_hidden, one.W_output, one.lr), one]


def _along_coupled(W_hidden: Array, W_output: Array, lr: float) -> tuple[Array, Array]:
    return solution.network_step(coupled, W_hidden, W_output, lr)


def trainings_of_any_network(rng: Generator) -> list[tuple[Training, Trained]]:
    """Trainings from the whole domain, and what comes of them."""

    def find(rng: Generator) -> list[tuple[Training, Trained]]:
        return [(training, TRAIN(*training)) for training in cases(rng, TRAINING, TRAIN)]

    return shared(rng, "trainings of any network", find)


def training_of(rng: Generator, steps: int, sizes: Sizes | None = None) -> Training:
    """A training of so many steps of a random network."""
    return draw(rng, lambda rng: _started(random_network(rng, sizes), any_rate(rng), steps), TRAIN)


def _started(network: Network, lr: float, steps: int) -> Training:
    return network.x, network.target, network.W_hidden, network.W_output, lr, steps


def _at_its_targets(rng: Generator) -> Training:
    network = random_network(rng)
    return _started(replace(network, target=network.o), any_rate(rng), 3)


def _near_its_targets(rng: Generator) -> Training:
    """The error is tiny from the start, and yet each step changes the weights."""
    network = random_network(rng)
    away = rng.choice([-1, 1], network.o.shape) / 512
    return _started(replace(network, target=np.abs(network.o - away)), any_rate(rng, 2.0), 3)


def _nearly_at_its_targets(rng: Generator) -> Training:
    """The error is so small that one might stop, and yet the weights move."""
    network = random_network(rng)
    away = rng.choice([-1, 1], network.o.shape) / 2**14
    return _started(replace(network, target=np.abs(network.o - away)), any_rate(rng, 1.0, 4.0), 3)


def _saturated(rng: Generator) -> Training:
    return _started(saturated_network(rng), any_rate(rng), 2)


def _rising(rng: Generator) -> Training:
    """Some step leads too far, so that the error rises: many hidden neurons, a large rate."""
    while True:
        network = random_network(rng, (2, 20, 1))
        away = np.copysign(0.3, network.W_hidden)  # from 0, where single precision is not enough
        network = replace(network, W_hidden=network.W_hidden + away)
        arguments = _started(network, float(rng.uniform(8, 10)), 3)
        errors = solution.train_network(*arguments)[2]
        if max(np.diff(errors)) > RISE:
            return arguments


def _at_two_rates(rng: Generator) -> tuple[Training, Training]:
    """The same training twice, with another learning rate alone."""

    def make(rng: Generator) -> tuple[Training, Training]:
        network = random_network(rng)
        return _started(network, any_rate(rng, 0.5), 2), _started(network, any_rate(rng, 0.5), 2)

    return draw(rng, make, lambda *both: [TRAIN(*each) for each in both])


_SPECIAL: Final = (
    _at_its_targets, _near_its_targets, _nearly_at_its_targets, _saturated, _rising,
)  # fmt: skip


def trainings_of_every_kind(rng: Generator) -> list[Training]:
    """Errors that fall, rise, or are 0; neurons that learn nothing; no step, one, and many."""
    found = [draw(rng, make, TRAIN) for make in _SPECIAL]
    found += [*(training_of(rng, steps) for steps in (0, 1, 10)), *_at_two_rates(rng)]
    return shuffled(rng, found)
