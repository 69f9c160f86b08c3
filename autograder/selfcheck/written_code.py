"""What is written in a cell: stubs, code beside them, and what a cell defines."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from types import FunctionType
from typing import Any

_STUB = "NotImplementedError"


def definition(function: Any) -> ast.FunctionDef | None:
    """A function as it was written; None where its text is not known."""
    if not isinstance(function, FunctionType):
        return None
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError, IndexError, ValueError):
        return None
    found = tree.body[0] if tree.body else None
    return found if isinstance(found, ast.FunctionDef) else None


def is_stub(function: Any) -> bool:
    """Whether nothing but a docstring and `raise NotImplementedError` is in it."""
    written = definition(function)
    body = [] if written is None else list(_statements(written))
    return len(body) == 1 and _is_stub(body[0])


def has_code_beside_stub(function: Any) -> bool:
    """Whether there is code, and the stub's `raise` as well."""
    written = definition(function)
    body = [] if written is None else list(_statements(written))
    return len(body) > 1 and any(map(_is_stub, body))


def defined_in(code: str) -> dict[str, str | None]:
    """The functions that a cell defines at its top, each with its docstring."""
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError):
        return {}
    return {
        each.name: ast.get_docstring(each) for each in body if isinstance(each, ast.FunctionDef)
    }


def _statements(written: ast.FunctionDef) -> Iterator[ast.stmt]:
    """The body without docstrings."""
    for each in written.body:
        if not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)):
            yield each


def _is_stub(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Raise):
        return False
    raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
    return isinstance(raised, ast.Name) and raised.id == _STUB
