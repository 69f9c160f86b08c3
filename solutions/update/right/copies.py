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
