"""A submission's marked cells as nbgrader needs them, whatever the student did to them.

nbgrader 0.9 drops the whole batch over a copied cell, a student over a changed setting, and a
score over a deleted cell. Here every marked cell is found again, by its name, by the notebook's
own id or by what it is for, and gets the settings that the gradebook knows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nbgrader.api import Gradebook, MissingEntry  # type: ignore[import-untyped]
from nbgrader.preprocessors import ClearOutput, NbGraderPreprocessor  # type: ignore[import-untyped]

from autograder.course import Assignment, source
from autograder.course.languages import words
from autograder.nbgrader_plugin.alterations import NOT_HANDED_IN, Alteration, summary
from autograder.nbgrader_plugin.current_course import the_course
from autograder.nbgrader_plugin.edited_sources import again
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.marked_cells import (
    SCHEMA_VERSION,
    Marked,
    as_node,
    id_again,
    marked,
)
from autograder.nbgrader_plugin.submission_place import Place, find_submission
from autograder.reports.formulas import FormulaRoom
from autograder.reports.student_text import (
    MAX_SHOWN,
    MAX_TEXT,
    bounded,
    markdown_as_html,
    plain_as_html,
)
from autograder.values.text import visible
from autograder.values.words import ENGLISH

_MAX_OUTPUTS = 500  # of the whole notebook: nbconvert's time grows with their square
_MAX_NAME = 60  # letters of a name that a student made up
# what the notebook itself says a cell is for: the beginning of the marked cell's id
_KINDS = {"check": "check", "task": "task", "written": "question", "answer": "written"}


class Stored(NamedTuple):
    """What the gradebook keeps of a cell."""

    source: str
    checksum: str


class _Claim(NamedTuple):
    """A cell that says, or shows, that it is a marked one; `said`: nbgrader's settings in it."""

    node: Any
    said: Mapping[str, Any]


class Normalise(NbGraderPreprocessor):  # type: ignore[misc]
    """nbgrader's sanitizing step for this course; other assignments only lose their outputs."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        course, names = the_course(), resources["nbgrader"]
        if names["assignment"] not in course.names:
            return ClearOutput(parent=self.parent).preprocess(nb, resources)  # type: ignore[no-any-return]
        assignment = course.assignment(names["assignment"])
        folders = self.parent.parent.coursedir
        stored = known_cells(names["db_url"], assignment, names["notebook"], Path(folders.root))
        altered = normalise(nb, assignment, stored)
        released = {each.source for each in stored.values()}
        more = make_safe(nb, released | source.texts(course.folder, assignment.name))
        said = summary(altered, words(course, ENGLISH)) if altered else ""
        place = Place.of(folders, names["student"], assignment.name)
        if find_submission(course, place) is None:
            altered, said = [], NOT_HANDED_IN
        if said:
            self.log.warning("%s, %s: %s", assignment.name, names["student"], said)
        altered = [*altered, *more]
        nb.metadata["course"] = {**nb.metadata.get("course", {}), "altered": altered}
        return nb, resources


def known_cells(
    db_url: str, assignment: Assignment, notebook: str, folder: Path
) -> dict[str, Stored]:
    """The gradebook's cells of the notebook, by name; `folder` is the course's.

    Raises PluginError when they are not the course's: a source that was edited, or an old one.
    """
    name = assignment.name
    with Gradebook(db_url) as gradebook:
        try:
            found = gradebook.find_notebook(notebook, name)
        except MissingEntry:
            raise PluginError(
                f"the gradebook has no notebook {notebook!r}; run `nbgrader generate_assignment "
                f"{name}`"
            ) from None
        points = {cell.name: float(cell.max_score) for cell in found.grade_cells}
        stored = {cell.name: Stored(cell.source, cell.checksum) for cell in found.source_cells}
    for cell in marked(assignment):
        if cell.name not in stored or points.get(cell.name) != cell.points:
            want = "" if cell.points is None else f" of {cell.points:g} points"
            raise PluginError(
                f"the gradebook has no cell {cell.name!r}{want}; write the source again "
                f"({again(folder)}), then run `nbgrader generate_assignment {name} --force`"
            )
    return stored


def normalise(nb: Any, assignment: Assignment, stored: Mapping[str, Stored]) -> list[Alteration]:
    """Set the notebook's marked cells right, in place; say what had to be."""
    cells = marked(assignment)
    claims: dict[str, list[_Claim]] = {cell.name: [] for cell in cells}
    altered: list[Alteration] = []
    for node in nb.cells:
        said = node.metadata.pop("nbgrader", {})
        name = _name_of(node, said.get("grade_id"), cells, assignment)
        if name is not None:
            claims[name].append(_Claim(node, said))
        elif said.get("grade_id"):
            name = visible(str(said["grade_id"]))[:_MAX_NAME]
            altered.append({"code": "foreign", "cell": name})
    place = 0
    for cell in cells:
        own = claims[cell.name]
        chosen = _chosen(own, stored[cell.name])
        if cell.solution and cell.points is None:
            if chosen is None:
                continue  # nothing but a person's comment could belong to it
        else:
            altered += _faults(cell, own, chosen)
        if chosen is None:
            nb.cells.insert(place, _made(cell, assignment, stored[cell.name]))
            found = nb.cells[place]
        else:
            found = chosen.node
        _mark(found, cell, stored[cell.name])
        place = next(i for i, each in enumerate(nb.cells) if each is found) + 1
    return altered


