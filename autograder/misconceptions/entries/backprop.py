"""Misconceptions about `backprop`: slopes, deltas, gradients of both layers."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.backprop import hidden_deltas, output_deltas, sigmoid_slope

Array = Any


def _sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def _slope_of_activated(a: Array) -> Array:
    """The sigmoid's slope at z = a: the activation is taken for the weighted sum."""
    return _sigmoid(a) * (1 - _sigmoid(a))


# ── error_slope ──────────────────────────────────────────────────────────────────────────────


@misconception(
    "backprop/slope-sign",
    task="error_slope",
    title="has the sign of t − o",
    why="The −1 of the inner derivative is lost.",
    en="All sizes agree, all signs are opposite. If o lies above its target and rises, what "
    "does E do?",
    ko="크기는 모두 맞고 부호가 반대입니다. 목푯값보다 큰 o가 더 커지면 E는 어떻게 될까요?",
)
def slope_sign(target: Array, o: Array) -> Array:
    return target - o


@misconception(
    "backprop/slope-without-half",
    task="error_slope",
    title="keeps the 2 of the square",
    why="The ½ in front of the square is overlooked.",
    en="Every slope is twice as steep as expected. Which constant of E meets the 2 of the square?",
    ko="모든 미분값이 두 배입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def slope_without_half(target: Array, o: Array) -> Array:
    return 2 * (o - target)


@way("backprop/slope-without-half")
def slope_without_half_and_sign(target: Array, o: Array) -> Array:
    return -2 * (o - target)


@misconception(
    "backprop/slope-halved",
    task="error_slope",
    title="keeps the ½ after differentiating",
    why="The power comes down, but is not multiplied.",
    en="Every slope is half as steep as expected. What becomes of the ½ when the square is "
    "differentiated?",
    ko="모든 미분값이 절반입니다. 제곱을 미분할 때 ½은 어떻게 되나요?",
)
def slope_halved(target: Array, o: Array) -> Array:
    return 0.5 * (o - target)


@way("backprop/slope-halved")
def slope_halved_with_sign(target: Array, o: Array) -> Array:
    return 0.5 * (target - o)


@misconception(
    "backprop/slope-averaged",
    task="error_slope",
    title="divides by the number of outputs",
    why="The chapter says MSE, and a mean divides.",
    en="The slope is divided by the number of outputs. Is E a mean or a sum here?",
    ko="미분값이 출력의 개수로 나누어져 있습니다. 여기에서 E는 평균인가요, 합인가요?",
)
def slope_averaged(target: Array, o: Array) -> Array:
    return (o - target) / len(o)


@way("backprop/slope-averaged")
def slope_of_the_mean(target: Array, o: Array) -> Array:
    return 2 * (o - target) / len(o)


@misconception(
    "backprop/error-for-slope",
    task="error_slope",
    title="returns the error instead of its slope",
    why="The derivative is left out.",
    en="The error itself comes back: it is never negative. How does E change when o moves a "
    "little?",
    ko="오차 자체가 돌아와서 음수가 되지 않습니다. o가 조금 움직이면 E는 얼마나 변하나요?",
)
def error_for_slope(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2


@way("backprop/error-for-slope")
def square_for_slope(target: Array, o: Array) -> Array:
    return (target - o) ** 2


@misconception(
    "backprop/slope-absolute",
    task="error_slope",
    title="drops the sign",
    why="An error is thought of as a distance.",
    en="No slope is negative. Does E rise or fall when an output that is too low comes closer?",
    ko="음수인 미분값이 없습니다. 목푯값보다 작은 출력이 커지면 E는 오르나요, 내리나요?",
)
def slope_absolute(target: Array, o: Array) -> Array:
    return np.abs(o - target)


@misconception(
    "backprop/slopes-summed",
    task="error_slope",
    title="adds the slopes of all outputs",
    why="E is a sum.",
    en="One number comes back for all outputs. On which outputs does ∂E/∂o₁ depend?",
    ko="모든 출력에 대해 수 하나가 돌아왔습니다. ∂E/∂o₁은 어느 출력에 따라 달라지나요?",
)
def slopes_summed(target: Array, o: Array) -> float:
    return float(np.sum(o - target))


@misconception(
    "backprop/slope-goes-too-far",
    task="error_slope",
    title="multiplies by the sigmoid's slope already",
    why="The chain rule's next factor is in mind.",
    en="A factor too much stands in the product. Does ∂E/∂o know how o was made?",
    ko="곱에 인수가 하나 더 들어 있습니다. ∂E/∂o는 o가 어떻게 만들어졌는지 알아야 하나요?",
)
def slope_goes_too_far(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o)


@misconception(
    "backprop/slope-of-cross-entropy",
    task="error_slope",
    title="differentiates the cross-entropy",
    why="Other books train with it.",
    en="The slope belongs to another error than ½ (t − o)². Which error does 5.3 use?",
    ko="½ (t − o)²이 아닌 다른 오차의 미분값입니다. 5.3절에서 쓰는 오차는 어떤 것인가요?",
)
def slope_of_cross_entropy(target: Array, o: Array) -> Array:
    return (o - target) / (o * (1 - o))


@misconception(
    "backprop/slope-in-place",
    task="error_slope",
    title="writes into an argument",
    why="`o -= target` saves a name.",
    en="The slope is right, but the caller's array is changed. Which line writes into an argument?",
    ko="미분값은 맞지만 호출한 쪽의 배열이 바뀌었습니다. 어느 줄이 인자에 값을 써넣나요?",
)
def slope_in_place(target: Array, o: Array) -> Array:
    o -= target
    return o


# ── sigmoid_slope ────────────────────────────────────────────────────────────────────────────


@misconception(
    "backprop/sigmoid-applied-again",
    task="sigmoid_slope",
    title="applies the sigmoid to the activation",
    why="The formula is written with z, and a is put in its place.",
    en="The argument has been through the sigmoid already, and here it goes through once more. "
    "Is `a` a weighted sum or an activation?",
    ko="인자는 이미 시그모이드를 거친 값인데 여기에서 한 번 더 거칩니다. a는 가중합인가요, "
    "활성값인가요?",
)
def sigmoid_applied_again(a: Array) -> Array:
    return _slope_of_activated(a)


@way("backprop/sigmoid-applied-again")
def sigmoid_applied_once_more(a: Array) -> Array:
    return _sigmoid(a)


@way("backprop/sigmoid-applied-again")
def sigmoid_mixed(a: Array) -> Array:
    return _sigmoid(a) * (1 - a)


@way("backprop/sigmoid-applied-again")
def sigmoid_mixed_the_other_way(a: Array) -> Array:
    return a * (1 - _sigmoid(a))


@misconception(
    "backprop/slope-without-brackets",
    task="sigmoid_slope",
    title="leaves the brackets out",
    why="a · 1 − a looks like a (1 − a).",
    en="The result is 0 everywhere. In which order does Python work out a * 1 - a?",
    ko="결과가 모두 0입니다. 파이썬은 a * 1 - a를 어떤 순서로 계산하나요?",
)
def slope_without_brackets(a: Array) -> Array:
    return a * 1 - a


@misconception(
    "backprop/sigmoid-slope-sign",
    task="sigmoid_slope",
    title="has the opposite sign",
    why="a (a − 1), or the minus of the exponent.",
    en="All sizes agree, all signs are opposite. Does the sigmoid rise or fall?",
    ko="크기는 모두 맞고 부호가 반대입니다. 시그모이드는 올라가나요, 내려가나요?",
)
def sigmoid_slope_sign(a: Array) -> Array:
    return a * (a - 1)


@misconception(
    "backprop/slope-of-tanh",
    task="sigmoid_slope",
    title="uses the slope of tanh",
    why="1 − a² is remembered from tanh.",
    en="At a = 0.5 the slope is far from 0.25. To which curve does the formula belong that was "
    "used?",
    ko="a = 0.5에서 미분값이 0.25와 많이 다릅니다. 지금 쓴 식은 어떤 곡선의 것인가요?",
)
def slope_of_tanh(a: Array) -> Array:
    return 1 - a**2


@way("backprop/slope-of-tanh")
def slope_plus(a: Array) -> Array:
    return a * (1 + a)


@misconception(
    "backprop/half-of-the-product",
    task="sigmoid_slope",
    title="returns one factor of the slope",
    why="The product's other factor is overlooked.",
    en="At a = 0.2 and a = 0.8 the slope should be the same, since the curve is symmetric. "
    "Which factor takes care of that?",
    ko="곡선이 대칭이므로 a = 0.2와 a = 0.8에서 미분값이 같아야 합니다. 어떤 인수가 빠졌는지 "
    "보세요.",
)
def one_minus_a(a: Array) -> Array:
    return 1 - a


@way("backprop/half-of-the-product")
def a_alone(a: Array) -> Array:
    return np.array(a)


@misconception(
    "backprop/slope-squared",
    task="sigmoid_slope",
    title="applies the slope's formula twice, or squares a factor",
    why="The product is written out once too often.",
    en="The slope is too small everywhere. How often does each factor stand in the product?",
    ko="미분값이 모두 너무 작습니다. 각 인수가 곱에 몇 번 들어 있나요?",
)
def slope_of_the_slope(a: Array) -> Array:
    slope = a * (1 - a)
    return slope * (1 - slope)


@way("backprop/slope-squared")
def slope_squared(a: Array) -> Array:
    return (a * (1 - a)) ** 2


@way("backprop/slope-squared")
def first_factor_squared(a: Array) -> Array:
    return a**2 * (1 - a)


@way("backprop/slope-squared")
def last_factor_squared(a: Array) -> Array:
    return a * (1 - a) ** 2


@way("backprop/slope-squared")
def one_minus_the_square(a: Array) -> Array:
    return a * (1 - a**2)


@misconception(
    "backprop/slope-written-with-z",
    task="sigmoid_slope",
    title="puts a where the formula has z",
    why="e⁻ᶻ / (1 + e⁻ᶻ)² is the formula that is looked up.",
    en="A power of e is computed from the activation. Which formula needs only a?",
    ko="활성값으로 e의 거듭제곱을 계산하고 있습니다. a만으로 쓸 수 있는 식은 무엇인가요?",
)
def slope_written_with_z(a: Array) -> Array:
    return np.exp(-a) / (1 + np.exp(-a))


@way("backprop/slope-written-with-z")
def power_of_a(a: Array) -> Array:
    return np.exp(-a) / (1 + np.exp(-a)) ** 3


@misconception(
    "backprop/sigmoid-slope-in-place",
    task="sigmoid_slope",
    title="writes into the activations",
    why="`a *= 1 - a` saves a name.",
    en="The slope is right, but the caller's activations are changed. Which line writes into them?",
    ko="미분값은 맞지만 호출한 쪽의 활성값이 바뀌었습니다. 어느 줄이 거기에 값을 써넣나요?",
)
def sigmoid_slope_in_place(a: Array) -> Array:
    a *= 1 - a
    return a


# ── output_deltas ────────────────────────────────────────────────────────────────────────────


@misconception(
    "backprop/output-deltas-sign",
    task="output_deltas",
    title="has the sign of t − o",
    why="The −1 of the inner derivative is lost.",
    en="All sizes agree, all signs are opposite. If o lies above its target and z rises, what "
    "does E do?",
    ko="크기는 모두 맞고 부호가 반대입니다. 목푯값보다 큰 o에서 z가 커지면 E는 어떻게 될까요?",
)
def output_deltas_sign(target: Array, o: Array) -> Array:
    return (target - o) * o * (1 - o)


@misconception(
    "backprop/delta-without-slope",
    task="output_deltas",
    title="leaves out the sigmoid's slope",
    why="∂E/∂o is taken for ∂E/∂z.",
    en="∂E/∂o comes back, the step from o to z is missing. Which factor does the chain rule "
    "add there?",
    ko="∂E/∂o가 돌아왔고, o에서 z로 가는 단계가 없습니다. 연쇄 법칙은 거기에 어떤 인수를 더하나요?",
)
def delta_without_slope(target: Array, o: Array) -> Array:
    return o - target


@way("backprop/delta-without-slope")
def delta_without_slope_and_sign(target: Array, o: Array) -> Array:
    return target - o


@misconception(
    "backprop/delta-slope-again",
    task="output_deltas",
    title="applies the sigmoid to o once more",
    why="o is taken for a weighted sum.",
    en="The slope is taken at the wrong place: o has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def delta_slope_again(target: Array, o: Array) -> Array:
    return (o - target) * _slope_of_activated(o)


@way("backprop/delta-slope-again")
def delta_times_activated(target: Array, o: Array) -> Array:
    return (o - target) * _sigmoid(o)


@misconception(
    "backprop/delta-slope-twice",
    task="output_deltas",
    title="multiplies by the slope twice",
    why="The factor is in a helper already.",
    en="The deltas are too small: a factor stands in the product twice. How often does the "
    "path from E to z pass a sigmoid?",
    ko="델타가 너무 작고, 어떤 인수가 곱에 두 번 들어 있습니다. E에서 z로 가는 동안 "
    "시그모이드를 몇 번 지나나요?",
)
def delta_slope_twice(target: Array, o: Array) -> Array:
    return (o - target) * (o * (1 - o)) ** 2


@misconception(
    "backprop/delta-is-slope-alone",
    task="output_deltas",
    title="leaves out ∂E/∂o",
    why="The delta is taken for the neuron's slope.",
    en="The deltas don't depend on the targets. Which factor of the chain rule knows the target?",
    ko="델타가 목푯값에 따라 달라지지 않습니다. 연쇄 법칙의 어느 인수에 목푯값이 들어 있나요?",
)
def delta_is_slope_alone(target: Array, o: Array) -> Array:
    return o * (1 - o)


@misconception(
    "backprop/delta-slope-of-target",
    task="output_deltas",
    title="takes the slope at the target",
    why="Target and prediction are mixed up.",
    en="The sigmoid's slope is taken at the target. At which value did the network stand?",
    ko="시그모이드의 미분값을 목푯값에서 구했습니다. 신경망이 실제로 낸 값은 무엇인가요?",
)
def delta_slope_of_target(target: Array, o: Array) -> Array:
    return (o - target) * target * (1 - target)


@misconception(
    "backprop/delta-doubled",
    task="output_deltas",
    title="keeps the 2 of the square, or a ½",
    why="The ½ in front of the square is overlooked.",
    en="All deltas are off by a factor of 2. Which constant of E meets the 2 of the square?",
    ko="모든 델타가 2배 또는 절반입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def delta_doubled(target: Array, o: Array) -> Array:
    return 2 * (o - target) * o * (1 - o)


@way("backprop/delta-doubled")
def delta_halved(target: Array, o: Array) -> Array:
    return 0.5 * (o - target) * o * (1 - o)


@misconception(
    "backprop/delta-averaged",
    task="output_deltas",
    title="divides by the number of outputs",
    why="The chapter says MSE, and a mean divides.",
    en="The deltas are divided by the number of outputs. Is E a mean or a sum here?",
    ko="델타가 출력의 개수로 나누어져 있습니다. 여기에서 E는 평균인가요, 합인가요?",
)
def delta_averaged(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o) / len(o)


@way("backprop/delta-averaged")
def delta_of_the_mean(target: Array, o: Array) -> Array:
    return 2 * (o - target) * o * (1 - o) / len(o)


@misconception(
    "backprop/delta-factors-added",
    task="output_deltas",
    title="adds the factors",
    why="Chain rule and sum rule are mixed up.",
    en="The two factors are added. How does the chain rule join the links of a path?",
    ko="두 인수를 더하고 있습니다. 연쇄 법칙은 한 경로의 고리들을 어떻게 잇나요?",
)
def delta_factors_added(target: Array, o: Array) -> Array:
    return (o - target) + o * (1 - o)


@misconception(
    "backprop/delta-other-slope",
    task="output_deltas",
    title="uses another curve's slope, or a part of it",
    why="1 − o² belongs to tanh; a bracket or a factor is lost.",
    en="∂E/∂o is there, the second factor is not the sigmoid's slope. What is the slope at an "
    "activation of 0.5?",
    ko="∂E/∂o는 있지만 두 번째 인수가 시그모이드의 미분값이 아닙니다. 활성값이 0.5일 때 "
    "미분값은 얼마인가요?",
)
def delta_tanh_slope(target: Array, o: Array) -> Array:
    return (o - target) * (1 - o**2)


@way("backprop/delta-other-slope")
def delta_one_minus_o(target: Array, o: Array) -> Array:
    return (o - target) * (1 - o)


@way("backprop/delta-other-slope")
def delta_times_o(target: Array, o: Array) -> Array:
    return (o - target) * o


@way("backprop/delta-other-slope")
def delta_without_brackets(target: Array, o: Array) -> Array:
    return (o - target) * o * 1 - o


@way("backprop/delta-other-slope")
def delta_brackets_missing_in_front(target: Array, o: Array) -> Array:
    return o - target * o * (1 - o)


@misconception(
    "backprop/delta-from-squares",
    task="output_deltas",
    title="starts from the error instead of its slope",
    why="E is multiplied by the slope.",
    en="No delta is negative: the error itself stands where its slope belongs. How does E "
    "change when o moves?",
    ko="오차의 미분값이 있어야 할 자리에 오차가 있어 음수인 델타가 없습니다. o가 움직이면 E는 "
    "어떻게 변하나요?",
)
def delta_from_squares(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2 * o * (1 - o)


@way("backprop/delta-from-squares")
def delta_from_full_squares(target: Array, o: Array) -> Array:
    return (target - o) ** 2 * o * (1 - o)


@misconception(
    "backprop/deltas-summed",
    task="output_deltas",
    title="adds the deltas of all outputs",
    why="E is a sum.",
    en="One number comes back for all outputs. On which outputs does the first delta depend?",
    ko="모든 출력에 대해 수 하나가 돌아왔습니다. 첫 델타는 어느 출력에 따라 달라지나요?",
)
def deltas_summed(target: Array, o: Array) -> float:
    return float(np.sum((o - target) * o * (1 - o)))


# ── output_gradients ─────────────────────────────────────────────────────────────────────────


@misconception(
    "backprop/output-gradients-transposed",
    task="output_gradients",
    title="exchanges rows and columns",
    why="outer(h, δ) for outer(δ, h).",
    en="Rows and columns are exchanged. Which neuron does W₆ leave, and which does it enter?",
    ko="행과 열이 서로 바뀌어 있습니다. W₆은 어느 뉴런에서 나와 어느 뉴런으로 들어가나요?",
)
def output_gradients_transposed(target: Array, o: Array, h: Array) -> Array:
    return np.outer(h, output_deltas(target, o))


@misconception(
    "backprop/output-gradients-elementwise",
    task="output_gradients",
    title="multiplies deltas and h elementwise",
    why="`*` is taken for the product of each with each.",
    en="Each delta meets only one h. How many weights join the hidden layer to the outputs?",
    ko="델타마다 h 하나씩만 곱해졌습니다. 은닉층과 출력층을 잇는 가중치는 몇 개인가요?",
)
def output_gradients_elementwise(target: Array, o: Array, h: Array) -> Array:
    return output_deltas(target, o) * h


@way("backprop/output-gradients-elementwise")
def output_gradients_as_one_number(target: Array, o: Array, h: Array) -> Array:
    return np.asarray(output_deltas(target, o) @ h)


@misconception(
    "backprop/output-gradients-sign",
    task="output_gradients",
    title="has the sign of t − o",
    why="The −1 of the inner derivative is lost.",
    en="All sizes agree, all signs are opposite. If o lies above its target, what does a "
    "larger weight do to E?",
    ko="크기는 모두 맞고 부호가 반대입니다. o가 목푯값보다 클 때 가중치가 커지면 E는 어떻게 "
    "될까요?",
)
def output_gradients_sign(target: Array, o: Array, h: Array) -> Array:
    return -np.outer(output_deltas(target, o), h)


@misconception(
    "backprop/output-gradients-without-slope",
    task="output_gradients",
    title="leaves out the sigmoid's slope",
    why="Three factors shrink to two.",
    en="A factor of the chain is missing: the path from E to a weight passes o, z and the "
    "weight. Which of the links is the sigmoid?",
    ko="E에서 o와 z를 거쳐 가중치로 가는 동안 인수 하나가 빠졌습니다. 그 가운데 시그모이드는 "
    "어느 고리인가요?",
)
def output_gradients_without_slope(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h)


@way("backprop/output-gradients-without-slope")
def output_gradients_without_slope_and_sign(target: Array, o: Array, h: Array) -> Array:
    return np.outer(target - o, h)


@misconception(
    "backprop/output-gradients-slope-of-h",
    task="output_gradients",
    title="takes the slope at h",
    why="The slope belongs to the layer that the weight enters, not to the one it leaves.",
    en="The sigmoid's slope is taken at h. Between E and W₅, which neuron's sigmoid is passed?",
    ko="시그모이드의 미분값을 h에서 구했습니다. E에서 W₅까지 가는 길에 지나는 시그모이드는 "
    "어느 뉴런의 것인가요?",
)
def output_gradients_slope_of_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h * (1 - h) * h)


@way("backprop/output-gradients-slope-of-h")
def output_gradients_slope_of_h_for_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h * (1 - h))


@way("backprop/output-gradients-slope-of-h")
def output_gradients_both_slopes(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h * h * (1 - h))


@way("backprop/output-gradients-slope-of-h")
def output_gradients_only_slope_of_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h * (1 - h))


@misconception(
    "backprop/output-gradients-without-h",
    task="output_gradients",
    title="leaves out the last factor, h",
    why="The delta is taken for the gradient.",
    en="All weights into one neuron get the same gradient. What differs between W₅ and W₆?",
    ko="한 뉴런으로 들어가는 가중치의 기울기가 모두 같습니다. W₅와 W₆은 무엇이 다른가요?",
)
def output_gradients_without_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), np.ones_like(h))


