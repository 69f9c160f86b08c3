"""np.vectorize over functions of one number."""

import math

import numpy as np


@np.vectorize
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


weighted_sums = np.vectorize(lambda row, x: sum(row * x), signature="(n),(n)->()")
output_errors = np.vectorize(lambda t, o: (t - o) ** 2 / 2)


def forward(W_hidden, W_output, x):
    h = sigmoid(weighted_sums(W_hidden, x))
    return h, sigmoid(weighted_sums(W_output, h))
