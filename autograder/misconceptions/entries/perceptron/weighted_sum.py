"""Misconceptions about `weighted_sum`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any


@misconception(
    "perceptron/sum-without-bias",
    title="leaves the bias out",
    why="The dot product looks complete.",
    en="The sum of the products is there, one argument has no effect. What does b do to the sum?",
    ko="곱의 합은 있지만 영향을 주지 않는 인자가 하나 있습니다. b는 합에 어떤 일을 하나요?",
)
def sum_without_bias(x: Array, w: Array, b: float) -> float:
    return float(x @ w)


@misconception(
    "perceptron/bias-subtracted",
    title="subtracts the bias",
    why="The bias is taken for a threshold.",
    en="The answer is off by twice the bias. On which side of the comparison with 0 does b stand?",
    ko="답이 편향의 두 배만큼 다릅니다. b는 0과 비교할 때 어느 쪽에 있는 수인가요?",
)
def bias_subtracted(x: Array, w: Array, b: float) -> float:
    return float(x @ w - b)


@misconception(
    "perceptron/bias-for-each-input",
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
    title="returns the products without adding them",
    why="`*` is taken for the product of two vectors.",
    en="One number for each input comes back. What happens to the products after they are made?",
    ko="입력마다 수가 하나씩 돌아옵니다. 곱을 구한 다음에는 무엇을 해야 하나요?",
)
def products_not_added(x: Array, w: Array, b: float) -> Array:
    return x * w + b


@misconception(
    "perceptron/two-inputs-only",
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
    title="takes the mean of the products",
    why="A weighted mean is a better known thing.",
    en="The products are divided by their number. Does a weighted sum divide by anything?",
    ko="곱의 합이 입력의 개수로 나누어져 있습니다. 가중합에도 나눗셈이 있나요?",
)
def mean_for_sum(x: Array, w: Array, b: float) -> float:
    return float(np.mean(x * w) + b)


@misconception(
    "perceptron/inputs-plus-weights",
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
    title="multiplies the sum of the inputs by the sum of the weights",
    why="Sum and product are exchanged.",
    en="Both vectors are summed before they meet. Which weight belongs to which input?",
    ko="두 벡터를 각각 더한 다음 곱하고 있습니다. 어느 가중치가 어느 입력의 것인가요?",
)
def sums_multiplied(x: Array, w: Array, b: float) -> float:
    return float(x.sum() * w.sum() + b)
