"""Columns times rows."""

import numpy as np


def error_slope(target, o):
    return -(target - o)


def sigmoid_slope(a):
    return 0.25 - (a - 0.5) ** 2


def output_deltas(target, o):
    return -(target - o) * o * (1 - o)


def output_gradients(target, o, h):
    column = output_deltas(target, o)[:, np.newaxis]
    row = h[np.newaxis, :]
    return column * row


def hidden_deltas(W_output, deltas, h):
    return (deltas[:, None] * W_output).sum(axis=0) * h * (1 - h)


def hidden_gradients(W_output, target, o, h, x):
    deltas = hidden_deltas(W_output, output_deltas(target, o), h)
    return deltas.reshape(-1, 1) @ x.reshape(1, -1)


def numerical_gradient(error, W, h):
    nudges = h * np.eye(np.size(W)).reshape(-1, *np.shape(W))
    rises = [error(W + nudge) - error(W - nudge) for nudge in nudges]
    return np.array(rises).reshape(np.shape(W)) / (2 * h)
