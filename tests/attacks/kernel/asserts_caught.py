# Tries: answers whose comparison succeeds by raising what the check itself catches or skips on.
# Rule: what student code raises stays in its own process.
import unittest


class Skipping:
    def __eq__(self, other):
        raise unittest.SkipTest("not needed")

    __sub__ = __rsub__ = __array__ = __float__ = __len__ = __iter__ = __lt__ = __eq__
    __hash__ = None


weighted_sums = sigmoid = output_errors = total_error = lambda *arguments: Skipping()
forward = lambda *arguments: (Skipping(), Skipping())
