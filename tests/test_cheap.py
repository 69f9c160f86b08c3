"""No hidden check can be had for nothing, and the proof notices one that can."""

from __future__ import annotations

from pathlib import Path

import pytest
import small_course
from conftest import HOME

from autograder import course as courses
from autograder.proof.cheap import try_cheap
from autograder.proof.tryout import BASE

COURSE = courses.load(HOME)


@pytest.mark.parametrize("name", [each.name for each in COURSE.assignments if not each.torch])
def test_no_cheap_function_passes_a_hidden_check(name: str) -> None:
    tried = list(try_cheap(COURSE, COURSE.assignment(name), BASE))
    assert len({each.check for each in tried}) >= 5
    assert [each for each in tried if each.passes] == []


@pytest.mark.parametrize(
    ("body", "how"),
    [
        ("assert student.double(x).value is not None", {"always 1", "x handed back"}),
        ("assert student.double(x).value[0] == 2 * x[0]", set()),
        (
            "expect(student.double(0 * x[:1] + 1), close_to=[2.0])",
            {"always its first right answer"},
        ),
    ],
)
def test_a_check_that_can_be_had_for_nothing_is_found(
    tmp_path: Path, body: str, how: set[str]
) -> None:
    course = small_course.write(tmp_path)
    file = tmp_path / "solutions" / "small" / "checks.py"
    text = file.read_text(encoding="utf-8")
    right = "expect(student.double(x), close_to=solution.double(x))"
    assert text.count(right) == 1
    file.write_text(text.replace(right, body), encoding="utf-8")
    tried = try_cheap(course, course.assignment("small"), BASE)
    passing = {each.how for each in tried if each.passes and "any_vector" in each.check}
    assert how <= passing
    assert bool(how) is bool(passing)
