"""The text of an assignment's solution: its functions, and which of them call which."""

from __future__ import annotations

import ast
from pathlib import Path

from autograder.checks.content import SOLUTIONS
from autograder.course import Assignment, Course


def file_of(course: Course, assignment: str) -> Path:
    """Where the solution stands."""
    return course.folder / SOLUTIONS / assignment / "solution.py"


def text_of(course: Course, assignment: str) -> str:
    """The whole file."""
    return file_of(course, assignment).read_text(encoding="utf-8")


def functions_of(source: str, assignment: Assignment) -> dict[str, ast.FunctionDef]:
    """The functions in the text of a solution, by task."""
    tasks = {task.name for task in assignment.tasks}
    return {
        node.name: node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name in tasks
    }


def names_in(node: ast.AST) -> set[str]:
    """Every name that the code reads or binds."""
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def calls_of(source: str, assignment: Assignment) -> dict[str, frozenset[str]]:
    """For each task of the solution: itself and the tasks that it calls, at any distance."""
    functions = functions_of(source, assignment)
    direct = {task: names_in(function) & set(functions) for task, function in functions.items()}
    reached: dict[str, frozenset[str]] = {}
    for task in functions:
        found, todo = {task}, [task]
        while todo:
            new = direct[todo.pop()] - found
            found |= new
            todo += new
        reached[task] = frozenset(found)
    return reached
