"""Mistakes about `network_step`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.hints import mistake, variant

Array = Any
Slopes = Callable[[Array, Array], tuple[Array, Array]]


@mistake("new-output-weights-used")
def new_output_weights_used(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_output = W_output - lr * gradients(W_hidden, W_output)[1]
    new_hidden = W_hidden - lr * gradients(W_hidden, new_output)[0]
    return new_hidden, new_output


@mistake("new-hidden-weights-used")
def new_hidden_weights_used(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_hidden = W_hidden - lr * gradients(W_hidden, W_output)[0]
    new_output = W_output - lr * gradients(new_hidden, W_output)[1]
    return new_hidden, new_output


@mistake("asked-for-each-layer")
def asked_for_each_layer(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_hidden = W_hidden - lr * gradients(W_hidden, W_output)[0]
    new_output = W_output - lr * gradients(W_hidden, W_output)[1]
    return new_hidden, new_output


@mistake("network-step-uphill")
def network_step_uphill(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_hidden + lr * hidden, W_output + lr * output


@mistake("network-step-without-rate")
def network_step_without_rate(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_hidden - hidden, W_output - output


@mistake("network-layers-exchanged")
def network_layers_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_output - lr * output, W_hidden - lr * hidden


@mistake("network-gradients-exchanged")
def network_gradients_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    output, hidden = gradients(W_hidden, W_output)
    return W_hidden - lr * hidden, W_output - lr * output


@mistake("network-step-in-place")
def network_step_in_place(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    W_hidden -= lr * hidden
    W_output -= lr * output
    return W_hidden, W_output


@mistake("one-network-layer-moved")
def hidden_layer_not_moved(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return W_hidden, W_output - lr * gradients(W_hidden, W_output)[1]


@variant("one-network-layer-moved")
def output_layer_not_moved(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return W_hidden - lr * gradients(W_hidden, W_output)[0], W_output


@mistake("gradients-returned")
def gradients_returned(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return gradients(W_hidden, W_output)


@variant("gradients-returned")
def changes_returned(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return lr * hidden, lr * output


@mistake("gradients-asked-the-other-way")
def gradients_asked_the_other_way(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    output, hidden = gradients(W_output, W_hidden)
    return W_hidden - lr * hidden, W_output - lr * output


@mistake("two-network-steps")
def two_network_steps(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    for _ in range(2):
        hidden, output = gradients(W_hidden, W_output)
        W_hidden, W_output = W_hidden - lr * hidden, W_output - lr * output
    return W_hidden, W_output
