"""Mutants from the catalogue: every entry in each of its ways, and pairs of entries."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from itertools import combinations

from autograder.course import Assignment, Course
from autograder.misconceptions.catalogue import load
from autograder.misconceptions.submissions import RIGHT, with_way

from .mutants import Mutant


def of_entries(course: Course, assignment: Assignment) -> list[Mutant]:
    """The solution with one task wrong, once for each way of each entry."""
    return [
        Mutant(
            f"{entry.id}:{way.__name__}",
            (entry.task,),
            entry.title,
            (with_way(course, assignment.name, entry.task, way),),
            entry.id,
        )
        for entry in load(assignment).entries
        for way in entry.ways
    ]


def pairs_of(assignment: Assignment, most: int | None, seed: int) -> list[tuple[str, str]]:
    """The ids of every two entries about two tasks, or so many of them, drawn with the seed."""
    entries = load(assignment).entries
    pairs = [
        (one.id, other.id) for one, other in combinations(entries, 2) if one.task != other.task
    ]
    if most is None or len(pairs) <= most:
        return pairs
    return sorted(random.Random(seed).sample(pairs, most), key=pairs.index)


class Pairs:
    """Submissions in which two tasks are wrong, each after the first way of an entry."""

    def __init__(self, course: Course, assignment: Assignment) -> None:
        self._course = course
        self._assignment = assignment
        self._tasks = {task.name for task in assignment.tasks}
        self._entries = {entry.id: entry for entry in load(assignment).entries}
        self._parts: dict[tuple[str, bool, bool], str] = {}

    def mutant(self, one: str, other: str, *, apart: bool = False) -> Mutant:
        """What one needs of the other's task it gets from the wrong function, or, if they are to
        be kept `apart`, from a right one.
        """
        cells = self._part(one, True, apart), self._part(other, False, apart)
        tasks = self._entries[one].task, self._entries[other].task
        return Mutant(f"{one} + {other}", tasks, "two mistakes", cells)

    def _part(self, id: str, whole: bool, apart: bool) -> str:
        """The entry's wrong function and what it needs, with the whole solution or without."""
        if (id, whole, apart) not in self._parts:
            entry = self._entries[id]
            text = with_way(self._course, self._assignment.name, entry.task, entry.ways[0])
            module = ast.parse(text)
            body = module.body if whole else list(self._without_solution(module, entry.task))
            for node in body:
                if not apart and not _is_right(node):
                    _rename(node, self._tasks - {entry.task})
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
