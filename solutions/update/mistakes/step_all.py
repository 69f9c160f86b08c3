"""Mistakes about `step_all`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any
Arrays = Sequence[Array]


@mistake("step-all-uphill")
def step_all_uphill(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W + lr * g for W, g in zip(weights, gradients, strict=True)]


@mistake("step-all-in-place")
def step_all_in_the_matrices(weights: Arrays, gradients: Arrays, lr: float) -> Arrays:
    for W, gradient in zip(weights, gradients, strict=True):
        W -= lr * gradient
    return weights


@variant("step-all-in-place")
def step_all_scales_gradients(weights: Arrays, gradients: list[Array], lr: float) -> list[Array]:
    for gradient in gradients:
        gradient *= lr
    return [W - g for W, g in zip(weights, gradients, strict=True)]


@mistake("first-layer-only")
def first_layer_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0]]


@variant("first-layer-only")
def first_matrix_only(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return weights[0] - lr * gradients[0]


@mistake("last-layer-only")
def last_layer_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[-1] - lr * gradients[-1]]


@variant("last-layer-only")
def last_matrix_only(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return weights[-1] - lr * gradients[-1]


@mistake("one-layer-moved")
def first_layer_moved(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0], *weights[1:]]


@variant("one-layer-moved")
def last_layer_moved(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [*weights[:-1], weights[-1] - lr * gradients[-1]]


@mistake("two-layers-only")
def two_layers_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0], weights[1] - lr * gradients[1]]


@variant("two-layers-only")
def at_most_two_layers(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    pairs = list(zip(weights, gradients, strict=True))[:2]
    return [W - lr * g for W, g in pairs]


@mistake("layer-left-out")
def last_layer_left_out(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights[:-1], gradients[:-1], strict=True)]


@variant("layer-left-out")
def first_layer_left_out(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights[1:], gradients[1:], strict=True)]


@mistake("gradient-of-another-layer")
def first_gradient_for_all(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * gradients[0] for W in weights]


@variant("gradient-of-another-layer")
def gradients_from_the_end(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights, gradients[::-1], strict=True)]


@mistake("layers-in-reverse")
def layers_in_reverse(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights, gradients, strict=True)][::-1]


@mistake("step-all-without-rate")
def step_all_without_rate(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - g for W, g in zip(weights, gradients, strict=True)]


@mistake("old-layers-returned")
def old_layers_returned(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return list(weights)


@mistake("changes-of-all-layers")
def changes_of_all_layers(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [lr * gradient for gradient in gradients]


@mistake("layers-in-one-array")
def layers_in_one_array(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return np.concatenate([(W - lr * g).ravel() for W, g in zip(weights, gradients, strict=True)])
