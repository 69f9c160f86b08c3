"""Misconceptions about `hidden_deltas`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.backprop import sigmoid_slope

from .sigmoid_slope import slope_of_activated

Array = Any


@misconception(
    "backprop/hidden-deltas-not-transposed",
    title="multiplies by W_output without transposing it",
    why="Forward it is W h, so backward it seems to be W δ.",
    en="The sums run over the wrong index of W_output; a square matrix hides the shape. Which "
    "weights leave h₁: those of a row or of a column?",
    ko="W_output의 다른 방향으로 더하고 있고, 정사각 행렬에서는 모양으로 드러나지 않습니다. "
    "h₁에서 나가는 가중치는 행에 있나요, 열에 있나요?",
)
def hidden_deltas_not_transposed(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output @ deltas) * sigmoid_slope(h)


@way("backprop/hidden-deltas-not-transposed")
def hidden_deltas_of_rows_in_loops(W_output: Array, deltas: Array, h: Array) -> list[float]:
    return [
        sum(W_output[j][k] * deltas[k] for k in range(len(deltas))) * h[j] * (1 - h[j])
        for j in range(len(W_output))
    ]


@misconception(
    "backprop/hidden-deltas-one-path",
    title="follows one output path only",
    why="The chapter shows the path through o₁ and skips the sum.",
    en="Only one output's error reaches the hidden layer. Which outputs does h₁ feed?",
    ko="한 출력의 오차만 은닉층에 전해집니다. h₁은 어느 출력들로 이어지나요?",
)
def hidden_deltas_first_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[0] * deltas[0] * sigmoid_slope(h)


@way("backprop/hidden-deltas-one-path")
def hidden_deltas_last_path(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output[-1] * deltas[-1] * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-diagonal",
    title="pairs each hidden neuron with the output of the same number",
    why="h₁ seems to belong to o₁.",
    en="Each hidden neuron hears only of the output with its own number. To how many outputs "
    "do its arrows lead?",
    ko="은닉 뉴런마다 번호가 같은 출력의 오차만 전해집니다. 그 뉴런의 화살표는 몇 개의 "
    "출력으로 이어지나요?",
)
def hidden_deltas_diagonal(W_output: Array, deltas: Array, h: Array) -> Array:
    return np.diag(W_output) * deltas * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-without-slope",
    title="leaves out the hidden sigmoid's slope",
    why="∂E/∂h is taken for ∂E/∂z.",
    en="∂E/∂h comes back, the step from h to its weighted sum is missing. Which factor does "
    "the chain rule add there?",
    ko="∂E/∂h가 돌아왔고, h에서 가중합으로 가는 단계가 없습니다. 연쇄 법칙은 거기에 어떤 "
    "인수를 더하나요?",
)
def hidden_deltas_without_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ deltas


@misconception(
    "backprop/hidden-deltas-slope-again",
    title="applies the sigmoid to h once more",
    why="h is taken for a weighted sum.",
    en="The slope is taken at the wrong place: h has been through the sigmoid already. What "
    "does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 h에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def hidden_deltas_slope_again(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * slope_of_activated(h)


@misconception(
    "backprop/hidden-deltas-slope-twice",
    title="multiplies by the slope twice",
    why="The factor is in a helper already.",
    en="The deltas are too small: a factor stands in the product twice. How many sigmoids lie "
    "between the output's sum and the hidden neuron's sum?",
    ko="델타가 너무 작고, 어떤 인수가 두 번 들어 있습니다. 출력의 가중합과 은닉 뉴런의 가중합 "
    "사이에는 시그모이드가 몇 개 있나요?",
)
def hidden_deltas_slope_twice(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * sigmoid_slope(h) ** 2


@misconception(
    "backprop/hidden-deltas-other-slope",
    title="uses h, a part of the slope or another curve's slope",
    why="1 − h² belongs to tanh; a factor is lost.",
    en="The sum over the outputs is there, its factor is not the sigmoid's slope. What is the "
    "slope at an activation of 0.5?",
    ko="출력에 대한 합은 있지만 곱한 인수가 시그모이드의 미분값이 아닙니다. 활성값이 0.5일 때 "
    "미분값은 얼마인가요?",
)
def hidden_deltas_times_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_one_minus_h(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h)


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_tanh_slope(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * (1 - h**2)


@way("backprop/hidden-deltas-other-slope")
def hidden_deltas_without_brackets(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) * h * 1 - h


@misconception(
    "backprop/hidden-deltas-averaged",
    title="takes the mean over the outputs",
    why="Several paths are thought to be averaged.",
    en="The contributions of the paths are divided by their number. Do the effects of several "
    "paths on E add up or average?",
    ko="경로들의 기여가 경로의 수로 나누어져 있습니다. 여러 경로가 E에 주는 영향은 더하나요, "
    "평균하나요?",
)
def hidden_deltas_averaged(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas) / len(deltas) * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-sign",
    title="turns the sign",
    why="A minus is put in for descent.",
    en="All sizes agree, all signs are opposite. Does a slope already go downhill?",
    ko="크기는 모두 맞고 부호가 반대입니다. 미분값을 구하는 단계에서 부호를 바꾸어야 할까요?",
)
def hidden_deltas_sign(W_output: Array, deltas: Array, h: Array) -> Array:
    return -(W_output.T @ deltas) * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-without-weights",
    title="adds the deltas without their weights",
    why="The weights are thought of as used up in the forward pass.",
    en="The output's weights have no effect, or not one for each path. How strongly does h₁ "
    "move the first output's sum?",
    ko="출력층의 가중치가 경로마다 쓰이지 않고 있습니다. h₁은 첫 출력의 가중합을 얼마나 "
    "움직이나요?",
)
def hidden_deltas_without_weights(W_output: Array, deltas: Array, h: Array) -> Array:
    return deltas.sum() * sigmoid_slope(h)


@way("backprop/hidden-deltas-without-weights")
def hidden_deltas_without_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * sigmoid_slope(h)


@way("backprop/hidden-deltas-without-weights")
def hidden_deltas_summed_apart(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.sum(axis=0) * deltas.sum() * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-one-number",
    title="mixes all hidden neurons",
    why="A sum without an axis adds all.",
    en="Every hidden neuron gets the same sum. Which weights leave h₁, and which h₂?",
    ko="모든 은닉 뉴런이 같은 합을 받습니다. h₁에서 나가는 가중치와 h₂에서 나가는 가중치는 "
    "각각 무엇인가요?",
)
def hidden_deltas_of_one_sum(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T @ deltas).sum() * sigmoid_slope(h)


@way("backprop/hidden-deltas-one-number")
def hidden_deltas_summed(W_output: Array, deltas: Array, h: Array) -> float:
    return float(((W_output.T @ deltas) * sigmoid_slope(h)).sum())


@misconception(
    "backprop/hidden-deltas-not-summed",
    title="leaves the paths side by side",
    why="The products are made, the sum is left out.",
    en="A matrix comes back, one row or column for each output. What happens to the paths that "
    "leave one hidden neuron?",
    ko="출력마다 한 줄씩 있는 행렬이 돌아왔습니다. 한 은닉 뉴런에서 나가는 경로들은 어떻게 "
    "합쳐지나요?",
)
def hidden_deltas_not_summed(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output * deltas[:, np.newaxis] * sigmoid_slope(h)


@way("backprop/hidden-deltas-not-summed")
def hidden_deltas_of_columns(W_output: Array, deltas: Array, h: Array) -> Array:
    return (W_output.T * deltas) * sigmoid_slope(h)[:, np.newaxis]


@misconception(
    "backprop/hidden-deltas-for-two-outputs",
    title="writes out two output paths",
    why="The chapter's network has two outputs.",
    en="With two outputs the deltas are right. Which indices does the code name?",
    ko="출력이 둘이면 델타가 맞습니다. 코드에 어떤 인덱스가 적혀 있나요?",
)
def hidden_deltas_for_two_outputs(W_output: Array, deltas: Array, h: Array) -> Array:
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return paths * sigmoid_slope(h)


@misconception(
    "backprop/hidden-deltas-slope-of-deltas",
    title="uses the output's slope once more",
    why="The factor of the output layer is repeated.",
    en="The slope's formula is applied to the deltas. At which activation does the hidden "
    "neuron stand?",
    ko="미분값의 식에 델타를 넣었습니다. 은닉 뉴런의 활성값은 무엇인가요?",
)
def hidden_deltas_slope_of_deltas(W_output: Array, deltas: Array, h: Array) -> Array:
    return W_output.T @ (deltas * (1 - deltas)) * sigmoid_slope(h)
