"""Functions that are wrong under a condition, or that remember: which checks see them.

They are tried for real on the small course, whole and with holes in its checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import small_course
from conftest import HOME

from autograder import course as courses
from autograder.authoring.attempt import attempt
from autograder.checks.content import ContentError
from autograder.course import Course
from autograder.hints.conditions import Given, conditions
from autograder.proof import outside
from autograder.proof import prove as proving
from autograder.proof.aliases import handing_back, hands_back
from autograder.proof.behaviours import ALIAS, MEMORY, Behaviour, try_behaviours
from autograder.proof.campaign import Campaign
from autograder.proof.memories import memories
from autograder.proof.other_answers import is_wrong, other_answers, wrong_where
from autograder.proof.page import as_markdown
from autograder.proof.trial import Trial
from autograder.proof.tryout import BASE, Job, Verdict
from autograder.values.trace import Step


def tried(course: Course, name: str) -> list[Behaviour]:
    return list(try_behaviours(course, course.assignment(name), BASE))


def unmet(behaviours: Iterable[Behaviour]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in behaviours:
        if not each.asked:
            found.setdefault(each.task, []).append(each.name)
    return found


def missed(behaviours: Iterable[Behaviour]) -> set[tuple[str, str]]:
    return {(b.task, b.name) for b in behaviours if b.asked and not b.found and b.kind != ALIAS}


def changed(folder: Path, old: str, new: str, name: str = "small") -> Course:
    """The small course with other hidden checks of this assignment."""
    small_course.write(folder)
    file = folder / "solutions" / name / "checks.py"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return courses.load(folder)


# ── the conditions themselves ────────────────────────────────────────────────────────────────


def names(arguments: dict[str, list[Any]]) -> set[str]:
    """The conditions for calls with these values of each argument."""
    calls = list(zip(*arguments.values(), strict=True))
    return {condition.name for condition in conditions(list(arguments), calls)}


def test_only_what_can_be_related_is_related() -> None:
    W, x, rate, steps = np.eye(2), np.ones(2), 0.5, 3
    found = names({"W": [W], "x": [x], "rate": [rate], "steps": [steps]})
    pairs = {name for name in found if ", " in name}
    assert pairs == {"steps, x: beyond the length", "steps, x: the length"}


def test_arguments_of_one_shape_are_compared_in_every_way() -> None:
    found = names({"a": [np.ones(2)], "b": [np.zeros(2)]})
    every = {
        "the same numbers",
        "a number in the same place",
        "nearly the same everywhere",
        "fewer",
    }
    assert {f"a, b: {what}" for what in every} <= found
    assert {name for name in names({"a": [0.5], "b": [0.25]}) if ", " in name} == {
        "a, b: the same numbers", "a, b: nearly the same in a place", "a, b: larger everywhere",
        "a, b: smaller everywhere",
    }  # fmt: skip


def test_whole_numbers_are_no_fractions_and_rates_are_not_odd() -> None:
    counts, rates = names({"n": [3]}), names({"n": [0.5]})
    assert counts - rates == {"n: odd", "n: even", "n: beyond 128", "n: beyond 32768"}
    assert rates - counts == {"n: tiny", "n: a fraction", "n: below 1/10", "n: below 1/100"}
    assert "n: tiny" not in names({"n": [[1, 2]]})
    assert "n: tiny" in names({"n": [[1, 2.5]]})


# ── the mutants ──────────────────────────────────────────────────────────────────────────────


def test_an_answer_is_spoilt_or_the_first_array_changed() -> None:
    step = Step("f", (2, np.ones(2)), 0.5)
    others = dict(other_answers(step, ("n", "x")))
    assert others["off by one"].value == 1.5
    assert others["changes x"].changed == (1,)
    assert others["changes x"].value == 0.5
    assert is_wrong(step, others["changes x"], None)
    assert is_wrong(step, others["off by one"], None)
    assert not is_wrong(step, others["off by one"], lambda _calls: "as good")
    in_place = Step("f", (2, np.ones(2)), 0.5, changed=(1,))
    assert not is_wrong(in_place, dict(other_answers(in_place, ("n", "x")))["changes x"], None)


def test_a_function_is_wrong_where_the_condition_holds_and_only_there() -> None:
    [negative] = [c for c in conditions(["x"], [(1.0,)]) if c.what == "a negative"]
    wrong = wrong_where(lambda x: 2 * x, negative, "off by one")
    assert (wrong(-1.0), wrong(1.0)) == (-1.0, 2.0)


def test_a_function_is_wrong_where_it_is_given_such_numbers() -> None:
    """Of several arrays that come back at once, each counts by itself."""
    calls = [(Given((np.array([0.0, 1.0]), np.ones(2))), 3), (Given((np.ones(2),)), 3)]
    known = {each.name: each for each in conditions(["slope", "steps"], calls)}
    some = known["slope: some zero"]
    assert [some.holds(call) for call in calls] == [True, False]

    def descend(slope: Callable[[int], Any], steps: int) -> float:
        return float(sum(np.sum(slope(place)) for place in range(steps)))

    wrong = wrong_where(descend, some, "off by one")
    assert wrong(lambda place: np.array([place, 1.0]), 3) == 7.0
    assert wrong(lambda place: (np.ones(2), np.array([place, 1.0])), 1) == 4.0
    assert wrong(lambda place: np.array([place + 1.0, 1.0]), 3) == 9.0


def remembering(name: str, right: Callable[..., Any], *first: Any) -> Callable[..., Any]:
    places = [f"a{place}" for place, _ in enumerate(first)]
    return dict(memories(places, first, right(*first)))[name](right)


def test_caches_look_at_a_part_of_the_arguments() -> None:
    one, other = [1.0, 2.0, 4.0], [1.0, 4.0, 2.0]

    def weighted(x: list[float], n: int) -> float:
        return n * (x[0] + 2 * x[1] + 3 * x[2])

    ends = remembering("a cache by length and first entry", weighted, one, 1)
    assert ends(one, 1) == ends(other, 1) == weighted(one, 1)
    assert ends(other, 2) == weighted(other, 2)
    last = remembering("a cache by length and last entry", weighted, one, 1)
    assert (last(one, 1), last(other, 1)) == (weighted(one, 1), weighted(other, 1))
    assert last([9.0, 9.0, 2.0], 1) == weighted(other, 1)
    total = remembering("a cache by the sum", weighted, one, 1)
    assert total(one, 1) == total(other, 1)
    assert total([0.0, 0.0, 0.0], 1) == 0


def test_numbers_alone_have_no_part() -> None:
    found = [name for name, _ in memories(["n"], (3,), 6)]
    assert "a cache by nothing" in found
    assert not any("entry" in name or "sum" in name for name in found)


def test_a_cache_knows_one_function_from_another() -> None:
    cached = remembering("a cache by a0", lambda f, n: f() + n, lambda: 1, 0)
    for number in range(50):  # functions that are gone have left their addresses
        assert cached(lambda number=number: number, 0) == number


def test_an_equal_argument_is_handed_back() -> None:
    def double(x: Any) -> Any:
        return 2 * x

    zeros = np.zeros(2)
    assert handing_back(double)(zeros) is zeros
    assert handing_back(lambda x: (2 * x, 1))(zeros)[0] is zeros
    assert handing_back(double)(np.ones(2)) is not zeros
    assert hands_back(double, [Step("f", (np.ones(2),)), Step("f", (zeros,))])
    assert not hands_back(double, [Step("f", (np.ones(2),))])
    assert not hands_back(lambda x: x, [Step("f", (zeros,))])  # the solution itself does


# ── tried for real ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["small", "steps"])
def test_checks_of_the_whole_domain_leave_no_hole(small: Course, name: str) -> None:
    behaviours = tried(small, name)
    assert sum(each.found for each in behaviours) > 150
    assert missed(behaviours) == set()
    listed = outside.load(small, name)
    assert list(outside.problems(name, listed, unmet(behaviours))) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["line", "fit"])
def test_another_course_has_no_hole(name: str) -> None:
    course = courses.load(HOME / "tests" / "linear_regression")
    behaviours = tried(course, name)
    assert missed(behaviours) == set()
    listed = outside.load(course, name)
    assert list(outside.problems(name, listed, unmet(behaviours))) == []


def test_the_same_mutants_come_out_again(small: Course) -> None:
    one, other = tried(small, "steps"), tried(small, "steps")
    assert one == other
    assert len({each.id for each in one}) == len(one)


def test_conditions_that_no_check_meets_are_named(tmp_path: Path) -> None:
    course = changed(
        tmp_path,
        "in cases(rng, VECTOR, solution.double):",
        "in (a for a in cases(rng, VECTOR, solution.double) if a[0].all()):",
    )
    behaviours = tried(course, "small")
    assert {"x: a zero", "x: all zero"} <= set(unmet(behaviours)["double"])
    lines = list(outside.problems("small", outside.load(course, "small"), unmet(behaviours)))
    assert any(
        line.startswith('small: double: no check meets "x: a zero", "x: all zero"')
        for line in lines
    )
    assert all("\n" not in line for line in lines)


def test_a_check_that_lets_a_condition_through_is_a_hole(tmp_path: Path) -> None:
    course = changed(
        tmp_path,
        "        answer = student.half(x)\n        expect(answer, close_to=solution.half(x))\n",
        "        answer = student.half(x)\n"
        "        if (x < 0).all():\n            continue\n"
        "        expect(answer, close_to=solution.half(x))\n",
    )
    holes = missed(tried(course, "small"))
    assert ("half", "x: all negative: off by one") in holes
    assert all(task == "half" and name.startswith("x: all negative: ") for task, name in holes)


def test_changed_arguments_that_nobody_looks_at_are_a_hole(tmp_path: Path) -> None:
    course = changed(
        tmp_path, '        expect_unchanged(answer)\n\n\n@task("half"', '\n\n@task("half"'
    )
    holes = missed(tried(course, "small"))
    assert {name.rpartition(": ")[2] for _, name in holes} == {"changes x"}
    assert {task for task, _ in holes} == {"double"}


def test_what_is_asked_once_shows_no_memory(tmp_path: Path) -> None:
    every = "in cases(rng, VECTOR, solution.same):"
    course = changed(tmp_path, every, every.replace(":", "[:1]:"))
    behaviours = [each for each in tried(course, "small") if each.task == "same"]
    holes = {name for _, name in missed(behaviours)}
    assert {"a cache by nothing", "x of the first call", "wrong at call 10"} <= holes
    assert {each.kind for each in behaviours if each.name in holes} == {MEMORY}


def test_an_answer_that_goes_into_another_call_is_asked_for_again(tmp_path: Path) -> None:
    """What was recorded can't tell what becomes of a wrong answer that is passed on."""
    course = changed(
        tmp_path,
        "        expect(student.double(x), close_to=solution.double(x))\n",
        "        expect(student.half(student.double(x).value), close_to=x)\n",
    )
    holes = missed(tried(course, "small"))
    assert not any(task == "double" and "changes" not in name for task, name in holes)


