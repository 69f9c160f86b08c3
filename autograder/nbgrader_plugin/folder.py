"""An nbgrader course of this course's assignments: source/, and the settings.

Each source/<assignment>/ holds the instructor's notebook and what a student's notebook imports;
nbgrader releases all of it but for the solutions, hidden tests and mark schemes.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

from autograder import instructor, notebook, release
from autograder.course import LANGUAGES, Course, Language
from autograder.instructor import InstructorError
from autograder.release_guard import ReleaseError
from autograder.source import SourceError

from . import plugs
from .cells import hidden, language_of
from .errors import PluginError
from .installed import require_installed

CONFIG: Final = "nbgrader_config.py"
SOURCE: Final = "source"
COURSE_ID: Final = "chapter5"
_TRAVELS = ("autograder/", "pytest.ini")
_TEMPLATES = Path(__file__).parent / "templates"
_OVER_IT = "see `autograder nbgrader init --help`"


def write(
    course: Course, folder: Path, language: Language | None, *, plain: bool, renew: bool
) -> None:
    """Write the course into `folder`, which must be empty, or be renewed.

    `plain` leaves out our preprocessors, so that nbgrader runs the checks in a kernel. To renew
    is to write source/<assignment> again and nothing else, in the course's own language. Without
    `language` a new course has that of `course`. Raises PluginError.
    """
    require_installed(course)
    known = (folder / CONFIG).is_file()
    if known and not renew:
        raise PluginError(f"{folder}: there is a course already; {_OVER_IT}")
    if folder.is_dir() and any(folder.iterdir()) and not known:
        raise PluginError(f"{folder}: not empty and no nbgrader course; choose another folder")
    language = _kept_language(folder, language) if known else language or course.language
    try:
        sources = instructor.build_all(course, language, hidden)
        bundle = release.files(course, language)
    except (InstructorError, SourceError, ReleaseError) as why:
        raise PluginError(str(why)) from None
    beside = {name: data for name, data in bundle.items() if name.startswith(_TRAVELS)}
    for assignment, content in sources.items():
        place = folder / SOURCE / assignment
        shutil.rmtree(place / "autograder", ignore_errors=True)
        for name, data in {f"{assignment}.ipynb": content, **beside}.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(data)
    if not known:
        (folder / CONFIG).write_text(config(language, plain=plain), encoding="utf-8")


def _kept_language(folder: Path, wanted: Language | None) -> Language:
    """The language of the course in `folder`; `wanted` is to be the same.

    The settings hold it, since nbgrader takes its text from them, and so do the sources.
    """
    settings = (folder / CONFIG).read_text(encoding="utf-8", errors="replace")
    found = {language for language in LANGUAGES if notebook.ANSWERS[language] in settings}
    if len(found) != 1:
        files = folder.glob(f"{SOURCE}/*/*.ipynb")
        found = {language for file in files if (language := language_of(file)) is not None}
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


def config(language: Language, *, plain: bool) -> str:
    """The text of nbgrader_config.py."""
    settings = instructor.settings(language)
    text = _filled(
        "nbgrader_config.py.txt",
        course_id=COURSE_ID,
        settings="\n".join(
            f"c.{owner}.{name} = {value!r}"
            for owner, own in settings.items()
            for name, value in own.items()
        ),
    )
    if plain:
        return text
    return text + _filled(
        "sandbox_config.py.txt",
        exporter=plugs.EXPORTER,
        sanitize=_lines(plugs.SANITIZE),
        autograde=_lines(plugs.AUTOGRADE),
    )


def _filled(template: str, **parts: str) -> str:
    return Template((_TEMPLATES / template).read_text(encoding="utf-8")).substitute(parts)


def _lines(names: Sequence[str]) -> str:
    return "\n".join(f'    "{name}",' for name in names)
