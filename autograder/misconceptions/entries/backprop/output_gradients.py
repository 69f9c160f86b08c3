"""Misconceptions about `output_gradients`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.backprop import output_deltas

from .sigmoid_slope import slope_of_activated

Array = Any


@misconception(
    "backprop/output-gradients-transposed",
    title="exchanges rows and columns",
    why="outer(h, δ) for outer(δ, h).",
    en="Rows and columns are exchanged. Which neuron does W₆ leave, and which does it enter?",
    ko="행과 열이 서로 바뀌어 있습니다. W₆은 어느 뉴런에서 나와 어느 뉴런으로 들어가나요?",
)
def output_gradients_transposed(target: Array, o: Array, h: Array) -> Array:
    return np.outer(h, output_deltas(target, o))


@misconception(
    "backprop/output-gradients-elementwise",
    title="multiplies deltas and h elementwise",
    why="`*` is taken for the product of each with each.",
    en="Each delta meets only one h. How many weights join the hidden layer to the outputs?",
    ko="델타마다 h 하나씩만 곱해졌습니다. 은닉층과 출력층을 잇는 가중치는 몇 개인가요?",
)
def output_gradients_elementwise(target: Array, o: Array, h: Array) -> Array:
    return output_deltas(target, o) * h


@misconception(
    "backprop/output-gradients-one-number",
    title="adds the products of deltas and h to one number",
    why="`dot` or `@` of two vectors is taken for the product of each with each.",
    en="A single number comes back for all weights. How many weights join the hidden layer to "
    "the outputs, and what does a dot product do with its products?",
    ko="가중치 전체에 대해 수 하나만 돌아왔습니다. 은닉층과 출력층을 잇는 가중치는 몇 개이고, "
    "내적은 곱한 것들을 어떻게 하나요?",
)
def output_gradients_as_one_number(target: Array, o: Array, h: Array) -> Array:
    return np.asarray(output_deltas(target, o) @ h)


@misconception(
    "backprop/output-gradients-sign",
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
    title="takes o where h belongs",
    why="The names of activations are mixed up.",
    en="The last factor is the activation of the wrong layer. Which value travelled along W₅?",
    ko="마지막 인수가 다른 층의 활성값입니다. W₅를 따라 흐른 값은 무엇인가요?",
)
def output_gradients_from_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), o)


@misconception(
    "backprop/output-gradients-doubled",
    title="keeps the 2 of the square",
    why="The ½ in front of the square is overlooked.",
    en="All gradients are twice as large as expected. Which constant of E meets the 2 of the "
    "square?",
    ko="모든 기울기가 2배입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def output_gradients_doubled(target: Array, o: Array, h: Array) -> Array:
    return 2 * np.outer(output_deltas(target, o), h)


@misconception(
    "backprop/output-gradients-halved",
    title="keeps the ½ of E, or multiplies by the learning rate",
    why="The ½ is not differentiated with the square; the step's η, 0.5, is put into the slope.",
    en="All gradients are half as large as expected. What becomes of the ½ of E in the slope, "
    "and does a learning rate belong to a gradient?",
    ko="모든 기울기가 절반입니다. E의 ½은 미분하면 어떻게 되고, 학습률은 기울기에 들어가는 "
    "것인가요?",
)
def output_gradients_halved(target: Array, o: Array, h: Array) -> Array:
    return 0.5 * np.outer(output_deltas(target, o), h)


@misconception(
    "backprop/output-gradients-averaged",
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
    title="applies the sigmoid to o once more",
    why="o is taken for a weighted sum.",
    en="The slope is taken at the wrong place: o has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def output_gradients_slope_again(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * slope_of_activated(o), h)


@misconception(
    "backprop/output-gradients-slope-twice",
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
    title="uses one h for every weight",
    why="The chapter works out ∂E/∂W₅ only, and h₁ is kept.",
    en="Every column holds the same hidden value. What changes from W₅ to W₆?",
    ko="모든 열에 같은 은닉층 값이 쓰였습니다. W₅에서 W₆으로 가면 무엇이 달라지나요?",
)
def output_gradients_one_hidden(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), np.full_like(h, h[0]))


@misconception(
    "backprop/output-gradients-two-by-two",
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
