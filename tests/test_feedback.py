"""What a student reads about a result, in text and on the page: never an accusation too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupyter_page
import pytest
import synthetic_class
from conftest import Grade, solution, task
from msgspec.structs import replace

from autograder.course import Course
from autograder.grading.judge import Judge
from autograder.grading.result import Code, Example, Numbers, Result, ShownValue
from autograder.intake.found import Submission
from autograder.reports import charts
from autograder.reports.feedback import outline_text, task_text, text
from autograder.reports.feedback_page import feedback_page
from autograder.values.findings import Finding
from autograder.values.notes import note

KEEPS = "The argument is the same after the call"
RAISES = "def sigmoid(z):\n    return 1 / missing\n"
ENDLESS = "def sigmoid(z):\n    while True:\n        pass\n"


def page(result: Result, course: Course) -> str:
    return feedback_page(result, course).decode()


@pytest.fixture(scope="module")
def right(grade: Grade) -> Result:
    """A right submission of `forward`."""
    return grade("forward", solution("forward"))


@pytest.mark.parametrize(
    ("code", "outcome"), [(RAISES, "failed"), (ENDLESS, "timeout")], ids=["raised", "endless"]
)
def test_what_stands_beside_a_value_that_never_came_waits_for_it(
    code: str, outcome: str, grade: Grade, course: Course
) -> None:
    result = grade("forward", code)
    sigmoid = task(result, "sigmoid")
    check = next(c for c in sigmoid.checks if c.id == "hidden/sigmoid_leaves_its_argument_alone")
    assert (check.outcome, check.earned) == (outcome, 0)
    wait = "Not checked until the value is right."
    for said in (text(result, course, "en"), task_text(sigmoid, course, "forward", "en")):
        assert f"· {check.title}" in said
        assert f"✗ {check.title}" not in said
        assert wait in " ".join(said.split())
        assert "⏱" not in said
    shown = page(result, course).partition(f"{check.title}")
    assert shown[0].rstrip().endswith('<span class="sign quiet" aria-hidden="true">·</span>')
    assert wait in shown[2][:300]
    values = [c for c in sigmoid.checks if "activations" in c.id]
    assert {c.outcome for c in values} == {outcome}
    assert all(c.message != wait for c in values)


ON_THE_THIRD_CALL = """
right, calls = step, []
def step(W, gradient, lr):
    calls.append(W.shape)
    if calls.count((2, 3)) == 3:  # one in the check of its value, which looks again, and then
        raise ValueError("odd")
    return right(W, gradient, lr)
