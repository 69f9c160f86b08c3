"""What the class's page counts, and in which order: out of results made for it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import jupyter_page
import pytest
import synthetic_class
from msgspec.structs import replace

from autograder.course import Course
from autograder.grading.result import CheckResult, Result, State, TaskResult
from autograder.reports import statistics
from autograder.reports.class_page import Class, class_page
from autograder.reports.entries import entry
from autograder.reports.grades import Grade
from autograder.values.findings import Finding

needs_browser = pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING)
STATES: Final = {"right": "passed", "wrong": "failed", "blank": "not started", "gone": "missing"}


@pytest.fixture(scope="module")
def some(course: Course) -> list[Result]:
    """One student's results, to make others of."""
    return list(synthetic_class.class_of(course, 1))


def of(result: Result, student: str, *kinds: str, hint: str | None = None) -> Result:
    """The result of another student, whose first tasks are of these kinds, the others right."""
    wanted = [*kinds, *["right"] * len(result.tasks)]
    tasks = [_task(task, kind, hint) for task, kind in zip(result.tasks, wanted, strict=False)]
    return replace(
        result, student=student, tasks=tasks, score=sum(task.earned for task in tasks), key=student
    )


def _task(task: TaskResult, kind: str, hint: str | None) -> TaskResult:
    right = kind == "right"
    checks = [_check(check, kind, hint) for check in task.checks]
    earned = task.points if right else 0.0
    return replace(task, state=STATES[kind], checks=checks, earned=earned)


def _check(check: CheckResult, kind: str, hint: str | None) -> CheckResult:
    if kind == "right":
        return replace(check, outcome="passed", finding=None, hint=None)
    code = {"wrong": "value", "blank": "not_started", "gone": "unreadable"}[kind]
    own = hint if kind == "wrong" else None
    return replace(check, outcome="failed", finding=Finding(code), hint=own, message="x")


def page(course: Course, results: Sequence[Result], language: str = "en") -> str:
    return class_page(Class(course, list(map(entry, results))), language).decode()


def rows(text: str, section: str) -> list[list[str]]:
    """The cells of the table in a section, as text."""
    part = text.partition(f'aria-labelledby="{section}">')[2].partition("</section>")[0]
    found = re.findall("<tr[^>]*>(.*?)</tr>", part.partition("<tbody")[2], re.DOTALL)
    return [[re.sub("<[^>]*>", "", each).strip() for each in re.findall("<t[hd].*?</t[hd]>", row)]
            for row in found]  # fmt: skip


def test_untouched_and_unreadable_ones_are_counted_apart(
    course: Course, some: list[Result]
) -> None:
    blank, gone = ["blank"] * 9, ["gone"] * 9
    text = page(
        course,
        [of(some[0], "a"), of(some[0], "b", "wrong"), of(some[0], "c", *blank),
         of(some[0], "d", *blank), of(some[0], "e", *gone)],
    )  # fmt: skip
    cards = re.findall(r"<dt><a [^>]*>(.*?)</a></dt><dd>(.*?)</dd>", text)
    first = some[0].tasks[0].points
    assert dict(cards) == {
        "Students": "5",
        "Submissions": "5",
        "Mean of the checks (2 begun)": f"{100 - first / 2:.0f}%",
        "Untouched": "2",
        "Unreadable": "1",
        "To look at": "1",
    }
    # handed in, mean, median, full marks, untouched, unreadable
    assert rows(text, "spread")[0][1:] == ["5", f"{100 - first / 2:.1f}", f"{100 - first / 2:g}",
                                           "1", "2", "1"]  # fmt: skip
    assert text.count('data-flags="absent low untouched"') == 2
    assert 'data-flags="absent look low"' in text  # what can't be read is not untouched


@pytest.mark.parametrize("names", [True, False])
def test_who_handed_in_nothing_has_a_row(course: Course, some: list[Result], names: bool) -> None:
    known = Class(course, [entry(each) for each in some], everybody=["absent <b>", some[0].student])
    text = class_page(known, "en", names=names).decode()
    students = {each.student for each in some}
    shown = rows(text, "everybody")
    assert len(shown) == len(students) + 1
    [row] = [row for row in shown if set(row[1:]) == {"–"}]
    assert ("absent &lt;b&gt;" in row[0]) is names
    assert ("absent" in re.sub(r'data-flags="[^"]*"|value="absent"', "", text)) is names


