"""A matrix product, exact numbers, object arrays."""

from fractions import Fraction

import numpy as np

exact = np.vectorize(lambda value: Fraction(float(value)), otypes=[object])


def step(W, gradient, lr):
    return exact(W) - Fraction(lr) * exact(gradient)


def step_all(weights, gradients, lr):
    return [
        np.einsum("sij,s->ij", np.stack([W, gradient]), [1.0, -lr])
        for W, gradient in zip(weights, gradients)
    ]


def error_history(error, gradient, w, lr, steps):
    errors = [Fraction(error(w))]
    for _ in range(steps):
        w = np.asarray(step(w, gradient(w), lr), dtype=float)
        errors += [Fraction(error(w))]
    return errors
