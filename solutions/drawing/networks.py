"""Random two-layer networks of any size, whose h and o belong to their weights and inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from autograder.checks import (
    GRID,
    NEAR,
    Answer,
    Student,
    beside_the_value,
    draw,
    expect,
    expect_unchanged,
    in_single,
    shuffled,
)
from solutions.backprop import solution as backprop
from solutions.forward import solution as forward

Array = NDArray[np.float64]
Sizes = tuple[int, int, int]

# (n_in, n_hidden, n_out) with a 1 in each place
SINGLES: Final[tuple[Sizes, ...]] = ((1, 1, 1), (1, 3, 2), (3, 1, 2), (3, 2, 1))
FEW, MANY = 4, 30  # inputs of a saturated network
SIGMOIDS: Final = (GRID, 1 - GRID)  # activations on the grid, never 0 or 1


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


def saturated_network(rng: Generator, n_in: int = FEW) -> Network:
    """A network of which, in both layers, some neurons are saturated at 0, some at 1, some not.

    With `MANY` inputs, weighted sums reach beyond ±710, where e^z is larger than any float64.
    """
    n_hidden, n_out = (24 if n_in == FEW else 6), 3  # each number travels in every grading
    x = rng.uniform(9, 10, n_in) * rng.choice([-1, 1], n_in)
    W_hidden = rng.uniform(-0.1, 0.1, (n_hidden, n_in)) / np.sqrt(n_in)
    W_hidden[::3] = rng.uniform(2.7, 3, (n_hidden // 3, n_in)) * np.sign(x)
    W_hidden[1::3] = rng.uniform(-3, -2.7, (n_hidden // 3, n_in)) * np.sign(x)
    W_output = rng.uniform(-0.1, 0.1, (n_out, n_hidden))
    W_output[0], W_output[1] = rng.uniform(2.8, 3, n_hidden), rng.uniform(-3, -2.8, n_hidden)
    h, o = forward.forward(W_hidden, W_output, x)
    target = rng.uniform(0, 1, n_out)
    return Network(W_hidden, W_output, x, target, h, o, backprop.output_deltas(target, o))


def draw_arguments(
    rng: Generator,
    solve: Callable[..., Any],
    *names: str,
    sizes: Sizes | None = None,
    saturated: int = 0,
) -> tuple[Array, ...]:
    """Arrays of a random network, by name, on which `solve` is well conditioned.

    `saturated`: of a saturated network with so many inputs.
    """

    def make(rng: Generator) -> tuple[Array, ...]:
        network = saturated_network(rng, saturated) if saturated else random_network(rng, sizes)
        return network.pick(*names)

    if not saturated:
        return draw(rng, make, solve)
    return draw(rng, make, solve, lambda rng, arrays: in_single(rng, arrays, moved=False))


# How predictions lie to their targets
Outputs = tuple[Array, Array]  # targets and predictions
Calls = tuple[tuple[Array, ...], ...]
ARRANGEMENTS: Final[Mapping[str, Callable[[Array, Array], Outputs]]] = {
    "every target is hit": lambda _target, o: (o.copy(), o),
    "one target is hit": lambda target, o: (np.append(o[:1], target[1:]), o),
    "near the targets": lambda _target, o: (o + NEAR * (-1.0) ** np.arange(len(o)), o),
    "all too high": lambda target, o: (np.minimum(target, o - NEAR), o),
    "all too low": lambda target, o: (np.maximum(target, o + NEAR), o),
    "targets at the ends": lambda target, o: (np.round(target), o),
}


def on_grid(activations: Array) -> Array:
    """Sigmoids rounded to the grid, never to 0 or 1; they are exact in single precision."""
    return np.clip(np.round(activations / GRID) * GRID, *SIGMOIDS)


def with_outputs(W_output: Array, target: Array, h: Array, x: Array) -> tuple[Array, ...]:
    """The arguments of `hidden_gradients`, with the predictions that belong to W_output and h."""
    return W_output, target, on_grid(forward.sigmoid(forward.weighted_sums(W_output, h))), h, x


def _rounded(rng: Generator, sizes: Sizes | None = None) -> tuple[Array, ...]:
    W_output, target, h, x = random_network(rng, sizes).pick("W_output", "target", "h", "x")
    return with_outputs(W_output, on_grid(target), on_grid(h), x)


def _in_order(rng: Generator) -> Calls:
    """Predictions in rising and in falling order."""
    W_output, target, o, h, x = _rounded(rng)
    orders = np.argsort(o), np.argsort(-o)
    return tuple((W_output[order], target[order], o[order], h, x) for order in orders)


def _neighbours(rng: Generator) -> Calls:
    """Two predictions that lie close to each other."""
    W_output, target, _o, h, x = _rounded(rng)
    W_output[1] = W_output[0]
    W_output[1, 0] += 2.0**-7
    return (with_outputs(W_output, target, h, x),)


def _rounded_or_not(rng: Generator) -> Calls:
    """The same network twice, once with its predictions rounded."""
    W_output, target, o, h, x = random_network(rng).pick("W_output", "target", "o", "h", "x")
    return (W_output, target, o, h, x), with_outputs(W_output, target, h, x)


def _same_outputs(rng: Generator) -> Calls:
    """The same predictions, although W_output is another one, and although h is."""
    W_output, target, o, h, x = _rounded(rng, (3, 4, 2))
    across = rng.uniform(-0.5, 0.5, (2, 4))
    across -= np.outer(across @ h, h) / (h @ h)  # across @ h is 0
    nowhere = np.linalg.svd(W_output)[2][-1]  # W_output @ nowhere is 0
    other = (W_output + across, target, o, h, x), (W_output, target, o, h + 0.04 * nowhere, x)
    return (W_output, target, o, h, x), *other


def _same_numbers(rng: Generator) -> Calls:
    """The same numbers for h, o and x, then some of them, then o near both everywhere."""
    h = on_grid(rng.uniform(0.4, 0.7, 3))
    W_output, target = np.diag(np.log(h / (1 - h)) / h), rng.uniform(0, 1, 3)
    moved = W_output + np.diag([0, 2.0**-8, 1])
    alike = with_outputs(W_output, target, h, h)
    some = with_outputs(moved, target, h, alike[2] + np.array([0, NEAR, 1]))
    o = h + NEAR * rng.choice([-1, 1], 3)
    return alike, some, (np.diag(np.log(o / (1 - o)) / h), target, o, h, h)


def arranged(rng: Generator) -> list[tuple[Array, ...]]:
    """Arguments of `hidden_gradients` whose outputs lie in some way to their targets, or so."""

    def placed(how: Callable[[Array, Array], Outputs]) -> Callable[[Generator], Calls]:
        def make(rng: Generator) -> Calls:
            W_output, target, o, h, x = _rounded(rng)
            return ((W_output, *how(target, o), h, x),)

        return make

    def solve(*calls: tuple[Array, ...]) -> list[Array]:
        return [backprop.hidden_gradients(*each) for each in calls]

    related = (_in_order, _neighbours, _rounded_or_not, _same_outputs, _same_numbers)
    kinds = [*map(placed, ARRANGEMENTS.values()), *related]
    found = [call for make in kinds for call in draw(rng, make, solve, _with_weights_moved)]
    return shuffled(rng, found)


def _with_weights_moved(rng: Generator, calls: Calls) -> Calls:
    """The calls in single precision, which targets, predictions and h are already."""
    return tuple(
        (in_single(rng, W_output), *in_single(rng, activations, moved=False), in_single(rng, x))
        for W_output, *activations, x in calls
    )


def ask(student: Student, solve: Callable[..., Any], arguments: Sequence[Any]) -> Answer:
    """The student's answer where `solve` is the solution of the task of its name."""
    answer: Answer = getattr(student, solve.__name__)(*arguments)
    return answer


def expect_solved(student: Student, solve: Callable[..., Any], arguments: Sequence[Any]) -> None:
    """The student's answer must be that of `solve`."""
    expect(ask(student, solve, arguments), close_to=solve(*arguments))


def expect_untouched(
    student: Student, solve: Callable[..., Any], arguments: Sequence[Any]
) -> Answer:
    """The student's answer, which must be right and leave its arguments as they are."""
    answer = ask(student, solve, arguments)
    with beside_the_value():
        expect(answer, close_to=solve(*arguments))
    expect_unchanged(answer)
    return answer
