# Tries: take sixteen gigabytes at once, in a cell and in a call.
# Rule: memory is limited; MemoryError is an error like any other.
import numpy as np


def sigmoid(z):
    return np.ones(2 * 10**9)


weighted_sums = lambda W, x: [0] * 10**10
total_error = lambda target, o: len(b"x" * (16 << 30))
everything = bytearray(16 << 30)