@way("backprop/output-gradients-without-h")
def output_deltas_for_gradients(target: Array, o: Array, h: Array) -> Array:
    return output_deltas(target, o)


@misconception(
    "backprop/output-gradients-from-o",
    task="output_gradients",
    title="takes o where h belongs",
    why="The names of activations are mixed up.",
    en="The last factor is the activation of the wrong layer. Which value travelled along W₅?",
    ko="마지막 인수가 다른 층의 활성값입니다. W₅를 따라 흐른 값은 무엇인가요?",
)
def output_gradients_from_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), o)


@misconception(
    "backprop/output-gradients-doubled",
    task="output_gradients",
    title="keeps the 2 of the square, or a ½",
    why="The ½ in front of the square is overlooked.",
    en="All gradients are off by a factor of 2. Which constant of E meets the 2 of the square?",
    ko="모든 기울기가 2배 또는 절반입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def output_gradients_doubled(target: Array, o: Array, h: Array) -> Array:
    return 2 * np.outer(output_deltas(target, o), h)


@way("backprop/output-gradients-doubled")
def output_gradients_halved(target: Array, o: Array, h: Array) -> Array:
    return 0.5 * np.outer(output_deltas(target, o), h)


@misconception(
    "backprop/output-gradients-averaged",
    task="output_gradients",
    title="divides by the number of outputs",
    why="The chapter says MSE, and a mean divides.",
    en="The gradients are divided by the number of outputs. Is E a mean or a sum here?",
    ko="기울기가 출력의 개수로 나누어져 있습니다. 여기에서 E는 평균인가요, 합인가요?",
)
def output_gradients_averaged(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h) / len(o)


@way("backprop/output-gradients-averaged")
def output_gradients_of_the_mean(target: Array, o: Array, h: Array) -> Array:
    return 2 * np.outer(output_deltas(target, o), h) / len(o)


@misconception(
    "backprop/output-gradients-slope-again",
    task="output_gradients",
    title="applies the sigmoid to o once more",
    why="o is taken for a weighted sum.",
    en="The slope is taken at the wrong place: o has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def output_gradients_slope_again(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * _slope_of_activated(o), h)


@misconception(
    "backprop/output-gradients-slope-twice",
    task="output_gradients",
    title="multiplies by the output's slope twice",
    why="The delta has the factor already.",
    en="The gradients are too small: a factor stands in the product twice. Which factors does "
    "the delta hold already?",
    ko="기울기가 너무 작고, 어떤 인수가 곱에 두 번 들어 있습니다. 델타에는 이미 어떤 인수가 "
    "들어 있나요?",
)
def output_gradients_slope_twice(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o) * o * (1 - o), h)


@misconception(
    "backprop/output-gradients-other-slope",
    task="output_gradients",
    title="uses another curve's slope, or a part of it",
    why="1 − o² belongs to tanh; a factor is lost.",
    en="One factor is not the sigmoid's slope. What is the slope at an activation of 0.5?",
    ko="인수 하나가 시그모이드의 미분값이 아닙니다. 활성값이 0.5일 때 미분값은 얼마인가요?",
)
def output_gradients_tanh_slope(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * (1 - o**2), h)


@way("backprop/output-gradients-other-slope")
def output_gradients_one_minus_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * (1 - o), h)


