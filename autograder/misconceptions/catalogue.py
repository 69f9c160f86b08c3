"""Misconceptions as their files declare them: an id, a hint in both languages, wrong functions.

Each task has a file, `entries/<assignment>/<task>.py`:

    @misconception(
        "forward/sum-plus-bias",
        title="adds 1 to every sum", why="The bias of 5.2 is still in mind.",
        en="…", ko="…",
    )
    def with_bias(W, x):
        return W @ x + 1

    @way("forward/sum-plus-bias")     # the same misconception, seen in other values
    def with_bias_of_two(W, x): …

    @view                             # where many answers are right: what of them is compared
    def parts(calls): …

    @inputs                           # what the checks don't ask, but tells ways apart
    def far_from_zero(): …

    @trait("xor/…")                   # where no value comes twice: what gives it away
    def differs_each_time(checks): …

Where nothing comes back but one of Python's errors, `error=` is a regular expression for its text.

A hint leads towards the mistake without giving the solution, in at most two sentences.
"""

from __future__ import annotations

import functools
import importlib.util
import re
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FunctionType
from typing import Any, Final, TypeVar

from autograder.checks.support.record import Step
from autograder.course import Assignment, Course
from autograder.judge.session import ChecksError

ENTRIES: Final = Path(__file__).parent / "entries"
_MARK: Final = "__misconception__"
_ID = re.compile(r"([a-z][a-z0-9_]*)/[a-z0-9][a-z0-9-]*\Z")
_VIEW: Final = object()
_INPUTS: Final = object()
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_HANGUL = re.compile("[가-힣]")

Function = Callable[..., Any]
Call = tuple[tuple[object, ...], Any]  # arguments, answer
View = Callable[[Sequence[Call]], object]
Inputs = Callable[[], Sequence[tuple[object, ...]]]
Trait = Callable[[Sequence[Sequence[Step]]], bool]
_Function = TypeVar("_Function", bound=Function)


class CatalogueError(ChecksError):
    """An entry can't be used; one line: the file, the entry, why."""


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong idea about one task. `ways`: functions that have it, each with other values."""

    id: str
    title: str
    why: str
    en: str
    ko: str
    error: str = ""
    task: str = ""  # known by the file
    ways: tuple[Function, ...] = ()

    def hint(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An assignment's entries, task by task; views and inputs by task, traits by id."""

    folder: Path
    entries: tuple[Misconception, ...] = ()
    views: Mapping[str, View] = field(default_factory=dict)
    traits: Mapping[str, Trait] = field(default_factory=dict)
    inputs: Mapping[str, Inputs] = field(default_factory=dict)

    def of_task(self, task: str) -> tuple[Misconception, ...]:
        return tuple(entry for entry in self.entries if entry.task == task)


def misconception(
    id: str, *, title: str, why: str, en: str, ko: str, error: str = ""
) -> Callable[[_Function], _Function]:
    """Declare the function below to be a wrong implementation of the file's task."""
    return _marker(Misconception(id, title, why, en, ko, error))


def way(id: str) -> Callable[[_Function], _Function]:
    """Declare the function below to be another way to have the misconception of this id."""
    return _marker(_Way(id))


def view(function: _Function) -> _Function:
    """Declare what is compared of the answers to the task, where no single one is right."""
    return _marker(_VIEW)(function)


def inputs(function: _Function) -> _Function:
    """Declare this function to give further arguments for the task, one tuple for each call."""
    return _marker(_INPUTS)(function)


def trait(id: str) -> Callable[[_Function], _Function]:
    """Declare that the misconception of this id is there when the function below says so.

    It is given the steps of each of the task's checks, and asked when no way explains them.
    """
    return _marker(_Trait(id))


@dataclass(frozen=True, slots=True)
class _Way:
    id: str


@dataclass(frozen=True, slots=True)
class _Trait:
    id: str


def _marker(mark: object) -> Callable[[_Function], _Function]:
    def decorate(function: _Function) -> _Function:
        setattr(function, _MARK, mark)
        return function

    return decorate


