"""A mistake as a student would hand it in: the solution's text with one function replaced.

What the wrong function uses of the course's other files goes along: helpers as they are, the
solution's functions under other names, so that the mistake stays where it is.
"""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from autograder.checks.content import FOLDERS, ContentError
from autograder.course import Course
from autograder.hints.declare import Function
from autograder.proof.solution_text import file_of, names_in, text_of

RIGHT: Final = "right_"  # before the names of the solution's functions that a wrong one calls
_ABOUT: Final = frozenset({"annotation", "returns", "decorator_list"})
_FUTURE: Final = "from __future__ import annotations\n"


def with_variant(course: Course, assignment: str, task: str, variant: Function) -> str:
    """A Python file in which `task` is this wrong function and all else is right.

    Raises ContentError for a function that uses what no student has.
    """
    body = ast.parse(text_of(course, assignment)).body
    right = {node.name: RIGHT + node.name for node in body if isinstance(node, ast.FunctionDef)}
    copies = [copy.deepcopy(node) for node in body if isinstance(node, ast.FunctionDef)]
    for node in copies:
        _rename(node, right)
        node.name = RIGHT + node.name
    needed = _Needed(course, file_of(course, assignment))
    needed.add(Path(inspect.getsourcefile(variant) or ""), variant.__name__)
    for each in needed.found.values():
        if isinstance(each, ast.FunctionDef):
            each.decorator_list = []
        _rename(each, right | {variant.__name__: task})
    wrong = needed.found.pop(variant.__name__)
    assert isinstance(wrong, ast.FunctionDef)
    wrong.name = task
    return _FUTURE + ast.unparse(ast.Module([*body, *copies, *needed.found.values(), wrong], []))


class _Needed:
    """The definitions that a function leads to, by name; each after those that it uses."""

    def __init__(self, course: Course, solution: Path) -> None:
        self._course = course
        self._solution = solution
        self._files: dict[Path, dict[str, ast.stmt]] = {}
        self.found: dict[str, ast.stmt] = {}

    def add(self, file: Path, name: str) -> None:
        """What the file means by this name; nothing if it is Python's own, or the solution's."""
        if file not in self._files:
            self._files[file] = _bindings(file)
        node = self._files[file].get(name)
        if node is None or file == self._solution:
            return
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module.partition(".")[0] in FOLDERS:
                self._add_import(file, name, node)
                return
            if node.module.partition(".")[0] == __name__.partition(".")[0]:
                raise ContentError(
                    f"{self._shown(file)}:{node.lineno}: a wrong function uses {name}, which no "
                    "student has; write it without"
                )
        if name not in self.found:
            self.found[name] = node  # before those that it uses: they may lead back to it
            for used in sorted(_used(node)):
                self.add(file, used)
            self.found[name] = self.found.pop(name)
        elif ast.dump(self.found[name]) != ast.dump(node):
            raise ContentError(
                f"{self._shown(file)}:{node.lineno}: another file has another {name}; rename one "
                "of them"
            )

    def _add_import(self, file: Path, name: str, node: ast.ImportFrom) -> None:
        [alias] = node.names
        origin = self._course.folder / Path(*str(node.module).split(".")).with_suffix(".py")
        if not origin.is_file() or alias.asname:
            raise ContentError(
                f"{self._shown(file)}:{node.lineno}: {name} is used by a wrong function; import "
                "the function itself, under its own name"
            )
        self.add(origin, alias.name)

    def _shown(self, file: Path) -> Path:
        return file.relative_to(self._course.folder)


def _bindings(file: Path) -> dict[str, ast.stmt]:
    """What the file defines or imports at its top level, by name."""
    found: dict[str, ast.stmt] = {}
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found |= {name: node for target in node.targets for name in names_in(target)}
        elif isinstance(node, ast.AnnAssign):
            found |= dict.fromkeys(names_in(node.target), node)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                single = copy.copy(node)
                single.names = [alias]
                found[alias.asname or alias.name.partition(".")[0]] = single
    return found


def _used(node: ast.stmt) -> set[str]:
    """The names that the code reads from outside."""
    read: set[str] = set()
    bound: set[str] = set()
    for each in _code(node):
        if isinstance(each, ast.Name):
            (read if isinstance(each.ctx, ast.Load) else bound).add(each.id)
        elif isinstance(each, ast.arg):
            bound.add(each.arg)
    return read - bound


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is in it; what is only written about it is no code."""
    yield node
    for field, value in ast.iter_fields(node):
        if field not in _ABOUT:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from _code(each)


def _rename(node: ast.stmt, names: dict[str, str]) -> None:
    outside = _used(node)
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and each.id in names and each.id in outside:
            each.id = names[each.id]
