"""Mistakes about `r_squared`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.fit.solution import fit_intercept, fit_slope

Array = Any


def _left(x: Array, y: Array) -> Array:
    return y - (fit_slope(x, y) * x + fit_intercept(x, y))


@mistake("share-that-is-left")
def share_that_is_left(x: Array, y: Array) -> float:
    return float(np.sum(_left(x, y) ** 2) / np.sum((y - y.mean()) ** 2))


@mistake("fraction-upside-down")
def fraction_upside_down(x: Array, y: Array) -> float:
    return float(np.sum((y - y.mean()) ** 2) / np.sum(_left(x, y) ** 2))


@mistake("not-squared")
def not_squared(x: Array, y: Array) -> float:
    return float(np.corrcoef(x, y)[0, 1])


@variant("not-squared")
def root_of_the_share(x: Array, y: Array) -> float:
    return float(np.abs(np.corrcoef(x, y)[0, 1]))


@mistake("measured-from-zero")
def measured_from_zero(x: Array, y: Array) -> float:
    return float(1 - np.sum(_left(x, y) ** 2) / np.sum(y**2))


@mistake("distances-for-squares")
def distances_for_squares(x: Array, y: Array) -> float:
    return float(1 - np.sum(np.abs(_left(x, y))) / np.sum(np.abs(y - y.mean())))
