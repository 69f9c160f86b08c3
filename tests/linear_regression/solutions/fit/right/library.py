"""What NumPy has for it: a least-squares solver, the correlation."""

import numpy as np


def fit_slope(x, y):
    return np.linalg.lstsq(np.vander(x, 2), y, rcond=None)[0][0]


def fit_intercept(x, y):
    return np.polyfit(x, y, 1)[1]


def r_squared(x, y):
    return np.corrcoef(x, y)[0, 1] ** 2
