"""What the tests share: two courses, and warm sandboxes for the judges of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import small_course
from hypothesis import HealthCheck, settings

from autograder import course as courses
from autograder.course import Course
from autograder.grading import workers
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.result import Result, TaskResult
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.intake.reading import Submitted
from autograder.proof.tryout import Tryout

HOME = Path(__file__).resolve().parents[1]
SECRET = b"a secret for tests"
IMPORTS = "import copy, math, random\nfrom itertools import pairwise\nimport numpy as np\n"
Grade = Callable[..., Result]

# How long an input takes to make says how busy the machine is
settings.register_profile("suite", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def course() -> Course:
    """The kit's own course."""
    return courses.load(HOME)


@pytest.fixture(scope="session")
def small() -> Course:
    """The small course, for tests of the kit itself; nobody changes its files."""
    return courses.load(small_course.HOME)


@pytest.fixture(scope="session")
def sandboxes(course: Course) -> Iterator[Sandboxes]:
    """Warm processes for every judge of the session."""
    sandboxes = Sandboxes(course.limits)
    yield sandboxes
    sandboxes.close()


class Warm:
    """The session's sandboxes, for a run that would start and end its own."""

    def __init__(self, sandboxes: Sandboxes) -> None:
        self.child, self.warm = sandboxes.child, sandboxes.warm

    def close(self) -> None:
        """Others still need them."""


@pytest.fixture
def warm_runs(sandboxes: Sandboxes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in this process use the session's sandboxes."""
    monkeypatch.setattr(workers, "Sandboxes", lambda *_: Warm(sandboxes))


@pytest.fixture(scope="session")
def judge(course: Course, sandboxes: Sandboxes) -> Judge:
    return Judge(course, SECRET, GradingOptions("en"), sandboxes)


@pytest.fixture(scope="session")
def small_judge(small: Course, sandboxes: Sandboxes) -> Judge:
    return Judge(small, SECRET, GradingOptions("en"), sandboxes)


@pytest.fixture(scope="session")
def tryout(course: Course) -> Iterator[Tryout]:
    """Tries submissions of the kit's own course out."""
    with closing(Tryout(course)) as tryout:
        yield tryout


@pytest.fixture(scope="session")
def grade(judge: Judge) -> Grade:
    """`grade(assignment, cell, …)`: the result of a notebook of these cells."""
    return lambda assignment, *cells: judge.grade(submission(assignment, *cells))


@pytest.fixture(scope="session")
def grade_small(small_judge: Judge) -> Grade:
    """The same for the assignment `small` of the small course."""
    return lambda *cells: small_judge.grade(submission("small", *cells))


def submission(assignment: str, *cells: str) -> Submission:
    """A notebook of these cells, by a student called `student`."""
    data = "\0".join(cells).encode("utf-8", "surrogatepass")
    return Submission("student", assignment, Submitted(cells), data, ())


def solution(name: str, course: Path = HOME) -> str:
    """The text of an assignment's solution, a right submission."""
    return (course / "solutions" / name / "solution.py").read_text(encoding="utf-8")


def task(result: Result, name: str) -> TaskResult:
    """One task of a result."""
    return next(each for each in result.tasks if each.name == name)


def earned(result: Result) -> dict[str, float]:
    """The points of a result by task."""
    return {each.name: each.earned for each in result.tasks}
