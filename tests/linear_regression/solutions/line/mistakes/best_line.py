"""Mistakes about `best_line`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.hints import mistake, variant

Array = Any
Error = Callable[[float, float], float]


def _errors(error: Error, lines: Array) -> list[float]:
    return [error(*line) for line in lines]


@mistake("worst-line")
def worst_line(error: Error, lines: Array) -> int:
    errors = _errors(error, lines)
    return errors.index(max(errors))


@mistake("counted-from-one")
def counted_from_one(error: Error, lines: Array) -> int:
    errors = _errors(error, lines)
    return errors.index(min(errors)) + 1


@mistake("error-for-number")
def error_for_number(error: Error, lines: Array) -> float:
    return min(_errors(error, lines))


@variant("error-for-number")
def line_for_number(error: Error, lines: Array) -> Array:
    errors = _errors(error, lines)
    return lines[errors.index(min(errors))]


@mistake("arguments-exchanged")
def arguments_exchanged(error: Error, lines: Array) -> int:
    errors = [error(intercept, slope) for slope, intercept in lines]
    return errors.index(min(errors))


@mistake("nearest-to-zero")
def nearest_to_zero(error: Error, lines: Array) -> int:
    errors = [abs(each) for each in _errors(error, lines)]
    return errors.index(min(errors))


@mistake("asked-twice")
def asked_twice(error: Error, lines: Array) -> int:
    return min(range(len(lines)), key=lambda number: error(*lines[number]) + 0 * error(*lines[0]))
