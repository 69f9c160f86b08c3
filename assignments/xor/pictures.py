"""The training of `xor` with a progress bar, and its pictures; with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray

from assignments import chapter
from autograder.selfcheck import say
from autograder.selfcheck.pictures import BLUE, GREY, ORANGE, SKY, drawn, style
from autograder.selfcheck.progress import Progress
from autograder.selfcheck.sliders import Slider, show

Array = NDArray[np.float32]
PIECE: Final = 100  # epochs; training in pieces of so many changes no cost
AXIS: Final = np.linspace(-0.5, 1.5, 101)
MOMENTS: Final = {"A": 0, "B": 4_200, "C": 5_200, "D": 10_000}
EPOCHS: Final = (0, 1_000, 4_100, 5_000, 5_200, 5_400, 6_000, 10_000, 12_000, 13_000, 15_000)
_EDGED: Final[dict[str, Any]] = {"markeredgecolor": "black", "markersize": 8}


@dataclass(frozen=True)
class Training:
    """The costs at epochs 0, 100, 200, …, and the model's output over the plane at each."""

    costs: list[float] = field(default_factory=list)
    surfaces: list[Array] = field(default_factory=list)


@drawn
def watch_training(
    train: Callable[..., Any], model: Any, X: Any, Y: Any, lr: float, epochs: int
) -> Training:
    """Train the model as one call of `train` does, and show the epoch and the cost meanwhile."""
    x1, x2 = np.meshgrid(AXIS, AXIS)
    plane = torch.tensor(np.stack([x1.ravel(), x2.ravel()], axis=1), dtype=torch.float32)
    training = Training()
    name = say(ko="비용", en="cost")
    bar = Progress(say(ko="에포크", en="epochs"), epochs)
    for begin in range(0, epochs, PIECE):
        with torch.no_grad():
            training.surfaces.append(model(plane).numpy().reshape(x1.shape))
        piece = min(PIECE, epochs - begin)
        training.costs.extend(float(cost) for cost in train(model, X, Y, lr, piece))
        bar.update(begin + piece, f"{name} {training.costs[-1]:.6f}")
    return training


@drawn
def some_costs(training: Training) -> None:
    """The costs at some epochs of the training."""
    for epoch in range(0, PIECE * len(training.costs), PIECE):
        if epoch in EPOCHS:
            print(f"{epoch:6}  {training.costs[epoch // PIECE]:.6f}")


@drawn
def watch_surface(training: Training, X: Any, Y: Any) -> None:
    """The output over the plane; a slider for the epoch."""
    style()

    def draw(epoch: float) -> Figure:
        place = int(epoch) // PIECE
        figure, axes = plt.subplots(figsize=(4.6, 3.8))
        image = _surface(axes, training.surfaces[place], X, Y)
        cost = training.costs[place]
        axes.set_title(
            say(
                ko=f"에포크 {int(epoch):,}, 비용 {cost:.4f}",
                en=f"epoch {int(epoch):,}, cost {cost:.4f}",
                picture=True,
            )
        )
        axes.set_ylabel("$x_2$")
        figure.colorbar(image, ax=axes, ticks=[0, 0.5, 1]).set_label(_output_name())
        return figure

    epochs = range(0, PIECE * len(training.surfaces), 2 * PIECE)
    start = min(5_200, epochs[-1])
    show(draw, Slider(say(ko="에포크", en="epoch"), epochs, start))


def _output_name() -> str:
    return say(ko="출력", en="output", picture=True)


def _surface(axes: Any, surface: Array, X: Any, Y: Any) -> Any:
    """The output in blue, its line at 0.5 and the four rows of the table."""
    white_to_blue = LinearSegmentedColormap.from_list("output", ["white", SKY, "#004C78"])
    image = axes.pcolormesh(AXIS, AXIS, surface, vmin=0, vmax=1, cmap=white_to_blue)
    if surface.min() < 0.5 < surface.max():
        axes.contour(AXIS, AXIS, surface, [0.5], colors="black")
    ones = np.ravel(Y) == 1
    axes.plot(X[~ones, 0], X[~ones, 1], "s", color="white", **_EDGED)
    axes.plot(X[ones, 0], X[ones, 1], "o", color=ORANGE, **_EDGED)
    axes.set(aspect="equal", xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$")
    return image


@drawn
def plateau(training: Training, X: Any, Y: Any) -> None:
    """Above, the cost with the chapter's; below, the output at four moments."""
    style()
    figure, axes = plt.subplot_mosaic("EEEE;ABCD", figsize=(7.4, 5), height_ratios=[1.25, 1])
    _draw_costs(axes["E"], training.costs)
    image: Any = None
    for letter, epoch in MOMENTS.items():
        place = epoch // PIECE
        if place >= len(training.surfaces):
            continue
        mark = (epoch, training.costs[place])
        axes["E"].plot(*mark, "v", color=ORANGE, **_EDGED)
        axes["E"].annotate(letter, mark, (-10, -15), textcoords="offset points", ha="center")
        image = _surface(axes[letter], training.surfaces[place], X, Y)
        axes[letter].set_title(
            say(ko="에포크", en="epoch", picture=True) + f" {epoch:,} ({letter})"
        )
        axes[letter].tick_params(labelleft=letter == "A")
    axes["A"].set_ylabel("$x_2$")
    bar = figure.colorbar(image, ax=[axes[letter] for letter in MOMENTS], ticks=[0, 0.5, 1])
    bar.set_label(_output_name())
    plt.show()


def _draw_costs(axes: Any, costs: list[float]) -> None:
    yours = say(ko="내 비용", en="your cost", picture=True)
    book = say(ko="책에 실린 값", en="the chapter's printed lines", picture=True)
    half = say(ko="ln 2 = 0.693: 출력이 늘 ½", en="ln 2 = 0.693: every output ½", picture=True)
    axes.plot(PIECE * np.arange(len(costs)), costs, color=BLUE, linewidth=2, label=yours)
    axes.plot(chapter.cost_epochs[::3], chapter.costs[::3], "ko", fillstyle="none", label=book)
    axes.axhline(np.log(2), color=GREY, linestyle=":")
    axes.text(9_900, 0.75, half, color=GREY, ha="right", va="bottom")
    axes.set(yscale="log", xlim=(-400, 10_200), ylim=(5e-5, 2.5))
    axes.set_xlabel(say(ko="에포크", en="epoch", picture=True))
    axes.set_ylabel(say(ko="비용 (로그 눈금)", en="cost (log scale)", picture=True))
    axes.legend(loc="lower left")
