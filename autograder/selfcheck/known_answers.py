"""What known mistakes answer in the visible checks, and what to say about them: `hints.json`.

The table is made from the course's wrong functions by `autograder hints` and holds none of their
code: for each task, what a mistake answers call by call, check by check, and for each mistake a
hint in each language.

    {"hints": {"no-bias": {"en": "…"}},
     "tasks": {"line": [{"mistake": "no-bias", "answers": {"visible/…": [[0.5, 1.5]]}}]},
     "errors": {"line": [{"mistake": "…", "text": "…"}]}}
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from autograder.checks.content import ASSIGNMENTS, HINTS
from autograder.checks.sameness import numbers_of, same, within_of
from autograder.values.findings import Finding
from autograder.values.plain import Model, Value
from autograder.values.trace import OUTPUTS, PARAMETERS, Step
from autograder.values.words import ENGLISH

NOTHING: Final = {"raised": True}  # in the place of an answer: none came back
MODEL: Final = {"model": True}  # in the place of an answer: a network
_MOST: Final = 16  # numbers of an array that are kept; of more, some with the shape
_SOME: Final = 8

Answers = Mapping[str, Sequence[Any]]  # by the check's id, of each call in turn


@dataclass(frozen=True, slots=True)
class KnownAnswers:
    """One assignment's table."""

    hints: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    tasks: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    errors: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)

    def mistakes(self, task: str, steps: Mapping[str, Sequence[Step]]) -> set[str]:
        """The mistakes that answer all calls of all the task's visible checks as they were."""
        told = {check: telling(task, own) for check, own in steps.items()}
        return {
            known["mistake"] for known in self.tasks.get(task, ()) if agree(known["answers"], told)
        }

    def mistakes_by_error(self, task: str, findings: Sequence[Finding]) -> set[str]:
        """The mistakes that end in the very error that every failed check reports."""
        if not findings or any(finding.code != "raised" for finding in findings):
            return set()
        texts = [str(finding.values["text"]) for finding in findings]
        return {
            known["mistake"]
            for known in self.errors.get(task, ())
            if all(re.search(known["text"], text) for text in texts)
        }

    def text(self, mistake: str, language: str) -> str:
        """The hint in this language, in English or in what there is otherwise."""
        said = self.hints[mistake]
        return said.get(language) or said.get(ENGLISH) or next(iter(said.values()))


@functools.cache
def load(course: Path, assignment: str) -> KnownAnswers:
    """The table of an assignment; an empty one where there is none that can be read."""
    try:
        text = (course / ASSIGNMENTS / assignment / HINTS).read_text(encoding="utf-8")
        return KnownAnswers(**json.loads(text))
    except (OSError, ValueError, TypeError):
        return KnownAnswers()


def telling(task: str, steps: Sequence[Step]) -> list[Step]:
    """The steps whose outcome depends on the task's function."""
    return [step for step in steps if step.verb in (task, PARAMETERS, OUTPUTS)]


def agree(known: Answers, steps: Mapping[str, Sequence[Step]]) -> bool:
    """Whether these are the answers that were given in the same checks."""
    return known.keys() == steps.keys() and all(
        len(answers) == len(steps[check]) and all(map(_agrees, answers, steps[check]))
        for check, answers in known.items()
    )


def _agrees(known: Any, step: Step) -> bool:
    if known == NOTHING or step.raised:
        return known == NOTHING and step.raised
    if known == MODEL or isinstance(step.value, Model):
        return known == MODEL and isinstance(step.value, Model)
    answer: Value = known
    return same(reduced(step.value), answer, within_of(step))


def reduced(value: Value) -> Value:
    """The value; of a large array its shape and some of its numbers."""
    numbers = numbers_of(value)
    if numbers is None:
        return [reduced(each) for each in value] if isinstance(value, (list, tuple)) else value
    if numbers.size <= _MOST:
        return value
    return [list(numbers.shape), numbers.ravel()[:: numbers.size // _SOME].tolist()]
