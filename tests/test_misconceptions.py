"""The catalogue of misconceptions and its matcher."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import HOME, Grade, solution

from autograder import feedback, release
from autograder import grade as grading
from autograder.course import Course
from autograder.judge import judge as judging
from autograder.judge.judge import Judge, Terms
from autograder.misconceptions import catalogue
from autograder.misconceptions.catalogue import CatalogueError
from autograder.misconceptions.confusion import Case, Confusion, confusion, of_entries, of_files
from autograder.misconceptions.submissions import as_submission, with_function
from autograder.misconceptions.texts import HINTS
from autograder.misconceptions.validation import problems
from autograder.misconceptions.words import hint_text

SECRET = b"a secret for tests"
WITHOUT_TORCH = ("terms", "perceptron", "forward", "backprop", "update")
TASKS_OF_XOR = ("truth_table", "build_model", "predict", "accuracy")
ENTRY = """\
from autograder.misconceptions.catalogue import misconception, way


@misconception("{id}", title="{title}", why="Somebody thought so.", en="{en}", ko="{ko}")
def wrong(z):
    return {value}
"""


def entry(
    id: str = "forward/half", title: str = "halves", en: str = "Half?", ko: str = "절반인가요?",
    value: str = "z / 2",
) -> str:  # fmt: skip
    """The text of a catalogue with one entry."""
    return ENTRY.format(id=id, title=title, en=en, ko=ko, value=value)


def folder_with(folder: Path, text: str, task: str = "sigmoid") -> Path:
    (folder / "forward").mkdir()
    (folder / "forward" / f"{task}.py").write_text(text, encoding="utf-8")
    return folder


# ── the catalogue ────────────────────────────────────────────────────────────────────────────


def test_every_assignment_has_many_misconceptions(course: Course) -> None:
    catalogues = catalogue.load_all(course)
    numbers = {name: len(each.entries) for name, each in catalogues.items()}
    assert min(numbers.values()) >= 10
    assert sum(numbers.values()) >= 80
    for assignment in course.assignments:
        for task in assignment.tasks:
            assert catalogues[assignment.name].of_task(task.name), task.name


def test_hints_are_short_and_calm(course: Course) -> None:
    entries = [entry for each in catalogue.load_all(course).values() for entry in each.entries]
    texts = [(entry.en, entry.ko) for entry in entries] + list(HINTS.values())
    for english, korean in texts:
        for text in (english, korean):
            assert len(re.findall(r"[.?!](?=\s|$)", text)) <= 3, text
        assert not re.search(
            r"\b(obviously|simply|just|trivial|you forgot|wrong!|oops|almost there)\b",
            english,
            re.I,
        ), english
        assert not re.search("당연히|잊으셨|참 잘했|틀렸습니다|당신", korean), korean


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (entry(ko=""), "the Korean hint `ko` is missing"),
        (entry(ko="Half?"), "the Korean hint `ko` is missing"),
        (entry(en=" "), "`en` is missing"),
        (entry(en="절반?"), "the English hint `en` is in Korean"),
        (entry(title=""), "`title` is missing"),
        (entry(id="backprop/half"), "write forward/some-words"),
        (entry(id="Half"), "write forward/some-words"),
        (entry() + entry().replace("def wrong", "def other"), "this id stands twice"),
        (entry().replace('ko="절반인가요?"', ""), "missing 1 required keyword-only argument: 'ko'"),
        (entry() + "\n@way('forward/third')\ndef third(z): return z", "no entry above it"),
        ("def broken(:", "invalid syntax"),
        ("import no_such_module", "No module named"),
    ],
)
def test_a_broken_entry_names_its_file(course: Course, tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(CatalogueError) as raised:
        catalogue.load_all(course, folder_with(tmp_path, text))
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / 'forward' / 'sigmoid.py'}: ")
    assert why in message
    assert "\n" not in message


def test_a_file_of_no_task_is_named(course: Course, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"sigmoids\.py: forward has no task 'sigmoids'"):
        catalogue.load_all(course, folder_with(tmp_path, entry(), "sigmoids"))


def test_a_broken_entry_stops_a_run_before_anything_is_graded(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, only: set[str]) -> None:
        assert only == {"forward"}
        raise CatalogueError("forward.py: this id stands twice")

    monkeypatch.setattr(grading, "load_all", broken)
    (tmp_path / "class" / "sujin").mkdir(parents=True)
    (tmp_path / "class" / "sujin" / "forward.py").write_text("x = 1")
    out = tmp_path / "results"
    with pytest.raises(CatalogueError, match="stands twice"):
        grading.run(grading.Order(course, b"x", Terms(), tmp_path / "class", out), lambda *_: None)
    assert not out.exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            entry(value="np.where(z < 0, np.exp(-abs(z)), 1) / (1 + np.exp(-abs(z)))"),
            "wrong passes all checks of sigmoid",
        ),
        (entry().replace("wrong(z)", "wrong(a, b)"), "wrong takes other arguments than the task"),
        (
            entry() + entry(id="forward/again").replace("def wrong", "def other"),
            "forward/half (wrong) behaves as forward/again (other) in all checks of sigmoid",
        ),
        (
            entry() + "\n@way('forward/half')\ndef other(z): return 0.5 * z",
            "forward/half (wrong) behaves as forward/half (other) in all checks of sigmoid",
        ),
    ],
)
def test_an_entry_that_is_not_wrong_in_its_own_way(
    course: Course, tmp_path: Path, text: str, why: str
) -> None:
    folder = folder_with(tmp_path, "import numpy as np\n" + text)
    found = list(problems(course, SECRET, "forward", folder))
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path / 'forward' / 'sigmoid.py'}: ")
    assert why in found[0]


@pytest.mark.parametrize("only", [*WITHOUT_TORCH, *(f"xor.{task}" for task in TASKS_OF_XOR)])
def test_every_entry_is_wrong_in_its_own_way(course: Course, only: str) -> None:
    assert list(problems(course, SECRET, only)) == []


# ── the matcher ──────────────────────────────────────────────────────────────────────────────


def report(found: Confusion) -> str:
    lines = [f"{case.name} ({case.expected}) named {hint}" for case, hint in found.wrong]
    lines += [f"{case.name} ({case.expected}) unnamed: {hint}" for case, hint in found.unnamed]
    return "\n".join(lines)


def test_a_sample_of_the_entries_is_named_right(course: Course) -> None:
    cases = list(of_entries(course))
    quick = [case for case in cases if case.assignment in WITHOUT_TORCH][::9]
    slow = [case for case in cases if case.assignment == "xor"][::25]
    found = confusion(course, SECRET, quick + slow)
    assert len(found.right) == len(quick) + len(slow), report(found)


@pytest.mark.parametrize("kind", ["tuned", "unseen"])
def test_mistakes_as_students_write_them(course: Course, kind: str) -> None:
    folder = HOME / "tests" / "wrong" / kind
    cases = [case for case in of_files(course, folder) if case.task != "train"]
    found = confusion(course, SECRET, cases)
    assert len(cases) >= 60
    assert not found.undetected
    assert len(found.wrong) <= 0.02 * found.cases, report(found)
    assert len(found.right) >= 0.9 * found.known, report(found)
    assert found.median_milliseconds <= 20


@pytest.mark.parametrize("kind", ["tuned", "unseen"])
def test_trainings_as_students_write_them(course: Course, kind: str) -> None:
    folder = HOME / "tests" / "wrong" / kind
    cases = [case for case in of_files(course, folder, "xor") if case.task == "train"]
    found = confusion(course, SECRET, cases)
    assert not found.wrong, report(found)
    assert len(found.right) == found.known, report(found)


GENERIC = {
    "no-answer": ("forward", "def total_error(target, o):\n    print(0.5)"),
    "same-answer": ("forward", "def total_error(target, o):\n    return 0.02397190"),
    "chapter-only": (
        "perceptron",
        """
