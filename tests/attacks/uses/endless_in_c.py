# Tries: hang inside a single call of C code, where no Python signal handler runs.
# Rule: the judge ends the process.
# Limits: short
import itertools
import re


def sigmoid(z):
    return sum(itertools.repeat(0))


def weighted_sums(W, x):
    return re.match(r"(a+)+$", "a" * 60 + "b")


def total_error(target, o):
    return pow(7, 10**9)
