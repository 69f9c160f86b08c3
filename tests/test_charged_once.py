"""A mistake is charged once, however later tasks call the wrong function; cheats gain nothing."""

from __future__ import annotations

import functools
from itertools import cycle

import pytest
from conftest import Grade, solution

from autograder.course import Course
from autograder.mutation.bench import Bench, Job
from autograder.mutation.campaign import first_ways, seen_by_checks
from autograder.mutation.chains import BINDINGS, ELEMENTWISE, STYLES, Chains
from autograder.mutation.entries import of_entries
from autograder.mutation.mutants import Mutant
from autograder.result import Result, TaskResult

CHAINS = {
    "perceptron": {"weighted_sum", "gate"},
    "forward": {"weighted_sums", "sigmoid", "output_errors"},
    "backprop": {"error_slope", "sigmoid_slope", "output_deltas", "hidden_deltas"},
    "update": {"step"},
}


@functools.cache
def chains_and_entries(course: Course, name: str) -> tuple[Chains, list[Mutant]]:
    assignment = course.assignment(name)
    _forms, chains = seen_by_checks(course, assignment)
    return chains, first_ways(of_entries(course, assignment))


def task(result: Result, name: str) -> TaskResult:
    return next(each for each in result.tasks if each.name == name)


def earned(result: Result) -> dict[str, float]:
    return {each.name: each.earned for each in result.tasks}


@pytest.mark.parametrize("name", CHAINS)
def test_every_early_entry_is_charged_once(course: Course, bench: Bench, name: str) -> None:
    """Each entry in one of the styles, the next entry in the next style, until all had a turn."""
    chains, entries = chains_and_entries(course, name)
    assert set(chains.early) == CHAINS[name]
    turns = {early: cycle(chains.styles(early)) for early in chains.early}
    for entry in entries:
        [early] = entry.tasks
        if early in turns:
            mutant = chains.mutant(entry, next(turns[early]))
            verdict = bench.try_out(Job(name, mutant.cells, mutant.tasks))
            assert set(verdict.lost) <= {early}, mutant.id


@pytest.mark.parametrize("style", [*STYLES, *ELEMENTWISE, *(f"alias of {b}" for b in BINDINGS)])
def test_every_style_carries_a_wrong_sigmoid(course: Course, bench: Bench, style: str) -> None:
    chains, entries = chains_and_entries(course, "forward")
    mirrored = next(entry for entry in entries if entry.id.startswith("forward/sigmoid-mirrored:"))
    mutant = chains.mutant(mirrored, style)
    verdict = bench.try_out(Job("forward", mutant.cells, mutant.tasks))
    assert verdict.lost == ("sigmoid",)
    assert len(verdict.carried) == 7  # every check of `forward`


def test_a_partial_with_arguments_of_its_own_is_carried(grade: Grade) -> None:
    own = (
        "import functools\n"
        "def scaled(k, z):\n    return 1 / (1 + np.exp(-k * z))\n"
        "sigmoid = functools.partial(scaled, 2)\nact = sigmoid\n"
        "def forward(V, W, x):\n    h = act(V @ x)\n    return h, act(W @ h)\n"
    )
    result = grade("forward", solution("forward"), own)
    assert task(result, "sigmoid").state != "passed"
    assert task(result, "forward").state == "passed"


@pytest.mark.parametrize("name", CHAINS)
def test_blank_early_tasks_earn_nothing_and_later_ones_keep_their_points(
    grade: Grade, name: str
) -> None:
    blank = "\n".join(
        f"def {early}(*a):\n    raise NotImplementedError" for early in sorted(CHAINS[name])
    )
    result = grade(name, solution(name), blank)
    for each in result.tasks:
        if each.name in CHAINS[name]:
            assert (each.earned, each.state) == (0, "not started")
        else:
            assert each.earned == each.points, each.name


CHEATS = {
    "gives a second guess when it is repeated": (
        "def sigmoid(z):\n    return z\n_mine = sigmoid\n"
        "def total_error(t, o):\n    if sigmoid is _mine:\n        return 0.0\n"
        "    sigmoid(o)\n    return 0.5 * ((t - o) ** 2).sum()\n"
    ),
    "keeps the stand-in for its own task": (
        "def sigmoid(z):\n    raise NotImplementedError\n"
        "kept = []\n"
        "def forward(V, W, x):\n"
        "    kept.append(sigmoid)\n"
        "    globals()['sigmoid'] = kept[-1]\n"
        "    h = sigmoid(V @ x)\n    return h, sigmoid(W @ h)\n"
    ),
    "asks the later stand-in from the earlier task": (
        "def sigmoid(z):\n    return forward(np.eye(len(z)), np.eye(len(z)), z)[0]\n"
        "def forward(V, W, x):\n    raise NotImplementedError\n"
    ),
    "asks itself": "def sigmoid(z):\n    return sigmoid(z)\n",
    "asks in a thread that goes on": (
        "import threading\ndef sigmoid(z):\n    raise NotImplementedError\n"
        "def forward(V, W, x):\n"
        "    threading.Thread(target=lambda: sigmoid(V @ x), daemon=True).start()\n"
        "    h = sigmoid(V @ x)\n    return h, sigmoid(W @ h)\n"
    ),
    "is bound anew by the later task": (
        "def sigmoid(z):\n    raise NotImplementedError\n"
        "def forward(V, W, x):\n    right = sigmoid\n    global answers\n"
        "    answers = {tuple(z): right(z) for z in [V @ x]}\n"
        "    globals()['sigmoid'] = lambda z: answers.get(tuple(z))\n"
        "    h = right(V @ x)\n    return h, right(W @ h)\n"
    ),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_cheats_gain_nothing_for_the_early_task(grade: Grade, cheat: str) -> None:
    result = grade("forward", solution("forward"), CHEATS[cheat])
    assert task(result, "sigmoid").earned == 0
    honest = earned(grade("forward", solution("forward")))
    others = set(honest) - {"sigmoid", "forward", "total_error"}
    assert all(task(result, name).earned == honest[name] for name in others)
    guessed = "second guess" in cheat
    assert task(result, "total_error").earned == (0 if guessed else honest["total_error"])


def test_an_earlier_task_is_not_carried_by_a_later_one(grade: Grade) -> None:
    """`output_errors` comes before `total_error`: only mistakes of earlier tasks are carried."""
    own = (
        "def total_error(t, o):\n    return float(((t - o) ** 2).sum())\n"
        "def output_errors(t, o):\n"
        "    return np.array([total_error(t[k:k + 1], o[k:k + 1]) for k in range(len(o))])\n"
    )
    result = grade("forward", solution("forward"), own)
    assert task(result, "output_errors").earned == task(result, "total_error").earned == 0


def test_a_task_without_a_stand_in_is_charged_again(grade: Grade) -> None:
    """`descend` takes a function, so nothing can stand for it: who calls it repeats its mistake."""
    own = (
        "def descend(gradient, w, lr, steps):\n"
        "    for _ in range(steps):\n        w = w + lr * gradient(w)\n    return w\n"
        "def error_history(error, gradient, w, lr, steps):\n"
        "    return [error(descend(gradient, w, lr, k)) for k in range(steps + 1)]\n"
    )
    result = grade("update", solution("update"), own)
    assert task(result, "step").state == "passed"
    assert task(result, "error_history").earned < task(result, "error_history").points
