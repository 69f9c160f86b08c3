"""What the cells of a source must hold to make a notebook, a notebook's grading and a picture."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

Kind = Literal["markdown", "code"]
Role = Literal["text", "written", "setup", "given", "guess", "task", "check", "picture", "further"]
CODE_ROLES: Final = ("setup", "given", "guess", "picture", "further")
KIT_NAMES: Final = ("check", "ready", "say")
STUB: Final = "raise NotImplementedError"


class Wrong(Exception):
    """What is wrong at a line and what to do, before the file's name is put in front."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


@dataclass(frozen=True)
class Cell:
    kind: Kind
    text: str
    language: str | None  # None: shared by all languages
    role: Role
    task: str | None  # the task that a task or check cell belongs to
    line: int  # of the cell's `# %%` in its file


def require(cells: Sequence[Cell], tasks: Sequence[str], languages: Sequence[str]) -> None:
    """Apply every rule; `tasks` are the assignment's, `languages` the course's. Raises Wrong."""
    _require_twins(cells, languages)
    _require_python(cells)
    for language in languages:
        own = [cell for cell in cells if cell.language in (None, language)]
        _require_one_setup(own)
        _require_tasks(own, tasks)
        _require_one_written_question(own)
    _refuse_bound_names(cells, tasks)


def _require_twins(cells: Sequence[Cell], languages: Sequence[str]) -> None:
    """A cell in the first language is directly followed by its twins in the others, in order."""
    first, *others = languages
    place = 0
    while place < len(cells):
        cell = cells[place]
        place += 1
        if cell.language is None:
            continue
        if cell.language != first:
            raise Wrong(
                cell.line,
                f'this cell with lang="{cell.language}" follows no twin with lang="{first}"; put '
                "that one directly before it",
            )
        for language in others:
            twin = cells[place] if place < len(cells) else None
            if twin is None or not _are_twins(cell, twin, language):
                raise Wrong(
                    cell.line,
                    f'this cell has no twin with lang="{language}"; put one with the same role '
                    "directly after it",
                )
            place += 1


def _are_twins(cell: Cell, twin: Cell, language: str) -> bool:
    alike = (twin.kind, twin.role, twin.task) == (cell.kind, cell.role, cell.task)
    return alike and twin.language == language


def _require_python(cells: Sequence[Cell]) -> None:
    for cell in cells:
        if cell.kind == "code":
            try:
                ast.parse(cell.text)
            except SyntaxError as why:
                raise Wrong(
                    cell.line + (why.lineno or 1), f"this is no Python ({why.msg}); fix it"
                ) from None


def _require_one_setup(cells: Sequence[Cell]) -> None:
    code = [cell for cell in cells if cell.kind == "code"]
    setups = [cell for cell in code if cell.role == "setup"]
    if not setups:
        raise Wrong(1, 'there is no set-up cell; add one with role="setup" before other code')
    if len(setups) > 1:
        raise Wrong(setups[1].line, "this is a second set-up cell; join it with the first")
    if code[0] is not setups[0]:
        raise Wrong(setups[0].line, "code stands before the set-up cell; move this cell up")


def _require_one_written_question(cells: Sequence[Cell]) -> None:
    questions = [cell for cell in cells if cell.role == "written"]
    if not questions:
        raise Wrong(
            cells[-1].line, 'there is no written question; add a markdown cell with role="written"'
        )
    if len(questions) > 1:
        raise Wrong(questions[1].line, "this is a second written question; keep one of them")


def _require_tasks(cells: Sequence[Cell], tasks: Sequence[str]) -> None:
    stubs: dict[str, int] = {}
    checks: dict[str, int] = {}
    for cell in cells:
        if cell.role not in ("task", "check"):
            continue
        name = cast(str, cell.task)
        if name not in tasks:
            raise Wrong(
                cell.line, f"course.toml has no task {name!r} here; it has {', '.join(tasks)}"
            )
        seen = stubs if cell.role == "task" else checks
        if name in seen:
            raise Wrong(
                cell.line,
                f"{name!r} already has its {cell.role} cell at line {seen[name]}; keep one of them",
            )
        if cell.role == "check" and name not in stubs:
            raise Wrong(cell.line, f"the check of {name!r} stands before its task; move it down")
        seen[name] = cell.line
        (_require_stub if cell.role == "task" else _require_check)(cell)
    for name in tasks:
        if name not in stubs:
            raise Wrong(
                1,
                f'course.toml has a task {name!r}; add its cell, task="{name}", and '
                f'its check, check="{name}"',
            )
        if name not in checks:
            raise Wrong(
                stubs[name],
                f'task {name!r} has no check cell; add one with check="{name}" after it',
            )


def _require_stub(cell: Cell) -> None:
    body = ast.parse(cell.text).body
    whole = f'a cell with task="{cell.task}" holds exactly one function of that name'
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef) or body[0].name != cell.task:
        raise Wrong(cell.line, f"{whole}; move everything else to other cells")
    function = body[0]
    if function.decorator_list:
        raise Wrong(cell.line, f"{whole}, without decorators; take them out")
    if not (ast.get_docstring(function) or "").strip():
        raise Wrong(cell.line, f"{cell.task!r} has no docstring; say what it returns")
    if len(function.body) != 2 or cell.text.rpartition("\n")[2] != f"    {STUB}":
        raise Wrong(
            cell.line,
            f"after its docstring {cell.task!r} has only the line `    {STUB}`; take the rest out",
        )


def _require_check(cell: Cell) -> None:
    line = f'check("{cell.task}")'
    if cell.text != line:
        raise Wrong(cell.line, f"a check cell is exactly `{line}`; take the rest out")


def _refuse_bound_names(cells: Sequence[Cell], tasks: Sequence[str]) -> None:
    for cell in cells:
        if cell.role not in CODE_ROLES:
            continue
        for name, line in bound_names(ast.parse(cell.text)):
            if name == "*":
                raise Wrong(
                    cell.line + line, "an import of `*` may bind any name; name what you import"
                )
            if name in tasks:
                raise Wrong(
                    cell.line + line,
                    f"this binds {name!r}, the name of a task, and "
                    "would hide a student's function; rename it",
                )
            if name in KIT_NAMES and cell.role != "setup":
                raise Wrong(
                    cell.line + line,
                    f"this binds {name!r}, which the cells of the kit call; rename it",
                )


def bound_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Each name that code binds anywhere, local ones too, with its line."""
    for node in ast.walk(tree):
        name: str | None = None
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                pass
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                pass
            case ast.ClassDef(name=name) | ast.arg(arg=name) | ast.ExceptHandler(name=name):
                pass
            case ast.MatchAs(name=name) | ast.MatchStar(name=name):
                pass
            case ast.MatchMapping(rest=name):
                pass
            case ast.alias():
                name = node.asname or node.name.partition(".")[0]
            case _:
                continue
        if name is not None:
            yield name, node.lineno
