"""The student's folder: what its course and language are, as `assignments/bundle.json` says."""

from __future__ import annotations

import functools
import gettext
import json
import re
from pathlib import Path
from typing import Any

from autograder.checks import collect, content
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS, CHECKS
from autograder.values.words import ENGLISH, Words

# The folder in which this copy of the kit lies, beside the notebooks
COURSE = Path(__file__).resolve().parents[2]


@functools.cache
def facts() -> dict[str, Any]:
    """What the release says of this bundle; nothing where no release made it."""
    try:
        found = json.loads((COURSE / ASSIGNMENTS / "bundle.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def language() -> str:
    """The language of this bundle; English where it does not say."""
    return str(facts().get("language", ENGLISH))


def assignments() -> dict[str, str]:
    """The assignments in the course's order, each with its title."""
    folders = sorted(file.parent.name for file in (COURSE / ASSIGNMENTS).glob(f"*/{CHECKS}.py"))
    return dict(facts().get("assignments", {name: name for name in folders}))


def title(assignment: str) -> str:
    """An assignment as a heading says it."""
    name = assignments().get(assignment, assignment)
    return f"{assignment}: {name}" if name != assignment else assignment


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
def tasks(assignment: str) -> tuple[str, ...]:
    """The tasks of an assignment, in the course's order."""
    checks = collect.collect(COURSE, assignment, (ASSIGNMENTS,))
    return tuple(dict.fromkeys(check.task for check in checks))


def notebooks() -> Path | None:
    """The folder of the notebooks, if this copy of the kit lies beside them."""
    return COURSE if (COURSE / "pytest.ini").is_file() else None


def requirement(package: str) -> str:
    """What the course asks pip for, to have this package: `torch==2.13.0`, say."""
    try:
        lines = (COURSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    except OSError:
        return package
    return next((line for line in lines if re.match(rf"{re.escape(package)}\b", line)), package)


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
