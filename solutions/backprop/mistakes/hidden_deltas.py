"""Mistakes about `hidden_deltas`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.backprop.mistakes.sigmoid_slope import slope_of_activated
from solutions.backprop.solution import sigmoid_slope

Array = Any


@mistake("hidden-deltas-not-transposed")
def hidden_deltas_not_transposed(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output @ deltas) * sigmoid_slope(h)


@variant("hidden-deltas-not-transposed")
def hidden_deltas_of_rows_in_loops(W_output: Array, deltas: Array, h: Array) -> list[float]:
    return [
        sum(W_output[j][k] * deltas[k] for k in range(len(deltas))) * h[j] * (1 - h[j])
        for j in range(len(W_output))
    ]


@mistake("hidden-deltas-one-path")
def hidden_deltas_first_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[0] * deltas[0] * sigmoid_slope(h)


@variant("hidden-deltas-one-path")
def hidden_deltas_last_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[-1] * deltas[-1] * sigmoid_slope(h)


@mistake("hidden-deltas-diagonal")
def hidden_deltas_diagonal(W_output: Array, deltas: Array, h: Array) -> Array:
    return np.diag(W_output) * deltas * sigmoid_slope(h)


@mistake("hidden-deltas-without-slope")
def hidden_deltas_without_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ deltas


@mistake("hidden-deltas-slope-again")
def hidden_deltas_slope_again(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * slope_of_activated(h)


@mistake("hidden-deltas-slope-twice")
def hidden_deltas_slope_twice(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * sigmoid_slope(h) ** 2


@mistake("hidden-deltas-other-slope")
def hidden_deltas_times_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h


@variant("hidden-deltas-other-slope")
def hidden_deltas_one_minus_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h)


@variant("hidden-deltas-other-slope")
def hidden_deltas_tanh_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h**2)


@mistake("hidden-deltas-without-brackets")
def hidden_deltas_without_brackets(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h * 1 - h


@mistake("hidden-deltas-averaged")
def hidden_deltas_averaged(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) / len(deltas) * sigmoid_slope(h)


@mistake("hidden-deltas-sign")
def hidden_deltas_sign(W_output: Array, deltas: Array, h: Array) -> Array:
    return -(W_output.T @ deltas) * sigmoid_slope(h)


@mistake("hidden-deltas-without-weights")
def hidden_deltas_without_weights(W_output: Array, deltas: Array, h: Array) -> Array:
    return deltas.sum() * sigmoid_slope(h)


@mistake("hidden-deltas-without-deltas")
def hidden_deltas_without_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * sigmoid_slope(h)


@variant("hidden-deltas-without-weights")
def hidden_deltas_summed_apart(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * deltas.sum() * sigmoid_slope(h)


@mistake("hidden-deltas-one-number")
def hidden_deltas_of_one_sum(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas).sum() * sigmoid_slope(h)


@variant("hidden-deltas-one-number")
def hidden_deltas_summed(W_output: Array, deltas: Array, h: Array) -> float:
    return float(((W_output.T @ deltas) * sigmoid_slope(h)).sum())


@mistake("hidden-deltas-not-summed")
def hidden_deltas_not_summed(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output * deltas[:, np.newaxis] * sigmoid_slope(h)


@variant("hidden-deltas-not-summed")
def hidden_deltas_of_columns(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T * deltas) * sigmoid_slope(h)[:, np.newaxis]


@mistake("hidden-deltas-for-two-outputs")
def hidden_deltas_for_two_outputs(W_output: Array, deltas: Array, h: Array) -> Array:
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return paths * sigmoid_slope(h)


@mistake("hidden-deltas-slope-of-deltas")
def hidden_deltas_slope_of_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ (deltas * (1 - deltas)) * sigmoid_slope(h)
