"""Mistakes about `train_network`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.update.solution import train_network

Array = Any
Answer = Any


def _sigmoid(z: Array) -> Array:
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, decay) / (1 + decay)


def _forward(x: Array, W_hidden: Array, W_output: Array) -> tuple[Array, Array]:
    h = _sigmoid(W_hidden @ x)
    return h, _sigmoid(W_output @ h)


def _half(target: Array, o: Array) -> float:
    return float(0.5 * np.sum((target - o) ** 2))


def _deltas(target: Array, o: Array) -> Array:
    return (o - target) * o * (1 - o)


def _hidden(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h * (1 - h)


def _trained(
    arguments: tuple[Any, ...],
    deltas: Callable[[Array, Array], Array] = _deltas,
    hidden: Callable[[Array, Array, Array], Array] = _hidden,
    error: Callable[[Array, Array], Any] = _half,
    rates: tuple[float, float] = (1.0, 1.0),
) -> Answer:
    """A training in which one of the formulas is another."""
    x, target, W_hidden, W_output, lr, steps = arguments
    errors = []
    for _ in range(steps):
        h, o = _forward(x, W_hidden, W_output)
        errors.append(error(target, o))
        slopes = deltas(target, o)
        W_hidden = W_hidden - rates[0] * lr * np.outer(hidden(W_output, slopes, h), x)
        W_output = W_output - rates[1] * lr * np.outer(slopes, h)
    _h, o = _forward(x, W_hidden, W_output)
    return W_hidden, W_output, [*errors, error(target, o)]


@mistake("output-layer-moved-first")
def output_layer_moved_first(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    errors = []
    for _ in range(steps):
        h, o = _forward(x, W_hidden, W_output)
        errors.append(_half(target, o))
        deltas = _deltas(target, o)
        W_output = W_output - lr * np.outer(deltas, h)
        W_hidden = W_hidden - lr * np.outer(_hidden(W_output, deltas, h), x)
    return W_hidden, W_output, [*errors, _half(target, _forward(x, W_hidden, W_output)[1])]


@variant("output-layer-moved-first")
def forward_again_in_between(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    errors = []
    for _ in range(steps):
        h, o = _forward(x, W_hidden, W_output)
        errors.append(_half(target, o))
        W_output = W_output - lr * np.outer(_deltas(target, o), h)
        h, o = _forward(x, W_hidden, W_output)
        W_hidden = W_hidden - lr * np.outer(_hidden(W_output, _deltas(target, o), h), x)
    return W_hidden, W_output, [*errors, _half(target, _forward(x, W_hidden, W_output)[1])]


@variant("output-layer-moved-first")
def hidden_layer_moved_first(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    errors = []
    for _ in range(steps):
        h, o = _forward(x, W_hidden, W_output)
        errors.append(_half(target, o))
        W_hidden = W_hidden - lr * np.outer(_hidden(W_output, _deltas(target, o), h), x)
        h, o = _forward(x, W_hidden, W_output)
        W_output = W_output - lr * np.outer(_deltas(target, o), h)
    return W_hidden, W_output, [*errors, _half(target, _forward(x, W_hidden, W_output)[1])]


@mistake("gradients-at-the-start")
def gradients_at_the_start(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    h, o = _forward(x, W_hidden, W_output)
    deltas = _deltas(target, o)
    slopes = np.outer(_hidden(W_output, deltas, h), x), np.outer(deltas, h)
    errors = [_half(target, o)]
    for _ in range(steps):
        W_hidden, W_output = W_hidden - lr * slopes[0], W_output - lr * slopes[1]
        errors.append(_half(target, _forward(x, W_hidden, W_output)[1]))
    return W_hidden, W_output, errors


@mistake("training-forgets-the-first-error")
def training_forgets_the_first_error(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return (*weights, errors[1:])


@mistake("training-forgets-the-last-error")
def training_forgets_the_last_error(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return (*weights, errors[:-1])


@mistake("last-error-alone")
def last_error_alone(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return (*weights, errors[-1])


@mistake("training-of-another-length")
def one_step_too_many(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return train_network(x, target, W_hidden, W_output, lr, steps + 1)


@variant("training-of-another-length")
def one_step_more_for_the_weights(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps + 1)
    return (*weights, errors[:-1])


@mistake("weights-before-the-last-step")
def one_step_too_few(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, _errors = train_network(x, target, W_hidden, W_output, lr, max(0, steps - 1))
    return (*weights, train_network(x, target, W_hidden, W_output, lr, steps)[2])


@mistake("one-layer-stays")
def hidden_layer_stays(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained((x, target, W_hidden, W_output, lr, steps), rates=(0.0, 1.0))


@variant("one-layer-stays")
def output_layer_stays(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained((x, target, W_hidden, W_output, lr, steps), rates=(1.0, 0.0))


@mistake("trains-uphill")
def trains_uphill(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return train_network(x, target, W_hidden, W_output, -lr, steps)


@mistake("one-layer-uphill")
def hidden_layer_uphill(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained((x, target, W_hidden, W_output, lr, steps), rates=(-1.0, 1.0))


@mistake("trains-without-a-rate")
def trains_without_a_rate(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return train_network(x, target, W_hidden, W_output, 1.0, steps)


@mistake("constant-of-the-error")
def half_used_twice(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return train_network(x, target, W_hidden, W_output, 0.5 * lr, steps)


@variant("constant-of-the-error")
def two_of_the_square_kept(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return train_network(x, target, W_hidden, W_output, 2 * lr, steps)


@mistake("error-noted-without-half")
def error_noted_without_half(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return (*weights, [2 * each for each in errors])


@variant("error-noted-without-half")
def mean_error_noted(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    *weights, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return (*weights, [2 * each / len(target) for each in errors])


@variant("error-noted-without-half")
def errors_of_single_outputs(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    arguments = (x, target, W_hidden, W_output, lr, steps)
    return _trained(arguments, error=lambda t, o: 0.5 * (t - o) ** 2)


def _trained_on(arguments: tuple[Any, ...], factor: Callable[[Array], float]) -> Answer:
    """A training on the chapter's error times a factor, which hangs on the target."""
    return _trained(
        arguments,
        deltas=lambda t, o: factor(t) * _deltas(t, o),
        error=lambda t, o: factor(t) * _half(t, o),
    )


