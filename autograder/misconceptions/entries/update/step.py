"""Misconceptions about `step`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Array = Any


@misconception(
    "update/step-uphill",
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
    title="leaves the learning rate out",
    why="The gradient itself looks like the step.",
    en="The step is as long as the gradient itself. Which argument says how much of it to take?",
    ko="기울기 전체만큼 움직였습니다. 그 가운데 얼마만큼 갈지 정하는 인자는 무엇인가요?",
)
def step_without_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient


@misconception(
    "update/step-divided-by-rate",
    title="divides by the learning rate",
    why="A rate is taken for a divisor.",
    en="A smaller learning rate makes a longer step here. What should it do?",
    ko="학습률이 작을수록 더 멀리 움직입니다. 원래는 어떻게 되어야 하나요?",
)
def step_divided_by_rate(W: Array, gradient: Array, lr: float) -> Array:
    return W - gradient / lr


@misconception(
    "update/step-rate-on-weights",
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
    title="subtracts the weights from the step",
    why="The order of a difference is mixed up.",
    en="The sign of the new weights is turned. What is taken away from what?",
    ko="새 가중치의 부호가 뒤집혔습니다. 무엇에서 무엇을 빼야 하나요?",
)
def step_terms_exchanged(W: Array, gradient: Array, lr: float) -> Array:
    return lr * gradient - W


@misconception(
    "update/step-times-weights",
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
