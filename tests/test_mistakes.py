"""The catalogue of mistakes, and the matcher that names them.

That every wrong function of the catalogue is named right is in docs/proof.md; here are its edges,
and mistakes as students write them (tests/wrong).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import small_course
from conftest import HOME, IMPORTS, SECRET, solution

from autograder import course as courses
from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.content import ContentError
from autograder.course import Course
from autograder.course.languages import words
from autograder.hints import catalogue
from autograder.hints.catalogue import Mistake
from autograder.hints.experiments import is_experiment
from autograder.hints.general import HINTS
from autograder.hints.mistake_words import hint_text
from autograder.proof import validation
from autograder.proof.submission_text import with_variant
from autograder.proof.tryout import Job, Tryout
from autograder.release import bundle


def mistakes_of(course: Course, name: str) -> tuple[Mistake, ...]:
    points = course.assignment(name).points
    return catalogue.load(course.folder, name, tuple(points)).mistakes


def all_mistakes(course: Course) -> list[Mistake]:
    return [mistake for name in course.names for mistake in mistakes_of(course, name)]


# ── the files ────────────────────────────────────────────────────────────────────────────────

CODE = """\
from autograder.hints import detector, inputs, mistake, projection, variant
from solutions.small.solution import half


@mistake("tripled")
def tripled(x):
    return {value}
