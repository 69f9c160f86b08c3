# Tries: make comparison, hashing and copying of arguments expensive by patching their types.
# Rule: the clock runs over all that the child does.
# Limits: short
import numpy as np


class Slow(np.ndarray):
    def tobytes(self, *arguments):
        while True:
            pass

    __array_finalize__ = None


import copy

copy.copy = copy.deepcopy = lambda value: Slow(10**6)


def sigmoid(z):
    return [[[0.5] * 300] * 300] * 1


def weighted_sums(W, x):
    return [0.5] * 99_999


def output_errors(target, o):
    return [[float(i)] for i in range(40_000)]


def total_error(target, o):
    return "x" * 900_000


def forward(W_hidden, W_output, x):
    return [[]] * 50_000, [None] * 50_000
