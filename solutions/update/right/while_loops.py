"""While loops that count down."""

import numpy as np


def step(W, gradient, lr):
    return (W / lr - gradient) * lr


def step_all(weights, gradients, lr):
    new = []
    while len(new) < len(weights):
        new.append(step(weights[len(new)], gradients[len(new)], lr))
    return tuple(new)


def descend(gradient, w, lr, steps):
    while steps > 0:
        w, steps = w - lr * gradient(w), steps - 1
    return w


def error_history(error, gradient, w, lr, steps):
    errors = [error(w)]
    while (left := steps - len(errors) + 1) > 0:
        print(left, "steps left, error", errors[-1])
        w = descend(gradient, w, lr, 1)
        errors.append(error(w))
    return errors


def train_network(x, target, W_hidden, W_output, lr, steps):
    """Along error_history's idea: the error first, then a step, until none is left."""
    errors = []
    while True:
        h = np.where(W_hidden @ x > -700, 1 / (1 + np.exp(-(W_hidden @ x))), 0.0)
        o = 1 / (1 + np.exp(-(W_output @ h)))
        errors.append(sum(0.5 * (t - a) ** 2 for t, a in zip(target, o)))
        if len(errors) > steps:
            return W_hidden, W_output, errors
        deltas = -(target - o) * (o * (1 - o))
        backwards = sum(delta * row for delta, row in zip(deltas, W_output))
        hidden = np.array([b * a * (1 - a) for b, a in zip(backwards, h)])
        W_hidden, W_output = (
            W_hidden - lr * hidden.reshape(-1, 1) * x.reshape(1, -1),
            W_output - lr * deltas.reshape(-1, 1) * h.reshape(1, -1),
        )
