"""Draw a feedback text as a picture: `python docs/pictures/feedback.py TEXT PICTURE`.

Wants a Chromium (CHROMIUM, else /usr/bin/chromium) and a font that holds Hangul.
"""

from __future__ import annotations

import html
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGE = """<meta charset="utf-8"><style>
body {{ margin: 0; background: #fff; }}
pre {{ display: inline-block; margin: 0; padding: 20px 24px; border: 1px solid #ccc;
       border-radius: 6px; font: 14px/1.45 "DejaVu Sans Mono", "Noto Sans Mono CJK KR",
       "Noto Sans CJK KR", monospace; color: #222; }}
</style><pre>{text}</pre>"""


def draw(text: str, picture: Path) -> None:
    """Write the text to `picture` as a PNG, as wide and high as it is."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-background-networking", "--disable-sync"],
        )
        page = browser.new_page(device_scale_factor=1.5)
        page.set_content(PAGE.format(text=html.escape(text)))
        page.locator("pre").screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]).read_text(encoding="utf-8"), Path(sys.argv[2]))
