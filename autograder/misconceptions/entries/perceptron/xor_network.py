"""Misconceptions about `xor_network`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import Call, misconception, view, way
from autograder.misconceptions.compare import numbers_of
from solutions.perceptron import gate, xor_network

from .gate import CORNERS

Gate = tuple[Any, Any]
Network = tuple[Any, Any, Any, Any]

SHAPES = ((2, 2), (2,), (2,), ())


@view
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


@misconception(
    "perceptron/xor-from-and-and-or",
    title="builds XOR from AND and OR without turning one of them",
    why="Both gates are needed, but one of them must hold the output back.",
    en="The hidden gates are AND and OR, and the output lets both push it up. At (1, 1), what "
    "should hold the output down?",
    ko="은닉층은 AND와 OR이고, 출력은 둘 다 더하고 있습니다. (1, 1)에서 출력을 낮추는 것은 "
    "무엇이어야 하나요?",
)
def xor_from_and_and_or() -> Network:
    return _network(gate("AND"), gate("OR"), gate("AND"))


@way("perceptron/xor-from-and-and-or")
def xor_from_and_or_or() -> Network:
    return _network(gate("AND"), gate("OR"), gate("OR"))


@misconception(
    "perceptron/xor-output-or",
    title="joins NAND and OR by OR",
    why="XOR holds an OR in its name.",
    en="The hidden layer separates the rows, but the output is 1 everywhere. At which corners "
    "are both hidden neurons 1?",
    ko="은닉층은 잘 나누고 있지만 출력이 모두 1입니다. 두 은닉 뉴런이 함께 1인 꼭짓점은 "
    "어디인가요?",
)
def xor_output_or() -> Network:
    return _network(gate("NAND"), gate("OR"), gate("OR"))


@misconception(
    "perceptron/xor-output-nand",
    title="computes the opposite of XOR",
    why="One NAND too many.",
    en="Every answer is the opposite. Which gate joins the two hidden neurons?",
    ko="답이 모두 반대입니다. 두 은닉 뉴런을 잇는 것은 어떤 게이트인가요?",
)
def xor_output_nand() -> Network:
    return _network(gate("NAND"), gate("OR"), gate("NAND"))


@misconception(
    "perceptron/xor-one-hidden-gate",
    title="gives both hidden neurons the same line",
    why="One row of weights is written twice.",
    en="Both hidden neurons draw the same line. What can the second one add then?",
    ko="두 은닉 뉴런이 같은 직선을 긋고 있습니다. 그러면 둘째 뉴런은 무엇을 더해 줄 수 있나요?",
)
def xor_one_hidden_gate() -> Network:
    return _network(gate("OR"), gate("OR"), gate("AND"))


@way("perceptron/xor-one-hidden-gate")
def xor_two_nands() -> Network:
    return _network(gate("NAND"), gate("NAND"), gate("AND"))


@way("perceptron/xor-one-hidden-gate")
def xor_two_ands() -> Network:
    return _network(gate("AND"), gate("AND"), gate("OR"))


@misconception(
    "perceptron/xor-biases-exchanged",
    title="exchanges the hidden biases",
    why="The rows of W and the entries of b are listed in different orders.",
    en="Each hidden neuron has the weights of one gate and the bias of the other. Which entry "
    "of b belongs to which row of W?",
    ko="은닉 뉴런마다 한 게이트의 가중치와 다른 게이트의 편향을 가지고 있습니다. b의 어느 값이 "
    "W의 어느 행의 것인가요?",
)
def xor_biases_exchanged() -> Network:
    nand, or_ = gate("NAND"), gate("OR")
    return _network((nand[0], or_[1]), (or_[0], nand[1]), gate("AND"))


@misconception(
    "perceptron/xor-hidden-without-bias",
    title="leaves the hidden biases at 0",
    why="Only the output's bias is thought of.",
    en="Both hidden lines run through (0, 0). Which numbers move them?",
    ko="두 은닉 직선이 모두 (0, 0)을 지납니다. 직선을 옮기는 것은 어떤 수들인가요?",
)
def xor_hidden_without_bias() -> Network:
    nand, or_ = gate("NAND"), gate("OR")
    return _network((nand[0], 0.0), (or_[0], 0.0), gate("AND"))


@misconception(
    "perceptron/xor-one-side-only",
    title="catches only one of XOR's two corners",
    why="“x₁ and not x₂” is taken for all of XOR.",
    en="One of the two rows of 1 is answered with 0. Which hidden neuron is meant to catch it?",
    ko="1이어야 할 두 행 가운데 하나가 0입니다. 그 행은 어느 은닉 뉴런이 맡아야 하나요?",
)
def xor_one_side_only() -> Network:
    return _network(([1.0, -1.0], -0.5), ([1.0, -1.0], -0.5), gate("OR"))


@way("perceptron/xor-one-side-only")
def xor_other_side_only() -> Network:
    return _network(([-1.0, 1.0], -0.5), ([-1.0, 1.0], -0.5), gate("OR"))


@misconception(
    "perceptron/xor-sides-joined-by-and",
    title="joins “x₁ and not x₂” and “x₂ and not x₁” by AND",
    why="Both halves are needed, so AND seems right.",
    en="The two hidden neurons are never 1 together. Which gate should join them?",
    ko="두 은닉 뉴런이 함께 1이 되는 일은 없습니다. 그 둘을 어떤 게이트로 이어야 하나요?",
)
def xor_sides_joined_by_and() -> Network:
    return _network(([1.0, -1.0], -0.5), ([-1.0, 1.0], -0.5), gate("AND"))


@misconception(
    "perceptron/xor-vector-in-a-matrix",
    title="writes a vector of two numbers as a row or a column",
    why="In formulas vectors stand as columns.",
    en="Four parts come back, but one that should hold two plain numbers is a matrix. Where is "
    "a pair of brackets too many?",
    ko="네 부분이 돌아왔지만, 수 두 개만 담겨야 할 부분이 행렬입니다. 대괄호가 한 겹 더 있는 곳은 "
    "어디인가요?",
)
def xor_hidden_biases_in_a_column() -> Network:
    W, b, w, b_output = xor_network()
    return W, [[each] for each in b], w, b_output


@way("perceptron/xor-vector-in-a-matrix")
def xor_hidden_biases_in_a_row() -> Network:
    W, b, w, b_output = xor_network()
    return W, [list(b)], w, b_output


@way("perceptron/xor-vector-in-a-matrix")
def xor_output_weights_in_a_row() -> Network:
    W, b, w, b_output = xor_network()
    return W, b, [list(w)], b_output


@way("perceptron/xor-vector-in-a-matrix")
def xor_output_weights_in_a_column() -> Network:
    W, b, w, b_output = xor_network()
    return W, b, [[each] for each in w], b_output


@way("perceptron/xor-vector-in-a-matrix")
def xor_both_vectors_in_columns() -> Network:
    W, b, w, b_output = xor_network()
    return W, [[each] for each in b], [[each] for each in w], b_output


@misconception(
    "perceptron/xor-parts-in-pairs",
    title="returns pairs of weights and bias",
    why="`gate` returns a pair, so each layer or each gate seems to be one.",
    en="Weights and biases come back in pairs. How many parts does the docstring name, and "
    "which of them belong to both hidden neurons?",
    ko="가중치와 편향이 짝을 지어 돌아왔습니다. docstring에 적힌 부분은 몇 개이고, 그 가운데 두 "
    "은닉 뉴런이 함께 쓰는 것은 어느 것인가요?",
)
def xor_layers_as_pairs() -> Any:
    W, b, w, b_output = xor_network()
    return (W, b), (w, b_output)


@way("perceptron/xor-parts-in-pairs")
def xor_gates_as_pairs() -> Any:
    return gate("NAND"), gate("OR"), gate("AND")
