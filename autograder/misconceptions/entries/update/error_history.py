"""Misconceptions about `error_history`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.update import descend, error_history

Array = Any
Slope = Callable[[Array], Array]
Error = Callable[[Array], float]


@misconception(
    "update/first-error-missing",
    title="leaves out the error before the first step",
    why="The error is noted after each step only.",
    en="The errors after the steps are there, one more belongs in front. How many posts has a "
    "fence with three gaps?",
    ko="걸음 뒤의 오차는 있지만 맨 앞에 하나가 더 있어야 합니다. 칸이 셋인 울타리에는 기둥이 "
    "몇 개인가요?",
)
def first_error_missing(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[1:]


@misconception(
    "update/last-error-missing",
    title="leaves out the error after the last step",
    why="The error is noted before each step only.",
    en="The errors before the steps are there, one more belongs at the end. How many posts has "
    "a fence with three gaps?",
    ko="걸음 앞의 오차는 있지만 맨 뒤에 하나가 더 있어야 합니다. 칸이 셋인 울타리에는 기둥이 "
    "몇 개인가요?",
)
def last_error_missing(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[:steps]


@misconception(
    "update/one-error-too-many",
    title="notes one error too many",
    why="range(steps + 1) together with an error before or after the loop.",
    en="There is one error too many. How many are noted when `steps` is 0?",
    ko="오차가 하나 많습니다. steps가 0이면 몇 개가 담기나요?",
)
def one_error_too_many(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps + 1)


@way("update/one-error-too-many")
def first_error_twice(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w), *error_history(error, gradient, w, lr, steps)]


@way("update/one-error-too-many")
def last_error_twice(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [*errors, errors[-1]]


@misconception(
    "update/history-gradient-at-the-start",
    title="uses the starting point's slope for every step",
    why="The gradient is taken once, before the loop.",
    en="From the second step on the errors differ. Which w does the second slope belong to?",
    ko="두 번째 걸음부터 오차가 다릅니다. 두 번째 기울기는 어느 w의 것이어야 하나요?",
)
def history_gradient_at_the_start(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    slope = gradient(w)
    return [error(w - count * lr * slope) for count in range(steps + 1)]


@misconception(
    "update/history-without-walk",
    title="notes the same error again and again",
    why="The new place gets another name than the one that is measured.",
    en="The same error stands in the list again and again. At which w is each of them measured?",
    ko="리스트에 같은 오차가 되풀이됩니다. 오차는 각각 어느 w에서 구한 것인가요?",
)
def history_without_walk(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w)] * (steps + 1)


@way("update/history-without-walk")
def history_of_one_step(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return [error(w)] + [error(w - lr * gradient(w))] * steps


@misconception(
    "update/history-uphill",
    title="walks uphill",
    why="“Update” sounds like adding.",
    en="The errors rise from step to step. In which direction does w move?",
    ko="걸음마다 오차가 커집니다. w는 어느 방향으로 움직이나요?",
)
def history_uphill(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    return error_history(error, gradient, w, -lr, steps)


@misconception(
    "update/history-without-rate",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Only the first error is right: each step is as long as the gradient itself. Which "
    "argument says how much of it to take?",
    ko="첫 오차만 맞고, 걸음마다 기울기 전체만큼 움직입니다. 그 가운데 얼마만큼 갈지 정하는 "
    "인자는 무엇인가요?",
)
def history_without_rate(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, 1.0, steps)


@misconception(
    "update/history-in-place",
    title="changes the caller's w",
    why="`-=` looks like a shorter way to write the same.",
    en="The errors are right, but the caller's w has walked along. What does `-=` do to an "
    "array that somebody else holds?",
    ko="오차는 맞지만 호출한 쪽의 w도 함께 움직였습니다. -=는 다른 곳에서도 쓰는 배열에 어떤 "
    "일을 하나요?",
)
def history_in_place(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = [error(w)]
    for _ in range(steps):
        w -= lr * gradient(w)
        errors.append(error(w))
    return errors


@misconception(
    "update/only-the-last-error",
    title="returns the last error alone",
    why="Each round replaces the number of the one before.",
    en="One error comes back. What is asked for of all the others?",
    ko="오차가 하나만 돌아왔습니다. 나머지 오차는 어떻게 되어야 하나요?",
)
def only_the_last_error(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> float:
    return error_history(error, gradient, w, lr, steps)[-1]


@way("update/only-the-last-error")
def first_and_last_error(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [errors[0], errors[-1]]


@misconception(
    "update/places-for-errors",
    title="notes w or its gradient instead of the error",
    why="The wrong name goes into the list.",
    en="The list holds something else than errors. Which function turns a place into an error?",
    ko="리스트에 오차가 아닌 것이 담겼습니다. 위치를 오차로 바꾸어 주는 함수는 무엇인가요?",
)
def places_for_errors(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(steps + 1)]


@way("update/places-for-errors")
def slopes_for_errors(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[Array]:
    return [gradient(descend(gradient, w, lr, count)) for count in range(steps + 1)]


@misconception(
    "update/errors-in-reverse",
    title="lists the errors from the end",
    why="Each error is put in front.",
    en="The errors are right, in the opposite order. Which one comes first in time?",
    ko="오차는 맞지만 순서가 거꾸로입니다. 시간 순서로 가장 먼저인 것은 어느 것인가요?",
)
def errors_in_reverse(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, steps)[::-1]


@misconception(
    "update/errors-piled-up",
    title="adds the errors up, or averages them",
    why="A running total is known from training loops.",
    en="Each number holds the errors before it, too. What is asked for: a running total, or "
    "the error at each place?",
    ko="수마다 앞의 오차가 함께 들어 있습니다. 필요한 것은 누적한 값인가요, 그 자리의 오차인가요?",
)
def errors_piled_up(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    return [float(e) for e in np.cumsum(error_history(error, gradient, w, lr, steps))]


@way("update/errors-piled-up")
def errors_averaged(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = error_history(error, gradient, w, lr, steps)
    return [sum(errors[: count + 1]) / (count + 1) for count in range(len(errors))]


@misconception(
    "update/two-steps-for-an-error",
    title="walks too far between two errors",
    why="`descend` is called with the growing count from the place already reached.",
    en="Between two errors w walks more than one step. From where, and for how many steps, "
    "does each part of the walk go?",
    ko="두 오차 사이에서 w가 한 걸음보다 많이 갑니다. 매번 어디에서 몇 걸음을 가고 있나요?",
)
def growing_walks(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    errors = []
    for count in range(steps + 1):
        w = descend(gradient, w, lr, count)
        errors.append(error(w))
    return errors


@way("update/two-steps-for-an-error")
def two_steps_for_each(
    error: Error, gradient: Slope, w: Array, lr: float, steps: int
) -> list[float]:
    return error_history(error, gradient, w, lr, 2 * steps)[::2]
