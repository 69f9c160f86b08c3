"""Results of students who do not exist: any number, the same ones every time.

`python -m synthetic_class FOLDER COUNT` writes their files, as a grading would.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from conftest import HOME

from autograder import course as courses
from autograder.checks.check_set import CheckSet
from autograder.course import Assignment, Course
from autograder.course.files import write
from autograder.grading import result as results
from autograder.grading.result import CheckResult, Code, Result, Shown, TaskResult
from autograder.hints.mistake_words import words_of_assignment
from autograder.values.findings import Finding

FAMILY: Final = "김이박최정강조윤장임한오서신권황안송류홍"
GIVEN: Final = ("하늘", "서연", "민준", "지우", "도윤", "예은", "시우", "수아", "주원", "지아")
CODE: Final = "def {task}(*given):\n    value = given[0]\n    return value * {a} + {b} - len(given)"


def name(number: int) -> str:
    """A name, unlike all others."""
    family, given = FAMILY[number % len(FAMILY)], GIVEN[number // 7 % len(GIVEN)]
    return f"{family}{given} {number:04}"


def class_of(course: Course, count: int) -> Iterator[Result]:
    """Every student's results, of some or all assignments."""
    checks = {
        each.name: CheckSet.load(course.folder, each.name, each.points, b"synthetic")
        for each in course.assignments
    }
    for number in range(count):
        dice = random.Random(number)
        skill = dice.betavariate(4, 2)
        for assignment in course.assignments:
            if dice.random() < 0.94:
                own = checks[assignment.name]
                yield _result(course, assignment, own, name(number), skill, dice)


def _result(
    course: Course,
    assignment: Assignment,
    checks: CheckSet,
    student: str,
    skill: float,
    dice: random.Random,
) -> Result:
    ids = sorted(words_of_assignment(course.folder, assignment.name))
    tasks = []
    for place, task in enumerate(assignment.tasks):
        own = checks.of_task(task.name)
        right = dice.random() < skill * (1 - 0.04 * place)
        begun = right or dice.random() < 0.8
        known = [each for each in ids if each.startswith(task.name.replace("_", "-"))] or ids
        hint = f"{assignment.name}/{known[min(int(dice.expovariate(0.8)), len(known) - 1)]}"
        made = []
        for check in own:
            passed = right or (begun and dice.random() < 0.2)
            made.append(_check(check, passed, begun, hint if dice.random() < 0.8 else None))
        earned = sum(each.earned for each in made) if right else 0.0
        state = "passed" if right else "failed" if begun else "not started"
        tasks.append(TaskResult(task.name, task.points, earned, state, made))  # type: ignore[arg-type]
    code = [
        Code(task.name, 2 * place + 3, 1, 3, _code(task.name, dice))
        for place, task in enumerate(tasks)
    ]
    score = sum(task.earned for task in tasks)
    return Result(
        format=results.FORMAT, student=student, assignment=assignment.name, score=score,
        max_score=100.0, isolation="full", tasks=tasks, code=code, shown=Shown("ko"), output="",
        notes=[], key=f"{dice.getrandbits(256):064x}", secret="0" * 16, timing={"total": 1.0},
    )  # fmt: skip


def _code(task: str, dice: random.Random) -> str:
    return CODE.format(task=task, a=dice.randint(2, 9), b=dice.randint(2, 9))


def _check(check: object, passed: bool, begun: bool, hint: str | None) -> CheckResult:
    finding = None
    if not passed:
        values = {"call": "f([0.1, 0.2])", "got": "[0.5]", "want": "[0.25]"}
        finding = Finding("value", values) if begun else Finding("not_started")
    visible, points = check.visible, check.points  # type: ignore[attr-defined]
    message = "" if passed else "`f([0.1, 0.2])`의 결과는 [0.5]입니다. 나와야 할 값은 [0.25]입니다."
    return CheckResult(
        check.id, check.title_in("ko"), visible, points, points if passed else 0.0,  # type: ignore[attr-defined]
        "passed" if passed else "failed", finding, message, None if passed or not begun else hint,
    )  # fmt: skip


if __name__ == "__main__":
    for each in class_of(courses.load(HOME), int(sys.argv[2])):
        write(Path(sys.argv[1]) / each.student / f"{each.assignment}.json", results.encode(each))
