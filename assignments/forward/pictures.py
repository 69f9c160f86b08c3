"""The pictures of `forward`, drawn with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from assignments import network_picture
from autograder.selfcheck import say
from autograder.selfcheck.pictures import BLUE, ORANGE, SKY, drawn, style
from autograder.selfcheck.sliders import Slider, show

Array = NDArray[np.float64]
Function = Callable[..., Any]
UNKNOWN = ("?", "?")


@drawn
def network(x: Array, W_hidden: Array, W_output: Array) -> None:
    """The network before anything is computed."""
    style()
    _, axes = plt.subplots(figsize=(6.4, 3.6))
    _draw(axes, (_digits(x), UNKNOWN, UNKNOWN), W_hidden, W_output)
    plt.show()


def _draw(axes: Any, texts: Sequence[Sequence[str]], W_hidden: Array, W_output: Array) -> None:
    weights = network_picture.by_number(W_hidden, W_output)
    network_picture.draw_network(axes, texts, lambda n: f"$W_{n}$ {weights[n - 1]:.2f}")


def _digits(values: Any) -> list[str]:
    return [f"{value:.3f}" for value in np.ravel(values)]


@drawn
def steps(
    weighted_sums: Function, forward: Function, x: Array, W_hidden: Array, W_output: Array
) -> None:
    """Forward propagation step by step, with sliders for the step and the inputs."""
    style()

    def draw(step: float, x1: float, x2: float) -> Figure:
        inputs = np.array([x1, x2])
        h, o = forward(W_hidden, W_output, inputs)
        z_hidden, z_output = weighted_sums(W_hidden, inputs), weighted_sums(W_output, h)
        hidden = (UNKNOWN, _named("z", z_hidden), _digits(h), _digits(h), _digits(h))
        output = (UNKNOWN, UNKNOWN, UNKNOWN, _named("z", z_output), _digits(o))
        figure, axes = plt.subplots(figsize=(6.4, 3.8))
        texts = (_digits(inputs), hidden[int(step)], output[int(step)])
        _draw(axes, texts, W_hidden, W_output)
        axes.set_title(_step_names()[int(step)])
        return figure

    values = [each / 10 for each in range(-10, 11)]
    show(
        draw,
        Slider(say(ko="단계", en="step"), range(5), 4),
        Slider("x₁", values, float(x[0])),
        Slider("x₂", values, float(x[1])),
    )


def _step_names() -> list[str]:
    return [
        say(ko="0. 입력", en="0. the inputs", picture=True),
        say(ko="1. 은닉층의 가중합", en="1. weighted sums of the hidden layer", picture=True),
        say(ko="2. 은닉층 출력", en="2. outputs of the hidden layer", picture=True),
        say(ko="3. 출력층의 가중합", en="3. weighted sums of the output layer", picture=True),
        say(ko="4. 예측값", en="4. the predictions", picture=True),
    ]


def _named(letter: str, values: Any) -> list[str]:
    return [f"{letter}={value:.3f}" for value in np.ravel(values)]


@drawn
def at_a_glance(
    functions: tuple[Function, Function, Function, Function],
    x: Array,
    target: Array,
    W_hidden: Array,
    W_output: Array,
) -> None:
    """The network with its numbers, and its four neurons on the curve; a slider for all weights.

    functions  the student's weighted_sums, sigmoid, forward and output_errors
    """
    style()
    weighted_sums, sigmoid, forward, output_errors = functions

    def draw(factor: float) -> Figure:
        first, second = factor * W_hidden, factor * W_output
        h, o = forward(first, second, x)
        figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.6), width_ratios=(1.15, 1))
        _draw(left, (_digits(x), _digits(h), _digits(o)), first, second)
        _write_errors(left, target, output_errors(target, o))
        left.set_title(
            say(ko="내가 계산한 신경망", en="the network with your numbers", picture=True)
        )
        sums = [*np.ravel(weighted_sums(first, x)), *np.ravel(weighted_sums(second, h))]
        _draw_neurons(right, sigmoid, sums, [*np.ravel(h), *np.ravel(o)])
        return figure

    label = say(ko="모든 가중치의 배수", en="all weights times")
    show(draw, Slider(label, (-5, -2, -1, 0, 0.5, 1, 2, 5, 10), 1))


def _write_errors(axes: Any, target: Array, errors: Any) -> None:
    for wanted, error, height in zip(target, np.ravel(errors), (0.36, -1.36), strict=True):
        note = say(
            ko=f"목푯값 {wanted}, 오차 {error:.4f}",
            en=f"target {wanted}, error {error:.4f}",
            picture=True,
        )
        axes.text(2.25, height, note, ha="right", va="center", fontsize=9)


def _draw_neurons(
    axes: Any, sigmoid: Function, sums: Sequence[float], activations: Sequence[float]
) -> None:
    """The neurons on the sigmoid's curve, and the whole curve in a corner."""
    low, high = min(0.0, *sums), max(0.0, *sums)
    margin = max(0.1, 0.15 * (high - low))
    z = np.linspace(low - margin, high + margin, 201)
    curve = np.ravel(sigmoid(z))
    axes.plot(z, curve, color=BLUE, linewidth=2)
    looks = (("h", 1, "o", SKY), ("h", 2, "s", SKY), ("o", 1, "D", ORANGE), ("o", 2, "v", ORANGE))
    for i, (letter, number, marker, colour) in enumerate(looks):
        axes.plot(sums[i], activations[i], marker, color=colour, ms=9, mec="black")
        shift, side = ((-9, 6), "right") if i % 2 == 0 else ((9, -8), "left")
        place = (sums[i], activations[i])
        axes.annotate(f"${letter}_{number}$", place, shift, textcoords="offset points", ha=side)
    axes.set_xlim(float(z[0]), float(z[-1]))
    axes.set_xlabel(say(ko="가중합 z", en="weighted sum z", picture=True))
    axes.set_ylabel("sigmoid(z)")
    axes.set_title(say(ko="한 곡선 위의 네 뉴런", en="four neurons on one curve", picture=True))
    if high < 1.5 and low > -0.5:
        _draw_whole_curve(axes, sigmoid)


def _draw_whole_curve(axes: Any, sigmoid: Function) -> None:
    whole = axes.inset_axes((0.1, 0.58, 0.36, 0.36))
    z = np.linspace(-8, 8, 201)
    whole.plot(z, sigmoid(z), color=BLUE)
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    frame = Rectangle((left, bottom), right - left, top - bottom, fill=False, zorder=3)
    whole.add_patch(frame)
    whole.set(xticks=(-8, 0, 8), yticks=(0, 1))
    whole.tick_params(labelsize=9)
