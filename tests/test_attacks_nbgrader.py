"""The first attack of each kind on the two paths to nbgrader's gradebook, pages included.

And those on what lies beside a notebook. `python -m attack_nbgrader` tries the whole corpus.
"""

from __future__ import annotations

from pathlib import Path

import attack_nbgrader
import pytest
from attack_class import CANARY, traces
from attack_corpus import USUAL, Attack, attacks, cross_section
from attack_nbgrader import NEIGHBOUR, PATHS, hurt, verdict
from test_student_pages import Page

from autograder.sandbox import lockdown

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not all(layer.available for layer in lockdown.layers()), reason="not a full sandbox"
    ),
]
BESIDE = ("intake/files_without_end", "intake/link_to_the_solution",
          "intake/times_and_links_beside_it")  # fmt: skip


def some() -> list[Attack]:
    corpus = attacks()
    first = {attack.kind: attack for attack in reversed(cross_section(corpus))}
    return [*first.values(), *(attack for attack in corpus if attack.name in BESIDE)]


@pytest.mark.parametrize("path", PATHS)
def test_no_attack_gets_anything_in_nbgrader(tmp_path: Path, path: str) -> None:
    chosen = some()
    run = attack_nbgrader.grade(tmp_path, chosen, path)
    assert run.faults == []
    assert hurt(run) == []
    found = {attack.name: verdict(run, attack) for attack in chosen}
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert traces() == []
    honest = Page(run.page(NEIGHBOUR, USUAL))
    for attack in chosen:
        text = run.page(attack.student, USUAL)
        page = Page(text)
        assert (page.events, page.odd) == (honest.events, honest.odd)
        assert page.scripts in (honest.scripts, [])
        assert CANARY not in text
