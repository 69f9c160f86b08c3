"""Right answers of every kind keep every point, and the course's right styles are many.

That each style keeps every point, under several secrets, `autograder prove` shows.
"""

from __future__ import annotations

import pytest
from conftest import submission

from autograder.course import Course
from autograder.grading.judge import Judge
from autograder.proof.styles import KINDS, kinds_of, styles_of


@pytest.mark.parametrize("kind", KINDS)
def test_right_answers_of_every_kind_keep_every_point(
    small: Course, small_judge: Judge, kind: str
) -> None:
    for assignment in small.assignments:
        styles = kinds_of(small, assignment, styles_of(small, assignment), ())
        for style in styles:
            if style.name.endswith(f", as {kind}"):
                result = small_judge.grade(submission(assignment.name, *style.cells))
                assert result.score == 100, style.name


def test_there_are_sixty_styles_and_some_for_each_assignment(course: Course) -> None:
    styles = {each.name: styles_of(course, each)[1:] for each in course.assignments}
    assert sum(map(len, styles.values())) >= 60
    assert all(styles.values())
