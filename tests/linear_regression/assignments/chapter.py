"""The numbers of the two sections. Nothing else knows one."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def _array(*values: object) -> Array:
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    return array


# 1, four points and a line drawn by eye
x: Final = _array(1, 2, 3, 4)
y: Final = _array(3, 5, 4, 8)
slope: Final = 1.5
intercept: Final = 1.0
predictions: Final = _array(2.5, 4, 5.5, 7)
residuals: Final = _array(0.5, 1, -1.5, 1)
mean_squared_error: Final = 1.125
lines: Final = _array([1.5, 1], [1.4, 1.5], [0, 5])  # by eye, by least squares, no slope at all

# 2, the same points by least squares
fitted_slope: Final = 1.4
fitted_intercept: Final = 1.5
r_squared: Final = 0.7


def _read_springs() -> tuple[Array, Array]:
    """2, a spring's length in cm under loads in N."""
    with (Path(__file__).parent / "springs.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    loads, lengths = ([float(row[name]) for row in rows] for name in ("load", "length"))
    return _array(*loads), _array(*lengths)


loads, lengths = _read_springs()
springs_slope: Final = 12.9 / 7  # worked with fractions, as the two below
springs_intercept: Final = 12.125
springs_r_squared: Final = 0.9991744097029376
