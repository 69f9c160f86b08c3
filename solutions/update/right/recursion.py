"""Recursion over steps and layers."""


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
