# Tries: empty arrays of gigantic lengths, in lists and as arguments of the checks' functions.
# Rule: an answer that NumPy can't hold is the student's failure, never a check in error.
# Assignment: update
import numpy as np

EMPTY = np.zeros((0, 2**29, 2**30), np.int8)


def step(W, gradient, lr):
    return [EMPTY] * 20


def step_all(weights, gradients, lr):
    return [np.zeros((0, 2**31 - 1, 2**31 - 1), bool)] * len(weights)


def network_step(gradients, W_hidden, W_output, lr):
    return gradients(EMPTY, [EMPTY])


def descend(gradient, w, lr, steps):
    return gradient([EMPTY] * 3)


def error_history(error, gradient, w, lr, steps):
    return [error(EMPTY)] * (steps + 1)
