"""Mistakes about `sigmoid`."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.hints import inputs, mistake, variant
from solutions.forward.solution import sigmoid

Array = Any


@inputs
def far_on_one_side() -> list[tuple[Any, ...]]:
    """z far above 0 alone, and far below: what explodes on one side is calm on the other."""
    return [(np.array([1.0, 1000.0]),), (np.array([-1000.0, -1.0]),)]


@mistake("sigmoid-mirrored")
def sigmoid_mirrored(z: Array) -> Array:
    return 1 / (1 + np.exp(np.clip(z, -700, 700)))


@variant("sigmoid-mirrored")
def sigmoid_mirrored_with_overflow(z: Array) -> Array:
    return 1 / (1 + np.exp(z))


@mistake("sigmoid-overflows")
def sigmoid_overflows(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


@variant("sigmoid-overflows")
def sigmoid_overflows_with_an_error(z: Array) -> Array:
    return np.array([1 / (1 + math.exp(-one)) for one in z.ravel()]).reshape(z.shape)


@mistake("sigmoid-overflows-above")
def sigmoid_overflows_above(z: Array) -> Array:
    return np.exp(z) / (1 + np.exp(z))


@mistake("sigmoid-clipped-too-early")
def sigmoid_clipped_at_ten(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@variant("sigmoid-clipped-too-early")
def sigmoid_clipped_at_five(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


@variant("sigmoid-clipped-too-early")
def sigmoid_clipped_at_six(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -6, 6)))


@variant("sigmoid-clipped-too-early")
def sigmoid_clipped_at_twenty(z: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


@variant("sigmoid-clipped-too-early")
def sigmoid_cut_off_at_ten(z: Array) -> Array:
    inside = 1 / (1 + np.exp(-np.clip(z, -10, 10)))
    return np.where(z < -10, 0.0, np.where(z > 10, 1.0, inside))


@mistake("sigmoid-without-brackets")
def sigmoid_without_brackets(z: Array) -> Array:
    return 1 / 1 + np.exp(-z)


@mistake("sigmoid-is-tanh")
def sigmoid_is_tanh(z: Array) -> Array:
    return np.tanh(z)


@mistake("sigmoid-is-relu")
def sigmoid_is_relu(z: Array) -> Array:
    return np.maximum(z, 0)


@mistake("sigmoid-is-threshold")
def sigmoid_is_threshold(z: Array) -> Array:
    return np.where(z > 0, 1.0, 0.0)


@mistake("sigmoid-is-slope")
def sigmoid_is_slope(z: Array) -> Array:
    a = sigmoid(z)
    return a * (1 - a)


@mistake("sigmoid-is-exponential")
def sigmoid_is_exponential(z: Array) -> Array:
    return np.exp(-z)


@variant("sigmoid-is-exponential")
def sigmoid_is_growth(z: Array) -> Array:
    return np.exp(z)


@mistake("sigmoid-with-minus")
def sigmoid_with_minus(z: Array) -> Array:
    return 1 / (1 - np.exp(-z))


@mistake("sigmoid-for-one-number")
def sigmoid_for_one_number(z: Array) -> float:
    return 1 / (1 + math.exp(-z))


@mistake("sigmoid-for-vectors")
def sigmoid_for_vectors(z: Array) -> Array:
    return np.array([float(sigmoid(np.array(float(one)))) for one in z])


@mistake("sigmoid-flattens")
def sigmoid_flattens(z: Array) -> Array:
    return sigmoid(z).ravel()


@mistake("sigmoid-in-place")
def sigmoid_in_place(z: Array) -> Array:
    z[...] = sigmoid(z)
    return z


@variant("sigmoid-in-place")
def sizes_in_place(z: Array) -> Array:
    below = z < 0
    np.abs(z, out=z)
    a = sigmoid(z)
    return np.where(below, 1 - a, a)


@mistake("sigmoid-is-softmax")
def sigmoid_is_softmax(z: Array) -> Array:
    powers = np.exp(z - np.max(z))
    return np.asarray(powers / powers.sum())


@mistake("sigmoid-doubled")
def sigmoid_doubled(z: Array) -> Array:
    return 2 / (1 + np.exp(-z))


@variant("sigmoid-doubled")
def sigmoid_to_base_two(z: Array) -> Array:
    return 1 / (1 + 2.0**-z)


@variant("sigmoid-doubled")
def sigmoid_with_two(z: Array) -> Array:
    return 1 / (2 + np.exp(-z))


@mistake("sigmoid-with-a-short-e")
def sigmoid_with_three_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.718**-z)


@variant("sigmoid-with-a-short-e")
def sigmoid_with_two_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.72**-z)


@variant("sigmoid-with-a-short-e")
def sigmoid_with_e_cut_off(z: Array) -> Array:
    return 1 / (1 + 2.71**-z)


@variant("sigmoid-with-a-short-e")
def sigmoid_with_one_decimal_of_e(z: Array) -> Array:
    return 1 / (1 + 2.7**-z)


@variant("sigmoid-with-a-short-e")
def sigmoid_with_four_decimals_of_e(z: Array) -> Array:
    return 1 / (1 + 2.7183**-z)
