"""The templates of an assignment and of a course, in a course's own languages.

Prose cells and strings stand in them in Korean and in English, one after the other. A language
that they do not speak gets the English text behind a mark that `autograder try` looks for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from autograder.values.words import ENGLISH

TODO: Final = "TODO"  # stands in what an author still has to write
_FOLDER: Final = Path(__file__).parent / "templates"
_SUFFIX: Final = ".txt"  # so that no tool takes a template for code
_CELL = re.compile(r"^(?=# %%)", re.MULTILINE)
_LANGUAGE = re.compile(r'# %% .*\blang="(\w+)"')
_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_STRINGS = re.compile(
    rf"(?P<check>[\w.]*)\bko = (?P<ko>{_STRING})(?P<between>,? ?\n?)"
    rf"(?P=check)en = (?P<en>{_STRING})"
)


def filled(template: str, names: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """The files of a template, by their places below its folder.

    `names`: what stands in the place of NAME, say, in texts and in the files' names.
    """
    known = re.compile("|".join(sorted(names, key=len, reverse=True)))

    def named(text: str) -> str:
        return known.sub(lambda found: names[found[0]], text)

    folder = _FOLDER / template
    files = {}
    for path in sorted(folder.rglob(f"*{_SUFFIX}")):
        place = path.relative_to(folder).as_posix().removesuffix(_SUFFIX)
        text = path.read_text(encoding="utf-8")
        text = _cells(text, languages) if place.endswith(".py") else _strings(text, languages)
        files[named(place)] = named(text)
    return files


def untranslated(language: str) -> str:
    """What stands before an English text that should be one of this language."""
    return f"{TODO} ({language}): "


def _cells(text: str, languages: Sequence[str]) -> str:
    """A file of cells, those with a language once for each of these languages."""
    made = []
    twins: dict[str, str] = {}
    for cell in _CELL.split(text):
        own = _LANGUAGE.match(cell)
        if own is None:
            made.append(cell)
            continue
        twins[own[1]] = cell
        if own[1] == ENGLISH:
            made += [twins.get(each) or _marked_cell(cell, each) for each in languages]
            twins = {}
    return "".join(made)


def _marked_cell(cell: str, language: str) -> str:
    marker, text = cell.split("\n", 1)
    marker = marker.replace(f'lang="{ENGLISH}"', f'lang="{language}"')
    return f"{marker}\n# {untranslated(language)}translate this cell.\n{text}"


def _strings(text: str, languages: Sequence[str]) -> str:
    """A table, its strings once for each of these languages.

    The English title of a check is its docstring.
    """

    def in_each(found: re.Match[str]) -> str:
        said = found.groupdict()
        return said["between"].join(
            f"{said['check']}{each} = {said.get(each) or _marked_string(said['en'], each)}"
            for each in languages
            if not (said["check"] and each == ENGLISH)
        )

    return _STRINGS.sub(in_each, text)


def _marked_string(text: str, language: str) -> str:
    return f'"{untranslated(language)}{text[1:]}'
