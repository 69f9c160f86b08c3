"""Every slider of the course moves its picture in JupyterLab, in a real browser.

What the kit shows in the solved notebooks is looked at by axe, too, in light and in dark.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jupyter_page
import pytest
from sample_class import make

from autograder.course import Course
from autograder.release import bundle

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING),
]
WHOLE = '{"windowingMode": "none"}'  # cells that are out of sight are there as well
SLIDERS = {"perceptron": 6, "forward": 4, "backprop": 3, "update": 2, "xor": 1}
LOOKS = {
    "perceptron": ("ko", "Light"), "forward": ("en", "Dark"), "backprop": ("ko", "Dark"),
    "update": ("en", "Light"), "xor": ("ko", "Light"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIDERS)
def test_every_slider_moves_its_picture(course: Course, tmp_path: Path, name: str) -> None:
    language, look = LOOKS[name]
    folder = tmp_path / "folder"
    for file, content in bundle.files(course, language).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    solved = make.Class(course).solved(name, {}, language)
    (folder / f"{name}.ipynb").write_text(json.dumps(solved), encoding="utf-8")
    settings = {
        "notebook-extension/tracker": WHOLE,
        "apputils-extension/themes": json.dumps({"theme": f"JupyterLab {look}"}),
    }
    with (
        jupyter_page.server(folder, tmp_path / "home", settings=settings) as address,
        jupyter_page.browser() as context,
    ):
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{address}/lab/tree/{name}.ipynb?token={jupyter_page.TOKEN}")
        page.get_by_text("| Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        sliders = page.locator(".widget-slider")
        sliders.nth(SLIDERS[name] - 1).wait_for(state="attached")
        page.get_by_text("| Idle").wait_for()
        assert sliders.count() == SLIDERS[name]
        for place in range(SLIDERS[name]):
            _move(page, sliders.nth(place))
        page.screenshot(path=tmp_path / f"{name}.png")
        assert _violations(page) == []


def _move(page: Any, slider: Any) -> None:
    slider.scroll_into_view_if_needed()
    cell = slider.locator("xpath=ancestor::div[contains(@class, 'jp-CodeCell')]")
    pictures = cell.locator("img").count()
    before = cell.locator("img").first.get_attribute("src")
    slider.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(300)
    if cell.locator("img").first.get_attribute("src") == before:  # it was at its beginning
        page.keyboard.press("ArrowRight")
    cell.locator(f'img:not([src="{before}"])').first.wait_for()
    assert cell.locator("img").count() == pictures


def _violations(page: Any) -> list[Any]:
    """What axe finds in the cells' outputs.

    But for what is not the kit's: JupyterLab gives pictures no text, ipywidgets no handle a name.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe").Axe()
    place = {
        "include": [[".jp-OutputArea-output"]],
        "exclude": [[".jp-RenderedImage img"], [".noUi-handle"]],
    }
    found = axe.run(page, context=place).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]
