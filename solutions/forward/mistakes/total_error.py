"""Mistakes about `total_error`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.forward.mistakes.output_errors import cross_entropy_errors

Array = Any


@mistake("total-without-half")
def total_without_half(target: Array, o: Array) -> float:
    return float(np.sum((target - o) ** 2))


@mistake("mean-for-total")
def mean_for_total(target: Array, o: Array) -> float:
    return float(np.mean((target - o) ** 2))


@variant("mean-for-total")
def half_mean_for_total(target: Array, o: Array) -> float:
    return float(0.5 * np.mean((target - o) ** 2))


@mistake("half-twice")
def half_twice(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(0.5 * (target - o) ** 2))


@mistake("sum-before-square")
def sum_before_square(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(target - o) ** 2)


@variant("sum-before-square")
def sum_before_square_without_half(target: Array, o: Array) -> float:
    return float(np.sum(target - o) ** 2)


@mistake("total-not-squared")
def absolute_total(target: Array, o: Array) -> float:
    return float(np.sum(np.abs(target - o)))


@variant("total-not-squared")
def half_absolute_total(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(np.abs(target - o)))


@variant("total-not-squared")
def difference_total(target: Array, o: Array) -> float:
    return float(np.sum(target - o))


@variant("total-not-squared")
def half_difference_total(target: Array, o: Array) -> float:
    return float(0.5 * np.sum(target - o))


@mistake("errors-not-summed")
def errors_not_summed(target: Array, o: Array) -> Array:
    return 0.5 * (target - o) ** 2


@mistake("one-error-for-total")
def first_error_for_total(target: Array, o: Array) -> float:
    return float(0.5 * (target[0] - o[0]) ** 2)


@variant("one-error-for-total")
def last_error_for_total(target: Array, o: Array) -> float:
    return float(0.5 * (target[-1] - o[-1]) ** 2)


@variant("one-error-for-total")
def largest_error_for_total(target: Array, o: Array) -> float:
    return float(np.max(0.5 * (target - o) ** 2))


@mistake("two-errors-for-total")
def two_errors_for_total(target: Array, o: Array) -> float:
    errors = 0.5 * (target - o) ** 2
    return float(errors[0] + errors[1])


@variant("two-errors-for-total")
def errors_of_a_slice_for_total(target: Array, o: Array) -> float:
    return float(np.sum(0.5 * (target[:2] - o[:2]) ** 2))


@mistake("root-of-the-total")
def root_of_the_total(target: Array, o: Array) -> float:
    return float(np.sqrt(np.sum((target - o) ** 2)))


@variant("root-of-the-total")
def root_of_half_the_total(target: Array, o: Array) -> float:
    return float(np.sqrt(0.5 * np.sum((target - o) ** 2)))


@variant("root-of-the-total")
def root_of_the_mean(target: Array, o: Array) -> float:
    return float(np.sqrt(np.mean((target - o) ** 2)))


@mistake("cross-entropy-total")
def cross_entropy_total(target: Array, o: Array) -> float:
    return float(np.sum(cross_entropy_errors(target, o)))


@variant("cross-entropy-total")
def cross_entropy_mean(target: Array, o: Array) -> float:
    return float(np.mean(cross_entropy_errors(target, o)))
