"""The pictures of `backprop`, drawn with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from assignments import chapter, network_picture
from assignments.backprop.measured import errors, network_error
from autograder.selfcheck import say
from autograder.selfcheck.pictures import BLUE, GREY, ORANGE, VERMILION, drawn, style
from autograder.selfcheck.sliders import Slider, show

Array = NDArray[np.float64]
Function = Callable[..., Any]
CHANGES: Final = tuple(each / 10 for each in range(-10, 11))
PALE: Final = "#BBBBBB"


def colour(number: int) -> str:
    """Of W1 … W8: those into the hidden layer blue, those into the output layer vermilion."""
    return BLUE if number <= 4 else VERMILION


@drawn
def step_sizes(numerical_gradient: Function) -> None:
    """How far the slope of W5 is off when measured on both sides, and on one, by the width h."""
    style()
    right = chapter.output_gradients[0, 0]
    widths = 10.0 ** -np.arange(1, 13)
    both, one = [], []
    for width in widths.tolist():
        slopes = numerical_gradient(
            lambda W: network_error(chapter.W_hidden, W), chapter.W_output.copy(), width
        )
        both.append(abs(np.ravel(slopes)[0] - right) / right)
        rise = errors(5)[width] - errors(5)[0.0]
        one.append(abs(rise / width - right) / right)
    _, axes = plt.subplots(figsize=(6.4, 3.6))
    two_sides = say(ko="양쪽에서 잰 값", en="measured on both sides", picture=True)
    axes.loglog(widths, both, "o-", color=BLUE, label=two_sides)
    one_side = say(ko="한쪽에서만 잰 값", en="measured on one side", picture=True)
    axes.loglog(widths, one, "s--", color=ORANGE, label=one_side)
    axes.invert_xaxis()
    axes.set_xlabel(say(ko="움직인 폭 h", en="width h of the move", picture=True))
    axes.set_ylabel(say(ko="상대 오차", en="relative error", picture=True))
    axes.legend()
    plt.show()


@drawn
def steps_back(
    W_hidden: Array, W_output: Array, values: Sequence[Any], deltas: Sequence[Any], slopes: Any
) -> None:
    """Backpropagation step by step, with a slider.

    values  x, h and o;  deltas  of the hidden and of the output layer;  slopes  W1 … W8's
    """
    style()
    weights = network_picture.by_number(W_hidden, W_output)
    x, h, o = ([f"{value:.3f}" for value in np.ravel(each)] for each in values)
    hidden, output = ([f"δ={value:.3f}" for value in np.ravel(each)] for each in deltas)
    titles = _step_names()

    def draw(step: float) -> Figure:
        known = {1: 0, 2: 4, 3: 4, 4: 8}.get(int(step), 0)  # how many slopes, from W8 back

        def edge(number: int) -> str:
            slope = number > 8 - known
            return f"{slopes[number - 1]:+.5f}" if slope else f"$W_{number}$ {weights[number - 1]}"

        colours = [colour(n) if n > 8 - known else GREY for n in range(1, 9)]
        texts = (x, hidden if step >= 3 else h, output if step >= 1 else o)
        figure, axes = plt.subplots(figsize=(6.4, 3.8))
        network_picture.draw_network(axes, texts, edge, colours)
        axes.set_title(titles[int(step)])
        return figure

    show(draw, Slider(say(ko="단계", en="step"), range(5), 4))


def _step_names() -> list[str]:
    return [
        say(ko="0. 순전파의 결과", en="0. the results of forward propagation", picture=True),
        say(ko="1. 출력층의 델타", en="1. deltas of the output layer", picture=True),
        say(ko="2. 출력층 가중치의 기울기", en="2. gradient of the output weights", picture=True),
        say(ko="3. 은닉층의 델타", en="3. deltas of the hidden layer", picture=True),
        say(ko="4. 은닉층 가중치의 기울기", en="4. gradient of the hidden weights", picture=True),
    ]


@drawn
def turn_weight(slopes: Sequence[float]) -> None:
    """One weight is turned and the error follows; sliders for which and how far."""
    style()

    def draw(number: float, change: float) -> Figure:
        measured = errors(int(number))
        slope = slopes[int(number) - 1]
        guessed = measured[0.0] + slope * change
        figure, axes = plt.subplots(figsize=(5.4, 3.8))
        _curve_and_line(axes, int(number), slope)
        axes.plot(change, measured[change], "o", color="black", ms=7)
        axes.plot(change, guessed, "x", color=colour(int(number)), ms=9, mew=2)
        axes.set(ylim=(0, 0.062), xlabel=_change_name(), ylabel="E")
        axes.set_title(
            say(
                ko=f"W{int(number)}: 측정한 E {measured[change]:.5f}, 직선의 E {guessed:.5f}",
                en=f"W{int(number)}: E measured {measured[change]:.5f}, on the line {guessed:.5f}",
                picture=True,
            )
        )
        axes.legend(loc="upper left")
        return figure

    which = say(ko="가중치 번호", en="weight number")
    show(draw, Slider(which, range(1, 9), 5), Slider(_change_name(), CHANGES, 0.5))


def _change_name() -> str:
    return say(ko="가중치의 변화", en="change of the weight", picture=True)


def _curve_and_line(axes: Any, number: int, slope: float) -> None:
    """The measured error of one weight's changes, and a line of the student's slope."""
    measured = errors(number)
    curve = [measured[change] for change in CHANGES]
    curve_name = say(ko="측정한 오차", en="measured error", picture=True)
    line_name = say(ko="내가 구한 미분값", en="your slope", picture=True)
    axes.plot(CHANGES, curve, color=PALE, linewidth=5, label=curve_name)
    line = measured[0.0] + slope * np.array(CHANGES)
    axes.plot(CHANGES, line, "--", color=colour(number), linewidth=1.8, label=line_name)


@drawn
def all_eight(slopes: Sequence[float]) -> None:
    """Each weight's curve and line, all on one axis; below, the hidden ones enlarged."""
    style()
    figure, panels = plt.subplots(3, 4, figsize=(7.4, 6), sharex=True, sharey="row")
    for place, axes in enumerate(panels.flat):
        number = place % 8 + 1
        _curve_and_line(axes, number, slopes[number - 1])
        axes.plot(0, errors(number)[0.0], "o", color="black", markersize=5)
        axes.set_title(f"$W_{number}$: {slopes[number - 1]:+.5f}")
    for row, limits in zip(panels, ((0, 0.062), (0, 0.062), (0.022, 0.026)), strict=True):
        row[0].set(ylim=limits, xticks=(-1, 0, 1), ylabel="E")
    enlarged = say(ko="E (확대)", en="E (enlarged)", picture=True)
    panels[2, 0].set(ylabel=enlarged, yticks=(0.022, 0.024, 0.026))
    panels[0, 0].legend(loc="upper left", borderpad=0.2, handlelength=1.6)
    figure.supxlabel(_change_name(), fontsize=10)
    plt.show()
