"""Mistakes about `weighted_sum`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("sum-without-bias")
def sum_without_bias(x: Array, w: Array, b: float) -> float:
    return float(x @ w)


@mistake("bias-subtracted")
def bias_subtracted(x: Array, w: Array, b: float) -> float:
    return float(x @ w - b)


@mistake("bias-for-each-input")
def bias_for_each_input(x: Array, w: Array, b: float) -> float:
    return float(np.sum(x * w + b))


@mistake("products-not-added")
def products_not_added(x: Array, w: Array, b: float) -> Array:
    return x * w + b


@mistake("two-inputs-only")
def two_inputs_only(x: Array, w: Array, b: float) -> float:
    return float(x[0] * w[0] + x[1] * w[1] + b)


@variant("two-inputs-only")
def two_slices_only(x: Array, w: Array, b: float) -> float:
    return float(x[:2] @ w[:2] + b)


@mistake("mean-for-sum")
def mean_for_sum(x: Array, w: Array, b: float) -> float:
    return float(np.mean(x * w) + b)


@mistake("inputs-plus-weights")
def inputs_plus_weights(x: Array, w: Array, b: float) -> float:
    return float(np.sum(x + w) + b)


@mistake("bias-as-factor")
def bias_as_factor(x: Array, w: Array, b: float) -> float:
    return float(x @ w * b)


@mistake("bias-inside-the-products")
def weights_plus_bias(x: Array, w: Array, b: float) -> float:
    return float(x @ (w + b))


@variant("bias-inside-the-products")
def inputs_plus_bias(x: Array, w: Array, b: float) -> float:
    return float((x + b) @ w)


@mistake("sum-already-decided")
def sum_already_decided(x: Array, w: Array, b: float) -> int:
    return 1 if x @ w + b > 0 else 0


@variant("sum-already-decided")
def sum_already_activated(x: Array, w: Array, b: float) -> float:
    return float(1 / (1 + np.exp(-(x @ w + b))))


@mistake("first-input-skipped")
def first_input_skipped(x: Array, w: Array, b: float) -> float:
    return float(x[1:] @ w[1:] + b)


@variant("first-input-skipped")
def last_input_skipped(x: Array, w: Array, b: float) -> float:
    return float(x[:-1] @ w[:-1] + b)


@mistake("last-product-only")
def last_product_only(x: Array, w: Array, b: float) -> float:
    return float(x[-1] * w[-1] + b)


@variant("last-product-only")
def first_product_only(x: Array, w: Array, b: float) -> float:
    return float(x[0] * w[0] + b)


@mistake("sum-changes-inputs")
def sum_changes_inputs(x: Array, w: Array, b: float) -> float:
    x *= w
    return float(x.sum() + b)


@variant("sum-changes-inputs")
def sum_changes_weights(x: Array, w: Array, b: float) -> float:
    w *= x
    return float(w.sum() + b)


@mistake("sums-multiplied")
def sums_multiplied(x: Array, w: Array, b: float) -> float:
    return float(x.sum() * w.sum() + b)
