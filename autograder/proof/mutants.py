"""Mutants: the solution of an assignment with one small mistake in one task."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from autograder.course import Assignment, Course
from autograder.proof import expressions, siblings, statements
from autograder.proof.code_places import Scope, blocks, scope_of
from autograder.proof.code_places import expressions as slots_of
from autograder.proof.solution_text import functions_of, text_of

_WIDE: Final = 90  # a difference that takes more characters is shown in part
_AROUND: Final = 20


@dataclass(frozen=True, slots=True)
class Mutant:
    """A submission in which `tasks` are wrong; `change` says how, in one line.

    `mistake`: the id of the catalogue's mistake that was made.
    """

    id: str
    tasks: tuple[str, ...]
    change: str
    cells: tuple[str, ...]
    mistake: str | None = None


def of_solution(course: Course, assignment: Assignment) -> list[Mutant]:
    """Every systematic mutant of the assignment's solution, in the order of its tasks.

    Raises ContentError.
    """
    source = text_of(course, assignment.name)
    functions = functions_of(source, assignment)
    known = siblings.load(course)
    found: list[Mutant] = []
    for task, function in functions.items():
        right = ast.unparse(function)
        seen = {right}
        for wrong in rewritten(function, scope_of(function, tuple(functions), known)):
            if wrong not in seen:
                seen.add(wrong)
                found.append(_mutant(source, task, right, wrong))
    return found


def rewritten(function: ast.FunctionDef, scope: Scope) -> Iterator[str]:
    """The text of the function with each small mistake that can be made in it."""
    for slot in list(slots_of(function)):
        was = slot.get()
        for now in expressions.changes(was, scope):
            slot.put(now)
            yield _text(function)
        slot.put(was)
    for block in list(blocks(function)):
        body = block.statements
        for other in list(statements.changes(block, scope)):
            block.put(other)
            yield _text(function)
        block.put(body)
    for block, other in list(statements.early_returns(function)):
        body = block.statements
        block.put(other)
        yield _text(function)
        block.put(body)


def _text(function: ast.FunctionDef) -> str:
    return ast.unparse(ast.fix_missing_locations(function))


def _mutant(source: str, task: str, right: str, wrong: str) -> Mutant:
    return Mutant(mutant_id(task, wrong), (task,), difference(right, wrong), (source, wrong))


def mutant_id(task: str, text: str) -> str:
    """The same for the same wrong function, whatever stands around it."""
    return f"{task}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def difference(right: str, wrong: str) -> str:
    """What is other in a text, as `old → new`, on one line."""
    old, new = right.splitlines(), wrong.splitlines()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    before, after = _joined(old), _joined(new)
    if len(before) + len(after) > _WIDE:
        before, after = _narrowed(before, after)
    return f"{before or '(nothing)'} → {after or '(nothing)'}"


def _joined(lines: list[str]) -> str:
    return "; ".join(line.strip() for line in lines)


def _narrowed(before: str, after: str) -> tuple[str, str]:
    """Both without most of what they begin and end with alike."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    cut = max(0, start - _AROUND)
    stops = [len(text) - max(0, end - _AROUND) for text in (before, after)]
    return tuple(
        f"{'…' if cut else ''}{text[cut:stop]}{'…' if stop < len(text) else ''}"
        for text, stop in zip((before, after), stops, strict=True)
    )  # type: ignore[return-value]


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
