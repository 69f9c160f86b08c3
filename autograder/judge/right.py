"""The right answers of stand-ins: what the solution says to the student's own questions."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

from autograder.checks.support.plain import NotNumbers, Plain, Tensor, as_array, to_plain
from autograder.checks.support.watch import BadQuestion


def right_answer(assignment: str, task: str, arguments: list[Plain]) -> Plain:
    """The solution's answer, from arrays as float64. Raises BadQuestion where it has none."""
    solution = importlib.import_module(f"solutions.{assignment}")
    try:
        with np.errstate(all="ignore"):
            return to_plain(getattr(solution, task)(*map(_argument, arguments)))
    except Exception as error:
        raise BadQuestion(f"{task}: {type(error).__name__}") from None


def _argument(argument: Plain) -> Any:
    if isinstance(argument, (list, tuple, Tensor, np.ndarray)):
        try:
            return as_array(argument)
        except NotNumbers:
            return argument
    return argument
