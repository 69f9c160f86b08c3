# Tries: recurse without end, with Python's limit and without one, in C code and in repr.
# Rule: a stack overflow is a crash of this process and fails that check.
# Limits: short
import sys


def weighted_sums(W, x):
    return weighted_sums(W, x)


def sigmoid(z):
    sys.setrecursionlimit(10**9)
    return sigmoid(z)


def total_error(target, o):
    nested = []
    for _ in range(10**6):
        nested = [nested]
    return nested


def output_errors(target, o):
    nested = []
    for _ in range(10**6):
        nested = [nested]
    return repr(nested)
