"""The hidden neurons of XOR in another order, and gates of other numbers."""

import numpy as np


def weighted_sum(x, w, b):
    return b + sum(x_i * w_i for x_i, w_i in zip(x, w))


def perceptron(x, w, b):
    return int(weighted_sum(x, w, b) > 0)


def gate(name):
    w = np.array([2.0, 3.0])
    return {"AND": (w, -4.0), "OR": (w, -1.0), "NAND": (-w, 4.0)}[name]


def xor_network():
    hidden = [gate("OR"), gate("NAND")]
    w_output, b_output = gate("AND")
    return np.array([w for w, _ in hidden]), np.array([b for _, b in hidden]), w_output, b_output


def parameter_count(sizes):
    return int(np.dot(sizes[:-1], sizes[1:])) + sum(sizes[1:])


def is_deep(sizes):
    return len(sizes[1:-1]) > 1
