# Tries: objects that pretend to be arrays, some of them over memory that is not theirs.
# Rule: an answer that is no plain data is refused by the name of its type.
import numpy as np


class Interface:
    __array_interface__ = {
        "shape": (2,), "typestr": "<f8", "data": (4096, False), "version": 3, "strides": None,
    }


class Array:
    def __array__(self, *arguments, **options):
        raise SystemExit(0)


class Buffer:
    def __buffer__(self, flags):
        return memoryview(b"\0" * 16)

    def __dlpack__(self, *arguments):
        return None

    def __class_getitem__(cls, item):
        return cls


weighted_sums = lambda *arguments: Interface()
sigmoid = lambda *arguments: Array()
output_errors = lambda *arguments: Buffer()
total_error = lambda *arguments: [Interface(), Array()]


def forward(W_hidden, W_output, x):
    return Interface(), np.array([Array(), Buffer()], dtype=object)
