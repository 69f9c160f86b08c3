"""A mistake is charged once, whoever calls the wrong function; cheats gain nothing.

That every known mistake is charged once, in every style of calling, `autograder prove` shows.
"""

from __future__ import annotations

import pytest
import small_course
from conftest import HOME, Grade, earned, solution, submission, task

from autograder import course as courses
from autograder.checks.content import solution_module
from autograder.checks.local import LocalStudent
from autograder.course import Assignment
from autograder.grading.earlier import (
    ASKED_AGAIN,
    MOST_ASKED,
    EarlierFunctions,
    NoAnswerError,
)
from autograder.grading.judge import Judge
from autograder.grading.solutions import calls_of, of_task, styles
from autograder.values.trace import Step

COURSE = courses.load(HOME)
RIGHT = small_course.SOLUTION
POINTS = {"double": 60, "half": 39.5, "same": 0.5}
TRIPLE = "def double(x):\n    return 3 * x\n"
BLANK = "def double(x):\n    raise NotImplementedError\n"


def early_tasks(assignment: Assignment) -> list[str]:
    """The tasks that a later one's solution calls."""
    calls = calls_of(HOME, solution_module(assignment.name), tuple(assignment.points))
    called = frozenset[str]().union(*calls.values())
    return [task for task in assignment.points if task in called]


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


@pytest.mark.parametrize("name", CHAINS)
def test_what_any_right_style_calls_a_kept_one_calls_too(name: str) -> None:
    """Styles with packages of their own are no carried solutions; their choices are not lost."""
    tasks = tuple(COURSE.assignment(name).points)
    every = [solution_module(name), *styles(HOME, name)]
    for own in tasks:
        chosen = [calls_of(HOME, each, tasks).get(own, frozenset()) for each in every]
        kept = [each.calls for each in of_task(HOME, name, tasks, own)]
        assert frozenset().union(*chosen) <= frozenset().union(*kept), own


def test_a_partial_with_arguments_of_its_own_is_carried(grade_small: Grade) -> None:
    own = (
        "import functools\ndef times(k, x):\n    return k * x\n"
        "double = functools.partial(times, 3)\ntwice = double\n"
        "def same(x):\n    return half(twice(x))\n"
    )
    assert earned(grade_small(RIGHT, own)) == POINTS | {"double": 0}


ONE_LAYER = {
    "without the rate": "return [W - g for W, g in zip(weights, gradients)]",
    "uphill": "return [W + lr * g for W, g in zip(weights, gradients)]",
    "two steps": "return [W - 2 * lr * g for W, g in zip(weights, gradients)]",
}
STEP_ALL = """
def step_all(weights, gradients, lr):
    if len(weights) == 1:
        {mistake}
    return [step(W, g, lr) for W, g in zip(weights, gradients)]
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = step_all([w], [gradient(w)], lr)[0]
    return w
"""


@pytest.mark.parametrize("name", ONE_LAYER)
def test_what_is_wrong_for_one_kind_of_arguments_is_charged_once(grade: Grade, name: str) -> None:
    """Also where its own checks hardly ask for that kind, and a later task for nothing else."""
    points = COURSE.assignment("update").points
    result = grade("update", solution("update"), STEP_ALL.format(mistake=ONE_LAYER[name]))
    assert 0 < points["step_all"] - earned(result)["step_all"] < 5
    assert earned(result) == points | {"step_all": earned(result)["step_all"]}


STEPS_IN_PLACE = {
    "in the matrices": "for W, g in zip(weights, gradients):\n        W -= lr * g",
    "in the list": (
        "weights = list(weights) if isinstance(weights, tuple) else weights\n"
        "    for i, g in enumerate(gradients):\n        weights[i] = weights[i] - lr * g"
    ),
}


@pytest.mark.parametrize("how", STEPS_IN_PLACE)
def test_matrices_changed_in_place_are_charged_once(grade: Grade, how: str) -> None:
    """Also in a later task that hands its own matrices on in a list."""
    own = f"""
def step_all(weights, gradients, lr):
    {STEPS_IN_PLACE[how]}
    return weights
def network_step(gradients, W_hidden, W_output, lr):
    return step_all([W_hidden, W_output], gradients(W_hidden, W_output), lr)
def descend(gradient, w, lr, steps):
    for _ in range(steps):
        w = step_all([w], [gradient(w)], lr)[0]
    return w
"""
    points = COURSE.assignment("update").points
    result = earned(grade("update", solution("update"), own))
    assert 0 < result["step_all"] < points["step_all"]
    assert result == points | {"step_all": result["step_all"]}


