"""Mistakes about `residuals`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.line.solution import predict

Array = Any


@mistake("prediction-minus-measured")
def prediction_minus_measured(x: Array, y: Array, slope: float, intercept: float) -> Array:
    return predict(x, slope, intercept) - y


@mistake("distances-for-residuals")
def distances_for_residuals(x: Array, y: Array, slope: float, intercept: float) -> Array:
    return np.abs(y - predict(x, slope, intercept))


@variant("distances-for-residuals")
def squares_for_residuals(x: Array, y: Array, slope: float, intercept: float) -> Array:
    return (y - predict(x, slope, intercept)) ** 2


@mistake("from-the-mean")
def from_the_mean(x: Array, y: Array, slope: float, intercept: float) -> Array:
    return y - y.mean()


@mistake("intercept-with-the-wrong-sign")
def intercept_with_the_wrong_sign(x: Array, y: Array, slope: float, intercept: float) -> Array:
    return y - slope * x + intercept


@mistake("residuals-added-up")
def residuals_added_up(x: Array, y: Array, slope: float, intercept: float) -> float:
    return float(np.sum(y - predict(x, slope, intercept)))