@way("backprop/output-gradients-other-slope")
def output_gradients_times_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * o, h)


@way("backprop/output-gradients-other-slope")
def output_gradients_slope_of_target(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * target * (1 - target), h)


@misconception(
    "backprop/output-gradients-without-error",
    task="output_gradients",
    title="leaves out ∂E/∂o",
    why="The first link of the chain is overlooked.",
    en="The gradients don't depend on the targets. Which factor of the chain rule knows the "
    "target?",
    ko="기울기가 목푯값에 따라 달라지지 않습니다. 연쇄 법칙의 어느 인수에 목푯값이 들어 있나요?",
)
def output_gradients_without_error(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o * (1 - o), h)


@misconception(
    "backprop/output-gradients-one-output",
    task="output_gradients",
    title="uses one delta for every output",
    why="The chapter works out ∂E/∂W₅ only, and the row is copied.",
    en="Every row holds the gradient of the same output. What changes from W₅ to W₇?",
    ko="모든 행에 같은 출력의 기울기가 들어 있습니다. W₅에서 W₇로 가면 무엇이 달라지나요?",
)
def output_gradients_one_output(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.outer(np.full_like(deltas, deltas[0]), h)


@way("backprop/output-gradients-one-output")
def output_gradients_all_outputs_added(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.outer(np.full_like(deltas, deltas.sum()), h)


@way("backprop/output-gradients-one-output")
def output_gradients_summed_over_outputs(target: Array, o: Array, h: Array) -> Array:
    return np.asarray(output_deltas(target, o).sum() * h)


@misconception(
    "backprop/output-gradients-one-hidden",
    task="output_gradients",
    title="uses one h for every weight",
    why="The chapter works out ∂E/∂W₅ only, and h₁ is kept.",
    en="Every column holds the same hidden value. What changes from W₅ to W₆?",
    ko="모든 열에 같은 은닉층 값이 쓰였습니다. W₅에서 W₆으로 가면 무엇이 달라지나요?",
)
def output_gradients_one_hidden(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), np.full_like(h, h[0]))


@misconception(
    "backprop/output-gradients-two-by-two",
    task="output_gradients",
    title="writes out four weights",
    why="The chapter's network has W₅ … W₈ only.",
    en="For two outputs and two hidden neurons the gradient is right. Which lengths does the "
    "code fix?",
    ko="출력 둘, 은닉 뉴런 둘이면 기울기가 맞습니다. 코드가 어떤 길이를 고정하고 있나요?",
)
def output_gradients_two_by_two(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.array([[deltas[k] * h[j] for j in range(2)] for k in range(2)])


@way("backprop/output-gradients-two-by-two")
def output_gradients_square(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    n = len(deltas)
    return np.array([[deltas[k] * h[j] for j in range(n)] for k in range(n)])


# ── hidden_deltas ────────────────────────────────────────────────────────────────────────────


@misconception(
    "backprop/hidden-deltas-not-transposed",
    task="hidden_deltas",
    title="multiplies by W_output without transposing it",
    why="Forward it is W h, so backward it seems to be W δ.",
    en="The sums run over the wrong index of W_output; a square matrix hides the shape. Which "
    "weights leave h₁: those of a row or of a column?",
    ko="W_output의 다른 방향으로 더하고 있고, 정사각 행렬에서는 모양으로 드러나지 않습니다. "
    "h₁에서 나가는 가중치는 행에 있나요, 열에 있나요?",
)
def hidden_deltas_not_transposed(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output @ deltas) * sigmoid_slope(h)


@way("backprop/hidden-deltas-not-transposed")
def hidden_deltas_of_rows_in_loops(W_output: Array, deltas: Array, h: Array) -> list[float]:
    return [
        sum(W_output[j][k] * deltas[k] for k in range(len(deltas))) * h[j] * (1 - h[j])
        for j in range(len(W_output))
    ]


@misconception(
    "backprop/hidden-deltas-one-path",
    task="hidden_deltas",
    title="follows one output path only",
    why="The chapter shows the path through o₁ and skips the sum.",
    en="Only one output's error reaches the hidden layer. Which outputs does h₁ feed?",
    ko="한 출력의 오차만 은닉층에 전해집니다. h₁은 어느 출력들로 이어지나요?",
)
def hidden_deltas_first_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[0] * deltas[0] * sigmoid_slope(h)


@way("backprop/hidden-deltas-one-path")
def hidden_deltas_last_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[-1] * deltas[-1] * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-diagonal",
    task="hidden_deltas",
    title="pairs each hidden neuron with the output of the same number",
    why="h₁ seems to belong to o₁.",
    en="Each hidden neuron hears only of the output with its own number. To how many outputs "
    "do its arrows lead?",
    ko="은닉 뉴런마다 번호가 같은 출력의 오차만 전해집니다. 그 뉴런의 화살표는 몇 개의 "
    "출력으로 이어지나요?",
)
def hidden_deltas_diagonal(W_output: Array, deltas: Array, h: Array) -> Array:
    return np.diag(W_output) * deltas * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-without-slope",
    task="hidden_deltas",
    title="leaves out the hidden sigmoid's slope",
    why="∂E/∂h is taken for ∂E/∂z.",
    en="∂E/∂h comes back, the step from h to its weighted sum is missing. Which factor does "
    "the chain rule add there?",
    ko="∂E/∂h가 돌아왔고, h에서 가중합으로 가는 단계가 없습니다. 연쇄 법칙은 거기에 어떤 "
    "인수를 더하나요?",
)
def hidden_deltas_without_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ deltas


@misconception(
    "backprop/hidden-deltas-slope-again",
    task="hidden_deltas",
    title="applies the sigmoid to h once more",
    why="h is taken for a weighted sum.",
    en="The slope is taken at the wrong place: h has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 h에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def hidden_deltas_slope_again(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * _slope_of_activated(h)


@misconception(
    "backprop/hidden-deltas-slope-twice",
    task="hidden_deltas",
    title="multiplies by the slope twice",
    why="The factor is in a helper already.",
    en="The deltas are too small: a factor stands in the product twice. How many sigmoids lie "
    "between the output's sum and the hidden neuron's sum?",
    ko="델타가 너무 작고, 어떤 인수가 두 번 들어 있습니다. 출력의 가중합과 은닉 뉴런의 가중합 "
    "사이에는 시그모이드가 몇 개 있나요?",
)
def hidden_deltas_slope_twice(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * sigmoid_slope(h) ** 2


@misconception(
    "backprop/hidden-deltas-other-slope",
    task="hidden_deltas",
    title="uses h, a part of the slope or another curve's slope",
    why="1 − h² belongs to tanh; a factor is lost.",
    en="The sum over the outputs is there, its factor is not the sigmoid's slope. What is the "
    "slope at an activation of 0.5?",
    ko="출력에 대한 합은 있지만 곱한 인수가 시그모이드의 미분값이 아닙니다. 활성값이 0.5일 때 "
    "미분값은 얼마인가요?",
)
def hidden_deltas_times_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_one_minus_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h)


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_tanh_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h**2)


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_without_brackets(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h * 1 - h


@misconception(
    "backprop/hidden-deltas-averaged",
    task="hidden_deltas",
    title="takes the mean over the outputs",
    why="Several paths are thought to be averaged.",
    en="The contributions of the paths are divided by their number. Do the effects of several "
    "paths on E add up or average?",
    ko="경로들의 기여가 경로의 수로 나누어져 있습니다. 여러 경로가 E에 주는 영향은 더하나요, "
    "평균하나요?",
)
def hidden_deltas_averaged(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) / len(deltas) * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-sign",
    task="hidden_deltas",
    title="turns the sign",
    why="A minus is put in for descent.",
    en="All sizes agree, all signs are opposite. Does a slope already go downhill?",
    ko="크기는 모두 맞고 부호가 반대입니다. 미분값을 구하는 단계에서 부호를 바꾸어야 할까요?",
)
def hidden_deltas_sign(W_output: Array, deltas: Array, h: Array) -> Array:
    return -(W_output.T @ deltas) * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-without-weights",
    task="hidden_deltas",
    title="adds the deltas without their weights",
    why="The weights are thought of as used up in the forward pass.",
    en="The output's weights have no effect, or not one for each path. How strongly does h₁ "
    "move the first output's sum?",
    ko="출력층의 가중치가 경로마다 쓰이지 않고 있습니다. h₁은 첫 출력의 가중합을 얼마나 "
    "움직이나요?",
)
def hidden_deltas_without_weights(W_output: Array, deltas: Array, h: Array) -> Array:
    return deltas.sum() * sigmoid_slope(h)


