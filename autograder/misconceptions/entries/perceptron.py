"""Misconceptions about `perceptron`: weighted sums, thresholds, gates, counts."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import prod
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import Call, inputs, misconception, view, way
from solutions.perceptron import gate, parameter_count, weighted_sum

Array = Any
Gate = tuple[Any, Any]
Network = tuple[Any, Any, Any, Any]

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

# ── weighted_sum ─────────────────────────────────────────────────────────────────────────────


@misconception(
    "perceptron/sum-without-bias",
    task="weighted_sum",
    title="leaves the bias out",
    why="The dot product looks complete.",
    en="The sum of the products is there, one argument has no effect. What does b do to the sum?",
    ko="곱의 합은 있지만 영향을 주지 않는 인자가 하나 있습니다. b는 합에 어떤 일을 하나요?",
)
def sum_without_bias(x: Array, w: Array, b: float) -> float:
    return float(x @ w)


@misconception(
    "perceptron/bias-subtracted",
    task="weighted_sum",
    title="subtracts the bias",
    why="The bias is taken for a threshold.",
    en="The answer is off by twice the bias. On which side of the comparison with 0 does b stand?",
    ko="답이 편향의 두 배만큼 다릅니다. b는 0과 비교할 때 어느 쪽에 있는 수인가요?",
)
def bias_subtracted(x: Array, w: Array, b: float) -> float:
    return float(x @ w - b)


@misconception(
    "perceptron/bias-for-each-input",
    task="weighted_sum",
    title="adds the bias once for each input",
    why="b is added inside the sum.",
    en="With one input the answer is right, with more it is too large by several b. Is b added "
    "inside the loop or after it?",
    ko="입력이 하나면 맞지만 여럿이면 b가 여러 번 더해집니다. b를 반복문 안에서 더하나요, 끝난 "
    "뒤에 더하나요?",
)
def bias_for_each_input(x: Array, w: Array, b: float) -> float:
    return float(np.sum(x * w + b))


@misconception(
    "perceptron/products-not-added",
    task="weighted_sum",
    title="returns the products without adding them",
    why="`*` is taken for the product of two vectors.",
    en="One number for each input comes back. What happens to the products after they are made?",
    ko="입력마다 수가 하나씩 돌아옵니다. 곱을 구한 다음에는 무엇을 해야 하나요?",
)
def products_not_added(x: Array, w: Array, b: float) -> Array:
    return x * w + b


@misconception(
    "perceptron/two-inputs-only",
    task="weighted_sum",
    title="adds only the first two products",
    why="The chapter's perceptron has two inputs.",
    en="With two inputs the sum is right, with other numbers of inputs it is not. Which "
    "indices does the code name?",
    ko="입력이 둘이면 맞지만 개수가 달라지면 다릅니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def two_inputs_only(x: Array, w: Array, b: float) -> float:
    return float(x[0] * w[0] + x[1] * w[1] + b)


@way("perceptron/two-inputs-only")
def two_slices_only(x: Array, w: Array, b: float) -> float:
    return float(x[:2] @ w[:2] + b)


@misconception(
    "perceptron/mean-for-sum",
    task="weighted_sum",
    title="takes the mean of the products",
    why="A weighted mean is a better known thing.",
    en="The products are divided by their number. Does a weighted sum divide by anything?",
    ko="곱의 합이 입력의 개수로 나누어져 있습니다. 가중합에도 나눗셈이 있나요?",
)
def mean_for_sum(x: Array, w: Array, b: float) -> float:
    return float(np.mean(x * w) + b)


@misconception(
    "perceptron/inputs-plus-weights",
    task="weighted_sum",
    title="adds inputs and weights",
    why="“Weighted sum” is read as a sum of both.",
    en="Inputs and weights are added to each other. What does it mean for an input to have a "
    "weight?",
    ko="입력과 가중치를 서로 더하고 있습니다. 입력에 가중치를 준다는 것은 어떤 계산인가요?",
)
def inputs_plus_weights(x: Array, w: Array, b: float) -> float:
    return float(np.sum(x + w) + b)


@misconception(
    "perceptron/bias-as-factor",
    task="weighted_sum",
    title="multiplies by the bias",
    why="The bias is taken for one more weight, without an input of its own.",
    en="b multiplies the sum. If b were a weight, what would its input be?",
    ko="b가 합에 곱해지고 있습니다. b를 가중치로 본다면 그 입력은 얼마일까요?",
)
def bias_as_factor(x: Array, w: Array, b: float) -> float:
    return float(x @ w * b)


@way("perceptron/bias-as-factor")
def weights_plus_bias(x: Array, w: Array, b: float) -> float:
    return float(x @ (w + b))


@way("perceptron/bias-as-factor")
def inputs_plus_bias(x: Array, w: Array, b: float) -> float:
    return float((x + b) @ w)


@misconception(
    "perceptron/sum-already-decided",
    task="weighted_sum",
    title="applies the threshold already",
    why="The sum and the decision are one thing in the picture.",
    en="The sum is already turned into an output. Which of the two tasks makes that step?",
    ko="합이 이미 출력으로 바뀌어 있습니다. 그 단계는 두 과제 가운데 어느 쪽의 일인가요?",
)
def sum_already_decided(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w + b > 0 else 0


@way("perceptron/sum-already-decided")
def sum_already_activated(x: Array, w: Array, b: float) -> float:
    return float(1 / (1 + np.exp(-(x @ w + b))))


@misconception(
    "perceptron/first-input-skipped",
    task="weighted_sum",
    title="skips an input",
    why="The loop starts at 1, or ends one too early.",
    en="One input has no effect on the sum. At which index does the loop begin, and where does "
    "it end?",
    ko="입력 하나가 합에 영향을 주지 않습니다. 반복문은 몇 번에서 시작해서 어디서 끝나나요?",
)
def first_input_skipped(x: Array, w: Array, b: float) -> float:
    return float(x[1:] @ w[1:] + b)


@way("perceptron/first-input-skipped")
def last_input_skipped(x: Array, w: Array, b: float) -> float:
    return float(x[:-1] @ w[:-1] + b)


@misconception(
    "perceptron/last-product-only",
    task="weighted_sum",
    title="keeps only one product",
    why="`=` stands where `+=` belongs, or `return` stands inside the loop.",
    en="Only one product is in the sum. What does each round of the loop do to what came before?",
    ko="합에 곱이 하나만 들어 있습니다. 반복할 때마다 앞의 값은 어떻게 되나요?",
)
def last_product_only(x: Array, w: Array, b: float) -> float:
    return float(x[-1] * w[-1] + b)


@way("perceptron/last-product-only")
def first_product_only(x: Array, w: Array, b: float) -> float:
    return float(x[0] * w[0] + b)


@misconception(
    "perceptron/sum-changes-inputs",
    task="weighted_sum",
    title="multiplies in place",
    why="`x *= w` saves a name.",
    en="The sum is right, but the caller's inputs are other numbers afterwards. Which line "
    "writes into x or w?",
    ko="합은 맞지만 호출한 쪽의 입력이 다른 수로 바뀝니다. 어느 줄이 x나 w에 값을 써넣나요?",
)
def sum_changes_inputs(x: Array, w: Array, b: float) -> float:
    x *= w
    return float(x.sum() + b)


@way("perceptron/sum-changes-inputs")
def sum_changes_weights(x: Array, w: Array, b: float) -> float:
    w *= x
    return float(w.sum() + b)


@misconception(
    "perceptron/sums-multiplied",
    task="weighted_sum",
    title="multiplies the sum of the inputs by the sum of the weights",
    why="Sum and product are exchanged.",
    en="Both vectors are summed before they meet. Which weight belongs to which input?",
    ko="두 벡터를 각각 더한 다음 곱하고 있습니다. 어느 가중치가 어느 입력의 것인가요?",
)
def sums_multiplied(x: Array, w: Array, b: float) -> float:
    return float(x.sum() * w.sum() + b)


# ── perceptron ───────────────────────────────────────────────────────────────────────────────


@misconception(
    "perceptron/one-at-the-threshold",
    task="perceptron",
    title="answers 1 at a sum of exactly 0",
    why="`>=` stands for `>`.",
    en="Only sums of exactly 0 are answered otherwise. Which side does the docstring give them to?",
    ko="합이 정확히 0일 때만 다릅니다. docstring은 그 경우를 어느 쪽으로 정하고 있나요?",
)
def one_at_the_threshold(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) >= 0 else 0


@misconception(
    "perceptron/decision-without-bias",
    task="perceptron",
    title="decides without the bias",
    why="The dot product is compared with 0 at once.",
    en="The bias never changes the answer. Which sum is compared with 0?",
    ko="편향이 답을 전혀 바꾸지 않습니다. 0과 비교하는 것은 어떤 합인가요?",
)
def decision_without_bias(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w > 0 else 0


@misconception(
    "perceptron/bias-as-threshold",
    task="perceptron",
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
    task="perceptron",
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
    task="perceptron",
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
    task="perceptron",
    title="applies a sigmoid instead of a threshold",
    why="Later neurons use the sigmoid.",
    en="A number between 0 and 1 comes back. A perceptron of 5.2 knows only two answers: which?",
    ko="0과 1 사이의 수가 돌아옵니다. 5.2절의 퍼셉트론이 낼 수 있는 답은 어떤 두 가지인가요?",
)
def smooth_output(x: Array, w: Array, b: float) -> float:
    return float(1 / (1 + np.exp(-weighted_sum(x, w, b))))


@misconception(
    "perceptron/threshold-of-one-half",
    task="perceptron",
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
    task="perceptron",
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
    task="perceptron",
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
    task="perceptron",
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
    task="perceptron",
    title="adds the bias once for each input",
    why="b is added inside the sum.",
    en="With one input the answer is right, with more b weighs too much. How often is b added?",
    ko="입력이 하나면 맞지만 여럿이면 b의 영향이 너무 큽니다. b를 몇 번 더하고 있나요?",
)
def bias_in_each_product(x: Array, w: Array, b: float) -> int:
    return 1 if np.sum(x * w + b) > 0 else 0


@inputs("perceptron")
def sums_far_from_zero() -> list[tuple[Any, ...]]:
    """Weighted sums of ±0.75 and ±3, with x, w and b of both signs."""
    x, w = np.array([1.0, -0.5]), np.array([0.5, 2.0])  # x·w = −0.5
    return [(x, w, 0.5 + z) for z in (0.75, -0.75, 3.0, -3.0)]


# ── gate ─────────────────────────────────────────────────────────────────────────────────────


@view("gate")
def signs_at_the_corners(calls: Sequence[Call]) -> object:
    """For each call: on which side of the line, or on it, each corner lies."""
    seen = []
    for (name, *_), answer in calls:
        w, b = answer
        w, b = np.asarray(w, dtype=float), np.asarray(b, dtype=float).reshape(())
        if w.shape != (2,):
            raise ValueError("no two weights")
        seen.append((name, tuple(np.sign(np.round(CORNERS @ w + b, 9)).tolist())))
    return seen


def _gate(name: str, **other: Gate) -> Gate:
    return other[name] if name in other else gate(name)


@misconception(
    "perceptron/nand-bias-not-turned",
    task="gate",
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
    task="gate",
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
    task="gate",
    title="gives AND for NAND",
    why="The N is overlooked.",
    en="NAND answers as AND does. What does the N stand for?",
    ko="NAND가 AND와 같은 답을 냅니다. 이름 앞의 N은 무엇을 뜻하나요?",
)
def nand_is_and(name: str) -> Gate:
    return _gate(name, NAND=gate("AND"))


@misconception(
    "perceptron/nand-is-nor",
    task="gate",
    title="gives NOR for NAND",
    why="Both gates turn the answer; the line lies one corner too low.",
    en="NAND answers 1 at (0, 0) only. At how many corners should it answer 1?",
    ko="NAND가 (0, 0)에서만 1입니다. 네 꼭짓점 가운데 몇 곳에서 1이어야 하나요?",
)
def nand_is_nor(name: str) -> Gate:
    return _gate(name, NAND=([-1.0, -1.0], 0.5))


@misconception(
    "perceptron/and-or-exchanged",
    task="gate",
    title="exchanges AND and OR",
    why="The line with the larger bias is taken for the wider gate.",
    en="AND and OR answer like each other. Which of them needs both inputs?",
    ko="AND와 OR의 답이 서로 바뀌어 있습니다. 두 입력이 모두 필요한 것은 어느 쪽인가요?",
)
def and_or_exchanged(name: str) -> Gate:
    return _gate(name, AND=gate("OR"), OR=gate("AND"))


@way("perceptron/and-or-exchanged")
def and_is_or(name: str) -> Gate:
    return _gate(name, AND=gate("OR"))


@way("perceptron/and-or-exchanged")
def or_is_and(name: str) -> Gate:
    return _gate(name, OR=gate("AND"))


@misconception(
    "perceptron/gate-bias-sign",
    task="gate",
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
    task="gate",
    title="gives every gate a bias of 0",
    why="The weights alone seem to make the gate.",
    en="Every line runs through (0, 0). Which number moves a line away from there?",
    ko="모든 직선이 (0, 0)을 지납니다. 직선을 거기에서 옮기는 것은 어떤 수인가요?",
)
def gates_without_bias(name: str) -> Gate:
    return gate(name)[0], 0.0


@misconception(
    "perceptron/and-through-a-corner",
    task="gate",
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
    task="gate",
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
    task="gate",
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
    task="gate",
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
    task="gate",
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
    task="gate",
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


# ── xor_network ──────────────────────────────────────────────────────────────────────────────


@view("xor_network")
def tables_of_both_layers(calls: Sequence[Call]) -> object:
    """For each call: each hidden neuron's answers and the output's, at all corners."""
    seen = []
    for _, answer in calls:
        W, b, w, b_output = (np.asarray(part, dtype=float) for part in answer)
        if W.shape != (2, 2) or b.shape != (2,) or w.shape != (2,) or b_output.size != 1:
            raise ValueError("not two layers")
        hidden = np.round(CORNERS @ W.T + b, 9)
        output = np.round((hidden > 0) @ w + b_output.reshape(()), 9)
        rows = sorted(tuple((column > 0).tolist()) for column in hidden.T)
        seen.append((rows, tuple((output > 0).tolist())))
    return seen


def _network(one: Gate, other: Gate, output: Gate) -> Network:
    return [list(one[0]), list(other[0])], [one[1], other[1]], output[0], output[1]


@misconception(
    "perceptron/xor-from-and-and-or",
    task="xor_network",
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
    task="xor_network",
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
    task="xor_network",
    title="computes the opposite of XOR",
    why="One NAND too many.",
    en="Every answer is the opposite. Which gate joins the two hidden neurons?",
    ko="답이 모두 반대입니다. 두 은닉 뉴런을 잇는 것은 어떤 게이트인가요?",
)
def xor_output_nand() -> Network:
    return _network(gate("NAND"), gate("OR"), gate("NAND"))


@misconception(
    "perceptron/xor-one-hidden-gate",
    task="xor_network",
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
    task="xor_network",
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
    task="xor_network",
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
    task="xor_network",
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
    task="xor_network",
    title="joins “x₁ and not x₂” and “x₂ and not x₁” by AND",
    why="Both halves are needed, so AND seems right.",
    en="The two hidden neurons are never 1 together. Which gate should join them?",
    ko="두 은닉 뉴런이 함께 1이 되는 일은 없습니다. 그 둘을 어떤 게이트로 이어야 하나요?",
)
def xor_sides_joined_by_and() -> Network:
    return _network(([1.0, -1.0], -0.5), ([-1.0, 1.0], -0.5), gate("AND"))


# ── parameter_count ──────────────────────────────────────────────────────────────────────────


@misconception(
    "perceptron/biases-not-counted",
    task="parameter_count",
    title="counts weights only",
    why="Biases are overlooked.",
    en="The weights are all there. Which numbers besides them does each neuron have?",
    ko="가중치는 모두 세었습니다. 뉴런마다 그 밖에 어떤 수가 더 있나요?",
)
def biases_not_counted(sizes: list[int]) -> int:
    return sum(a * b for a, b in pairwise(sizes))


@misconception(
    "perceptron/inputs-have-biases",
    task="parameter_count",
    title="gives the inputs biases, too",
    why="The chapter counts the input as a layer.",
    en="The count is too large by the number of inputs. Which layers have neurons that add a bias?",
    ko="입력의 개수만큼 더 세었습니다. 편향을 더하는 뉴런은 어느 층에 있나요?",
)
def inputs_have_biases(sizes: list[int]) -> int:
    return parameter_count(sizes) + sizes[0]


@misconception(
    "perceptron/biases-of-the-wrong-layer",
    task="parameter_count",
    title="counts the biases of the layer before",
    why="A layer's bias is drawn beside its inputs.",
    en="The weights are right, the biases are those of the layers that send. Does a bias "
    "belong to the neuron it enters or to the one before?",
    ko="가중치는 맞지만 편향은 신호를 보내는 층의 수만큼 세었습니다. 편향은 들어가는 쪽 뉴런의 "
    "것인가요, 앞쪽 뉴런의 것인가요?",
)
def biases_of_the_wrong_layer(sizes: list[int]) -> int:
    return sum(a * b + a for a, b in pairwise(sizes))


@misconception(
    "perceptron/output-has-no-bias",
    task="parameter_count",
    title="gives the output layer no bias",
    why="Only hidden neurons are thought of as having one.",
    en="The count is too small by the number of outputs. Do output neurons add a bias, too?",
    ko="출력의 개수만큼 적게 세었습니다. 출력 뉴런도 편향을 더하나요?",
)
def output_has_no_bias(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-1]


@misconception(
    "perceptron/one-bias-for-each-layer",
    task="parameter_count",
    title="counts one bias for each layer",
    why="A layer's bias is drawn as one circle.",
    en="One bias is counted for each layer. How many neurons share it in the picture, and how "
    "many weights lead out of it?",
    ko="층마다 편향을 하나씩만 세었습니다. 그림에서 그 편향은 몇 개의 뉴런으로 이어지나요?",
)
def one_bias_for_each_layer(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes) - 1


@way("perceptron/one-bias-for-each-layer")
def one_bias_for_each_size(sizes: list[int]) -> int:
    return biases_not_counted(sizes) + len(sizes)


@misconception(
    "perceptron/neurons-counted",
    task="parameter_count",
    title="counts neurons",
    why="The sizes are added up.",
    en="Neurons are counted instead of connections. How many arrows lead from 2 neurons to 10?",
    ko="연결이 아니라 뉴런을 세었습니다. 뉴런 2개에서 10개로 가는 화살표는 몇 개인가요?",
)
def neurons_counted(sizes: list[int]) -> int:
    return sum(sizes)


@way("perceptron/neurons-counted")
def biases_counted(sizes: list[int]) -> int:
    return sum(sizes[1:])


@misconception(
    "perceptron/sizes-multiplied",
    task="parameter_count",
    title="multiplies all sizes",
    why="“Each to each” is taken through the whole network.",
    en="All sizes are multiplied with each other. Which layers are joined by weights?",
    ko="모든 층의 크기를 서로 곱했습니다. 가중치로 이어진 것은 어느 층과 어느 층인가요?",
)
def sizes_multiplied(sizes: list[int]) -> int:
    return prod(sizes)


@misconception(
    "perceptron/a-layer-not-counted",
    task="parameter_count",
    title="leaves out the first or the last layer",
    why="The loop over pairs ends one too early or begins one too late.",
    en="One layer's parameters are missing. How many steps from layer to layer are there, and "
    "how many does the loop make?",
    ko="한 층의 파라미터가 빠져 있습니다. 층에서 층으로 가는 걸음은 몇 번이고, 반복문은 몇 번 "
    "도나요?",
)
def last_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:-1])


@way("perceptron/a-layer-not-counted")
def first_layer_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[1:])


@way("perceptron/a-layer-not-counted")
def last_weights_not_counted(sizes: list[int]) -> int:
    return parameter_count(sizes) - sizes[-2] * sizes[-1]


@way("perceptron/a-layer-not-counted")
def only_the_first_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[:2])


@way("perceptron/a-layer-not-counted")
def only_the_last_layer_counted(sizes: list[int]) -> int:
    return parameter_count(sizes[-2:])


@misconception(
    "perceptron/both-sides-have-biases",
    task="parameter_count",
    title="adds biases on both sides of the weights",
    why="(n_in + 1)(n_out + 1) looks symmetric.",
    en="Each pair of layers is given biases on both sides. Which of the two layers adds them?",
    ko="이웃한 두 층 모두에 편향을 주었습니다. 편향을 더하는 것은 두 층 가운데 어느 쪽인가요?",
)
def both_sides_have_biases(sizes: list[int]) -> int:
    return sum((a + 1) * (b + 1) for a, b in pairwise(sizes))


@way("perceptron/both-sides-have-biases")
def biases_of_both_layers(sizes: list[int]) -> int:
    return sum(a * b + a + b for a, b in pairwise(sizes))


@misconception(
    "perceptron/sizes-added-in-pairs",
    task="parameter_count",
    title="adds neighbouring sizes instead of multiplying them",
    why="“Each to each” is not yet seen as a product.",
    en="Neighbouring sizes are added. If each of 2 neurons sends an arrow to each of 10, how "
    "many arrows are that?",
    ko="이웃한 층의 크기를 더했습니다. 뉴런 2개가 저마다 10개에 화살표를 보내면 모두 몇 개인가요?",
)
def sizes_added_in_pairs(sizes: list[int]) -> int:
    return sum(a + b for a, b in pairwise(sizes))


@way("perceptron/sizes-added-in-pairs")
def sizes_added_with_biases(sizes: list[int]) -> int:
    return sum(a + 2 * b for a, b in pairwise(sizes))


# ── is_deep ──────────────────────────────────────────────────────────────────────────────────


@inputs("is_deep")
def narrow_and_single_layers() -> list[tuple[Any, ...]]:
    """Narrow hidden layers, and a single size: no network, but most functions answer."""
    return [([3, 1, 2, 4],), ([3, 1, 2],), ([3],)]


@misconception(
    "perceptron/one-hidden-layer-is-deep",
    task="is_deep",
    title="calls one hidden layer deep",
    why="Two layers of weights, or any hidden layer, seem deep enough.",
    en="A network with one hidden layer is called deep. Which layers does the chapter's "
    "definition count?",
    ko="은닉층이 하나인 신경망도 깊다고 답합니다. 교재의 정의는 어떤 층을 세나요?",
)
def one_hidden_layer_is_deep(sizes: list[int]) -> bool:
    return len(sizes) >= 3


@misconception(
    "perceptron/two-hidden-layers-not-deep",
    task="is_deep",
    title="asks for three hidden layers",
    why="`>` stands for `>=`, or the chapter's example is taken for the definition.",
    en="A network with two hidden layers is not called deep. From how many on does the chapter "
    "speak of a DNN?",
    ko="은닉층이 두 개인 신경망을 깊지 않다고 답합니다. 교재는 은닉층이 몇 개일 때부터 "
    "DNN이라고 하나요?",
)
def two_hidden_layers_not_deep(sizes: list[int]) -> bool:
    return len(sizes) - 2 > 2


@misconception(
    "perceptron/every-layer-counts",
    task="is_deep",
    title="counts input and output as layers",
    why="The list has one entry for each layer.",
    en="Networks without a hidden layer are called deep. Which entries of `sizes` are hidden "
    "layers?",
    ko="은닉층이 없는 신경망도 깊다고 답합니다. sizes의 어느 값들이 은닉층인가요?",
)
def every_layer_counts(sizes: list[int]) -> bool:
    return len(sizes) >= 2


@misconception(
    "perceptron/deep-exchanged",
    task="is_deep",
    title="answers the opposite",
    why="The comparison points the other way.",
    en="Deep and not deep are exchanged. In which direction does the comparison point?",
    ko="깊은 것과 깊지 않은 것이 서로 바뀌어 있습니다. 비교는 어느 방향을 향하고 있나요?",
)
def deep_exchanged(sizes: list[int]) -> bool:
    return len(sizes) - 2 < 2


@misconception(
    "perceptron/number-of-layers-for-deep",
    task="is_deep",
    title="returns the number of hidden layers",
    why="The number seems to answer the question.",
    en="A number comes back where yes or no is asked for. What turns it into an answer?",
    ko="예, 아니오를 묻는데 수가 돌아왔습니다. 그 수를 답으로 바꾸는 것은 무엇인가요?",
)
def number_of_layers_for_deep(sizes: list[int]) -> int:
    return len(sizes) - 2


@misconception(
    "perceptron/deep-as-word",
    task="is_deep",
    title="returns a word instead of True or False",
    why="The answer is written for people.",
    en="A string comes back, even for a network that is not deep. Which two values does Python "
    "have for yes and no?",
    ko="문자열이 돌아왔습니다. 파이썬에서 예와 아니오를 나타내는 두 값은 무엇인가요?",
)
def deep_as_word(sizes: list[int]) -> str:
    return "True" if len(sizes) >= 4 else "False"


@way("perceptron/deep-as-word")
def deep_as_dnn(sizes: list[int]) -> str:
    return "DNN" if len(sizes) >= 4 else "ANN"


@way("perceptron/deep-as-word")
def deep_as_yes(sizes: list[int]) -> str:
    return "yes" if len(sizes) >= 4 else "no"


@misconception(
    "perceptron/width-for-depth",
    task="is_deep",
    title="looks at how wide the layers are",
    why="Big networks are called deep.",
    en="The answer depends on how many neurons a layer has. Does depth count neurons or layers?",
    ko="층에 있는 뉴런의 수에 따라 답이 달라집니다. 깊이는 뉴런을 세나요, 층을 세나요?",
)
def width_for_depth(sizes: list[int]) -> bool:
    return sum(sizes[1:-1]) >= 2


@way("perceptron/width-for-depth")
def all_hidden_layers_wide(sizes: list[int]) -> bool:
    return len(sizes) > 2 and min(sizes[1:-1]) >= 2


@way("perceptron/width-for-depth")
def any_layer_wide(sizes: list[int]) -> bool:
    return max(sizes) >= 10


@misconception(
    "perceptron/one-number-of-layers",
    task="is_deep",
    title="asks for exactly so many layers",
    why="`==` stands for `>=`.",
    en="Only one number of hidden layers is called deep. Does the definition name a number or "
    "a smallest number?",
    ko="은닉층이 특정한 개수일 때만 깊다고 답합니다. 정의가 말하는 것은 그 개수인가요, 가장 "
    "작은 개수인가요?",
)
def exactly_two_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 4


@way("perceptron/one-number-of-layers")
def exactly_three_hidden_layers(sizes: list[int]) -> bool:
    return len(sizes) == 5
