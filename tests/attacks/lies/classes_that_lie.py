# Tries: objects that claim to be of another class by __class__, __instancecheck__ or ABCs.
# Rule: what is no plain data is refused; a false class fails in the child.
import numbers

import numpy as np


class Claims:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind

    def __float__(self):
        raise SystemExit(0)

    def __len__(self):
        return 2


@numbers.Real.register
class Real:
    def __float__(self):
        return float("nan")


weighted_sums = lambda *arguments: Claims(np.ndarray)
sigmoid = lambda *arguments: Claims(list)
forward = lambda *arguments: (Claims(tuple), Claims(str))
output_errors = lambda *arguments: [Real(), Real()]
total_error = lambda *arguments: Claims(float)