def make_safe(nb: Any, released: Collection[str]) -> list[Alteration]:
    """Let a student's text be nothing but text in nbgrader's pages, whatever cell it stands in.

    Those pages take Markdown's HTML and raw cells as they are, and show them to people who may
    do more than the student. What is more than pages can bear is left out; says so.
    """
    left, room, altered = MAX_SHOWN, FormulaRoom(), list[Alteration]()
    own = set(released)  # each counts once: a copy is the student's
    for node in nb.cells:
        bundles = node.pop("attachments", {}) if node.cell_type != "code" else {}
        if node.source in own:
            own.remove(node.source)
            continue
        if left <= 0:
            if node.source.strip():
                altered = [{"code": "texts", "cell": ""}]
            node.source = ""
            continue
        pictures = {name: bundle["image/png"] for name, bundle in bundles.items()}
        read = min(len(node.source), MAX_TEXT)
        _as_safe_text(node, pictures, room)
        shown = sum(len(picture) for picture in pictures.values() if picture in node.source)
        left -= max(read, len(node.source) - shown)
    return [*altered, *_few_outputs(nb)]


def _as_safe_text(node: Any, pictures: Mapping[str, str], room: FormulaRoom) -> None:
    if node.cell_type == "code":
        node.source = bounded(node.source)
    elif node.cell_type == "raw":
        node.cell_type = "markdown"
        node.source = plain_as_html(node.source)
    else:
        node.source = markdown_as_html(node.source, pictures, room)


def _few_outputs(nb: Any) -> list[Alteration]:
    """Leave out all but the notebook's first outputs, if there are too many."""
    number, room = _MAX_OUTPUTS, MAX_SHOWN
    altered: list[Alteration] = []
    for node in nb.cells:
        kept = []
        for output in node.get("outputs", ()):
            number -= 1
            room -= len(output.get("text", ""))
            if number >= 0 and room >= 0:
                kept.append(output)
            else:
                altered = [{"code": "outputs", "cell": ""}]
        if node.cell_type == "code":
            node["outputs"] = kept
    return altered


def _name_of(
    node: Any, said: object, cells: Sequence[Marked], assignment: Assignment
) -> str | None:
    """Which marked cell this is: by nbgrader's name, the notebook's id, or what it is for."""
    course = node.metadata.get("course", {})
    kind = _KINDS.get(str(course.get("role")))
    for cell in cells:
        if said == cell.name:
            return cell.name
    for cell in cells:
        purpose = cell.name if cell.task is None else cell.cell_id
        what = kind if cell.task is None else f"{kind}-{course.get('task')}"
        if node.get("id") == f"{assignment.name}-{cell.cell_id}" or (kind and what == purpose):
            return cell.name
    return None


def _chosen(claims: Sequence[_Claim], stored: Stored) -> _Claim | None:
    """Of several copies the last that the student wrote into, else the first."""
    written = [claim for claim in claims if claim.node.source.strip() != stored.source.strip()]
    if written:
        return written[-1]
    return claims[0] if claims else None


def _faults(cell: Marked, claims: Sequence[_Claim], chosen: _Claim | None) -> Iterator[Alteration]:
    """What is wrong with a graded or locked cell as it came."""
    if chosen is None:
        yield {"code": "gone", "cell": cell.name}
        return
    if len(claims) > 1:
        yield {"code": "twice", "cell": cell.name}
    said = chosen.said
    if said.get("grade_id") != cell.name:
        yield {"code": "renamed", "cell": cell.name}
    elif (
        bool(said.get("grade")) != (cell.points is not None)
        or bool(said.get("solution")) != cell.solution
        or (cell.points is not None and said.get("points") != cell.points)
        or chosen.node.cell_type != cell.cell_type
    ):
        yield {"code": "changed", "cell": cell.name}


def _made(cell: Marked, assignment: Assignment, stored: Stored) -> Any:
    return as_node(
        {
            "cell_type": cell.cell_type,
            "id": id_again(assignment, cell),
            "metadata": {},
            "source": stored.source,
        }
    )


def _mark(node: Any, cell: Marked, stored: Stored) -> None:
    """The settings and, where the student has nothing to write, the text of the gradebook."""
    node.cell_type = cell.cell_type
    if cell.locked:
        node.source = stored.source
    if cell.cell_type == "code":
        node["execution_count"] = None
        node["outputs"] = []
        node.pop("attachments", None)
    else:
        node.pop("execution_count", None)
        node.pop("outputs", None)
    grading = {
        "cell_type": cell.cell_type,
        "checksum": stored.checksum,
        "grade": cell.points is not None,
        "grade_id": cell.name,
        "locked": cell.locked,
        "schema_version": SCHEMA_VERSION,
        "solution": cell.solution,
        "task": False,
    }
    if cell.points is not None:
        grading["points"] = cell.points
    node.metadata["nbgrader"] = as_node(grading)
    node.metadata["deletable"] = False
