"""The table of hints: made from the mistakes, current, and names a cause that it is sure of."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import small_course

from autograder.authoring import hint_table
from autograder.checks import content
from autograder.course import Course
from autograder.course.languages import words
from autograder.hints import catalogue
from autograder.release import bundle
from autograder.selfcheck import known_answers
from autograder.selfcheck.task_report import report

LONG = {"xor"}  # trains for minutes
HINT_OF_NONE = "Nothing comes back from this function."


@pytest.fixture(scope="module")
def functions(course: Course) -> Callable[[str], dict[str, Any]]:
    """The solution's functions of an assignment, to be made wrong."""
    return lambda assignment: dict(content.solution(course.folder, assignment))


def hint(course: Course, functions: dict[str, Any], task: str) -> str:
    [assignment] = (each.name for each in course.assignments if task in each.points)
    return report(task, functions, words(course, "en", assignment)).hint


@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update"])
def test_the_committed_table_is_what_the_mistakes_make(course: Course, name: str) -> None:
    """If this fails: `autograder hints`, and look at the difference."""
    assert hint_table.is_current(course, name, hint_table.table(course, name))


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LONG))
def test_the_table_of_long_trainings_is_what_the_mistakes_make(course: Course, name: str) -> None:
    assert hint_table.is_current(course, name, hint_table.table(course, name))


def test_a_table_that_lacks_a_mistake_is_not_current(course: Course) -> None:
    made = hint_table.table(course, "terms")
    made.tasks["select"][0]["answers"].clear()
    assert not hint_table.is_current(course, "terms", made)


def test_the_command_writes_what_is_missing_and_leaves_what_is_current(own: Course) -> None:
    file = own.folder / "assignments" / "small" / "hints.json"
    lines = list(hint_table.bring_up_to_date(own, ["small"]))
    first = file.read_bytes()
    assert lines == [f"{file}: hints for {len(json.loads(first)['hints'])} mistakes"]
    file.write_bytes(first.replace(b"\n", b"\n\n"))
    list(hint_table.bring_up_to_date(own, ["small"]))
    assert file.read_bytes() == first.replace(b"\n", b"\n\n")
    file.unlink()
    list(hint_table.bring_up_to_date(own, ["small"]))
    assert file.read_bytes() == first


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return small_course.write(tmp_path_factory.mktemp("own"))


@pytest.mark.parametrize("name", ["terms", "perceptron", "forward", "backprop", "update"])
def test_every_listed_mistake_is_named_and_no_other(
    course: Course, functions: Callable[[str], dict[str, Any]], name: str
) -> None:
    """Whatever wrong function a student writes: its own hint, or none."""
    known = catalogue.load(course.folder, name, tuple(course.assignment(name).points))
    named = 0
    for mistake in known.mistakes:
        for variant in mistake.variants:
            said = hint(course, {**functions(name), mistake.task: variant}, mistake.task)
            assert said in ("", mistake.words.hint("en"))
            named += bool(said)
    assert named > 0.6 * sum(
        len(each.variants) for each in known.mistakes if each.task not in known.projections
    )


USUAL: dict[str, tuple[str, str, Callable[..., Any], str]] = {
    "rows and columns": ("forward", "weighted_sums", lambda W, x: x @ W, "Which row of W leads"),
    "no sum": ("forward", "weighted_sums", lambda W, x: W * x, "A matrix of products"),
    "print for return": ("forward", "weighted_sums", lambda W, x: print(W @ x), HINT_OF_NONE),
    "a column": ("forward", "weighted_sums", lambda W, x: W @ x.reshape(-1, 1), "one column"),
    "h alone": (
        "forward",
        "forward",
        lambda W_hidden, _W_output, x: 1 / (1 + np.exp(-W_hidden @ x)),
        "One result comes back",
    ),
    "a sign": ("backprop", "error_slope", lambda target, o: target - o, "all signs are opposite"),
    "no transpose": (
        "backprop",
        "hidden_deltas",
        lambda W_output, deltas, h: W_output @ deltas * h * (1 - h),
        "The sums run over the wrong index",
    ),
}


@pytest.mark.parametrize("what", USUAL)
def test_usual_mistakes_are_named_at_once(
    course: Course, functions: Callable[[str], dict[str, Any]], what: str
) -> None:
    assignment, task, wrong, said = USUAL[what]
    assert said in hint(course, {**functions(assignment), task: wrong}, task)


def test_a_mistake_that_answers_otherwise_somewhere_is_not_named(
    course: Course, functions: Callable[[str], dict[str, Any]]
) -> None:
    def wrong(W: Any, x: Any) -> Any:
        return x @ W if len(W) == len(x) else np.zeros(len(W))

    assert hint(course, {**functions("forward"), "weighted_sums": wrong}, "weighted_sums") == ""


def test_two_mistakes_that_answer_alike_are_not_named(
    course: Course,
    functions: Callable[[str], dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = known_answers.load(course.folder, "forward")
    wrong = {**functions("forward"), "weighted_sums": lambda W, x: x @ W}
    entries = list(known.tasks["weighted_sums"])
    [mine] = [each for each in entries if each["mistake"] == "sums-transposed"][:1]
    other = {**mine, "mistake": "bias-of-one"}
    for listed, named in ((entries, True), ([*entries, other], False)):
        table = known_answers.KnownAnswers(known.hints, {"weighted_sums": listed})
        monkeypatch.setattr(known_answers, "load", lambda *_place, table=table: table)
        assert bool(hint(course, wrong, "weighted_sums")) == named


def test_the_cause_is_the_earlier_function_where_that_is_wrong(
    course: Course, functions: Callable[[str], dict[str, Any]]
) -> None:
    own = functions("forward")
    code = "def forward(W_hidden, W_output, x):\n    h = sigmoid(W_hidden @ x)\n"
    code += "    return h, sigmoid(W_output @ h)\n"
    exec(code, own)
    own["sigmoid"] = lambda z: 1 / (1 + np.exp(z))
    assert "calls `sigmoid`, which is not right yet" in hint(course, own, "forward")
    own["sigmoid"] = lambda z: 1 / (1 + np.exp(-z))  # a warning is no wrong value
    assert hint(course, own, "forward") == ""


def test_the_table_travels_and_holds_no_code(course: Course) -> None:
    files = bundle.files(course, "en")
    tables = {name: files.get(f"assignments/{name}/hints.json") for name in course.names}
    assert any(tables.values())
    for table in (json.loads(data) for data in tables.values() if data is not None):
        assert set(table) == {"hints", "tasks", "errors"}
        for said in table["hints"].values():
            assert set(said) == set(course.languages)
            assert not any("def " in text or "lambda" in text for text in said.values())
