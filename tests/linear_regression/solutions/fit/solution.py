"""Section 2: the line of least squares."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def fit_slope(x: Array, y: Array) -> float:
    """Σ (x − x̄) y / Σ (x − x̄)²: ȳ drops out, since the x − x̄ add up to 0. (2)"""
    dx = x - x.mean()
    return float(dx @ y / (dx @ dx))


def fit_intercept(x: Array, y: Array) -> float:
    """ȳ − slope · x̄: the line goes through the mean of the points. (2)"""
    return float(y.mean() - fit_slope(x, y) * x.mean())


def r_squared(x: Array, y: Array) -> float:
    """1 − (squares that the line leaves) / (squares that the mean leaves). (2)"""
    left = y - (fit_slope(x, y) * x + fit_intercept(x, y))
    return float(1 - np.sum(left**2) / np.sum((y - y.mean()) ** 2))
