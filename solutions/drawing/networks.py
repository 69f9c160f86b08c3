"""Random two-layer networks of any size, whose h and o belong to their weights and inputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import Answer, Student, draw, expect
from solutions.backprop import solution as backprop
from solutions.forward import solution as forward

Array = NDArray[np.float64]
Sizes = tuple[int, int, int]

# (n_in, n_hidden, n_out) with a 1 in each place
SINGLES: Final[tuple[Sizes, ...]] = ((1, 1, 1), (1, 3, 2), (3, 1, 2), (3, 2, 1))


@dataclass(frozen=True)
class Network:
    """A network, its inputs and targets, and what forward propagation makes of them."""

    W_hidden: Array
    W_output: Array
    x: Array
    target: Array
    h: Array
    o: Array
    deltas: Array  # ∂E/∂z of the output layer

    def pick(self, *names: str) -> tuple[Array, ...]:
        """The arrays of these names, in this order: a function's arguments."""
        return tuple(getattr(self, name) for name in names)


def random_network(rng: Generator, sizes: Sizes | None = None) -> Network:
    """A network of `sizes` (n_in, n_hidden, n_out), or of three sizes that differ.

    Weights and inputs lie in −1 … 1, targets in 0 … 1, by turns below and above the prediction.
    """
    n_in, n_hidden, n_out = sizes or unequal_sizes(rng)
    W_hidden = rng.uniform(-1, 1, (n_hidden, n_in))
    W_output = rng.uniform(-1, 1, (n_out, n_hidden))
    x = rng.uniform(-1, 1, n_in)
    h, o = forward.forward(W_hidden, W_output, x)
    below = np.arange(n_out) % 2 == 0
    target = np.where(below, rng.uniform(0, o), rng.uniform(o, 1))
    return Network(W_hidden, W_output, x, target, h, o, backprop.output_deltas(target, o))


def unequal_sizes(rng: Generator) -> Sizes:
    """Three different sizes from 3 to 6, so that no mix-up of two of them goes unseen.

    At two outputs the mean of the squares equals half their sum: that would go unseen, too.
    """
    n_in, n_hidden, n_out = rng.permutation([3, 4, 5, 6])[:3].tolist()
    return n_in, n_hidden, n_out


def draw_arguments(
    rng: Generator, solve: Callable[..., Any], *names: str, sizes: Sizes | None = None
) -> tuple[Array, ...]:
    """Arrays of a random network, by name, on which `solve` is well conditioned."""
    return draw(rng, lambda rng: random_network(rng, sizes).pick(*names), solve)


def expect_solved(
    student: Student,
    rng: Generator,
    solve: Callable[..., Any],
    *names: str,
    sizes: Sizes | None = None,
) -> Answer:
    """The student's answer on these arrays of a random network; it must be that of `solve`.

    `solve` is the solution of the task that has its name.
    """
    arguments = draw_arguments(rng, solve, *names, sizes=sizes)
    answer: Answer = getattr(student, solve.__name__)(*arguments)
    expect(answer, close_to=solve(*arguments))
    return answer
