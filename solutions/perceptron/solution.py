"""Section 5.2, the perceptron: a weighted sum and a threshold, then two layers of them."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def weighted_sum(x: Array, w: Array, b: float) -> float:
    """z = x₁w₁ + … + xₙwₙ + b. (5.2)"""
    return float(x @ w + b)


def perceptron(x: Array, w: Array, b: float) -> int:
    """1 if z > 0, else 0: at exactly 0 the answer is 0. (5.2)"""
    return 1 if weighted_sum(x, w, b) > 0 else 0


def gate(name: str) -> tuple[Array, float]:
    """(w, b) of a line that runs half-way between the corners of 1 and those of 0. (5.2)"""
    gates = {
        "AND": (np.array([1.0, 1.0]), -1.5),  # sums without b: 0, 1, 1, 2; 1 above 1.5
        "NAND": (np.array([-1.0, -1.0]), 1.5),  # AND with every sign turned
        "OR": (np.array([1.0, 1.0]), -0.5),  # 1 above 0.5
    }
    return gates[name]


def xor_network() -> tuple[Array, Array, Array, float]:
    """XOR = (x₁ NAND x₂) AND (x₁ OR x₂): two hidden perceptrons and one for the output. (5.2)"""
    w_nand, b_nand = gate("NAND")
    w_or, b_or = gate("OR")
    w_and, b_and = gate("AND")
    return np.array([w_nand, w_or]), np.array([b_nand, b_or]), w_and, b_and


def parameter_count(sizes: list[int]) -> int:
    """Σ (n_in · n_out + n_out) over the layers: weights, and a bias for each neuron. (5.2)"""
    count = 0
    for layer in range(1, len(sizes)):
        weights = sizes[layer - 1] * sizes[layer]
        biases = sizes[layer]
        count += weights + biases
    return count


def is_deep(sizes: list[int]) -> bool:
    """Two hidden layers or more: all but the first and the last size. (5.2)"""
    hidden_layers = len(sizes) - 2
    return hidden_layers >= 2
