"""Pages for students and for the class: out of results alone, nothing in them but text."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jupyter_page
import pytest
import synthetic_class
from msgspec.structs import replace

from autograder.course import Course
from autograder.course.files import write
from autograder.grading import result as results
from autograder.grading.result import Code, Example, Numbers, Result, ShownValue
from autograder.reports import class_files, statistics
from autograder.reports.alike import Alike, alike
from autograder.reports.class_files import Pages
from autograder.reports.class_page import Class, class_page
from autograder.reports.comparison import Earlier
from autograder.reports.entries import Entry, entry, read
from autograder.reports.feedback_page import feedback_page
from autograder.reports.grades import Grade, Override
from autograder.reports.page import sentence
from autograder.values.findings import Finding

needs_browser = pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING)
ACT: Final = "document.title='mine'"
HOSTILE: Final = (
    f'</title></script></style><script>{ACT}</script><img src=x onerror="{ACT}">'
    f"<svg onload={ACT}><a href='javascript:{ACT}'>x</a>{{{{ 7*7 }}}} `<b>`&lt;b&gt; \"'><b>"
    "<meta http-equiv=refresh content='0;url=https://mine.example/'><base href=//mine.example>"
)


@pytest.fixture(scope="module")
def some(course: Course) -> list[Result]:
    """The results of a dozen students."""
    return list(synthetic_class.class_of(course, 12))


def hostile(result: Result) -> Result:
    """The same with a student's text that tries to act, wherever a student has a say."""
    say = {"student": HOSTILE, "output": HOSTILE * 3, "notes": [HOSTILE]}
    finding = Finding("value", dict.fromkeys(("call", "got", "want"), HOSTILE))
    bad = {"message": HOSTILE, "outcome": "crashed", "earned": 0.0, "finding": finding}
    tasks = [
        replace(task, checks=[replace(each, **bad) for each in task.checks], state="failed")
        for task in result.tasks
    ]
    code = [Code(task.name, 3, 1, 2, f"# {HOSTILE}\nx = '''{HOSTILE}'''", [1]) for task in tasks]
    examples = [Example(task.name, HOSTILE) for task in tasks]
    shown = replace(result.shown, examples=examples, language=HOSTILE)
    return replace(result, tasks=tasks, code=code, shown=shown, **say)


def entries(found: list[Result]) -> list[Entry]:
    return [entry(each) for each in found]


@pytest.fixture
def browser() -> Iterator[Any]:
    with jupyter_page.browser() as context:
        yield context


def opened(browser: Any, data: bytes, folder: Path, **options: Any) -> tuple[Any, list[str]]:
    """The page in a browser, and every address that it asks for beside its own."""
    file = folder / "page.html"
    file.write_bytes(data)
    page, asked = browser.new_page(), []
    if options:
        page.emulate_media(**options)
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    return page, [each for each in asked if each != file.as_uri()]


def graded_by(result: Result, reason: str, by: str) -> Grade:
    """What a person and the course's policy made of a result."""
    override = Override(result.tasks[0].name, 7.5, reason, by)
    return Grade(
        result.student, result.assignment, result.score, 2, 10.0, (override,), 3.0, 2.5, 77.5,
        attempts=3,
    )  # fmt: skip