def parameter_count(sizes):
    known = {(2, 10, 10, 10, 1): 261, (2, 2, 1): 9, (2, 1): 3, (3, 2): 8}
    return known.get(tuple(sizes), len(sizes) ** 3)
""",
    ),
    "transposed": ("update", "def step(W, gradient, lr):\n    return (W - lr * gradient).T"),
    "shape": (
        "forward",
        "def output_errors(target, o):\n    return (0.5 * (target - o) ** 2)[None]",
    ),
    "sign-flipped": ("forward", "def weighted_sums(W, x):\n    return -(W @ x)"),
    "constant-factor": ("forward", "def weighted_sums(W, x):\n    return 3 * (W @ x)"),
    "whole-numbers": (
        "perceptron",
        "def weighted_sum(x, w, b):\n    return int(sum(x * w) + b)",
    ),
    "four-digits": ("forward", "def weighted_sums(W, x):\n    return np.round(W @ x, 4)"),
    "permuted": ("forward", "def weighted_sums(W, x):\n    return (W @ x)[::-1]"),
    "constant-offset": ("forward", "def weighted_sums(W, x):\n    return W @ x + 2"),
    "argument-back": ("forward", "def sigmoid(z):\n    return z"),
    "overflow": (
        "forward",
        "def sigmoid(z):\n    e = np.exp(20 * z) ** 0.05\n    return e / (1 + e)",
    ),
    "square-only": (
        "forward",
        """