"""
WORDS = """\
[tripled]
title = "triples"
en = "How many of them?"
ko = "몇 개인가요?"
"""


def course_with(folder: Path, code: str, said: str = WORDS, task: str = "double") -> Course:
    """The small course with other mistakes about `double`."""
    course = small_course.write(folder)
    place = folder / "solutions" / "small" / "mistakes"
    for file in place.iterdir():
        file.unlink()
    (place / f"{task}.py").write_text(code, encoding="utf-8")
    (place / f"{task}.toml").write_text(said, encoding="utf-8")
    return course


def test_every_task_of_the_kit_has_mistakes(course: Course) -> None:
    tasks = {mistake.task for mistake in all_mistakes(course)}
    assert tasks == {task.name for each in course.assignments for task in each.tasks}


def test_every_hint_is_said_in_each_language_of_the_course(course: Course) -> None:
    for mistake in all_mistakes(course):
        assert set(mistake.words.hints) == set(course.languages), mistake.id
    for hint in [*HINTS, *(mistake.id for mistake in all_mistakes(course))]:
        said = {hint_text(course.folder, hint, words(course, each)) for each in course.languages}
        assert len(said) == len(course.languages), hint
    for unknown in ("forward/never-written", "nowhere/half", "../forward/half", ""):
        assert hint_text(course.folder, unknown, words(course, "en")) is None


def test_hints_are_short_and_calm(course: Course) -> None:
    said = [mistake.words.hints for mistake in all_mistakes(course)]
    english = [*HINTS.values(), *(hints["en"] for hints in said)]
    korean = [*map(words(course, "ko"), HINTS.values()), *(hints["ko"] for hints in said)]
    for text in english + korean:
        assert len(re.findall(r"[.?!](?=\s|$)", text)) <= 3, text
    for text in english:
        blames = r"\b(obviously|simply|just|trivial|you forgot|wrong!|oops|almost there)\b"
        assert not re.search(blames, text, re.I), text
    for text in korean:
        assert not re.search("당연히|잊으셨|참 잘했|틀렸습니다|당신", text), text


@pytest.mark.parametrize(
    ("code", "said", "why"),
    [
        (CODE, WORDS.replace("title = ", "name = "), r"double.toml: \[tripled\]: `title` is miss"),
        (CODE, WORDS.replace("tripled", "Tripled"), r"double.toml: \[Tripled\] is not a valid id"),
        (CODE, WORDS + "error = '('\n", r"double.toml: \[tripled\]: `error` is not a regular"),
        (CODE, WORDS + WORDS, r"double.toml: .*"),
        (CODE, "", r"double.toml: \[tripled\] is missing"),
        (CODE, WORDS + WORDS.replace("tripled", "other"), r"double.toml: \[other\] is no mistake"),
        (CODE + '@mistake("tripled")\ndef other(x): return 9 * x\n', WORDS, "tripled.*is duplicat"),
        (CODE + '@variant("third")\ndef third(x): return x\n',
         WORDS + WORDS.replace("tripled", "third"), "third is a variant of 'third', which no @mis"),
        ("def broken(:", WORDS, r"double.py:1: invalid syntax"),
        ("\nimport no_such_module", WORDS, r"double.py:2: .*No module named"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named(tmp_path: Path, code: str, said: str, why: str) -> None:
    course = course_with(tmp_path, code.replace("{value}", "3 * x"), said)
    with pytest.raises(ContentError, match=why) as raised:
        mistakes_of(course, "small")
    assert "\n" not in str(raised.value)
    assert str(tmp_path) not in str(raised.value)


def test_a_file_of_no_task_is_named(tmp_path: Path) -> None:
    course = course_with(tmp_path, CODE.format(value="3 * x"), task="triple")
    with pytest.raises(ContentError, match=r"mistakes/triple.*: small has no task 'triple'"):
        mistakes_of(course, "small")


# ── each is wrong, and in its own way ────────────────────────────────────────────────────────


def problems(course: Course, name: str) -> list[str]:
    assignment = course.assignment(name)
    checks = CheckSet.load(course.folder, name, assignment.points, SECRET)
    return list(validation.problems(course, assignment, checks))


@pytest.mark.parametrize(
    ("more", "value", "why"),
    [
        ("", "2 * x", ":5: small/tripled: tripled passes all checks of double"),
        ('@variant("tripled")\ndef other(x, y):\n    return 9 * x\n', "3 * x",
         ":8: small/tripled: other takes other arguments than the task"),
        ('@variant("tripled")\ndef other(x):\n    return x + x + x\n', "3 * x",
         ":5: small/tripled: tripled behaves as other of small/tripled in all checks of double"),
        # the values are the same, what becomes of the argument is not
        ('@variant("tripled")\ndef other(x):\n    x *= 3\n    return x\n', "3 * x", None),
        # nothing of what the checks ask tells these apart, but this does
        ('@variant("tripled")\ndef other(x):\n    return 3 * x + (len(x) > 50)\n'
         "@inputs\ndef long():\n    return [([1.0] * 60,)]\n", "3 * np.array(x)", None),
    ],
)  # fmt: skip
def test_a_mistake_that_is_none_of_its_own_is_a_problem(
    tmp_path: Path, more: str, value: str, why: str | None
) -> None:
    course = course_with(tmp_path, "import numpy as np\n" + CODE.format(value=value) + more)
    place = "solutions/small/mistakes/double.py"
    expected = (
        [] if why is None else [place + re.sub(r"^:(\d+)", lambda m: f":{int(m[1]) + 1}", why)]
    )
    assert problems(course, "small") == expected


@pytest.mark.parametrize("name", ["small", "steps"])
def test_the_small_courses_mistakes_are(small: Course, name: str) -> None:
    assert problems(small, name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", courses.load(HOME).names)
def test_the_kits_mistakes_are(course: Course, name: str) -> None:
    assert problems(course, name) == []


# ── as submissions ───────────────────────────────────────────────────────────────────────────

HELPED = """\
import math

from autograder.hints import mistake, variant
from solutions.small.mistakes.half import ROOT, rooted
from solutions.small.solution import half

FACTOR: float = 3.0


def outer(x):
    return inner(x) if len(x) else outer(x)


def inner(x):
    return FACTOR * half(x) * math.sqrt(ROOT) * rooted(1)


@mistake("tripled")
def tripled(x: "Unknown", half=2):
    return tripled(x[1:]) if len(x) > 90 else outer(x) * half
