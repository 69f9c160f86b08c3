"""Recursion over steps and layers."""

import numpy as np


def step_all(weights, gradients, lr):
    if not weights:
        return []
    (W, *weights), (gradient, *gradients) = weights, gradients
    return [W - lr * gradient, *step_all(weights, gradients, lr)]


def descend(gradient, w, lr, steps):
    if steps == 0:
        return w
    return descend(gradient, w - lr * gradient(w), lr, steps - 1)


def error_history(error, gradient, w, lr, steps):
    if steps == 0:
        return (error(w),)
    return (error(w), *error_history(error, gradient, w - lr * gradient(w), lr, steps - 1))


def train_network(x, target, W_hidden, W_output, lr, steps):
    h = 1 / (1 + np.exp(-(W_hidden @ x)))
    o = 1 / (1 + np.exp(-(W_output @ h)))
    error = 0.5 * float(np.dot(target - o, target - o))
    if not steps:
        return W_hidden, W_output, [error]
    deltas = (o - target) * o * (1 - o)
    hidden = deltas @ W_output * (h * (1 - h))
    weights = step_all([W_hidden, W_output], [np.outer(hidden, x), np.outer(deltas, h)], lr)
    *trained, errors = train_network(x, target, *weights, lr, steps - 1)
    return (*trained, [error, *errors])
