"""A student's text is nothing but text in nbgrader's pages, whatever cell it comes or ends in.

Each kind of cell that can be handed in, in the place of each kind that it should be; the feedback
pages are opened in a real browser where there is one.
"""

from __future__ import annotations

import html.parser
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jupyter_page
import nbgrader_class
import pytest
from nbgrader_class import COURSE
from sample_class import make

pytestmark = pytest.mark.slow
ACT: Final = "document.title='mine'"
TEXTS: Final = {
    "scripts": f"<script>{ACT}</script><script src='https://mine.example/x.js'></script>",
    "events": f'<img src=x onerror="{ACT}"><svg onload="{ACT}"></svg><details open ontoggle={ACT}>',
    "frames": f"<iframe srcdoc='<script>parent.{ACT}</script>'></iframe><object data='x'></object>",
    "page": '<base href="https://mine.example/"><meta http-equiv="refresh" content="0;url=/">',
    "style": "<style>* { display: none }</style><link rel=stylesheet href=//mine.example/x.css>",
    "forms": '<form action="https://mine.example/"><input name=q><button>Go</button></form>',
    "links": f"[a](javascript:{ACT}) [b](  JaVaScRiPt:{ACT}) <javascript:{ACT}>",
    "references": f"[one][1] [two]\n\n[1]: javascript:{ACT}\n[two]: data:text/html;base64,PHN2Zz4=",
    "data": "[d](data:text/html,<script>x</script>) ![e](data:image/svg+xml;base64,PHN2Zz4=)",
    "pictures": "![far](https://mine.example/x.png) ![near](x.png) ![net](//mine.example/y.png)",
    "formulas": rf"$\href{{javascript:{ACT}}}{{x}}$ $$\style{{x}}\require{{html}}\unicode{{65}}$$",
    "entities": rf"&lt;script&gt;{ACT}&lt;/script&gt; &#92;href{{x}}{{y}} \\href{{x}}{{y}}",
    "ends": f"```\n</code></pre><script>{ACT}</script>\n```\n</textarea></div></body><b>",
    "quotes": f'[q](https://a.example/"onmouseover="{ACT}) [r](https://a.example "onclick={ACT}")',
    "comments": f"<!-- --><!--> <script>{ACT}</script> --> <![CDATA[<script>{ACT}</script>]]>",
    "tables": f"| a |\n|---|\n| <script>{ACT}</script> [t](javascript:{ACT}) |",
    "long": "a" + " " * 80_000 + "b" + "[" * 3000 + "*x" * 3000,
}
KINDS: Final = ("code", "markdown", "raw", "heading", 5)
PLACES: Final = ("written", "question", "check_sigmoid")
SOLVED: Final = "decay"  # a word of the solution's code
ALLOWED: Final = ("https://a.example", "#")


def hostile(kind: object) -> dict[str, Any]:
    """A notebook with each text in a cell of this kind, and in the places of marked cells."""
    content = make.Class(COURSE).solved("forward")
    every = "\n\n".join(TEXTS.values())
    for cell in content["cells"]:
        settings = cell["metadata"].get("nbgrader", {})
        if settings.get("grade_id") in PLACES:
            cell |= {"cell_type": kind, "source": every, "outputs": [], "execution_count": None}
            settings["points"] = f"<script>{ACT}</script>"
    settings = {"grade_id": f'"><script>{ACT}</script>', "grade": True, "points": 5}
    for name, text in TEXTS.items():
        content["cells"].append(
            {
                "cell_type": kind,
                "id": f"mine-{name}",
                "metadata": {"nbgrader": settings, "raw_mimetype": "text/html", "tags": [ACT]},
                "source": text,
                "attachments": {f'"><script>{ACT}</script>': {"image/png": "iVBO"}},
                "outputs": [{"output_type": "stream", "name": "stdout", "text": text}],
            }
        )
    return content


