"""Index notation."""

import numpy as np


def error_slope(target, o):
    return np.einsum("k->k", o) - np.einsum("k->k", target)


def sigmoid_slope(a):
    return a - np.einsum("j,j->j", a, a)


def output_deltas(target, o):
    return np.einsum("k,k,k->k", o - target, o, 1 - o)


def output_gradients(target, o, h):
    return np.einsum("k,j->kj", output_deltas(target, o), h)


def hidden_deltas(W_output, deltas, h):
    return np.einsum("kj,k,j,j->j", W_output, deltas, h, 1 - h)


def hidden_gradients(W_output, target, o, h, x):
    return np.einsum("kj,k,j,i->ji", W_output, output_deltas(target, o), h * (1 - h), x)
