"""Misconceptions about `sigmoid`."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import inputs, misconception, way
from solutions.forward import sigmoid

Array = Any


@inputs
def far_on_one_side() -> list[tuple[Any, ...]]:
    """z far above 0 alone, and far below: what explodes on one side is calm on the other."""
    return [(np.array([1.0, 1000.0]),), (np.array([-1000.0, -1.0]),)]


@misconception(
    "forward/sigmoid-mirrored",
    title="drops the minus in the exponent",
    why="The minus of e⁻ᶻ is overlooked.",
    en="The curve falls where it should rise: values for z and −z are exchanged. What becomes "
    "of the exponent when z is large?",
    ko="올라가야 할 곡선이 내려갑니다. z가 클 때 지수가 어떻게 되는지 보세요.",
)
def sigmoid_mirrored(z: Array) -> Array:
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))


@way("forward/sigmoid-mirrored")
def sigmoid_mirrored_with_overflow(z: Array) -> Array:
    return 1 / (1 + np.exp(z))


@misconception(
    "forward/sigmoid-overflows",
    title="overflows for large negative z",
    why="The formula is typed as the book prints it.",
    en="The values are right, but for z far below 0 a power of e explodes. Which power is it, "
    "and can its exponent stay at or below 0?",
    ko="값은 맞지만 z가 아주 작을 때 e의 거듭제곱이 폭발합니다. 어느 거듭제곱인지 찾고, 그 "
    "지수를 0 이하로 둘 수 있는지 생각해 보세요.",
)
def sigmoid_overflows(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


@way("forward/sigmoid-overflows")
def sigmoid_overflows_with_an_error(z: Array) -> Array:
    return np.array([1 / (1 + math.exp(-one)) for one in z.ravel()]).reshape(z.shape)


@misconception(
    "forward/sigmoid-overflows-above",
    title="overflows for large positive z",
    why="e^z / (1 + e^z) is the same formula, but explodes on the other side.",
    en="For z far above 0 a power of e explodes, and inf / inf is no number. For which z is "
    "this form of the formula the safe one?",
    ko="z가 아주 클 때 e의 거듭제곱이 폭발하고, inf / inf는 수가 아닙니다. 이 꼴의 식은 어떤 "
    "z에서 안전한가요?",
)
def sigmoid_overflows_above(z: Array) -> Array:
    return np.exp(z) / (1 + np.exp(z))


@misconception(
    "forward/sigmoid-clipped-too-early",
    title="clips z so early that values change",
    why="Clipping silences the warning.",
    en="Close to 0 the values are right, farther out they stop changing. At which z does the "
    "code cut, and is the sigmoid already flat there?",
    ko="0 근처에서는 맞지만 멀어지면 값이 더 변하지 않습니다. z를 어디에서 자르고 있고, "
    "시그모이드는 거기서 이미 평평한가요?",
)
def sigmoid_clipped_at_ten(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_five(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_six(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_clipped_at_twenty(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


@way("forward/sigmoid-clipped-too-early")
def sigmoid_cut_off_at_ten(z: Array) -> Array:
    inside = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
    return np.where(z < -10, 0.0, np.where(z > 10, 1.0, inside))


@misconception(
    "forward/sigmoid-without-brackets",
    title="leaves the brackets out",
    why="A fraction bar groups what is below it; `/` does not.",
    en="The division is done before the addition. What does the fraction bar of the formula "
    "hold together?",
    ko="덧셈보다 나눗셈이 먼저 계산됩니다. 식의 분수선 아래에 함께 묶여 있는 것은 무엇인가요?",
)
def sigmoid_without_brackets(z: Array) -> Array:
    return 1 / 1 + np.exp(-z)


@misconception(
    "forward/sigmoid-is-tanh",
    title="uses tanh",
    why="Both curves have the shape of an S.",
    en="The curve is 0 at z = 0 and runs from −1 to 1. Between which two values should it run?",
    ko="z = 0에서 0이고 −1에서 1까지 변하는 곡선입니다. 시그모이드는 어떤 두 값 사이에서 변하나요?",
)
def sigmoid_is_tanh(z: Array) -> Array:
    return np.tanh(z)


@misconception(
    "forward/sigmoid-is-relu",
    title="uses ReLU",
    why="ReLU is the activation function of most examples on the web.",
    en="Negative z give 0, positive z come back as they are. Between which two values should "
    "an activation of 5.3 lie?",
    ko="음수는 0이 되고 양수는 그대로 돌아옵니다. 5.3절의 활성값은 어떤 두 값 사이에 있어야 "
    "하나요?",
)
def sigmoid_is_relu(z: Array) -> Array:
    return np.maximum(z, 0)


@misconception(
    "forward/sigmoid-is-threshold",
    title="answers 0 or 1",
    why="The perceptron's step is still in mind.",
    en="Only two values come back, as from a perceptron. What should happen between them?",
    ko="퍼셉트론처럼 두 값만 돌아옵니다. 그 사이에서는 어떻게 변해야 하나요?",
)
def sigmoid_is_threshold(z: Array) -> Array:
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "forward/sigmoid-is-slope",
    title="returns the sigmoid's slope",
    why="The next notebook's formula is taken for this one's.",
    en="The answer is highest at z = 0 and falls on both sides. Is that the curve or its slope?",
    ko="z = 0에서 가장 높고 양쪽으로 낮아집니다. 이것은 곡선의 값인가요, 기울기인가요?",
)
def sigmoid_is_slope(z: Array) -> Array:
    a = sigmoid(z)
    return a * (1 - a)


@misconception(
    "forward/sigmoid-is-exponential",
    title="stops at the power of e",
    why="The fraction is forgotten.",
    en="The values are not held between 0 and 1. What does the formula do with the power of e?",
    ko="값이 0과 1 사이에 머물지 않습니다. 식은 e의 거듭제곱을 가지고 무엇을 하나요?",
)
def sigmoid_is_exponential(z: Array) -> Array:
    return np.exp(-z)


@way("forward/sigmoid-is-exponential")
def sigmoid_is_growth(z: Array) -> Array:
    return np.exp(z)


@misconception(
    "forward/sigmoid-with-minus",
    title="subtracts in the denominator",
    why="The sign in the exponent moves in front of the power.",
    en="At z = 0 the denominator becomes 0. What stands between 1 and the power of e?",
    ko="z = 0에서 분모가 0이 됩니다. 1과 e의 거듭제곱 사이에는 어떤 기호가 있나요?",
)
def sigmoid_with_minus(z: Array) -> Array:
    return 1 / (1 - np.exp(-z))


@misconception(
    "forward/sigmoid-for-one-number",
    title="works for single numbers only",
    why="`math.exp` and `if` take one number.",
    en="A single z is answered, a vector raises an error. What can the function from `math` take?",
    ko="z가 수 하나이면 답하지만 벡터에서는 오류가 납니다. math의 함수는 무엇을 받을 수 있나요?",
)
def sigmoid_for_one_number(z: Array) -> float:
    return 1 / (1 + math.exp(-z))


@misconception(
    "forward/sigmoid-for-vectors",
    title="works for vectors only",
    why="A loop over z expects exactly one axis.",
    en="A vector is answered, a single number or a matrix is not. What does the loop do with them?",
    ko="벡터에서는 되지만 수 하나나 행렬에서는 되지 않습니다. 반복문이 그것들을 어떻게 다루나요?",
)
def sigmoid_for_vectors(z: Array) -> Array:
    return np.array([float(sigmoid(np.array(float(one)))) for one in z])


@misconception(
    "forward/sigmoid-flattens",
    title="loses the shape of z",
    why="All entries are put into one list.",
    en="The values are right, but a matrix comes back as a vector. What is expected of the shape?",
    ko="값은 맞지만 행렬이 벡터로 돌아옵니다. 모양(shape)은 어떻게 되어야 하나요?",
)
def sigmoid_flattens(z: Array) -> Array:
    return sigmoid(z).ravel()


@misconception(
    "forward/sigmoid-in-place",
    title="writes the activations into z",
    why="`z[...] = ` saves an array.",
    en="The activations are right, but the caller's z is gone. Which line writes into it?",
    ko="활성값은 맞지만 호출한 쪽의 z가 사라졌습니다. 어느 줄이 z에 값을 써넣나요?",
)
def sigmoid_in_place(z: Array) -> Array:
    z[...] = sigmoid(z)
    return z


@way("forward/sigmoid-in-place")
def sizes_in_place(z: Array) -> Array:
    below = z < 0
    np.abs(z, out=z)
    a = sigmoid(z)
    return np.where(below, 1 - a, a)


@misconception(
    "forward/sigmoid-is-softmax",
    title="divides by the sum over all neurons",
    why="Softmax is met in other courses.",
    en="Each value depends on all entries of z. Should one neuron's activation know of the others?",
    ko="값마다 z의 모든 성분에 영향을 받습니다. 한 뉴런의 활성값이 다른 뉴런을 알아야 할까요?",
)
def sigmoid_is_softmax(z: Array) -> Array:
    powers = np.exp(z - np.max(z))
    return np.asarray(powers / powers.sum())


@misconception(
    "forward/sigmoid-doubled",
    title="has 2 in the place of a 1 or of e",
    why="A formula remembered by its look.",
    en="The curve has the right shape, but not the right numbers. Which constants does the "
    "formula have?",
    ko="곡선의 모양은 비슷하지만 값이 다릅니다. 식에 들어 있는 상수는 무엇무엇인가요?",
)
def sigmoid_doubled(z: Array) -> Array:
    return 2 / (1 + np.exp(-z))


@way("forward/sigmoid-doubled")
def sigmoid_to_base_two(z: Array) -> Array:
    return 1 / (1 + 2.0**-z)


@way("forward/sigmoid-doubled")
def sigmoid_with_two(z: Array) -> Array:
    return 1 / (2 + np.exp(-z))


@misconception(
    "forward/sigmoid-with-a-short-e",
    title="types e as a number with a few digits",
    why="2.718 is what one remembers of e.",
    en="The curve is nearly right, and farther from 0 it is less so. How many digits of e does "
    "the code know?",
    ko="곡선이 거의 맞지만 0에서 멀어질수록 더 어긋납니다. 코드는 e를 몇 자리까지 알고 있나요?",
)
def sigmoid_with_three_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.718**-z)


@way("forward/sigmoid-with-a-short-e")
def sigmoid_with_two_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.72**-z)


@way("forward/sigmoid-with-a-short-e")
def sigmoid_with_e_cut_off(z: Array) -> Array:
    return 1 / (1 + 2.71**-z)


@way("forward/sigmoid-with-a-short-e")
def sigmoid_with_one_decimal_of_e(z: Array) -> Array:
    return 1 / (1 + 2.7**-z)


@way("forward/sigmoid-with-a-short-e")
def sigmoid_with_four_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.7183**-z)
