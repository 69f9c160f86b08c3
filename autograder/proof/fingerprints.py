"""Finds code of one place in another, also renamed and reformatted: by the shape of its syntax.

A fingerprint forgets names (but for builtins and attributes), annotations, docstrings and
layout. Of secret code it keeps each function's body, unless that is one short expression; of
solutions also each inner block of two statements or more and each longer expression. In the
searched code it looks at every run of statements and at every expression.
"""

from __future__ import annotations

import ast
import builtins
import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Outline = tuple[str | int, ...]
Code = Sequence[ast.AST]  # statements, the last as its value where it has one; or one expression

_BUILTINS: Final = frozenset(dir(builtins))
_OPERATIONS: Final = (
    ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Call, ast.IfExp, ast.Subscript,
    ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp, ast.Dict, ast.Lambda,
)  # fmt: skip
LEAST_OPERATIONS: Final = 2  # of a whole body: W @ x and o - target are everybody's
LONGER: Final = 5  # operations of an expression that tells something by itself


class Fingerprints:
    """Fingerprints of code that must not be found elsewhere, each with where it comes from."""

    def __init__(self, solutions: Mapping[str, str], checks: Mapping[str, str]) -> None:
        self.origins: dict[str, str] = {}
        self._outlines: set[Outline] = set()
        for module, text in {**solutions, **checks}.items():
            for function in ast.walk(ast.parse(text)):
                if isinstance(function, ast.FunctionDef):
                    codes = [*_whole(function)]
                    if module in solutions:
                        codes += _pieces(function)
                    for code in codes:
                        self.origins.setdefault(_fingerprint(code), f"{module}: {function.name}")
                        self._outlines.add(_outline(code))
        self._lengths = {len(outline) - 1 for outline in self._outlines}

    def found_in(self, code: str) -> set[str]:
        """The secrets that stand in this code."""
        tree = ast.parse(code)
        candidates: list[Code] = [*_runs(tree, self._lengths)]
        candidates += [[node] for node in _expressions(tree)]
        alike = (each for each in candidates if _outline(each) in self._outlines)
        return {self.origins[each] for each in set(map(_fingerprint, alike)) & set(self.origins)}


def _whole(function: ast.FunctionDef) -> Iterator[Code]:
    body = _without_docstring(function.body)
    if len(body) > 1 or _operations(body[0]) >= LEAST_OPERATIONS:
        yield _code(body)


def _pieces(function: ast.FunctionDef) -> Iterator[Code]:
    yield from (_code(block) for block in _blocks(function) if len(block) > 1)
    yield from ([node] for node in _expressions(function) if _operations(node) >= LONGER)


def _runs(tree: ast.AST, lengths: set[int]) -> Iterator[Code]:
    for block in _blocks(tree):
        for length in lengths:
            for start in range(len(block) - length + 1):
                yield _code(block[start : start + length])


def _expressions(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, _OPERATIONS) and isinstance(node, ast.expr):
            yield node


def _blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every list of statements in the tree."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield _without_docstring(block)


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if documented and len(body) > 1 else body


def _operations(node: ast.AST) -> int:
    return sum(isinstance(each, _OPERATIONS) for each in ast.walk(node))


def _code(block: list[ast.stmt]) -> Code:
    """The statements; at their end `return v`, `name = v` and `v` are the same."""
    *first, last = block
    value = getattr(last, "value", None)
    return [*first, value if isinstance(value, ast.expr) else last]


def _outline(code: Code) -> Outline:
    """A rough fingerprint, to compare the rest only where it is worth it."""
    last = code[-1]
    size = sum(1 for _ in ast.walk(last)) if isinstance(last, ast.expr) else 0
    return *(type(node).__name__.removeprefix("Ann") for node in code), size


def _fingerprint(code: Code) -> str:
    forget = _Forget()
    return "\n".join(ast.dump(forget.visit(copy.deepcopy(node))) for node in code)


class _Forget(ast.NodeTransformer):
    """Names become numbers in the order of their appearance; annotations and docstrings go."""

    def __init__(self) -> None:
        self._numbers: dict[str, str] = {}

    def _name(self, name: str) -> str:
        if name in _BUILTINS:
            return name
        return self._numbers.setdefault(name, f"n{len(self._numbers)}")

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self._name(node.id), ast.Load())

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self._name(node.arg))

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        value = node.value
        if isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        return ast.Constant(value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            return ast.Pass()
        return self.generic_visit(ast.Assign([node.target], node.value))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        body = _without_docstring(node.body)
        plain = ast.FunctionDef(self._name(node.name), node.args, body, [])
        return self.generic_visit(plain)
