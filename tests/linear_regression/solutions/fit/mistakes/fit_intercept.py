"""Mistakes about `fit_intercept`."""

from __future__ import annotations

from typing import Any

from autograder.hints import mistake, variant
from solutions.fit.solution import fit_slope

Array = Any


@mistake("mean-of-y")
def mean_of_y(x: Array, y: Array) -> float:
    return float(y.mean())


@mistake("sign-of-the-slope")
def sign_of_the_slope(x: Array, y: Array) -> float:
    return float(y.mean() + fit_slope(x, y) * x.mean())


@mistake("first-point-for-mean")
def first_point_for_mean(x: Array, y: Array) -> float:
    return float(y[0] - fit_slope(x, y) * x[0])


@variant("first-point-for-mean")
def last_point_for_mean(x: Array, y: Array) -> float:
    return float(y[-1] - fit_slope(x, y) * x[-1])


@mistake("means-exchanged")
def means_exchanged(x: Array, y: Array) -> float:
    return float(x.mean() - fit_slope(x, y) * y.mean())
