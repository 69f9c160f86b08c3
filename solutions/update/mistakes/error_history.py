"""Mistakes about `error_history`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.update.solution import descend, error_history

Array = Any
Slope = Callable[[Array], Array]
Error = Callable[[Array], float]


@mistake("first-error-missing")
def first_error_missing(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[1:]


@mistake("last-error-missing")
def last_error_missing(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[:steps]


@mistake("one-error-too-many")
def one_error_too_many(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps + 1)


@variant("one-error-too-many")
def first_error_twice(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w), *error_history(error, gradient, w, lr, steps)]


@variant("one-error-too-many")
def last_error_twice(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [*errors, errors[-1]]


@mistake("history-gradient-at-the-start")
def history_gradient_at_the_start(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    slope = gradient(w)
    return [error(w - count * lr * slope) for count in range(steps + 1)]


@mistake("history-without-walk")
def history_without_walk(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w)] * (steps + 1)


@variant("history-without-walk")
def history_of_one_step(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w)] + [error(w - lr * gradient(w))] * steps


@mistake("history-uphill")
def history_uphill(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    return error_history(error, gradient, w, -lr, steps)


@mistake("history-without-rate")
def history_without_rate(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, 1.0, steps)


@mistake("history-in-place")
def history_in_place(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = [error(w)]
    for _ in range(steps):
        w -= lr * gradient(w)
        errors.append(error(w))
    return errors


@mistake("only-the-last-error")
def only_the_last_error(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> float:
    return error_history(error, gradient, w, lr, steps)[-1]


@mistake("first-and-last-error")
def first_and_last_error(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [errors[0], errors[-1]]


@mistake("places-for-errors")
def places_for_errors(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(steps + 1)]


@variant("places-for-errors")
def slopes_for_errors(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[Array]:
    return [gradient(descend(gradient, w, lr, count)) for count in range(steps + 1)]


@mistake("errors-in-reverse")
def errors_in_reverse(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[::-1]


@mistake("errors-piled-up")
def errors_piled_up(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    return [float(e) for e in np.cumsum(error_history(error, gradient, w, lr, steps))]


@variant("errors-piled-up")
def errors_averaged(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [sum(errors[: count + 1]) / (count + 1) for count in range(len(errors))]


@mistake("two-steps-for-an-error")
def growing_walks(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = []
    for count in range(steps + 1):
        w = descend(gradient, w, lr, count)
        errors.append(error(w))
    return errors


@variant("two-steps-for-an-error")
def two_steps_for_each(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, 2 * steps)[::2]
