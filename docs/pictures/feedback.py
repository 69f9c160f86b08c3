"""Take a picture of a page: `python docs/pictures/feedback.py PAGE PICTURE [light|dark] [HEIGHT]`.

Wants a Chromium (CHROMIUM, else /usr/bin/chromium) and a font that holds Hangul.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

WIDTH = 1000


def draw(page: Path, picture: Path, scheme: Literal["light", "dark"], height: int) -> None:
    """Write the page's first `height` points, as a browser shows them, to `picture` as a PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-background-networking", "--disable-sync"],
        )
        view = browser.new_page(
            viewport={"width": WIDTH, "height": height},
            device_scale_factor=1.5,
            color_scheme=scheme,
        )
        view.goto(page.resolve().as_uri())
        view.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    given = [*sys.argv[1:], *["light", "1000"][len(sys.argv) - 3 :]]
    draw(Path(given[0]), Path(given[1]), "dark" if given[2] == "dark" else "light", int(given[3]))
