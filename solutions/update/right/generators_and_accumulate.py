"""A generator of places; accumulate over steps."""

from itertools import accumulate, islice, repeat
from functools import reduce

import numpy as np


def step(W, gradient, lr):
    return np.add(W, np.multiply(-lr, gradient))


def step_all(weights, gradients, lr):
    return [*map(step, weights, gradients, repeat(lr))]


def _places(gradient, w, lr):
    while True:
        yield w
        w = step(w, gradient(w), lr)


def descend(gradient, w, lr, steps):
    return reduce(lambda place, _: step(place, gradient(place), lr), range(steps), w)


def error_history(error, gradient, w, lr, steps):
    places = accumulate(range(steps), lambda place, _: step(place, gradient(place), lr), initial=w)
    return list(map(error, places))


def network_step(gradients, W_hidden, W_output, lr):
    asked = gradients(W_hidden, W_output)
    return tuple(W - lr * gradient for W, gradient in zip((W_hidden, W_output), asked))


def last_places(gradient, w, lr, count):
    """Never asked for."""
    return list(islice(_places(gradient, w, lr), count))


def _propagate(x, W_hidden, W_output):
    h = 1 / (1 + np.exp(-W_hidden @ x))
    return h, 1 / (1 + np.exp(-W_output @ h))


def train_network(x, target, W_hidden, W_output, lr, steps):
    def moved(weights, _):
        h, o = _propagate(x, *weights)
        deltas = (o - target) * o * (1 - o)
        hidden = weights[1].T @ deltas * h * (1 - h)
        gradients = np.outer(hidden, x), np.outer(deltas, h)
        return tuple(step_all(weights, gradients, lr))

    places = list(accumulate(range(steps), moved, initial=(W_hidden, W_output)))
    outputs = (_propagate(x, *place)[1] for place in places)
    return (*places[-1], [np.square(target - o).sum() * 0.5 for o in outputs])
