"""Sliders under a picture; where they can't be shown, the picture stands still."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from autograder.selfcheck.pictures import drawn
from autograder.values.messages import mark as _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MISSING: Final = _("Sliders need the package `ipywidgets`; the picture stands still without it.")


@dataclass(frozen=True)
class Slider:
    """One slider: what it is called, the values that it can take, the one it begins with."""

    label: str
    values: Sequence[float]
    start: float


def show(draw: Callable[..., Figure], *sliders: Slider) -> None:
    """Show `draw(value, …)`, and let a slider for each argument draw it anew.

    The picture is an output of its own, so it stays where the notebook is read without a kernel.
    """
    display: Any = importlib.import_module("IPython.display").display
    handle = display(_closed(draw(*(each.start for each in sliders))), display_id=True)
    try:
        widgets: Any = importlib.import_module("ipywidgets")
    except ImportError:
        from autograder.selfcheck.student_folder import words

        print(words()(_MISSING))
        return
    if handle is None:  # outside of IPython nothing can be updated
        return
    boxes = [_box(widgets, each) for each in sliders]

    @drawn
    def renew(_change: object) -> None:
        handle.update(_closed(draw(*(box.value for box in boxes))))

    for box in boxes:
        box.observe(renew, names="value")
    display(widgets.VBox(boxes))


def _box(widgets: Any, slider: Slider) -> Any:
    return widgets.SelectionSlider(
        options=[(f"{value:g}", value) for value in slider.values],
        value=slider.start,
        description=slider.label,
        style={"description_width": "initial"},
        layout={"width": "100%", "max_width": "28em"},
        continuous_update=False,
    )


def _closed(figure: Figure) -> Figure:
    """The figure, which the end of the cell is not to show once more."""
    import matplotlib.pyplot as plt

    plt.close(figure)
    return figure