"""


def test_a_mistake_takes_along_what_it_uses(tmp_path: Path) -> None:
    """Helpers, constants and imports, of other files too; the right functions by other names."""
    course = course_with(tmp_path, HELPED)
    other = tmp_path / "solutions" / "small" / "mistakes" / "half.py"
    other.write_text("ROOT = 4\n\n\ndef rooted(x):\n    return x * ROOT / 4\n", encoding="utf-8")
    other.with_suffix(".toml").write_text("", encoding="utf-8")
    [mistake] = mistakes_of(course, "small")
    text = with_variant(course, "small", "double", mistake.variants[0])
    names: dict[str, Any] = {}
    exec(compile(text + "\nhalf = None\n", "text", "exec"), names)
    array = names["np"].ones(2)
    assert names["double"](array).tolist() == mistake.variants[0](array).tolist()
    assert names["same"].__name__ == "same"
    assert "autograder" not in text
    assert "solutions" not in text


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("from autograder.checks import tolerance\n" + CODE.format(value="tolerance(x)"),
         r"double.py:1: a wrong function uses tolerance, which no student has"),
        ("from solutions.small import solution\n" + CODE.format(value="solution.half(x)"),
         r"double.py:1: solution is used by a wrong function; import the function itself"),
        ("from solutions.small.solution import half as h\n" + CODE.format(value="h(x)"),
         r"double.py:1: h is used by a wrong function; import the function itself"),
        ("from solutions.steps.mistakes.slope import Any as Any_, backwards\nAny = 3\n"
         + CODE.format(value="backwards(Any, x)"), r"another file has another Any"),
    ],
)  # fmt: skip
def test_a_mistake_that_nobody_can_hand_in_is_an_error(tmp_path: Path, code: str, why: str) -> None:
    if "backwards" in code:
        slope = "from typing import Any\n\n\ndef backwards(f, x):\n    return Any\n"
        course = course_with(tmp_path, code)
        file = tmp_path / "solutions" / "steps" / "mistakes" / "slope.py"
        file.write_text(slope, encoding="utf-8")
    else:
        course = course_with(tmp_path, code)
    [mistake] = mistakes_of(course, "small")
    with pytest.raises(ContentError, match=why) as raised:
        with_variant(course, "small", "double", mistake.variants[0])
    assert "\n" not in str(raised.value)


# ── the matcher ──────────────────────────────────────────────────────────────────────────────


class Case(NamedTuple):
    """A wrong function as a student writes it; `expected` is empty when no mistake has it."""

    name: str
    task: str
    expected: str
    text: str


def cases_in(folder: Path) -> Iterator[Case]:
    """What stands in the files, one for each assignment; a line above each function says what."""
    for file in sorted(folder.glob("*.py")):
        parts = re.split(
            r'^# %% task="(\w+)" expect="([^"]*)"$', file.read_text(encoding="utf-8"), flags=re.M
        )
        for task_name, expected, text in zip(*[iter(parts[1:])] * 3, strict=True):
            yield Case(file.stem, task_name, expected, text)


def named(tryout: Tryout, case: Case) -> str:
    """The hint that the wrong function gets: right, wrong, or none of its own."""
    cells = (IMPORTS, solution(case.name), case.text)
    verdict = tryout.try_out(Job(case.name, cells, (case.task,), secret=SECRET, hints=True))
    assert case.task in verdict.lost, case
    hints = {hint for hint in verdict.hints if hint not in HINTS and not is_experiment(hint)}
    return "unnamed" if len(hints) != 1 else "right" if hints == {case.expected} else "wrong"


@pytest.mark.parametrize("kind", ["tuned", "unseen"])
def test_some_mistakes_as_students_write_them(tryout: Tryout, kind: str) -> None:
    cases = [c for c in cases_in(HOME / "tests" / "wrong" / kind) if c.name != "xor" and c.expected]
    for case in cases[::14]:
        assert named(tryout, case) == "right", case


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["tuned", "unseen"])
def test_all_mistakes_as_students_write_them(tryout: Tryout, kind: str) -> None:
    cases = list(cases_in(HOME / "tests" / "wrong" / kind))
    found = [named(tryout, case) for case in cases]
    known = sum(bool(case.expected) for case in cases)
    assert len(cases) >= 60
    assert found.count("wrong") <= 0.02 * len(cases)
    assert found.count("right") >= 0.9 * known
    trainings = [
        how
        for case, how in zip(cases, found, strict=True)
        if case.task == "train" and case.expected
    ]
    assert set(trainings) == {"right"}


def test_nothing_of_the_catalogue_is_in_a_bundle(course: Course) -> None:
    for language in course.languages:
        members = bundle.files(course, language)
        assert not any("mistake" in name for name in members)
        # the hints of what visible checks can tell are there on purpose (test_known_answers)
        kept = [data for name, data in members.items() if not name.endswith(f"/{content.HINTS}")]
        text = b"\n".join(kept).decode("utf-8", "replace")
        for mistake in all_mistakes(course):
            assert mistake.id not in text
            assert mistake.words.hint(language) not in text
