"""Decimals of 40 digits."""

import decimal

import numpy as np

decimal.getcontext().prec = 40


def _decimals(values):
    return [decimal.Decimal(float(value)) for value in values]


def weighted_sums(W, x):
    return [sum(map(lambda w, v: w * v, _decimals(row), _decimals(x))) for row in W]


def sigmoid(z):
    if np.ndim(z) == 0:
        return 1 / (1 + (-decimal.Decimal(float(z))).exp())
    return [sigmoid(part) for part in z]


def forward(W_hidden, W_output, x):
    h = [1 / (1 + (-z).exp()) for z in weighted_sums(W_hidden, x)]
    o = [1 / (1 + (-z).exp()) for z in weighted_sums(W_output, h)]
    return tuple(h), tuple(o)


def output_errors(target, o):
    return [(t - a) ** 2 / 2 for t, a in zip(_decimals(target), _decimals(o))]


def total_error(target, o):
    return sum(output_errors(target, o))
