"""Layers chained by reduce."""

from functools import partial, reduce
from itertools import accumulate

import numpy as np


def sigmoid(z, *, log=np.logaddexp):
    return np.exp(-log(0, np.negative(z)))


def _layer(x, W, activation):
    return activation(np.matmul(W, x))


weighted_sums = partial(np.tensordot, axes=1)


def forward(W_hidden, W_output, x):
    _, h, o = accumulate((W_hidden, W_output), partial(_layer, activation=sigmoid), initial=x)
    return h, o


output_errors = lambda target, o: np.power(target - o, 2) * 0.5  # noqa: E731


def total_error(target, o):
    return reduce(lambda total, pair: total + (pair[0] - pair[1]) ** 2 / 2, zip(target, o), 0.0)
