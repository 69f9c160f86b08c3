"""Recursion over rows, entries and layers."""

import math

import numpy as np


def _dot(row, x):
    return row[0] * x[0] + _dot(row[1:], x[1:]) if len(x) else 0.0


def weighted_sums(W, x):
    return np.array([_dot(W[0], x), *weighted_sums(W[1:], x)]) if len(W) else np.array([])


def sigmoid(z):
    if np.shape(z):
        return np.array([sigmoid(part) for part in z])
    z = float(z)
    return 1 - sigmoid(-z) if -20 < z < 0 else math.exp(z) if z < 0 else 1 / (1 + math.exp(-z))


def forward(W_hidden, W_output, x):
    def through(layers, a):
        if not layers:
            return ()
        a = sigmoid(weighted_sums(layers[0], a))
        return (a, *through(layers[1:], a))

    return through([W_hidden, W_output], x)


def total_error(target, o):
    if len(o) == 0:
        return 0
    return (target[0] - o[0]) ** 2 / 2 + total_error(target[1:], o[1:])
