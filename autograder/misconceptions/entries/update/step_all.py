"""Misconceptions about `step_all`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any
Arrays = Sequence[Array]


@misconception(
    "update/step-all-uphill",
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
    title="returns the layers from the end",
    why="Backpropagation runs from the end.",
    en="The layers come back in the opposite order. In which order were they given?",
    ko="층이 거꾸로 된 순서로 돌아왔습니다. 받은 순서는 어떠했나요?",
)
def layers_in_reverse(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - lr * g for W, g in zip(weights, gradients, strict=True)][::-1]


@misconception(
    "update/step-all-without-rate",
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="Every step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="기울기 전체만큼 움직였습니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def step_all_without_rate(weights: Arrays, gradients: Arrays, lr: float) -> list[Array]:
    return [W - g for W, g in zip(weights, gradients, strict=True)]


@misconception(
    "update/old-layers-returned",
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
    title="joins all layers into one array",
    why="One array is easier to compute with.",
    en="All weights come back in one long array. Which shapes did the layers have?",
    ko="모든 가중치가 긴 배열 하나로 돌아왔습니다. 층마다 모양(shape)이 어떠했나요?",
)
def layers_in_one_array(weights: Arrays, gradients: Arrays, lr: float) -> Array:
    return np.concatenate([(W - lr * g).ravel() for W, g in zip(weights, gradients, strict=True)])
