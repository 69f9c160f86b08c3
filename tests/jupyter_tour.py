"""A walk through JupyterLab, formgrader and Notebook 7 in a real browser.

Run as `python jupyter_tour.py` in this folder: writes the pictures in docs/pictures. Look at
them before they are kept.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupyter_page
import nbformat
import nbgrader_class
from conftest import HOME
from nbclient import NotebookClient
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from sample_class import answers, make

PICTURES = HOME / "docs" / "pictures"
ANSWER = "Both outputs are 0.5: all weighted sums are 0, and sigmoid(0) = 0.5. The input is lost."
SCRIPT = "<script>document.title = 'mine'</script><img src='x' onerror=\"document.title='mine'\">"
NAMES = (
    "id,first_name,last_name\nsujin,Sujin,Kim\nminsu,Minsu,Lee\n김하늘,하늘,김\nmallory,Mal,Ory\n"
)
_WAIT = 30_000


@dataclass(slots=True)
class Seen:
    """What the browser showed."""

    validate: str = ""
    assignments: str = ""
    submissions: dict[str, str] = field(default_factory=dict)  # student: score as shown
    listed: list[str] = field(default_factory=list)  # scores of the manual grading list
    cells: dict[str, str] = field(default_factory=dict)  # Sujin's cells: points as shown
    answer_page: str = ""
    pictures_shown: int = 0
    hostile_title: str = ""
    autograded: str = ""
    notebook_7: str = ""
    page_errors: list[str] = field(default_factory=list)


def prepare(course: Path) -> None:
    """A graded class in `course`, and a student's notebook in its folder mine/."""
    nbgrader_class.new(course, "en")
    exchange = course.parent / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    config = course / "nbgrader_config.py"
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}c.Exchange.root = "{exchange}"\n', encoding="utf-8")
    (course / "students.csv").write_text(NAMES, encoding="utf-8")
    nbgrader_class.nbgrader(course, "db", "student", "import", "students.csv")
    nbgrader_class.nbgrader(course, "generate_assignment", "forward")
    made = make.Class(nbgrader_class.COURSE)
    right, wrong = made.solved("forward", language="en"), made.solved(
        "forward", answers.NO_HALF, "en"
    )  # fmt: skip
    work = course / "mine" / "forward"
    work.parent.mkdir()
    (course / "release" / "forward").rename(work)
    (work / "forward.ipynb").write_text(json.dumps(wrong))
    hand_in = nbgrader_class.hand_in
    hand_in(course, "minsu", "forward", wrong)
    hand_in(course, "김하늘", "forward", made.solved("forward", answers.TRANSPOSED, "en"))
    hand_in(course, "sujin", "forward", _executed(_answered(right), work))
    mallory = made.solved("forward", language="en")
    mallory["cells"].append({"cell_type": "markdown", "metadata": {}, "source": SCRIPT})
    hand_in(course, "mallory", "forward", mallory)
    done = nbgrader_class.run(course, "autograder", "grade", ".")
    assert done.returncode == 0, done.stderr
    nbgrader_class.nbgrader(course, "generate_feedback", "forward")


def _answered(content: dict[str, Any]) -> dict[str, Any]:
    for cell in content["cells"]:
        if cell["metadata"]["course"]["role"] == "answer":
            cell["source"] = ANSWER
    return content


