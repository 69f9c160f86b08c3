"""Right solutions that an assignment's tasks can be carried by: the solution, and other styles."""

from __future__ import annotations

import ast
import functools
import inspect
import sys
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from autograder.checks import content
from autograder.checks.content import SOLUTIONS
from autograder.values.plain import to_value

Functions = Mapping[str, Any]

RIGHT: Final = "right"  # the folder of right solutions in other styles


@dataclass(frozen=True)
class Solution:
    """A module with right functions; `calls`: the other tasks that one of them may call."""

    course: Path
    module: str
    calls: frozenset[str]

    def functions(self, others: Functions) -> Functions:
        """Its functions, which call `others` in the place of some. Raises ContentError."""
        return content.with_functions(self.course, self.module, others)


@functools.cache
def of_task(course: Path, assignment: str, tasks: Sequence[str], task: str) -> list[Solution]:
    """The solution, then one style for each other choice of earlier tasks that a right one calls.

    The order in which it calls them belongs to the choice: one may change what the next one gets.
    Of several with the same choice the first by name: it hands on what it got, uncopied.
    Of a task without arguments, whose answers may all be right ones, one for each other answer.
    Styles that need packages which the solution does not need are left out: they take long to
    load. Raises ContentError.
    """
    plain = content.solution_module(assignment)
    packages = _packages(course, plain)
    found: dict[Hashable, Solution] = {}
    for name in (plain, *styles(course, assignment)):
        calls = calls_of(course, name, tasks).get(task)
        if calls is not None and _packages(course, name) <= packages:
            solution = Solution(course, name, calls)
            order = _order(course, name, task, calls)
            found.setdefault((calls, order, _own_answer(solution, task)), solution)
    return list(found.values())


def _order(course: Path, name: str, task: str, calls: Set[str]) -> tuple[str, ...]:
    """The earlier tasks in the order in which the function itself calls them, if it calls all."""
    [*_, own] = [each for each in _parsed(course, name).body if task in _bound(each)]
    names = [node for node in ast.walk(own) if isinstance(node, ast.Name) and node.id in calls]
    names.sort(key=lambda node: (node.lineno, node.col_offset))
    order = tuple(dict.fromkeys(node.id for node in names))
    return order if calls == set(order) else tuple(sorted(calls))


def _own_answer(solution: Solution, task: str) -> Hashable:
    function = solution.functions({})[task]
    if not inspect.isfunction(function) or inspect.signature(function).parameters:
        return None
    return repr(to_value(function()))


def styles(course: Path, assignment: str) -> list[str]:
    """The modules of an assignment's right solutions in other styles."""
    folder = course / SOLUTIONS / assignment / RIGHT
    files = sorted(folder.glob("[!_]*.py"))
    return [f"{SOLUTIONS}.{assignment}.{RIGHT}.{file.stem}" for file in files]


@functools.cache
def _parsed(course: Path, name: str) -> ast.Module:
    file = course / Path(*name.split(".")).with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def _packages(course: Path, name: str) -> set[str]:
    """What the module imports beyond Python's own library."""
    nodes = list(ast.walk(_parsed(course, name)))
    imported = [a.name for n in nodes if isinstance(n, ast.Import) for a in n.names]
    imported += [n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module]
    return {each.partition(".")[0] for each in imported} - sys.stdlib_module_names


@functools.cache
def calls_of(course: Path, name: str, tasks: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each task that the module binds: the other tasks that it uses, at any distance."""
    uses: dict[str, set[str]] = {}
    for statement in _parsed(course, name).body:
        nodes = list(ast.walk(statement))
        loaded = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        for name in _bound(statement):
            uses.setdefault(name, set()).update(loaded)
    others = {task: _reached(task, uses) & set(tasks) - {task} for task in tasks if task in uses}
    return {task: frozenset(called) for task, called in others.items()}


def _bound(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        yield statement.name
        return
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _reached(name: str, uses: Mapping[str, set[str]]) -> set[str]:
    found, todo = {name}, [name]
    while todo:
        new = uses.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found
