"""Notes about a submission, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autograder.values.findings import REFUSAL
from autograder.values.messages import mark as _
from autograder.values.words import Words


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a submission: a code of the notes and its values."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


def note(code: str, **values: str | int) -> Note:
    return Note(code, tuple(sorted(values.items())))


NOTES: Final[dict[str, str]] = {
    "too_large": _("The file is too large to be read."),
    "no_text": _("The file is not text; hand in the notebook itself."),
    "empty": _("The file is empty."),
    "broken_json": _("The notebook is broken: its file is not valid JSON. Save it again."),
    "no_notebook": _("The file is not a notebook."),
    "not_readable": _("The file could not be opened."),
    "link": _("A link is not followed; hand in the file itself."),
    "unknown": _("It is not known which assignment this file belongs to."),
    "other_kind": _("Only notebooks and Python files are graded."),
    "other_file": _("Another file for this assignment was not graded: {file}."),
    "not_in_folder": _("A file beside the students' folders is not graded."),
    "same_student": _(
        "Another folder's name differs in its Unicode form alone and was graded: {name}."
    ),
    "closed": _("The folder could not be opened."),
    "too_many": _("Too many or too large files; {all} of them were not read."),
    "more_kinds": _("{all} more files are neither notebooks nor Python files."),
    "more_notes": _("{all} more notes are left out."),
    "line_magic": _("Code cell {cell}: {text} was left out; it does nothing in grading."),
    "cell_magic": _("Code cell {cell} was left out: it begins with {text}."),
    "syntax": _("Code cell {cell} could not be read as Python: {text}"),
    "stopped": _("Code cell {cell} stopped with an error: {text}"),
    "refused": _(
        "Code cell {cell} stopped with an error: {text}. In grading there are no files, no "
        "network and no other processes; put what asks for them into a cell of its own."
    ),
    "reused": _(
        "`{text}` is used again for something else after code cell {cell}; the function "
        "was graded. Rename that variable."
    ),
    "hung": _("Code cell {cell} took too long and was left out."),
    "killed": _("Code cell {cell} ended the process and was left out."),
    "check_error": _(
        "The check {check} failed with an internal error ({text}); tell your teacher."
    ),
}


def note_text(note: Note, words: Words) -> str:
    """The note in words. Raises KeyError for a code without words."""
    values = dict(note.values)
    refused = note.code == "stopped" and REFUSAL.search(str(values["text"]))
    return words(NOTES["refused" if refused else note.code], **values)