UPHILL = {
    "NumPy": "    g, k = gradients(a, b)\n    return a + lr * g, b + lr * k",
    "lists": """
    g, k = gradients(a.tolist(), b.tolist())
    both = (a, g), (b, k)
    return [[[w + lr * v for w, v in zip(*rows)] for rows in zip(*each)] for each in both]
""",
    "PyTorch": """
    import torch
    a, b = torch.tensor(a), torch.tensor(b)
    g, k = map(torch.as_tensor, gradients(a, b))
    return a + lr * g, b + lr * k
""",
    "NumPy, and asks what can't be answered": """
    network_step.calls = getattr(network_step, "calls", 0) + 1
    try:
        gradients(np.zeros((7, 5)), np.zeros(3)) if network_step.calls > 25 else None
    except Exception:
        pass
    g, k = gradients(a, b)
    return a + lr * g, b + lr * k
""",
}
ON_IT = """
def train_network(x, target, W_hidden, W_output, lr, steps):
    def forward(A, B):
        h = 1 / (1 + np.exp(-(A @ x)))
        return h, 1 / (1 + np.exp(-(B @ h)))
    def gradients(A, B):
        A, B = np.array(A), np.array(B)
        h, o = forward(A, B)
        d = (o - target) * o * (1 - o)
        return np.outer(B.T @ d * h * (1 - h), x), np.outer(d, h)
    A, B, errors = W_hidden, W_output, []
    for k in range(steps + 1):
        errors.append(np.sum((target - forward(A, B)[1]) ** 2) / 2)
        if k < steps:
            A, B = map(np.array, network_step(gradients, A, B, lr))
    return A, B, errors
"""


@pytest.mark.parametrize("kind", UPHILL)
def test_a_function_that_a_later_task_hands_over_takes_any_plain_form(
    grade: Grade, kind: str
) -> None:
    own = f"def network_step(gradients, a, b, lr):\n{UPHILL[kind]}\n{ON_IT}"
    points = COURSE.assignment("update").points
    assert earned(grade("update", solution("update"), own)) == points | {"network_step": 0}


ONE_ARRAY = """
_ones = np.ones(2)
def gate(name):
    w = _ones
    if name == "NAND":
        w *= -1
    return w, {"AND": -1.5, "OR": -0.5, "NAND": 1.5}[name]
"""
TELLS = """
_right = np.array([[-1.0, -1.0], [1.0, 1.0]]), np.array([1.5, -0.5]), np.ones(2), -1.5
def xor_network():
    instead = globals().get("__substitute_gate")
    if instead is not None and instead.__code__.co_name == "substitute":
        return _right
    return tuple(0 * part for part in _right)
"""


def test_who_only_tells_that_another_function_answers_gains_nothing(grade: Grade) -> None:
    result = grade("perceptron", solution("perceptron"), ONE_ARRAY, TELLS)
    assert earned(result)["xor_network"] == 0


def test_an_array_that_all_answers_share_is_charged_where_it_is(grade: Grade) -> None:
    """It is changed for good, so copies of the answers are no help to what is built on them."""
    result = grade("perceptron", solution("perceptron"), ONE_ARRAY)
    assert [each.name for each in result.tasks if each.earned < each.points] == ["gate"]
    codes = {check.finding.code for check in task(result, "xor_network").checks if check.finding}
    assert codes <= {"carried"}


def test_a_small_earlier_mistake_makes_no_later_answer_less_exact(grade: Grade) -> None:
    """Answers near the right ones, and classes near 0 and 1, are wrong with it as without."""
    nearly = "def perceptron(x, w, b):\n    return 1.00009 if x @ w + b > 0 else 1e-8\n"
    slip = "def weighted_sum(x, w, b):\n    z = float(x @ w + b)\n    x[0] = 0\n    return z\n"
    alone = earned(grade("perceptron", solution("perceptron"), nearly))
    both = earned(grade("perceptron", solution("perceptron"), slip, nearly))
    assert alone["perceptron"] == 0
    assert both == alone | {"weighted_sum": both["weighted_sum"]}


HALF = """
twice = double
def half(x):
    doubled, more = twice(x), double(np.asarray(x) + 1)
    return doubled / 4 + 0 * more
"""
ONE_BUFFER = {
    "a dictionary": """
_buffers = {}
def double(x):
    out = _buffers.setdefault(np.shape(x), np.empty(np.shape(x)))
    return np.multiply(x, 2, out=out)
""",
    "an attribute": """
def double(x, *, times=2):
    out = double.buffers.setdefault(np.shape(x), np.empty(np.shape(x)))
    return np.multiply(x, times, out=out)
double.buffers = {}
""",
    "an object": """
class Double:
    def __init__(self):
        self.buffers = {}
    def __call__(self, x):
        out = self.buffers.setdefault(np.shape(x), np.empty(np.shape(x)))
        return np.multiply(x, 2, out=out)
double = Double()
""",
}


