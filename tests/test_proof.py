"""The checks on trial: every kind of mutant, and that a hole in the checks is found.

`autograder prove` tries all that there is; here a cross-section of it must do.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
import small_course
from conftest import HOME

from autograder import course as courses
from autograder.checks import content
from autograder.checks.check_set import CheckSet
from autograder.checks.content import ContentError
from autograder.course import Course
from autograder.grading.solutions import calls_of
from autograder.proof import equivalent, outside, siblings
from autograder.proof.answer_mutants import Forms, forms_of, of_answers
from autograder.proof.behaviours import try_behaviours
from autograder.proof.campaign import Campaign, secrets_of, systematic
from autograder.proof.chains import Chains
from autograder.proof.code_places import scope_of
from autograder.proof.mistake_mutants import Pairs, first_variants, of_mistakes
from autograder.proof.mutants import Mutant, difference, of_solution, rewritten
from autograder.proof.page import as_markdown
from autograder.proof.pool import pool
from autograder.proof.prove import prove
from autograder.proof.solution_text import functions_of, text_of
from autograder.proof.styles import SOLUTION, kinds_of, styles_of
from autograder.proof.trial import Trial
from autograder.proof.tryout import BASE, Job, Tryout, Verdict

NONE = siblings.Siblings({}, {})


@pytest.fixture(scope="module")
def small_tryout(small: Course) -> Iterator[Tryout]:
    with closing(Tryout(small)) as tryout:
        yield tryout


def all_mutants(course: Course, name: str) -> dict[str, Mutant]:
    """The systematic mutants of an assignment, by what is changed."""
    assignment = course.assignment(name)
    checks = CheckSet.load(course.folder, name, assignment.points, BASE)
    forms = forms_of(assignment.points, checks, content.solution(course.folder, name))
    return {mutant.id: mutant for mutant in systematic(course, assignment, forms)}


# ── mutants of code ──────────────────────────────────────────────────────────────────────────


def texts(source: str, known: siblings.Siblings = NONE) -> set[str]:
    """What becomes of a function, as text."""
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    return set(rewritten(function, scope_of(function, (function.name, "other"), known)))


def last_lines(source: str, known: siblings.Siblings = NONE) -> set[str]:
    return {text.splitlines()[-1].strip() for text in texts(source, known)}


def test_operators_constants_names_and_signs_change() -> None:
    assert {
        "return a + 2 * b", "return 2 * b - a", "return a", "return a - 3 * b", "return a - 1 * b",
        "return b - 2 * b", "return -(a - 2 * b)", "return b", "return",
    } <= last_lines("def f(a, b):\n    return a - 2 * b")  # fmt: skip


def test_comparisons_branches_and_bounds_change() -> None:
    assert {
        "return a[1:b] if a >= b else other(a, b)", "return other(a, b) if a > b else a[1:b]",
        "return a[1:b + 1] if a > b else other(a, b)", "return a[1:b] if a > b else other(b, a)",
        "return a[1:] if a > b else other(a, b)", "return a[2:b] if a > b else other(a, b)",
    } <= last_lines("def f(a, b):\n    return a[1:b] if a > b else other(a, b)")  # fmt: skip


def test_products_are_transposed() -> None:
    assert {
        "return np.outer(W @ x, x)", "return np.outer(x, W.T @ x)", "return np.outer(W.T * x, x)",
        "return np.outer(W.T @ x.T, x)",
    } <= last_lines("def f(W, x):\n    return np.outer(W.T @ x, x)")  # fmt: skip


def test_names_are_taken_for_their_siblings_the_courses_own_too(course: Course) -> None:
    known = siblings.load(course)
    source = "def f(model, a):\n    return np.outer(nn.Linear(a, 1), nn.Sigmoid(a.sum()))"
    assert {
        "return np.inner(nn.Linear(a, 1), nn.Sigmoid(a.sum()))",
        "return np.outer(nn.Linear(a, 1, bias=False), nn.Sigmoid(a.sum()))",
        "return np.outer(nn.Linear(a, 1), nn.ReLU(a.sum()))",
        "return np.outer(nn.Linear(a, 1), nn.Sigmoid(a.mean()))",
        "return np.outer(nn.Linear(a, 1), nn.Sigmoid(a.sum(axis=0)))",
    } <= last_lines(source, known)
    assert not any("ReLU" in text for text in texts(source))


def test_statements_are_dropped_doubled_moved_and_left_early() -> None:
    source = "def f(w, n):\n    for _ in range(n):\n        print(w)\n        w += 1\n    return w"
    found = texts(source)
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


def test_signatures_and_docstrings_do_not_change(small: Course) -> None:
    assignment = small.assignment("steps")
    right = functions_of(text_of(small, "steps"), assignment)
    mutants = of_solution(small, assignment)
    assert {mutant.tasks[0] for mutant in mutants} == set(assignment.points)
    for mutant in mutants:
        wrong = ast.parse(mutant.cells[-1]).body[0]
        assert isinstance(wrong, ast.FunctionDef)
        assert ast.dump(wrong.args) == ast.dump(right[wrong.name].args)
        assert ast.get_docstring(wrong) == ast.get_docstring(right[wrong.name])


def test_ids_are_stable_and_belong_to_one_mutant(small: Course) -> None:
    one, other = (of_solution(small, small.assignment("steps")) for _ in range(2))
    assert [mutant.id for mutant in one] == [mutant.id for mutant in other]
    assert len({mutant.id for mutant in one}) == len(one)


def test_scope_and_calls(course: Course) -> None:
    assignment = course.assignment("backprop")
    source = text_of(course, "backprop")
    calls = calls_of(course.folder, content.solution_module("backprop"), tuple(assignment.points))
    assert calls["hidden_gradients"] >= {"hidden_deltas", "output_deltas", "error_slope"}
    assert calls["error_slope"] == set()
    scope = scope_of(functions_of(source, assignment)["hidden_deltas"], tuple(calls), NONE)
    assert scope.names == ("W_output", "deltas", "h", "slope_h")


def test_difference_shows_what_is_other() -> None:
    assert difference("a\nb = 1\nc", "a\nb = 2\nc") == "b = 1 → b = 2"
    assert difference("a\nc", "a\nb\nc") == "(nothing) → b"
    long = "x = [" + "1, " * 80 + "2]"
    assert difference(long, long.replace("2]", "3]")).startswith("…")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[names]\nLinear = 3\n", "Expected `array`"),
        ("[names\n", "siblings.toml"),
        ("[keywords]\nLinear = ['bias']\n", "'bias' is no argument"),
        ("[keywords]\nLinear = ['bias=']\n", "'bias=' is no argument"),
        ("[name]\n", "name"),
    ],
)
def test_a_broken_table_of_siblings_is_an_error_of_one_line(
    tmp_path: Path, text: str, why: str
) -> None:
    course = small_course.write(tmp_path)
    (tmp_path / siblings.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=why) as raised:
        siblings.load(course)
    assert str(raised.value).startswith(f"{siblings.FILE}: ")
    assert "\n" not in str(raised.value)


# ── mutants of answers ───────────────────────────────────────────────────────────────────────

VECTOR = np.array([0.5, 1.0])


@pytest.mark.parametrize(
    ("arguments", "answer", "changes"),
    [
        ((VECTOR,), VECTOR, {"rounded to four digits", "reversed", "a column for a vector",
                             "argument 1 changed"}),
        ((VECTOR,), 0.5, {"half precision", "a 1 × 1 matrix for a number"}),
        ((3,), (VECTOR, 1), {"another part 2", "parts in reverse", "without the last part"}),
        ((3,), np.eye(2), {"transposed", "flat", "one axis more"}),
        ((3,), "up", {"with a capital letter", "with a space"}),
        ((3,), True, {"the opposite"}),
        ((3,), None, {"0 for None", "-1 for None"}),
        ((len, 3), 1, {"argument 1 asked twice", "one more"}),
        ((), 1, {"negated", "doubled"}),
    ],
)  # fmt: skip
def test_answers_are_spoilt_as_their_form_allows(
    arguments: tuple[object, ...], answer: object, changes: set[str]
) -> None:
    forms = Forms()
    forms.see(arguments, answer)
    found = {mutant.change for mutant in of_answers("", {"f": forms})}
    assert changes <= found
    assert ("the first answer for ever" in found) == bool(arguments)


def test_right_for_one_size_alone_is_a_mistake_where_there_are_others() -> None:
    forms = Forms()
    forms.see((VECTOR,), VECTOR)
    change = "right for the sizes of the first call only"
    assert change not in {mutant.change for mutant in of_answers("", {"f": forms})}
    forms.see((np.ones(3),), np.ones(3))
    assert change in {mutant.change for mutant in of_answers("", {"f": forms})}


# ── tried for real ───────────────────────────────────────────────────────────────────────────

DRAWN = 8  # of each assignment's mutants


@pytest.mark.parametrize("name", ["small", "steps"])
def test_mutants_lose_points_at_exactly_their_tasks_but_for_those_listed(
    small: Course, small_tryout: Tryout, name: str
) -> None:
    mutants = all_mutants(small, name)
    listed = equivalent.load(small, name)
    assert set(listed) <= set(mutants)
    step = len(mutants) // DRAWN
    for id in [*listed, *list(mutants)[::step]]:
        verdict = small_tryout.try_out(Job(name, mutants[id].cells, mutants[id].tasks))
        assert verdict.errors == ()
        assert verdict.lost == (() if id in listed else mutants[id].tasks), id


def test_mistakes_lose_points_and_are_named(small: Course, small_tryout: Tryout) -> None:
    for name in small.names:
        for mutant in of_mistakes(small, small.assignment(name)):
            verdict = small_tryout.try_out(Job(name, mutant.cells, mutant.tasks, hints=True))
            assert verdict.lost == mutant.tasks
            assert verdict.hints == (mutant.mistake,)


def test_a_wrong_earlier_task_is_charged_alone(small: Course, small_tryout: Tryout) -> None:
    assignment = small.assignment("small")
    checks = CheckSet.load(small.folder, "small", assignment.points, BASE)
    chains = Chains(small, assignment, checks)
    assert chains.early == ["double", "half"]
    [wrong, *_] = first_variants(of_mistakes(small, assignment))
    for style in chains.styles("double")[::6]:
        mutant = chains.mutant(wrong, style)
        verdict = small_tryout.try_out(Job("small", mutant.cells, mutant.tasks))
        assert verdict.lost == ("double",), style
        assert "hidden/same_vector" in verdict.carried


def test_two_mistakes_in_one_submission(course: Course, tryout: Tryout) -> None:
    pairs = Pairs(course, course.assignment("forward"))
    for one, other in pairs.ids(3, seed=1):
        mutant = pairs.mutant(one, other, apart=True)
        verdict = tryout.try_out(Job("forward", mutant.cells, mutant.tasks))
        assert set(verdict.lost) == set(mutant.tasks), mutant.id


def test_right_styles_and_kinds_of_answers_keep_their_points(
    small: Course, small_tryout: Tryout
) -> None:
    assignment = small.assignment("small")
    styles = styles_of(small, assignment)
    assert [style.name for style in styles] == [SOLUTION, "lists"]
    kinds = [s for s in kinds_of(small, assignment, styles, ()) if "torch" not in s.name]
    for style in [*styles, *kinds[::5]]:
        assert small_tryout.try_out(Job("small", style.cells, part="all")) == Verdict(())


def test_another_secret_draws_other_numbers_for_the_same_verdict(
    small: Course, small_tryout: Tryout
) -> None:
    [wrong, *_] = of_mistakes(small, small.assignment("small"))
    for secret in secrets_of(4, seed=1):  # more than are kept warm
        job = Job("small", wrong.cells, wrong.tasks, "own", secret)
        assert small_tryout.try_out(job).lost == ("double",)
        assert small_tryout.try_out(Job("small", wrong.cells, (), "hidden", secret)).lost


def test_a_hole_in_the_checks_lets_a_mutant_through(
    small: Course, small_tryout: Tryout, tmp_path: Path
) -> None:
    """Without the lines that count the calls nobody sees that there are twice as many."""
    holed = small_course.write(tmp_path)
    file = tmp_path / "solutions" / "steps" / "checks.py"
    text = file.read_text(encoding="utf-8")
    counts = '    if calls != 2:\n        fail("looks", call=answer.called, got=calls)\n'
    assert counts in text
    file.write_text(text.replace(counts, ""), encoding="utf-8")
    twice = next(
        mutant
        for mutant in all_mutants(small, "steps").values()
        if mutant.tasks == ("slope",) and mutant.change == "argument 1 asked twice"
    )
    job = Job("steps", twice.cells, twice.tasks, "all")
    assert small_tryout.try_out(job).lost == ("slope",)
    with closing(Tryout(holed)) as tryout:
        assert tryout.try_out(job) == Verdict(())


def test_a_check_in_error_is_reported(small: Course, tmp_path: Path) -> None:
    broken = small_course.write(tmp_path)
    file = tmp_path / "solutions" / "small" / "checks.py"
    text = file.read_text(encoding="utf-8").replace("close_to=x)", "close_to=no_such_name)")
    file.write_text(text, encoding="utf-8")
    with closing(Tryout(broken)) as tryout:
        verdict = tryout.try_out(Job("small", (text_of(small, "small"),)))
    assert verdict.errors == ("hidden/same_vector",)


# ── what the campaign says, and the page ─────────────────────────────────────────────────────


def test_a_campaign_tells_what_gets_through(small: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every third job is found, every third survives, every third loses points elsewhere, too."""
    assignment = small.assignment("small")
    first = of_solution(small, assignment)[0]
    listed = {id: equivalent.Equivalent(id, "change", "reason") for id in ("half-0", first.id)}
    monkeypatch.setattr(equivalent, "load", lambda *_: listed)
    verdicts = cycle([("found",), (), ("found", "elsewhere")])

    def verdict(job: Job) -> Verdict:
        names = next(verdicts) if job.tasks else ()
        return Verdict(tuple(t for n in names for t in (job.tasks if n == "found" else (n,))))

    def try_out(jobs: Iterable[Job]) -> list[Verdict]:
        return list(map(verdict, jobs))

    trial = Campaign(small, assignment, try_out, lambda _text: None).run(secrets_of(2))
    text = "\n".join(trial.problems)
    assert f"{first.id} is listed as equivalent, but loses points" in text
    assert "half-0 is listed, but no mutant" in text
    assert "survives under secret 1" in text
    assert "is charged at double, elsewhere" in text
    assert 0 < trial.mutants.found.total() < trial.mutants.tried.total()
    assert f"{len(trial.problems)} problems" in trial.summary


