"""Lists of Python numbers."""

import math


def weighted_sums(W, x):
    z = []
    for row in W:
        total = 0.0
        for weight, value in zip(row, x):
            total += float(weight) * float(value)
        z.append(total)
    return z


def sigmoid(z):
    if getattr(z, "ndim", 1) == 0:
        return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
    return [sigmoid(each) if hasattr(each, "ndim") else _one(each) for each in z]


def _one(z):
    return 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))


def forward(W_hidden, W_output, x):
    h = sigmoid(weighted_sums(W_hidden, x))
    o = sigmoid(weighted_sums(W_output, h))
    return [h, o]


def output_errors(target, o):
    return [0.5 * (t - a) ** 2 for t, a in zip(target, o)]


def total_error(target, o):
    return sum(output_errors(target, o))
