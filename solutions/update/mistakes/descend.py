"""Mistakes about `descend`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.hints import mistake, variant
from solutions.update.solution import descend, step

Array = Any
Slope = Callable[[Array], Array]


@mistake("gradient-taken-once")
def gradient_taken_once(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
    return w


@variant("gradient-taken-once")
def gradient_at_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = place - lr * gradient(w)
    return place


@mistake("step-from-the-start")
def step_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(w)
    return place


@variant("step-from-the-start")
def new_slope_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(place)
    return place


@mistake("one-step-too-many")
def one_step_too_many(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, steps + 1)


@mistake("always-a-first-step")
def always_a_first_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps, 1))


@mistake("one-step-too-few")
def one_step_too_few(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps - 1, 0))


@mistake("one-step-only")
def one_step_only(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return w - lr * gradient(w)


@variant("one-step-only")
def at_most_one_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, min(steps, 1))


@mistake("descend-uphill")
def descend_uphill(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, -lr, steps)


@mistake("descend-without-rate")
def descend_without_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, 1.0, steps)


@mistake("descend-in-place")
def descend_in_place(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w -= lr * gradient(w)
    return w


@mistake("asked-once-too-often")
def asked_once_too_often(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
        slope = gradient(w)
    return w


@mistake("asked-twice-for-each-step")
def asked_twice_for_each_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        gradient(w)
        w = w - lr * gradient(w)
    return w


@mistake("places-returned")
def places_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(steps + 1)]


@variant("places-returned")
def places_after_steps_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(1, steps + 1)]


@mistake("descend-other-method")
def descend_with_momentum(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    speed: Any = 0.0
    for _ in range(steps):
        speed = 0.9 * speed + gradient(w)
        w = w - lr * speed
    return w


@variant("descend-other-method")
def descend_with_shrinking_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for count in range(steps):
        w = w - lr / (count + 1) * gradient(w)
    return w


@variant("descend-other-method")
def descend_with_falling_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w = w - lr * gradient(w)
        lr = lr * 0.9
    return w


@variant("descend-other-method")
def descend_with_summed_slopes(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    total: Any = 0.0
    for _ in range(steps):
        total = total + gradient(w)
        w = w - lr * total
    return w


@mistake("no-walk")
def no_walk(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        step(w, gradient(w), lr)
    return w