def test_a_median_is_exact(course: Course, some: list[Result]) -> None:
    scores = (67.0, 67.5)
    found = [replace(of(some[0], name), score=score)
             for name, score in zip("ab", scores, strict=True)]  # fmt: skip
    assert rows(page(course, found), "spread")[0][3] == "67.25"


def test_of_equally_frequent_mistakes_the_larger_share_comes_first(
    course: Course, some: list[Result]
) -> None:
    """Then the chapter's order, not the alphabet's."""
    names = [task.name for task in some[0].tasks]
    second = [of(some[0], name, "blank", "wrong", "blank") for name in "ab"]  # 2 of 4
    third = [of(some[0], name, "blank", "blank", "wrong") for name in "cd"]  # 2 of 2
    first = [of(some[0], name, "wrong", "right", "blank") for name in "ef"]  # 2 of 2
    text = page(course, [*second, *third, *first])
    part = text.partition('aria-labelledby="mistakes"')[2].partition("</section>")[0]
    assert re.findall("<h3>.*?<code>(.*?)</code>", part) == [names[0], names[2], names[1]]
    assert text.index('id="look"') < text.index('id="mistakes"')


def test_what_one_student_does_in_every_task_is_one_row(course: Course, some: list[Result]) -> None:
    hint = "generic/no-answer"
    text = page(course, [of(some[0], "a", "wrong", "wrong", "wrong", hint=hint), of(some[0], "b")])
    assert text.count('<article class="mistake">') == 1
    heading = re.search("<h3>.*?</h3>", text)
    assert heading is not None
    assert [f"<code>{task.name}</code>" in heading[0] for task in some[0].tasks[:4]] == [
        True, True, True, False,
    ]  # fmt: skip


def _found(result: Result, name: str, code: str, state: State = "failed", **values: str) -> Result:
    """The result with every check of this task failed by this finding."""
    change = {"outcome": "failed", "earned": 0.0, "hint": None, "message": "x"}
    tasks = [
        replace(each, state=state, earned=0.0, checks=[
            replace(check, finding=Finding(code, values), **change) for check in each.checks])
        if each.name == name else each
        for each in result.tasks
    ]  # fmt: skip
    return replace(result, tasks=tasks)


def _mistakes(text: str) -> list[tuple[str, str]]:
    """The tasks of the mistakes on the page, and what each is called."""
    part = text.partition('aria-labelledby="mistakes"')[2].partition("</section>")[0]
    return re.findall(r"<h3>.*?<code>(\w+)</code>.*?<p>(.*?)</p>", part, re.DOTALL)


def test_an_error_is_called_one_and_a_cell_that_stopped_counts_as_begun(
    course: Course, some: list[Result]
) -> None:
    first, second, third = (task.name for task in some[0].tasks[:3])
    base = [of(some[0], name) for name in "abc"]
    raised = _found(base[0], first, "raised", call="f()", type="TypeError", text="no")
    cell = {"task": first, "cell": "3", "text": "SyntaxError: no"}
    stopped = _found(base[1], first, "cell_stopped", "missing", **cell)
    lacks = {"call": "f()", "type": "NameError", "text": f"name '{first}' is not defined"}
    stopped = _found(stopped, second, "raised", **lacks)
    other = {**lacks, "text": "name 'math' is not defined"}
    stopped = _found(stopped, third, "raised", **other)
    text = page(course, [raised, stopped, _found(base[2], first, "value")])
    assert sorted(_mistakes(text)) == sorted([
        (first, "The function raised an error on legal arguments."),
        (first, "The function was never defined: its cell stopped with an error."),
        (third, "The function raised an error on legal arguments."),
        (first, "Wrong answers that no known mistake explains"),
    ])  # fmt: skip
    assert "Each was confirmed" not in text
    made = [each for each in statistics.lines(map(entry, [raised, stopped])) if each.task == first]
    assert [each.begun for each in made if each.kind == "task"] == [2]
    assert not entry(of(stopped, "d", *["blank"] * len(some[0].tasks))).begun


