"""A student's notebook in JupyterLab, in a real browser."""

from __future__ import annotations

from pathlib import Path

import jupyter_page
import pytest

from autograder.course import Course
from autograder.release import bundle

pytestmark = pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING)


def test_a_students_notebook_runs_from_top_to_bottom(small: Course, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for name, content in bundle.files(small, "en").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    home = tmp_path / "home"
    with jupyter_page.server(folder, home) as address, jupyter_page.browser() as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{address}/lab/tree/small.ipynb?token={jupyter_page.TOKEN}")
        page.get_by_text("| Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        waits = page.locator(".jp-OutputArea-output", has_text="This cell waits for `double`.")
        waits.first.wait_for(state="attached")
        shown = page.locator(".jp-OutputArea-output").all_text_contents()
    assert shown[0].strip() == "· double: not started"
    assert not any("Error" in text for text in shown)
