"""∂E/∂W entry by entry, along every path; nothing shared."""

import numpy as np


def output_gradients(target, o, h):
    gradient = np.zeros((len(o), len(h)))
    for k in range(len(o)):
        for j in range(len(h)):
            gradient[k, j] = -(target[k] - o[k]) * o[k] * (1 - o[k]) * h[j]
    return gradient


def hidden_deltas(W_output, deltas, h):
    return np.array([
        sum(deltas[k] * W_output[k, j] * h[j] * (1 - h[j]) for k in range(len(deltas)))
        for j in range(len(h))
    ])  # fmt: skip


def hidden_gradients(W_output, target, o, h, x):
    gradient = np.zeros((len(h), len(x)))
    for j, i in np.ndindex(gradient.shape):
        for k in range(len(o)):
            path = (o[k] - target[k]) * o[k] * (1 - o[k]) * W_output[k, j] * h[j] * (1 - h[j])
            gradient[j, i] += path * x[i]
    return gradient


def numerical_gradient(error, W, h):
    """The caller's own array is moved, and gets its very value back."""
    slopes = np.zeros(W.shape)
    it = np.nditer(W, flags=["multi_index"])
    for _ in it:
        place = it.multi_index
        kept = W[place].copy()
        W[place] = kept + h
        up = error(W)
        W[place] = kept - h
        down = error(W)
        W[place] = kept
        slopes[place] = (up - down) / (2 * h)
    return slopes
