"""The kit's words in the student's language: gettext catalogues, read by the standard library.

Domain "student" travels in the bundle (messages, titles of visible checks); domain "grader"
stays with the instructor (titles of hidden checks, feedback, hints). English is the source.
"""

from __future__ import annotations

import functools
import gettext
from pathlib import Path

_LOCALE = Path(__file__).resolve().parents[2] / "locale"
_DOMAINS = ("student", "grader")


def mark(text: str) -> str:
    """Mark a text for the catalogues; it is translated where it is used."""
    return text


def translate(text: str, language: str) -> str:
    """The text in this language; the English text where no catalogue has it."""
    if language == "en":
        return text
    for domain in _DOMAINS:
        translated = _catalogue(domain, language).gettext(text)
        if translated != text:
            return translated
    return text


@functools.cache
def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    return gettext.translation(domain, _LOCALE, [language], fallback=True)