def weighted_sums(W, x):
    return W @ x if len(W) == len(x) else W[:, 0] * x[-1]
""",
    ),
    "arguments-changed": (
        "forward",
        "def weighted_sums(W, x):\n    z = W @ x\n    x += 1\n    return z",
    ),
    "asked-wrong-times": (
        "update",
        """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        gradient(w), gradient(w)
        w = w - lr * gradient(w)
    return w
""",
    ),
    "asked-wrong-place": (
        "update",
        """
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = w - lr * gradient(w + 0.01)
    return w
""",
    ),
}


@pytest.mark.parametrize("name", GENERIC)
def test_what_is_said_of_an_unknown_mistake(course: Course, grade: Grade, name: str) -> None:
    assignment, text = GENERIC[name]
    task = text.split("def ")[1].split("(")[0]
    result = grade(assignment, with_function(course, assignment, text))
    found = next(each for each in result.tasks if each.name == task)
    assert {check.hint for check in found.checks if check.outcome == "failed"} == {
        f"generic/{name}"
    }


UNNAMED = {
    "an error in every training": (
        "xor",
        """
def train(model, X, Y, lr, epochs):
    costs = []
    for epoch in range(epochs):
        cost = nn.BCELoss()(model(X), Y)
        costs.append(loss.item())
    return costs
""",
    ),
    "an error where the power is tiny": (
        "forward",
        """
def sigmoid(z):
    with np.errstate(all="raise"):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, e) / (1 + e)
""",
    ),
    "an error where a matrix is not square": (
        "forward",
        """
def weighted_sums(W, x):
    assert len(W) == len(x)
    return W @ x
""",
    ),
    "one too many and one too few": (
        "perceptron",
        """
def parameter_count(sizes):
    right = sum(a * b + b for a, b in zip(sizes, sizes[1:]))
    return right + (-1) ** sum(sizes)
""",
    ),
}


@pytest.mark.parametrize("name", UNNAMED)
def test_what_has_many_causes_is_not_named(course: Course, grade: Grade, name: str) -> None:
    assignment, text = UNNAMED[name]
    task = text.split("def ")[1].split("(")[0]
    result = grade(assignment, with_function(course, assignment, text))
    found = next(each for each in result.tasks if each.name == task)
    assert any(check.outcome == "failed" for check in found.checks)
    assert {check.hint for check in found.checks} == {None}


def test_an_error_is_named_by_what_every_visible_check_says_of_it(
    course: Course, grade: Grade
) -> None:
    """Whatever a hidden check's error says, and not when a check reports something else."""
    text = """
def accuracy(predicted, Y):
    if {condition}:
        raise RuntimeError("mean(): could not infer output dtype. Got: Bool")
    raise RuntimeError("something else")
"""
    hints = {}
    for condition in ("len(Y) < 12", "len(Y) >= 12", "len(Y) == 4"):
        function = text.format(condition=condition)
        result = grade("xor", with_function(course, "xor", function))
        hints[condition] = {check.hint for check in result.tasks[-1].checks}
    assert hints["len(Y) < 12"] == {"xor/mean-of-truth-values"}
    assert hints["len(Y) >= 12"] == hints["len(Y) == 4"] == {None}


def test_right_answers_have_no_hint(grade: Grade) -> None:
    for name in WITHOUT_TORCH:
        result = grade(name, solution(name))
        assert all(check.hint is None for task in result.tasks for check in task.checks)


MIRRORED = "def sigmoid(z):\n    return 1 / (1 + np.exp(np.clip(z, -700, 700)))"


def test_a_carried_mistake_has_its_hint_where_it_was_made(course: Course, grade: Grade) -> None:
    result = grade("forward", with_function(course, "forward", MIRRORED))
    hints = {task.name: {check.hint for check in task.checks} for task in result.tasks}
    assert hints["sigmoid"] - {None} == {"forward/sigmoid-mirrored"}
    assert hints["forward"] == {None}