# ── what may not be passed ───────────────────────────────────────────────────────────────────


def listed(folder: Path, text: str) -> list[outside.Outside]:
    course = small_course.write(folder)
    (folder / "solutions" / "small" / outside.NAME).write_text(text, encoding="utf-8")
    return outside.load(course, "small")


ENTRY = '[[outside]]\ntask = "double"\nconditions = ["x: none"]\nwhy = "never empty"\n'


def test_reasons_go_to_the_conditions_that_need_them(tmp_path: Path) -> None:
    text = ENTRY + ENTRY.replace('"double"', '["double", "half"]').replace("x: none", "x: *")
    entries = listed(tmp_path, text)
    open_ = {"double": ["x: none", "x: tiny"], "half": ["x: tiny"], "same": ["x: 0"]}
    assert outside.reasons(entries, open_) == [
        outside.Reason("double", ("x: none",), "never empty"),
        outside.Reason("double", ("x: tiny",), "never empty"),
        outside.Reason("half", ("x: tiny",), "never empty"),
    ]
    [hole] = outside.problems("small", entries, open_)
    assert hole == 'small: same: no check meets "x: 0"'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (ENTRY.replace("none", "rising"), 'double: a check meets "x: rising", or there is no such'),
        (ENTRY.replace('["x: none"]', '["x: none", "y: *"]'), 'double: a check meets "y: *", or'),
        (ENTRY.replace('"double"', '["double", "half"]'), "half: checks meet all that is listed"),
    ],
)
def test_an_entry_that_nothing_needs_is_an_error_of_one_line(
    tmp_path: Path, text: str, line: str
) -> None:
    entries = listed(tmp_path, text)
    [problem] = outside.problems("small", entries, {"double": ["x: none"]} if "rising" not in text
                                 else {"double": []})  # fmt: skip
    assert problem.startswith(f"solutions/small/outside.toml: {line}")
    assert problem.endswith("; take it out")
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ENTRY.replace("double", "triple"), "small has no task 'triple'; it has double, half"),
        (ENTRY.replace("never empty", " "), "double: the reason is missing; say why"),
        (ENTRY.replace("why =", "reason ="), "fix the file"),
        (ENTRY.replace('["x: none"]', "3"), "fix the file"),
        ("[[", "fix the file"),
    ],
)
def test_a_broken_list_is_an_error_of_one_line(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ContentError, match=why) as raised:
        listed(tmp_path, text)
    assert str(raised.value).startswith("solutions/small/outside.toml: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", [each.name for each in courses.load(HOME).assignments])
