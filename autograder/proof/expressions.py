"""Small mistakes within an expression: another operator, constant, index, name or argument."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from autograder.proof.code_places import Scope

Change = ast.expr
_OPERATORS: Final[dict[type[ast.operator], tuple[type[ast.operator], ...]]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add, ast.MatMult),
    ast.Div: (ast.Mult, ast.Sub, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mod),
    ast.Mod: (ast.FloorDiv, ast.Div),
    ast.Pow: (ast.Mult, ast.Div),
    ast.MatMult: (ast.Mult,),
}
_COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Gt: (ast.GtE, ast.Lt, ast.Eq),
    ast.GtE: (ast.Gt, ast.Lt, ast.Eq),
    ast.Lt: (ast.LtE, ast.Gt, ast.NotEq),
    ast.LtE: (ast.Lt, ast.Gt, ast.Eq),
    ast.Eq: (ast.NotEq, ast.Lt, ast.Gt),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}


def changes(node: ast.AST, scope: Scope) -> Iterator[Change]:
    """Every expression that stands for `node` in one mutant."""
    for kind, make in _MAKERS.items():
        if isinstance(node, kind):
            yield from make(node, scope)


def _of_operation(node: ast.BinOp, _scope: Scope) -> Iterator[Change]:
    for operator in _OPERATORS.get(type(node.op), ()):
        yield ast.BinOp(node.left, operator(), node.right)
    yield node.left
    yield node.right
    yield ast.UnaryOp(ast.USub(), node)
    if isinstance(node.op, (ast.Sub, ast.Div, ast.Pow, ast.MatMult)):
        yield ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, ast.MatMult):
        yield ast.BinOp(_transposed(node.left), node.op, node.right)
        yield ast.BinOp(node.left, node.op, _transposed(node.right))


def _transposed(node: ast.expr) -> ast.expr:
    return ast.Attribute(node, "T", ast.Load())


def _of_sign(node: ast.UnaryOp, _scope: Scope) -> Iterator[Change]:
    yield node.operand


def _of_comparison(node: ast.Compare, _scope: Scope) -> Iterator[Change]:
    for operator in _COMPARISONS.get(type(node.ops[0]), ()):
        yield ast.Compare(node.left, [operator(), *node.ops[1:]], node.comparators)
    for by in (1, -1):
        yield ast.Compare(node.left, node.ops, [_moved(node.comparators[0], by)])
    yield ast.Constant(True)
    yield ast.Constant(False)


def _of_choice(node: ast.IfExp, _scope: Scope) -> Iterator[Change]:
    yield ast.IfExp(node.test, node.orelse, node.body)
    yield node.body
    yield node.orelse


def _of_boolean(node: ast.BoolOp, _scope: Scope) -> Iterator[Change]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    yield from node.values


def _of_constant(node: ast.Constant, scope: Scope) -> Iterator[Change]:
    value = node.value
    others: list[object] = []
    if isinstance(value, bool):
        others = [not value]
    elif value is None:
        others = [0, -1]
    elif isinstance(value, int):
        others = [value + 1, value - 1, -value, 0, 2 * value]
    elif isinstance(value, float):
        others = [value + 1.0, value - 1.0, -value, 0.0, 2 * value, value / 2]
    elif isinstance(value, str):
        place = scope.strings.index(value)
        others = [*scope.strings[place + 1 :][:2], *scope.strings[:place][-2:], value.title()]
    for other in dict.fromkeys(others):
        if other != value or type(other) is not type(value):
            yield ast.Constant(other)  # type: ignore[arg-type]


def _of_name(node: ast.Name, scope: Scope) -> Iterator[Change]:
    if not isinstance(node.ctx, ast.Load):
        return
    known = scope.names if node.id in scope.names else ()
    known = scope.tasks if node.id in scope.tasks else known
    for other in known:
        if other != node.id:
            yield ast.Name(other, ast.Load())
    for sibling in scope.siblings.of_name(node.id):
        yield ast.Name(sibling, ast.Load())


def _of_attribute(node: ast.Attribute, scope: Scope) -> Iterator[Change]:
    if node.attr == "T":
        yield node.value
    for sibling in scope.siblings.of_name(node.attr):
        yield ast.Attribute(node.value, sibling, ast.Load())


def _of_call(node: ast.Call, scope: Scope) -> Iterator[Change]:
    arguments = node.args
    for place, _ in enumerate(pairwise(arguments)):
        swapped = [*arguments]
        swapped[place : place + 2] = arguments[place + 1], arguments[place]
        yield ast.Call(node.func, swapped, node.keywords)
    if len(arguments) == 1:
        yield arguments[0]
    if len(arguments) > 1:
        for place, _argument in enumerate(arguments):
            yield ast.Call(node.func, [*arguments[:place], *arguments[place + 1 :]], node.keywords)
    for place, _keyword in enumerate(node.keywords):
        rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
        yield ast.Call(node.func, arguments, rest)
    if isinstance(node.func, ast.Attribute) and not arguments:
        yield node.func.value
    for keyword in scope.siblings.of_call(_name(node.func)):
        yield ast.Call(node.func, arguments, [*node.keywords, keyword])
    if _name(node.func) == "range":
        yield from _off_by_one(node)


def _off_by_one(node: ast.Call) -> Iterator[Change]:
    for place, argument in enumerate(node.args):
        for by in (1, -1):
            moved = [*node.args]
            moved[place] = _moved(argument, by)
            yield ast.Call(node.func, moved, node.keywords)


def _of_element(node: ast.Subscript, _scope: Scope) -> Iterator[Change]:
    yield node.value
    if isinstance(node.slice, ast.Slice):
        bounds = node.slice
        yield ast.Subscript(node.value, ast.Slice(bounds.upper, bounds.lower), node.ctx)
        for name in ("lower", "upper"):
            bound = getattr(bounds, name)
            if bound is None:
                continue
            for other in (None, _moved(bound, 1), _moved(bound, -1)):
                lower, upper = (
                    other if name == edge else getattr(bounds, edge) for edge in ("lower", "upper")
                )
                yield ast.Subscript(node.value, ast.Slice(lower, upper, bounds.step), node.ctx)
    elif not isinstance(node.slice, ast.Constant):
        for by in (1, -1):
            yield ast.Subscript(node.value, _moved(node.slice, by), node.ctx)


def _of_parts(node: ast.Tuple | ast.List, _scope: Scope) -> Iterator[Change]:
    if not isinstance(node.ctx, ast.Load) or len(node.elts) < 2:
        return
    for place, _ in enumerate(pairwise(node.elts)):
        swapped = [*node.elts]
        swapped[place : place + 2] = node.elts[place + 1], node.elts[place]
        yield type(node)(swapped, ast.Load())
    for place, _part in enumerate(node.elts):
        yield type(node)([*node.elts[:place], *node.elts[place + 1 :]], ast.Load())


def _moved(node: ast.expr, by: int) -> ast.expr:
    operator = ast.Add() if by > 0 else ast.Sub()
    return ast.BinOp(node, operator, ast.Constant(abs(by)))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


_MAKERS: Final[dict[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[Change]]]] = {
    ast.BinOp: _of_operation,
    ast.UnaryOp: _of_sign,
    ast.Compare: _of_comparison,
    ast.IfExp: _of_choice,
    ast.BoolOp: _of_boolean,
    ast.Constant: _of_constant,
    ast.Name: _of_name,
    ast.Attribute: _of_attribute,
    ast.Call: _of_call,
    ast.Subscript: _of_element,
    (ast.Tuple, ast.List): _of_parts,
}
