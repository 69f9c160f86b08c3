"""What the tests share: the real course, and one warm judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder import course as courses
from autograder.course import Course
from autograder.judge.judge import Judge, Terms
from autograder.mutation.bench import Bench
from autograder.result import Result
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

HOME = Path(__file__).resolve().parents[1]
Grade = Callable[..., Result]


@pytest.fixture(scope="session")
def course() -> Course:
    return courses.load(HOME)


@pytest.fixture(scope="session")
def judge(course: Course) -> Iterator[Judge]:
    judge = Judge(course, b"a secret for tests", Terms("en"))
    yield judge
    judge.close()


@pytest.fixture(scope="session")
def grade(judge: Judge) -> Grade:
    """`grade(assignment, cell, …)`: the result of a notebook of these cells."""

    def graded(assignment: str, *cells: str) -> Result:
        data = "\0".join(cells).encode("utf-8", "surrogatepass")
        return judge.grade(Submission("student", assignment, Handed(cells), data, ()))

    return graded


@pytest.fixture(scope="module")
def bench(course: Course) -> Iterator[Bench]:
    bench = Bench(course)
    yield bench
    bench.close()


def solution(name: str) -> str:
    """The text of an assignment's solution, a right submission."""
    return (HOME / "solutions" / f"{name}.py").read_text(encoding="utf-8")
