"""Section 5.3, forward propagation: from the inputs of a two-layer network to its error."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def weighted_sums(W: Array, x: Array) -> Array:
    """z = W x: row i of W holds the weights into neuron i. (5.3)"""
    return W @ x


def sigmoid(z: Array) -> Array:
    """sigmoid(z) = 1 / (1 + e^-z), for z < 0 written as e^z / (1 + e^z). (5.3)"""
    decay = np.exp(-np.abs(z))  # e^-|z| lies in 0 … 1, so nothing overflows
    return np.where(z >= 0, 1 / (1 + decay), decay / (1 + decay))


def forward(W_hidden: Array, W_output: Array, x: Array) -> tuple[Array, Array]:
    """h = sigmoid(W_hidden x), o = sigmoid(W_output h). (5.3)"""
    h = sigmoid(weighted_sums(W_hidden, x))
    o = sigmoid(weighted_sums(W_output, h))
    return h, o


def output_errors(target: Array, o: Array) -> Array:
    """E_k = ½ (target_k − o_k)², one for each output. (5.3)"""
    return 0.5 * (target - o) ** 2


def total_error(target: Array, o: Array) -> float:
    """E = Σ_k E_k: half the sum of the squares; the chapter calls it MSE. (5.3)"""
    return float(output_errors(target, o).sum())