def test_the_page_has_no_places_and_names_problems(course: Course) -> None:
    trials = [Trial(assignment) for assignment in course.assignments]
    trials[0].problems.append("terms: split-1 survives (a | b)")
    page = as_markdown(trials)
    assert str(HOME) not in page
    assert "split-1 survives (a \\| b)" in page
    assert page.count("## `") == len(course.assignments)
    assert "catalogue:" not in page  # there is none in these trials
    assert "## The matcher" not in page


def test_the_committed_page_is_of_these_checks(course: Course) -> None:
    page = (HOME / "docs" / "proof.md").read_text(encoding="utf-8")
    assert "## Problems" not in page
    assert page.count("\n## `") == len(course.assignments)
    for assignment in course.assignments:
        assert f"\n## `{assignment.name}`\n" in page
        for task in assignment.tasks:
            assert f"| `{task.name}` | {task.points:g} |" in page
        for each in equivalent.load(course, assignment.name).values():
            assert f"| {each.id} |" in page
        for entry in outside.load(course, assignment.name):
            assert f"| {entry.why} |" in page


@pytest.mark.parametrize("name", [a.name for a in courses.load(HOME).assignments if not a.torch])
def test_every_equivalent_of_the_kit_is_a_mutant(course: Course, name: str) -> None:
    assignment = course.assignment(name)
    pairs = Pairs(course, assignment)
    two = {pairs.id(*each) for each in pairs.ids(None, 0)}
    left = set(equivalent.load(course, name)) - set(all_mutants(course, name)) - two
    behaviours = try_behaviours(course, assignment, BASE) if left else ()
    assert left <= {each.id for each in behaviours}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\nreason = ' '\n", "the reason is missing"),
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\n", "reason"),
        ("[[equivalent]]\nid = 'a-1'\nchange = 'x'\nreason = 'r'\n" * 2, "is duplicated"),
        ("equivalent = 3\n", "equivalent"),
        ("[[", "equivalent.toml"),
    ],
)
def test_a_broken_list_of_equivalents_is_an_error_of_one_line(
    tmp_path: Path, text: str, why: str
) -> None:
    course = small_course.write(tmp_path)
    (tmp_path / "solutions" / "small" / "equivalent.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=why) as raised:
        equivalent.load(course, "small")
    assert str(raised.value).startswith("solutions/small/equivalent.toml: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("kinds.toml", "double = ['liszt']\n", "double: 'liszt' is no kind of answer; list"),
        ("kinds.toml", "triple = ['list']\n", "small has no task 'triple'; it has double"),
        ("kinds.toml", "double = 3\n", "right/kinds.toml"),
        ("odd.py", "def double(:\n", r"right/odd.py:1: invalid syntax"),
    ],
)
def test_a_broken_style_is_an_error_of_one_line(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    course = small_course.write(tmp_path)
    (tmp_path / "solutions" / "small" / "right" / name).write_text(text, encoding="utf-8")
    assignment = course.assignment("small")
    with pytest.raises(ContentError, match=why) as raised:
        list(kinds_of(course, assignment, styles_of(course, assignment), ()))
    assert "\n" not in str(raised.value)


# ── whole courses ────────────────────────────────────────────────────────────────────────────


def test_pytest_runs_a_courses_checks_on_its_solution(tmp_path: Path) -> None:
    solution = small_course.SOLUTION.replace("math.sqrt(4.0)", "3.0")
    small_course.write(tmp_path, solution=solution)
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(HOME / "pyproject.toml")]
    done = subprocess.run(
        [*command, "--rootdir", str(tmp_path), "assignments", "solutions"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    # what is expected comes from the solution, but where the chapter's numbers stand
    assert "test_half_of_the_example" in done.stdout
    assert "half([1, 2])" in done.stdout
    assert "2 failed" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("place", ["small_course", "linear_regression"])
def test_the_proof_of_another_course(place: str) -> None:
    """Without torch, in other languages, with and without equivalents."""
    course = courses.load(HOME / "tests" / place)
    said: list[str] = []
    assert prove(course, course.names, 2, said.append, lambda _line: None) == 0
    assert said[0].startswith("# The proof of the checks")
    assert said[-1].endswith("0 problems")


@pytest.mark.slow
def test_a_course_without_mistakes_and_styles_gets_its_page(tmp_path: Path) -> None:
    course = small_course.write(tmp_path)
    for name in course.names:
        for file in (tmp_path / "solutions" / name).glob("*/*"):
            file.unlink()
    said: list[str] = []
    assert prove(course, [], 0, said.append, lambda _line: None) == 0
    page = (tmp_path / "proof.md").read_text(encoding="utf-8")
    assert "pairs" not in page
    assert len(said) == len(course.names)


@pytest.mark.slow
def test_drawn_mutants_of_the_training_lose_points(course: Course) -> None:
    mutants = list(all_mutants(course, "xor").values())
    wrong = [m for m in mutants if m.id not in equivalent.load(course, "xor")][::40]
    with pool(course) as try_out:
        jobs = [Job("xor", mutant.cells, mutant.tasks) for mutant in wrong]
        for mutant, verdict in zip(wrong, try_out(jobs), strict=True):
            assert set(verdict.lost) in (set(mutant.tasks), set()), mutant.id
