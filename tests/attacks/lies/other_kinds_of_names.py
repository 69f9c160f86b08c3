# Tries: bind tasks to classes, partials, generators, coroutines and objects with lying signatures.
# Rule: whatever is callable is called; what comes back must be plain.
import functools
import types


class weighted_sums:
    def __new__(cls, *arguments):
        return types.SimpleNamespace(shape=(2,), dtype="f8")


async def sigmoid(z):
    return z


def forward(*arguments):
    yield 0.5
    yield 0.5


output_errors = functools.partial(print, "0.5")
total_error = type("Total", (), {"__call__": lambda self, *arguments: self})()
__all__ = property(lambda self: 1 / 0)
