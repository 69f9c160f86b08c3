"""Misconceptions about `sigmoid_slope`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any


def activation(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def slope_of_activated(a: Array) -> Array:
    """The sigmoid's slope at z = a: the activation is taken for the weighted sum."""
    return activation(a) * (1 - activation(a))


@misconception(
    "backprop/sigmoid-applied-again",
    title="applies the sigmoid to the activation",
    why="The formula is written with z, and a is put in its place.",
    en="The argument has been through the sigmoid already, and here it goes through once more. "
    "Is `a` a weighted sum or an activation?",
    ko="인자는 이미 시그모이드를 거친 값인데 여기에서 한 번 더 거칩니다. a는 가중합인가요, "
    "활성값인가요?",
)
def sigmoid_applied_again(a: Array) -> Array:
    return slope_of_activated(a)


@way("backprop/sigmoid-applied-again")
def sigmoid_applied_once_more(a: Array) -> Array:
    return activation(a)


@way("backprop/sigmoid-applied-again")
def sigmoid_mixed(a: Array) -> Array:
    return activation(a) * (1 - a)


@way("backprop/sigmoid-applied-again")
def sigmoid_mixed_the_other_way(a: Array) -> Array:
    return a * (1 - activation(a))


@misconception(
    "backprop/slope-without-brackets",
    title="leaves the brackets out",
    why="a · 1 − a looks like a (1 − a).",
    en="The result is 0 everywhere. In which order does Python work out a * 1 - a?",
    ko="결과가 모두 0입니다. 파이썬은 a * 1 - a를 어떤 순서로 계산하나요?",
)
def slope_without_brackets(a: Array) -> Array:
    return a * 1 - a


@misconception(
    "backprop/sigmoid-slope-sign",
    title="has the opposite sign",
    why="a (a − 1), or the minus of the exponent.",
    en="All sizes agree, all signs are opposite. Does the sigmoid rise or fall?",
    ko="크기는 모두 맞고 부호가 반대입니다. 시그모이드는 올라가나요, 내려가나요?",
)
def sigmoid_slope_sign(a: Array) -> Array:
    return a * (a - 1)


@misconception(
    "backprop/slope-of-tanh",
    title="uses the slope of tanh",
    why="1 − a² is remembered from tanh.",
    en="At a = 0.5 the slope is far from 0.25. To which curve does the formula belong that was "
    "used?",
    ko="a = 0.5에서 미분값이 0.25와 많이 다릅니다. 지금 쓴 식은 어떤 곡선의 것인가요?",
)
def slope_of_tanh(a: Array) -> Array:
    return 1 - a**2


@misconception(
    "backprop/slope-plus",
    title="adds where the slope subtracts",
    why="A sign of the second factor is mixed up.",
    en="The slope grows all the way as a approaches 1, where the sigmoid is nearly flat. What "
    "should the second factor become there?",
    ko="시그모이드는 a가 1에 가까워지면 거의 평평한데 미분값은 계속 커집니다. 그때 둘째 인수는 "
    "어떤 값에 가까워져야 하나요?",
)
def slope_plus(a: Array) -> Array:
    return a * (1 + a)


@misconception(
    "backprop/half-of-the-product",
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
    title="writes into the activations",
    why="`a *= 1 - a` saves a name.",
    en="The slope is right, but the caller's activations are changed. Which line writes into them?",
    ko="미분값은 맞지만 호출한 쪽의 활성값이 바뀌었습니다. 어느 줄이 거기에 값을 써넣나요?",
)
def sigmoid_slope_in_place(a: Array) -> Array:
    a *= 1 - a
    return a
