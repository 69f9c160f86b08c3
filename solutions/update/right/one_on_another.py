"""Each task is built on the one before."""

import numpy as np


def step(W, gradient, lr):
    return W - lr * gradient


def step_all(weights, gradients, lr):
    return [step(W, gradient, lr) for W, gradient in zip(weights, gradients)]


def network_step(gradients, W_hidden, W_output, lr):
    new_hidden, new_output = step_all((W_hidden, W_output), gradients(W_hidden, W_output), lr)
    return new_hidden, new_output


def descend(gradient, w, lr, steps):
    for _ in range(steps):
        [w] = step_all([w], [gradient(w)], lr)
    return np.array(w)


def error_history(error, gradient, w, lr, steps):
    errors = [error(w)]
    for _ in range(steps):
        w = descend(gradient, w, lr, 1)
        errors.append(error(w))
    return errors


def train_network(x, target, W_hidden, W_output, lr, steps):
    def forward(W_hidden, W_output):
        h = 1 / (1 + np.exp(-(W_hidden @ x)))
        return h, 1 / (1 + np.exp(-(W_output @ h)))

    def error(W_hidden, W_output):
        return np.sum((target - forward(W_hidden, W_output)[1]) ** 2) / 2

    def gradients(W_hidden, W_output):
        h, o = forward(W_hidden, W_output)
        deltas = (o - target) * o * (1 - o)
        return np.outer((W_output.T @ deltas) * h * (1 - h), x), np.outer(deltas, h)

    errors = [error(W_hidden, W_output)]
    for _ in range(steps):
        W_hidden, W_output = network_step(gradients, W_hidden, W_output, lr)
        errors.append(error(W_hidden, W_output))
    return W_hidden, W_output, errors
