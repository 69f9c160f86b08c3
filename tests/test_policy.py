"""What a class has agreed on: course.toml's [policy], deadlines and what lateness costs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import small_course
import synthetic_class

from autograder.course import Course, CourseError, table
from autograder.course.policy import Policy, without_policy
from autograder.intake.manifest import Attempt, Collected
from autograder.reports import grades

DEADLINE = datetime(2026, 3, 20, 23, 59)
POLICY = Policy(timezone="Asia/Seoul", penalty_per_day=10, cap=25, grace_minutes=15)


@pytest.mark.parametrize(
    ("minutes", "days", "points"),
    [(-1, 0, 0), (15, 0, 0), (16, 1, 10), (24 * 60, 1, 10), (24 * 60 + 1, 2, 20), (99999, 70, 25)],
)
def test_each_day_begun_costs(minutes: int, days: int, points: float) -> None:
    due = datetime(2026, 3, 20, 14, 59, tzinfo=UTC)  # in Seoul 23:59
    late = POLICY.days_late(due + timedelta(minutes=minutes), DEADLINE, late=True)
    assert (late, POLICY.penalty(late)) == (days, points)


def test_where_nobody_knows_when_the_platforms_word_is_a_day() -> None:
    assert POLICY.days_late(None, DEADLINE, late=True) == 1
    assert POLICY.days_late(None, DEADLINE, late=False) == 0


def test_days_that_cost_all_points_are_in_the_table(course: Course) -> None:
    policy = Policy(deadlines={"terms": DEADLINE}, penalty_per_day=10.0)
    late = msgspec.structs.replace(course, policy=policy)
    result = next(synthetic_class.class_of(course, 1))
    full = msgspec.structs.replace(result, score=100.0)
    handed = Attempt(1, "2026-03-31T00:00:00+00:00", False, "folder", "", "", "", "")
    key = result.student, "terms"
    grade = grades.Marks(late, {}, {}).grade(key, full, Collected(*key, 1, [handed]))
    assert (grade.penalty, grade.final) == (100, 0)
    assert f'"{result.student}",100,100,' in grades.as_csv(late, key[:1], {key: grade}).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[policy]\ntimezone = "Mars/Base"', "no time zone"),
        ('[policy]\ntimezone = "../etc"', "no time zone"),
        ("[policy.deadlines]\nessay = 2026-03-20T23:59:00", "'essay', which is no assignment"),
        ("[policy]\ncap = -1", "below 0"),
        ("[policy]\ncap = nan", "cap is nan"),
        ("[policy]\npenalty_per_day = inf", "penalty_per_day is inf"),
        ("[policy]\ngrace_minutes = 1e300", "grace_minutes is 1e"),
        ("[policy.deadlines]\nsmall = 0001-01-01T00:00:00+14:00", "is in 1; give a year"),
        ('[policy]\nattempt = "first"', "give one of last, best, named; fix"),
    ],
)
def test_a_policy_that_can_not_hold_is_refused(small: Course, text: str, words: str) -> None:
    with pytest.raises(CourseError, match=words):
        table.parse(f"{small_course.COURSE}\n{text}\n", small.folder)


@pytest.mark.parametrize(
    "line", ["call_seconds = 0", "load_seconds = -1.0", "cell_seconds = nan",
             "submission_seconds = inf", "memory_mib = 0", "overruns = -2"],
)  # fmt: skip
def test_a_limit_is_above_nothing(small: Course, line: str) -> None:
    text = small_course.COURSE.replace("call_seconds = 0.5", line)
    with pytest.raises(CourseError, match=rf"\[limits\] {line.split()[0]} is .*; give"):
        table.parse(text, small.folder)


def test_no_result_depends_on_it() -> None:
    text = small_course.COURSE.rstrip().encode() + b"\n"
    policy = b"\n[policy]\ncap = 3\n\n[policy.deadlines]\nsmall = 2026-03-20T23:59:00\n"
    assert without_policy(text + policy) == text
    first, last = text.split(b"\n[limits]", 1)
    assert without_policy(first + policy + b"\n[limits]" + last) == text
    assert without_policy(text) == text