def _executed(content: dict[str, Any], folder: Path) -> dict[str, Any]:
    """As it is after "Run all" in the student's Jupyter."""
    notebook: Any = nbformat.reads(json.dumps(content), as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(notebook, resources={"metadata": {"path": str(folder)}})
    client.execute()
    executed: dict[str, Any] = json.loads(nbformat.writes(notebook))  # type: ignore[no-untyped-call]
    return executed


def tour(course: Path, pictures: Path) -> Seen:
    """Walk through everything; the pictures of it go to `pictures`."""
    seen = Seen()
    home = course.parent / "home"
    with jupyter_page.server(course, home) as address, jupyter_page.browser() as context:
        page = context.new_page()
        page.set_default_timeout(_WAIT)
        page.on("pageerror", lambda error: seen.page_errors.append(str(error)))

        def picture(name: str) -> None:
            page.screenshot(path=str(pictures / f"{name}.png"))

        page.goto(f"{address}/lab/tree/mine/forward/forward.ipynb?token={jupyter_page.TOKEN}")
        _validate(page, seen, picture)
        frame = _open_formgrader(page, seen, picture)
        _submissions(page, frame, seen, picture)
        _manual_grading(page, frame, course, seen, picture)
        _hostile(page, address, course, seen)
        page.goto((course / "feedback" / "minsu" / "forward" / "forward.html").as_uri())
        _scroll_to(page, page.get_by_text("Grade cell: check_sigmoid"))
        picture("feedback_page")
        _notebook_7(page, address, seen)
    return seen


def _validate(page: Any, seen: Seen, picture: Callable[[str], None]) -> None:
    page.wait_for_selector(".jp-NotebookPanel-toolbar")
    page.get_by_text("| Idle").wait_for()
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text("The following cell failed").first.wait_for()
    seen.validate = dialog.inner_text()
    picture("validate")
    dialog.get_by_role("button", name="Ok").click()


def _open_formgrader(page: Any, seen: Seen, picture: Callable[[str], None]) -> Any:
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader", exact=True).click()
    frame = page.wait_for_selector("iframe").content_frame()
    page.keyboard.press("Control+b")  # the whole width, for formgrader's columns
    frame.get_by_role("link", name="forward").first.wait_for()
    seen.assignments = frame.inner_text("body")
    picture("formgrader_assignments")
    return frame


def _submissions(page: Any, frame: Any, seen: Seen, picture: Callable[[str], None]) -> None:
    frame.locator("a", has_text=re.compile(r"^4$")).click()
    frame.get_by_role("heading", name="Manage Submissions").wait_for()
    rows = frame.locator("table tbody tr")
    rows.nth(3).wait_for()
    for row in rows.all():
        cells = row.locator("td").all_inner_texts()
        seen.submissions[cells[1].strip()] = cells[4].strip()
    picture("formgrader_submissions")
    frame.locator("tr", has_text="minsu").locator("a[title^=Autograde], .autograde a").first.click()
    dialog = frame.locator(".modal.in, .modal.show").first
    dialog.get_by_text(re.compile("Success|Error")).first.wait_for()
    seen.autograded = dialog.inner_text()
    dialog.get_by_role("button", name=re.compile("OK|Close", re.IGNORECASE)).first.click()
    dialog.wait_for(state="hidden")
    page.wait_for_timeout(200)


def _manual_grading(
    page: Any, frame: Any, course: Path, seen: Seen, picture: Callable[[str], None]
) -> None:
    frame.get_by_role("link", name="Manual Grading").click()
    frame.get_by_role("link", name="forward").first.click()
    frame.get_by_role("heading", name="Manual Grading").wait_for()
    frame.locator("table a", has_text="forward").first.click()
    frame.get_by_text("Submission #4").wait_for()
    rows = frame.locator("table tbody tr").all()
    seen.listed = sorted(row.locator("td").all_inner_texts()[2].strip() for row in rows)
    picture("formgrader_list")
    frame.locator(f'a[href$="{_submission(course, "sujin")}"]').first.click()
    frame.locator("#written").wait_for()
    graded = len(nbgrader_class.COURSE.assignment("forward").tasks)
    scores = "document.querySelectorAll('input.score[placeholder]').length"
    frame.wait_for_function(f"{scores} == {graded}")  # the points come after the page
    for field_ in frame.locator("input.score").all():
        name, shown = field_.get_attribute("id"), field_.get_attribute("placeholder")
        seen.cells[str(name)] = str(shown)
    seen.answer_page = frame.inner_text("body")
    seen.pictures_shown = frame.locator("img[src^='data:image/png']").count()
    frame.locator("#written").fill("2")
    frame.locator("#written-comment").fill("Why is z 0 in the output layer, too?")
    with page.expect_response(lambda response: "/api/comment/" in response.url):
        frame.locator("#written-comment").blur()
    _scroll_to(page, frame.locator("#written-comment"))
    picture("formgrader_answer")


def _hostile(page: Any, address: str, course: Path, seen: Seen) -> None:
    page.goto(f"{address}/formgrader/submissions/{_submission(course, 'mallory')}")
    page.locator("#written").wait_for()
    page.wait_for_timeout(500)
    seen.hostile_title = page.title()


def _notebook_7(page: Any, address: str, seen: Seen) -> None:
    page.goto(f"{address}/notebooks/mine/forward/forward.ipynb")
    page.wait_for_selector(".jp-NotebookPanel-toolbar")
    page.get_by_role("button", name="Validate").wait_for()
    page.get_by_text("Python 3 (ipykernel)").first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    output = page.locator(".jp-OutputArea-output", has_text="total_error: visible checks").first
    output.wait_for(state="attached")
    seen.notebook_7 = output.text_content() or ""


def _submission(course: Path, student: str) -> str:
    with Gradebook(nbgrader_class.url(course), nbgrader_class.COURSE.name) as gradebook:
        found = gradebook.find_submission_notebook("forward", "forward", student)
        return str(found.id)


def _scroll_to(page: Any, place: Any) -> None:
    place.first.evaluate("element => element.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(1000)


def main() -> None:
    pictures = Path(sys.argv[1]) if sys.argv[1:] else PICTURES
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder).resolve() / "course"
        prepare(course)
        print(tour(course, pictures))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
