"""The student's folder: what its course and language are, as `assignments/bundle.json` says."""

from __future__ import annotations

import functools
import gettext
import json
from pathlib import Path

from autograder.checks import collect, content
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS
from autograder.values.words import ENGLISH, Words

# The folder in which this copy of the kit lies, beside the notebooks
COURSE = Path(__file__).resolve().parents[2]


@functools.cache
def language() -> str:
    """The language of this bundle; English where it does not say."""
    try:
        facts = json.loads((COURSE / ASSIGNMENTS / "bundle.json").read_text(encoding="utf-8"))
        return str(facts["language"])
    except (OSError, ValueError, KeyError, TypeError):
        return ENGLISH


@functools.cache
def words(assignment: str | None = None) -> Words:
    """The sentences in this bundle's language, an assignment's own among them."""
    try:
        with (COURSE / ASSIGNMENTS / f"{language()}.mo").open("rb") as file:
            catalogues = [gettext.GNUTranslations(file)]
    except OSError:
        catalogues = []
    if assignment is None:
        return Words(language(), catalogues)
    return content.sentences(COURSE, assignment, (ASSIGNMENTS,)).words(language(), catalogues)


@functools.cache
def visible_checks(task: str) -> tuple[str, tuple[Check, ...]]:
    """The assignment of a task and the task's visible checks; none for a task that is not here."""
    for folder in sorted((COURSE / ASSIGNMENTS).glob("*/")):
        if (folder / f"{content.CHECKS}.py").is_file():
            checks = collect.collect(COURSE, folder.name, (ASSIGNMENTS,))
            own = tuple(check for check in checks if check.task == task)
            if own:
                return folder.name, own
    return "", ()
