"""Right solutions in other styles, and right answers of other kinds, keep every point."""

from __future__ import annotations

import random

import pytest
from conftest import HOME

from autograder import course as courses
from autograder.mutation.bench import Bench, Job, Part
from autograder.mutation.campaign import secrets_of, seen_by_checks
from autograder.mutation.styles import KINDS, SOLUTION, Style, kinds_of, styles_of

COURSE = courses.load(HOME)
FILES = [
    pytest.param(assignment.name, style, id=f"{assignment.name}/{style.name}")
    for assignment in COURSE.assignments
    for style in styles_of(COURSE, assignment)
    if style.name != SOLUTION
]
SECRET = secrets_of(1, seed=99)[0]
DRAWN = 60  # styles with another kind of answer, of all NumPy assignments


def lost(bench: Bench, name: str, style: Style, part: Part = "quick") -> tuple[str, ...]:
    verdict = bench.try_out(Job(name, style.cells, (), part, SECRET))
    assert verdict.errors == ()
    return verdict.lost


def test_there_are_sixty_styles_and_each_task_has_several() -> None:
    assert len(FILES) >= 60
    for assignment in COURSE.assignments:
        styles = [s for s in styles_of(COURSE, assignment) if s.name != SOLUTION]
        for task in assignment.tasks:
            assert sum(task.name in style.tasks for style in styles) >= 4, task.name


@pytest.mark.parametrize(("name", "style"), FILES)
def test_a_right_solution_in_another_style_keeps_every_point(
    bench: Bench, name: str, style: Style
) -> None:
    part: Part = "hidden" if COURSE.assignment(name).torch else "all"
    assert lost(bench, name, style, part) == ()


def test_the_whole_training_in_another_style(bench: Bench) -> None:
    styles = {s.name: s for s in styles_of(COURSE, COURSE.assignment("xor"))}
    assert lost(bench, "xor", styles["manual updates"], "all") == ()


def drawn() -> list[tuple[str, Style]]:
    """So many styles with a kind of answer each, every kind among them."""
    found = []
    for assignment in COURSE.assignments:
        if not assignment.torch:
            forms, _chains = seen_by_checks(COURSE, assignment)
            several = {task for task, seen in forms.items() if seen.several}
            styles = styles_of(COURSE, assignment)
            found += [(assignment.name, s) for s in kinds_of(COURSE, assignment, styles, several)]
    chosen = random.Random(7).sample(found, DRAWN)
    assert {style.name.rpartition(", as ")[2] for _, style in chosen} == set(KINDS)
    return chosen


def test_right_answers_of_every_kind_keep_every_point(bench: Bench) -> None:
    for name, style in drawn():
        assert lost(bench, name, style) == (), f"{name}: {style.name}"


@pytest.mark.parametrize("kind", ["torch with a gradient", "shape (1,)", "booleans", "decimals"])
def test_costs_and_predictions_of_other_kinds(bench: Bench, kind: str) -> None:
    assignment = COURSE.assignment("xor")
    solution = styles_of(COURSE, assignment)[:1]
    kinds = {
        s.name.rpartition(", as ")[2]: s for s in kinds_of(COURSE, assignment, solution, set())
    }
    several = kinds_of(COURSE, assignment, solution, {"truth_table"})
    kinds |= {style.name.rpartition(", as ")[2]: style for style in several}
    assert lost(bench, "xor", kinds[kind], "hidden") == ()
