"""Lambdas, partial, recursion, a decorator."""

import functools

import numpy as np


def shown(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        answer = function(*arguments)
        print(function.__name__, "=", answer)
        return answer

    return wrapper


error_slope = lambda t, o: np.subtract(o, t)  # noqa: E731
sigmoid_slope = functools.partial(lambda one, a: functools.reduce(np.multiply, [a, one - a]), 1)


@shown
def output_deltas(target, o):
    return sigmoid_slope(o) * error_slope(target, o)


@shown
def hidden_deltas(W_output, deltas, h):
    def summed(rows, ds):
        return rows[0] * ds[0] + (summed(rows[1:], ds[1:]) if len(ds) > 1 else 0)

    return summed(W_output, deltas) * sigmoid_slope(h)


@shown
def output_gradients(target, o, h):
    return np.kron(output_deltas(target, o), h).reshape(len(o), -1)


numerical_gradient = lambda error, W, h: np.vectorize(  # noqa: E731
    lambda i: (
        (lambda e: error(W + e) - error(W - e))(h * (np.arange(W.size) == i).reshape(W.shape))
        / (h + h)
    ),
    otypes=[float],
)(np.arange(W.size).reshape(W.shape))
