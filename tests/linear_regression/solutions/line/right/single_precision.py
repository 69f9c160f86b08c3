"""NumPy in single precision, and a class for a line."""

import numpy as np


class Line:
    def __init__(self, slope, intercept):
        self.slope, self.intercept = np.float32(slope), np.float32(intercept)

    def __call__(self, x):
        return self.slope * np.float32(x) + self.intercept


def predict(x, slope, intercept):
    return Line(slope, intercept)(x)


def residuals(x, y, slope, intercept):
    return np.float32(y) - Line(slope, intercept)(x)


def mean_squared_error(x, y, slope, intercept):
    return np.square(residuals(x, y, slope, intercept)).mean()


def best_line(error, lines):
    errors = {number: error(*line) for number, line in enumerate(np.float32(lines))}
    return min(errors, key=errors.get)