@way("backprop/hidden-deltas-without-weights")
def hidden_deltas_without_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * sigmoid_slope(h)


@way("backprop/hidden-deltas-without-weights")
def hidden_deltas_summed_apart(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * deltas.sum() * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-one-number",
    task="hidden_deltas",
    title="mixes all hidden neurons",
    why="A sum without an axis adds all.",
    en="Every hidden neuron gets the same sum. Which weights leave h₁, and which h₂?",
    ko="모든 은닉 뉴런이 같은 합을 받습니다. h₁에서 나가는 가중치와 h₂에서 나가는 가중치는 "
    "각각 무엇인가요?",
)
def hidden_deltas_of_one_sum(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas).sum() * sigmoid_slope(h)


@way("backprop/hidden-deltas-one-number")
def hidden_deltas_summed(W_output: Array, deltas: Array, h: Array) -> float:
    return float(((W_output.T @ deltas) * sigmoid_slope(h)).sum())


@misconception(
    "backprop/hidden-deltas-not-summed",
    task="hidden_deltas",
    title="leaves the paths side by side",
    why="The products are made, the sum is left out.",
    en="A matrix comes back, one row or column for each output. What happens to the paths that "
    "leave one hidden neuron?",
    ko="출력마다 한 줄씩 있는 행렬이 돌아왔습니다. 한 은닉 뉴런에서 나가는 경로들은 어떻게 "
    "합쳐지나요?",
)
def hidden_deltas_not_summed(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output * deltas[:, np.newaxis] * sigmoid_slope(h)


@way("backprop/hidden-deltas-not-summed")
def hidden_deltas_of_columns(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T * deltas) * sigmoid_slope(h)[:, np.newaxis]


@misconception(
    "backprop/hidden-deltas-for-two-outputs",
    task="hidden_deltas",
    title="writes out two output paths",
    why="The chapter's network has two outputs.",
    en="With two outputs the deltas are right. Which indices does the code name?",
    ko="출력이 둘이면 델타가 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def hidden_deltas_for_two_outputs(W_output: Array, deltas: Array, h: Array) -> Array:
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return paths * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-slope-of-deltas",
    task="hidden_deltas",
    title="uses the output's slope once more",
    why="The factor of the output layer is repeated.",
    en="The slope's formula is applied to the deltas. At which activation does the hidden "
    "neuron stand?",
    ko="미분값의 식에 델타를 넣었습니다. 은닉 뉴런의 활성값은 무엇인가요?",
)
def hidden_deltas_slope_of_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ (deltas * (1 - deltas)) * sigmoid_slope(h)


# ── hidden_gradients ─────────────────────────────────────────────────────────────────────────


def _hidden(W: Array, t: Array, o: Array, h: Array) -> Array:
    return hidden_deltas(W, output_deltas(t, o), h)


@misconception(
    "backprop/hidden-gradients-transposed",
    task="hidden_gradients",
    title="exchanges rows and columns",
    why="outer(x, δ) for outer(δ, x).",
    en="Rows and columns are exchanged. Which input does W₂ leave, and which neuron does it enter?",
    ko="행과 열이 서로 바뀌어 있습니다. W₂는 어느 입력에서 나와 어느 뉴런으로 들어가나요?",
)
def hidden_gradients_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(x, _hidden(W_output, target, o, h))


@misconception(
    "backprop/hidden-gradients-sign",
    task="hidden_gradients",
    title="has the sign of t − o",
    why="The −1 of the inner derivative is lost.",
    en="All sizes agree, all signs are opposite. With which sign does the path begin, at ∂E/∂o?",
    ko="크기는 모두 맞고 부호가 반대입니다. 경로의 시작인 ∂E/∂o의 부호는 무엇인가요?",
)
def hidden_gradients_sign(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return -np.outer(_hidden(W_output, target, o, h), x)


@misconception(
    "backprop/hidden-gradients-one-path",
    task="hidden_gradients",
    title="follows one output path only",
    why="The chapter shows the path through o₁ and skips the sum.",
    en="Only one output's error reaches W₁ … W₄. Which outputs does h₁ feed?",
    ko="한 출력의 오차만 W₁ … W₄에 전해집니다. h₁은 어느 출력들로 이어지나요?",
)
def hidden_gradients_first_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[0] * output_deltas(target, o)[0] * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-one-path")
def hidden_gradients_last_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[-1] * output_deltas(target, o)[-1] * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-diagonal",
    task="hidden_gradients",
    title="pairs each hidden neuron with the output of the same number",
    why="h₁ seems to belong to o₁.",
    en="Each hidden neuron hears only of the output with its own number. To how many outputs "
    "do its arrows lead?",
    ko="은닉 뉴런마다 번호가 같은 출력의 오차만 전해집니다. 그 뉴런의 화살표는 몇 개의 "
    "출력으로 이어지나요?",
)
def hidden_gradients_diagonal(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(np.diag(W_output) * output_deltas(target, o) * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-not-transposed",
    task="hidden_gradients",
    title="multiplies by W_output without transposing it",
    why="Forward it is W h, so backward it seems to be W δ.",
    en="The sums run over the wrong index of W_output; a square matrix hides the shape. Which "
    "weights leave h₁: those of a row or of a column?",
    ko="W_output의 다른 방향으로 더하고 있고, 정사각 행렬에서는 모양으로 드러나지 않습니다. "
    "h₁에서 나가는 가중치는 행에 있나요, 열에 있나요?",
)
def hidden_gradients_not_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output @ output_deltas(target, o)) * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-without-output-slope",
    task="hidden_gradients",
    title="leaves out the output's slope",
    why="∂E/∂o is taken for the output's delta.",
    en="The path starts with ∂E/∂o and goes straight on to the weights. Which sigmoid lies in "
    "between?",
    ko="경로가 ∂E/∂o에서 시작해 바로 가중치로 넘어갑니다. 그 사이에 어느 시그모이드가 있나요?",
)
def hidden_gradients_without_output_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(hidden_deltas(W_output, o - target, h), x)


