# Tries: lists and tuples whose length, items and iterator contradict each other.
# Rule: counts are capped; what crosses the wire is a plain list.
# Limits: short
import numpy as np


class Endless(list):
    def __iter__(self):
        while True:
            yield 0.5

    def __len__(self):
        return 2


class Negative(list):
    def __len__(self):
        return -(10**9)


class Enormous(tuple):
    def __len__(self):
        return 2**62


class Self(list):
    def __iter__(self):
        return iter((self, self))


weighted_sums = lambda *arguments: Endless()
sigmoid = lambda *arguments: Negative()
output_errors = lambda *arguments: Enormous()
total_error = lambda *arguments: Self([1])
forward = lambda *arguments: (Self(), range(2**62))
