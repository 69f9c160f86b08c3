"""The pictures of `update`, drawn with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from assignments.network_picture import by_number
from autograder.selfcheck import say
from autograder.selfcheck.pictures import BLUE, GREY, ORANGE, SKY, VERMILION, drawn, style
from autograder.selfcheck.sliders import Slider, show

Array = NDArray[np.float64]
Function = Callable[..., Any]
USUAL: Final = 0.5  # the chapter's learning rate
STEPS: Final = 20  # in the bowl
LARGEST: Final = 30.0  # error that is drawn
FOUR_RATES: Final = (
    (0.05, SKY, "o", "-"),
    (0.2, BLUE, "s", "-"),
    (0.48, ORANGE, "^", "--"),
    (0.52, VERMILION, "x", ":"),
)
RATES: Final = tuple(round(0.02 * each, 2) for each in range(1, 28))


@drawn
def train_own_network(
    train_network: Function, x: Array, target: Array, W_hidden: Array, W_output: Array, steps: int
) -> None:
    """The error and the eight weights of the student's own training; a slider for lr."""
    style()
    usual = _training(train_network, (x, target, W_hidden, W_output), USUAL, steps)[0]

    def draw(lr: float) -> Figure:
        errors, weights = _training(train_network, (x, target, W_hidden, W_output), lr, steps)
        figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.6))
        if lr != USUAL:
            left.plot(usual, "--", color=GREY, label=f"lr = {USUAL}")
        left.plot(errors, color=BLUE, linewidth=2, label=f"lr = {lr:g}")
        left.set(yscale="log", xlabel=_step_name(), ylabel=_error_name())
        left.legend()
        _draw_weights(right, np.transpose(weights))
        return figure

    label = say(ko="학습률 lr", en="learning rate lr")
    show(draw, Slider(label, (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50), USUAL))


def _draw_weights(axes: Any, paths: Array) -> None:
    """One line for each weight, with its name at the end; the names keep their distance."""
    steps = paths.shape[1] - 1
    gap = 0.055 * float(np.ptp(paths))
    height = -np.inf
    for i in np.argsort(paths[:, -1]):
        colour, line = (BLUE, "-") if i < 4 else (VERMILION, "--")
        axes.plot(paths[i], line, color=colour)
        height = max(height + gap, float(paths[i, -1]))
        axes.text(steps * 1.03, height, f"$W_{i + 1}$", color=colour, va="center")
    axes.set(xlim=(0, steps * 1.15), xlabel=_step_name())
    axes.set_title(say(ko="여덟 가중치", en="the eight weights", picture=True))


def _training(
    train_network: Function, start: tuple[Array, Array, Array, Array], lr: float, steps: int
) -> tuple[list[float], list[list[float]]]:
    """The errors, and all eight weights before the first and after each step."""
    x, target, hidden, output = start
    errors, weights = [], [by_number(hidden, output)]
    for _ in range(steps):
        hidden, output, both = train_network(x, target, hidden, output, lr, 1)
        errors.append(float(both[0]))
        weights.append(by_number(hidden, output))
    return [*errors, float(both[1])], weights


def _step_name() -> str:
    return say(ko="단계", en="step", picture=True)


def _error_name() -> str:
    return say(ko="오차 (로그 눈금)", en="error (log scale)", picture=True)


@drawn
def four_rates(
    descend: Function, error_history: Function, bowl: Function, slopes: Function, start: Array
) -> None:
    """Twenty steps down the bowl with four learning rates."""
    style()
    _bowl_figure((descend, error_history), (bowl, slopes), start, FOUR_RATES)
    plt.show()


@drawn
def choose_rate(
    descend: Function, error_history: Function, bowl: Function, slopes: Function, start: Array
) -> None:
    """The same with one learning rate, and a slider for it."""
    style()

    def draw(rate: float) -> Figure:
        runs = [(rate, BLUE, "s", "-")]
        figure = _bowl_figure((descend, error_history), (bowl, slopes), start, runs)
        figure.axes[1].set_ylim(1e-9, LARGEST)  # the same for every rate
        return figure

    label = say(ko="학습률 lr", en="learning rate lr")
    show(draw, Slider(label, RATES, 0.1))


def _bowl_figure(
    own: tuple[Function, Function],
    bowl: tuple[Function, Function],
    start: Array,
    runs: Sequence[tuple[float, str, str, str]],
) -> Figure:
    """On the left the paths that stay in the drawing, on the right the errors of all runs."""
    descend, error_history = own
    error, slopes = bowl
    figure, (left, right) = plt.subplots(1, 2, figsize=(7.4, 3.7), width_ratios=[1.15, 1])
    _draw_bowl(left, error, start)
    for rate, colour, marker, line in runs:
        look = {"color": colour, "marker": marker, "ls": line, "mfc": "white", "ms": 5}
        errors = error_history(error, slopes, start, rate, STEPS)
        right.plot(range(len(errors)), errors, label=f"lr = {rate:g}", **look)
        if rate <= 0.5:
            path = np.array([descend(slopes, start, rate, k) for k in range(STEPS + 1)])
            left.plot(path[:, 0], path[:, 1], **look)
    right.set(yscale="log", xticks=range(0, STEPS + 1, 5))
    right.set(xlabel=_step_name(), ylabel=_error_name())
    right.set_title(say(ko="단계마다의 오차", en="error after each step", picture=True))
    right.legend()
    return figure


def _draw_bowl(axes: Any, error: Function, start: Array) -> None:
    w0, w1 = np.meshgrid(np.linspace(-2.6, 2.2, 121), np.linspace(-2.4, 1.6, 101))
    levels = [0.1, 0.5, 1, 2, 4, 6, 9, 13]
    axes.contour(w0, w1, error((w0, w1)), levels, colors="#bbbbbb", linewidths=1)
    axes.plot(*start, "o", color="black", markersize=7, zorder=3)
    axes.annotate(say(ko="출발", en="start", picture=True), start, (-2.2, 1.15))
    axes.plot(1, -0.5, "*", color="black", markersize=13, zorder=3)
    axes.annotate(say(ko="최저점", en="lowest", picture=True), (1, -0.5), (1.2, -0.8))
    axes.set(aspect="equal", xlim=(-2.6, 2.2), ylim=(-2.4, 1.6), xlabel="$w_0$", ylabel="$w_1$")
    axes.set_title(say(ko="오차 위의 경로", en="path over the error", picture=True))
