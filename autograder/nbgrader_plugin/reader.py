"""How nbgrader reads a submission: rebuilt as a well-formed notebook, whatever it was.

nbformat refuses a byte order mark, another encoding, a cell without metadata; nbgrader then loses
the student. What no one can read becomes the untouched notebook, so that it is graded with 0 and
stands in formgrader with the reason. Outputs are kept for the person who grades the written
answer, but only text and PNG pictures, and no markup stays in the student's own text: nbgrader's
pages show both as they are, in a page that may do all that the person may.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

from nbconvert.exporters import NotebookExporter

from autograder.course import Course, source
from autograder.intake.reading import MAX_CELLS, UnreadableError, decode_text
from autograder.nbgrader_plugin.current_course import the_course
from autograder.nbgrader_plugin.marked_cells import as_node, language_of
from autograder.nbgrader_plugin.submission_place import Place
from autograder.release import notebook
from autograder.release.notebook import Node
from autograder.values.text import clean

_KINDS = ("code", "markdown", "raw")
_KEPT = ("course", "nbgrader")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MAX_TEXT = 20_000
_MAX_PICTURE = 1024 * 1024


class SubmissionExporter(NotebookExporter):
    """nbconvert's exporter of notebooks, with a patient reader for this course's assignments."""

    def from_file(self, file_stream: TextIO, resources: Any = None, **kw: Any) -> Any:
        course, file = the_course(), Path(file_stream.name)
        names = (resources or {}).get("nbgrader", {})
        converter: Any = self.parent
        name = names.get("assignment")
        if name not in course.names or not _is_submission(converter.coursedir, names, file):
            return super().from_file(file_stream, resources=resources, **kw)
        content = rebuilt(file.read_bytes())
        if content is None:
            content = untouched(course, name, self._language(course, name))
        exported: Any = super().from_notebook_node
        return exported(as_node(content), resources=resources, **kw)

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


def rebuilt(data: bytes) -> Node | None:
    """The notebook in this file, well-formed; None when there is none."""
    try:
        content = json.loads(decode_text(data))
    except (UnreadableError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    cells = content.get("cells")
    if cells is None and isinstance(content.get("worksheets"), list):  # nbformat 3
        sheets = [sheet for sheet in content["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    if not isinstance(cells, list) or len(cells) > MAX_CELLS:
        return None
    taken: set[str] = set()
    wholesome = [cell for cell in cells if isinstance(cell, dict)]
    return {
        "cells": [_cell(cell, position, taken) for position, cell in enumerate(wholesome)],
        "metadata": {
            "course": _dict(_dict(content.get("metadata")).get("course")),
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


def _cell(cell: Node, position: int, taken: set[str]) -> Node:
    kind = cell.get("cell_type")
    kind = kind if kind in _KINDS else "markdown"
    own = cell.get("id")
    name = own if isinstance(own, str) and _ID.match(own) else f"cell-{position}"
    while name in taken:
        name = f"again-{position}-{len(taken)}"
    taken.add(name)
    source_text = _text(cell.get("source") or cell.get("input"))
    built: Node = {
        "cell_type": kind,
        "id": name,
        "metadata": {
            name: value
            for name, value in _dict(cell.get("metadata")).items()
            if name in _KEPT and isinstance(value, dict)
        },
        "source": source_text if kind == "code" else _TAG.sub("< ", source_text),
    }
    if kind == "code":
        kept = list(_outputs(_list(cell.get("outputs"))))
        return built | {"execution_count": None, "outputs": kept}
    pictures = {
        name: {"image/png": picture}
        for name, bundle in _dict(cell.get("attachments")).items()
        if (picture := _png(_dict(bundle).get("image/png")))
    }
    return built | ({"attachments": pictures} if pictures else {})


def _outputs(outputs: list[Any]) -> Iterator[Node]:
    """Printed text and PNG pictures."""
    for output in outputs:
        if not isinstance(output, dict):
            continue
        data = _dict(output.get("data"))
        if output.get("output_type") == "stream":
            text = _text(output.get("text"))[:_MAX_TEXT]
            yield {"output_type": "stream", "name": "stdout", "text": clean(text)}
        elif picture := _png(data.get("image/png")):
            yield {
                "output_type": "display_data",
                "data": {"image/png": picture},
                "metadata": {},
            }


def _png(value: Any) -> str | None:
    """The picture in base64, which holds no character that a page could take for markup."""
    try:
        data = base64.b64decode(_text(value), validate=False)
    except (binascii.Error, ValueError):
        return None
    if not data.startswith(_PNG) or len(data) > _MAX_PICTURE:
        return None
    return base64.b64encode(data).decode("ascii")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _dict(value: Any) -> Node:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
