"""The engine that tries the checks, and a drawn part of what `make mutation` tries."""

from __future__ import annotations

import ast
import functools
import random
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import pytest
from conftest import HOME

from autograder.course import Assignment, Course
from autograder.mutation import equivalent, proof
from autograder.mutation.bench import Bench, Job, Verdict, calls_of
from autograder.mutation.campaign import Campaign, Trial, secrets_of, seen_by_checks, systematic
from autograder.mutation.entries import Pairs, of_entries, pairs_of
from autograder.mutation.mutants import (
    Mutant,
    difference,
    functions_of,
    of_solution,
    solution_of,
    variants_of,
)
from autograder.mutation.places import scope_of

NUMPY = ("terms", "perceptron", "forward", "backprop", "update")
DRAWN = {"xor": 4}  # of each kind of mutants; of the other assignments:
DRAWN_ELSEWHERE = 9
SECRET = secrets_of(1, seed=99)[0]


@functools.cache
def systematic_of(course: Course, name: str) -> list[Mutant]:
    assignment = course.assignment(name)
    forms, _chains = seen_by_checks(course, assignment)
    return systematic(course, assignment, forms)


def wrong_tasks(bench: Bench, assignment: Assignment, mutant: Mutant) -> set[str]:
    verdict = bench.try_out(Job(assignment.name, mutant.cells, mutant.tasks, "quick", SECRET))
    assert verdict.errors == ()
    if not verdict.lost:
        verdict = bench.try_out(Job(assignment.name, mutant.cells, mutant.tasks, "long", SECRET))
    return set(verdict.lost)


@pytest.mark.parametrize("name", [*NUMPY, "xor"])
def test_drawn_mutants_lose_points_at_exactly_their_tasks(
    course: Course, bench: Bench, name: str
) -> None:
    assignment = course.assignment(name)
    equal = equivalent.load(name)
    mistakes = [m for m in systematic_of(course, name) if m.id not in equal]
    pairs = Pairs(course, assignment)
    chosen = [pairs.mutant(one, other, apart=True) for one, other in pairs_of(assignment, None, 0)]
    dice = random.Random(name)
    for mutants in (mistakes, of_entries(course, assignment), chosen):
        for mutant in dice.sample(mutants, DRAWN.get(name, DRAWN_ELSEWHERE)):
            assert wrong_tasks(bench, assignment, mutant) == set(mutant.tasks), mutant.id


@pytest.mark.parametrize("name", NUMPY)
def test_equivalent_mutants_are_mutants_and_keep_their_points(
    course: Course, bench: Bench, name: str
) -> None:
    assignment = course.assignment(name)
    mutants = {mutant.id: mutant for mutant in systematic_of(course, name)}
    equal = list(equivalent.load(name))
    assert set(equal) <= set(mutants)
    for id in random.Random(name).sample(equal, min(4, len(equal))):
        assert wrong_tasks(bench, assignment, mutants[id]) == set(), id


def variants(source: str) -> set[str]:
    """What becomes of a function of one line."""
    task = ast.parse(source).body[0]
    assert isinstance(task, ast.FunctionDef)
    return {text.splitlines()[-1].strip() for text in variants_of(task, (task.name, "other"))}


def test_operators_constants_names_and_signs_change() -> None:
    found = variants("def f(a, b):\n    return a - 2 * b")
    assert {
        "return a + 2 * b", "return 2 * b - a", "return a", "return a - 3 * b", "return a - 1 * b",
        "return b - 2 * b", "return -(a - 2 * b)", "return b", "return",
    } <= found  # fmt: skip


def test_comparisons_branches_and_bounds_change() -> None:
    found = variants("def f(a, b):\n    return a[1:b] if a > b else other(a, b)")
    assert {
        "return a[1:b] if a >= b else other(a, b)", "return other(a, b) if a > b else a[1:b]",
        "return a[1:b + 1] if a > b else other(a, b)", "return a[1:b] if a > b else other(b, a)",
        "return a[1:] if a > b else other(a, b)", "return a[2:b] if a > b else other(a, b)",
    } <= found  # fmt: skip


def test_products_are_transposed_and_functions_taken_for_their_siblings() -> None:
    found = variants("def f(W, x):\n    return np.outer(W.T @ x, x).sum()")
    assert {
        "return np.outer(W @ x, x).sum()", "return np.outer(W.T @ x, x).mean()",
        "return np.outer(x, W.T @ x).sum()", "return np.outer(W.T @ x, x)",
        "return np.outer(W.T * x, x).sum()", "return np.inner(W.T @ x, x).sum()",
    } <= found  # fmt: skip


