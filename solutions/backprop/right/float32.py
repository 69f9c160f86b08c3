"""NumPy in single precision."""

import numpy as np

single = np.float32


def error_slope(target, o):
    return np.subtract(o, target, dtype=single)


def sigmoid_slope(a):
    a = np.array(a, dtype=single)
    return a * (single(1) - a)


def output_deltas(target, o):
    return error_slope(target, o) * sigmoid_slope(o)


def output_gradients(target, o, h):
    return np.outer(output_deltas(target, o), h.astype(single))


def hidden_deltas(W_output, deltas, h):
    return (np.array(deltas, single) @ W_output.astype(single)) * sigmoid_slope(h)


def numerical_gradient(error, W, h):
    W = W.astype(single)
    slopes = np.zeros(W.shape, single)
    for place, weight in np.ndenumerate(W):
        up, down = W.copy(), W.copy()
        up[place], down[place] = weight + single(h), weight - single(h)
        slopes[place] = (error(up) - error(down)) / (2 * h)
    return slopes
