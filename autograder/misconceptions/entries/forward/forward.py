"""Misconceptions about `forward`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.forward import sigmoid

from .sigmoid import sigmoid_is_softmax
from .weighted_sums import sums_for_two_by_two, sums_of_two_inputs

Array = Any
Layers = tuple[Any, Any]


@misconception(
    "forward/no-output-sigmoid",
    title="leaves out the output layer's sigmoid",
    why="The last sum looks like the answer.",
    en="h is right, o is a weighted sum. Which step makes an activation of it, in both layers?",
    ko="h는 맞지만 o는 가중합입니다. 두 층 모두에서 가중합을 활성값으로 바꾸는 단계는 무엇인가요?",
)
def no_output_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, W_output @ h


@misconception(
    "forward/no-hidden-sigmoid",
    title="leaves out the hidden layer's sigmoid",
    why="Only the output is activated.",
    en="h holds weighted sums. Which step comes between the sums and the next layer?",
    ko="h에 가중합이 들어 있습니다. 가중합과 다음 층 사이에는 어떤 단계가 있나요?",
)
def no_hidden_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ z)


@misconception(
    "forward/no-sigmoid",
    title="leaves out both sigmoids",
    why="A layer is taken for a matrix product.",
    en="Both layers hand on their weighted sums. What does a neuron do with its sum?",
    ko="두 층 모두 가중합을 그대로 넘겨줍니다. 뉴런은 가중합을 가지고 무엇을 하나요?",
)
def no_sigmoid(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ z


@misconception(
    "forward/output-from-sums",
    title="feeds the output layer with z instead of h",
    why="z and h stand close together in the code.",
    en="h is right, but the output layer received something else. What travels along W₅ … W₈: "
    "z or h?",
    ko="h는 맞지만 출력층에 다른 값이 들어갔습니다. W₅ … W₈을 따라 흐르는 것은 z인가요, h인가요?",
)
def output_from_sums(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return sigmoid(z), sigmoid(W_output @ z)


@misconception(
    "forward/output-from-inputs",
    title="feeds the output layer with x",
    why="Both layers are computed by the same line.",
    en="The output layer received the inputs of the whole network. What lies between x and the "
    "output layer?",
    ko="출력층에 신경망 전체의 입력이 그대로 들어갔습니다. x와 출력층 사이에는 무엇이 있나요?",
)
def output_from_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    return sigmoid(W_hidden @ x), sigmoid(W_output @ x)


@misconception(
    "forward/one-matrix-for-both",
    title="uses one matrix for both layers",
    why="A copied line keeps its matrix.",
    en="Both layers use the same weights. Which matrix leads from h to o?",
    ko="두 층이 같은 가중치를 쓰고 있습니다. h에서 o로 가는 행렬은 어느 것인가요?",
)
def hidden_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_hidden @ h)


@way("forward/one-matrix-for-both")
def output_matrix_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/matrices-exchanged",
    title="exchanges the two matrices",
    why="The order of the arguments is mixed up.",
    en="The output layer's weights are used first. Which matrix meets x?",
    ko="출력층의 가중치가 먼저 쓰였습니다. x와 곱하는 행렬은 어느 것인가요?",
)
def matrices_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_output @ x)
    return h, sigmoid(W_hidden @ h)


@misconception(
    "forward/hidden-transposed",
    title="transposes W_hidden",
    why="Rows and columns are mixed up.",
    en="The hidden layer reads columns where rows belong; a square matrix hides the mismatch. "
    "Which row leads into h₁?",
    ko="은닉층에서 행 대신 열을 읽고 있습니다. h₁로 들어가는 가중치는 W_hidden의 어느 행에 있나요?",
)
def hidden_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden.T @ x)
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/output-transposed",
    title="transposes W_output",
    why="Rows and columns are mixed up.",
    en="h is right; the output layer reads columns where rows belong. Which row leads into o₁?",
    ko="h는 맞지만 출력층에서 행 대신 열을 읽고 있습니다. o₁로 들어가는 가중치는 어느 행에 있나요?",
)
def output_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output.T @ h)


@misconception(
    "forward/both-transposed",
    title="transposes both matrices",
    why="x W is the order of many books, with columns for neurons.",
    en="Both layers read columns where rows belong. Which row of a matrix leads into its first "
    "neuron?",
    ko="두 층 모두 행 대신 열을 읽고 있습니다. 행렬의 어느 행이 첫 뉴런으로 들어가나요?",
)
def both_transposed(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(x @ W_hidden)
    return h, sigmoid(h @ W_output)


@misconception(
    "forward/output-before-hidden",
    title="returns (o, h)",
    why="The prediction seems to be the more important result.",
    en="Both results are there, each in the other's place. In which order does the docstring "
    "name them?",
    ko="두 결과가 모두 있지만 자리가 서로 바뀌어 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def output_before_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return sigmoid(W_output @ h), h


@misconception(
    "forward/prediction-only",
    title="returns o alone",
    why="The prediction is what one wants.",
    en="One result comes back, two are asked for. Which layer's activations are missing?",
    ko="결과가 하나만 돌아왔습니다. 어느 층의 활성값이 빠졌나요?",
)
def prediction_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_output @ sigmoid(W_hidden @ x))


@way("forward/prediction-only")
def hidden_only(W_hidden: Array, W_output: Array, x: Array) -> Array:
    return sigmoid(W_hidden @ x)


@misconception(
    "forward/sums-returned",
    title="returns the weighted sums beside right activations",
    why="z and h stand close together in the code.",
    en="What travelled through the network was right, but weighted sums come back. Which of "
    "the names holds activations?",
    ko="신경망을 지나는 값은 맞지만 가중합이 돌아왔습니다. 활성값이 들어 있는 이름은 어느 "
    "것인가요?",
)
def both_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, W_output @ sigmoid(z)


@way("forward/sums-returned")
def hidden_sums_returned(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    z = W_hidden @ x
    return z, sigmoid(W_output @ sigmoid(z))


@misconception(
    "forward/sigmoid-twice",
    title="applies the sigmoid twice",
    why="A helper activates already, and the caller does it again.",
    en="A layer's values were squeezed twice and lie close together. How often does each sum "
    "pass through the sigmoid?",
    ko="어느 층의 값이 두 번 눌려 서로 가까이 모여 있습니다. 가중합은 시그모이드를 몇 번 지나나요?",
)
def sigmoid_twice_on_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(sigmoid(W_output @ h))


@way("forward/sigmoid-twice")
def sigmoid_twice_on_hidden(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(W_output @ h)


@way("forward/sigmoid-twice")
def sigmoid_again_between_layers(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ sigmoid(h))


@way("forward/sigmoid-twice")
def sigmoid_twice_everywhere(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sigmoid(W_hidden @ x))
    return h, sigmoid(sigmoid(W_output @ h))


@misconception(
    "forward/other-activation",
    title="uses another activation function",
    why="tanh, ReLU and softmax are met elsewhere.",
    en="A layer uses another activation function than the chapter. Between which two values do "
    "its activations lie?",
    ko="어느 층의 활성화 함수가 교재와 다릅니다. 그 층의 활성값은 어떤 두 값 사이에 있나요?",
)
def hidden_tanh(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, sigmoid(W_output @ h)


@way("forward/other-activation")
def hidden_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, sigmoid(W_output @ h)


@way("forward/other-activation")
def output_softmax(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid_is_softmax(W_output @ h)


@way("forward/other-activation")
def tanh_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.tanh(W_hidden @ x)
    return h, np.tanh(W_output @ h)


@way("forward/other-activation")
def output_threshold(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.where(W_output @ h > 0, 1.0, 0.0)


@way("forward/other-activation")
def relu_then_nothing(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, W_output @ h


@way("forward/other-activation")
def output_relu(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, np.maximum(W_output @ h, 0)


@way("forward/other-activation")
def relu_twice(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.maximum(W_hidden @ x, 0)
    return h, np.maximum(W_output @ h, 0)


@misconception(
    "forward/sigmoid-mirrored-inside",
    title="writes the sigmoid anew, without the minus in the exponent",
    why="The formula is typed again instead of calling the function.",
    en="Values for z and −z are exchanged here, although `sigmoid` has its own task. Where "
    "does this function compute a power of e?",
    ko="여기에서는 z와 −z의 값이 서로 바뀌어 있습니다. 이 함수 안에서 e의 거듭제곱을 계산하는 "
    "곳을 찾아보세요.",
)
def sigmoid_mirrored_inside(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(-W_hidden @ x)
    return h, sigmoid(-W_output @ h)


@misconception(
    "forward/layers-elementwise",
    title="multiplies weights and inputs elementwise",
    why="`*` is taken for the matrix product.",
    en="The products of a layer are not added up to one sum for each neuron. What does `*` do "
    "with a matrix and a vector?",
    ko="한 층의 곱이 뉴런마다 하나의 합으로 더해지지 않았습니다. *는 행렬과 벡터에서 어떤 "
    "계산을 하나요?",
)
def layers_elementwise(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden * x)
    return h, sigmoid(W_output * h)


@way("forward/layers-elementwise")
def layers_added_down(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid((W_hidden * x).sum(axis=0))
    return h, sigmoid((W_output * h).sum(axis=0))


@misconception(
    "forward/layers-in-columns",
    title="returns columns",
    why="x is turned into a column to make the matrix product work.",
    en="The numbers are right, but h and o stand in matrices of one column. Is x still a plain "
    "vector when it meets the weights?",
    ko="값은 맞지만 h와 o가 열이 하나인 행렬로 돌아왔습니다. 가중치와 곱할 때 x가 아직 "
    "1차원인지 확인해 보세요.",
)
def layers_in_columns(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x.reshape(-1, 1))
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/one-hidden-value",
    title="uses one hidden neuron's value for all",
    why="h₂ is printed twice in the chapter; names are mixed up.",
    en="One hidden neuron's value stands in every place. Which weighted sum belongs to h₁?",
    ko="한 은닉 뉴런의 값이 모든 자리에 들어 있습니다. h₁의 가중합은 어느 것인가요?",
)
def last_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[-1] @ x))
    return h, sigmoid(W_output @ h)


@way("forward/one-hidden-value")
def first_hidden_value_for_all(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = np.full(len(W_hidden), sigmoid(W_hidden[0] @ x))
    return h, sigmoid(W_output @ h)


@misconception(
    "forward/hidden-exchanged",
    title="exchanges h₁ and h₂",
    why="The chapter prints “h2” for both values.",
    en="The hidden values stand in another order. Which sum belongs to the first neuron?",
    ko="은닉층 값의 순서가 바뀌어 있습니다. 첫 뉴런의 가중합은 어느 것인가요?",
)
def hidden_exchanged(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)[::-1]
    return h, sigmoid(W_output @ h)


@way("forward/hidden-exchanged")
def hidden_exchanged_for_the_output(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(W_hidden @ x)
    return h, sigmoid(W_output @ h[::-1])


@misconception(
    "forward/network-of-two-by-two",
    title="writes out a 2-2-2 network",
    why="The chapter's network has no other size.",
    en="In a 2-2-2 network everything is right. Which indices does the code name?",
    ko="2-2-2 신경망에서는 모두 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def network_of_two_by_two(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_for_two_by_two(W_hidden, x))
    return h, sigmoid(sums_for_two_by_two(W_output, h))


@way("forward/network-of-two-by-two")
def network_of_two_inputs(W_hidden: Array, W_output: Array, x: Array) -> Layers:
    h = sigmoid(sums_of_two_inputs(W_hidden, x))
    return h, sigmoid(sums_of_two_inputs(W_output, h))


@misconception(
    "forward/layers-in-one-array",
    title="stacks h and o into one array",
    why="Two results look like two rows.",
    en="h and o are put into one array, which works for some networks only. Do both have the "
    "same length in a 3-2-4 network?",
    ko="h와 o를 배열 하나에 담고 있어서 일부 신경망에서만 됩니다. 3-2-4 신경망에서도 둘의 길이가 "
    "같은가요?",
)
def layers_in_one_array(W_hidden: Array, W_output: Array, x: Array) -> Any:
    h = sigmoid(W_hidden @ x)
    return np.array([h, sigmoid(W_output @ h)])
