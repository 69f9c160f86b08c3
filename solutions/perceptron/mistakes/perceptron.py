"""Mistakes about `perceptron`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import inputs, mistake, variant
from solutions.perceptron.solution import weighted_sum

Array = Any


@mistake("one-at-the-threshold")
def one_at_the_threshold(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) >= 0 else 0


@mistake("decision-without-bias")
def decision_without_bias(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w > 0 else 0


@mistake("bias-as-threshold")
def bias_as_threshold(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w > b else 0


@mistake("output-inverted")
def output_inverted(x: Array, w: Array, b: float) -> int:
    return 0 if weighted_sum(x, w, b) > 0 else 1


@variant("output-inverted")
def one_below_zero(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) < 0 else 0


@mistake("sum-for-output")
def sum_for_output(x: Array, w: Array, b: float) -> float:
    return weighted_sum(x, w, b)


@variant("sum-for-output")
def positive_sum_for_output(x: Array, w: Array, b: float) -> float:
    return max(0.0, weighted_sum(x, w, b))


@mistake("smooth-output")
def smooth_output(x: Array, w: Array, b: float) -> float:
    return float(1 / (1 + np.exp(-weighted_sum(x, w, b))))


@mistake("threshold-of-one-half")
def threshold_of_one_half(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) > 0.5 else 0


@variant("threshold-of-one-half")
def threshold_of_one_half_reached(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) >= 0.5 else 0


@mistake("small-sums-are-zero")
def sum_cut_to_whole(x: Array, w: Array, b: float) -> int:
    return 1 if int(weighted_sum(x, w, b)) > 0 else 0


@variant("small-sums-are-zero")
def sum_within_a_thousandth(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) > 1e-3 else 0


@mistake("minus-one-for-zero")
def minus_one_for_zero(x: Array, w: Array, b: float) -> int:
    return 1 if weighted_sum(x, w, b) > 0 else -1


@variant("minus-one-for-zero")
def sign_of_the_sum(x: Array, w: Array, b: float) -> int:
    return int(np.sign(weighted_sum(x, w, b)))


@mistake("each-product-decides")
def any_product_decides(x: Array, w: Array, b: float) -> int:
    return int(np.any(x * w + b > 0))


@variant("each-product-decides")
def all_products_decide(x: Array, w: Array, b: float) -> int:
    return int(np.all(x * w + b > 0))


@variant("each-product-decides")
def decisions_of_products(x: Array, w: Array, b: float) -> Array:
    return np.where(x * w + b > 0, 1.0, 0.0)


@mistake("decision-for-two-inputs")
def decision_for_two_inputs(x: Array, w: Array, b: float) -> int:
    return 1 if x[0] * w[0] + x[1] * w[1] + b > 0 else 0


@variant("decision-for-two-inputs")
def decision_for_a_slice(x: Array, w: Array, b: float) -> int:
    return 1 if x[:2] @ w[:2] + b > 0 else 0


@mistake("bias-in-each-product")
def bias_in_each_product(x: Array, w: Array, b: float) -> int:
    return 1 if np.sum(x * w + b) > 0 else 0


@inputs
def sums_far_from_zero() -> list[tuple[Any, ...]]:
    """Weighted sums of ±0.75 and ±3, with x, w and b of both signs."""
    x, w = np.array([1.0, -0.5]), np.array([0.5, 2.0])  # x·w = −0.5
    return [(x, w, 0.5 + z) for z in (0.75, -0.75, 3.0, -3.0)]
