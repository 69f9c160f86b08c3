"""Mistakes about `output_deltas`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.backprop.mistakes.sigmoid_slope import activation, slope_of_activated

Array = Any


@mistake("output-deltas-sign")
def output_deltas_sign(target: Array, o: Array) -> Array:
    return (target - o) * o * (1 - o)


@mistake("delta-without-slope")
def delta_without_slope(target: Array, o: Array) -> Array:
    return o - target


@variant("delta-without-slope")
def delta_without_slope_and_sign(target: Array, o: Array) -> Array:
    return target - o


@mistake("delta-slope-again")
def delta_slope_again(target: Array, o: Array) -> Array:
    return (o - target) * slope_of_activated(o)


@variant("delta-slope-again")
def delta_times_activated(target: Array, o: Array) -> Array:
    return (o - target) * activation(o)


@mistake("delta-slope-twice")
def delta_slope_twice(target: Array, o: Array) -> Array:
    return (o - target) * (o * (1 - o)) ** 2


@mistake("delta-is-slope-alone")
def delta_is_slope_alone(target: Array, o: Array) -> Array:
    return o * (1 - o)


@mistake("delta-slope-of-target")
def delta_slope_of_target(target: Array, o: Array) -> Array:
    return (o - target) * target * (1 - target)


@mistake("delta-doubled")
def delta_doubled(target: Array, o: Array) -> Array:
    return 2 * (o - target) * o * (1 - o)


@variant("delta-doubled")
def delta_halved(target: Array, o: Array) -> Array:
    return 0.5 * (o - target) * o * (1 - o)


@mistake("delta-averaged")
def delta_averaged(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o) / len(o)


@variant("delta-averaged")
def delta_of_the_mean(target: Array, o: Array) -> Array:
    return 2 * (o - target) * o * (1 - o) / len(o)


@mistake("delta-factors-added")
def delta_factors_added(target: Array, o: Array) -> Array:
    return (o - target) + o * (1 - o)


@mistake("delta-other-slope")
def delta_tanh_slope(target: Array, o: Array) -> Array:
    return (o - target) * (1 - o**2)


@variant("delta-other-slope")
def delta_one_minus_o(target: Array, o: Array) -> Array:
    return (o - target) * (1 - o)


@variant("delta-other-slope")
def delta_times_o(target: Array, o: Array) -> Array:
    return (o - target) * o


@mistake("delta-without-brackets")
def delta_without_brackets(target: Array, o: Array) -> Array:
    return (o - target) * o * 1 - o


@variant("delta-without-brackets")
def delta_brackets_missing_in_front(target: Array, o: Array) -> Array:
    return o - target * o * (1 - o)


@mistake("delta-from-squares")
def delta_from_squares(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2 * o * (1 - o)


@variant("delta-from-squares")
def delta_from_full_squares(target: Array, o: Array) -> Array:
    return (target - o) ** 2 * o * (1 - o)


@mistake("deltas-summed")
def deltas_summed(target: Array, o: Array) -> float:
    return float(np.sum((o - target) * o * (1 - o)))
