"""The corpus of hostile submissions: none gets a point, a secret, or at anybody else.

Each attack is graded beside an honest neighbour, many of them in one run of the command; those
about time in a course with shorter limits. `-k NAME` grades the chosen ones alone.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from attack_class import (
    ASSIGNMENTS,
    BATCHES,
    CANARY,
    LONGEST,
    QUICK,
    Attack,
    Run,
    alike,
    attacks,
    complaints,
    disturbed,
    grade,
    grade_alone,
    points_forged,
    traces,
)

from autograder.sandbox import lockdown

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
CORPUS = attacks()
Graded = Callable[[str], Run]


@pytest.fixture(scope="module")
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The run of a batch: of the attacks of it that were chosen."""
    specs = [getattr(item, "callspec", None) for item in request.session.items]
    names = {spec.params["attack"].name for spec in specs if spec and "attack" in spec.params}
    runs: dict[str, Run] = {}

    def run(batch: str) -> Run:
        if batch not in runs:
            of_batch = [each for each in CORPUS if each.batch == batch]
            chosen = [each for each in of_batch if not names or each.name in names]
            runs[batch] = grade(tmp_path_factory.mktemp(batch), chosen, short=batch == "short")
        return runs[batch]

    return run


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """What honest submissions come to with nobody beside them, in the course of a batch."""
    runs: dict[str, Run] = {}

    def run(batch: str) -> Run:
        if batch not in runs:
            assignments = QUICK if batch == "short" else ASSIGNMENTS
            folder = tmp_path_factory.mktemp("alone")
            runs[batch] = grade_alone(folder, assignments, short=batch == "short")
            results = runs[batch].of_student("alone")
            assert {result["score"] for result in results.values()} == {100}
        return runs[batch]

    return run


def test_the_corpus_is_large_and_says_what_it_tries() -> None:
    assert len(CORPUS) >= 80
    assert all(attack.tries and attack.rule for attack in CORPUS)


@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.name)
def test_an_attack_gets_nothing_and_hurts_nobody(
    graded: Graded, alone: Graded, attack: Attack
) -> None:
    run = graded(attack.batch)
    assert points_forged(run, attack) == 0
    assert complaints(run, attack) == []
    assert disturbed(run, attack, alone(attack.batch)) == []


@pytest.mark.parametrize("batch", BATCHES)
def test_a_run_full_of_attacks_ends_well_and_leaves_nothing(graded: Graded, batch: str) -> None:
    run = graded(batch)
    assert run.code in (0, 3)
    assert "Traceback" not in run.errors
    assert "in error" not in run.errors
    assert "lost" not in run.errors
    assert (run.processes, run.left_in_tmp, run.changed) == ([], [], [])
    assert run.seconds < LONGEST * 3
    assert traces() == []


def test_the_table_of_scores_holds_no_formula(graded: Graded) -> None:
    table = (graded("usual").results / "scores.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(table.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert CANARY not in table


def test_the_slow_neighbour_is_not_disturbed(graded: Graded, alone: Graded) -> None:
    beside = graded("usual").of_student("xor~neighbour")["xor"]
    assert alike(beside, "key") == alike(alone("usual").of_student("alone")["xor"], "key")


def test_nothing_of_the_hidden_inputs_comes_out(tmp_path: Path) -> None:
    """With other hidden inputs the attacks' results are the same to the byte."""
    smugglers = [attack for attack in CORPUS if attack.two_secrets]
    assert len(smugglers) >= 5
    one = grade(tmp_path / "one", smugglers, short=False, secret="one secret")
    other = grade(tmp_path / "other", smugglers, short=False, secret="another secret")
    for attack in smugglers:
        results, others = one.of_student(attack.student), other.of_student(attack.student)
        for name, result in results.items():
            assert alike(result, "key") == alike(others[name], "key"), attack.name