@mistake("trains-on-the-mean-error")
def trains_on_the_mean_of_halves(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained_on((x, target, W_hidden, W_output, lr, steps), lambda t: 1 / len(t))


@variant("trains-on-the-mean-error")
def trains_on_the_mean_of_squares(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained_on((x, target, W_hidden, W_output, lr, steps), lambda t: 2 / len(t))


@variant("trains-on-the-mean-error")
def trains_on_the_sum_of_squares(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained_on((x, target, W_hidden, W_output, lr, steps), lambda _t: 2)


@mistake("sigmoid-slope-left-out")
def output_slope_left_out(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained((x, target, W_hidden, W_output, lr, steps), deltas=lambda t, o: o - t)


@variant("sigmoid-slope-left-out")
def hidden_slope_left_out(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    arguments = (x, target, W_hidden, W_output, lr, steps)
    return _trained(arguments, hidden=lambda W, deltas, _h: W.T @ deltas)


@variant("sigmoid-slope-left-out")
def both_slopes_left_out(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    return _trained(
        (x, target, W_hidden, W_output, lr, steps),
        deltas=lambda t, o: o - t,
        hidden=lambda W, deltas, _h: W.T @ deltas,
    )


@mistake("raw-errors-sent-back")
def raw_errors_sent_back(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    errors = []
    for _ in range(steps):
        h, o = _forward(x, W_hidden, W_output)
        errors.append(_half(target, o))
        hidden = _hidden(W_output, o - target, h)
        W_hidden = W_hidden - lr * np.outer(hidden, x)
        W_output = W_output - lr * np.outer(_deltas(target, o), h)
    return W_hidden, W_output, [*errors, _half(target, _forward(x, W_hidden, W_output)[1])]


@mistake("weights-walk-along")
def weights_walk_along(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    hidden, output, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    W_hidden[...], W_output[...] = hidden, output
    return W_hidden, W_output, errors


@mistake("layers-exchanged")
def layers_exchanged(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    hidden, output, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return output, hidden, errors


@variant("layers-exchanged")
def errors_first(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    hidden, output, errors = train_network(x, target, W_hidden, W_output, lr, steps)
    return errors, hidden, output


@mistake("no-sigmoid-at-the-output")
def no_sigmoid_at_the_output(
    x: Array, target: Array, W_hidden: Array, W_output: Array, lr: float, steps: int
) -> Answer:
    errors = []
    for step in range(steps + 1):
        h = _sigmoid(W_hidden @ x)
        o = W_output @ h
        errors.append(_half(target, o))
        if step < steps:
            hidden = _hidden(W_output, o - target, h)
            W_hidden = W_hidden - lr * np.outer(hidden, x)
            W_output = W_output - lr * np.outer(o - target, h)
    return W_hidden, W_output, errors
