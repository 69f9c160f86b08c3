"""Section 1: a line's predictions, its residuals, its error."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def predict(x: Array, slope: float, intercept: float) -> Array:
    """slope · x + intercept. (1)"""
    return slope * x + intercept


def residuals(x: Array, y: Array, slope: float, intercept: float) -> Array:
    """y − prediction, for each point. (1)"""
    return y - predict(x, slope, intercept)


def mean_squared_error(x: Array, y: Array, slope: float, intercept: float) -> float:
    """The mean of the squared residuals. (1)"""
    return float(np.mean(residuals(x, y, slope, intercept) ** 2))


def best_line(error: Callable[[float, float], float], lines: Array) -> int:
    """The number of the line with the smallest error; each is asked for once. (1)"""
    errors = [error(slope, intercept) for slope, intercept in lines]
    return errors.index(min(errors))
