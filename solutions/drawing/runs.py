"""The solution's `train` in NumPy: in double precision the reference, in single precision a test.

A training is used only if single precision, with all numbers moved by a rounding error, hardly
changes where it goes: so honest trainings, whatever they add up first, agree with the reference.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from assignments import chapter
from autograder.checks import SINGLE, TRAINED, tolerance
from autograder.checks.draw import TRIALS, in_single
from solutions.drawing.provided import activations, chapter_network

Array = NDArray[Any]
Arguments = tuple[list[Array], Array, Array, float, int]  # parameters, X, Y, lr, epochs

LOWEST: Final = 1e-6  # outputs; what lies farther out is no case for single precision
HIGHEST: Final = 1 - 1e-4
MARGIN: Final = 2.0
FEW_EPOCHS: Final = 10  # after so many, rounding errors have not grown yet


class Run(NamedTuple):
    """Costs and parameters; the largest gradient's norm, the lowest and the highest output."""

    costs: list[float]
    parameters: list[Array]
    steepest: float
    lowest: float
    highest: float


def train_in_numpy(parameters: Sequence[Array], X: Array, Y: Array, lr: float, epochs: int) -> Run:
    """The solution's `train` without torch, in the precision of its arguments."""
    parameters = [values.copy() for values in parameters]
    weights, biases = parameters[::2], parameters[1::2]
    costs = []
    steepest, lowest, highest = 0.0, 1.0, 0.0
    for epoch in range(epochs):
        *before, o = activations(parameters, X)
        lowest, highest = min(lowest, float(o.min())), max(highest, float(o.max()))
        if epoch % 100 == 0:
            costs.append(float(-(Y * np.log(o) + (1 - Y) * np.log(1 - o)).mean()))
        deltas = (o - Y) / Y.size
        squares = 0.0
        for W, b, a in zip(weights[::-1], biases[::-1], before[::-1], strict=True):
            slopes, shift = deltas.T @ a, deltas.sum(axis=0)
            deltas = (deltas @ W) * a * (1 - a)
            W -= lr * slopes
            b -= lr * shift
            squares += float((slopes**2).sum() + (shift**2).sum())
        steepest = max(steepest, squares**0.5)
    return Run(costs, parameters, steepest, lowest, highest)


def is_legal(run: Run) -> bool:
    return run.lowest >= LOWEST and run.highest <= HIGHEST


def within_of(epochs: int) -> tuple[float, float]:
    """How far the parameters may lie from the reference's, after so many epochs."""
    return SINGLE if epochs <= FEW_EPOCHS else TRAINED


def agrees(rng: Generator, arguments: Arguments, run: Run) -> bool:
    """Whether trainings in single precision stay within half the tolerance of this run."""
    parameters, X, Y, lr, epochs = arguments
    costs = np.asarray(run.costs)
    with np.errstate(all="ignore"):
        for _ in range(TRIALS):
            moved: Any = in_single(rng, [parameters, X, lr])
            plain = [np.asarray(each) for each in moved[0]]  # thousands of epochs: it must be fast
            other = train_in_numpy(
                plain, np.asarray(moved[1]), Y.astype(np.float32), moved[2], epochs
            )
            pairs = [(costs, np.asarray(other.costs), SINGLE)]
            for one, single in zip(run.parameters, other.parameters, strict=True):
                pairs.append((one, single, within_of(epochs)))
            if not all(
                (np.abs(a - b) <= tolerance(a, *within) / MARGIN).all() for a, b, within in pairs
            ):
                return False
    return True


@functools.cache
def chapter_reference() -> tuple[float, ...]:
    """The costs of the chapter's whole training, in double precision.

    NumPy takes a tenth of the solution's time. In single precision the plateau ends a little
    earlier or later, which from epoch 6000 on changes the costs by at most 0.5 %.
    """
    parameters = [values.astype(np.float64) for values in chapter_network().parameters]
    X, Y = chapter.truth_table_X, chapter.truth_table_Y
    return tuple(train_in_numpy(parameters, X, Y, chapter.xor_lr, chapter.epochs).costs)
