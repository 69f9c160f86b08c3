"""Mistakes about `hidden_gradients`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.backprop.mistakes.sigmoid_slope import slope_of_activated
from solutions.backprop.solution import hidden_deltas, output_deltas, sigmoid_slope

Array = Any


def _hidden(W: Array, t: Array, o: Array, h: Array) -> Array:
    return hidden_deltas(W, output_deltas(t, o), h)


@mistake("hidden-gradients-transposed")
def hidden_gradients_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(x, _hidden(W_output, target, o, h))


@mistake("hidden-gradients-sign")
def hidden_gradients_sign(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return -np.outer(_hidden(W_output, target, o, h), x)


@mistake("hidden-gradients-one-path")
def hidden_gradients_first_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[0] * output_deltas(target, o)[0] * sigmoid_slope(h), x)


@variant("hidden-gradients-one-path")
def hidden_gradients_last_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[-1] * output_deltas(target, o)[-1] * sigmoid_slope(h), x)


@mistake("hidden-gradients-diagonal")
def hidden_gradients_diagonal(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(np.diag(W_output) * output_deltas(target, o) * sigmoid_slope(h), x)


@mistake("hidden-gradients-not-transposed")
def hidden_gradients_not_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output @ output_deltas(target, o)) * sigmoid_slope(h), x)


@mistake("hidden-gradients-without-output-slope")
def hidden_gradients_without_output_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(hidden_deltas(W_output, o - target, h), x)


@mistake("hidden-gradients-without-hidden-slope")
def hidden_gradients_without_hidden_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ output_deltas(target, o), x)


@mistake("hidden-gradients-without-slopes")
def hidden_gradients_without_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ (o - target), x)


@mistake("hidden-gradients-from-h")
def hidden_gradients_from_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer(_hidden(W_output, target, o, h), h)


@mistake("hidden-gradients-without-x")
def hidden_gradients_without_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.ones_like(x))


@variant("hidden-gradients-without-x")
def hidden_deltas_for_gradients(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h)


@mistake("hidden-gradients-elementwise")
def hidden_gradients_elementwise(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h) * x


@mistake("hidden-gradients-doubled")
def hidden_gradients_doubled(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x)


@mistake("hidden-gradients-halved")
def hidden_gradients_halved(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 0.5 * np.outer(_hidden(W_output, target, o, h), x)


@mistake("hidden-gradients-averaged")
def hidden_gradients_averaged(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x) / len(o)


@variant("hidden-gradients-averaged")
def hidden_gradients_of_the_mean(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x) / len(o)


@mistake("hidden-gradients-hidden-slope-again")
def hidden_gradients_hidden_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    back = W_output.T @ output_deltas(target, o)
    return np.outer(back * slope_of_activated(h), x)


@variant("hidden-gradients-hidden-slope-again")
def hidden_gradients_output_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * slope_of_activated(o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@variant("hidden-gradients-hidden-slope-again")
def hidden_gradients_both_slopes_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * slope_of_activated(o)
    return np.outer((W_output.T @ deltas) * slope_of_activated(h), x)


@mistake("hidden-gradients-slope-twice")
def hidden_gradients_output_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o) * o * (1 - o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@variant("hidden-gradients-slope-twice")
def hidden_gradients_hidden_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h) * h * (1 - h), x)


@mistake("hidden-gradients-without-weights")
def hidden_gradients_without_weights(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o).sum() * sigmoid_slope(h), x)


@variant("hidden-gradients-without-weights")
def hidden_gradients_weights_summed_apart(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    paths = W_output.sum(axis=0) * output_deltas(target, o).sum()
    return np.outer(paths * sigmoid_slope(h), x)


@mistake("hidden-gradients-of-output-deltas")
def hidden_gradients_of_output_deltas(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o), x)


@mistake("hidden-gradients-slopes-mixed-up")
def hidden_gradients_times_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * h, x)


@variant("hidden-gradients-slopes-mixed-up")
def hidden_gradients_one_minus_h(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h), x)


@variant("hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h**2), x)


@variant("hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ ((o - target) * (1 - o**2))) * (1 - h**2), x)


@mistake("hidden-gradients-slope-of-x")
def hidden_gradients_slope_of_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x * (1 - x))


@mistake("hidden-gradients-one-input")
def hidden_gradients_one_input(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.full_like(x, x[0]))


@mistake("hidden-gradients-two-by-two")
def hidden_gradients_for_two_outputs(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o)
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return np.outer(paths * sigmoid_slope(h), x)


@variant("hidden-gradients-two-by-two")
def hidden_gradients_two_by_two(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = _hidden(W_output, target, o, h)
    return np.array([[deltas[j] * x[i] for i in range(2)] for j in range(2)])


@variant("hidden-gradients-two-by-two")
def hidden_gradients_of_the_chapters_network(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas, slopes = output_deltas(target, o), sigmoid_slope(h)
    paths = [deltas[0] * W_output[0, j] + deltas[1] * W_output[1, j] for j in range(2)]
    return np.array([[paths[j] * slopes[j] * x[i] for i in range(2)] for j in range(2)])
