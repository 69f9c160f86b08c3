"""Mistakes about `fit_slope`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant

Array = Any


@mistake("through-the-origin")
def through_the_origin(x: Array, y: Array) -> float:
    return float(x @ y / (x @ x))


@variant("through-the-origin")
def denominator_not_centred(x: Array, y: Array) -> float:
    return float((x - x.mean()) @ (y - y.mean()) / (x @ x))


@mistake("divided-by-y")
def divided_by_y(x: Array, y: Array) -> float:
    dx, dy = x - x.mean(), y - y.mean()
    return float(dx @ dy / (dy @ dy))


@variant("divided-by-y")
def correlation_for_slope(x: Array, y: Array) -> float:
    dx, dy = x - x.mean(), y - y.mean()
    return float(dx @ dy / np.sqrt((dx @ dx) * (dy @ dy)))


@mistake("covariance-for-slope")
def covariance_for_slope(x: Array, y: Array) -> float:
    return float(np.mean((x - x.mean()) * (y - y.mean())))


@variant("covariance-for-slope")
def sum_for_slope(x: Array, y: Array) -> float:
    return float(np.sum((x - x.mean()) * (y - y.mean())))


@mistake("first-to-last")
def first_to_last(x: Array, y: Array) -> float:
    return float(np.float64(y[-1] - y[0]) / (x[-1] - x[0]))


@variant("first-to-last")
def mean_of_slopes(x: Array, y: Array) -> float:
    return float(np.mean(np.diff(y) / np.diff(x)))


@mistake("centred-in-place")
def centred_in_place(x: Array, y: Array) -> float:
    dx = x - x.mean()
    y -= y.mean()
    return float(dx @ y / (dx @ dx))
