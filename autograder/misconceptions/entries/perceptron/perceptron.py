"""Misconceptions about `perceptron`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import inputs, misconception, way
from solutions.perceptron import weighted_sum

Array = Any


@misconception(
    "perceptron/one-at-the-threshold",
    title="answers 1 at a sum of exactly 0",
    why="`>=` stands for `>`.",
    en="Only sums of exactly 0 are answered otherwise. Which side does the docstring give them to?",
    ko="합이 정확히 0일 때만 다릅니다. docstring은 그 경우를 어느 쪽으로 정하고 있나요?",
)
def one_at_the_threshold(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) >= 0 else 0


@misconception(
    "perceptron/decision-without-bias",
    title="decides without the bias",
    why="The dot product is compared with 0 at once.",
    en="The bias never changes the answer. Which sum is compared with 0?",
    ko="편향이 답을 전혀 바꾸지 않습니다. 0과 비교하는 것은 어떤 합인가요?",
)
def decision_without_bias(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w > 0 else 0


@misconception(
    "perceptron/bias-as-threshold",
    title="compares the sum with b",
    why="The bias is taken for the threshold.",
    en="The sum is compared with b here. If a larger b should make 1 more likely, on which "
    "side of the comparison does it belong?",
    ko="합을 b와 비교하고 있습니다. b가 클수록 1이 되기 쉬우려면 b는 비교의 어느 쪽에 있어야 "
    "하나요?",
)
def bias_as_threshold(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w > b else 0


@misconception(
    "perceptron/output-inverted",
    title="exchanges 0 and 1",
    why="The branches are exchanged, or `<` stands for `>`.",
    en="The answers are exchanged. For which sums is the condition true?",
    ko="답이 서로 바뀌어 있습니다. 조건은 어떤 합에서 참이 되나요?",
)
def output_inverted(x: Array, w: Array, b: float) -> int:
    return 0 if weighted_sum(x, w, b) > 0 else 1


@way("perceptron/output-inverted")
def one_below_zero(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) < 0 else 0


@misconception(
    "perceptron/sum-for-output",
    title="returns the sum itself",
    why="The decision is left to the reader.",
    en="The weighted sum comes back as it is. What makes an answer of it?",
    ko="가중합이 그대로 돌아옵니다. 그것을 답으로 바꾸는 것은 무엇인가요?",
)
def sum_for_output(x: Array, w: Array, b: float) -> float:
    return weighted_sum(x, w, b)


@way("perceptron/sum-for-output")
def positive_sum_for_output(x: Array, w: Array, b: float) -> float:
    return max(0.0, weighted_sum(x, w, b))


@misconception(
    "perceptron/smooth-output",
    title="applies a sigmoid instead of a threshold",
    why="Later neurons use the sigmoid.",
    en="A number between 0 and 1 comes back. A perceptron of 5.2 knows only two answers: which?",
    ko="0과 1 사이의 수가 돌아옵니다. 5.2절의 퍼셉트론이 낼 수 있는 답은 어떤 두 가지인가요?",
)
def smooth_output(x: Array, w: Array, b: float) -> float:
    return float(1 / (1 + np.exp(-weighted_sum(x, w, b))))


@misconception(
    "perceptron/threshold-of-one-half",
    title="compares the sum with another number than 0",
    why="0.5 is the middle of 0 and 1.",
    en="Small positive sums are answered with 0. With which number is the sum compared?",
    ko="작은 양수인 합에서 0이 나옵니다. 합을 어떤 수와 비교하고 있나요?",
)
def threshold_of_one_half(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) > 0.5 else 0


@way("perceptron/threshold-of-one-half")
def threshold_of_one_half_reached(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) >= 0.5 else 0


@misconception(
    "perceptron/minus-one-for-zero",
    title="answers −1 instead of 0",
    why="Other books use the sign function.",
    en="Where 0 is expected, −1 comes back. Which two answers does the chapter's perceptron give?",
    ko="0이 와야 할 곳에 −1이 왔습니다. 이 교재의 퍼셉트론은 어떤 두 값을 내나요?",
)
def minus_one_for_zero(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) > 0 else -1


@way("perceptron/minus-one-for-zero")
def sign_of_the_sum(x: Array, w: Array, b: float) -> int:
    return int(np.sign(weighted_sum(x, w, b)))


@misconception(
    "perceptron/each-product-decides",
    title="decides for each input and combines the answers",
    why="The threshold is applied to the products.",
    en="The comparison looks at single products. Of what should the sign be looked at?",
    ko="곱 하나하나를 0과 비교하고 있습니다. 무엇의 부호를 보아야 하나요?",
)
def any_product_decides(x: Array, w: Array, b: float) -> int:
    return int(np.any(x * w + b > 0))


@way("perceptron/each-product-decides")
def all_products_decide(x: Array, w: Array, b: float) -> int:
    return int(np.all(x * w + b > 0))


@way("perceptron/each-product-decides")
def decisions_of_products(x: Array, w: Array, b: float) -> Array:
    return np.where(x * w + b > 0, 1.0, 0.0)


@misconception(
    "perceptron/decision-for-two-inputs",
    title="decides by the first two inputs",
    why="The gates have two inputs.",
    en="With two inputs the answers are right. Which indices does the code name?",
    ko="입력이 둘이면 답이 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def decision_for_two_inputs(x: Array, w: Array, b: float) -> int:
    return 1 if x[0] * w[0] + x[1] * w[1] + b > 0 else 0


@way("perceptron/decision-for-two-inputs")
def decision_for_a_slice(x: Array, w: Array, b: float) -> int:
    return 1 if x[:2] @ w[:2] + b > 0 else 0


@misconception(
    "perceptron/bias-in-each-product",
    title="adds the bias once for each input",
    why="b is added inside the sum.",
    en="With one input the answer is right, with more b weighs too much. How often is b added?",
    ko="입력이 하나면 맞지만 여럿이면 b의 영향이 너무 큽니다. b를 몇 번 더하고 있나요?",
)
def bias_in_each_product(x: Array, w: Array, b: float) -> int:
    return 1 if np.sum(x * w + b) > 0 else 0


@inputs
def sums_far_from_zero() -> list[tuple[Any, ...]]:
    """Weighted sums of ±0.75 and ±3, with x, w and b of both signs."""
    x, w = np.array([1.0, -0.5]), np.array([0.5, 2.0])  # x·w = −0.5
    return [(x, w, 0.5 + z) for z in (0.75, -0.75, 3.0, -3.0)]