def test_a_submission_whose_only_cell_stopped_is_not_untouched(some: list[Result]) -> None:
    blank = of(some[0], "a", *["blank"] * len(some[0].tasks))
    assert entry(blank).untouched
    assert not entry(_found(blank, blank.tasks[0].name, "cell_stopped", "missing")).untouched


def test_discrimination_is_of_those_who_began_the_task(some: list[Result]) -> None:
    blank = ["blank"] * len(some[0].tasks)
    began = [of(some[0], f"r{n}", "right", "wrong" if n % 2 else "right") for n in range(6)]
    began += [of(some[0], f"w{n}", "wrong", "right" if n % 2 else "wrong") for n in range(6)]

    def told(results: Sequence[Result]) -> float | None:
        return statistics.lines(map(entry, results))[0].discrimination

    alone = told(began)
    assert alone is not None
    assert abs(alone) < 0.2
    assert told([*began, *(of(some[0], f"z{n}", *blank) for n in range(20))]) == alone
    assert told([*began[:5], *(of(some[0], f"z{n}", *blank) for n in range(20))]) is None


def test_notebooks_have_their_titles_and_the_total_its_maximum(
    course: Course, some: list[Result]
) -> None:
    text = page(course, some, "ko")
    assert f"자동 채점 점수 ({100 * len(course.assignments)}점 만점)" in text
    assert "<code>terms" not in text
    title = course.assignment("terms").title["ko"]
    assert f'class="title">5.1 {title}</th>' in text


def test_final_points_stand_apart_from_those_of_the_checks(
    course: Course, some: list[Result]
) -> None:
    """Also of who handed in nothing; where all are those of the checks, nothing is added."""
    late, paper = of(some[0], "late"), of(some[0], "paper")
    key = late.assignment
    plain = Grade("late", key, 100.0, 0, 0.0, (), 0.0, None, 100.0)
    changed = Grade("late", key, 100.0, 4, 35.0, (), 0.0, None, 65.0)
    written = Grade("paper", key, None, 0, 0.0, (), 0.0, 3.0, 3.0)
    known = Class(course, [entry(late)], everybody=["late", "nobody", paper.student])
    grades = {("late", key): changed, ("paper", key): written}
    text = class_page(dataclasses.replace(known, grades=grades), "en").decode()
    found = {row[0]: row for row in rows(text, "everybody")}
    names = len(course.names)
    assert found["late"][1] == "65 (100)"
    assert [row[names + 1 : names + 3] for row in found.values()] == [
        ["65", "100"], ["–", "–"], ["3", "–"],
    ]  # fmt: skip
    assert "3 (–)" in found["paper"]
    for said in (text, class_page(dataclasses.replace(known, grades=grades), "ko").decode()):
        assert "Final points" in said or "최종 점수" in said
        assert "Points of the checks alone" in said or "자동 채점 점수만" in said
    text = class_page(dataclasses.replace(known, grades={("late", key): plain}), "en").decode()
    assert "Final" not in text
    assert rows(text, "everybody")[0][names + 1] == "100"


@pytest.fixture
def browser() -> Iterator[Any]:
    with jupyter_page.browser() as context:
        yield context


@needs_browser
def test_a_search_without_result_says_so_and_printing_closes_its_folds(
    course: Course, some: list[Result], browser: Any, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page(course, [of(some[0], "a", *["wrong"] * 9)], "ko"), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(file.as_uri())
    assert tab.inner_text(".tools [role=status]") == "1명 표시"
    colour = "e => getComputedStyle(e).color"
    low = tab.locator("td.low").first
    assert low.locator("a").evaluate(colour) == low.evaluate(colour)
    tab.fill("[data-filter]", "nobody")
    assert tab.inner_text(".tools [role=status]") == "0명 표시 해당하는 학생이 없습니다."
    opened = "[aria-labelledby=mistakes] details[open]"
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(opened).count() == tab.locator(opened.replace("[open]", "")).count() > 0
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator(opened).count() == 0
