"""The pictures of `perceptron`, drawn with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray

from autograder.selfcheck import say
from autograder.selfcheck.pictures import ORANGE, VERMILION, drawn, style
from autograder.selfcheck.sliders import Slider, show

Array = NDArray[np.float64]
Answer = Callable[..., Any]  # perceptron(x, w, b)

LIGHT: Final = "#bcdcf0"
CORNERS: Final = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TRUTH: Final = {
    "AND": (0, 0, 0, 1), "NAND": (1, 1, 1, 0), "OR": (0, 1, 1, 1), "XOR": (0, 1, 1, 0),
}  # fmt: skip
_EDGE = {"mec": "black", "ms": 9, "mew": 1.3}


@drawn
def move_line(perceptron: Answer, w: Array, b: float, gate: str | None = None) -> None:
    """A perceptron's answers in the plane, with sliders for its weights and its bias.

    With a gate, the corners show what it wants, and the title how many of them are right.
    """
    style()

    def draw(w1: float, w2: float, bias: float) -> Figure:
        figure, axes = plt.subplots(figsize=(3.8, 3.6))
        targets = TRUTH[gate] if gate else None
        answer = _given(perceptron, np.array([w1, w2]), bias)
        right = _colour(axes, "x", answer, CORNERS, targets)
        title = f"w = ({w1:g}, {w2:g}), b = {bias:g}".replace("-", "−")
        if gate:
            count = say(ko=f"{gate}: 4점 중 {right}점", en=f"{gate}: {right} of 4", picture=True)
            title = f"{title}\n{count}"
        axes.set_title(title)
        return figure

    values = [each / 4 for each in range(-8, 9)]
    starts = {"w₁": float(w[0]), "w₂": float(w[1]), "b": b}
    show(draw, *(Slider(name, values, start) for name, start in starts.items()))


@drawn
def gates_and_xor(perceptron: Answer, gate: Answer, xor_network: Answer) -> None:
    """Above, the three gates; below, XOR in the plane of x and in that of h."""
    style()
    _, panels = plt.subplots(2, 3, figsize=(7.2, 5.0))
    for panel, name in zip(panels[0], TRUTH, strict=False):
        _colour(panel, "x", _given(perceptron, *gate(name)), CORNERS, TRUTH[name])
        panel.set_title(name)
    in_x, in_h, key = panels[1]
    hidden, last = _layers(perceptron, xor_network)
    moved = [hidden(corner) for corner in CORNERS]
    _colour(in_x, "x", lambda x: last(hidden(x)), CORNERS, TRUTH["XOR"])
    _colour(in_h, "h", last, moved, TRUTH["XOR"])
    in_x.set_title(say(ko="XOR, 입력 x의 평면", en="XOR, seen in x", picture=True))
    in_h.set_title(say(ko="XOR, 은닉층 h의 평면", en="XOR, seen in h", picture=True))
    _name_rows(in_h, moved)
    _draw_key(key)
    plt.show()


def _given(perceptron: Answer, w: Any, b: Any) -> Answer:
    return lambda point: perceptron(point, w, b)


def _layers(perceptron: Answer, xor_network: Answer) -> tuple[Answer, Answer]:
    """The student's two layers, each as a function of its input."""
    first, biases, second, bias = xor_network()

    def hidden(point: Array) -> Array:
        return np.array([perceptron(point, *each) for each in zip(first, biases, strict=True)])

    return hidden, _given(perceptron, second, bias)


def _colour(
    axes: Any,
    letter: str,
    answer: Answer,
    points: Sequence[Array] | Array,
    targets: Sequence[int] | None,
) -> int:
    """Blue where the answer is 1; a cross on each wrong point. How many points are right."""
    line = np.linspace(-0.52, 1.53, 140)  # misses lines through corners
    answers = [[answer(np.array([p1, p2])) for p1 in line] for p2 in line]
    axes.pcolormesh(line, line, answers, cmap=ListedColormap(["white", LIGHT]), vmin=0, vmax=1)
    right = 0
    for point, target in zip(points, targets or len(points) * (None,), strict=True):
        shape, fill = ("s", "white") if target == 0 else ("o", ORANGE if target else "black")
        axes.plot(*point, shape, mfc=fill, **_EDGE)
        if target is not None and answer(point) != target:
            axes.plot(*point, "x", ms=13, mew=3, color=VERMILION)
        else:
            right += 1
    axes.set(xlabel=f"${letter}_1$", ylabel=f"${letter}_2$", aspect="equal")
    axes.set(xticks=[0, 1], yticks=[0, 1])
    axes.spines[:].set_visible(True)
    return right


def _name_rows(axes: Any, moved: Sequence[Array]) -> None:
    """Each point of h with the rows of the truth table that meet there."""
    met: dict[tuple[float, ...], list[str]] = {}
    for point, row in zip(moved, ("00", "01", "10", "11"), strict=True):
        met.setdefault(tuple(point), []).append(row)
    for place, rows in met.items():
        label = axes.annotate(", ".join(rows), place, (0, -19), textcoords="offset points")
        label.set(ha="center", bbox={"fc": "white", "ec": "none", "pad": 0.8})


def _draw_key(axes: Any) -> None:
    handles = [
        *axes.plot([], [], "o", mfc=ORANGE, **_EDGE),
        *axes.plot([], [], "s", mfc="white", **_EDGE),
        axes.fill_between([], [], fc=LIGHT, ec="black"),
        axes.fill_between([], [], fc="white", ec="black"),
        *axes.plot([], [], "x", ms=11, mew=3, color=VERMILION),
    ]
    labels = [
        say(ko="1이어야 함", en="wanted: 1", picture=True),
        say(ko="0이어야 함", en="wanted: 0", picture=True),
        say(ko="답이 1", en="answer 1", picture=True),
        say(ko="답이 0", en="answer 0", picture=True),
        say(ko="틀린 점", en="wrong", picture=True),
    ]
    axes.legend(handles, labels, loc="center")
    axes.axis("off")
