"""Lists of lists of Python numbers."""

import math


def _minus(w, g, lr):
    if isinstance(w, list):
        return [_minus(a, b, lr) for a, b in zip(w, g)]
    return w - lr * g


def step(W, gradient, lr):
    return _minus(W.tolist(), gradient.tolist(), lr)


def step_all(weights, gradients, lr):
    return [step(weights[i], gradients[i], lr) for i in range(len(weights))]


def network_step(gradients, W_hidden, W_output, lr):
    g_hidden, g_output = gradients(W_hidden.tolist(), W_output.tolist())
    return step(W_hidden, g_hidden, lr), step(W_output, g_output, lr)


def descend(gradient, w, lr, steps):
    w = w.tolist()
    for _ in range(steps):
        w = _minus(w, gradient(w).tolist(), lr)
    return w


def error_history(error, gradient, w, lr, steps):
    w, errors = w.tolist(), []
    for _ in range(steps):
        errors.append(error(w))
        w = _minus(w, gradient(w).tolist(), lr)
    return [*errors, error(w)]


def _sums(W, x):
    return [sum(w * value for w, value in zip(row, x)) for row in W]


def _activations(z):
    return [1 / (1 + math.exp(-each)) for each in z]


def train_network(x, target, W_hidden, W_output, lr, steps):
    x, target = x.tolist(), target.tolist()
    W_hidden, W_output, errors = W_hidden.tolist(), W_output.tolist(), []
    for k in range(steps + 1):
        h = _activations(_sums(W_hidden, x))
        o = _activations(_sums(W_output, h))
        errors.append(sum((t - a) ** 2 for t, a in zip(target, o)) / 2)
        if k < steps:
            deltas = [(a - t) * a * (1 - a) for t, a in zip(target, o)]
            columns = zip(*W_output)
            hidden = [s * a * (1 - a) for s, a in zip(_sums(columns, deltas), h)]
            W_hidden = _minus(W_hidden, [[d * each for each in x] for d in hidden], lr)
            W_output = _minus(W_output, [[d * each for each in h] for d in deltas], lr)
    return W_hidden, W_output, errors