def test_the_kit_gives_its_reasons(course: Course, name: str) -> None:
    assert outside.load(course, name)


# ── in the proof ─────────────────────────────────────────────────────────────────────────────


def all_found(jobs: Iterable[Job]) -> list[Verdict]:
    return [Verdict(job.tasks) for job in jobs]


def campaign(course: Course, name: str) -> Trial:
    """What comes of an assignment where the sandbox finds all there is to find."""
    trying = Campaign(course, course.assignment(name), all_found, lambda _text: None)
    return trying.run([], 0)


def test_the_proof_counts_them_and_ends_with_the_holes(tmp_path: Path) -> None:
    course = changed(
        tmp_path, '        expect_unchanged(answer)\n\n\n@task("half"', '\n\n@task("half"'
    )
    file = tmp_path / "solutions" / "small" / outside.NAME
    file.write_text(file.read_text(encoding="utf-8").replace('"x: none"', '"y: none"'))
    first = next(b for b in tried(course, "small") if b.name == "x: a zero: changes x")
    assert not first.found
    with (tmp_path / "solutions" / "small" / "equivalent.toml").open("a") as equivalents:
        equivalents.write(
            f'[[equivalent]]\nid = "{first.id}"\nchange = "x"\nreason = "nobody minds"\n'
            '[[equivalent]]\nid = "double-0"\nchange = "x"\nreason = "there is none"\n'
        )
    trial = campaign(course, "small")
    own = {line.removeprefix("small: ") for line in trial.problems}
    survivors = [line for line in own if " survives (" in line]
    assert survivors and all("changes x)" in line for line in survivors)
    assert not any(line.startswith(first.id) for line in own)
    assert "double-0 is listed, but no mutant" in own
    assert 'double: no check meets "x: none"' in own
    assert any(
        line.startswith('solutions/small/outside.toml: double, half, same: a check meets "y: none"')
        for line in trial.problems
    )
    assert trial.conditions.equivalent == {"double": 1}
    total = trial.conditions.tried.total()
    assert total == trial.conditions.found.total() + 1 + len(survivors)
    assert f"of {total} under a condition" in trial.summary


