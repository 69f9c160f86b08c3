"""Mistakes about `output_gradients`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.backprop.mistakes.sigmoid_slope import slope_of_activated
from solutions.backprop.solution import output_deltas

Array = Any


@mistake("output-gradients-transposed")
def output_gradients_transposed(target: Array, o: Array, h: Array) -> Array:
    return np.outer(h, output_deltas(target, o))


@mistake("output-gradients-elementwise")
def output_gradients_elementwise(target: Array, o: Array, h: Array) -> Array:
    return output_deltas(target, o) * h


@mistake("output-gradients-one-number")
def output_gradients_as_one_number(target: Array, o: Array, h: Array) -> Array:
    return np.asarray(output_deltas(target, o) @ h)


@mistake("output-gradients-sign")
def output_gradients_sign(target: Array, o: Array, h: Array) -> Array:
    return -np.outer(output_deltas(target, o), h)


@mistake("output-gradients-without-slope")
def output_gradients_without_slope(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h)


@variant("output-gradients-without-slope")
def output_gradients_without_slope_and_sign(target: Array, o: Array, h: Array) -> Array:
    return np.outer(target - o, h)


@mistake("output-gradients-slope-of-h")
def output_gradients_slope_of_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h * (1 - h) * h)


@variant("output-gradients-slope-of-h")
def output_gradients_slope_of_h_for_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h * (1 - h))


@variant("output-gradients-slope-of-h")
def output_gradients_both_slopes(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h * h * (1 - h))


@variant("output-gradients-slope-of-h")
def output_gradients_only_slope_of_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o - target, h * (1 - h))


@mistake("output-gradients-without-h")
def output_gradients_without_h(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), np.ones_like(h))


@variant("output-gradients-without-h")
def output_deltas_for_gradients(target: Array, o: Array, h: Array) -> Array:
    return output_deltas(target, o)


@mistake("output-gradients-from-o")
def output_gradients_from_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), o)


@mistake("output-gradients-doubled")
def output_gradients_doubled(target: Array, o: Array, h: Array) -> Array:
    return 2 * np.outer(output_deltas(target, o), h)


@mistake("output-gradients-halved")
def output_gradients_halved(target: Array, o: Array, h: Array) -> Array:
    return 0.5 * np.outer(output_deltas(target, o), h)


@mistake("output-gradients-averaged")
def output_gradients_averaged(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), h) / len(o)


@variant("output-gradients-averaged")
def output_gradients_of_the_mean(target: Array, o: Array, h: Array) -> Array:
    return 2 * np.outer(output_deltas(target, o), h) / len(o)


@mistake("output-gradients-slope-again")
def output_gradients_slope_again(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * slope_of_activated(o), h)


@mistake("output-gradients-slope-twice")
def output_gradients_slope_twice(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o) * o * (1 - o), h)


@mistake("output-gradients-other-slope")
def output_gradients_tanh_slope(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * (1 - o**2), h)


@variant("output-gradients-other-slope")
def output_gradients_one_minus_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * (1 - o), h)


@variant("output-gradients-other-slope")
def output_gradients_times_o(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * o, h)


@mistake("output-gradients-slope-of-target")
def output_gradients_slope_of_target(target: Array, o: Array, h: Array) -> Array:
    return np.outer((o - target) * target * (1 - target), h)


@mistake("output-gradients-without-error")
def output_gradients_without_error(target: Array, o: Array, h: Array) -> Array:
    return np.outer(o * (1 - o), h)


@mistake("output-gradients-one-output")
def output_gradients_one_output(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.outer(np.full_like(deltas, deltas[0]), h)


@mistake("output-gradients-outputs-added")
def output_gradients_all_outputs_added(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.outer(np.full_like(deltas, deltas.sum()), h)


@variant("output-gradients-outputs-added")
def output_gradients_summed_over_outputs(target: Array, o: Array, h: Array) -> Array:
    return np.asarray(output_deltas(target, o).sum() * h)


@mistake("output-gradients-one-hidden")
def output_gradients_one_hidden(target: Array, o: Array, h: Array) -> Array:
    return np.outer(output_deltas(target, o), np.full_like(h, h[0]))


@mistake("output-gradients-two-by-two")
def output_gradients_two_by_two(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    return np.array([[deltas[k] * h[j] for j in range(2)] for k in range(2)])


@mistake("output-gradients-square")
def output_gradients_square(target: Array, o: Array, h: Array) -> Array:
    deltas = output_deltas(target, o)
    n = len(deltas)
    return np.array([[deltas[k] * h[j] for j in range(n)] for k in range(n)])
