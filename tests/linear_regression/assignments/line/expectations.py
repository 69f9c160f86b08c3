"""What is expected of a line's number, in visible and hidden checks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from autograder.checks import Answer, expect, fail, numbers


def expect_line(answer: Answer, lines: NDArray[np.float64], best: int) -> None:
    """The check fails unless the answer is the number of the best line."""
    number = numbers(answer)
    if number.size == 1 and number.item() >= len(lines):
        fail("no_line", call=answer.called, got=f"{number.item():g}", last=len(lines) - 1)
    expect(answer, equal=best)