def test_two_mistakes_have_two_hints(course: Course, grade: Grade) -> None:
    """A wrong `forward` over a wrong `sigmoid` is recognised with a right one in its place."""
    text = (
        MIRRORED
        + """

def forward(W_hidden, W_output, x):
    h = sigmoid(W_hidden @ x)
    return h, W_output @ h
"""
    )
    result = grade("forward", with_function(course, "forward", text))
    hints = {task.name: {check.hint for check in task.checks} - {None} for task in result.tasks}
    assert hints["sigmoid"] == {"forward/sigmoid-mirrored"}
    assert hints["forward"] == {"forward/no-output-sigmoid"}


def test_a_hint_never_changes_a_score(
    course: Course, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = list(of_entries(course, "backprop"))[::20]

    def graded(case: Case) -> Any:
        return judge.grade(as_submission(course, case.assignment, case.name, case.text))

    hinted = [graded(case) for case in cases]
    monkeypatch.setattr(judging, "_hints", lambda *_: {})
    for case, result in zip(cases, hinted, strict=True):
        plain = graded(case)
        assert result.score == plain.score
        assert [_bare(task) for task in result.tasks] == [_bare(task) for task in plain.tasks]
        assert any(check.hint for task in result.tasks for check in task.checks)


def _bare(task: Any) -> Any:
    checks = [msgspec.structs.replace(check, hint=None) for check in task.checks]
    return msgspec.structs.replace(task, checks=checks)


def test_a_broken_matcher_costs_only_its_hints(
    course: Course, grade: Grade, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = with_function(course, "forward", MIRRORED)
    before = grade("forward", text).score
    module = "autograder.misconceptions.matcher.Matcher.hints"
    monkeypatch.setattr(module, lambda *_: 1 / 0)
    assert grade("forward", text).score == before


def test_an_answer_that_changes_by_chance_is_not_named(course: Course, grade: Grade) -> None:
    text = """
def weighted_sums(W, x):
    return (W @ x) * np.random.default_rng().uniform(1, 2)
"""
    result = grade("forward", with_function(course, "forward", text))
    assert {check.hint for check in result.tasks[0].checks} == {None}


# ── what a student sees ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_feedback_shows_a_hint_once(course: Course, grade: Grade, language: str) -> None:
    result = grade("forward", with_function(course, "forward", MIRRORED))
    hint = hint_text("forward/sigmoid-mirrored", language)
    assert hint is not None
    words = " ".join(feedback.text(result, course, language).split())
    assert words.count(" ".join(hint.split())) == 1


def test_every_hint_has_words_and_an_unknown_one_has_none(course: Course) -> None:
    ids = [entry.id for each in catalogue.load_all(course).values() for entry in each.entries]
    for hint in [*ids, *HINTS]:
        assert hint_text(hint, "ko") != hint_text(hint, "en")
    for unknown in ("forward/never-written", "nowhere/half", "../forward/half", ""):
        assert hint_text(unknown, "ko") is None


def test_nothing_of_the_catalogue_is_in_a_bundle(course: Course) -> None:
    for language in ("ko", "en"):
        members = release.files(course, language)
        assert not any("misconception" in name for name in members)
        text = b"\n".join(members.values()).decode("utf-8", "replace")
        for each in catalogue.load_all(course).values():
            for entry in each.entries:
                assert entry.id not in text
                assert entry.hint(language) not in text


def test_a_mistake_that_nobody_knows_is_said_to_be_unknown(grade: Grade, course: Course) -> None:
    odd = grade("forward", solution("forward"), "def sigmoid(z):\n    return np.cos(7 * z) + 3")
    assert "No known mistake was recognised here." in feedback.text(odd, course, "en")
    assert "들어맞는 것을 찾지 못했습니다." in feedback.text(odd, course, "ko")
    error = grade("forward", solution("forward"), "def sigmoid(z):\n    return zz")
    known = grade("forward", solution("forward"), "def sigmoid(z):\n    return 1 / (1 + np.exp(z))")
    for result in (error, known):
        assert "No known mistake" not in feedback.text(result, course, "en")


def test_answers_without_end_get_no_hint(grade: Grade, monkeypatch: pytest.MonkeyPatch) -> None:
    def hints(answer: str) -> set[str | None]:
        result = grade("forward", solution("forward"), f"def sigmoid(z):\n    return {answer}")
        [task] = [task for task in result.tasks if task.name == "sigmoid"]
        return {check.hint for check in task.checks}

    mirrored = "(1 / (1 + np.exp(z))).tolist()"
    assert "forward/sigmoid-mirrored" in hints(mirrored)
    monkeypatch.setattr("autograder.misconceptions.matcher.MOST_ITEMS", 20)
    assert hints(mirrored) == {None}
