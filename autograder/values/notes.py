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
    "no_notebook": _("The file is not a notebook; hand in the notebook itself."),
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
    "passed_over": _("Another file for this assignment counts: {file}."),
    "other_upload": _(
        "It came with another assignment's upload, and nobody knows when; see whether it is late."
    ),
    "unsaid": _(
        "What the platform says here of who and when is missing or can't be read in full; see to "
        "it, or collect the export as it was downloaded."
    ),
    "hidden": _("A folder with a dot before its name is left out; rename it if it is a student's."),
    "no_time": _("Nobody knows when it was handed in; see whether it is the latest, or late."),
    "no_order": _(
        "Nothing tells whether it is older than {file}, which counts; if it is newer, collect the "
        "exports one by one, the oldest first, into a new folder."
    ),
    "changed": _("No longer what was collected; if nobody changed it, collect all of it anew."),
    "damaged": _("This later attempt can't be read, so {file} counts; ask for it again."),
    "came_along": _(
        "Untouched notebooks of other assignments came along with uploads and are not taken: {all}."
    ),
    "untouched": _("Nothing was done in this attempt; {file} counts."),
    "nothing_found": _("Nothing that could be graded was found there."),
    "answer_kind": _("A file of this kind can't be graded; ask for the notebook itself."),
    "archive": _("What is in this archive was not looked at; unpack it, or ask for a zip."),
    "zip_in_zip": _("A zip in a zip was not looked into; ask for the notebook itself."),
    "wrong_ending": _("A notebook under another ending; it was read as one."),
    "deep": _("The notebook is too many folders deep; `autograder collect` would find it."),
    "too_deep": _("The folder is too deep to be searched."),
    "broken_zip": _("The zip is damaged; ask for it again."),
    "zip_method": _(
        "It is compressed in a way that zips seldom are and was not read; ask for an ordinary zip."
    ),
    "too_many_files": _("Too many files are in it; ask for the notebooks alone."),
    "class_zip": _("Several folders in it answer one assignment; collect it if it is a class."),
    "like_an_export": _("It looks like a class's export, but is taken for a student's; see if so."),
    "one_student": _("Only one student is there, taken to be {name}; see who it is."),
    "leaves_zip": _("A file whose name leads out of its zip is not read."),
    "answer_in_no_folder": _(
        "A file beside the students' folders is not graded; put it into its student's folder."
    ),
    "no_room": _("This attempt is not kept: later ones fill the room that a student has."),
    "collected_gone": _("It was collected, but is not there any more; collect {file} again."),
    "no_such_student": _("{file} names an unknown student; check the spelling."),
    "not_here": _("{file} names a student who is not here; check the spelling if that is wrong."),
    "no_such_attempt": _("{file} names attempt {position}; there are {all}."),
    "named_otherwise": _("{file} names attempt {position}, but {all} counts; collect again."),
    "no_deadline": _(
        "Submissions to which the deadline is not applied, since nobody knows when they were "
        "handed in: {all}."
    ),
    "no_timezone": _(
        "Deadlines are taken to be in UTC, since [policy] has no timezone; write timezone = "
        '"Asia/Seoul", say.'
    ),
    "several_secrets": _(
        "Not all results were graded under one secret, so the hidden checks' numbers differ "
        "({text}); grade all of them again with the same --secret FILE."
    ),
    "result_left_out": _("This result of an earlier run can't be used and is left out: {text}."),
    "class_gone": _(
        "It is not there any more, so lateness, attempts and who handed in nothing are not known; "
        "grade the whole class again from what was collected."
    ),
    "class_cut_off": _(
        "It was cut off and is written anew; who handed in what in earlier runs is lost. Grade "
        "the whole class again from what was collected."
    ),
    "more_kinds": _("{all} more files are neither notebooks nor Python files."),
    "more_notes": _("{all} more notes are left out."),
    "line_magic": _("Code cell {cell}: {text} was left out; it does nothing in grading."),
    "cell_magic": _("Code cell {cell} was left out: it begins with {text}."),
    "syntax": _("Code cell {cell} could not be read as Python: {text}"),
    "stopped": _("Code cell {cell} stopped with an error: {text}"),
    "no_module": _(
        "Code cell {cell} stopped with an error: {text}. In grading there are the packages of "
        "requirements.txt and no others."
    ),
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
    "hung_line": _(
        "Code cell {cell}: the statement in line {text} took too long and was left out."
    ),
    "killed_line": _(
        "Code cell {cell}: the statement in line {text} ended the process and was left out."
    ),
    "example": _("`{call}` is not right yet. Work it out by hand, run it and compare."),
    "needs_person": _(
        "The machine was too busy to decide every check; tell your teacher to grade it again."
    ),
    "check_error": _(
        "The check {check} failed with an internal error ({text}); tell your teacher."
    ),
}


def note_text(note: Note, words: Words) -> str:
    """The note in words. Raises KeyError for a code without words."""
    values = dict(note.values)
    code = note.code
    if code == "stopped" and REFUSAL.search(str(values["text"])):
        code = "refused"
    elif code == "stopped" and str(values["text"]).startswith("ModuleNotFoundError"):
        code = "no_module"
    return words(NOTES[code], **values)