def load_all(
    course: Course, folder: Path = ENTRIES, only: Container[str] | None = None
) -> dict[str, Catalogue]:
    """The catalogue of every assignment, or of some, by name. Raises CatalogueError."""
    if str(course.folder) not in sys.path:
        sys.path.insert(0, str(course.folder))  # entries build on the solutions' functions
    chosen = (each for each in course.assignments if only is None or each.name in only)
    return {each.name: load(each, folder) for each in chosen}


@functools.cache
def load(assignment: Assignment, folder: Path = ENTRIES) -> Catalogue:
    """The catalogue of one assignment, empty when it has no folder. Raises CatalogueError."""
    entries: dict[str, Misconception] = {}
    views: dict[str, View] = {}
    traits: dict[str, Trait] = {}
    further: dict[str, Inputs] = {}
    for file in _files(assignment, folder / assignment.name):
        for mark, function in _marked(file):
            if isinstance(mark, Misconception):
                _require_complete(file, assignment, mark, entries)
                entries[mark.id] = replace(mark, task=file.stem, ways=(function,))
            elif isinstance(mark, (_Way, _Trait)) and mark.id not in entries:
                raise CatalogueError(f"{file}: {mark.id}: a way or trait of no entry above it")
            elif isinstance(mark, _Way):
                entry = entries[mark.id]
                entries[mark.id] = replace(entry, ways=(*entry.ways, function))
            elif isinstance(mark, _Trait):
                traits[mark.id] = function
            elif mark is _VIEW:
                views[file.stem] = function
            elif mark is _INPUTS:
                further[file.stem] = function
    return Catalogue(folder / assignment.name, tuple(entries.values()), views, traits, further)


def _files(assignment: Assignment, folder: Path) -> list[Path]:
    """The folder's files in the order of the tasks. Raises CatalogueError for one of no task."""
    tasks = [task.name for task in assignment.tasks]
    found = {file.stem: file for file in sorted(folder.glob("[!_]*.py"))}
    for name in found.keys() - set(tasks):
        raise CatalogueError(f"{found[name]}: {assignment.name} has no task {name!r}")
    return [found[name] for name in tasks if name in found]


def declared(name: str) -> Mapping[str, Misconception]:
    """The entries of the assignment of this name, by id, for their hints."""
    if not _NAME.match(name):
        return {}
    files = sorted((ENTRIES / name).glob("[!_]*.py"))
    marks = (mark for file in files for mark, _function in _marked(file))
    return {mark.id: mark for mark in marks if isinstance(mark, Misconception)}


@functools.cache
def _marked(file: Path) -> tuple[tuple[object, Function], ...]:
    """What the file's own functions are declared to be, in their order."""
    name = f"{__package__}.entries.{file.parent.name}.{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    if importlib.util.find_spec("solutions") is None:
        sys.path.append(str(Path(__file__).resolve().parents[2]))
    try:
        spec.loader.exec_module(module)
    except Exception as why:
        raise CatalogueError(f"{file}: {why}") from None
    functions = (each for each in vars(module).values() if isinstance(each, FunctionType))
    own = (each for each in functions if each.__code__.co_filename == str(file))
    found = ((getattr(each, _MARK, None), each) for each in own)
    return tuple((mark, function) for mark, function in found if mark is not None)


def _require_complete(
    file: Path, assignment: Assignment, entry: Misconception, before: Mapping[str, Misconception]
) -> None:
    match = _ID.match(entry.id)
    if match is None or match[1] != assignment.name:
        raise CatalogueError(f"{file}: {entry.id!r} is no id; write {assignment.name}/some-words")
    if entry.id in before:
        raise CatalogueError(f"{file}: {entry.id}: this id stands twice")
    for part in ("title", "why", "en"):
        if not getattr(entry, part).strip():
            raise CatalogueError(f"{file}: {entry.id}: `{part}` is missing")
    if not _HANGUL.search(entry.ko):
        raise CatalogueError(f"{file}: {entry.id}: the Korean hint `ko` is missing")
    if _HANGUL.search(entry.en):
        raise CatalogueError(f"{file}: {entry.id}: the English hint `en` is in Korean")
