"""A hint's id as the sentence that a student reads."""

from __future__ import annotations

from autograder.course import Course

from .catalogue import load_all
from .texts import HINTS


def hint_text(course: Course, hint: str, language: str) -> str | None:
    """The hint in this language; None for an id that no catalogue has any more."""
    if hint in HINTS:
        english, korean = HINTS[hint]
        return korean if language == "ko" else english
    assignment = hint.partition("/")[0]
    catalogue = load_all(course).get(assignment)
    for entry in catalogue.entries if catalogue is not None else ():
        if entry.id == hint:
            return entry.hint(language)
    return None
