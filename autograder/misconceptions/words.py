"""A hint's id as the sentence that a student reads."""

from __future__ import annotations

from .catalogue import declared
from .texts import HINTS


def hint_text(hint: str, language: str) -> str | None:
    """The hint in this language; None for an id that no catalogue has any more."""
    if hint in HINTS:
        english, korean = HINTS[hint]
        return korean if language == "ko" else english
    entry = declared(hint.partition("/")[0]).get(hint)
    return None if entry is None else entry.hint(language)
