"""A handed-in notebook or Python file as cells of code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from autograder.intake.files import MAX_FILE, UnreadableError, decoded
from autograder.intake.notebook import MAX_CELLS, parse
from autograder.values.roles import NOT_RUN, role_of

MAX_CODE = 4 * 1024 * 1024
_PERCENT = re.compile(r"^#\s?%%(?P<rest>.*)$", re.MULTILINE)
_ROLE = re.compile(r"""(?:["']role["']:\s*|\brole=)["'](\w+)["']""")
_CHECK = re.compile(r"\s*check\(\s*[\"']\w+[\"']\s*\)\s*\Z")


@dataclass(frozen=True, slots=True)
class Submitted:
    """The code of a submission. Cells that the kit put there to check or draw are empty."""

    cells: tuple[str, ...]
    assignment: str | None = None
    language: str | None = None


def read(data: bytes, *, notebook: bool, tasks: frozenset[str]) -> Submitted:
    """The cells of a notebook or, otherwise, of a Python file.

    A kit's cell that checks or draws stays out unless it now defines one of `tasks`.
    Raises UnreadableError.
    """
    if len(data) > MAX_FILE:
        raise UnreadableError("too_large")
    text = decoded(data)
    submitted = _read_notebook(text, tasks) if notebook else _read_script(text, tasks)
    if len(submitted.cells) > MAX_CELLS or sum(map(len, submitted.cells)) > MAX_CODE:
        raise UnreadableError("too_large")
    return submitted


def _read_notebook(text: str, tasks: frozenset[str]) -> Submitted:
    found = parse(text)
    code = [cell for cell in found.cells if cell.kind == "code"]
    return Submitted(
        tuple(_code_to_run(cell.source, cell.course.get("role"), tasks) for cell in code),
        found.course.get("assignment"),
        found.course.get("language"),
    )


def _read_script(text: str, tasks: frozenset[str]) -> Submitted:
    if "\0" in text:
        raise UnreadableError("no_text")
    if len(text) > MAX_CODE:
        raise UnreadableError("too_large")
    marks = list(_PERCENT.finditer(text))
    if not marks:
        return Submitted((text,))
    head = text[: marks[0].start()]
    cells = [head] if head.strip() else []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        if "[markdown]" in mark["rest"] or "[raw]" in mark["rest"]:
            cells.append("")
            continue
        role = _ROLE.search(mark["rest"])
        cells.append(_code_to_run(text[mark.end() : end], role and role[1], tasks))
    return Submitted(tuple(cells))


def _code_to_run(code: str, role: Any, tasks: frozenset[str]) -> str:
    if role in ("check", None) and _CHECK.match(code):
        return ""
    if role == "check":
        return code
    own = role_of(code) or role
    of_its_own = None if own in ("guess", "further") else tasks  # what would be more than the kit's
    return "" if own in NOT_RUN and not _defines_any(code, of_its_own) else code


def _defines_any(code: str, tasks: frozenset[str] | None) -> bool:
    """Whether it defines one of these tasks or, without them, anything that others may use."""
    if tasks is None:
        return re.search(r"^(?:async[ \t]+def|def|class|import|from)\b", code, re.M) is not None
    names = "|".join(sorted(tasks))
    definition = rf"^[ \t]*(?:async[ \t]+def|def|class)[ \t]+(?:{names})\b"
    return re.search(definition, code, re.MULTILINE) is not None
