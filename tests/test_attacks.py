"""The corpus of hostile submissions: none gets a point, a secret, or at anybody else.

Each attack is graded beside an honest neighbour, many of them in one run of the command; those
about time in a course with shorter limits. The first of each kind are tried every day.
`python -m attack_class KIND/NAME` tries one alone.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from attack_class import (
    CANARY,
    LONGEST,
    MOST_MIB,
    SLOW_NEIGHBOUR,
    grade,
    grade_alone,
    traces,
    unlike_alone,
    verdict,
)
from attack_corpus import BATCHES, SLOW, Attack, attacks, cross_section, text_of

from autograder.course import Course
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.sandboxes import Sandboxes
from autograder.intake.found import Submission
from autograder.intake.reading import read
from autograder.sandbox import lockdown

pytestmark = pytest.mark.skipif(
    not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
)
CORPUS = attacks()


def require_nothing(folder: Path, batch: str, corpus: Sequence[Attack]) -> None:
    """The attacks of the batch get nothing, hurt nobody, and leave nothing behind."""
    chosen, short = [each for each in corpus if each.batch == batch], batch == "short"
    alone = grade_alone(folder / "alone", chosen, short=short)
    assert {result["score"] for result in alone.of_student("alone").values()} == {100}
    run = grade(folder / "class", chosen, short=short)
    found = {attack.name: verdict(run, attack, alone) for attack in chosen}
    assert {name: lines for name, lines in found.items() if lines} == {}
    if set(SLOW) & set(alone.of_student("alone")):
        assert unlike_alone(run, SLOW_NEIGHBOUR, SLOW, alone) == []
    assert run.code in (0, 3)
    assert not [word for word in ("Traceback", "in error", "lost") if word in run.errors]
    assert (run.processes, run.left_in_tmp, run.changed) == ([], [], [])
    assert run.seconds < LONGEST * 3
    assert run.mib < MOST_MIB
    assert traces() == []
    require_no_formula(run.results / "scores.csv")


def require_no_formula(table: Path) -> None:
    text = table.read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert CANARY not in text


def test_the_corpus_is_large_and_says_what_it_tries() -> None:
    assert len(CORPUS) >= 80
    assert all(attack.tries and attack.rule for attack in CORPUS)
    assert sum(attack.two_secrets for attack in CORPUS) >= 5


@pytest.mark.parametrize("batch", BATCHES)
def test_the_first_attacks_of_each_kind_get_nothing(tmp_path: Path, batch: str) -> None:
    require_nothing(tmp_path, batch, cross_section(CORPUS))


@pytest.mark.slow
@pytest.mark.parametrize("batch", BATCHES)
def test_no_attack_gets_anything(tmp_path: Path, batch: str) -> None:
    require_nothing(tmp_path, batch, CORPUS)


@pytest.mark.parametrize(
    "attack", [each for each in CORPUS if each.two_secrets], ids=lambda attack: attack.name
)
def test_nothing_of_the_hidden_inputs_comes_out(
    course: Course, sandboxes: Sandboxes, tmp_path: Path, attack: Attack
) -> None:
    """With other hidden inputs the attack's result is the same to the byte."""
    (name,) = attack.assignments
    code = text_of(attack, tmp_path).encode()
    cells = read(code, notebook=False, tasks=frozenset(course.assignment(name).points))
    one, other = (
        Judge(course, secret, GradingOptions("en"), sandboxes).grade(
            Submission("student", name, cells, code, ())
        )
        for secret in (b"one secret", b"another secret")
    )
    without = {"key": "", "secret": "", "timing": {}}
    assert msgspec.structs.replace(one, **without) == msgspec.structs.replace(other, **without)
