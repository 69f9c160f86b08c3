"""Progress bars."""

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
