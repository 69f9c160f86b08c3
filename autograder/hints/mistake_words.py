"""The words about mistakes: data beside the wrong functions, read without running any of them.

`solutions/<assignment>/mistakes/<task>.toml` has a table for each id: what it is (`title`), the
hint in each language, and, where nothing comes back but one of Python's errors, a regular
expression for its text (`error`). A hint leads towards the mistake without giving the solution,
in at most two sentences.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from autograder.checks.content import SOLUTIONS, ContentError
from autograder.hints import experiments
from autograder.hints.general import HINTS
from autograder.values.toml import toml_table, toml_text
from autograder.values.words import ENGLISH, Words

MISTAKES: Final = "mistakes"
_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


@dataclass(frozen=True, slots=True)
class MistakeWords:
    """What is said about one mistake. `hints`: by language."""

    title: str
    hints: Mapping[str, str]
    error: str = ""

    def hint(self, language: str) -> str:
        """The hint in this language, in English or in what there is otherwise."""
        return (
            self.hints.get(language) or self.hints.get(ENGLISH) or next(iter(self.hints.values()))
        )


def hint_text(course: Path, hint: str, words: Words) -> str | None:
    """The hint of this id as a sentence; None for an id that nobody knows any more."""
    if hint in HINTS:
        return words(HINTS[hint])
    if (said := experiments.sentence(hint, words)) is not None:
        return said
    assignment, _, id = hint.partition("/")
    if not _NAME.match(assignment):
        return None
    known = words_of_assignment(course, assignment).get(id)
    return None if known is None else known.hint(words.language)


@functools.cache
def words_of_assignment(course: Path, assignment: str) -> Mapping[str, MistakeWords]:
    """The words about all mistakes of an assignment, by id. Raises ContentError."""
    found: dict[str, MistakeWords] = {}
    places: dict[str, str] = {}
    for file in sorted((course / SOLUTIONS / assignment / MISTAKES).glob("*.toml")):
        for id, said in words_of_file(course, file).items():
            if id in found:
                raise ContentError(
                    f"{_shown(course, file)}: [{id}] is duplicated: {places[id]} has it, too; ids "
                    "are unique in an assignment, so give it another"
                )
            found[id], places[id] = said, file.name
    return found


def words_of_file(course: Path, file: Path) -> dict[str, MistakeWords]:
    """The words in one file, by id, in their order. Raises ContentError."""
    try:
        table: dict[str, Any] = toml_table(toml_text(file))
        return {id: _words(id, said) for id, said in table.items()}
    except (OSError, ValueError) as why:
        raise ContentError(f"{_shown(course, file)}: {why}; fix the file") from None


def _words(id: str, said: Any) -> MistakeWords:
    if not _ID.match(id):
        raise ValueError(f"[{id}] is not a valid id; use lower-case letters, digits and -")
    if not isinstance(said, dict) or not all(
        isinstance(text, str) and text.strip() for text in said.values()
    ):
        raise ValueError(f"[{id}] should hold a title and a hint in each language, as strings")
    rest = dict(said)
    title, error = rest.pop("title", ""), rest.pop("error", "")
    if not title or not rest:
        raise ValueError(f"[{id}]: `{'title' if not title else 'en'}` is missing")
    try:
        re.compile(error)
    except re.error as why:
        raise ValueError(f"[{id}]: `error` is not a regular expression: {why}") from None
    return MistakeWords(title, rest, error)


def _shown(course: Path, file: Path) -> Path:
    return file.relative_to(course) if file.is_relative_to(course) else file
