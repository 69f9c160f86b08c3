"""Section 5.3, backpropagation: how the error changes with each weight, by the chain rule."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def error_slope(target: Array, o: Array) -> Array:
    """∂E/∂o = o − target, since E = ½ Σ (target − o)². (5.3)"""
    return o - target


def sigmoid_slope(a: Array) -> Array:
    """∂a/∂z = a (1 − a) for the activation a = sigmoid(z). (5.3)"""
    return a * (1 - a)


def output_deltas(target: Array, o: Array) -> Array:
    """δ_output = ∂E/∂o · ∂o/∂z: the first two factors of the output layer's gradients. (5.3)"""
    return error_slope(target, o) * sigmoid_slope(o)


def output_gradients(target: Array, o: Array, h: Array) -> Array:
    """∂E/∂W_output[k, j] = δ_output[k] · h[j]. (5.3)"""
    return np.outer(output_deltas(target, o), h)


def hidden_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    """δ_hidden[j] = (Σ_k W_output[k, j] · δ_output[k]) · ∂h[j]/∂z[j]. (5.3)"""
    slope_h = W_output.T @ deltas  # ∂E/∂h: one term for each output that h feeds
    return slope_h * sigmoid_slope(h)


def hidden_gradients(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    """∂E/∂W_hidden[j, i] = δ_hidden[j] · x[i]. (5.3)"""
    deltas = hidden_deltas(W_output, output_deltas(target, o), h)
    return np.outer(deltas, x)


def numerical_gradient(error: Callable[[Array], float], W: Array, h: float) -> Array:
    """∂E/∂W ≈ (E(W + h) − E(W − h)) / 2h, where only one entry of W moves at a time. (5.3)"""
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        nudge = np.zeros_like(W)
        nudge[place] = h
        slopes[place] = (error(W + nudge) - error(W - nudge)) / (2 * h)
    return slopes
