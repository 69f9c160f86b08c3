"""An nbgrader course of this course's assignments: source/, and the settings.

Each source/<assignment>/ holds the instructor's notebook and what a student's notebook imports;
nbgrader releases all of it but for the solutions, hidden tests and mark schemes.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from string import Template
from typing import Any, Final

from autograder import instructor, release, result
from autograder.course import Course, Language

from .cells import PluginError, hidden

CONFIG: Final = "nbgrader_config.py"
SOURCE: Final = "source"
COURSE_ID: Final = "chapter5"
_TRAVELS = ("autograder/", "pytest.ini")
_TEMPLATES = Path(__file__).parent / "templates"
_OVER_IT = "see `autograder nbgrader init --help`"


def write(course: Course, folder: Path, language: Language, *, plain: bool, renew: bool) -> None:
    """Write the course into `folder`, which must be empty, or be renewed.

    `plain` leaves out our preprocessors, so that nbgrader runs the checks in a kernel. To renew
    is to write source/<assignment> again and nothing else. Raises PluginError; InstructorError,
    SourceError or ReleaseError when the assignments can't be used.
    """
    known = (folder / CONFIG).is_file()
    if known and not renew:
        raise PluginError(f"{folder}: there is a course already; {_OVER_IT}")
    if folder.is_dir() and any(folder.iterdir()) and not known:
        raise PluginError(f"{folder}: not empty and no nbgrader course; choose another folder")
    sources = instructor.build_all(course, language, hidden)
    beside = {
        name: data
        for name, data in release.files(course, language).items()
        if name.startswith(_TRAVELS)
    }
    for assignment, notebook in sources.items():
        place = folder / SOURCE / assignment
        shutil.rmtree(place / "autograder", ignore_errors=True)
        for name, data in {f"{assignment}.ipynb": notebook, **beside}.items():
            result.write(place / name, data)
    if not known:
        result.write(folder / CONFIG, config(language, plain=plain).encode())


def config(language: Language, *, plain: bool) -> str:
    """The text of nbgrader_config.py."""
    head = Template((_TEMPLATES / "nbgrader_config.py.txt").read_text(encoding="utf-8"))
    text = head.substitute(course_id=COURSE_ID, settings=_lines(instructor.settings(language)))
    if plain:
        return text
    return text + "\n" + (_TEMPLATES / "sandbox_config.py.txt").read_text(encoding="utf-8")


def _lines(settings: dict[str, dict[str, Any]]) -> str:
    return "\n".join(
        f"c.{owner}.{name} = {value!r}"
        for owner, own in settings.items()
        for name, value in own.items()
    )
