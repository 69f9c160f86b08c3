"""Where a small change can be made in a function: its expressions and its lists of statements."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.proof.siblings import Siblings

_NO_CODE = frozenset({"annotation", "returns", "decorator_list", "type_params", "args", "ctx"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A child of a node: `owner.field`, or its entry `index` where the field is a list."""

    owner: ast.AST
    field: str
    index: int | None

    def get(self) -> Any:
        value = getattr(self.owner, self.field)
        return value if self.index is None else value[self.index]

    def put(self, value: Any) -> None:
        if self.index is None:
            setattr(self.owner, self.field, value)
        else:
            getattr(self.owner, self.field)[self.index] = value


@dataclass(frozen=True, slots=True)
class Block:
    """A list of statements: `owner.field`."""

    owner: ast.AST
    field: str

    @property
    def statements(self) -> list[ast.stmt]:
        found: list[ast.stmt] = getattr(self.owner, self.field)
        return found

    def put(self, statements: list[ast.stmt]) -> None:
        setattr(self.owner, self.field, statements)


def expressions(function: ast.FunctionDef) -> Iterator[Slot]:
    """The slots of all expressions that are evaluated in the body, outer ones first."""
    for index, statement in enumerate(function.body):
        if not _is_docstring(statement):
            yield from _within(statement, Slot(function, "body", index))


def _within(node: ast.AST, slot: Slot) -> Iterator[Slot]:
    if isinstance(node, (ast.expr, ast.Slice)):
        yield slot
    for field, value in ast.iter_fields(node):
        if field in _NO_CODE and not isinstance(node, ast.Call):
            continue
        if isinstance(value, ast.AST):
            yield from _within(value, Slot(node, field, None))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield from _within(item, Slot(node, field, index))


def blocks(function: ast.FunctionDef) -> Iterator[Block]:
    """All lists of statements in the function, its own first."""
    for node in ast.walk(function):
        for field in ("body", "orelse"):
            value = getattr(node, field, None)
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                yield Block(node, field)


def own_statements(block: Block) -> range:
    """The indices of a block's statements, without a docstring."""
    statements = block.statements
    return range(1 if _is_docstring(statements[0]) else 0, len(statements))


def _is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


@dataclass(frozen=True, slots=True)
class Scope:
    """What a function's code can name: its parameters and variables, and the other tasks."""

    names: tuple[str, ...]
    tasks: tuple[str, ...]
    strings: tuple[str, ...]
    siblings: Siblings


def scope_of(function: ast.FunctionDef, tasks: tuple[str, ...], siblings: Siblings) -> Scope:
    """The scope of a task's function."""
    names = [argument.arg for argument in function.args.args]
    strings: list[str] = []
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
    for slot in expressions(function):
        node = slot.get()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            strings.append(node.value)
    others = tuple(task for task in tasks if task != function.name)
    return Scope(
        tuple(name for name in dict.fromkeys(names) if name != "_"),
        others,
        tuple(dict.fromkeys(strings)),
        siblings,
    )
