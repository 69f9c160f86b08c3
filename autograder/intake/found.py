"""What was found where students hand in: submissions, and what is nobody's, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from autograder.intake.reading import Submitted
from autograder.intake.tree import Entry
from autograder.values.errors import KitError
from autograder.values.notes import Note
from autograder.values.text import visible

_MAX_SHOWN = 200  # letters of a file's name
_MISSED = frozenset(
    {"same_student", "link", "closed", "too_many", "nothing_found", "deep", "archive", "too_deep",
     "too_many_files", "broken_zip", "leaves_zip", "answer_in_no_folder", "unknown",
     "no_such_student", "no_such_attempt", "result_left_out", "class_cut_off", "other_upload",
     "zip_method", "no_time", "hidden", "unsaid", "not_readable", "too_large", "changed",
     "class_zip", "like_an_export", "no_room", "one_student", "no_order", "no_notebook",
     "zip_in_zip", "collected_gone", "named_otherwise", "damaged"}
)  # fmt: skip
_TAKEN = frozenset(
    {"other_upload", "no_time", "changed", "unsaid", "like_an_export", "one_student", "class_zip",
     "wrong_ending", "no_such_student", "not_here", "no_such_attempt", "no_deadline",
     "result_left_out", "several_secrets", "class_cut_off", "named_otherwise", "no_timezone"}
)  # fmt: skip


class FolderError(KitError):
    """Nothing can be graded there; one line: where, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's answer to one assignment; `submitted` is None when it can't be read.

    `digest` stands for the file's content; `file`: where it lies, in the student's folder;
    `others`: files for the same assignment that do not count.
    """

    student: str
    assignment: str
    submitted: Submitted | None
    digest: bytes
    notes: tuple[Note, ...]
    file: str = ""
    others: tuple[str, ...] = ()


class Answer(NamedTuple):
    """A submission, and the file that it is."""

    submission: Submission
    entry: Entry


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is nobody's submission, and why; or what there is to say of one."""

    place: str
    why: Note

    @property
    def student(self) -> str:
        """In whose folder it lies, if it lies in one."""
        return self.place.split("/")[0]

    @property
    def absent(self) -> str | None:
        """The student in whose folder nothing could be found at all."""
        whole = "/" not in self.place and self.why.code in ("nothing_found", "closed")
        return self.place if whole else None

    @property
    def taken(self) -> bool:
        """Whether nothing is left out by it, only something to know."""
        return self.why.code in _TAKEN

    @property
    def missed(self) -> bool:
        """Whether submissions may lie there all the same, for a person to look after."""
        return self.why.code in _MISSED


def shown(name: str) -> str:
    """A file's or folder's name as a person may read it."""
    shown = visible(name)
    return shown if len(shown) <= _MAX_SHOWN else shown[:_MAX_SHOWN] + "…"
