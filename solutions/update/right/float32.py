"""NumPy in single precision."""

import numpy as np


def step(W, gradient, lr):
    return np.float32(W) - np.float32(lr) * np.float32(gradient)


def step_all(weights, gradients, lr):
    return [step(W, gradient, lr) for W, gradient in zip(weights, gradients)]


def network_step(gradients, W_hidden, W_output, lr):
    W_hidden, W_output = W_hidden.astype(np.float32), W_output.astype(np.float32)
    hidden, output = gradients(W_hidden, W_output)
    return [step(W_hidden, hidden, lr), step(W_output, output, lr)]


def descend(gradient, w, lr, steps):
    w = np.asarray(w, dtype=np.float32)
    for _ in range(steps):
        w = step(w, gradient(w), lr)
    return w


def error_history(error, gradient, w, lr, steps):
    w = np.asarray(w, dtype=np.float32)
    errors = []
    for k in range(steps + 1):
        errors.append(np.float32(error(w)))
        w = step(w, gradient(w), lr) if k < steps else w
    return np.array(errors)


def train_network(x, target, W_hidden, W_output, lr, steps):
    x, target, W_hidden, W_output = map(np.float32, (x, target, W_hidden, W_output))
    one, errors = np.float32(1), []
    for k in range(steps + 1):
        h = one / (one + np.exp(-(W_hidden @ x)))
        o = one / (one + np.exp(-(W_output @ h)))
        errors.append(np.float32(0.5) * np.sum((target - o) ** 2))
        if k < steps:
            deltas = (o - target) * o * (one - o)
            hidden_deltas = (W_output.T @ deltas) * h * (one - h)
            W_hidden = step(W_hidden, np.outer(hidden_deltas, x), lr)
            W_output = step(W_output, np.outer(deltas, h), lr)
    return W_hidden, W_output, np.array(errors)
