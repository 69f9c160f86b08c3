"""Mistakes about `xor_network`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.checks.sameness import numbers_of
from autograder.hints import Call, mistake, projection, variant
from solutions.perceptron.mistakes.gate import CORNERS
from solutions.perceptron.solution import gate, xor_network

Gate = tuple[Any, Any]
Network = tuple[Any, Any, Any, Any]

SHAPES = ((2, 2), (2,), (2,), ())


@projection
def tables_of_both_layers(calls: Sequence[Call]) -> object:
    """For each call: each hidden neuron's answers and the output's, at all corners.

    Of parts with other shapes than those of two layers, the shapes.
    """
    seen: list[object] = []
    for _, answer in calls:
        shapes = tuple(_shape(part) for part in answer)
        if shapes != SHAPES:
            seen.append(shapes)
            continue
        W, b, w, b_output = (np.asarray(numbers_of(part)) for part in answer)
        hidden = np.round(CORNERS @ W.T + b, 9)
        output = np.round((hidden > 0) @ w + b_output, 9)
        rows = sorted(tuple((column > 0).tolist()) for column in hidden.T)
        seen.append((rows, tuple((output > 0).tolist())))
    return seen


def _shape(part: Any) -> object:
    """The shape of an array, or those of the parts of a list."""
    array = numbers_of(part)
    if array is not None:
        return array.shape
    return tuple(map(_shape, part)) if isinstance(part, (list, tuple)) else type(part).__name__


def _network(one: Gate, other: Gate, output: Gate) -> Network:
    return [list(one[0]), list(other[0])], [one[1], other[1]], output[0], output[1]


@mistake("xor-from-and-and-or")
def xor_from_and_and_or() -> Network:
    return _network(gate("AND"), gate("OR"), gate("AND"))


@variant("xor-from-and-and-or")
def xor_from_and_or_or() -> Network:
    return _network(gate("AND"), gate("OR"), gate("OR"))


@mistake("xor-output-or")
def xor_output_or() -> Network:
    return _network(gate("NAND"), gate("OR"), gate("OR"))


@mistake("xor-output-nand")
def xor_output_nand() -> Network:
    return _network(gate("NAND"), gate("OR"), gate("NAND"))


@mistake("xor-one-hidden-gate")
def xor_one_hidden_gate() -> Network:
    return _network(gate("OR"), gate("OR"), gate("AND"))


@variant("xor-one-hidden-gate")
def xor_two_nands() -> Network:
    return _network(gate("NAND"), gate("NAND"), gate("AND"))


@variant("xor-one-hidden-gate")
def xor_two_ands() -> Network:
    return _network(gate("AND"), gate("AND"), gate("OR"))


@mistake("xor-biases-exchanged")
def xor_biases_exchanged() -> Network:
    nand, or_ = gate("NAND"), gate("OR")
    return _network((nand[0], or_[1]), (or_[0], nand[1]), gate("AND"))


@mistake("xor-hidden-without-bias")
def xor_hidden_without_bias() -> Network:
    nand, or_ = gate("NAND"), gate("OR")
    return _network((nand[0], 0.0), (or_[0], 0.0), gate("AND"))


@mistake("xor-one-side-only")
def xor_one_side_only() -> Network:
    return _network(([1.0, -1.0], -0.5), ([1.0, -1.0], -0.5), gate("OR"))


@variant("xor-one-side-only")
def xor_other_side_only() -> Network:
    return _network(([-1.0, 1.0], -0.5), ([-1.0, 1.0], -0.5), gate("OR"))


@mistake("xor-sides-joined-by-and")
def xor_sides_joined_by_and() -> Network:
    return _network(([1.0, -1.0], -0.5), ([-1.0, 1.0], -0.5), gate("AND"))


@mistake("xor-vector-in-a-matrix")
def xor_hidden_biases_in_a_column() -> Network:
    W, b, w, b_output = xor_network()
    return W, [[each] for each in b], w, b_output


@variant("xor-vector-in-a-matrix")
def xor_hidden_biases_in_a_row() -> Network:
    W, b, w, b_output = xor_network()
    return W, [list(b)], w, b_output


@variant("xor-vector-in-a-matrix")
def xor_output_weights_in_a_row() -> Network:
    W, b, w, b_output = xor_network()
    return W, b, [list(w)], b_output


@variant("xor-vector-in-a-matrix")
def xor_output_weights_in_a_column() -> Network:
    W, b, w, b_output = xor_network()
    return W, b, [[each] for each in w], b_output


@variant("xor-vector-in-a-matrix")
def xor_both_vectors_in_columns() -> Network:
    W, b, w, b_output = xor_network()
    return W, [[each] for each in b], [[each] for each in w], b_output


@mistake("xor-parts-in-pairs")
def xor_layers_as_pairs() -> Any:
    W, b, w, b_output = xor_network()
    return (W, b), (w, b_output)


@variant("xor-parts-in-pairs")
def xor_gates_as_pairs() -> Any:
    return gate("NAND"), gate("OR"), gate("AND")
