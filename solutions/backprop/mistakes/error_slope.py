"""Mistakes about `error_slope`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("slope-sign")
def slope_sign(target: Array, o: Array) -> Array:
    return target - o


@mistake("slope-without-half")
def slope_without_half(target: Array, o: Array) -> Array:
    return 2 * (o - target)


@variant("slope-without-half")
def slope_without_half_and_sign(target: Array, o: Array) -> Array:
    return -2 * (o - target)


@mistake("slope-halved")
def slope_halved(target: Array, o: Array) -> Array:
    return 0.5 * (o - target)


@variant("slope-halved")
def slope_halved_with_sign(target: Array, o: Array) -> Array:
    return 0.5 * (target - o)


@mistake("slope-averaged")
def slope_averaged(target: Array, o: Array) -> Array:
    return (o - target) / len(o)


@variant("slope-averaged")
def slope_of_the_mean(target: Array, o: Array) -> Array:
    return 2 * (o - target) / len(o)


@mistake("error-for-slope")
def error_for_slope(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2


@variant("error-for-slope")
def square_for_slope(target: Array, o: Array) -> Array:
    return (target - o) ** 2


@mistake("slope-absolute")
def slope_absolute(target: Array, o: Array) -> Array:
    return np.abs(o - target)


@mistake("slopes-summed")
def slopes_summed(target: Array, o: Array) -> float:
    return float(np.sum(o - target))


@mistake("slope-goes-too-far")
def slope_goes_too_far(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o)


@mistake("slope-of-cross-entropy")
def slope_of_cross_entropy(target: Array, o: Array) -> Array:
    return (o - target) / (o * (1 - o))


@mistake("slope-in-place")
def slope_in_place(target: Array, o: Array) -> Array:
    o -= target
    return o
