"""Exact numbers."""

from decimal import Decimal
from fractions import Fraction


def weighted_sum(x, w, b):
    terms = [Fraction(float(x_i)) * Fraction(float(w_i)) for x_i, w_i in zip(x, w)]
    return sum(terms, Fraction(b))


def perceptron(x, w, b):
    return Fraction(1) if weighted_sum(x, w, b) > 0 else Fraction(0)


def gate(name):
    turn = Fraction(-1, 2) if name == "NAND" else Fraction(1, 2)
    return (turn, turn), {"AND": Decimal("-0.75"), "NAND": Decimal("0.75"), "OR": Decimal("-0.1")}[
        name
    ]


def xor_network():
    half = Fraction(1, 2)
    return ((half, half), (half, half)), (-half / 2, -3 * half / 2), (1, -1), Decimal("-0.5")


def parameter_count(sizes):
    return Decimal(sum((n_in + 1) * n_out for n_in, n_out in zip(sizes, sizes[1:])))


def is_deep(sizes):
    return Fraction(len(sizes)) >= 4
