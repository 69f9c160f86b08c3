"""A mistake is charged once, whoever calls the wrong function; cheats gain nothing.

That every known mistake is charged once, in every style of calling, `autograder prove` shows.
"""

from __future__ import annotations

import pytest
import small_course
from conftest import HOME, Grade, earned, solution, submission, task

from autograder import course as courses
from autograder.course import Assignment
from autograder.grading.judge import Judge
from autograder.proof.solution_text import calls_of

COURSE = courses.load(HOME)
RIGHT = small_course.SOLUTION
POINTS = {"double": 60, "half": 39.5, "same": 0.5}
TRIPLE = "def double(x):\n    return 3 * x\n"
BLANK = "def double(x):\n    raise NotImplementedError\n"


def early_tasks(assignment: Assignment) -> list[str]:
    """The tasks that a later one's solution calls."""
    calls = calls_of(solution(assignment.name), assignment)
    return [
        task.name
        for task in assignment.tasks
        if any(task.name in called for name, called in calls.items() if name != task.name)
    ]


CHAINS = [assignment.name for assignment in COURSE.assignments if early_tasks(assignment)]


@pytest.mark.parametrize("name", CHAINS)
def test_blank_early_tasks_earn_nothing_and_later_ones_keep_their_points(
    grade: Grade, name: str
) -> None:
    assignment = COURSE.assignment(name)
    early = [each for each in early_tasks(assignment) if assignment.task(each).plain]
    blank = "\n".join(f"def {each}(*a):\n    raise NotImplementedError" for each in early)
    result = grade(name, solution(name), blank)
    assert earned(result) == assignment.points | dict.fromkeys(early, 0)
    assert {task(result, each).state for each in early} == {"not started"}


def test_a_partial_with_arguments_of_its_own_is_carried(grade_small: Grade) -> None:
    own = (
        "import functools\ndef times(k, x):\n    return k * x\n"
        "double = functools.partial(times, 3)\ntwice = double\n"
        "def same(x):\n    return half(twice(x))\n"
    )
    assert earned(grade_small(RIGHT, own)) == POINTS | {"double": 0}


CHEATS = {
    "gives a second guess when it is repeated": (
        "_mine = double\n"
        "def half(x):\n    if double is _mine:\n        return 0 * x\n"
        "    double(x)\n    return x / 2\n"
    ),
    "gives a second guess the second time": (
        "turns = []\n"
        "def half(x):\n    double(x)\n    turns.append(1)\n"
        "    return x / 2 if len(turns) > 4 else 0 * x\n"
    ),
    "keeps the substitute for its own task": (
        "kept = []\n"
        "def same(x):\n    kept.append(double)\n    globals()['double'] = kept[-1]\n"
        "    return half(double(x))\n"
    ),
    "asks the later substitute from the earlier task": (
        "def double(x):\n    return 4 * half(x)\ndef half(x):\n    raise NotImplementedError\n"
    ),
    "asks itself": "def double(x):\n    return double(x)\n",
    "asks in a thread that goes on": (
        "import threading\n"
        "def same(x):\n"
        "    threading.Thread(target=lambda: double(x), daemon=True).start()\n"
        "    return half(double(x))\n"
    ),
    "is bound anew by the later task": (
        "def same(x):\n    right = double\n    answers = {tuple(x): right(x)}\n"
        "    globals()['double'] = lambda x: answers.get(tuple(x))\n"
        "    return half(right(x))\n"
    ),
}


@pytest.mark.parametrize("wrong", [TRIPLE, BLANK], ids=["wrong", "blank"])
@pytest.mark.parametrize("cheat", CHEATS)
def test_cheats_gain_nothing_for_the_early_task(grade_small: Grade, cheat: str, wrong: str) -> None:
    result = grade_small(RIGHT, wrong, CHEATS[cheat])
    assert task(result, "double").earned == 0
    own_half = "def half" in CHEATS[cheat]
    assert task(result, "half").earned == (0 if own_half else POINTS["half"])


def test_an_earlier_task_is_not_carried_by_a_later_one(grade_small: Grade) -> None:
    """`half` comes before `same`: only mistakes of earlier tasks are carried."""
    own = "def same(x):\n    return 2 * x\ndef half(x):\n    return same(x) / 2\n"
    result = grade_small(RIGHT, own)
    assert task(result, "half").earned == task(result, "same").earned == 0


def test_a_task_without_a_substitute_is_charged_again(small_judge: Judge) -> None:
    """`slope` takes a function, so nothing can stand for it: who calls it repeats its mistake."""
    own = (
        "def slope(f, x):\n    return f(x) - f(x + 1)\n"
        "def walk(f, x, n):\n    for _ in range(n):\n        x = x - slope(f, x)\n    return x\n"
    )
    right = solution("steps", small_course.HOME)
    result = small_judge.grade(submission("steps", right, own))
    assert earned(result) == {"direction": 20, "slope": 0, "walk": 0}


@pytest.mark.parametrize(
    "shared",
    [
        "def any_of_them(*arguments):\n    return None\ndouble = half = any_of_them",
        "class Any:\n    def __call__(self, *arguments):\n        return None\n"
        "double, half = Any(), Any()",
    ],
)
def test_a_substitute_answers_for_its_own_task_alone(grade_small: Grade, shared: str) -> None:
    assert earned(grade_small(RIGHT, shared)) == POINTS | {"double": 0, "half": 0}


def test_a_substitute_leaves_libraries_alone(grade_small: Grade) -> None:
    wrong = (
        "@np.vectorize\ndef double(x):\n    return 3 * x\n"
        "halves = np.vectorize(lambda x: x / 2)\n"
        "def half(x):\n    double(x)\n    return halves(x)"
    )
    assert earned(grade_small(RIGHT, wrong)) == POINTS | {"double": 0}
