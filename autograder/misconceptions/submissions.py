"""An entry as a student would hand it in: the solution's module with one function replaced."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from pathlib import Path

from autograder.course import Course
from autograder.submission.folder import Submission
from autograder.submission.reading import Handed

from .catalogue import Function

RIGHT = "right_"  # before the names of the solution's functions that a wrong one calls
_IMPORTS = """\
from __future__ import annotations
import copy, math, random
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations
from math import prod
from typing import Any
import numpy as np
from numpy.typing import NDArray
"""
_TORCH = "import torch\nfrom torch import nn\n"


def with_way(course: Course, assignment: str, task: str, way: Function) -> str:
    """A Python file in which `task` is this wrong function and all else is right.

    What the wrong function calls of the solution goes along under other names, so that the
    mistake stays where it is.
    """
    solution = _solution(course, assignment)
    defined = _defined(Path(inspect.getsourcefile(way) or ""))
    tasks = {node.name for node in solution.body if isinstance(node, ast.FunctionDef)}
    wrong = defined[way.__name__]
    assert isinstance(wrong, ast.FunctionDef)
    needed = [node for node in _needed(wrong, defined) if node is not wrong]
    wrong.name = task
    parts = [*_right(course, assignment), *needed, wrong]
    for node in [*needed, wrong]:
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = []
        _rename(node, tasks)
    return _text(course, assignment, [*solution.body, *parts])


def with_function(course: Course, assignment: str, text: str) -> str:
    """A Python file in which these definitions stand in the place of the solution's."""
    return _text(course, assignment, [*_solution(course, assignment).body, *ast.parse(text).body])


def as_submission(course: Course, assignment: str, student: str, text: str) -> Submission:
    """This Python file, handed in by this student."""
    assert assignment in course.names
    return Submission(student, assignment, Handed((text,)), text.encode(), ())


def _solution(course: Course, assignment: str) -> ast.Module:
    path = course.folder / "solutions" / f"{assignment}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def _right(course: Course, assignment: str) -> list[ast.stmt]:
    functions = [
        node for node in _solution(course, assignment).body if isinstance(node, ast.FunctionDef)
    ]
    tasks = {node.name for node in functions}
    for node in functions:
        _rename(node, tasks)
        node.name = RIGHT + node.name
    return list(functions)


def _rename(node: ast.stmt, tasks: Iterable[str]) -> None:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id in tasks:
            inner.id = RIGHT + inner.id


def _defined(file: Path) -> dict[str, ast.stmt]:
    """What the file and the others of its assignment define, by name; its own come first."""
    others = sorted(other for other in file.parent.glob("[!_]*.py") if other != file)
    found: dict[str, ast.stmt] = {}
    for each in (file, *others):
        for node in ast.parse(each.read_text(encoding="utf-8")).body:
            for name in _names(node):
                found.setdefault(name, node)
    return found


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def _needed(node: ast.stmt, defined: dict[str, ast.stmt]) -> list[ast.stmt]:
    """The definitions that this one leads to, in the order of `defined`."""
    found: list[ast.stmt] = []
    todo = [node]
    while todo:
        found.append(todo.pop())
        used = {inner.id for inner in ast.walk(found[-1]) if isinstance(inner, ast.Name)}
        todo += [
            defined[name]
            for name in used
            if name in defined and defined[name] not in found and defined[name] not in todo
        ]
    return [each for each in defined.values() if each in found]


def _text(course: Course, assignment: str, body: list[ast.stmt]) -> str:
    torch = _TORCH if course.assignment(assignment).torch else ""
    return _IMPORTS + torch + ast.unparse(ast.Module(body, [])) + "\n"
