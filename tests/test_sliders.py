"""Sliders under a picture, in a real kernel: the picture stays, and follows where it can."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

pytestmark = pytest.mark.slow

DRAW = """
import matplotlib.pyplot as plt
from autograder.selfcheck.sliders import Slider, show

def draw(height):
    if height == 3:
        raise ValueError("as a student's function may")
    figure, axes = plt.subplots(figsize=(2, 2))
    axes.plot([0, height])
    return figure
"""
SHOW = "show(draw, Slider('height', (1, 2, 3), 1))"
MOVE = """
import gc, ipywidgets
[slider] = [each for each in gc.get_objects() if isinstance(each, ipywidgets.SelectionSlider)]
slider.value = {value}
"""


def outputs(*cells: str) -> list[list[Any]]:
    """What each cell puts out when all have run."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in cells])
    NotebookClient(made, timeout=120, kernel_name="python3").execute()
    return [cell["outputs"] for cell in made["cells"]]


def test_a_slider_draws_the_picture_anew_in_its_place() -> None:
    _, still = outputs(DRAW, SHOW)
    _, moved, _ = outputs(DRAW, SHOW, MOVE.format(value=2))
    assert len(still) == len(moved) == 2
    assert "application/vnd.jupyter.widget-view+json" in still[1]["data"]
    pictures = [each[0]["data"]["image/png"] for each in (still, moved)]
    assert pictures[0] != pictures[1]


def test_without_ipywidgets_the_picture_stands_still() -> None:
    _, _, [picture, line] = outputs("import sys; sys.modules['ipywidgets'] = None", DRAW, SHOW)
    assert "image/png" in picture["data"]
    assert line["text"] == (
        "Sliders need the package `ipywidgets`; the picture stands still without it.\n"
    )


def test_answers_that_can_not_be_drawn_are_told_in_one_line() -> None:
    _, shown, said = outputs(DRAW, SHOW, MOVE.format(value=3))
    assert "image/png" in shown[0]["data"]
    assert [each["text"] for each in said] == [
        "The picture can't be drawn with these answers (ValueError). "
        "The checks above say what to look at.\n"
    ]


def test_progress_is_one_output_that_ends_full() -> None:
    [[bar]] = outputs(
        "from autograder.selfcheck.progress import Progress\n"
        "bar = Progress('<epochs>', 200)\n"
        "for done in (100, 200):\n"
        "    bar.update(done, f'cost {done}')"
    )
    assert bar["data"]["text/plain"] == f"<epochs> 200 / 200 {'█' * 30} cost 200"
    assert '&lt;epochs&gt; 200 / 200 <progress max="200" value="200">' in bar["data"]["text/html"]
