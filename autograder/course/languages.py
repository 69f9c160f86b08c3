"""A course's languages: its words, and which of the kit's sentences it says in English instead.

The kit itself speaks English and has catalogues for some other languages. A course in a language
without one brings `assignments/<language>.po`, as `autograder messages` writes it.
"""

from __future__ import annotations

import copy
import functools
import gettext
import io
import string
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from autograder.checks import content
from autograder.checks.content import ASSIGNMENTS
from autograder.course.table import Course, CourseError
from autograder.values.words import DOMAIN, ENGLISH, LOCALE, Catalogue, Words


def words(course: Course, language: str, assignment: str | None = None) -> Words:
    """The words of a language, an assignment's own among them.

    Raises CourseError or ContentError for a file of them that can't be used.
    """
    return _words(course.folder, language, assignment)


@functools.lru_cache(maxsize=256)
def _words(folder: Path, language: str, assignment: str | None) -> Words:
    catalogues = [own] if (own := catalogue(folder, language)) is not None else []
    if assignment is None:
        return Words(language, catalogues)
    return content.sentences(folder, assignment).words(language, catalogues)


def catalogue_file(folder: Path, language: str) -> Path:
    """Where a course keeps its own translation of the kit's sentences."""
    return folder / ASSIGNMENTS / f"{language}.po"


def catalogue(folder: Path, language: str) -> Catalogue | None:
    """The course's own translation of the kit's sentences, if it has one. Raises CourseError."""
    file = catalogue_file(folder, language)
    if not file.is_file():
        return None
    return gettext.GNUTranslations(io.BytesIO(compiled(read(file, language))))


def read(file: Path, language: str) -> Catalog:
    """The catalogue in a .po file. Raises CourseError."""
    try:
        with file.open("rb") as stream:
            return read_po(stream, locale=language, domain=DOMAIN, abort_invalid=True)
    except PoFileError as why:
        said = str(why).rpartition(" on ")[0]  # its own count begins with line 0
        raise CourseError(f"{file}:{why.lineno + 1}: {said}; fix the file") from None
    except (OSError, UnicodeDecodeError, ValueError) as why:
        raise CourseError(f"{file}: {why}; fix the file") from None


def missing(catalog: Catalog) -> list[str]:
    """Sentences without a translation, or whose translation has other places to fill in."""
    return [str(message.id) for message in catalog if message.id and not _is_translated(message)]


def _is_translated(message: Message) -> bool:
    same_places = _places(message.id) == _places(message.string)
    return bool(message.string) and same_places and not message.fuzzy


def _places(text: object) -> set[str] | None:
    """The names of the places in a text; None when there is no telling."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}
    except ValueError:
        return None


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as gettext reads it, without what is missing in it."""
    kept = copy.deepcopy(catalog)
    for text in missing(catalog):
        kept.delete(text)
    data = io.BytesIO()
    write_mo(data, kept)
    return data.getvalue()


def untranslated(course: Course, language: str) -> int | None:
    """How many of the kit's sentences this course says in English; None without a catalogue."""
    if language == ENGLISH:
        return 0
    own = catalogue_file(course.folder, language)
    file = own if own.is_file() else LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not file.is_file():
        return None
    return len(missing(read(file, language)))