class Page(html.parser.HTMLParser):
    """What of a page could act, load or lead elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.events: list[str] = []
        self.addresses: list[str] = []
        self.odd: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script":
            self.scripts.append(given.get("src", ""))
        if tag in ("iframe", "object", "embed", "form", "base", "applet", "frame"):
            self.odd.append(tag)
        self.events += [name for name in given if name.startswith("on")]
        own = tag in ("a", "img", "source", "video", "audio", "area")
        self.addresses += [
            given[name] for name in ("href", "src", "xlink:href") if own and name in given
        ]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of hostile writers and one honest student, graded, with feedback."""
    course = nbgrader_class.new(tmp_path_factory.mktemp("pages") / "course", "en")
    for kind in KINDS:
        nbgrader_class.hand_in(course, f"kind-{kind}", "forward", hostile(kind))
    nbgrader_class.hand_in(course, "honest", "forward", make.Class(COURSE).solved("forward"))
    elsewhere = course.parent / "of the instructor.ipynb"
    elsewhere.write_text(json.dumps(make.Class(COURSE).solved("forward")), encoding="utf-8")
    linked = nbgrader_class.hand_in(course, "linked", "forward", b"")
    linked.unlink()
    linked.symlink_to(elsewhere)
    (linked.parent / "beside.txt").symlink_to(elsewhere)
    done = nbgrader_class.run(course, "autograder", "grade", str(course))
    assert done.returncode in (0, 3), done.stdout + done.stderr
    nbgrader_class.nbgrader(course, "generate_feedback", "forward")
    return course


def page(course: Path, student: str) -> Path:
    return course / "feedback" / student / "forward" / "forward.html"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_the_page_acts_loads_or_leads_away(course: Path, kind: object) -> None:
    honest = Page(page(course, "honest").read_text(encoding="utf-8"))
    text = page(course, f"kind-{kind}").read_text(encoding="utf-8")
    found = Page(text)
    assert found.scripts == honest.scripts
    assert (found.events, found.odd) == (honest.events, honest.odd)
    own = [each for each in found.addresses if each not in honest.addresses]
    assert [each for each in own if not each.startswith(ALLOWED)] == []
    shown = re.sub(r"<pre.*?</pre>|<code.*?</code>", "", text, flags=re.DOTALL)
    assert not re.search(r"\\(href|style|require|unicode)\b", shown)


def test_no_link_is_followed(course: Path) -> None:
    copies = [*course.glob("autograded/linked/**/*"), *course.glob("feedback/linked/**/*")]
    files = {each.name: each.read_text(encoding="utf-8") for each in copies if each.is_file()}
    assert "beside.txt" not in files
    assert {"forward.ipynb", "forward.html"} <= set(files)
    assert not any(SOLVED in text for text in files.values())
    assert SOLVED in page(course, "honest").read_text(encoding="utf-8")
    assert set(nbgrader_class.scores(course)["linked", "forward"].values()) == {0}


def test_every_text_is_still_there_to_read(course: Path) -> None:
    content = json.loads(
        (course / "autograded" / "kind-markdown" / "forward" / "forward.ipynb").read_bytes()
    )
    read = html.unescape("".join("".join(cell["source"]) for cell in content["cells"]))
    assert all(word in read for word in ("<script>", "javascript:", "onerror", "<form", "<base"))


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    with jupyter_page.browser() as context:
        yield context


@pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING)
@pytest.mark.parametrize("kind", KINDS)
def test_a_browser_runs_and_asks_for_nothing(course: Path, opened: Any, kind: object) -> None:
    asked: dict[str, set[str]] = {}
    for student in ("honest", f"kind-{kind}"):
        seen = asked.setdefault(student, set())
        tab = opened.new_page()
        tab.on("request", lambda request, seen=seen: seen.add(request.url))
        tab.on("dialog", lambda dialog: dialog.dismiss())
        tab.goto(page(course, student).as_uri(), timeout=30_000)
        tab.wait_for_timeout(500)
        assert tab.title() == "forward"
        tab.close()
    outside = {url for url in asked[f"kind-{kind}"] if not url.startswith(("file:", "data:"))}
    assert outside <= asked["honest"]
