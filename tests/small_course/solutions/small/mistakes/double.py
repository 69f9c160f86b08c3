"""Mistakes about `double`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant


@mistake("squared")
def squared(x: Any) -> Any:
    return x**2


@mistake("doubled-twice")
def doubled_twice(x: Any) -> Any:
    return 4 * np.asarray(x)


@variant("doubled-twice")
def doubled_three_times(x: Any) -> Any:
    return 8 * np.asarray(x)
