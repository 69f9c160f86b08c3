"""Misconceptions about `gate`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import Call, misconception, view, way
from solutions.perceptron import gate

Array = Any
Gate = tuple[Any, Any]

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


@view
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


@misconception(
    "perceptron/nand-bias-not-turned",
    title="turns NAND's weights but not its bias",
    why="NAND is AND with negative weights.",
    en="NAND answers 0 at every corner. AND's weights were turned: what else has a sign?",
    ko="NAND가 네 꼭짓점 모두에서 0입니다. AND의 가중치는 부호를 바꾸었는데, 부호가 있는 것이 "
    "또 무엇인가요?",
)
def nand_bias_not_turned(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], -1.5))


@misconception(
    "perceptron/nand-weights-not-turned",
    title="turns NAND's bias but not its weights",
    why="Only one number is turned to turn the gate.",
    en="NAND answers 1 at every corner. The bias has another sign than AND's: what about the "
    "weights?",
    ko="NAND가 네 꼭짓점 모두에서 1입니다. 편향의 부호는 AND와 다른데, 가중치는 어떤가요?",
)
def nand_weights_not_turned(name: str) -> Gate:
    return _gate(name, NAND=([1.0, 1.0], 1.5))


@misconception(
    "perceptron/nand-is-and",
    title="gives AND for NAND",
    why="The N is overlooked.",
    en="NAND answers as AND does. What does the N stand for?",
    ko="NAND가 AND와 같은 답을 냅니다. 이름 앞의 N은 무엇을 뜻하나요?",
)
def nand_is_and(name: str) -> Gate:
    return _gate(name, NAND=gate("AND"))


@misconception(
    "perceptron/nand-is-nor",
    title="gives NOR for NAND",
    why="Both gates turn the answer; the line lies one corner too low.",
    en="NAND answers 1 at (0, 0) only. At how many corners should it answer 1?",
    ko="NAND가 (0, 0)에서만 1입니다. 네 꼭짓점 가운데 몇 곳에서 1이어야 하나요?",
)
def nand_is_nor(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], 0.5))


@misconception(
    "perceptron/and-or-exchanged",
    title="exchanges AND and OR",
    why="The line with the larger bias is taken for the wider gate.",
    en="AND and OR are exchanged. Which of them needs both inputs?",
    ko="AND와 OR의 답이 서로 바뀌어 있습니다. 두 입력이 모두 필요한 것은 어느 쪽인가요?",
)
def and_or_exchanged(name: str) -> Gate:
    return _gate(name, AND=gate("OR"), OR=gate("AND"))


@misconception(
    "perceptron/and-is-or",
    title="gives OR for AND",
    why="The line lies one corner too low.",
    en="AND answers as OR does. At how many corners should AND answer 1?",
    ko="AND가 OR와 같은 답을 냅니다. AND는 네 꼭짓점 가운데 몇 곳에서 1이어야 하나요?",
)
def and_is_or(name: str) -> Gate:
    return _gate(name, AND=gate("OR"))


@misconception(
    "perceptron/or-is-and",
    title="gives AND for OR",
    why="The line lies one corner too high.",
    en="OR answers as AND does. At how many corners should OR answer 1?",
    ko="OR가 AND와 같은 답을 냅니다. OR는 네 꼭짓점 가운데 몇 곳에서 1이어야 하나요?",
)
def or_is_and(name: str) -> Gate:
    return _gate(name, OR=gate("AND"))


@misconception(
    "perceptron/or-at-no-input",
    title="lets OR answer 1 at (0, 0)",
    why="OR's threshold is written down with the sign of a bias.",
    en="OR answers 1 even at (0, 0). Which of the three numbers decides the sum at that corner?",
    ko="OR가 (0, 0)에서도 1입니다. 이 꼭짓점의 가중합을 정하는 것은 세 수 가운데 어느 것인가요?",
)
def or_at_no_input(name: str) -> Gate:
    return _gate(name, OR=([1.0, 1.0], 0.5))


@misconception(
    "perceptron/one-input-decides",
    title="lets one input alone decide AND or OR",
    why="One weight is too small to reach over the threshold, or large enough alone.",
    en="One of the gates answers as a single input does. What is the sum where the other input "
    "alone is 1, and on which side of 0 should it lie?",
    ko="입력 하나가 게이트의 답을 혼자 정하고 있습니다. 다른 입력만 1일 때 가중합은 얼마이고, "
    "0의 어느 쪽에 있어야 하나요?",
)
def and_is_the_first_input(name: str) -> Gate:
    return _gate(name, AND=([1.0, 0.2], -0.5))


@way("perceptron/one-input-decides")
def and_is_the_second_input(name: str) -> Gate:
    return _gate(name, AND=([0.2, 1.0], -0.5))


@way("perceptron/one-input-decides")
def or_is_the_first_input(name: str) -> Gate:
    return _gate(name, OR=([1.0, 0.2], -0.5))


@way("perceptron/one-input-decides")
def or_is_the_second_input(name: str) -> Gate:
    return _gate(name, OR=([0.2, 1.0], -0.5))


@misconception(
    "perceptron/gate-bias-sign",
    title="gives the threshold instead of the bias",
    why="“Sum > 1.5” is written down as b = 1.5.",
    en="The bias has the sign of a threshold. If the sum must exceed 1.5, what has to be added "
    "to it before it is compared with 0?",
    ko="편향이 임계값의 부호로 적혀 있습니다. 합이 1.5를 넘어야 한다면, 0과 비교하기 전에 "
    "무엇을 더해야 하나요?",
)
def gate_bias_sign(name: str) -> Gate:
    w, b = gate(name)
    return w, -b


@way("perceptron/gate-bias-sign")
def bias_sign_of_and_and_or(name: str) -> Gate:
    return _gate(name, AND=([1.0, 1.0], 1.5), OR=([1.0, 1.0], 0.5))


@misconception(
    "perceptron/gates-without-bias",
    title="gives every gate a bias of 0",
    why="The weights alone seem to make the gate.",
    en="Every line runs through (0, 0). Which number moves a line away from there?",
    ko="모든 직선이 (0, 0)을 지납니다. 직선을 거기에서 옮기는 것은 어떤 수인가요?",
)
def gates_without_bias(name: str) -> Gate:
    return gate(name)[0], 0.0


@misconception(
    "perceptron/and-through-a-corner",
    title="runs AND's line through (1, 1)",
    why="The sum 2 is reached at (1, 1), so the threshold is set to 2.",
    en="AND's line runs through the corner (1, 1), and a sum of exactly 0 gives 0. Between "
    "which two sums is there a gap?",
    ko="AND의 직선이 (1, 1)을 지나고, 합이 정확히 0이면 답은 0입니다. 어느 두 합 사이에 틈이 "
    "있나요?",
)
def and_through_a_corner(name: str) -> Gate:
    return _gate(name, AND=([1.0, 1.0], -2.0))


@misconception(
    "perceptron/or-through-corners",
    title="runs OR's line through (0, 1) and (1, 0)",
    why="The sum 1 is reached there, so the threshold is set to 1.",
    en="OR's line runs through two corners, and a sum of exactly 0 gives 0. Between which two "
    "sums is there a gap?",
    ko="OR의 직선이 두 꼭짓점을 지나고, 합이 정확히 0이면 답은 0입니다. 어느 두 합 사이에 틈이 "
    "있나요?",
)
def or_through_corners(name: str) -> Gate:
    return _gate(name, OR=([1.0, 1.0], -1.0))


@misconception(
    "perceptron/nand-through-corners",
    title="runs NAND's line through (0, 1) and (1, 0)",
    why="AND's b = −1 works, since its ties give 0; turned, they are 0 as well.",
    en="NAND's line runs through corners where it should answer 1. What does a sum of exactly "
    "0 give?",
    ko="NAND의 직선이 1이어야 할 꼭짓점을 지납니다. 합이 정확히 0이면 답은 무엇인가요?",
)
def nand_through_corners(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], 1.0))


@misconception(
    "perceptron/bias-before-weights",
    title="returns (b, w)",
    why="Order of parts mixed up.",
    en="Weights and bias are there, each in the other's place. In which order does the "
    "docstring name them?",
    ko="가중치와 편향이 서로 바뀐 자리에 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def bias_before_weights(name: str) -> tuple[float, Array]:
    w, b = gate(name)
    return b, w


@misconception(
    "perceptron/three-loose-numbers",
    title="returns w1, w2 and b side by side",
    why="The chapter writes a gate as three numbers.",
    en="Three numbers come back, two parts are expected. Which of the numbers belong together?",
    ko="수 세 개가 돌아왔는데, 필요한 것은 두 부분입니다. 어느 수끼리 한 묶음인가요?",
)
def three_loose_numbers(name: str) -> tuple[float, float, float]:
    w, b = gate(name)
    return float(w[0]), float(w[1]), b


@misconception(
    "perceptron/always-and",
    title="gives the same gate for every name",
    why="The name is never looked at, or every branch holds the same.",
    en="All three names give the same line. Where does the code look at `name`?",
    ko="세 이름이 모두 같은 직선이 됩니다. 코드의 어디에서 name을 살펴보나요?",
)
def always_and(name: str) -> Gate:
    return gate("AND")


@way("perceptron/always-and")
def always_or(name: str) -> Gate:
    return gate("OR")


@way("perceptron/always-and")
def always_nand(name: str) -> Gate:
    return gate("NAND")
