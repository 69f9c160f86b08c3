"""Section 5.3, weight updates: one step of gradient descent, many, and a whole training."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray


def step(W: NDArray[np.float64], gradient: NDArray[np.float64], lr: float) -> NDArray[np.float64]:
    """W⁺ = W − η ∂E/∂W, as a new array. (5.3)"""
    return W - lr * gradient


def step_all(
    weights: Sequence[NDArray[np.float64]],
    gradients: Sequence[NDArray[np.float64]],
    lr: float,
) -> list[NDArray[np.float64]]:
    """W⁺ = W − η ∂E/∂W for the matrix of every layer. (5.3)"""
    return [step(W, gradient, lr) for W, gradient in zip(weights, gradients, strict=True)]


def network_step(
    gradients: Callable[
        [NDArray[np.float64], NDArray[np.float64]],
        tuple[NDArray[np.float64], NDArray[np.float64]],
    ],
    W_hidden: NDArray[np.float64],
    W_output: NDArray[np.float64],
    lr: float,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both layers' W⁺, from gradients that all belong to the old weights. (5.3)"""
    gradient_hidden, gradient_output = gradients(W_hidden, W_output)
    return step(W_hidden, gradient_hidden, lr), step(W_output, gradient_output, lr)


def descend(
    gradient: Callable[[NDArray[np.float64]], NDArray[np.float64]],
    w: NDArray[np.float64],
    lr: float,
    steps: int,
) -> NDArray[np.float64]:
    """wₖ₊₁ = wₖ − η ∂E/∂w(wₖ), `steps` times. (5.3)"""
    for _ in range(steps):
        w = step(w, gradient(w), lr)
    return w


def error_history(
    error: Callable[[NDArray[np.float64]], float],
    gradient: Callable[[NDArray[np.float64]], NDArray[np.float64]],
    w: NDArray[np.float64],
    lr: float,
    steps: int,
) -> list[float]:
    """E(w₀), E(w₁), …: the error before the first step and after each one. (5.3)"""
    errors = [error(w)]
    for _ in range(steps):
        w = step(w, gradient(w), lr)
        errors.append(error(w))
    return errors


def train_network(
    x: NDArray[np.float64],
    target: NDArray[np.float64],
    W_hidden: NDArray[np.float64],
    W_output: NDArray[np.float64],
    lr: float,
    steps: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], list[float]]:
    """Forward propagation, backpropagation, one step of both layers, again and again. (5.3)"""

    def sigmoid(z: NDArray[np.float64]) -> NDArray[np.float64]:
        decay = np.exp(-np.abs(z))  # never overflows
        return np.where(z >= 0, 1 / (1 + decay), decay / (1 + decay))

    errors = []
    for turn in range(steps + 1):
        h = sigmoid(W_hidden @ x)
        o = sigmoid(W_output @ h)
        errors.append(float(0.5 * np.sum((target - o) ** 2)))
        if turn == steps:
            break
        deltas = (o - target) * o * (1 - o)  # ∂E/∂z of the output layer
        hidden_deltas = (W_output.T @ deltas) * h * (1 - h)
        W_hidden = step(W_hidden, np.outer(hidden_deltas, x), lr)
        W_output = step(W_output, np.outer(deltas, h), lr)
    return W_hidden, W_output, errors
