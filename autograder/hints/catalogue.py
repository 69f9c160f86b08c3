"""An assignment's mistakes, from its folder: the wrong functions and the words about them."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FunctionType, ModuleType

from autograder.checks import content
from autograder.checks.content import SOLUTIONS, ContentError
from autograder.hints.declare import (
    Declared,
    Detector,
    Function,
    Inputs,
    Projection,
    declared,
)
from autograder.hints.mistake_words import (
    MISTAKES,
    MistakeWords,
    words_of_assignment,
    words_of_file,
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong idea about one task. `variants`: functions that have it, each with other values."""

    id: str
    task: str
    words: MistakeWords
    variants: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An assignment's mistakes, task by task; projections and inputs by task, detectors by id."""

    mistakes: tuple[Mistake, ...] = ()
    projections: Mapping[str, Projection] = field(default_factory=dict)
    detectors: Mapping[str, Detector] = field(default_factory=dict)
    inputs: Mapping[str, Inputs] = field(default_factory=dict)

    def of_task(self, task: str) -> tuple[Mistake, ...]:
        return tuple(each for each in self.mistakes if each.task == task)


@functools.cache
def load(course: Path, assignment: str, tasks: Sequence[str]) -> Catalogue:
    """The catalogue of one assignment, empty when it has no mistakes. Raises ContentError."""
    reader = _Reader(course, assignment)
    for task in _tasks(course, assignment, tasks):
        reader.read(task)
    return reader.catalogue()


def _tasks(course: Path, assignment: str, tasks: Sequence[str]) -> list[str]:
    """The tasks that have a file of mistakes. Raises ContentError for a file of no task."""
    folder = course / SOLUTIONS / assignment / MISTAKES
    words_of_assignment(course, assignment)  # no id is duplicated
    found = {file.stem: file for file in sorted(folder.glob("[!_]*.*")) if file.is_file()}
    for name in found.keys() - set(tasks):
        raise ContentError(
            f"{found[name].relative_to(course)}: {assignment} has no task {name!r}; it has "
            f"{', '.join(tasks)}"
        )
    return [name for name in tasks if name in found]


class _Reader:
    """Reads an assignment's files of mistakes, one after the other."""

    def __init__(self, course: Path, assignment: str) -> None:
        self._course = course
        self._assignment = assignment
        self._mistakes: dict[str, Mistake] = {}
        self._projections: dict[str, Projection] = {}
        self._detectors: dict[str, Detector] = {}
        self._inputs: dict[str, Inputs] = {}

    def catalogue(self) -> Catalogue:
        return Catalogue(
            tuple(self._mistakes.values()), self._projections, self._detectors, self._inputs
        )

    def read(self, task: str) -> None:
        name = f"{SOLUTIONS}.{self._assignment}.{MISTAKES}.{task}"
        module = content.module(self._course, name)
        table = Path(*name.split(".")).with_suffix(".toml")
        words = words_of_file(self._course, self._course / table)
        own: set[str] = set()
        for mark, function in _declared(module):
            if mark.id and mark.id not in words:
                raise ContentError(f"{table}: [{mark.id}] is missing; say what the mistake is")
            self._add(task, mark, function, words)
            own.add(mark.id)
        for id in words.keys() - own:
            raise ContentError(f"{table}: [{id}] is no mistake of {task}.py; take it out")

    def _add(
        self, task: str, mark: Declared, function: Function, words: Mapping[str, MistakeWords]
    ) -> None:
        id = f"{self._assignment}/{mark.id}"
        if mark.kind in ("variant", "detector") and id not in self._mistakes:
            raise ContentError(
                f"{self._assignment}, {task}: {function.__name__} is a {mark.kind} of {mark.id!r}, "
                "which no @mistake above it declares"
            )
        if mark.kind == "mistake":
            self._add_mistake(Mistake(id, task, words[mark.id], (function,)))
        elif mark.kind == "variant":
            known = self._mistakes[id]
            self._mistakes[id] = replace(known, variants=(*known.variants, function))
        elif mark.kind == "detector":
            self._detectors[id] = function
        elif mark.kind == "projection":
            self._projections[task] = function
        else:
            self._inputs[task] = function

    def _add_mistake(self, mistake: Mistake) -> None:
        if mistake.id in self._mistakes:
            raise ContentError(f"{mistake.id}: this id is duplicated; make the second a @variant")
        self._mistakes[mistake.id] = mistake


def _declared(module: ModuleType) -> list[tuple[Declared, Function]]:
    """What the file's own functions are declared to be, in their order."""
    own = (
        each
        for each in vars(module).values()
        if isinstance(each, FunctionType) and each.__module__ == module.__name__
    )
    found = ((declared(function), function) for function in own)
    return [(mark, function) for mark, function in found if mark is not None]
