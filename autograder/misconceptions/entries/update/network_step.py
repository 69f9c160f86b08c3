"""Misconceptions about `network_step`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.misconceptions.catalogue import misconception, way

Array = Any
Slopes = Callable[[Array, Array], tuple[Array, Array]]


@misconception(
    "update/new-output-weights-used",
    title="uses the new output weights for the hidden layer",
    why="The output layer is updated first, and its new weights are at hand.",
    en="The hidden layer's gradient belongs to output weights that have moved already. At "
    "which weights were the errors measured?",
    ko="은닉층의 기울기가 이미 움직인 출력층 가중치의 것입니다. 오차는 어느 가중치에서 구한 "
    "것인가요?",
)
def new_output_weights_used(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_output = W_output - lr * gradients(W_hidden, W_output)[1]
    new_hidden = W_hidden - lr * gradients(W_hidden, new_output)[0]
    return new_hidden, new_output


@misconception(
    "update/new-hidden-weights-used",
    title="uses the new hidden weights for the output layer",
    why="The hidden layer is updated first, and its new weights are at hand.",
    en="The output layer's gradient belongs to hidden weights that have moved already. At "
    "which weights were the errors measured?",
    ko="출력층의 기울기가 이미 움직인 은닉층 가중치의 것입니다. 오차는 어느 가중치에서 구한 "
    "것인가요?",
)
def new_hidden_weights_used(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_hidden = W_hidden - lr * gradients(W_hidden, W_output)[0]
    new_output = W_output - lr * gradients(new_hidden, W_output)[1]
    return new_hidden, new_output


@misconception(
    "update/asked-for-each-layer",
    title="asks for the gradients once for each layer",
    why="Each layer is worked out by its own line.",
    en="The new weights are right, but the gradients are worked out twice. What does one call "
    "of `gradients` give?",
    ko="새 가중치는 맞지만 기울기를 두 번 구합니다. gradients를 한 번 호출하면 무엇을 얻나요?",
)
def asked_for_each_layer(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    new_hidden = W_hidden - lr * gradients(W_hidden, W_output)[0]
    new_output = W_output - lr * gradients(W_hidden, W_output)[1]
    return new_hidden, new_output


@misconception(
    "update/network-step-uphill",
    title="adds the gradients",
    why="“Update” sounds like adding.",
    en="Both layers move the other way. If E rises with a weight, should it grow or shrink?",
    ko="두 층이 모두 반대쪽으로 움직입니다. 가중치가 커질 때 E가 커진다면 그 가중치는 어떻게 "
    "되어야 하나요?",
)
def network_step_uphill(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_hidden + lr * hidden, W_output + lr * output


@misconception(
    "update/network-step-without-rate",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Each step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="기울기 전체만큼 움직였습니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def network_step_without_rate(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_hidden - hidden, W_output - output


@misconception(
    "update/network-layers-exchanged",
    title="returns the layers in the other order",
    why="Backpropagation runs from the output to the hidden layer.",
    en="The two layers stand in each other's place. In which order does the docstring name them?",
    ko="두 층이 서로 바뀐 자리에 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def network_layers_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_output - lr * output, W_hidden - lr * hidden


@misconception(
    "update/network-gradients-exchanged",
    title="unpacks the two gradients in the other order",
    why="Backpropagation finds the output layer's gradient first.",
    en="Each layer is moved by the other layer's gradient. In which order does `gradients` give "
    "its two results?",
    ko="두 층이 서로 다른 층의 기울기로 움직입니다. gradients는 두 결과를 어떤 순서로 돌려주나요?",
)
def network_gradients_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    output, hidden = gradients(W_hidden, W_output)
    return W_hidden - lr * hidden, W_output - lr * output


@misconception(
    "update/network-step-in-place",
    title="changes the caller's matrices",
    why="`-=` looks like a shorter way to write the same.",
    en="The new weights are right, but the caller's matrices have moved with them. What does "
    "`-=` do to an array that somebody else holds?",
    ko="새 가중치는 맞지만 호출한 쪽의 행렬도 함께 바뀌었습니다. -=는 다른 곳에서도 쓰는 "
    "배열에 어떤 일을 하나요?",
)
def network_step_in_place(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    W_hidden -= lr * hidden
    W_output -= lr * output
    return W_hidden, W_output


@misconception(
    "update/one-network-layer-moved",
    title="moves only one of the layers",
    why="Only the layer that the chapter works out is updated.",
    en="One of the two layers comes back as it was. Which part of the gradients is not used?",
    ko="두 층 가운데 하나가 그대로 돌아왔습니다. 기울기의 어느 부분이 쓰이지 않았나요?",
)
def hidden_layer_not_moved(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return W_hidden, W_output - lr * gradients(W_hidden, W_output)[1]


@way("update/one-network-layer-moved")
def output_layer_not_moved(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return W_hidden - lr * gradients(W_hidden, W_output)[0], W_output


@misconception(
    "update/gradients-returned",
    title="returns gradients or changes",
    why="The gradients look like the answer.",
    en="The weights themselves are missing in what comes back. From where does each step start?",
    ko="돌아온 값에 가중치 자체가 없습니다. 걸음은 각각 어디에서 시작하나요?",
)
def gradients_returned(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    return gradients(W_hidden, W_output)


@way("update/gradients-returned")
def changes_returned(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return lr * hidden, lr * output


@misconception(
    "update/gradients-asked-the-other-way",
    title="hands the matrices over in the other order",
    why="The order of the arguments is mixed up.",
    en="`gradients` is handed the matrices in the other order. Which one does it take first?",
    ko="gradients에 행렬을 반대 순서로 넘겼습니다. 첫 번째로 받는 것은 어느 행렬인가요?",
)
def gradients_asked_the_other_way(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    output, hidden = gradients(W_output, W_hidden)
    return W_hidden - lr * hidden, W_output - lr * output


@misconception(
    "update/two-network-steps",
    title="takes two steps",
    why="One step for each layer is read as one after the other.",
    en="The weights have gone on for a second step. How many steps does one call take?",
    ko="가중치가 두 걸음을 갔습니다. 한 번 호출하면 몇 걸음을 가야 하나요?",
)
def two_network_steps(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    for _ in range(2):
        hidden, output = gradients(W_hidden, W_output)
        W_hidden, W_output = W_hidden - lr * hidden, W_output - lr * output
    return W_hidden, W_output
