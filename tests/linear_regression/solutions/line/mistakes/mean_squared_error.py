"""Mistakes about `mean_squared_error`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.line.solution import residuals

Array = Any


@mistake("squares-added-up")
def squares_added_up(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.sum(residuals(x, y, slope, intercept) ** 2))


@variant("squares-added-up")
def half_the_sum(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(0.5 * np.sum(residuals(x, y, slope, intercept) ** 2))


@mistake("mean-before-square")
def mean_before_square(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.mean(residuals(x, y, slope, intercept)) ** 2)


@mistake("mean-of-distances")
def mean_of_distances(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.mean(np.abs(residuals(x, y, slope, intercept))))


@variant("mean-of-distances")
def mean_of_residuals(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.mean(residuals(x, y, slope, intercept)))


@mistake("root-of-the-mean")
def root_of_the_mean(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.sqrt(np.mean(residuals(x, y, slope, intercept) ** 2)))


@mistake("one-point-too-few")
def one_point_too_few(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.sum(residuals(x, y, slope, intercept) ** 2) / max(len(x) - 1, 1))
