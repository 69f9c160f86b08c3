"""Mistakes about `forward`."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.hints import mistake, variant
from solutions.forward.mistakes.sigmoid import sigmoid_is_softmax
from solutions.forward.mistakes.weighted_sums import sums_for_two_by_two, sums_of_two_inputs
from solutions.forward.solution import sigmoid

Array = Any
Layers = tuple[Any, Any]


@mistake("no-output-sigmoid")
def no_output_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, W_output @ h


@mistake("no-hidden-sigmoid")
def no_hidden_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ z)


@mistake("no-sigmoid")
def no_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ z


@mistake("output-from-sums")
def output_from_sums(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return sigmoid(z), sigmoid(W_output @ z)


@mistake("output-from-inputs")
def output_from_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    return sigmoid(W_hidden @ x), sigmoid(W_output @ x)


@mistake("one-matrix-for-both")
def hidden_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_hidden @ h)


@variant("one-matrix-for-both")
def output_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_output @ h)


@mistake("matrices-exchanged")
def matrices_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_hidden @ h)


@mistake("hidden-transposed")
def hidden_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden.T @ x)
    return h, sigmoid(W_output @ h)


@mistake("output-transposed")
def output_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output.T @ h)


@mistake("both-transposed")
def both_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(x @ W_hidden)
    return h, sigmoid(h @ W_output)


@mistake("output-before-hidden")
def output_before_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return sigmoid(W_output @ h), h


@mistake("prediction-only")
def prediction_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_output @ sigmoid(W_hidden @ x))


@variant("prediction-only")
def hidden_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_hidden @ x)


@mistake("sums-returned")
def both_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ sigmoid(z)


@variant("sums-returned")
def hidden_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ sigmoid(z))


@mistake("sigmoid-twice")
def sigmoid_twice_on_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(sigmoid(W_output @ h))


@variant("sigmoid-twice")
def sigmoid_twice_on_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(W_output @ h)


@variant("sigmoid-twice")
def sigmoid_again_between_layers(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ sigmoid(h))


@variant("sigmoid-twice")
def sigmoid_twice_everywhere(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(sigmoid(W_output @ h))


@mistake("other-activation")
def hidden_tanh(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, sigmoid(W_output @ h)


@variant("other-activation")
def hidden_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, sigmoid(W_output @ h)


@variant("other-activation")
def output_softmax(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid_is_softmax(W_output @ h)


@variant("other-activation")
def tanh_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, np.tanh(W_output @ h)


@variant("other-activation")
def output_threshold(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.where(W_output @ h > 0, 1.0, 0.0)


@variant("other-activation")
def relu_then_nothing(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, W_output @ h


@variant("other-activation")
def output_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.maximum(W_output @ h, 0)


@variant("other-activation")
def relu_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, np.maximum(W_output @ h, 0)


@mistake("sigmoid-mirrored-inside")
def sigmoid_mirrored_inside(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(-W_hidden @ x)
    return h, sigmoid(-W_output @ h)


@mistake("layers-elementwise")
def layers_elementwise(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden * x)
    return h, sigmoid(W_output * h)


@mistake("layers-added-down")
def layers_added_down(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid((W_hidden * x).sum(axis=0))
    return h, sigmoid((W_output * h).sum(axis=0))


@mistake("layers-in-columns")
def layers_in_columns(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x.reshape(-1, 1))
    return h, sigmoid(W_output @ h)


@mistake("one-hidden-value")
def last_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[-1] @ x))
    return h, sigmoid(W_output @ h)


@variant("one-hidden-value")
def first_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[0] @ x))
    return h, sigmoid(W_output @ h)


@mistake("hidden-exchanged")
def hidden_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)[::-1]
    return h, sigmoid(W_output @ h)


@mistake("hidden-exchanged-for-the-output")
def hidden_exchanged_for_the_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ h[::-1])


@mistake("network-of-two-by-two")
def network_of_two_by_two(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_for_two_by_two(W_hidden, x))
    return h, sigmoid(sums_for_two_by_two(W_output, h))


@variant("network-of-two-by-two")
def network_of_two_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_of_two_inputs(W_hidden, x))
    return h, sigmoid(sums_of_two_inputs(W_output, h))


@mistake("layers-in-one-array")
def layers_in_one_array(W_hidden: Array, W_output: Array, x: Array) -> Any:
    h = sigmoid(W_hidden @ x)
    return np.array([h, sigmoid(W_output @ h)])