@misconception(
    "backprop/hidden-gradients-without-hidden-slope",
    task="hidden_gradients",
    title="leaves out the hidden sigmoid's slope",
    why="∂E/∂h is taken for the hidden delta.",
    en="The path reaches h and goes straight on to x. Which sigmoid lies in between?",
    ko="경로가 h에서 바로 x로 넘어갑니다. 그 사이에 어느 시그모이드가 있나요?",
)
def hidden_gradients_without_hidden_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ output_deltas(target, o), x)


@misconception(
    "backprop/hidden-gradients-without-slopes",
    task="hidden_gradients",
    title="leaves out both slopes",
    why="Only weights and differences are multiplied.",
    en="The path passes two sigmoids, and neither has left a factor. Where do they lie?",
    ko="경로가 시그모이드를 두 번 지나지만 인수가 하나도 없습니다. 시그모이드는 어디에 있나요?",
)
def hidden_gradients_without_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ (o - target), x)


@misconception(
    "backprop/hidden-gradients-from-h",
    task="hidden_gradients",
    title="takes h where x belongs",
    why="The output layer's line is copied.",
    en="The last factor is the activation of the wrong layer. Which value travelled along W₁?",
    ko="마지막 인수가 다른 층의 값입니다. W₁을 따라 흐른 값은 무엇인가요?",
)
def hidden_gradients_from_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer(_hidden(W_output, target, o, h), h)


