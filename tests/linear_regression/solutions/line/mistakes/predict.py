"""Mistakes about `predict`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("intercept-left-out")
def intercept_left_out(x: Array, slope: float, intercept: float) -> Array:
    return slope * x


@mistake("slope-and-intercept-exchanged")
def slope_and_intercept_exchanged(x: Array, slope: float, intercept: float) -> Array:
    return intercept * x + slope


@mistake("intercept-subtracted")
def intercept_subtracted(x: Array, slope: float, intercept: float) -> Array:
    return slope * x - intercept


@mistake("sum-before-product")
def sum_before_product(x: Array, slope: float, intercept: float) -> Array:
    return slope * (x + intercept)


@mistake("last-point-only")
def last_point_only(x: Array, slope: float, intercept: float) -> float:
    return float(slope * x[-1] + intercept)


@variant("last-point-only")
def first_point_only(x: Array, slope: float, intercept: float) -> float:
    return float(slope * x[0] + intercept)


@mistake("x-scaled-in-place")
def x_scaled_in_place(x: Array, slope: float, intercept: float) -> Array:
    x *= slope
    return np.asarray(x + intercept)
