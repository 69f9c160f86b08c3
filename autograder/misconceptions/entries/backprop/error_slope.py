"""Misconceptions about `error_slope`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any


@misconception(
    "backprop/slope-sign",
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
    title="drops the sign",
    why="An error is thought of as a distance.",
    en="No slope is negative. Does E rise or fall when an output that is too low comes closer?",
    ko="음수인 미분값이 없습니다. 목푯값보다 작은 출력이 커지면 E는 오르나요, 내리나요?",
)
def slope_absolute(target: Array, o: Array) -> Array:
    return np.abs(o - target)


@misconception(
    "backprop/slopes-summed",
    title="adds the slopes of all outputs",
    why="E is a sum.",
    en="One number comes back for all outputs. On which outputs does ∂E/∂o₁ depend?",
    ko="모든 출력에 대해 수 하나가 돌아왔습니다. ∂E/∂o₁은 어느 출력에 따라 달라지나요?",
)
def slopes_summed(target: Array, o: Array) -> float:
    return float(np.sum(o - target))


@misconception(
    "backprop/slope-goes-too-far",
    title="multiplies by the sigmoid's slope already",
    why="The chain rule's next factor is in mind.",
    en="A factor too much stands in the product. Does ∂E/∂o know how o was made?",
    ko="곱에 인수가 하나 더 들어 있습니다. ∂E/∂o는 o가 어떻게 만들어졌는지 알아야 하나요?",
)
def slope_goes_too_far(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o)


@misconception(
    "backprop/slope-of-cross-entropy",
    title="differentiates the cross-entropy",
    why="Other books train with it.",
    en="The slope belongs to another error than ½ (t − o)². Which error does 5.3 use?",
    ko="½ (t − o)²이 아닌 다른 오차의 미분값입니다. 5.3절에서 쓰는 오차는 어떤 것인가요?",
)
def slope_of_cross_entropy(target: Array, o: Array) -> Array:
    return (o - target) / (o * (1 - o))


@misconception(
    "backprop/slope-in-place",
    title="writes into an argument",
    why="`o -= target` saves a name.",
    en="The slope is right, but the caller's array is changed. Which line writes into an argument?",
    ko="미분값은 맞지만 호출한 쪽의 배열이 바뀌었습니다. 어느 줄이 인자에 값을 써넣나요?",
)
def slope_in_place(target: Array, o: Array) -> Array:
    o -= target
    return o
