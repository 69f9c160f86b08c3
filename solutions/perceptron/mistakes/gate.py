"""Mistakes about `gate`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.hints import Call, mistake, projection, variant
from solutions.perceptron.solution import gate

Array = Any
Gate = tuple[Any, Any]

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


@projection
def signs_at_the_corners(calls: Sequence[Call]) -> object:
    """For each wrong gate: on which side of the line, or on it, each corner lies."""
    seen: list[object] = []
    for (name, *_), answer in calls:
        w, b = answer
        w, b = np.asarray(w, dtype=float), np.asarray(b, dtype=float).reshape(())
        if w.shape != (2,):
            raise ValueError("no two weights")
        signs = np.sign(np.round(CORNERS @ w + b, 9))
        right_w, right_b = gate(str(name))
        right = np.array_equal(signs > 0, CORNERS @ right_w + right_b > 0)
        seen.append((name, "right" if right else tuple(signs.tolist())))
    return seen


def _gate(name: str, **other: Gate) -> Gate:
    return other[name] if name in other else gate(name)


@mistake("nand-bias-not-turned")
def nand_bias_not_turned(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], -1.5))


@mistake("nand-weights-not-turned")
def nand_weights_not_turned(name: str) -> Gate:
    return _gate(name, NAND=([1.0, 1.0], 1.5))


@mistake("nand-is-and")
def nand_is_and(name: str) -> Gate:
    return _gate(name, NAND=gate("AND"))


@mistake("nand-is-nor")
def nand_is_nor(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], 0.5))


@mistake("and-or-exchanged")
def and_or_exchanged(name: str) -> Gate:
    return _gate(name, AND=gate("OR"), OR=gate("AND"))


@mistake("and-is-or")
def and_is_or(name: str) -> Gate:
    return _gate(name, AND=gate("OR"))


@mistake("or-is-and")
def or_is_and(name: str) -> Gate:
    return _gate(name, OR=gate("AND"))


@mistake("or-at-no-input")
def or_at_no_input(name: str) -> Gate:
    return _gate(name, OR=([1.0, 1.0], 0.5))


@mistake("one-input-decides")
def and_is_the_first_input(name: str) -> Gate:
    return _gate(name, AND=([1.0, 0.2], -0.5))


@variant("one-input-decides")
def and_is_the_second_input(name: str) -> Gate:
    return _gate(name, AND=([0.2, 1.0], -0.5))


@variant("one-input-decides")
def or_is_the_first_input(name: str) -> Gate:
    return _gate(name, OR=([1.0, 0.2], -0.5))


@variant("one-input-decides")
def or_is_the_second_input(name: str) -> Gate:
    return _gate(name, OR=([0.2, 1.0], -0.5))


@mistake("gate-bias-sign")
def gate_bias_sign(name: str) -> Gate:
    w, b = gate(name)
    return w, -b


@variant("gate-bias-sign")
def bias_sign_of_and_and_or(name: str) -> Gate:
    return _gate(name, AND=([1.0, 1.0], 1.5), OR=([1.0, 1.0], 0.5))


@mistake("gates-without-bias")
def gates_without_bias(name: str) -> Gate:
    return gate(name)[0], 0.0


@mistake("and-through-a-corner")
def and_through_a_corner(name: str) -> Gate:
    return _gate(name, AND=([1.0, 1.0], -2.0))


@mistake("or-through-corners")
def or_through_corners(name: str) -> Gate:
    return _gate(name, OR=([1.0, 1.0], -1.0))


@mistake("nand-through-corners")
def nand_through_corners(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], 1.0))


@mistake("bias-before-weights")
def bias_before_weights(name: str) -> tuple[float, Array]:
    w, b = gate(name)
    return b, w


@mistake("three-loose-numbers")
def three_loose_numbers(name: str) -> tuple[float, float, float]:
    w, b = gate(name)
    return float(w[0]), float(w[1]), b


@mistake("always-and")
def always_and(name: str) -> Gate:
    return gate("AND")


@variant("always-and")
def always_or(name: str) -> Gate:
    return gate("OR")


@variant("always-and")
def always_nand(name: str) -> Gate:
    return gate("NAND")
