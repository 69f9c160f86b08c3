"""The sample class: every submission's score is the expected one, and the class is complete."""

from __future__ import annotations

import pytest
from conftest import SECRET
from sample_class import make

from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.intake.submissions import find

Class = dict[tuple[str, str], Submission]


def marks(student: str, name: str) -> list[pytest.MarkDecorator]:
    """Whole trainings and endless loops take longer than all the others together."""
    slow = make.COURSE.assignment(name).torch or student == "endless"
    return [pytest.mark.slow] if slow else []


EVERY = [
    pytest.param(student, name, marks=marks(student, name))
    for student, own in make.EXPECTED.items()
    for name in own
]


@pytest.fixture(scope="module")
def submissions(tmp_path_factory: pytest.TempPathFactory) -> Class:
    folder = tmp_path_factory.mktemp("class")
    make.write(folder)
    found = [each for each in find(make.COURSE, folder) if isinstance(each, Submission)]
    return {(each.student, each.assignment): each for each in found}


@pytest.fixture(scope="module")
def polyglot(sandboxes: Sandboxes) -> Judge:
    """A judge who speaks each notebook's own language."""
    return Judge(make.COURSE, SECRET, GradingOptions(), sandboxes)


def test_at_least_24_submissions(submissions: Class) -> None:
    expected = {(student, name) for student, own in make.EXPECTED.items() for name in own}
    assert set(submissions) == expected
    assert len(submissions) >= 24


@pytest.mark.parametrize(("student", "name"), EVERY)
def test_every_score_is_the_expected_one(
    submissions: Class, polyglot: Judge, student: str, name: str
) -> None:
    submission, expected = submissions[student, name], make.EXPECTED[student][name]
    assert (submission.submitted is None) == (expected is make.UNREADABLE)
    result = polyglot.grade(submission)
    assert result.score == (expected or 0)
    assert not result.has_error


def test_made_twice_the_class_is_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    folders = [tmp_path_factory.mktemp("made") for _ in range(2)]
    for folder in folders:
        make.write(folder)
    one, two = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.*")}
        for folder in folders
    )
    assert one == two
