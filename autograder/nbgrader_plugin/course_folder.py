"""An nbgrader course of a course's assignments: source/, and the settings.

Each source/<assignment>/ holds the instructor's notebook and what a student's notebook imports;
nbgrader releases all of it but for the solutions, hidden tests and mark schemes.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

from autograder.course import Course
from autograder.nbgrader_plugin import entry_points, instructor
from autograder.nbgrader_plugin.class_course import CONFIG, SOURCE
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.marked_cells import language_of
from autograder.release import bundle, notebook

_FOLDERS: Final = ("autograder", "assignments")  # what lies beside a notebook, with pytest.ini
_TEMPLATES: Final = Path(__file__).parent / "templates"
_OVER_IT: Final = "see `autograder nbgrader init --help`"


def write(course: Course, folder: Path, language: str | None, *, plain: bool, renew: bool) -> None:
    """Write the course into `folder`, which must be empty, or be renewed.

    `plain` leaves out our preprocessors, so that nbgrader runs the checks in a kernel. To renew
    is to write source/<assignment> again and nothing else, in the course's own language. Without
    `language` a new course has that of `course`. Raises PluginError, SourceError, ReleaseError.
    """
    known = (folder / CONFIG).is_file()
    if known and not renew:
        raise PluginError(f"{folder}: there is a course already; {_OVER_IT}")
    if folder.is_dir() and any(folder.iterdir()) and not known:
        raise PluginError(f"{folder}: not empty and no nbgrader course; choose another folder")
    if known:
        language = _kept_language(course, folder, language)
    language = language or course.language
    sources = instructor.build_all(course, language)
    beside = {
        name: data
        for name, data in bundle.files(course, language).items()
        if name.startswith(_FOLDERS) or name == "pytest.ini"
    }
    for assignment, content in sources.items():
        place = folder / SOURCE / assignment
        for own in _FOLDERS:
            shutil.rmtree(place / own, ignore_errors=True)
        for name, data in {f"{assignment}.ipynb": content, **beside}.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(data)
    if not known:
        (folder / CONFIG).write_text(config(course, language, plain=plain), encoding="utf-8")


def _kept_language(course: Course, folder: Path, wanted: str | None) -> str:
    """The language of the nbgrader course in `folder`; `wanted` is to be the same.

    The settings hold it, since nbgrader takes its text from them, and so do the sources.
    """
    settings = (folder / CONFIG).read_text(encoding="utf-8", errors="replace")
    found = {each for each in course.languages if repr(notebook.answer(course, each)) in settings}
    if len(found) != 1:
        files = folder.glob(f"{SOURCE}/*/*.ipynb")
        found = {each for file in files if (each := language_of(file)) in course.languages}
    if wanted is not None and (wanted in found or not found):
        return wanted
    said = " and ".join(sorted(found)) or "unknown"
    if wanted is not None:
        raise PluginError(
            f"{folder}: the course's language is {said}, and a course has one; leave out "
            f"`--language {wanted}`, or make another course in another folder"
        )
    if len(found) != 1:
        raise PluginError(f"{folder}: the course's language is {said}; give it with --language")
    return found.pop()


def config(course: Course, language: str, *, plain: bool) -> str:
    """The text of nbgrader_config.py."""
    text = _filled(
        "nbgrader_config.py.txt",
        course=repr(str(course.folder)),
        course_id=course.name,
        export=entry_points.EXPORT,
        settings="\n".join(
            f"c.{owner}.{name} = {value!r}"
            for owner, own in instructor.settings(course, language).items()
            for name, value in own.items()
        ),
    )
    if plain:
        return text
    return text + _filled(
        "sandbox_config.py.txt",
        exporter=entry_points.EXPORTER,
        sanitize=_lines(entry_points.SANITIZE),
        autograde=_lines(entry_points.AUTOGRADE),
        language=language,
    )


def _filled(template: str, **parts: str) -> str:
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(parts)


def _lines(names: Sequence[str]) -> str:
    return "\n".join(f'    "{name}",' for name in names)