def test_statements_are_dropped_doubled_moved_and_left_early() -> None:
    source = "def f(w, n):\n    for _ in range(n):\n        print(w)\n        w += 1\n    return w"
    task = ast.parse(source).body[0]
    assert isinstance(task, ast.FunctionDef)
    found = {ast.unparse(ast.parse(text).body[0]) for text in variants_of(task, ("f",))}
    for other in (
        source.replace("        print(w)\n", "        pass\n"),
        source.replace("        w += 1\n", "        w = 1\n"),
        source.replace("        w += 1\n", "        w += 1\n        w += 1\n"),
        source.replace("        w += 1\n", "    w += 1\n"),
        source.replace("        w += 1\n", "        w += 1\n        break\n"),
        source.replace("        w += 1\n", "        w += 1\n        return w\n"),
        source.replace("range(n)", "range(n + 1)"),
    ):
        assert other in found, other


def test_annotations_and_docstrings_do_not_change(course: Course) -> None:
    assignment = course.assignment("update")
    source = solution_of(course.folder, "update")
    right = functions_of(source, assignment)
    for mutant in of_solution(course.folder, assignment):
        [task] = mutant.tasks
        wrong = ast.parse(mutant.cells[-1]).body[0]
        assert isinstance(wrong, ast.FunctionDef)
        assert ast.dump(wrong.args) == ast.dump(right[task].args)
        assert ast.get_docstring(wrong) == ast.get_docstring(right[task])


def test_ids_are_stable_and_belong_to_one_mutant(course: Course) -> None:
    assignment = course.assignment("forward")
    one, other = (of_solution(course.folder, assignment) for _ in range(2))
    assert [m.id for m in one] == [m.id for m in other]
    assert len({m.id for m in one}) == len(one)
    assert {m.id.rpartition("-")[0] for m in one} == {task.name for task in assignment.tasks}


def test_scope_and_calls(course: Course) -> None:
    assignment = course.assignment("backprop")
    source = solution_of(course.folder, "backprop")
    calls = calls_of(source, assignment)
    assert calls["hidden_gradients"] >= {"hidden_deltas", "output_deltas", "error_slope"}
    assert calls["error_slope"] == {"error_slope"}
    scope = scope_of(functions_of(source, assignment)["hidden_deltas"], tuple(calls))
    assert scope.names == ("W_output", "deltas", "h", "slope_h")


def test_difference_shows_what_is_other() -> None:
    assert difference("a\nb = 1\nc", "a\nb = 2\nc") == "b = 1 → b = 2"
    assert difference("a\nc", "a\nb\nc") == "(nothing) → b"
    long = "x = [" + "1, " * 80 + "2]"
    assert difference(long, long.replace("2]", "3]")).startswith("…")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\nreason = ' '\n", "the reason is missing"),
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\n", "reason"),
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\nreason = 'r'\n" * 2, "stands twice"),
        ("equivalent = 3\n", "equivalent"),
        ("[[", "equal.toml"),
    ],
)
def test_a_broken_list_of_equivalents_is_an_error_of_one_line(
    tmp_path: Path, text: str, why: str
) -> None:
    (tmp_path / "equal.toml").write_text(text, encoding="utf-8")
    with pytest.raises(equivalent.EquivalentError, match=why) as raised:
        equivalent.load("equal", tmp_path)
    assert "\n" not in str(raised.value)


def test_a_campaign_tells_what_gets_through(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every third job is found, every third survives, every third loses points elsewhere, too."""
    assignment = course.assignment("update")
    first = of_solution(course.folder, assignment)[0]
    listed = {id: equivalent.Equivalent(id, "change", "reason") for id in ("step-0", first.id)}
    monkeypatch.setattr(equivalent, "load", lambda _name: listed)
    verdicts = cycle([("found",), (), ("found", "elsewhere")])

    def verdict(job: Job) -> Verdict:
        names = next(verdicts) if job.tasks else ()
        return Verdict(tuple(t for n in names for t in (job.tasks if n == "found" else (n,))))

    def try_out(jobs: Iterable[Job]) -> list[Verdict]:
        return list(map(verdict, jobs))

    trial = Campaign(course, assignment, try_out, lambda _text: None).run(secrets_of(2))
    text = "\n".join(trial.problems)
    assert f"{first.id} is listed as equivalent, but loses points" in text
    assert "step-0 is listed, but no mutant" in text
    assert "survives under secret 1" in text
    assert "elsewhere" in text
    assert 0 < trial.mutants.killed.total() < trial.mutants.tried.total()


def test_the_page_has_no_dates_or_places_and_names_problems(course: Course) -> None:
    trials = [Trial(assignment) for assignment in course.assignments]
    trials[0].problems.append("terms: split-1 survives (a | b)")
    page = proof.as_markdown(trials)
    assert str(HOME) not in page
    assert "split-1 survives (a \\| b)" in page
    assert page == proof.as_markdown(trials)
    assert page.count("## `") == len(course.assignments)


def test_the_committed_page_is_of_these_checks(course: Course) -> None:
    page = (HOME / "docs" / "proof.md").read_text(encoding="utf-8")
    assert "## Problems" not in page
    for assignment in course.assignments:
        for task in assignment.tasks:
            assert f"| `{task.name}` | {task.points:g} |" in page
        for each in equivalent.load(assignment.name).values():
            assert f"| {each.id} |" in page
