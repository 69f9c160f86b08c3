"""Misconceptions about `output_deltas`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

from .sigmoid_slope import activation, slope_of_activated

Array = Any


@misconception(
    "backprop/output-deltas-sign",
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
    title="applies the sigmoid to o once more",
    why="o is taken for a weighted sum.",
    en="The slope is taken at the wrong place: o has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def delta_slope_again(target: Array, o: Array) -> Array:
    return (o - target) * slope_of_activated(o)


@way("backprop/delta-slope-again")
def delta_times_activated(target: Array, o: Array) -> Array:
    return (o - target) * activation(o)


@misconception(
    "backprop/delta-slope-twice",
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
    title="leaves out ∂E/∂o",
    why="The delta is taken for the neuron's slope.",
    en="The deltas don't depend on the targets. Which factor of the chain rule knows the target?",
    ko="델타가 목푯값에 따라 달라지지 않습니다. 연쇄 법칙의 어느 인수에 목푯값이 들어 있나요?",
)
def delta_is_slope_alone(target: Array, o: Array) -> Array:
    return o * (1 - o)


@misconception(
    "backprop/delta-slope-of-target",
    title="takes the slope at the target",
    why="Target and prediction are mixed up.",
    en="The sigmoid's slope is taken at the target. At which value did the network stand?",
    ko="시그모이드의 미분값을 목푯값에서 구했습니다. 신경망이 실제로 낸 값은 무엇인가요?",
)
def delta_slope_of_target(target: Array, o: Array) -> Array:
    return (o - target) * target * (1 - target)


@misconception(
    "backprop/delta-doubled",
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
    title="adds the factors",
    why="Chain rule and sum rule are mixed up.",
    en="The two factors are added. How does the chain rule join the links of a path?",
    ko="두 인수를 더하고 있습니다. 연쇄 법칙은 한 경로의 고리들을 어떻게 잇나요?",
)
def delta_factors_added(target: Array, o: Array) -> Array:
    return (o - target) + o * (1 - o)


@misconception(
    "backprop/delta-other-slope",
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
    title="adds the deltas of all outputs",
    why="E is a sum.",
    en="One number comes back for all outputs. On which outputs does the first delta depend?",
    ko="모든 출력에 대해 수 하나가 돌아왔습니다. 첫 델타는 어느 출력에 따라 달라지나요?",
)
def deltas_summed(target: Array, o: Array) -> float:
    return float(np.sum((o - target) * o * (1 - o)))
