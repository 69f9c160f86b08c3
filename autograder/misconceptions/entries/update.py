"""Misconceptions about `update`: one step, many layers, many steps, the errors on the way."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.update import descend, error_history, step

Array = Any
Arrays = Sequence[Array]
Slope = Callable[[Array], Array]
Slopes = Callable[[Array, Array], tuple[Array, Array]]
Error = Callable[[Array], float]

# ── step ─────────────────────────────────────────────────────────────────────────────────────


@misconception(
    "update/step-uphill",
    task="step",
    title="adds the gradient",
    why="“Update” sounds like adding.",
    en="The weights move the other way. If E rises with W₅, should W₅ grow or shrink?",
    ko="가중치가 반대쪽으로 움직입니다. W₅가 커질 때 E가 커진다면 W₅는 커져야 하나요, 작아져야 "
    "하나요?",
)
def step_uphill(W: Array, gradient: Array, lr: float) -> Array:
    return W + lr * gradient


@misconception(
    "update/step-in-place",
    task="step",
    title="changes W itself",
    why="`-=` looks like a shorter way to write the same.",
    en="The new weights are right, but the caller's W has moved with them. What does `-=` do "
    "to an array that somebody else holds?",
    ko="새 가중치는 맞지만 호출한 쪽의 W도 함께 바뀌었습니다. -=는 다른 곳에서도 쓰는 배열에 "
    "어떤 일을 하나요?",
)
def step_in_place(W: Array, gradient: Array, lr: float) -> Array:
    W -= lr * gradient
    return W


@way("update/step-in-place")
def gradient_in_place(W: Array, gradient: Array, lr: float) -> Array:
    gradient *= lr
    return W - gradient


@misconception(
    "update/step-without-rate",
    task="step",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="The step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="기울기 전체만큼 움직였습니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def step_without_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient


@misconception(
    "update/step-divided-by-rate",
    task="step",
    title="divides by the learning rate",
    why="A rate is taken for a divisor.",
    en="A smaller learning rate makes a longer step here. What should it do?",
    ko="학습률이 작을수록 더 멀리 움직입니다. 원래는 어떻게 되어야 하나요?",
)
def step_divided_by_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient / lr


@misconception(
    "update/step-rate-on-weights",
    task="step",
    title="multiplies the weights by the learning rate",
    why="Brackets: lr (W − gradient), or lr on the wrong term.",
    en="The learning rate scales the weights as well. Which of the two terms should it shrink?",
    ko="학습률이 가중치에도 곱해졌습니다. 두 항 가운데 어느 쪽을 줄여야 하나요?",
)
def step_rate_on_both(W: Array, gradient: Array, lr: float) -> Array:
    return lr * (W - gradient)


@way("update/step-rate-on-weights")
def step_rate_on_weights_only(W: Array, gradient: Array, lr: float) -> Array:
    return lr * W - gradient


@way("update/step-rate-on-weights")
def step_shrinks_weights(W: Array, gradient: Array, lr: float) -> Array:
    return (1 - lr) * W - lr * gradient


@way("update/step-rate-on-weights")
def step_rate_in_brackets(W: Array, gradient: Array, lr: float) -> Array:
    return (W - lr) * gradient


@misconception(
    "update/rate-added",
    task="step",
    title="adds or subtracts the learning rate",
    why="Product and sum are mixed up.",
    en="The learning rate shifts every weight, even one with slope 0. How does it act on the "
    "gradient?",
    ko="기울기가 0인 가중치도 학습률만큼 움직입니다. 학습률은 기울기에 어떻게 작용하나요?",
)
def rate_subtracted(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr - gradient


@way("update/rate-added")
def rate_added_to_the_difference(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient + lr


@misconception(
    "update/change-alone",
    task="step",
    title="returns the change instead of the new weights",
    why="The change is what the formula works out.",
    en="The change comes back, the weights it belongs to are missing. From where does the step "
    "start?",
    ko="변화량만 돌아왔습니다. 걸음은 어디에서 시작하나요?",
)
def change_alone(W: Array, gradient: Array, lr: float) -> Array:
    return lr * gradient


@way("update/change-alone")
def change_alone_downhill(W: Array, gradient: Array, lr: float) -> Array:
    return -lr * gradient


@misconception(
    "update/step-terms-exchanged",
    task="step",
    title="subtracts the weights from the step",
    why="The order of a difference is mixed up.",
    en="The sign of the new weights is turned. What is taken away from what?",
    ko="새 가중치의 부호가 뒤집혔습니다. 무엇에서 무엇을 빼야 하나요?",
)
def step_terms_exchanged(W: Array, gradient: Array, lr: float) -> Array:
    return lr * gradient - W


@misconception(
    "update/step-times-weights",
    task="step",
    title="multiplies the step by the weights",
    why="A relative change is in mind.",
    en="The step depends on how large the weight is. Does the slope know that already?",
    ko="가중치의 크기에 따라 걸음의 길이가 달라집니다. 식에서 W가 몇 번 나오는지 확인해 보세요.",
)
def step_times_weights(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient * W


@way("update/step-times-weights")
def step_as_factor(W: Array, gradient: Array, lr: float) -> Array:
    return W * lr * gradient


@misconception(
    "update/step-of-signs",
    task="step",
    title="makes steps of one length",
    why="Only the direction is taken from the gradient.",
    en="Every weight moves by the same length, however steep its slope is. What does a small "
    "slope say about the step?",
    ko="기울기의 크기와 상관없이 같은 길이만큼 움직입니다. 기울기가 작을 때는 걸음이 어때야 "
    "하나요?",
)
def step_of_signs(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.sign(gradient)


@way("update/step-of-signs")
def step_of_length_one(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / np.linalg.norm(gradient)


@misconception(
    "update/step-of-sizes",
    task="step",
    title="loses the gradient's sign",
    why="The step is thought of as a length.",
    en="All weights move down, whatever the sign of their slope. What does a negative slope "
    "ask for?",
    ko="기울기의 부호와 상관없이 모두 줄어듭니다. 기울기가 음수이면 어느 쪽으로 가야 하나요?",
)
def step_of_sizes(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.abs(gradient)


@way("update/step-of-sizes")
def step_of_squares(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient**2


@misconception(
    "update/step-scaled",
    task="step",
    title="scales the step by something else than the learning rate",
    why="A rate of the chapter, a mean or a second lr is put in.",
    en="The direction is right, the length is not. Which numbers multiply the gradient?",
    ko="방향은 맞지만 길이가 다릅니다. 기울기에 어떤 수들이 곱해지고 있나요?",
)
def step_with_squared_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * lr * gradient


@way("update/step-scaled")
def step_with_rate_of_the_chapter(W: Array, gradient: Array, lr: float) -> Array:
    return W - 0.5 * gradient


@way("update/step-scaled")
def step_averaged(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / np.size(gradient)


@way("update/step-scaled")
def step_averaged_over_rows(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / len(gradient)


@way("update/step-scaled")
def step_doubled(W: Array, gradient: Array, lr: float) -> Array:
    return W - 2 * lr * gradient


@way("update/step-scaled")
def step_halved(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * gradient / 2


@misconception(
    "update/step-of-one-number",
    task="step",
    title="moves all weights by one number",
    why="The gradient is summed or averaged first.",
    en="All weights move by the same amount. Has each of them its own slope?",
    ko="모든 가중치가 같은 만큼 움직입니다. 가중치마다 자기 기울기가 따로 있지 않나요?",
)
def step_of_the_mean(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.mean(gradient)


@way("update/step-of-one-number")
def step_of_the_sum(W: Array, gradient: Array, lr: float) -> Array:
    return W - lr * np.sum(gradient)


# ── step_all ─────────────────────────────────────────────────────────────────────────────────


@misconception(
    "update/step-all-uphill",
    task="step_all",
    title="adds the gradients",
    why="“Update” sounds like adding.",
    en="The weights move the other way. If E rises with a weight, should it grow or shrink?",
    ko="가중치가 반대쪽으로 움직입니다. 가중치가 커질 때 E가 커진다면 그 가중치는 어떻게 "
    "되어야 하나요?",
)
def step_all_uphill(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W + lr * g for W, g in zip(weights, gradients, strict=True)]


@misconception(
    "update/step-all-in-place",
    task="step_all",
    title="changes the caller's list or its arrays",
    why="`weights[i] -= …` in a loop looks like the natural way.",
    en="The new weights are right, but the caller's list holds them, too. Which line writes "
    "into a list or array that was passed in?",
    ko="새 가중치는 맞지만 호출한 쪽의 리스트에도 들어가 있습니다. 어느 줄이 받은 리스트나 "
    "배열에 값을 써넣나요?",
)
def step_all_in_place(weights: list[Array], gradients: Arrays, lr: float) -> list[Array]:
    for i in range(len(weights)):
        weights[i] = weights[i] - lr * gradients[i]
    return weights


@way("update/step-all-in-place")
def step_all_scales_gradients(weights: Arrays, gradients: list[Array], lr: float) -> list[Array]:
    for gradient in gradients:
        gradient *= lr
    return [W - g for W, g in zip(weights, gradients, strict=True)]


@misconception(
    "update/first-layer-only",
    task="step_all",
    title="returns after the first layer",
    why="`return` stands inside the loop.",
    en="One layer comes back, whatever the number of layers. Where does the loop end?",
    ko="층이 몇 개이든 한 층만 돌아옵니다. 반복문은 어디에서 끝나나요?",
)
def first_layer_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0]]


@way("update/first-layer-only")
def first_matrix_only(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return weights[0] - lr * gradients[0]


@misconception(
    "update/last-layer-only",
    task="step_all",
    title="keeps only the last layer",
    why="Each round of the loop replaces the result of the one before.",
    en="Only the last layer comes back. What does each round of the loop do to the ones before?",
    ko="마지막 층만 돌아옵니다. 반복할 때마다 앞의 결과는 어떻게 되나요?",
)
def last_layer_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[-1] - lr * gradients[-1]]


@way("update/last-layer-only")
def last_matrix_only(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return weights[-1] - lr * gradients[-1]


@misconception(
    "update/one-layer-moved",
    task="step_all",
    title="moves only one of the layers",
    why="The other layers are copied over.",
    en="Only one layer has moved. Which gradient belongs to each of the others?",
    ko="한 층만 움직였습니다. 나머지 층에는 각각 어느 기울기가 있나요?",
)
def first_layer_moved(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0], *weights[1:]]


@way("update/one-layer-moved")
def last_layer_moved(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [*weights[:-1], weights[-1] - lr * gradients[-1]]


@misconception(
    "update/two-layers-only",
    task="step_all",
    title="handles exactly two layers",
    why="The chapter's network has two.",
    en="With two layers the step is right, with other numbers it is not. Which indices does "
    "the code name?",
    ko="층이 둘이면 맞지만 개수가 달라지면 다릅니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def two_layers_only(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [weights[0] - lr * gradients[0], weights[1] - lr * gradients[1]]


@way("update/two-layers-only")
def at_most_two_layers(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    pairs = list(zip(weights, gradients, strict=True))[:2]
    return [W - lr * g for W, g in pairs]


@misconception(
    "update/layer-left-out",
    task="step_all",
    title="leaves out the first or last layer",
    why="The loop begins at 1, or ends one too early.",
    en="One layer is missing from the result. Where does the loop begin, and where does it end?",
    ko="결과에 한 층이 빠져 있습니다. 반복문은 어디에서 시작해서 어디에서 끝나나요?",
)
def last_layer_left_out(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights[:-1], gradients[:-1], strict=True)]


@way("update/layer-left-out")
def first_layer_left_out(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights[1:], gradients[1:], strict=True)]


@misconception(
    "update/gradient-of-another-layer",
    task="step_all",
    title="uses another layer's gradient",
    why="The index is not advanced, or the gradients are thought of as coming from the end.",
    en="A layer moves by the gradient of another one. Which index belongs to which?",
    ko="어떤 층이 다른 층의 기울기로 움직입니다. 어느 인덱스가 서로 짝인가요?",
)
def first_gradient_for_all(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * gradients[0] for W in weights]


@way("update/gradient-of-another-layer")
def gradients_from_the_end(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights, gradients[::-1], strict=True)]


@misconception(
    "update/layers-in-reverse",
    task="step_all",
    title="returns the layers from the end",
    why="Backpropagation runs from the end.",
    en="The layers come back in the opposite order. In which order were they given?",
    ko="층이 거꾸로 된 순서로 돌아왔습니다. 받은 순서는 어떠했나요?",
)
def layers_in_reverse(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights, gradients, strict=True)][::-1]


@misconception(
    "update/step-all-without-rate",
    task="step_all",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Every step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="기울기 전체만큼 움직였습니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def step_all_without_rate(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - g for W, g in zip(weights, gradients, strict=True)]


@misconception(
    "update/old-layers-returned",
    task="step_all",
    title="returns the old weights",
    why="`W = W − …` in a loop gives a name to the new array and leaves the list as it was.",
    en="The weights come back unmoved. In a loop `for W in weights`, what does an assignment "
    "to W do to the list?",
    ko="가중치가 움직이지 않은 채 돌아왔습니다. for W in weights 안에서 W에 대입하면 리스트는 "
    "어떻게 되나요?",
)
def old_layers_returned(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return list(weights)


@misconception(
    "update/changes-of-all-layers",
    task="step_all",
    title="returns the changes",
    why="The change is what the formula works out.",
    en="The changes come back, the weights they belong to are missing. From where does each "
    "step start?",
    ko="변화량만 돌아왔습니다. 걸음은 각각 어디에서 시작하나요?",
)
def changes_of_all_layers(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [lr * gradient for gradient in gradients]


@misconception(
    "update/layers-in-one-array",
    task="step_all",
    title="joins all layers into one array",
    why="One array is easier to compute with.",
    en="All weights come back in one long array. Which shapes did the layers have?",
    ko="모든 가중치가 긴 배열 하나로 돌아왔습니다. 층마다 모양(shape)이 어떠했나요?",
)
def layers_in_one_array(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return np.concatenate([(W - lr * g).ravel() for W, g in zip(weights, gradients, strict=True)])


# ── network_step ─────────────────────────────────────────────────────────────────────────────


@misconception(
    "update/new-output-weights-used",
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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
    task="network_step",
    title="returns or unpacks the layers in the other order",
    why="Backpropagation runs from the output to the hidden layer.",
    en="The two layers stand in each other's place. In which order does the docstring name them?",
    ko="두 층이 서로 바뀐 자리에 있습니다. docstring에는 어떤 순서로 적혀 있나요?",
)
def network_layers_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    hidden, output = gradients(W_hidden, W_output)
    return W_output - lr * output, W_hidden - lr * hidden


@way("update/network-layers-exchanged")
def network_gradients_exchanged(
    gradients: Slopes, W_hidden: Array, W_output: Array, lr: float
) -> tuple[Array, Array]:
    output, hidden = gradients(W_hidden, W_output)
    return W_hidden - lr * hidden, W_output - lr * output


@misconception(
    "update/network-step-in-place",
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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
    task="network_step",
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


# ── descend ──────────────────────────────────────────────────────────────────────────────────


@misconception(
    "update/gradient-taken-once",
    task="descend",
    title="takes the gradient once, before the loop",
    why="The gradient is thought of as a fixed number.",
    en="Every step uses the slope of the starting point. After a step, which w does the next "
    "slope belong to?",
    ko="모든 걸음이 출발점의 기울기를 씁니다. 한 걸음 뒤의 기울기는 어느 w의 것이어야 하나요?",
)
def gradient_taken_once(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
    return w


@way("update/gradient-taken-once")
def gradient_at_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = place - lr * gradient(w)
    return place


@misconception(
    "update/step-from-the-start",
    task="descend",
    title="starts every step from the first w",
    why="The new w gets another name, and the loop goes on with the old one.",
    en="Each step starts from the first w again. From where should the second step start?",
    ko="걸음마다 처음 w에서 다시 출발합니다. 두 번째 걸음은 어디에서 시작해야 하나요?",
)
def step_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(w)
    return place


@way("update/step-from-the-start")
def new_slope_from_the_start(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    place = w
    for _ in range(steps):
        place = w - lr * gradient(place)
    return place


@misconception(
    "update/one-step-too-many",
    task="descend",
    title="takes one step too many",
    why="range(steps + 1), or a first step before the loop.",
    en="There is one step more than asked for. How often does the loop run when `steps` is 0?",
    ko="걸음이 하나 많습니다. steps가 0이면 반복문은 몇 번 도나요?",
)
def one_step_too_many(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, steps + 1)


@misconception(
    "update/always-a-first-step",
    task="descend",
    title="takes a first step even when none is asked for",
    why="The first step stands before the loop.",
    en="With `steps` = 0 a step is taken all the same, other numbers are right. What happens "
    "before the loop begins?",
    ko="steps가 0일 때도 한 걸음을 갑니다. 반복문이 시작되기 전에 무슨 일이 일어나나요?",
)
def always_a_first_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps, 1))


@misconception(
    "update/one-step-too-few",
    task="descend",
    title="takes one step too few",
    why="range(1, steps).",
    en="There is one step less than asked for. How often does the loop run when `steps` is 1?",
    ko="걸음이 하나 모자랍니다. steps가 1이면 반복문은 몇 번 도나요?",
)
def one_step_too_few(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, max(steps - 1, 0))


@misconception(
    "update/one-step-only",
    task="descend",
    title="takes one step, whatever `steps` says",
    why="`return` stands inside the loop, or there is no loop.",
    en="One step is taken, however many are asked for. Where does the function end?",
    ko="몇 걸음을 요구해도 한 걸음만 갑니다. 함수는 어디에서 끝나나요?",
)
def one_step_only(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return w - lr * gradient(w)


@way("update/one-step-only")
def at_most_one_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, lr, min(steps, 1))


@misconception(
    "update/descend-uphill",
    task="descend",
    title="walks uphill",
    why="“Update” sounds like adding.",
    en="w climbs instead of descending. If E rises with w, in which direction is the valley?",
    ko="w가 내려가지 않고 올라갑니다. w가 커질 때 E가 커진다면 골짜기는 어느 쪽에 있나요?",
)
def descend_uphill(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, -lr, steps)


@misconception(
    "update/descend-without-rate",
    task="descend",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Each step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="걸음마다 기울기 전체만큼 움직입니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def descend_without_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    return descend(gradient, w, 1.0, steps)


@misconception(
    "update/descend-in-place",
    task="descend",
    title="changes the caller's w",
    why="`-=` looks like a shorter way to write the same.",
    en="The walk is right, but the caller's w has walked along. What does `-=` do to an array "
    "that somebody else holds?",
    ko="도착한 곳은 맞지만 호출한 쪽의 w도 함께 움직였습니다. -=는 다른 곳에서도 쓰는 배열에 "
    "어떤 일을 하나요?",
)
def descend_in_place(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w -= lr * gradient(w)
    return w


@misconception(
    "update/asked-once-too-often",
    task="descend",
    title="asks for the gradient once more than there are steps",
    why="The next slope is worked out at the end of each round.",
    en="The walk is right, but one slope is worked out that no step uses. Where in the loop is "
    "`gradient` called?",
    ko="도착한 곳은 맞지만 쓰이지 않는 기울기를 한 번 더 구합니다. gradient를 반복문의 "
    "어디에서 호출하나요?",
)
def asked_once_too_often(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    slope = gradient(w)
    for _ in range(steps):
        w = w - lr * slope
        slope = gradient(w)
    return w


@misconception(
    "update/asked-twice-for-each-step",
    task="descend",
    title="asks for the gradient twice in each step",
    why="The call is written again instead of keeping its result.",
    en="The walk is right, but each slope is worked out more than once. Is its value kept "
    "under a name?",
    ko="도착한 곳은 맞지만 걸음마다 기울기를 두 번 이상 구합니다. 구한 값을 변수에 담아 두었나요?",
)
def asked_twice_for_each_step(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        gradient(w)
        w = w - lr * gradient(w)
    return w


@misconception(
    "update/places-returned",
    task="descend",
    title="returns every place on the way",
    why="The history seems useful.",
    en="A list of places comes back. Which of them is asked for?",
    ko="지나온 곳이 모두 담긴 리스트가 돌아왔습니다. 그 가운데 어느 것이 필요한가요?",
)
def places_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(steps + 1)]


@way("update/places-returned")
def places_after_steps_returned(gradient: Slope, w: Array, lr: float, steps: int) -> list[Array]:
    return [descend(gradient, w, lr, count) for count in range(1, steps + 1)]


@misconception(
    "update/descend-other-method",
    task="descend",
    title="walks by another method",
    why="Momentum or a shrinking learning rate is met elsewhere.",
    en="The first step is right, later ones have another length. What besides the slope and lr "
    "decides about a step?",
    ko="첫 걸음은 맞지만 그 뒤의 걸음은 길이가 다릅니다. 기울기와 lr 말고 무엇이 걸음을 정하고 "
    "있나요?",
)
def descend_with_momentum(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    speed: Any = 0.0
    for _ in range(steps):
        speed = 0.9 * speed + gradient(w)
        w = w - lr * speed
    return w


@way("update/descend-other-method")
def descend_with_shrinking_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for count in range(steps):
        w = w - lr / (count + 1) * gradient(w)
    return w


@way("update/descend-other-method")
def descend_with_falling_rate(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        w = w - lr * gradient(w)
        lr = lr * 0.9
    return w


@way("update/descend-other-method")
def descend_with_summed_slopes(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    total: Any = 0.0
    for _ in range(steps):
        total = total + gradient(w)
        w = w - lr * total
    return w


@misconception(
    "update/no-walk",
    task="descend",
    title="returns the starting point",
    why="The new place gets a name that is not returned.",
    en="w comes back where it started. Which name holds the new place, and which one is returned?",
    ko="w가 출발점 그대로 돌아왔습니다. 새 위치는 어느 이름에 담겼고, 어느 이름이 돌아오나요?",
)
def no_walk(gradient: Slope, w: Array, lr: float, steps: int) -> Array:
    for _ in range(steps):
        step(w, gradient(w), lr)
    return w


# ── error_history ────────────────────────────────────────────────────────────────────────────


@misconception(
    "update/first-error-missing",
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
    title="walks uphill",
    why="“Update” sounds like adding.",
    en="The errors rise from step to step. In which direction does w move?",
    ko="걸음마다 오차가 커집니다. w는 어느 방향으로 움직이나요?",
)
def history_uphill(error: Error, gradient: Slope, w: Array, lr: float, steps: int) -> list[float]:
    return error_history(error, gradient, w, -lr, steps)


@misconception(
    "update/history-without-rate",
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
    task="error_history",
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
