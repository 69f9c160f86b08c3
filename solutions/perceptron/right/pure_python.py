"""Loops and lists."""


def weighted_sum(x, w, b):
    z = b
    for i in range(len(x)):
        z = z + x[i] * w[i]
    return z


def perceptron(x, w, b):
    z = weighted_sum(x, w, b)
    if z > 0:
        return 1
    else:
        return 0


def gate(name):
    if name == "AND":
        return [1, 1], -1.5
    if name == "NAND":
        return [-2, -2], 3
    return [1, 1], -0.5


def xor_network():
    return [[-2, -2], [1, 1]], [3, -0.5], [1, 1], -1.5


def parameter_count(sizes):
    total = 0
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        total += (n_in + 1) * n_out
    return total


def is_deep(sizes):
    return len(sizes) > 3
