"""Annotations, docstrings, keyword-friendly code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Gate = Literal["AND", "NAND", "OR"]


def weighted_sum(x: Vector, w: Vector, b: float) -> np.float64:
    """The sum, as a NumPy number."""
    total: np.float64 = np.float64(b)
    for x_i, w_i in zip(x, w, strict=True):
        total += x_i * w_i
    return total


def perceptron(x: Vector, w: Vector, b: float) -> np.int8:
    """A small integer."""
    return np.int8(weighted_sum(x=x, w=w, b=b) > 0)


def gate(name: Gate) -> tuple[Vector, float]:
    """Weights of 20, as in textbooks on the sigmoid."""
    table: dict[str, tuple[float, float, float]] = {
        "AND": (20.0, 20.0, -30.0), "OR": (20.0, 20.0, -10.0), "NAND": (-20.0, -20.0, 30.0),
    }  # fmt: skip
    first, second, b = table[name]
    return np.array((first, second)), b


def parameter_count(sizes: Sequence[int]) -> int:
    """Weights of every matrix, then biases of every layer but the first."""
    matrices: list[tuple[int, int]] = list(zip(sizes[1:], sizes[:-1], strict=True))
    return sum(int(np.zeros(shape).size) for shape in matrices) + sum(sizes[1:])


def is_deep(sizes: Sequence[int]) -> bool:
    """Whether there are two hidden layers or more."""
    return len(range(1, len(sizes) - 1)) not in (0, 1)
