"""The text of an assignment's solution, and its functions."""

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
