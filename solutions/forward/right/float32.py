"""NumPy in single precision."""

import numpy as np


def weighted_sums(W, x):
    return W.astype(np.float32) @ x.astype(np.float32)


def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, np.float32(1)) / (1 + small)


def forward(W_hidden, W_output, x):
    h = sigmoid(weighted_sums(W_hidden, x))
    o = sigmoid(weighted_sums(W_output, h))
    return h, o


def output_errors(target, o):
    return np.float32(0.5) * np.square(np.subtract(target, o, dtype=np.float32))


def total_error(target, o):
    return output_errors(target, o).sum(dtype=np.float32)