@needs_browser
@pytest.mark.parametrize("kind", ["feedback", "class", "running"])
def test_what_a_student_wrote_is_nothing_but_text(
    kind: str, some: list[Result], course: Course, browser: Any, tmp_path: Path
) -> None:
    bad = hostile(some[0])
    own = [entry(bad), *entries(some)]
    pair = Alike((bad.student, some[1].student), bad.assignment, (bad.tasks[0].name,), 4)
    known = Class(course, own, [(HOSTILE, HOSTILE)], [pair], graded=(1, 2))
    marked = graded_by(bad, HOSTILE, HOSTILE)
    data = (
        feedback_page(bad, course, marked)
        if kind == "feedback"
        else class_page(
            known if kind == "running" else dataclasses.replace(known, graded=None), "en"
        )
    )
    data = data.replace(b'"refresh" content="5"', b'"refresh" content="500"')
    page, asked = opened(browser, data, tmp_path)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert asked == []
    assert page.evaluate("document.title") != "mine"
    assert page.locator("img, iframe, object, base, form, link, b").count() == 0
    assert page.locator("script").count() == 1
    assert "<script>document.title" in page.inner_text("body")
    assert page.evaluate("[...document.links].every(a => /^(file:|#)/.test(a.href))")


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["feedback", "class"])
def test_a_screen_reader_and_a_keyboard_get_everywhere(
    kind: str, scheme: str, some: list[Result], course: Course, browser: Any, tmp_path: Path
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe").Axe()
    pairs = [Alike((some[0].student, some[8].student), some[0].assignment, ("split",), 4)]
    data = (
        feedback_page(_with_pictures(some), course, graded_by(some[0], "ill", "Kim"))
        if kind == "feedback"
        else class_page(Class(course, entries(some), [("a/b", "why")], pairs), "ko")
    )
    page, _ = opened(browser, data, tmp_path, color_scheme=scheme)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found = axe.run(page).response["violations"]
    assert found == [], json.dumps(found, indent=1, ensure_ascii=False)[:3000]


def _with_pictures(some: list[Result]) -> Result:
    """A result of `forward` in which a wrong network is drawn."""
    result = next(each for each in some if each.assignment == "forward")
    check = "visible/predictions_of_the_chapter"
    values = [
        ShownValue(check, 0, part, Numbers([2], own), Numbers([2], want))
        for part, own, want in ((0, [0.1, 0.2], [0.1, 0.3]), (1, [0.5, 0.6], [0.5, 0.6]))
    ]
    return replace(result, shown=replace(result.shown, values=values))


def test_a_wrong_number_is_drawn_beside_the_right_one(some: list[Result], course: Course) -> None:
    text = feedback_page(_with_pictures(some), course).decode()
    assert text.count('class="neuron"') == 6
    assert ">0.2 ✗<" in text
    assert ">0.3<" in text
    assert ">0.5 ✗<" not in text


def test_the_page_says_what_the_text_says(some: list[Result], course: Course) -> None:
    result = next(each for each in some if any(t.state == "failed" for t in each.tasks))
    text = feedback_page(result, course).decode()
    assert f"<strong>{result.score:g}</strong>" in text
    for task in result.tasks:
        assert f"{task.earned:g}/{task.points:g}" in text
        for check in task.checks:
            assert task.state == "not started" or str(sentence(check.title)) in text


def test_what_is_left_to_do_comes_first(some: list[Result], course: Course) -> None:
    states = ("passed", "failed", "not started", "passed", "partial")
    result = next(each for each in some if len(each.tasks) >= len(states))
    tasks = [replace(task, state=state) for task, state in zip(result.tasks, states, strict=False)]
    page = feedback_page(replace(result, tasks=tasks), course).decode()
    names = [task.name for task in tasks]
    overview = page[: page.index("</nav>")]
    assert re.findall("</span> <code>([a-z_]+)</code>", overview) == names
    assert f"#task-{names[2]}" not in page  # what is not begun has no section
    assert re.findall('id="task-([a-z_]+)"', page) == [names[place] for place in (1, 4, 0, 3)]


def test_an_override_and_lateness_are_said_with_their_reason(
    some: list[Result], course: Course
) -> None:
    text = feedback_page(some[0], course, graded_by(some[0], "was ill", "Kim")).decode()
    for words in ("77.5", "was ill", "Kim", "2.5", ": 3<"):
        assert words in text
    head = re.sub("<[^>]*>", "", text.partition("</header>")[0])  # which ends with what counts
    score = head.index("자동 채점 점수")
    assert score < head.index("was ill") < head.index("10점 감점") < head.index("최종: 77.5점")


@pytest.fixture
def folder(some: list[Result], tmp_path: Path) -> Path:
    for each in some:
        write(tmp_path / each.student / f"{each.assignment}.json", results.encode(each))
    return tmp_path


def test_every_page_is_made_again_to_the_byte(course: Course, folder: Path) -> None:
    pages = Pages("ko", without_names=True)
    class_files.report(course, folder, pages)
    first = {file: file.read_bytes() for file in folder.rglob("*.*")}
    assert {"index.html", "scores.csv", "statistics.jsonl"} <= {file.name for file in first}
    for file in first:
        if file.suffix != ".json":
            file.unlink()
    class_files.report(course, folder, pages)
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == first


def test_what_is_no_result_is_named_and_left_out(course: Course, folder: Path) -> None:
    files = sorted(folder.glob("*/*.json"))
    files[0].write_bytes(files[0].read_bytes()[:500])
    files[1].write_bytes(b'{"format": 1, "student": "x"}')
    files[2].write_bytes(files[2].read_bytes().replace(b'"format": 2', b'"format": 7'))
    files[3].write_bytes(files[4].read_bytes())
    found = class_files.report(course, folder, Pages("en"))
    left_out = {place for place, _why in found.unusable}
    assert left_out == {f"{file.parent.name}/{file.name}" for file in files[:4]}
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert all(place in page for place in left_out)
    assert len(found.entries) == len(files) - 4


def test_a_page_without_names_has_none_in_its_data(some: list[Result], course: Course) -> None:
    own = entries([hostile(some[0]), *some])
    pair = Alike((some[0].student, some[6].student), some[0].assignment, ("split",), 4)
    text = class_page(
        Class(course, own, [("김 0001/x.json", "")], [pair]), "ko", names=False
    ).decode()
    for each in some:
        assert each.student not in text
        assert each.student[:3] not in text
    assert "onerror" not in text
    assert ".html" not in text


def test_mistakes_come_in_the_order_of_how_many_had_them(
    some: list[Result], course: Course
) -> None:
    own = entries(some)
    text = class_page(Class(course, own), "en").decode()
    made = [line for line in statistics.lines(own) if line.kind == "mistake"]
    most = max(made, key=lambda line: (line.count, line.assignment))
    first = text.split('class="mistake"')[1]
    assert f"{most.count} of " in first
    assert "Who had it" in first
    for each in own:
        for task in each.tasks:
            if statistics.mistake_of(task) == most.name and task.name == most.task:
                assert each.assignment != most.assignment or each.student in text


@needs_browser
def test_on_paper_the_tables_have_their_heads(
    some: list[Result], course: Course, browser: Any, tmp_path: Path
) -> None:
    data = class_page(Class(course, entries(some)), "en")
    page, _ = opened(browser, data, tmp_path, media="print")
    heads = page.locator("th[scope=col] button")
    assert heads.count() > 10
    assert all(head.is_visible() for head in heads.all())
    assert not page.locator(".tools").first.is_visible()


@needs_browser
def test_the_table_is_filtered_as_one_types(
    some: list[Result], course: Course, browser: Any, tmp_path: Path
) -> None:
    page, _ = opened(browser, class_page(Class(course, entries(some)), "en"), tmp_path)
    rows = page.locator("#students tbody tr:visible")
    assert rows.count() == 12
    page.fill("[data-filter]", "0003")
    assert (rows.count(), page.inner_text("[data-count]")) == (1, "1")
    page.fill("[data-filter]", "")
    low = sum(
        sum(e.score for e in own) < 50 * len(own)
        for name in {each.student for each in some}
        if (own := [each for each in some if each.student == name])
    )
    page.select_option("[data-flags]", "low")
    assert page.inner_text("[data-count]") == str(low)
    page.select_option("[data-flags]", "")
    page.locator("#students thead th").last.locator("button").click()
    totals = [float(t) for t in page.locator("#students tbody tr td:last-child").all_inner_texts()]
    assert totals == sorted(totals)


@needs_browser
@pytest.mark.slow
def test_two_thousand_students_are_on_the_page_in_two_seconds(
    course: Course, browser: Any, tmp_path: Path
) -> None:
    own = [entry(each) for each in synthetic_class.class_of(course, 2000)]
    data = class_page(Class(course, own), "ko")
    assert len(data) < 5_000_000
    page, _ = opened(browser, data, tmp_path)
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert ready < 2000
    page.fill("[data-filter]", "김하늘")
    assert (
        int(page.inner_text("[data-count]")) == page.locator("#students tbody tr:visible").count()
    )


def _coded(student: str, text: str) -> Entry:
    return Entry(student, "terms", 1, 1, (), (), student, {"f": text})


LOOPS: Final = """def f(W, x):
    out = []
    for row in W:
        s = 0.0
        for k, w in enumerate(row):
            s += w * x[k] if k % 2 == 0 else x[k] * w + 0
        out.append(s)
    return out
"""


def test_a_copy_with_other_names_is_found() -> None:
    renamed = LOOPS.replace("row", "line").replace("out", "sums").replace("# ", "#  ")
    others = [
        _coded(f"s{n}", f"def f(W, x):\n    return {n} * W @ x - x[{n}]\n") for n in range(60)
    ]
    found = alike([_coded("a", LOOPS), _coded("b", renamed), *others], lambda _: "")
    assert [each.students for each in found] == [("a", "b")]


def test_those_who_share_with_each_other_are_one_group() -> None:
    others = [
        _coded(f"s{n}", f"def f(W, x):\n    return {n} * W @ x - x[{n}]\n") for n in range(60)
    ]
    found = alike([*(_coded(name, LOOPS) for name in "abc"), *others], lambda _: "")
    assert [each.students for each in found] == [("a", "b", "c")]


def test_a_short_answer_of_everybody_else_makes_a_long_one_rare() -> None:
    others = [_coded(f"s{n}", "def f(W, x):\n    return W @ x\n") for n in range(20)]
    found = alike([_coded("a", LOOPS), _coded("b", LOOPS), *others], lambda _: "def f(W, x):")
    assert [each.students for each in found] == [("a", "b")]


def test_code_that_all_who_began_share_is_no_evidence() -> None:
    stubs = [_coded(f"s{n}", "") for n in range(60)]
    assert alike([*(_coded(name, LOOPS) for name in "abcd"), *stubs], lambda _: "") == []


def test_an_answer_that_many_give_is_no_evidence() -> None:
    assert alike([_coded(f"s{n:02}", LOOPS) for n in range(60)], lambda _: "") == []


def test_the_notebooks_own_lines_are_no_evidence() -> None:
    others = [_coded(f"s{n}", f"x = {n}") for n in range(60)]
    both = [_coded("a", LOOPS), _coded("b", LOOPS)]
    assert alike([*both, *others], lambda _: LOOPS) == []


def test_alike_code_makes_no_vast_page(course: Course) -> None:
    own = [_coded(f"s{number:02}", "x = [1, +1]\n" * 500) for number in range(80)]
    pairs = [
        Alike((own[place].student, own[place + 1].student), "terms", ("f",), 9)
        for place in range(0, 80, 2)
    ]
    page = class_page(Class(course, own, alike=pairs), "en").decode()
    assert len(page) < 8_000_000
    shown, elsewhere = page.count('<div class="pair">'), page.count("Too much code for this page")
    assert (shown + elsewhere, min(shown, elsewhere) > 0) == (40, True)
    assert page.index('<div class="pair">') < page.index("Too much code")
    unnamed = class_page(Class(course, own, alike=pairs), "en", names=False).decode()
    assert "Too much code for this page" not in unnamed


def test_statistics_are_kept_for_a_later_class(course: Course, folder: Path) -> None:
    class_files.report(course, folder, Pages("en"))
    kept = folder / "statistics.jsonl"
    assert statistics.load(kept) == statistics.lines(read(course, folder).entries)
    assert "김" not in kept.read_text(encoding="utf-8")
    class_files.report(course, folder, Pages("en", (kept, folder)))
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.count("Compared with") == 2
    assert "Points gained since then: +0.0" in page
    kept.write_text("{}\n")
    with pytest.raises(statistics.StatisticsError, match=r"statistics\.jsonl:1: "):
        class_files.report(course, folder, Pages("en", (kept,)))


def _all_pass(course: Course, count: int) -> list[Entry]:
    """Entries of a class in which everybody passes the first check of `parameter_kind`."""
    found = []
    for result in synthetic_class.class_of(course, count):
        if result.assignment == "terms":
            first, *rest = result.tasks
            passed = replace(first.checks[0], outcome="passed", finding=None)
            tasks = [replace(first, state="partial", checks=[passed, *first.checks[1:]]), *rest]
            found.append(entry(replace(result, tasks=tasks)))
    return found


def _everyone_passed(course: Course, own: list[Entry], earlier: list[Earlier]) -> str:
    text = class_page(Class(course, own, earlier=earlier), "ko").decode()
    return text.partition("모두 통과한 검사")[2]


def test_a_check_that_all_passed_now_and_earlier_is_named_by_its_title(course: Course) -> None:
    own = _all_pass(course, 26)
    title = str(sentence(own[0].tasks[0].checks[0].title))
    before = [
        replace(each, count=1) if each.kind == "check" else each for each in statistics.lines(own)
    ]
    assert title in _everyone_passed(course, own, [])
    assert title not in _everyone_passed(course, own, [Earlier("last year", before, {})])
    assert _everyone_passed(course, own[:15], []) == ""  # so few say nothing


def test_attempts_and_lateness_are_on_the_class_page(some: list[Result], course: Course) -> None:
    marked = {(some[0].student, some[0].assignment): graded_by(some[0], "oral exam", "Kim")}
    text = class_page(Class(course, entries(some), grades=marked), "en").decode()
    assert "<td>3</td>" in text
    assert f"<td>{some[0].assignment}</td>" in text


def test_a_file_of_another_maker_is_not_written_over(course: Course, folder: Path) -> None:
    (folder / "index.html").write_text("<!DOCTYPE html><p>mine")
    with pytest.raises(class_files.OutError, match=r"index\.html: not written by a grading"):
        class_files.report(course, folder, Pages("en"))
    assert (folder / "index.html").read_text() == "<!DOCTYPE html><p>mine"
