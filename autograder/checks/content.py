"""What a course's folder holds for its checks: modules, and tables of sentences.

A course's files import each other as `assignments.…` and `solutions.…`. Each course's are loaded
under a name of their own, so that many courses can live in one process: `from assignments import
chapter` means the chapter of the course whose file says so.

    ContentError    a file of a course can't be used; one line: file:line: what is wrong; what to do
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from autograder.values.errors import KitError
from autograder.values.toml import toml_table, toml_text
from autograder.values.words import ENGLISH, Catalogue, Pair, Words

ASSIGNMENTS: Final = "assignments"  # what may travel
SOLUTIONS: Final = "solutions"  # what never does
FOLDERS: Final = (ASSIGNMENTS, SOLUTIONS)
KINDS: Final = {ASSIGNMENTS: "visible", SOLUTIONS: "hidden"}  # of the checks in either folder
CHECKS: Final = "checks"
SENTENCES: Final = "messages.toml"
HINTS: Final = "hints.json"  # what known mistakes answer in the visible checks


class ContentError(KitError):
    """A file of a course can't be used; one line."""


def module(course: Path, name: str) -> types.ModuleType:
    """The module of this name, "solutions.<assignment>.checks" say, of the course in this folder.

    Raises ContentError when it is missing or stops with an error.
    """
    file = course / Path(*name.split(".")).with_suffix(".py")
    if not file.is_file():
        raise ContentError(f"{_shown(course, file)}: there is no such file; write it first")
    try:
        return importlib.import_module(f"{_package(course)}.{name}")
    except ContentError:
        raise
    except Exception as why:
        place, line = place_of_error(course, file, why)
        said = why.msg if isinstance(why, SyntaxError) else f"{type(why).__name__}: {why}"
        said = said.replace(f"{_package(course)}.", "")
        raise ContentError(f"{_shown(course, place)}:{line}: {said}; fix the file") from None


def place_of_error(course: Path, file: Path, error: BaseException) -> tuple[Path, int]:
    """The last line of the course's own that the error went through."""
    if isinstance(error, SyntaxError) and error.filename:
        return Path(error.filename), error.lineno or 1
    place, line, trace = file, 1, error.__traceback__
    own = [course.resolve() / folder for folder in FOLDERS]
    while trace is not None:
        name = Path(trace.tb_frame.f_code.co_filename)
        if any(map(name.is_relative_to, own)):
            place, line = name, trace.tb_lineno
        trace = trace.tb_next
    return place, line


def _shown(course: Path, file: Path) -> Path:
    root = course.resolve()
    return file.resolve().relative_to(root) if file.resolve().is_relative_to(root) else file


def _package(course: Path) -> str:
    """The name under which this course's modules live."""
    folder = str(course.resolve())
    name = f"course_{hashlib.sha256(folder.encode()).hexdigest()[:16]}"
    if name not in sys.modules:
        package = types.ModuleType(name)
        package.__path__ = [folder]
        sys.modules[name] = package
        sys.meta_path.insert(0, _Finder(name))
    return name


class _Finder(importlib.abc.MetaPathFinder):
    """Finds one course's modules, in its folder alone."""

    def __init__(self, package: str) -> None:
        self._package = package

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if not fullname.startswith(f"{self._package}."):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path)
        return spec


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles a course's file so that its imports mean its own course; leaves no file behind."""

    _code: types.CodeType | None = None

    def get_code(self, fullname: str) -> types.CodeType:
        if self._code is not None:
            return self._code
        package = fullname.partition(".")[0]
        tree = ast.parse(self.get_data(self.path), self.path)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and not node.level:
                node.module = _own(package, str(node.module))
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    if _own(package, alias.name) != alias.name:
                        place = "/".join(fullname.split(".")[1:])
                        raise ContentError(
                            f"{place}.py:{node.lineno}: write `from … import` instead of "
                            f"`import {alias.name}`"
                        )
        self._code = compile(tree, self.path, "exec", dont_inherit=True)
        return self._code


def _own(package: str, name: str) -> str:
    return f"{package}.{name}" if name.partition(".")[0] in FOLDERS else name


@dataclass(frozen=True, slots=True)
class Sentences:
    """What an assignment says itself, by language: its checks' titles, by id, and its findings."""

    titles: dict[str, dict[str, str]] = field(default_factory=dict)
    findings: dict[str, dict[str, Pair]] = field(default_factory=dict)

    def words(self, language: str, catalogues: Sequence[Catalogue] = ()) -> Words:
        """The words of one language, with this assignment's findings among them.

        A finding that lacks this language is said in English, or in what there is.
        """
        own = {
            code: said.get(language) or said.get(ENGLISH) or next(iter(said.values()))
            for code, said in self.findings.items()
        }
        return Words(language, catalogues, own)


def sentences(course: Path, assignment: str, folders: Sequence[str] = FOLDERS) -> Sentences:
    """The sentences of an assignment, from both of its folders. Raises ContentError."""
    found = Sentences()
    for folder in folders:
        file = course / folder / assignment / SENTENCES
        if file.is_file():
            _add(found, file, KINDS[folder], _shown(course, file))
    return found


def _add(found: Sentences, file: Path, kind: str, shown: Path) -> None:
    try:
        table: dict[str, Any] = toml_table(toml_text(file))
        for name in table.keys() - {"titles", "findings"}:
            raise ValueError(f"there is no [{name}]; a table is [titles] or [findings.…]")
        for name, title in table.get("titles", {}).items():
            found.titles[f"{kind}/{name}"] = _texts(name, title)
        for code, said in table.get("findings", {}).items():
            found.findings[code] = {
                language: _pair(code, pair) for language, pair in dict(said).items()
            }
            if not said:
                raise ValueError(f"{code!r} says nothing")
    except (OSError, TypeError, ValueError) as why:
        raise ContentError(f"{shown}: {why}; fix the file") from None


def _texts(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise ValueError(f"{name!r} should be a sentence for each language, such as {name}.en")
    return value


def _pair(code: str, value: Any) -> Pair:
    if not isinstance(value, list) or [type(text) for text in value] != [str, str]:
        raise ValueError(f"{code!r} should be [what a visible check says, what a hidden one says]")
    return value[0], value[1]


def solution(course: Path, assignment: str) -> dict[str, Any]:
    """The names of an assignment's solution. Raises ContentError."""
    return vars(module(course, solution_module(assignment)))


def solution_module(assignment: str) -> str:
    """The name of the module of an assignment's solution."""
    return f"{SOLUTIONS}.{assignment}.solution"


def with_functions(course: Path, name: str, functions: Mapping[str, Any]) -> dict[str, Any]:
    """The names of a module, run anew, whose code calls these functions in the place of its own.

    Raises ContentError.
    """
    own = module(course, name)
    assert own.__spec__ is not None and isinstance(own.__spec__.loader, _Loader)
    namespace: dict[str, Any] = {"__name__": own.__name__, "__spec__": own.__spec__}
    exec(own.__spec__.loader.get_code(own.__name__), namespace)
    namespace.update(functions)
    return namespace
