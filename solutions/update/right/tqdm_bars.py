"""Progress bars."""

import numpy as np

from tqdm import tqdm, trange
from tqdm.auto import tqdm as auto_tqdm


def step_all(weights, gradients, lr):
    return [W - lr * gradient for W, gradient in tqdm(list(zip(weights, gradients)))]


def descend(gradient, w, lr, steps):
    for _ in trange(steps, desc="descend"):
        w = w - lr * gradient(w)
    return w


def error_history(error, gradient, w, lr, steps):
    errors = []
    for k in (bar := auto_tqdm(range(steps + 1))):
        errors.append(error(w))
        bar.set_postfix(error=errors[-1])
        if k < steps:
            w = w - lr * gradient(w)
    return errors


def train_network(x, target, W_hidden, W_output, lr, steps):
    def outputs():
        h = 1 / (1 + np.exp(-(W_hidden @ x)))
        return h, 1 / (1 + np.exp(-(W_output @ h)))

    def error():
        return np.sum((target - outputs()[1]) ** 2) / 2

    errors = [error()]
    with tqdm(total=steps) as bar:
        for _ in range(steps):
            h, o = outputs()
            deltas = (o - target) * o * (1 - o)
            W_hidden, W_output = (
                W_hidden - lr * np.outer((deltas @ W_output) * h * (1 - h), x),
                W_output - lr * np.outer(deltas, h),
            )
            errors.append(error())
            bar.update()
    return W_hidden, W_output, errors
