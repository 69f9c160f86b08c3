"""Mistakes about `output_errors`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("errors-without-half")
def errors_without_half(target: Array, o: Array) -> Array:
    return (target - o) ** 2


@mistake("half-inside-the-square")
def half_inside_the_square(target: Array, o: Array) -> Array:
    return ((target - o) / 2) ** 2


@mistake("differences-not-squared")
def halved_differences(target: Array, o: Array) -> Array:
    return 0.5 * (target - o)


@variant("differences-not-squared")
def differences_as_errors(target: Array, o: Array) -> Array:
    return target - o


@variant("differences-not-squared")
def differences_the_other_way(target: Array, o: Array) -> Array:
    return o - target


@mistake("absolute-errors")
def absolute_errors(target: Array, o: Array) -> Array:
    return np.abs(target - o)


@variant("absolute-errors")
def halved_absolute_errors(target: Array, o: Array) -> Array:
    return 0.5 * np.abs(target - o)


@mistake("errors-already-summed")
def errors_already_summed(target: Array, o: Array) -> float:
    return float(0.5 * np.sum((target - o) ** 2))


@variant("errors-already-summed")
def errors_already_averaged(target: Array, o: Array) -> float:
    return float(np.mean((target - o) ** 2))


@variant("errors-already-summed")
def half_errors_averaged(target: Array, o: Array) -> float:
    return float(0.5 * np.mean((target - o) ** 2))


@mistake("difference-of-squares")
def difference_of_squares(target: Array, o: Array) -> Array:
    return 0.5 * (target**2 - o**2)


@mistake("half-of-the-target")
def half_of_the_target_only(target: Array, o: Array) -> Array:
    return (0.5 * target - o) ** 2


@mistake("errors-divided-by-n")
def errors_divided_by_n(target: Array, o: Array) -> Array:
    return np.asarray((target - o) ** 2 / len(o))


@variant("errors-divided-by-n")
def half_errors_divided_by_n(target: Array, o: Array) -> Array:
    return np.asarray(0.5 * (target - o) ** 2 / len(o))


@mistake("errors-negative")
def errors_negative(target: Array, o: Array) -> Array:
    return -0.5 * (target - o) ** 2


@mistake("cross-entropy-errors")
def cross_entropy_errors(target: Array, o: Array) -> Array:
    return -(target * np.log(o) + (1 - target) * np.log(1 - o))


@variant("cross-entropy-errors")
def cross_entropy_clipped(target: Array, o: Array) -> Array:
    return cross_entropy_errors(target, np.clip(o, 1e-12, 1 - 1e-12))


@mistake("root-of-the-errors")
def root_of_the_errors(target: Array, o: Array) -> Array:
    return np.asarray(np.sqrt(0.5 * (target - o) ** 2))


@mistake("errors-in-place")
def target_in_place(target: Array, o: Array) -> Array:
    target -= o
    return 0.5 * target**2


@variant("errors-in-place")
def prediction_in_place(target: Array, o: Array) -> Array:
    o -= target
    return 0.5 * o**2
