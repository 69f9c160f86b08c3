"""The last look at a bundle: whether anything stands in it that must not travel.

A release reads nothing of solutions/, but an author may have copied from there. Code is known by
the shape of its syntax, wherever it stands: in cells and modules, in their comments and strings,
in prose, tables and catalogues. Sentences are known by their words.
"""

from __future__ import annotations

import ast
import gettext
import io
import json
import re
import textwrap
import tokenize
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from autograder.checks import collect
from autograder.checks.collect import Check
from autograder.checks.content import CHECKS, SOLUTIONS, ContentError
from autograder.course import Course
from autograder.hints.mistake_words import MISTAKES, words_of_assignment
from autograder.proof.fingerprints import Fingerprints
from autograder.proof.styles import RIGHT
from autograder.selfcheck import known_answers
from autograder.values.toml import toml_table

_LONGEST: Final = 12  # lines of prose that are read as one piece of code
_OPEN: Final = (":", "(", "[", "{", ",", "\\")  # ends of a line that is no code without the next
_FENCED = re.compile(r"^ *```.*?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_BEFORE = re.compile(r"^\s*(?:[#>*-]+|\d+\.)\s+", re.MULTILINE)  # a comment's or a list's sign


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not travel. `sentences`: each with where it comes from."""

    code: Fingerprints
    sentences: Mapping[str, str] = field(default_factory=dict)

    def found_in(self, name: str, content: bytes) -> set[str]:
        """Where what stands in this file of a bundle comes from, if it is a secret."""
        codes, texts = _parts(name, content)
        found = set().union(*(self.code.found_in(code) for code in codes))
        for text in texts:
            found |= set().union(*(self.code.found_in(code) for code in _codes_in(text)))
        words = _words("\n".join([*codes, *texts]))
        return found | {place for said, place in self.sentences.items() if _words(said) in words}


def what_must_stay(course: Course, *names: str) -> Secrets:
    """What these assignments keep to themselves, and what all share. Raises ContentError."""
    folders = [course.folder / SOLUTIONS / name for name in names]
    solutions = [folder / "solution.py" for folder in folders]
    whole = [folder / f"{CHECKS}.py" for folder in folders]
    whole += [file for folder in folders for file in sorted((folder / RIGHT).glob("*.py"))]
    shared = sorted((course.folder / SOLUTIONS).glob("*/*.py"))
    whole += [file for file in shared if file.parent.name not in course.names]
    return Secrets(
        Fingerprints(_texts(course, solutions), _texts(course, whole)),
        {said: place for name in names for place, said in _sentences(course, name)},
    )


def _texts(course: Course, files: Sequence[Path]) -> dict[str, str]:
    shown = {file: file.relative_to(course.folder).as_posix() for file in files}
    return {shown[file]: file.read_text(encoding="utf-8") for file in files}


def _sentences(course: Course, name: str) -> Iterator[tuple[str, str]]:
    """Titles and names of hidden checks, hints, and what the written question's marks are for.

    Hints about mistakes that the visible checks tell apart travel with those checks.
    """
    checks = collect.collect(course.folder, name)
    shown = {said for check in checks if check.visible for said in _said_by(check)}
    for check in checks:
        if not check.visible:
            place = f"{SOLUTIONS}/{name}/{CHECKS}.py: {check.body.__name__}"
            yield from ((place, said) for said in _said_by(check) if said not in shown)
    known = known_answers.load(course.folder, name)
    for id, words in words_of_assignment(course.folder, name).items():
        if id in known.hints:
            continue
        yield from ((f"{SOLUTIONS}/{name}/{MISTAKES}: {id}", said) for said in words.hints.values())
    rubric = f"{SOLUTIONS}/{name}/rubric.toml"
    try:
        table = toml_table((course.folder / rubric).read_text(encoding="utf-8"))
    except (OSError, ValueError) as why:
        raise ContentError(f"{rubric}: {why}; fix the file") from None
    yield from ((rubric, said) for said in _strings(table))


def _said_by(check: Check) -> list[str]:
    return [check.body.__name__, check.title, *check.titles.values()]


def found_in_bundles(secrets: Secrets, bundles: Iterable[bytes]) -> set[str]:
    """Each secret that stands in a file of these zips, as "file: where it comes from"."""
    files = set()
    for bundle in bundles:
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            files |= {(name, archive.read(name)) for name in archive.namelist()}
    return {f"{name}: {place}" for name, data in files for place in secrets.found_in(name, data)}


def _parts(name: str, content: bytes) -> tuple[list[str], list[str]]:
    """A file's pieces of code, and its texts: prose, comments, strings."""
    kind = PurePosixPath(name).suffix
    if kind == ".mo":
        catalogue = gettext.GNUTranslations(io.BytesIO(content))
        return [], [str(text) for text in vars(catalogue)["_catalog"].values()]
    text = content.decode("utf-8")
    if kind == ".ipynb":
        cells = json.loads(text)["cells"]
        codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] != "code"]
    elif kind == ".json":
        codes, prose = [], list(_strings(json.loads(text)))
    elif kind == ".py":
        codes, prose = [text], []
    else:
        codes, prose = [], [text]
        if kind == ".toml":
            prose += _strings(toml_table(text))
    return codes, [*prose, *(said for code in codes for said in _said_in(code))]


def _strings(value: Any) -> Iterator[str]:
    """Every string in a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _said_in(code: str) -> Iterator[str]:
    """The strings of a piece of code, and its comments, neighbours as one text."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
    comments: dict[int, str] = {}
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            comments[token.start[0]] = token.string
    run: list[str] = []
    for line in sorted(comments):
        if line - 1 not in comments and run:
            yield "\n".join(run)
            run = []
        run.append(comments[line])
    yield "\n".join(run)


def _codes_in(text: str) -> Iterator[str]:
    """What of a text reads as Python: blocks, spans, and its lines alone or with neighbours."""
    pieces = {*_FENCED.findall(text), *_SPAN.findall(text)}
    bare = text
    while bare != (bare := _BEFORE.sub("", bare)):  # a list within a comment has two signs
        pass
    for form in {text, bare}:
        lines = form.split("\n")
        for start, line in enumerate(lines):
            if line.endswith(_OPEN) or _is_python(line.strip()):
                ends = range(start + 1, min(start + _LONGEST, len(lines)) + 1)
                pieces |= {"\n".join(lines[start:end]) for end in ends}
    for piece in pieces:
        code = textwrap.dedent(piece)
        if _is_python(code):
            yield code


def _is_python(text: str) -> bool:
    try:
        return any(not isinstance(node, ast.Pass) for node in ast.parse(text).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _words(text: str) -> str:
    return " ".join(text.split())
