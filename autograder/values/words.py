"""Sentences in the reader's language.

English is the source. The engine's own sentences are translated by gettext catalogues; what a
course says itself it says in each of its languages, in tables beside its checks.
"""

from __future__ import annotations

import functools
import gettext
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from autograder.values.findings import Finding
from autograder.values.messages import MESSAGES, ORDINALS

LOCALE: Final = Path(__file__).resolve().parents[1] / "locale"
DOMAIN: Final = "autograder"
ENGLISH: Final = "en"

Catalogue = gettext.NullTranslations
Pair = tuple[str, str]  # what a visible check says, with values; what a hidden one says, without


class Words:
    """The sentences of one language.

    `catalogues` are asked in turn, after the engine's own; `findings` are those of an
    assignment's own checks, by code.
    """

    def __init__(
        self,
        language: str,
        catalogues: Sequence[Catalogue] = (),
        findings: Mapping[str, Pair] | None = None,
    ) -> None:
        self.language = language
        self._catalogues = (*catalogues, _engine_catalogue(language))
        self._findings = findings or {}

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in this language, its places filled; in English where no catalogue has it."""
        for catalogue in self._catalogues:
            translated = catalogue.gettext(text)
            if translated != text:
                return translated.format(**values) if values else translated
        return text.format(**values) if values else text

    def finding(self, finding: Finding, *, values: bool) -> str:
        """The finding as a sentence. Without `values` nothing of the call or its answer is shown.

        A finding that has no values gets the sentence without them, too. Raises KeyError for a
        code that has no sentence.
        """
        own = self._findings.get(finding.code)
        shown, hidden = own if own is not None else MESSAGES[finding.code]
        if not (values and finding.values):
            return hidden if own is not None else self(hidden)
        given: dict[str, object] = {**finding.values}
        if isinstance(place := given.get("position"), int) and place <= len(ORDINALS):
            given["position"] = self(ORDINALS[place - 1])
        return shown.format(**given) if own is not None else self(shown, **given)


@functools.cache
def _engine_catalogue(language: str) -> Catalogue:
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
