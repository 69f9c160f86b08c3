"""How nbgrader reads a submission: what the gate read, as a well-formed notebook.

nbformat refuses a byte order mark, another encoding, a cell without metadata; nbgrader then loses
the student. What no one can read becomes the untouched notebook, so that it is graded with 0 and
stands in formgrader with the reason. Outputs are kept for the person who grades the written
answer, but only text and PNG pictures.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, TextIO

from nbconvert.exporters import NotebookExporter

from autograder.course import Course, source
from autograder.intake.files import UnreadableError, content, decoded
from autograder.intake.names import suffix_of
from autograder.intake.notebook import Cell, Notebook, Output, parse
from autograder.nbgrader_plugin.current_course import the_course
from autograder.nbgrader_plugin.marked_cells import as_node, is_plugins, language_of
from autograder.nbgrader_plugin.submission_place import Place, find_submission
from autograder.nbgrader_plugin.untrusted_folder import guard
from autograder.release import notebook
from autograder.release.notebook import Node
from autograder.values.text import clean

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")


class SubmissionExporter(NotebookExporter):
    """nbconvert's exporter of notebooks, with a patient reader for this course's assignments."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        if hasattr(self.parent, "assignments"):  # nbgrader's converter, about to begin
            guard(self.parent, the_course().names)

    def from_file(self, file_stream: TextIO, resources: Any = None, **kw: Any) -> Any:
        course, file = the_course(), Path(file_stream.name)
        names = (resources or {}).get("nbgrader", {})
        converter: Any = self.parent
        name = names.get("assignment")
        if name not in course.names or not _is_submission(converter.coursedir, names, file):
            return super().from_file(file_stream, resources=resources, **kw)
        place = Place.of(converter.coursedir, names["student"], name)
        handed_in = _handed_in(course, place)
        if handed_in is None:
            node = untouched(course, name, self._language(course, name))
        else:
            node = rebuilt(handed_in)
        exported: Any = super().from_notebook_node
        return exported(as_node(node), resources=resources, **kw)

    def _language(self, course: Course, name: str) -> str:
        """The language of the instructor's notebook."""
        converter: Any = self.parent
        folders = converter.coursedir
        place = folders.format_path(folders.source_directory, ".", name)
        language = language_of(Path(place, f"{name}.ipynb"))
        return language if language in course.languages else course.language


def _is_submission(folders: Any, names: Any, file: Path) -> bool:
    """Whether this is the notebook as it was handed in, and not nbgrader's copy of it."""
    place = Place.of(folders, names["student"], names["assignment"])
    return place.file.parent.resolve() == file.parent.resolve()


def _handed_in(course: Course, place: Place) -> Notebook | None:
    """The notebook that counts, or what lies in its place; None when it can't be read."""
    submission = find_submission(course, place)
    file = place.file
    if submission is not None and suffix_of(submission.file) == ".ipynb":
        file = place.submitted(submission)
    if any(each.is_symlink() for each in (file, *place.folders)):
        return None
    try:
        return parse(decoded(content(file)))
    except UnreadableError:
        return None


def rebuilt(handed_in: Notebook) -> Node:
    """The notebook as nbformat writes it."""
    taken: set[str] = set()
    return {
        "cells": [_cell(cell, place, taken) for place, cell in enumerate(handed_in.cells)],
        "metadata": {
            "course": dict(handed_in.course),
            "kernelspec": notebook.KERNEL,
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def untouched(course: Course, name: str, language: str) -> Node:
    """The notebook as it was released."""
    data = notebook.student(source.load(course, name), course, name, language)
    content: Node = json.loads(data)
    for cell in content["cells"]:
        cell["source"] = "".join(cell["source"])
    return content


def _cell(cell: Cell, position: int, taken: set[str]) -> Node:
    usable = _ID.match(cell.id) and not is_plugins(cell.id)
    name = _free(cell.id if usable else f"cell-{position}", taken)
    taken.add(name)
    parts = {"course": cell.course, "nbgrader": cell.nbgrader}
    built: Node = {
        "cell_type": cell.kind,
        "id": name,
        "metadata": {name: dict(part) for name, part in parts.items() if part},
        "source": cell.source,
    }
    if cell.kind == "code":
        return built | {"execution_count": None, "outputs": _outputs(cell.outputs)}
    pictures = {name: {"image/png": picture} for name, picture in cell.attachments.items()}
    return built | ({"attachments": pictures} if pictures else {})


def _free(name: str, taken: Collection[str]) -> str:
    """This name, or if a cell has it already, one that none has."""
    others = (f"other-{number}" for number in itertools.count(len(taken)))
    return next(each for each in itertools.chain((name,), others) if each not in taken)


def _outputs(outputs: Sequence[Output]) -> list[Node]:
    return [
        {"output_type": "display_data", "data": {"image/png": each.picture}, "metadata": {}}
        if each.picture
        else {"output_type": "stream", "name": "stdout", "text": clean(each.text)}
        for each in outputs
    ]
