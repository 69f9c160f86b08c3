"""Copy first, then change the copy in place."""

import copy

import numpy as np


def step(W, gradient, lr):
    new = W.copy()
    new -= lr * gradient
    return new


def step_all(weights, gradients, lr):
    new = copy.deepcopy(weights)
    for i in range(len(new)):
        new[i] -= lr * gradients[i]
    return new


def network_step(gradients, W_hidden, W_output, lr):
    new_hidden, new_output = np.copy(W_hidden), np.copy(W_output)
    gradient_hidden, gradient_output = gradients(new_hidden, new_output)
    new_hidden -= lr * gradient_hidden
    new_output -= lr * gradient_output
    return new_hidden, new_output


def descend(gradient, w, lr, steps):
    place = np.array(w)
    for _ in range(steps):
        place -= lr * gradient(place)
    return place


def error_history(error, gradient, w, lr, steps):
    place = np.array(w)
    errors = np.zeros(steps + 1)
    errors[0] = error(place)
    for k in range(1, steps + 1):
        place -= lr * gradient(place)
        errors[k] = error(place)
    return errors


def train_network(x, target, W_hidden, W_output, lr, steps):
    """In place, on copies; a row of errors that is filled."""
    W_hidden, W_output = W_hidden.copy(), W_output.copy()
    errors = np.empty(steps + 1)
    for k in range(steps + 1):
        h = 1 / (1 + np.exp(-np.dot(W_hidden, x)))
        o = 1 / (1 + np.exp(-np.dot(W_output, h)))
        errors[k] = ((target - o) ** 2).sum() / 2
        if k == steps:
            break
        delta_output = -(target - o) * o * (1 - o)
        delta_hidden = np.dot(W_output.T, delta_output) * h * (1 - h)
        W_output -= lr * delta_output[:, None] * h
        W_hidden -= lr * delta_hidden[:, None] * x
    return W_hidden, W_output, errors
