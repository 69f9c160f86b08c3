"""Mutants from the catalogue: every mistake in each of its variants, and pairs of mistakes."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterable, Iterator
from itertools import combinations

from autograder.course import Assignment, Course
from autograder.hints import catalogue
from autograder.hints.catalogue import Mistake
from autograder.proof.mutants import Mutant
from autograder.proof.submission_text import RIGHT, with_variant


def mistakes_of(course: Course, assignment: Assignment) -> tuple[Mistake, ...]:
    """The assignment's mistakes, task by task, if it has any. Raises ContentError."""
    return catalogue.load(course.folder, assignment.name, tuple(assignment.points)).mistakes


def of_mistakes(course: Course, assignment: Assignment) -> list[Mutant]:
    """The solution with one task wrong, once for each variant of each mistake."""
    return [
        Mutant(
            f"{mistake.id}:{variant.__name__}",
            (mistake.task,),
            mistake.words.title,
            (with_variant(course, assignment.name, mistake.task, variant),),
            mistake.id,
        )
        for mistake in mistakes_of(course, assignment)
        for variant in mistake.variants
    ]


def first_variants(mutants: Iterable[Mutant]) -> list[Mutant]:
    """One of these for each mistake."""
    found: dict[str | None, Mutant] = {}
    for mutant in mutants:
        found.setdefault(mutant.mistake, mutant)
    return list(found.values())


class Pairs:
    """Submissions in which two tasks are wrong, each after the first variant of a mistake."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        self._course = course
        self._assignment = assignment
        self._tasks = {task.name for task in assignment.tasks}
        self._mistakes = {each.id: each for each in mistakes_of(course, assignment)}
        self._parts: dict[tuple[str, bool, bool], str] = {}

    def ids(self, most: int | None, seed: int) -> list[tuple[str, str]]:
        """Every two mistakes about two tasks, or so many pairs of them, drawn with the seed."""
        pairs = [
            (one.id, other.id)
            for one, other in combinations(self._mistakes.values(), 2)
            if one.task != other.task
        ]
        if most is None or len(pairs) <= most:
            return pairs
        return sorted(random.Random(seed).sample(pairs, most), key=pairs.index)

    def mutant(self, one: str, other: str, *, apart: bool = False) -> Mutant:
        """What one needs of the other's task it gets from the wrong function, or, if they are to
        be kept `apart`, from a right one.
        """
        cells = self._part(one, True, apart), self._part(other, False, apart)
        tasks = self._mistakes[one].task, self._mistakes[other].task
        return Mutant(self.id(one, other), tasks, "two mistakes", cells)

    def id(self, one: str, other: str) -> str:
        """The pair's name in the proof."""
        return f"{one} + {other}"

    def _part(self, id: str, whole: bool, apart: bool) -> str:
        """The wrong function and what it needs, with the whole solution or without."""
        if (id, whole, apart) not in self._parts:
            mistake = self._mistakes[id]
            text = with_variant(
                self._course, self._assignment.name, mistake.task, mistake.variants[0]
            )
            module = ast.parse(text)
            body = module.body if whole else list(self._without_solution(module, mistake.task))
            for node in body:
                if not apart and not _is_right(node):
                    _rename(node, self._tasks - {mistake.task})
            self._parts[id, whole, apart] = ast.unparse(ast.Module(body, []))
        return self._parts[id, whole, apart]

    def _without_solution(self, module: ast.Module, task: str) -> Iterator[ast.stmt]:
        """What the wrong function needs, and it: the last function of the task's name."""
        wrong = [n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == task][-1]
        for node in module.body:
            is_solution = isinstance(node, ast.FunctionDef) and node.name in self._tasks
            if node is wrong or not is_solution:
                yield node


def _is_right(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith(RIGHT)


def _rename(node: ast.stmt, tasks: set[str]) -> None:
    """Let the code call the module's own functions for these tasks."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id.removeprefix(RIGHT) in tasks:
            inner.id = inner.id.removeprefix(RIGHT)
