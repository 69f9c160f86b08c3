"""Mistakes about `numerical_gradient`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.backprop.solution import numerical_gradient

Array = Any
Error = Callable[[Array], float]


def _differences(error: Error, W: Array, up: float, down: float) -> Array:
    """For each entry: the error with `up` added there, minus that with `down` added."""
    rises = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        raised, lowered = W.copy(), W.copy()
        raised[place] += up
        lowered[place] += down
        rises[place] = error(raised) - error(lowered)
    return rises


@mistake("one-sided-difference")
def forward_difference(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, 0.0) / h


@variant("one-sided-difference")
def backward_difference(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, 0.0, -h) / h


@mistake("half-a-difference")
def one_sided_over_two_h(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, 0.0) / (2 * h)


@variant("half-a-difference")
def moved_down_by_h_alone(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        W[place] += h
        up = error(W)
        W[place] -= h
        down = error(W)
        slopes[place] = (up - down) / (2 * h)
    return slopes


@mistake("divided-by-h-alone")
def divided_by_h_alone(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, -h) / h


@variant("divided-by-h-alone")
def divided_by_two_times_h(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, -h) / 2 * h


@variant("divided-by-h-alone")
def not_divided(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, -h)


@variant("divided-by-h-alone")
def divided_by_two_alone(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, -h) / 2


@variant("divided-by-h-alone")
def divided_by_the_square(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h, -h) / h**2


@mistake("half-of-h-moved")
def half_of_h_moved(error: Error, W: Array, h: float) -> Array:
    return _differences(error, W, h / 2, -h / 2) / h


@mistake("down-minus-up")
def down_minus_up(error: Error, W: Array, h: float) -> Array:
    return -numerical_gradient(error, W, h)


@mistake("all-weights-moved-at-once")
def all_weights_moved_at_once(error: Error, W: Array, h: float) -> Array:
    return np.full_like(W, (error(W + h) - error(W - h)) / (2 * h))


@variant("all-weights-moved-at-once")
def one_slope_for_all(error: Error, W: Array, h: float) -> float:
    return (error(W + h) - error(W - h)) / (2 * h)


@variant("all-weights-moved-at-once")
def rows_moved_at_once(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for row in range(len(W)) if W.ndim else [()]:
        nudge = np.zeros_like(W)
        nudge[row] = h
        slopes[row] = (error(W + nudge) - error(W - nudge)) / (2 * h)
    return slopes


@mistake("put-back-by-minus-h")
def put_back_by_minus_h(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        W[place] += h
        up = error(W)
        W[place] -= 2 * h
        down = error(W)
        W[place] += h
        slopes[place] = (up - down) / (2 * h)
    return slopes


@variant("put-back-by-minus-h")
def put_back_twice(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        W[place] += h
        up = error(W)
        W[place] -= h
        W[place] -= h
        down = error(W)
        W[place] += h
        slopes[place] = (up - down) / (2 * h)
    return slopes


@mistake("never-put-back")
def never_put_back(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        W[place] += h
        up = error(W)
        W[place] -= 2 * h
        down = error(W)
        slopes[place] = (up - down) / (2 * h)
    return slopes


@variant("never-put-back")
def never_put_back_in_a_copy(error: Error, W: Array, h: float) -> Array:
    return never_put_back(error, W.copy(), h)


@mistake("slopes-without-shape")
def slopes_without_shape(error: Error, W: Array, h: float) -> Array:
    return numerical_gradient(error, W, h).ravel()


@variant("slopes-without-shape")
def slopes_of_the_transpose(error: Error, W: Array, h: float) -> Array:
    return numerical_gradient(error, W, h).T


@variant("slopes-without-shape")
def slopes_added_up(error: Error, W: Array, h: float) -> float:
    return float(numerical_gradient(error, W, h).sum())


@mistake("h-of-its-own")
def h_of_its_own(error: Error, W: Array, h: float) -> Array:
    return numerical_gradient(error, W, 1e-5)


@variant("h-of-its-own")
def another_small_h(error: Error, W: Array, h: float) -> Array:
    return numerical_gradient(error, W, 1e-4)


@variant("h-of-its-own")
def h_taken_of_the_weight(error: Error, W: Array, h: float) -> Array:
    slopes = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        nudge = np.zeros_like(W)
        nudge[place] = h * max(abs(W[place]), 1.0)
        slopes[place] = (error(W + nudge) - error(W - nudge)) / (2 * nudge[place])
    return slopes
