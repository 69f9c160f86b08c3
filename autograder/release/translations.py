"""The kit's sentences and their translations: collected from the code, old ones kept, compiled.

`autograder messages` brings the kit's own catalogues up to date; `autograder messages de` writes
a catalogue of a course in a language that the kit does not speak, `assignments/de.po`.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from autograder.course import Course, CourseError
from autograder.course.files import write
from autograder.course.languages import catalogue_file, compiled, missing, read
from autograder.values.words import DOMAIN, ENGLISH, LOCALE

PACKAGE: Final = LOCALE.parent
_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # the same bytes every time
_HEADER: dict[str, Any] = {
    "header_comment": "# The course kit's sentences.",
    "project": "ann-course-kit",
    "version": "1",
    "copyright_holder": "the course kit",
    "msgid_bugs_address": "none",
    "last_translator": "none",
    "language_team": "none",
    "creation_date": _DATE,
    "fuzzy": False,
}


def texts() -> Iterator[tuple[str, str, int]]:
    """Every sentence of the kit: text, file, line."""
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE.parent).as_posix()
        for line, message, _comments, _context in extract_from_file(
            "python", str(file), keywords={"_": None}
        ):
            yield str(message), name, line


def updated(file: Path, language: str) -> Catalog:
    """The catalogue with every sentence of today, and the translations that `file` has.

    Raises CourseError for a language or file that can't be used.
    """
    try:
        template = Catalog(domain=DOMAIN, **_HEADER)
        catalog = read(file, language) if file.exists() else Catalog(language, domain=DOMAIN)
    except (UnknownLocaleError, ValueError) as why:
        raise CourseError(
            f"{language!r} is not a language ({why}); give de or pt_BR, say"
        ) from None
    for text, name, line in texts():
        template.add(text, locations=[(name, line)])
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for name, value in _HEADER.items():
        setattr(catalog, name, value)
    catalog.revision_date = _DATE
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as a person reads it."""
    po = io.BytesIO()
    write_po(po, catalog, width=100, sort_by_file=True, omit_header=False, include_lineno=False)
    return po.getvalue()


def own_languages() -> list[str]:
    """The languages that the kit has catalogues for."""
    return sorted(file.parts[-3] for file in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def own_files(language: str) -> dict[Path, bytes]:
    """The kit's own files of a language, and what should stand in them."""
    po = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalog = updated(po, language)
    return {po: as_po(catalog), po.with_suffix(".mo"): compiled(catalog)}


def bring_up_to_date(course: Course, language: str | None) -> Iterator[str]:
    """Write catalogues, the kit's own or a course's; a line for each, and for what is missing."""
    if language is None:
        for each in own_languages():
            for path, data in own_files(each).items():
                write(path, data)
            po = LOCALE / each / "LC_MESSAGES" / f"{DOMAIN}.po"
            yield from _report(po, missing(updated(po, each)))
        return
    if language == ENGLISH:
        raise CourseError("the kit's sentences are English; there is nothing to translate")
    file = catalogue_file(course.folder, language)
    catalog = updated(file, language)
    write(file, as_po(catalog))
    yield from _report(file, missing(catalog))


def _report(file: Path, lacking: list[str]) -> Iterator[str]:
    yield f"{file}: {len(lacking)} sentences are not translated" if lacking else f"{file}: complete"
    yield from (f"  {text}" for text in lacking)