"""


def test_an_error_that_only_a_check_beside_the_value_meets_is_said(grade: Grade) -> None:
    """Nothing else would say why it earns nothing."""
    result = grade("update", solution("update") + ON_THE_THIRD_CALL)
    failed = [c for c in task(result, "step").checks if c.outcome != "passed"]
    assert [c.id for c in failed] == ["visible/step_returns_a_new_array"]
    assert "raised ValueError: odd" in failed[0].message


def test_a_call_to_try_shows_the_argument_that_it_changes(grade: Grade, course: Course) -> None:
    result = grade("update", "def step(W, gradient, lr):\n    W -= lr * gradient\n    return W\n")
    [example] = [each for each in result.shown.examples if each.task == "step"]
    first, call, last = example.code.splitlines()
    assert first.startswith("W = np.array(")
    assert call.startswith("step(W, np.array(")
    assert last == "W"
    said = page(result, course)
    assert "Is <code>W</code> still what it was?" in said
    assert "changed its first argument." in task(result, "step").checks[2].message


def test_a_call_to_try_of_a_warning_asks_for_it_and_others_for_the_value(
    right: Result, course: Course
) -> None:
    wrong = _failed(right, "sigmoid", Finding("warned"))
    for looks_at, said in (
        ("warned", "Does a warning appear?"),
        ("value", "check(&#34;sigmoid&#34;)"),
    ):
        example = Example("sigmoid", "sigmoid(0.0)", looks_at)  # type: ignore[arg-type]
        assert said in page(replace(wrong, shown=replace(right.shown, examples=[example])), course)


def _failed(result: Result, name: str, finding: Finding, message: str = "Said first.") -> Result:
    """The result with every check of this task failed by this finding."""
    change = {"outcome": "failed", "earned": 0.0, "finding": finding, "message": message}
    tasks = [
        replace(each, state="failed", earned=0.0,
                checks=[replace(check, **change) for check in each.checks])
        if each.name == name else each
        for each in result.tasks
    ]  # fmt: skip
    return replace(result, tasks=tasks)


def test_what_to_begin_with_is_said_where_no_hint_is_known(right: Result, course: Course) -> None:
    wrong = _failed(right, "sigmoid", Finding("value"))
    box = page(wrong, course).partition('class="box begin"')[2].partition("</section>")[0]
    assert '<a href="#task-sigmoid"><code>sigmoid</code></a>' in box
    assert "Said first." in box
    assert "Start with" not in box


def test_passed_tasks_hide_no_cell_that_stopped(
    right: Result, grade: Grade, course: Course
) -> None:
    stopped = grade("forward", solution("forward"), "1 / 0", "oops(")
    assert (right.stopped, stopped.stopped) == (0, 2)
    for result, said in (
        (right, "Everything passed. Nothing is left to fix."),
        (stopped, "Every task passed, but code cells stopped before their end (2); see below."),
    ):
        for shown in (text(result, course, "en"), outline_text(result, course, "en"),
                      page(result, course)):  # fmt: skip
            assert said in shown


def test_an_unreadable_file_is_not_graded_for_a_reason(judge: Judge, course: Course) -> None:
    given = Submission("student", "forward", None, b"", (note("empty"),))
    result = judge.grade(given)
    said = text(result, course, "en")
    assert said.count("not graded") == len(result.tasks)
    assert "no function of this name" not in said
    assert "✗" not in said
    assert said.index("The file is empty.") < said.index("sigmoid")
    shown = page(result, course)
    assert "<code>forward.ipynb</code> could not be read. Save the notebook again" in shown
    assert "<code>forward.ipynb</code> 파일을 읽을 수 없습니다." in shown


def test_a_list_of_values_stands_where_an_entry_or_a_shape_is_wrong(
    right: Result, course: Course
) -> None:
    values = {"call": "f(1)", "place": "[1]", "got": "2", "want": "3", "right": 1, "all": 4}
    for code, sentence, rows in (
        ("entry", "Some of the numbers differ", ["f(1)", "[1]", "2", "3", "1 / 4"]),
        ("shape", "The shape of the answer differs", ["f(1)", "2", "3"]),
    ):
        given = {key: values[key] for key in ("call", "got", "want")} if code == "shape" else values
        shown = page(_failed(right, "sigmoid", Finding(code, given), "The sentence."), course)
        part = shown.partition('id="task-sigmoid"')[2]
        assert sentence in part.partition("<dl")[0]
        assert re.findall("<dd><code>(.*?)</code>", part.partition("</dl>")[0]) == rows


def test_a_tick_without_points_is_no_alarm(right: Result, course: Course) -> None:
    gated = _failed(right, "sigmoid", Finding("visible_only"))
    tasks = [
        replace(each, checks=[replace(check, outcome="passed") for check in each.checks])
        for each in gated.tasks
    ]
    shown = page(replace(gated, tasks=tasks), course).partition('id="task-sigmoid"')[2]
    assert '<p><span class="sign good" aria-hidden="true">✓</span>' in shown
    assert '<p><span class="sign" aria-hidden="true">✓</span>' not in shown


def _carried(course: Course, own: list[float]) -> str:
    """The page of a right `hidden_gradients` on wrong `hidden_deltas` that gave these numbers."""
    result = next(e for e in synthetic_class.class_of(course, 3) if e.assignment == "backprop")
    result = replace(result, shown=replace(result.shown, language="en"))
    check = "visible/hidden_gradients_of_the_chapter"
    tasks = [
        replace(each, state="passed", checks=[
            replace(c, finding=Finding("carried", {"tasks": "hidden_deltas"})) if c.id == check
            else c for c in each.checks])
        for each in result.tasks
    ]  # fmt: skip
    shown = ShownValue(check, 0, -1, Numbers([2, 2], own), Numbers([2, 2], [1, 2, 3, 4]))
    return page(replace(result, tasks=tasks, shown=replace(result.shown, values=[shown])), course)


def test_a_picture_says_which_earlier_task_a_difference_comes_from(course: Course) -> None:
    other = _carried(course, [1, 2, 3, 5])
    assert "The difference comes from <code>hidden_deltas</code>." in other
    assert '<th scope="col">slope</th>' in other
    assert '<td class="differs">5 ✗</td><td>4</td>' in other
    assert "The difference comes from" not in _carried(course, [1, 2, 3, 4])


def test_ticks_are_round_and_both_axes_of_a_surface_have_their_ends() -> None:
    drawn = charts.lines("t", [(0, 0.63), (301, 0.71)], [(0, 0.63), (301, 0.69)], ("a", "b"))
    ticks = [float(each) for each in re.findall(">([-0-9.]+)</text>", drawn)]
    assert ticks == [0.64, 0.66, 0.68, 0.7, 0, 100, 200, 300]
    square = charts.surfaces("t", [0.0, 1.0], [0.0, 1.0], ("a", "b"), 1, ("0", "1"))
    assert (square.count(">0</text>"), square.count(">1</text>")) == (4, 4)


def test_the_words_hidden_and_counted_are_explained_once(course: Course) -> None:
    shown = _carried(course, [1, 2, 3, 5])
    assert shown.count("hidden: checked only in grading, with other numbers and sizes.") == 1


@pytest.fixture
def browser() -> Iterator[Any]:
    with jupyter_page.browser() as context:
        yield context


@pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING)
def test_long_lines_wrap_and_paper_has_no_code_that_is_right(
    right: Result, course: Course, browser: Any, tmp_path: Path
) -> None:
    code = [Code(each.name, 3, 1, 1, "x = 1" + " + 1" * 400) for each in right.tasks]
    file = tmp_path / "page.html"
    file.write_text(page(_failed(replace(right, code=code), "sigmoid", Finding("value")), course))
    tab = browser.new_page()
    tab.set_viewport_size({"width": 400, "height": 800})
    tab.goto(file.as_uri())
    assert tab.evaluate(
        "[...document.querySelectorAll('pre')].every(p => p.scrollWidth <= p.clientWidth)"
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 400
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("details:not([open])").count() == 0
    assert tab.locator("pre:visible").count() == 1
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("details[open]").count() == 0


def test_no_failed_task_is_passed_over_for_one_that_is_not_there(
    grade: Grade, course: Course
) -> None:
    """An error in the first cell, a wrong name or a task left out hides nothing that failed."""
    wrong = {"total_error": "def total_error(target, o):\n    return 3.0\n"}
    unread = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z)\n"
    renamed = "def sigmiod(z):\n    return 1 / (1 + np.exp(-z))\n"
    blank = "def sigmoid(z):\n    raise NotImplementedError\n"
    for sigmoid, begin in ((unread, "sigmoid"), (renamed, "sigmoid"), (blank, "total_error")):
        cells = {**_cells(), **wrong, "sigmoid": sigmoid}
        result = grade("forward", *cells.values())
        for shown in (text(result, course, "en"), page(result, course)):
            assert "right so far" not in shown
        assert f"Start with `{begin}`." in text(result, course, "en")
        assert f'<a href="#task-{begin}">' in _begin(page(result, course))


def test_a_function_whose_cell_stopped_is_shown_and_not_to_be_called(
    grade: Grade, course: Course
) -> None:
    cells = {**_cells(), "sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(-z)\n"}
    shown = page(grade("forward", *cells.values()), course)
    section = shown.partition('id="task-sigmoid"')[2].partition("</section>")[0]
    assert 'aria-label="Your code: sigmoid"' in section
    assert "Try this next" not in section
    assert "was never defined" in _begin(shown)
    assert "(line 2: return 1 / (1 + np.exp(-z))" in shown


def test_who_began_nothing_is_told_so(grade: Grade, course: Course) -> None:
    blank = [f"def {name}(*_):\n    raise NotImplementedError\n" for name in _cells() if name]
    for cells in (blank, ["x = 1"]):
        assert "You have not started any task." in page(grade("forward", *cells), course)


@pytest.mark.parametrize("sigmoid", [ENDLESS, RAISES], ids=["endless", "raises"])
def test_no_picture_holds_a_number_that_a_substitute_had_a_part_in(
    sigmoid: str, grade: Grade
) -> None:
    result = grade("forward", *{**_cells(), "sigmoid": sigmoid}.values())
    forward = next(each for each in result.tasks if each.name == "forward")
    assert {each.finding.code for each in forward.checks if each.finding} >= {"carried"}
    assert result.shown.values == []


def _begin(shown: str) -> str:
    return shown.partition('class="box begin"')[2].partition("</section>")[0]


def _cells() -> dict[str, str]:
    """The right functions of `forward`, a cell each, by name; before them their imports."""
    head, *functions = solution("forward").split("\n\n\ndef ")
    return {"": head} | {each.partition("(")[0]: f"def {each}" for each in functions}
