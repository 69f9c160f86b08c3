"""Exact numbers."""

from fractions import Fraction

import numpy as np


def _exact(values):
    return [
        Fraction(value) if isinstance(value, Fraction) else Fraction(float(value))
        for value in values
    ]


def error_slope(target, o):
    return [a - t for t, a in zip(_exact(target), _exact(o))]


def sigmoid_slope(a):
    return [each * (1 - each) for each in _exact(a)]


def output_deltas(target, o):
    return [e * s for e, s in zip(error_slope(target, o), sigmoid_slope(o))]


def output_gradients(target, o, h):
    return [[delta * each for each in _exact(h)] for delta in output_deltas(target, o)]


def hidden_deltas(W_output, deltas, h):
    columns = zip(*map(_exact, W_output))
    slopes = (sum(w * d for w, d in zip(column, _exact(deltas))) for column in columns)
    return tuple(slope * s for slope, s in zip(slopes, sigmoid_slope(h)))


def hidden_gradients(W_output, target, o, h, x):
    deltas = hidden_deltas(W_output, output_deltas(target, o), h)
    return np.array([[delta * each for each in _exact(x)] for delta in deltas], dtype=object)


def numerical_gradient(error, W, h):
    W = np.asarray(W)
    slopes = []
    for i in range(W.size):
        flat = W.ravel()
        up, down = (
            np.concatenate([flat[:i], [flat[i] + step], flat[i + 1 :]]).reshape(W.shape)
            for step in (h, -h)
        )
        slopes.append((Fraction(error(up)) - Fraction(error(down))) / (2 * Fraction(h)))
    return np.array(slopes, dtype=object).reshape(W.shape)