def test_the_page_tells_them_apart(small: Course) -> None:
    trial = campaign(small, "small")
    page = as_markdown([trial])
    tried_, memory = trial.conditions.tried["double"], trial.memories.tried["double"]
    assert tried_ > 100
    assert f"| `double` | {tried_} | {tried_} | 0 | {memory} | {memory} | 0 |" in page
    assert f"{trial.conditions.tried.total()} functions wrong under a condition: " in page
    assert "| `half` | `x`: none | x holds one number at least |" in page
    assert "Out of reach: an argument itself for an answer that equals it (`double`," in page
    assert not trial.problems or "survives" not in "".join(trial.problems)


def test_what_to_do_is_said_once(small: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(self: Campaign, *_: object) -> Trial:
        self.trial.problems += ["small: double-1 survives (x)", *holes]
        return self.trial

    holes = list(
        outside.problems("small", [], {"double": ["x: none", "x: tiny"], "half": ["x: 0"]})
    )
    monkeypatch.setattr(Campaign, "run", run)
    said: list[str] = []
    assert proving.prove(small, ["small"], 0, said.append, lambda _line: None) == 1
    assert 'small: double: no check meets "x: none", "x: tiny"' in said
    assert sum("equivalent.toml" in line for line in said) == 1
    assert sum("outside.toml" in line for line in said) == 1


@pytest.mark.slow
def test_an_author_hears_of_a_hole(tmp_path: Path) -> None:
    every = "[line(rng), *steep_lines(), *along_curves(rng, CURVE)]"
    course = changed(tmp_path, every, f"[each for each in {every} if each[1] > 0]", "steps")
    said: list[str] = []
    assert attempt(course, "steps", said.append) == 1
    [hole] = [line.strip() for line in said if '"x: 0"' in line]
    assert hole.startswith("solutions/steps/checks.py:1: slope: no check meets ")
    assert hole.endswith(
        "; draw such arguments, or list it in outside.toml with the reason why none come"
    )
