"""What a check did with the student's functions, step by step, so that it can be done again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autograder.values.plain import Value

MODEL = "model"
PARAMETERS = "parameters"
OUTPUTS = "outputs"
NUDGE = "nudge"

Asked = tuple[tuple[NDArray[np.float64], ...], ...]  # the places of one function, in order


@dataclass(frozen=True, slots=True)
class Step:
    """One use of a verb of `student`: a task's name, or one of those above.

    `asked` holds, for each function among the arguments, where the call asked it; `raised` when
    nothing came back.
    """

    verb: str
    arguments: tuple[object, ...]
    value: Value = None
    changed: tuple[int, ...] = ()
    warned: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    raised: bool = False
    kept: tuple[int, ...] = ()
