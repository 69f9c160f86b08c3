"""A bundle's notebook run as a student runs it: in the bundle's folder, from top to bottom."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from autograder.checks.content import ASSIGNMENTS
from autograder.course import Course
from autograder.course.source import Source
from autograder.nbgrader_plugin.instructor import filled
from autograder.values.roles import ADDED, LINES

_SECONDS: Final = 120  # for one cell
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"Cell In\[(\d+)\], line (\d+)")


def errors(
    course: Course, source: Source, language: str, bundle: Path, bodies: Mapping[str, str]
) -> Iterator[str]:
    """A line for each cell that stops with an error.

    `bundle` is the unpacked folder; `bodies`, by task, are put into the tasks' cells.
    """
    name = source.assignment
    read: Any = nbformat.read
    notebook = read(bundle / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        about = cell.metadata["course"]
        if about["role"] == "task" and about["task"] in bodies:
            cell.source = filled(cell.source, bodies[about["task"]])
    client = NotebookClient(
        notebook,
        timeout=_SECONDS,
        allow_errors=True,
        kernel_name="python3",
        resources={"metadata": {"path": str(bundle)}},
    )
    place = f"{ASSIGNMENTS}/{name}/notebook.py"
    try:
        client.execute(stderr=subprocess.DEVNULL)
    except (CellTimeoutError, DeadKernelError) as why:
        said = str(why).strip().splitlines()[0]
        yield f"{place}:1: the notebook can't be run through ({said}); make its cells shorter"
        return
    lines = (course.folder / place).read_text(encoding="utf-8-sig").splitlines()
    own = [cell for cell in notebook.cells if cell.metadata["course"]["role"] not in ADDED]
    for cell, made in zip(own, source.in_language(language), strict=True):
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                start = next(n for n in range(made.line, len(lines)) if lines[n].strip())
                line = start + _line_in(cell.execution_count, output["traceback"])
                line -= made.role in LINES  # the release's own first line
                yield f"{place}:{line}: {output['ename']}: {output['evalue']}; fix the cell"


def _line_in(count: int, traceback: list[str]) -> int:
    """The line of the cell with this number at which the error was raised; its first if unknown."""
    text = _ANSI.sub("", "\n".join(traceback))
    found = [int(line) for cell, line in _LINE.findall(text) if int(cell) == count]
    return found[-1] if found else 1
