"""Misconceptions about `hidden_gradients`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import misconception, way
from solutions.backprop import hidden_deltas, output_deltas, sigmoid_slope

from .sigmoid_slope import slope_of_activated

Array = Any


def _hidden(W: Array, t: Array, o: Array, h: Array) -> Array:
    return hidden_deltas(W, output_deltas(t, o), h)


@misconception(
    "backprop/hidden-gradients-transposed",
    title="exchanges rows and columns",
    why="outer(x, δ) for outer(δ, x).",
    en="Rows and columns are exchanged. Which input does W₂ leave, and which neuron does it enter?",
    ko="행과 열이 서로 바뀌어 있습니다. W₂는 어느 입력에서 나와 어느 뉴런으로 들어가나요?",
)
def hidden_gradients_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(x, _hidden(W_output, target, o, h))


@misconception(
    "backprop/hidden-gradients-sign",
    title="has the sign of t − o",
    why="The −1 of the inner derivative is lost.",
    en="All sizes agree, all signs are opposite. With which sign does the path begin, at ∂E/∂o?",
    ko="크기는 모두 맞고 부호가 반대입니다. 경로의 시작인 ∂E/∂o의 부호는 무엇인가요?",
)
def hidden_gradients_sign(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return -np.outer(_hidden(W_output, target, o, h), x)


@misconception(
    "backprop/hidden-gradients-one-path",
    title="follows one output path only",
    why="The chapter shows the path through o₁ and skips the sum.",
    en="Only one output's error reaches W₁ … W₄. Which outputs does h₁ feed?",
    ko="한 출력의 오차만 W₁ … W₄에 전해집니다. h₁은 어느 출력들로 이어지나요?",
)
def hidden_gradients_first_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[0] * output_deltas(target, o)[0] * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-one-path")
def hidden_gradients_last_path(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output[-1] * output_deltas(target, o)[-1] * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-diagonal",
    title="pairs each hidden neuron with the output of the same number",
    why="h₁ seems to belong to o₁.",
    en="Each hidden neuron hears only of the output with its own number. To how many outputs "
    "do its arrows lead?",
    ko="은닉 뉴런마다 번호가 같은 출력의 오차만 전해집니다. 그 뉴런의 화살표는 몇 개의 "
    "출력으로 이어지나요?",
)
def hidden_gradients_diagonal(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(np.diag(W_output) * output_deltas(target, o) * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-not-transposed",
    title="multiplies by W_output without transposing it",
    why="Forward it is W h, so backward it seems to be W δ.",
    en="The sums run over the wrong index of W_output; a square matrix hides the shape. Which "
    "weights leave h₁: those of a row or of a column?",
    ko="W_output의 다른 방향으로 더하고 있고, 정사각 행렬에서는 모양으로 드러나지 않습니다. "
    "h₁에서 나가는 가중치는 행에 있나요, 열에 있나요?",
)
def hidden_gradients_not_transposed(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output @ output_deltas(target, o)) * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-without-output-slope",
    title="leaves out the output's slope",
    why="∂E/∂o is taken for the output's delta.",
    en="The path starts with ∂E/∂o and goes straight on to the weights. Which sigmoid lies in "
    "between?",
    ko="경로가 ∂E/∂o에서 시작해 바로 가중치로 넘어갑니다. 그 사이에 어느 시그모이드가 있나요?",
)
def hidden_gradients_without_output_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(hidden_deltas(W_output, o - target, h), x)


@misconception(
    "backprop/hidden-gradients-without-hidden-slope",
    title="leaves out the hidden sigmoid's slope",
    why="∂E/∂h is taken for the hidden delta.",
    en="The path reaches h and goes straight on to x. Which sigmoid lies in between?",
    ko="경로가 h에서 바로 x로 넘어갑니다. 그 사이에 어느 시그모이드가 있나요?",
)
def hidden_gradients_without_hidden_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ output_deltas(target, o), x)


@misconception(
    "backprop/hidden-gradients-without-slopes",
    title="leaves out both slopes",
    why="Only weights and differences are multiplied.",
    en="The path passes two sigmoids, and neither has left a factor. Where do they lie?",
    ko="경로가 시그모이드를 두 번 지나지만 인수가 하나도 없습니다. 시그모이드는 어디에 있나요?",
)
def hidden_gradients_without_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(W_output.T @ (o - target), x)


@misconception(
    "backprop/hidden-gradients-from-h",
    title="takes h where x belongs",
    why="The output layer's line is copied.",
    en="The last factor is the activation of the wrong layer. Which value travelled along W₁?",
    ko="마지막 인수가 다른 층의 값입니다. W₁을 따라 흐른 값은 무엇인가요?",
)
def hidden_gradients_from_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer(_hidden(W_output, target, o, h), h)


@misconception(
    "backprop/hidden-gradients-without-x",
    title="leaves out the last factor, x",
    why="The delta is taken for the gradient.",
    en="All weights into one neuron get the same gradient. What differs between W₁ and W₂?",
    ko="한 뉴런으로 들어가는 가중치의 기울기가 모두 같습니다. W₁과 W₂는 무엇이 다른가요?",
)
def hidden_gradients_without_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.ones_like(x))


@way("backprop/hidden-gradients-without-x")
def hidden_deltas_for_gradients(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h)


@misconception(
    "backprop/hidden-gradients-elementwise",
    title="multiplies deltas and x elementwise",
    why="`*` is taken for the product of each with each.",
    en="Each delta meets only one x. How many weights join the inputs to the hidden layer?",
    ko="델타마다 x 하나씩만 곱해졌습니다. 입력과 은닉층을 잇는 가중치는 몇 개인가요?",
)
def hidden_gradients_elementwise(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return _hidden(W_output, target, o, h) * x


@misconception(
    "backprop/hidden-gradients-doubled",
    title="keeps the 2 of the square",
    why="The ½ in front of the square is overlooked.",
    en="All gradients are twice as large as expected. Which constant of E meets the 2 of the "
    "square?",
    ko="모든 기울기가 2배입니다. 제곱에서 나온 2는 E의 어떤 상수와 만나나요?",
)
def hidden_gradients_doubled(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x)


@misconception(
    "backprop/hidden-gradients-halved",
    title="keeps the ½ of E, or multiplies by the learning rate",
    why="The ½ is not differentiated with the square; the step's η, 0.5, is put into the slope.",
    en="All gradients are half as large as expected. What becomes of the ½ of E in the slope, "
    "and does a learning rate belong to a gradient?",
    ko="모든 기울기가 절반입니다. E의 ½은 미분하면 어떻게 되고, 학습률은 기울기에 들어가는 "
    "것인가요?",
)
def hidden_gradients_halved(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return 0.5 * np.outer(_hidden(W_output, target, o, h), x)


@misconception(
    "backprop/hidden-gradients-averaged",
    title="divides by the number of outputs",
    why="Several paths are thought to be averaged; or E is taken for a mean.",
    en="The gradients are divided by the number of outputs. Do the effects of several paths on "
    "E add up or average?",
    ko="기울기가 출력의 개수로 나누어져 있습니다. 여러 경로가 E에 주는 영향은 더하나요, "
    "평균하나요?",
)
def hidden_gradients_averaged(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x) / len(o)


@way("backprop/hidden-gradients-averaged")
def hidden_gradients_of_the_mean(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return 2 * np.outer(_hidden(W_output, target, o, h), x) / len(o)


@misconception(
    "backprop/hidden-gradients-hidden-slope-again",
    title="applies the sigmoid to an activation once more",
    why="h or o is taken for a weighted sum.",
    en="A slope is taken at the wrong place: h and o have been through the sigmoid already. "
    "What does the slope need, z or the activation?",
    ko="이미 시그모이드를 거친 h나 o에 시그모이드를 한 번 더 적용하고 있습니다. 미분값에는 z가 "
    "필요한가요, 활성값이 필요한가요?",
)
def hidden_gradients_hidden_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    back = W_output.T @ output_deltas(target, o)
    return np.outer(back * slope_of_activated(h), x)


@way("backprop/hidden-gradients-hidden-slope-again")
def hidden_gradients_output_slope_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * slope_of_activated(o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@way("backprop/hidden-gradients-hidden-slope-again")
def hidden_gradients_both_slopes_again(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = (o - target) * slope_of_activated(o)
    return np.outer((W_output.T @ deltas) * slope_of_activated(h), x)


@misconception(
    "backprop/hidden-gradients-slope-twice",
    title="multiplies by a slope twice",
    why="A delta has the factor already.",
    en="The gradients are too small: a factor stands in the product twice. Which factors do "
    "the deltas hold already?",
    ko="기울기가 너무 작고, 어떤 인수가 곱에 두 번 들어 있습니다. 델타에는 이미 어떤 인수가 "
    "들어 있나요?",
)
def hidden_gradients_output_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o) * o * (1 - o)
    return np.outer(hidden_deltas(W_output, deltas, h), x)


@way("backprop/hidden-gradients-slope-twice")
def hidden_gradients_hidden_slope_twice(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h) * h * (1 - h), x)


@misconception(
    "backprop/hidden-gradients-without-weights",
    title="leaves out the output's weights",
    why="The weights are thought of as used up in the forward pass.",
    en="The output's weights have no effect. How strongly does h₁ move the first output's sum?",
    ko="출력층의 가중치가 쓰이지 않고 있습니다. h₁은 첫 출력의 가중합을 얼마나 움직이나요?",
)
def hidden_gradients_without_weights(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o).sum() * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-without-weights")
def hidden_gradients_weights_summed_apart(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    paths = W_output.sum(axis=0) * output_deltas(target, o).sum()
    return np.outer(paths * sigmoid_slope(h), x)


@misconception(
    "backprop/hidden-gradients-of-output-deltas",
    title="stops at the output's deltas",
    why="The second layer's formula is used with x in the place of h.",
    en="The output's deltas meet x directly, and the path through the hidden layer is missing. "
    "Through which neurons does W₁ reach E?",
    ko="출력층의 델타가 x와 바로 곱해져 은닉층을 지나는 길이 빠졌습니다. W₁은 어떤 뉴런들을 "
    "거쳐 E에 이르나요?",
)
def hidden_gradients_of_output_deltas(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(output_deltas(target, o), x)


@misconception(
    "backprop/hidden-gradients-slopes-mixed-up",
    title="uses the same slope for both layers, or another curve's",
    why="A copied factor keeps its letter; 1 − h² belongs to tanh.",
    en="A factor is not the slope of the sigmoid that is passed there. Which activation "
    "belongs to which step of the path?",
    ko="어떤 인수가 그 자리에서 지나는 시그모이드의 미분값이 아닙니다. 경로의 각 단계에는 어느 "
    "활성값이 있나요?",
)
def hidden_gradients_times_h(W_output: Array, target: Array, o: Array, h: Array, x: Array) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * h, x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_one_minus_h(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slope(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ output_deltas(target, o)) * (1 - h**2), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_tanh_slopes(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer((W_output.T @ ((o - target) * (1 - o**2))) * (1 - h**2), x)


@way("backprop/hidden-gradients-slopes-mixed-up")
def hidden_gradients_slope_of_x(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), x * (1 - x))


@misconception(
    "backprop/hidden-gradients-one-input",
    title="uses one x for every weight",
    why="The chapter works out ∂E/∂W₁ only, and x₁ is kept.",
    en="Every column holds the same input. What changes from W₁ to W₂?",
    ko="모든 열에 같은 입력이 쓰였습니다. W₁에서 W₂로 가면 무엇이 달라지나요?",
)
def hidden_gradients_one_input(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    return np.outer(_hidden(W_output, target, o, h), np.full_like(x, x[0]))


@misconception(
    "backprop/hidden-gradients-two-by-two",
    title="writes out a 2-2-2 network",
    why="The chapter's network has no other size.",
    en="In a 2-2-2 network the gradient is right. Which lengths does the code fix?",
    ko="2-2-2 신경망에서는 기울기가 맞습니다. 코드가 어떤 길이를 고정하고 있나요?",
)
def hidden_gradients_for_two_outputs(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = output_deltas(target, o)
    paths = W_output[0] * deltas[0] + W_output[1] * deltas[1]
    return np.outer(paths * sigmoid_slope(h), x)


@way("backprop/hidden-gradients-two-by-two")
def hidden_gradients_two_by_two(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas = _hidden(W_output, target, o, h)
    return np.array([[deltas[j] * x[i] for i in range(2)] for j in range(2)])


@way("backprop/hidden-gradients-two-by-two")
def hidden_gradients_of_the_chapters_network(
    W_output: Array, target: Array, o: Array, h: Array, x: Array
) -> Array:
    deltas, slopes = output_deltas(target, o), sigmoid_slope(h)
    paths = [deltas[0] * W_output[0, j] + deltas[1] * W_output[1, j] for j in range(2)]
    return np.array([[paths[j] * slopes[j] * x[i] for i in range(2)] for j in range(2)])
