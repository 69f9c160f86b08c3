"""Mistakes about `weighted_sums`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.forward.solution import sigmoid

Array = Any


@mistake("sums-transposed")
def sums_transposed(W: Array, x: Array) -> Array:
    return W.T @ x


@variant("sums-transposed")
def sums_transposed_in_loops(W: Array, x: Array) -> list[float]:
    return [sum(W[i][j] * x[i] for i in range(len(W))) for j in range(len(x))]


@variant("sums-transposed")
def sums_of_products_by_column(W: Array, x: Array) -> Array:
    return np.asarray((W * x[:, np.newaxis]).sum(axis=0))


@mistake("products-added-down")
def products_added_down(W: Array, x: Array) -> Array:
    return np.asarray((W * x).sum(axis=0))


@mistake("products-not-summed")
def products_not_summed(W: Array, x: Array) -> Array:
    return W * x


@mistake("everything-summed")
def everything_summed(W: Array, x: Array) -> float:
    return float((W * x).sum())


@mistake("sums-averaged")
def sums_averaged(W: Array, x: Array) -> Array:
    return np.asarray((W * x).mean(axis=1))


@mistake("sums-activated")
def sums_activated(W: Array, x: Array) -> Array:
    return sigmoid(W @ x)


@mistake("sums-for-two-by-two")
def sums_for_two_by_two(W: Array, x: Array) -> Array:
    return np.array([W[0, 0] * x[0] + W[0, 1] * x[1], W[1, 0] * x[0] + W[1, 1] * x[1]])


@variant("sums-for-two-by-two")
def sums_of_two_inputs(W: Array, x: Array) -> Array:
    return W[:, 0] * x[0] + W[:, 1] * x[1]


@mistake("sums-as-many-as-inputs")
def sums_as_many_as_inputs(W: Array, x: Array) -> list[float]:
    n = len(x)
    return [sum(W[i][j] * x[j] for j in range(n)) for i in range(n)]


@variant("sums-as-many-as-inputs")
def sums_with_as_many_products_as_neurons(W: Array, x: Array) -> list[float]:
    n = len(W)
    return [sum(W[i][j] * x[j] for j in range(n)) for i in range(n)]


@mistake("sums-in-a-column")
def sums_in_a_column(W: Array, x: Array) -> Array:
    return W @ x.reshape(-1, 1)


@variant("sums-in-a-column")
def sums_in_a_row(W: Array, x: Array) -> Array:
    return (W @ x).reshape(1, -1)


@mistake("weights-plus-inputs")
def weights_plus_inputs(W: Array, x: Array) -> Array:
    return np.asarray((W + x).sum(axis=1))


@mistake("bias-of-one")
def bias_of_one(W: Array, x: Array) -> Array:
    return W @ x + 1


@mistake("first-row-only")
def first_row_only(W: Array, x: Array) -> float:
    return float(W[0] @ x)


@variant("first-row-only")
def first_row_for_all(W: Array, x: Array) -> Array:
    return np.full(len(W), W[0] @ x)


@mistake("sums-pile-up")
def sums_pile_up(W: Array, x: Array) -> Array:
    return np.cumsum(W @ x)


@mistake("last-product-kept")
def last_product_kept(W: Array, x: Array) -> Array:
    return W[:, -1] * x[-1]


@mistake("sums-in-place")
def sums_in_place(W: Array, x: Array) -> Array:
    W *= x
    return np.asarray(W.sum(axis=1))
