"""Mistakes about `step`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("step-uphill")
def step_uphill(W: Array, gradient: Array, lr: float) -> Array:
    return W + lr * gradient


@mistake("step-in-place")
def step_in_place(W: Array, gradient: Array, lr: float) -> Array:
    W -= lr * gradient
    return W


@mistake("gradient-in-place")
def gradient_in_place(W: Array, gradient: Array, lr: float) -> Array:
    gradient *= lr
    return W - gradient


@mistake("step-without-rate")
def step_without_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient


@mistake("step-divided-by-rate")
def step_divided_by_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient / lr


@mistake("step-rate-on-weights")
def step_rate_on_both(W: Array, gradient: Array, lr: float) -> Array:
    return lr * (W - gradient)


@variant("step-rate-on-weights")
def step_rate_on_weights_only(W: Array, gradient: Array, lr: float) -> Array:
    return lr * W - gradient


@variant("step-rate-on-weights")
def step_shrinks_weights(W: Array, gradient: Array, lr: float) -> Array:
    return (1 - lr) * W - lr * gradient


@mistake("rate-in-brackets")
def step_rate_in_brackets(W: Array, gradient: Array, lr: float) -> Array:
    return (W - lr) * gradient


@mistake("rate-added")
def rate_subtracted(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr - gradient


@variant("rate-added")
def rate_added_to_the_difference(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient + lr


@mistake("change-alone")
def change_alone(W: Array, gradient: Array, lr: float) -> Array:
    return lr * gradient


@variant("change-alone")
def change_alone_downhill(W: Array, gradient: Array, lr: float) -> Array:
    return -lr * gradient


@mistake("step-terms-exchanged")
def step_terms_exchanged(W: Array, gradient: Array, lr: float) -> Array:
    return lr * gradient - W


@mistake("step-times-weights")
def step_times_weights(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient * W


@variant("step-times-weights")
def step_as_factor(W: Array, gradient: Array, lr: float) -> Array:
    return W * lr * gradient


@mistake("step-of-signs")
def step_of_signs(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.sign(gradient)


@mistake("step-of-length-one")
def step_of_length_one(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / np.linalg.norm(gradient)


@mistake("step-of-sizes")
def step_of_sizes(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.abs(gradient)


@variant("step-of-sizes")
def step_of_squares(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient**2


@mistake("step-scaled")
def step_with_squared_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * lr * gradient


@variant("step-scaled")
def step_with_rate_of_the_chapter(W: Array, gradient: Array, lr: float) -> Array:
    return W - 0.5 * gradient


@variant("step-scaled")
def step_averaged(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / np.size(gradient)


@variant("step-scaled")
def step_averaged_over_rows(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / len(gradient)


@variant("step-scaled")
def step_doubled(W: Array, gradient: Array, lr: float) -> Array:
    return W - 2 * lr * gradient


@variant("step-scaled")
def step_halved(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / 2


@mistake("step-of-one-number")
def step_of_the_mean(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.mean(gradient)


@variant("step-of-one-number")
def step_of_the_sum(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.sum(gradient)