@misconception(
    "backprop/hidden-gradients-without-x",
    task="hidden_gradients",
    title="leaves out the last factor, x",
    why="The delta is taken for the gradient.",
    en="All weights into one neuron get the same gradient. What differs between W₁ and W₂?",
    ko="한 뉴런으로 들어가는 가중치의 기울기가 모두 같습니다. W₁과 W₂는 무엇이 다른가요?",
)
def hidden_gradients_without_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.ones_like(x))


@way("backprop/hidden-gradients-without-x")
def hidden_deltas_for_gradients(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h)


@misconception(
    "backprop/hidden-gradients-elementwise",
    task="hidden_gradients",
    title="multiplies deltas and x elementwise",
    why="`*` is taken for the product of each with each.",
    en="Each delta meets only one x. How many weights join the inputs to the hidden layer?",
    ko="델타마다 x 하나씩만 곱해졌습니다. 입력과 은닉층을 잇는 가중치는 몇 개인가요?",
)
def hidden_gradients_elementwise(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h) * x


@misconception(
    "backprop/hidden-gradients-doubled",
    task="hidden_gradients",
    title="keeps the 2 of the square, or a ½",
    why="The ½ in front of the square is overlooked.",
    en="All gradients are off by a factor of 2. Which constant of E meets the 2 of the square?",
    ko="모든 기울기가 2배 또는 절반입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def hidden_gradients_doubled(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x)


@way("backprop/hidden-gradients-doubled")
def hidden_gradients_halved(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 0.5 * np.outer(_hidden(W_output, target, o, h), x)


@misconception(
    "backprop/hidden-gradients-averaged",
    task="hidden_gradients",
    title="divides by the number of outputs",
    why="Several paths are thought to be averaged; or E is taken for a mean.",
    en="The gradients are divided by the number of outputs. Do the effects of several paths on "
    "E add up or average?",
    ko="기울기가 출력의 개수로 나누어져 있습니다. 여러 경로가 E에 주는 영향은 더하나요, "
    "평균하나요?",
)
def hidden_gradients_averaged(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x) / len(o)


@way("backprop/hidden-gradients-averaged")
def hidden_gradients_of_the_mean(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x) / len(o)


@misconception(
    "backprop/hidden-gradients-hidden-slope-again",
    task="hidden_gradients",
    title="applies the sigmoid to an activation once more",
    why="h or o is taken for a weighted sum.",
    en="A slope is taken at the wrong place: h and o have been through the sigmoid already. "
    "What does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 h나 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def hidden_gradients_hidden_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    back = W_output.T @ output_deltas(target, o)
    return np.outer(back * _slope_of_activated(h), x)


@way("backprop/hidden-gradients-hidden-slope-again")
def hidden_gradients_output_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * _slope_of_activated(o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@way("backprop/hidden-gradients-hidden-slope-again")
def hidden_gradients_both_slopes_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * _slope_of_activated(o)
    return np.outer((W_output.T @ deltas) * _slope_of_activated(h), x)


@misconception(
    "backprop/hidden-gradients-slope-twice",
    task="hidden_gradients",
    title="multiplies by a slope twice",
    why="A delta has the factor already.",
    en="The gradients are too small: a factor stands in the product twice. Which factors do "
    "the deltas hold already?",
    ko="기울기가 너무 작고, 어떤 인수가 곱에 두 번 들어 있습니다. 델타에는 이미 어떤 인수가 "
    "들어 있나요?",
)
def hidden_gradients_output_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o) * o * (1 - o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@way("backprop/hidden-gradients-slope-twice")
def hidden_gradients_hidden_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h) * h * (1 - h), x)


@misconception(
    "backprop/hidden-gradients-without-weights",
    task="hidden_gradients",
    title="leaves out the output's weights",
    why="The weights are thought of as used up in the forward pass.",
    en="The output's weights have no effect. How strongly does h₁ move the first output's sum?",
    ko="출력층의 가중치가 쓰이지 않고 있습니다. h₁은 첫 출력의 가중합을 얼마나 움직이나요?",
)
def hidden_gradients_without_weights(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o).sum() * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-without-weights")
def hidden_gradients_weights_summed_apart(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    paths = W_output.sum(axis=0) * output_deltas(target, o).sum()
    return np.outer(paths * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-of-output-deltas",
    task="hidden_gradients",
    title="stops at the output's deltas",
    why="The second layer's formula is used with x in the place of h.",
    en="The output's deltas meet x directly, and the path through the hidden layer is missing. "
    "Through which neurons does W₁ reach E?",
    ko="출력층의 델타가 x와 바로 곱해져 은닉층을 지나는 길이 빠졌습니다. W₁은 어떤 뉴런들을 "
    "거쳐 E에 이르나요?",
)
def hidden_gradients_of_output_deltas(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o), x)


@misconception(
    "backprop/hidden-gradients-slopes-mixed-up",
    task="hidden_gradients",
    title="uses the same slope for both layers, or another curve's",
    why="A copied factor keeps its letter; 1 − h² belongs to tanh.",
    en="A factor is not the slope of the sigmoid that is passed there. Which activation "
    "belongs to which step of the path?",
    ko="어떤 인수가 그 자리에서 지나는 시그모이드의 미분값이 아닙니다. 경로의 각 단계에는 어느 "
    "활성값이 있나요?",
)
def hidden_gradients_times_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * h, x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_one_minus_h(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h**2), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ ((o - target) * (1 - o**2))) * (1 - h**2), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_slope_of_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x * (1 - x))


@misconception(
    "backprop/hidden-gradients-one-input",
    task="hidden_gradients",
    title="uses one x for every weight",
    why="The chapter works out ∂E/∂W₁ only, and x₁ is kept.",
    en="Every column holds the same input. What changes from W₁ to W₂?",
    ko="모든 열에 같은 입력이 쓰였습니다. W₁에서 W₂로 가면 무엇이 달라지나요?",
)
def hidden_gradients_one_input(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.full_like(x, x[0]))


@misconception(
    "backprop/hidden-gradients-two-by-two",
    task="hidden_gradients",
    title="writes out a 2-2-2 network",
    why="The chapter's network has no other size.",
    en="In a 2-2-2 network the gradient is right. Which lengths does the code fix?",
    ko="2-2-2 신경망에서는 기울기가 맞습니다. 코드가 어떤 길이를 고정하고 있나요?",
)
def hidden_gradients_for_two_outputs(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o)
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return np.outer(paths * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-two-by-two")
def hidden_gradients_two_by_two(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = _hidden(W_output, target, o, h)
    return np.array([[deltas[j] * x[i] for i in range(2)] for j in range(2)])
