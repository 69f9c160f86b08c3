"""Small mistakes among statements: one dropped, doubled, moved, or returned from too early."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.proof.code_places import Block, Scope, own_statements

Statements = list[ast.stmt]


def changes(block: Block, scope: Scope) -> Iterator[Statements]:
    """Every list of statements that stands for the block in one mutant."""
    for place in own_statements(block):
        before, statement, after = _cut(block.statements, place)
        for others in _instead(statement, scope):
            yield [*before, *others, *after]
        if after and not _independent(statement, after[0]):
            yield [*before, after[0], statement, *after[1:]]
    if isinstance(block.owner, (ast.For, ast.While)) and block.field == "body":
        yield [*block.statements, ast.Break()]


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether these are assignments of which neither reads or writes what the other writes."""
    if not (isinstance(one, ast.Assign) and isinstance(other, ast.Assign)):
        return False
    reads = [_names(each.value) for each in (one, other)]
    writes = [set().union(*map(_names, each.targets)) for each in (one, other)]
    same = one is not other and writes[0] & writes[1]
    return not (same or writes[0] & reads[1] or writes[1] & reads[0])


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _cut(statements: Statements, place: int) -> tuple[Statements, ast.stmt, Statements]:
    return statements[:place], statements[place], statements[place + 1 :]


def _instead(statement: ast.stmt, scope: Scope) -> Iterator[Statements]:
    """What may stand for one statement."""
    if isinstance(statement, ast.Return):
        yield from _returns(statement, scope)
        return
    yield [ast.Pass()]
    if not isinstance(statement, ast.Assign) or not _independent(statement, statement):
        yield [statement, statement]
    if isinstance(statement, ast.AugAssign):
        yield [ast.Assign([statement.target], statement.value)]
        other = ast.Sub() if isinstance(statement.op, ast.Add) else ast.Add()
        yield [ast.AugAssign(statement.target, other, statement.value)]
    elif isinstance(statement, ast.If):
        yield [*statement.body]
        yield [*statement.orelse] or [ast.Pass()]
        yield [ast.If(statement.test, statement.body, [])]
        yield [ast.If(ast.UnaryOp(ast.Not(), statement.test), statement.body, statement.orelse)]
    elif isinstance(statement, ast.With):
        yield [*statement.body]
    elif isinstance(statement, ast.For):
        yield from _loops(statement)


def _loops(loop: ast.For) -> Iterator[Statements]:
    """The loop with its first or its last statement outside."""
    *most, last = loop.body
    first, *rest = loop.body
    if most:
        yield [_like(loop, most), last]
        yield [first, _like(loop, rest)]
    calls = [node for node in ast.walk(last) if isinstance(node, ast.Call)]
    if isinstance(last, ast.Expr) and calls:
        yield [_like(loop, [*loop.body, ast.Expr(calls[0])])]


def _like(loop: ast.For, body: Statements) -> ast.For:
    return ast.For(loop.target, loop.iter, body, loop.orelse)


def _returns(statement: ast.Return, scope: Scope) -> Iterator[Statements]:
    """An earlier value is returned, or none, or the value moved by one."""
    yield [ast.Return(None)]
    for name in scope.names:
        yield [ast.Return(ast.Name(name, ast.Load()))]
    if statement.value is not None and not isinstance(statement.value, (ast.Tuple, ast.Constant)):
        for operator in (ast.Add(), ast.Sub()):
            yield [ast.Return(ast.BinOp(statement.value, operator, ast.Constant(1)))]
        yield [ast.Return(ast.UnaryOp(ast.USub(), statement.value))]


def early_returns(function: ast.FunctionDef) -> Iterator[tuple[Block, Statements]]:
    """The function's last return at the end of a loop's body: it never comes to a second round."""
    last = function.body[-1]
    if not isinstance(last, ast.Return):
        return
    for node in ast.walk(function):
        if isinstance(node, ast.For):
            yield Block(node, "body"), [*node.body, last]
