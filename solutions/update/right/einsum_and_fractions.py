"""A matrix product, exact numbers, object arrays."""

from fractions import Fraction

import numpy as np

exact = np.vectorize(lambda value: Fraction(float(value)), otypes=[object])


def step(W, gradient, lr):
    return exact(W) - Fraction(lr) * exact(gradient)


def step_all(weights, gradients, lr):
    return [
        np.einsum("s...,s->...", np.stack([W, gradient]), [1.0, -lr])
        for W, gradient in zip(weights, gradients)
    ]


def error_history(error, gradient, w, lr, steps):
    errors = [Fraction(error(w))]
    for _ in range(steps):
        w = np.asarray(step(w, gradient(w), lr), dtype=float)
        errors += [Fraction(error(w))]
    return errors


def train_network(x, target, W_hidden, W_output, lr, steps):
    errors = []
    for left in range(steps, -1, -1):
        h = np.reciprocal(1 + np.exp(-np.einsum("ji,i->j", W_hidden, x)))
        o = np.reciprocal(1 + np.exp(-np.einsum("kj,j->k", W_output, h)))
        errors.append(np.einsum("k,k->", target - o, target - o) / 2)
        if left:
            deltas = (o - target) * (o - o**2)
            hidden = np.einsum("k,kj,j->j", deltas, W_output, h - h**2)
            W_hidden = W_hidden - lr * np.einsum("j,i->ji", hidden, x)
            W_output = W_output - lr * np.einsum("k,j->kj", deltas, h)
    return [W_hidden, W_output, errors]
