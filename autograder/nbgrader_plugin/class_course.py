"""The folder of an nbgrader course, and the class in it, graded by `autograder grade FOLDER`."""

from __future__ import annotations

import ast
import contextlib
import re
import shlex
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from autograder.course import Course
from autograder.intake.found import Skipped
from autograder.nbgrader_plugin.errors import PluginError

CONFIG: Final = "nbgrader_config.py"
SOURCE: Final = "source"
_BESIDE: Final = ("timestamp.txt", "submission_secret.txt", "pytest.ini")  # nbgrader's and ours
_NAMED = re.compile(r"^environment\.prepare\(c, course=(.+)\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ClassCourse:
    """The folder of an nbgrader course."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> ClassCourse | None:
        """The course in this folder, if it holds one."""
        return cls(folder) if (folder / CONFIG).is_file() else None

    @property
    def submitted(self) -> Path:
        return self.folder / "submitted"

    @property
    def results(self) -> Path:
        return self.folder / "results"

    def require(self, course: Course) -> None:
        """Raises PluginError when the settings name another course than this."""
        text = (self.folder / CONFIG).read_text(encoding="utf-8", errors="replace")
        with contextlib.suppress(ValueError, SyntaxError):
            for found in _NAMED.findall(text):
                named = (self.folder / str(ast.literal_eval(found))).resolve()
                if named != course.folder:
                    raise PluginError(
                        f"{self.folder / CONFIG}: this is a class of the course in {named}; run "
                        f"`autograder --course {shlex.quote(str(named))} …`, or change the setting "
                        "if that course has moved"
                    )

    def own_assignments(self, course: Course) -> frozenset[str]:
        """The assignments in source/ or gradebook.db that are not of the course."""
        names = {entry.name for entry in self.folder.glob(f"{SOURCE}/*/")}
        with contextlib.suppress(sqlite3.Error):
            uri = f"{(self.folder / 'gradebook.db').resolve().as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0)) as gradebook:
                names |= {name for (name,) in gradebook.execute("SELECT name FROM assignment")}
        return frozenset(names) - set(course.names)


def without_expected(course: Course, place: Path, skipped: Iterable[Skipped]) -> list[Skipped]:
    """The files skipped in a folder of submissions, but for those that nbgrader's students hand in.

    If it is the folder of an nbgrader course, assignments of the instructor's own are no news.
    """
    beside = ClassCourse.of(place.resolve().parent)
    own = frozenset[str]() if beside is None else beside.own_assignments(course)
    return [
        each
        for each in skipped
        if not _is_expected(each.place.split("/"), own)
        and not (beside is not None and each.why.code == "no_deadline")  # it knows when
        and not (each.absent and _has_others_alone(place / each.absent, own))
    ]


def _has_others_alone(folder: Path, own: frozenset[str]) -> bool:
    """Whether the student has handed in the instructor's own assignments and nothing else."""
    handed = {entry.name for entry in folder.glob("*") if not entry.name.startswith(".")}
    return bool(handed) and handed <= own


def _is_expected(parts: list[str], own: frozenset[str]) -> bool:
    """`parts`: student, assignment, file."""
    return len(parts) == 3 and (parts[2] in _BESIDE or parts[1] in own)
