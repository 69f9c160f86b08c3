"""The instructor's notebook: the student's, with solutions, hidden tests and mark scheme.

It lies in nbgrader's source/<assignment>/<assignment>.ipynb. nbgrader's generate_assignment,
under `settings`, makes the student's notebook of it.
"""

from __future__ import annotations

import ast
import builtins
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from autograder import notebook, source
from autograder.course import Assignment, Course, Language
from autograder.source import NBGRADER_MARKERS, Source
from autograder.source_rules import STUB, bound_names

_INDENT: Final = "    "
_SCHEME: Final[dict[Language, str]] = {"ko": "채점 기준", "en": "Mark scheme"}


class InstructorError(Exception):
    """The parts don't make an instructor's notebook; the message is one line."""


class _Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    points: float
    ko: str
    en: str


class _Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    points: float
    items: list[_Item]


def build_all(course: Course, language: Language, hidden: Callable[[str], str]) -> dict[str, bytes]:
    """The instructor's notebook of each assignment, with what solutions/ says.

    Raises InstructorError, or SourceError for an assignment.
    """
    folder = course.folder / "solutions"
    notebooks = {}
    for name, cells in source.load_all(course).items():
        notebooks[name] = build(
            cells,
            course.assignment(name),
            language,
            course.version,
            solution=_read(folder / f"{name}.py"),
            hidden=hidden,
            rubric=mark_scheme(folder / "rubrics" / f"{name}.toml", language),
        )
    return notebooks


def build(
    source: Source,
    assignment: Assignment,
    language: Language,
    version: str,
    *,
    solution: str,
    hidden: Callable[[str], str],
    rubric: str,
) -> bytes:
    """The notebook for nbgrader's source folder.

    `solution` is the text of solutions/<assignment>.py, `hidden` gives the code of a task's
    hidden tests, `rubric` says how a person marks the written answer.
    """
    bodies = solution_bodies(source, solution)
    cells = notebook.compose(source, assignment, language)
    for cell in cells:
        course = cell["metadata"]["course"]
        text = cell["source"]
        if course["role"] == "task":
            cell["source"] = filled(
                text, _region("SOLUTION", bodies[course["task"]], indent=_INDENT)
            )
        elif course["role"] == "check":
            cell["source"] = text + "\n" + _region("HIDDEN TESTS", hidden(course["task"]))
        elif course["role"] == "written":
            scheme = f"\n**{_SCHEME[language]}**\n\n{rubric}"
            cell["source"] = text + "\n" + _region("MARK SCHEME", scheme, comment="<!-- {} -->")
    return notebook.write(cells, assignment, language, version)


def mark_scheme(path: Path, language: Language) -> str:
    """What a person reads beside the written answer: a line for each point to be had."""
    try:
        rubric = msgspec.convert(tomllib.loads(_read(path)), _Rubric)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as why:
        raise InstructorError(f"solutions/rubrics/{path.name}: {why}; mend the file") from None
    total = sum(item.points for item in rubric.items)
    if not total == rubric.points == notebook.WRITTEN_POINTS:
        raise InstructorError(
            f"solutions/rubrics/{path.name}: its items have {total:g} points; make it "
            f"{notebook.WRITTEN_POINTS}"
        )
    if language == "ko":
        return "\n".join(f"- {item.points:g}점: {item.ko}" for item in rubric.items)
    return "\n".join(f"- {item.points:g} p.: {item.en}" for item in rubric.items)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise InstructorError(f"{path}: can't be read ({why}); write it first") from None


def settings(language: Language) -> dict[str, dict[str, object]]:
    """nbgrader's configuration under which the student's notebook comes out, class by class.

    The mark scheme stands in the locked question, so that whoever grades the answer reads it
    right above; nbgrader expects one in its "task" cells only, unless it is told.
    """
    return {
        "ClearSolutions": {
            "code_stub": {"python": STUB},
            "text_stub": notebook.ANSWERS[language],
        },
        "ClearMarkScheme": {"enforce_metadata": False},
    }


def filled(stub: str, body: str) -> str:
    """A task cell's text with `body` in the place of its `raise NotImplementedError`."""
    head, _, last = stub.rpartition("\n")
    if last != _INDENT + STUB:
        raise InstructorError(f"the cell does not end in `{STUB}`: {stub!r}")
    return f"{head}\n{body}"


def solution_bodies(source: Source, solution: str) -> dict[str, str]:
    """For each task the lines of its solution below the docstring, comments kept.

    An import that the solutions' module has and the notebook's set-up lacks comes first in
    the body. Any other name that a notebook would not know is refused.
    """
    tree = ast.parse(solution)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    imports = {
        name: ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name, _ in bound_names(node)
    }
    [setup] = [cell.text for cell in source.cells if cell.role == "setup"]
    tasks = [str(cell.task) for cell in source.cells if cell.role == "task"]
    known = {*tasks, *dir(builtins), *(name for name, _ in bound_names(ast.parse(setup)))}
    bodies = {}
    for task in tasks:
        if task not in functions:
            raise InstructorError(
                f"solutions/{source.assignment}.py has no function {task!r}; write it"
            )
        missing = _free_names(functions[task]) - known
        for name in sorted(missing - set(imports)):
            raise InstructorError(
                f"solutions/{source.assignment}.py: {task!r} uses {name!r}, which no notebook "
                "knows; let the function stand alone"
            )
        lines = [_INDENT + line for line in sorted({imports[name] for name in missing})]
        bodies[task] = "\n".join([*lines, _body(functions[task], solution)])
    return bodies


def _body(function: ast.FunctionDef, module: str) -> str:
    if ast.get_docstring(function) is None or len(function.body) < 2:
        raise InstructorError(f"the solution {function.name!r} needs a docstring and a body")
    lines = module.split("\n")[function.body[0].end_lineno : function.end_lineno]
    return "\n".join(lines).strip("\n")


def _free_names(function: ast.FunctionDef) -> set[str]:
    statements = ast.Module(function.body, [])
    bound = {name for name, _ in bound_names(function)}
    used = {node.id for node in ast.walk(statements) if isinstance(node, ast.Name)}
    return used - bound


def _region(title: str, text: str, indent: str = "", comment: str = "### {}") -> str:
    for marker in NBGRADER_MARKERS:
        if marker in text:
            raise InstructorError(f"{marker!r} stands inside a part of its own; leave it out")
    begin, end = comment.format(f"BEGIN {title}"), comment.format(f"END {title}")
    return f"{indent}{begin}\n{text}\n{indent}{end}"
