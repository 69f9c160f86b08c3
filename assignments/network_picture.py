"""The 2-2-2 network of section 5.3 as circles and edges, for several notebooks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.patches import Circle
from numpy.typing import NDArray

from autograder.selfcheck.pictures import GREY

COLOURS = ("#EEEEEE", "#D6ECF8", "#FBE3B4")  # input, hidden, output layer


def draw_network(
    axes: Any,
    texts: Sequence[Sequence[str]],
    edge_text: Callable[[int], str],
    edge_colours: Sequence[str] = (GREY,) * 8,
) -> None:
    """Draw it on these axes.

    texts        for each layer, what stands below the names in its circles
    edge_text    what stands on the edge of W1 … W8, by its number
    edge_colours the colours of these edges, and of what stands on them
    """
    for column, layer in enumerate(texts):
        for row, text in enumerate(layer):
            place = (column, -row)
            axes.add_patch(Circle(place, 0.24, facecolor=COLOURS[column], edgecolor="black"))
            name = f"${'xho'[column]}_{row + 1}$"
            axes.text(*place, f"{name}\n{text}" if text else name, ha="center", va="center")
    for number in range(1, 9):
        column, into, out_of = (int(bit) for bit in f"{number - 1:03b}")
        colour = edge_colours[number - 1]
        axes.plot([column, column + 1], [-out_of, -into], color=colour, zorder=0)
        along = 0.5 if into == out_of else 0.33  # crossing edges: away from the crossing
        height = -out_of + along * (out_of - into)
        label = axes.text(column + along, height, edge_text(number), fontsize=9)
        label.set(ha="center", va="center", color="black" if colour == GREY else colour)
        label.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1})
    axes.set(xlim=(-0.3, 2.3), ylim=(-1.5, 0.5), aspect="equal")
    axes.axis("off")


def by_number(W_hidden: NDArray[np.float64], W_output: NDArray[np.float64]) -> list[float]:
    """The eight entries of both matrices, W1 … W8; any plain form will do."""
    return [float(each) for W in (W_hidden, W_output) for each in np.ravel(np.asarray(W))]