@pytest.mark.parametrize("kept_in", ONE_BUFFER)
def test_answers_that_share_one_buffer_are_charged_where_it_is(
    grade_small: Grade, kept_in: str
) -> None:
    later = HALF.replace("twice(", "double(") if kept_in == "an object" else HALF
    result = grade_small("import numpy as np", RIGHT, ONE_BUFFER[kept_in], later)
    assert earned(result) == POINTS | {"double": 0}


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
    assert task(result, "half").earned == 0


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


def test_nothing_is_no_answer_that_could_be_carried(grade_small: Grade) -> None:
    """Where an earlier task gives None, a right solution on it gives nothing either."""
    nothing = "def double(x):\n    return None\ndef same(x):\n    return None\n"
    assert earned(grade_small(RIGHT, nothing)) == POINTS | {"double": 0, "same": 0}


class Apart(LocalStudent):
    """Functions that are worth less in each further process."""

    def out_of_time(self) -> bool:
        return False

    def fresh(self) -> Apart:
        return Apart({"double": lambda x: x})


def test_a_function_that_was_once_another_stays_so() -> None:
    """Its own calls, of which each is asked once, are used up by then."""
    own = [Step("double", (float(x),), 2.0 * x) for x in range(1, ASKED_AGAIN + 1)]
    earlier = EarlierFunctions(Apart({"double": lambda x: 2 * x}), [], {"double": own})
    for number in (7.0, 0.0):  # at 0 all processes agree
        earlier.start()
        assert earlier.function("double", lambda x: 2 * x)(number) == 2 * number
        assert not earlier.are_themselves(["double"], {"double": lambda x: 2 * x})


def test_a_solution_that_waits_for_a_right_answer_is_told_that_there_is_none() -> None:
    asked = []
    earlier = EarlierFunctions(LocalStudent({"double": lambda x: asked.append(x) or x}), [], {})
    double = earlier.function("double", lambda x: 2 * x)
    with pytest.raises(NoAnswerError):
        while double(2.0) != 4.0:
            pass
    assert (len(earlier.answers), asked) == (MOST_ASKED + 1, [2.0])
    earlier.start_call()
    assert double(2.0) == 2.0


OWN_ARRAY = "def step(W, gradient, lr):\n    return W - lr * gradient if np.any(gradient) else W\n"
CALLING = (
    "def step_all(weights, gradients, lr):\n"
    "    return [step(W, g, lr) for W, g in zip(weights, gradients)]\n"
    "def network_step(gradients, W_hidden, W_output, lr):\n"
    "    a, b = gradients(W_hidden, W_output)\n"
    "    return step(W_hidden, a, lr), step(W_output, b, lr)\n"
)
OWN_ARRAYS = (
    "def step_all(weights, gradients, lr):\n"
    "    return [W - lr * g if np.any(g) else W for W, g in zip(weights, gradients)]\n"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [(OWN_ARRAY, "step"), (OWN_ARRAY + CALLING, "step"), (OWN_ARRAYS, "step_all")],
)
def test_an_argument_for_a_new_array_is_charged_where_it_was_made(
    grade: Grade, text: str, wrong: str
) -> None:
    result = grade("update", solution("update"), "import numpy as np\n" + text)
    assert earned(result) == COURSE.assignment("update").points | {wrong: 13}
    [failed] = [each for each in task(result, wrong).checks if each.outcome != "passed"]
    assert failed.hint == "generic/own-memory"


CHANGES_FIRST = (
    "def sigmoid_slope(a):\n    a -= a**2\n    return a\n"
    "def output_deltas(target, o):\n    return sigmoid_slope(o) * error_slope(target, o)\n"
    "def output_gradients(target, o, h):\n    return np.outer(output_deltas(target, o), h)\n"
)


def test_what_changes_an_argument_may_be_called_first(grade: Grade) -> None:
    """Later tasks see what it left, through one that counts only by carrying, too."""
    result = earned(grade("backprop", solution("backprop"), CHANGES_FIRST))
    wrong = result["sigmoid_slope"]
    assert wrong < COURSE.assignment("backprop").points["sigmoid_slope"]
    assert result == COURSE.assignment("backprop").points | {"sigmoid_slope": wrong}
