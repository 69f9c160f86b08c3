"""Right solutions in other styles, and right answers of every permitted kind.

`solutions/<assignment>/right/` holds the styles, a file each; what a file does not define comes
from the solution. `kinds.toml` beside them lists, by task, the kinds of answer that its contract
does not permit.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from autograder.checks.content import SOLUTIONS, ContentError
from autograder.course import Assignment, Course
from autograder.proof.solution_text import names_in, text_of
from autograder.values.toml import toml_table

RIGHT: Final = "right"
SOLUTION: Final = "the solution"
KINDS: Final = (
    "list", "tuple", "float64", "float32", "torch float64", "torch float32",
    "torch with a gradient", "read-only", "strided", "fractions", "decimals", "NumPy numbers",
    "shape (1,)", "0-d", "booleans", "integers",
)  # fmt: skip
_DRAWN: Final = 3  # kinds for each style but the solution
_CODE: Final = """\
import decimal as _decimal, fractions as _fractions, sys as _sys, types as _types
import numpy as _np

_right = _types.ModuleType("right")
_sys.modules["right"] = _right
for _cell in {cells!r}:
    exec(_cell, vars(_right))


def _listed(change, values):
    if isinstance(values, list):
        return [_listed(change, each) for each in values]
    return change(values)


def _kind(kind, answer):
    if answer is None or isinstance(answer, str) or hasattr(answer, "parameters"):
        return answer
    array = _np.array(answer.detach().numpy() if hasattr(answer, "detach") else _plain(answer))
    if array.dtype == object:
        array = array.astype(float)
    whole = bool((array == _np.round(array)).all())
    if kind in ("list", "tuple"):
        values = array.tolist()
        return tuple(values) if kind == "tuple" and array.ndim else values
    if kind in ("float64", "float32"):
        return array.astype(kind)
    {tensors}
    if kind == "read-only":
        array.flags.writeable = False
        return array
    if kind == "strided":
        return _np.repeat(array, 2, axis=-1)[..., ::2] if array.ndim else array
    if kind == "fractions":
        return _listed(_fractions.Fraction, array.tolist())
    if kind == "decimals":
        return _listed(_decimal.Decimal, array.tolist())
    if kind == "NumPy numbers":
        return list(array) if array.ndim == 1 else array[()]
    if kind == "shape (1,)":
        return array if array.ndim else array.reshape(1)
    if kind == "0-d":
        return array
    if kind == "booleans":
        return array.astype(bool) if bool(((array == 0) | (array == 1)).all()) else answer
    return array.astype("int32") if whole else answer


def _plain(answer):
    if isinstance(answer, (list, tuple)):
        return [_plain(each) for each in answer]
    return answer.detach().numpy() if hasattr(answer, "detach") else answer


def _wrapped(function, kind, several):
    def call(*arguments):
        answer = function(*arguments)
        if not several:
            return _kind(kind, answer)
        parts = [_kind(kind, part) for part in answer]
        return parts if kind == "list" else tuple(parts)

    return call if kind else function


for _task, (_name, _several) in {kinds!r}.items():
    globals()[_task] = _wrapped(getattr(_right, _task), _name, _several)
"""

# Only where it is needed: a submission that names torch is tried in a larger process
_TENSORS: Final = """\
import torch
    dtype = torch.float32 if kind == "torch float32" else torch.float64
    gradient = kind == "torch with a gradient"
    return torch.tensor(array.tolist(), dtype=dtype, requires_grad=gradient)
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A right submission. `tasks`: those that it does in its own way."""

    name: str
    tasks: tuple[str, ...]
    cells: tuple[str, ...]


def styles_of(course: Course, assignment: Assignment) -> list[Style]:
    """The solution and the styles of its assignment, by name. Raises ContentError."""
    source = text_of(course, assignment.name)
    tasks = tuple(task.name for task in assignment.tasks)
    styles = [Style(SOLUTION, tasks, (source,))]
    for file in sorted(_folder(course, assignment).glob("*.py")):
        text = file.read_text(encoding="utf-8")
        try:
            bound = _bound(text)
        except SyntaxError as why:
            shown = file.relative_to(course.folder)
            raise ContentError(f"{shown}:{why.lineno}: {why.msg}; fix the file") from None
        own = tuple(task for task in tasks if task in bound)
        cells = (text,) if own == tasks else (source, text)
        styles.append(Style(file.stem.replace("_", " "), own, cells))
    return styles


def _folder(course: Course, assignment: Assignment) -> Path:
    return course.folder / SOLUTIONS / assignment.name / RIGHT


def _bound(text: str) -> set[str]:
    """The names that a file binds at its top level."""
    names = set()
    for node in ast.parse(text).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= set().union(*map(names_in, node.targets))
    return names


def kinds_of(
    course: Course, assignment: Assignment, styles: list[Style], several: Collection[str]
) -> Iterator[Style]:
    """The solution with answers of each kind, and each other style with a few drawn kinds.

    `several`: the tasks that give more than one answer. Raises ContentError.
    """
    refused = _refused(course, assignment)
    dice = random.Random(assignment.name)
    for style in styles:
        kinds = KINDS if style.name == SOLUTION else sorted(dice.sample(KINDS, _DRAWN))
        for kind in kinds:
            by_task = {
                task.name: (
                    "" if kind in refused.get(task.name, ()) else kind,
                    task.name in several,
                )
                for task in assignment.tasks
            }
            tensors = _TENSORS if kind.startswith("torch") else ""
            code = _CODE.format(cells=list(style.cells), kinds=by_task, tensors=tensors)
            yield Style(f"{style.name}, as {kind}", style.tasks, (code,))


def _refused(course: Course, assignment: Assignment) -> Mapping[str, list[str]]:
    file = _folder(course, assignment) / "kinds.toml"
    if not file.is_file():
        return {}
    shown = file.relative_to(course.folder)
    try:
        table = msgspec.convert(toml_table(file.read_text(encoding="utf-8")), dict[str, list[str]])
    except (ValueError, msgspec.ValidationError) as why:
        raise ContentError(f"{shown}: {why}; fix the file") from None
    for task, kinds in table.items():
        if task not in assignment.points:
            known = ", ".join(assignment.points)
            raise ContentError(f"{shown}: {assignment.name} has no task {task!r}; it has {known}")
        for kind in kinds:
            if kind not in KINDS:
                known = ", ".join(KINDS)
                raise ContentError(f"{shown}: {task}: {kind!r} is no kind of answer; {known} are")
    return table
