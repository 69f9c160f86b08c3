"""The instructor's notebook: the student's, with solutions, hidden tests and mark scheme.

It lies in nbgrader's source/<assignment>/<assignment>.ipynb. nbgrader's generate_assignment,
under `settings`, makes the student's notebook of it.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from autograder.checks.content import SOLUTIONS
from autograder.course import Course, source
from autograder.course.languages import words
from autograder.course.source import NBGRADER_MARKERS, Source
from autograder.course.source_rules import STUB, Cell, bound_names
from autograder.course.table import WRITTEN_POINTS
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.marked_cells import hidden_tests
from autograder.release import notebook
from autograder.values.messages import mark as _
from autograder.values.toml import toml_table

_INDENT: Final = "    "
_TITLE: Final = _("Mark scheme")
_LINE: Final = _("{points} p.: {text}")


class InstructorError(PluginError):
    """The parts don't make an instructor's notebook; the message is one line."""


class _Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`items`: each has its `points` and, in each of the course's languages, what earns them."""

    points: float
    items: list[dict[str, float | str]]


def build_all(course: Course, language: str) -> dict[str, bytes]:
    """The instructor's notebook of each assignment, with what solutions/ says.

    Raises InstructorError, or SourceError for an assignment.
    """
    sources = source.load_all(course)
    return {name: build(cells, course, language) for name, cells in sources.items()}


def build(source: Source, course: Course, language: str) -> bytes:
    """The notebook for nbgrader's source folder."""
    name = source.assignment
    bodies = solution_bodies(source, course, language)
    cells = notebook.compose(source, course, name, language)
    for cell in cells:
        about = cell["metadata"]["course"]
        text = cell["source"]
        if about["role"] == "task":
            body = _region("SOLUTION", bodies[about["task"]], indent=_INDENT)
            cell["source"] = filled(text, body)
        elif about["role"] == "check":
            cell["source"] = text + "\n" + _region("HIDDEN TESTS", hidden_tests(about["task"]))
        elif about["role"] == "written":
            scheme = "\n" + mark_scheme(course, name, language)
            cell["source"] = text + "\n" + _region("MARK SCHEME", scheme, comment="<!-- {} -->")
    return notebook.write(cells, course, name, language)


def mark_scheme(course: Course, name: str, language: str) -> str:
    """What a person reads beside the written answer: a line for each point to be had."""
    place = f"{SOLUTIONS}/{name}/rubric.toml"
    try:
        rubric = msgspec.convert(toml_table(_read(course, place)), _Rubric)
        items = [_item(item, course.languages) for item in rubric.items]
    except ValueError as why:
        raise InstructorError(f"{place}: {why}; fix the file") from None
    total = sum(points for points, _texts in items)
    if not total == rubric.points == WRITTEN_POINTS:
        raise InstructorError(f"{place}: its items have {total:g} points; make it {WRITTEN_POINTS}")
    say = words(course, language)
    lines = [
        f"- {say(_LINE, points=f'{points:g}', text=texts[language])}" for points, texts in items
    ]
    return "\n".join([f"**{say(_TITLE)}**", "", *lines])


def _item(item: dict[str, float | str], languages: Sequence[str]) -> tuple[float, dict[str, str]]:
    """The points of an item and its text by language. Raises ValueError."""
    texts = {key: value for key, value in item.items() if isinstance(value, str)}
    points, rest = item.get("points"), item.keys() - {"points"}
    if not isinstance(points, float) or not rest == set(languages) == texts.keys():
        spoken = ", ".join(languages)
        raise ValueError(f"an item has `points`, a number, and a text for each of {spoken}")
    return points, texts


def _read(course: Course, place: str) -> str:
    try:
        return (course.folder / Path(place)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise InstructorError(f"{place}: can't be read ({why}); write it first") from None


def settings(course: Course, language: str) -> dict[str, dict[str, object]]:
    """nbgrader's configuration under which the student's notebook comes out, class by class.

    The mark scheme stands in the locked question, so that whoever grades the answer reads it
    right above; nbgrader expects one in its "task" cells only, unless it is told.
    """
    return {
        "ClearSolutions": {
            "code_stub": {"python": STUB},
            "text_stub": notebook.answer(course, language),
        },
        "ClearMarkScheme": {"enforce_metadata": False},
    }


def filled(stub: str, body: str) -> str:
    """A task cell's text with `body` in the place of its `raise NotImplementedError`."""
    head, _, last = stub.rpartition("\n")
    if last != _INDENT + STUB:
        raise InstructorError(f"the cell does not end in `{STUB}`: {stub!r}")
    return f"{head}\n{body}"


def solution_bodies(source: Source, course: Course, language: str) -> dict[str, str]:
    """For each task the lines of its solution below the docstring, comments kept.

    An import that the solutions' module has and the notebook's set-up lacks comes first in
    the body. Any other name that a notebook would not know is refused.
    """
    place = f"{SOLUTIONS}/{source.assignment}/solution.py"
    text = _read(course, place)
    try:
        tree = ast.parse(text)
    except SyntaxError as why:
        raise InstructorError(f"{place}:{why.lineno}: {why.msg}; fix the file") from None
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    imports = {
        name: ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name, _line in bound_names(node)
    }
    tasks = [task.name for task in course.assignment(source.assignment).tasks]
    known = {*tasks, *dir(builtins), *_set_up_names(source.in_language(language))}
    bodies = {}
    for task in tasks:
        if task not in functions:
            raise InstructorError(f"{place} has no function {task!r}; write it")
        missing = _free_names(functions[task]) - known
        for name in sorted(missing - set(imports)):
            raise InstructorError(
                f"{place}: {task!r} uses {name!r}, which no notebook knows; let the function "
                "stand alone"
            )
        lines = [_INDENT + line for line in sorted({imports[name] for name in missing})]
        bodies[task] = "\n".join([*lines, _body(functions[task], text, place)])
    return bodies


def _set_up_names(cells: Sequence[Cell]) -> set[str]:
    [setup] = [cell.text for cell in cells if cell.role == "setup"]
    return {name for name, _line in bound_names(ast.parse(setup))}


def _body(function: ast.FunctionDef, module: str, place: str) -> str:
    if ast.get_docstring(function) is None or len(function.body) < 2:
        raise InstructorError(
            f"{place}:{function.lineno}: {function.name!r} needs a docstring and a body; write both"
        )
    lines = module.split("\n")[function.body[0].end_lineno : function.end_lineno]
    return "\n".join(lines).strip("\n")


def _free_names(function: ast.FunctionDef) -> set[str]:
    statements = ast.Module(function.body, [])
    bound = {name for name, _line in bound_names(function)}
    used = {node.id for node in ast.walk(statements) if isinstance(node, ast.Name)}
    return used - bound


def _region(title: str, text: str, indent: str = "", comment: str = "### {}") -> str:
    for marker in NBGRADER_MARKERS:
        if marker in text:
            raise InstructorError(f"{marker!r} stands inside a part of its own; leave it out")
    begin, end = comment.format(f"BEGIN {title}"), comment.format(f"END {title}")
    return f"{indent}{begin}\n{text}\n{indent}{end}"
