"""Bundles for students: release/<language>/<course>-<language>.zip, the same bytes every time.

Beside it each notebook by itself, with what it needs in its first cell.

Nothing here opens solutions/: what isn't read can't leak. TRAVELS and OWN_FILES say what a bundle
holds beside the notebooks; nothing else does.

    ReleaseError    no bundle can be made; one line
"""

from __future__ import annotations

import importlib.metadata
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from autograder.checks import collect
from autograder.checks.check_set import require_known_tasks
from autograder.checks.content import ASSIGNMENTS, HINTS
from autograder.course import Course, source
from autograder.course.files import write
from autograder.course.languages import catalogue_file, compiled, read, untranslated
from autograder.release import notebook
from autograder.release.self_contained import ReleaseError, require_self_contained
from autograder.values.words import DOMAIN

PACKAGE: Final = Path(__file__).resolve().parents[1]
# The part of the kit that travels, as patterns below its package
TRAVELS: Final = (
    "__init__.py",
    "values/**/*.py",
    "checks/**/*.py",
    "selfcheck/**/*.py",
    f"locale/{{language}}/LC_MESSAGES/{DOMAIN}.mo",
)
# The part of a course that does, as patterns below assignments/; its notebooks are made anew
OWN_FILES: Final = (
    "*.py",
    "*.csv",
    "{assignment}/*.py",
    "{assignment}/*.csv",
    "{assignment}/*.toml",
    f"{{assignment}}/{HINTS}",
)
_NOTEBOOK: Final = "notebook.py"

DISTRIBUTION: Final = "ann-course-kit"
# What a student installs, in the versions that the kit itself asks for
REQUIRED: Final = ("torch", "numpy", "matplotlib", "pytest", "jupyterlab", "ipykernel", "ipywidgets")
_TORCH: Final = "torch"
PYTEST_INI: Final = """\
[pytest]
addopts = -p autograder.selfcheck.plugin -p no:cacheprovider --import-mode=importlib -q --tb=no -rN
python_files = checks.py
testpaths = assignments
"""
HAND_IN: Final = """\
from autograder.selfcheck.packing import main

main()
"""
_MODE = 0o100644
_UNIX = 3
_LEVEL = 9


def build(course: Course, out: Path, package: Path = PACKAGE) -> Iterator[str]:
    """Write one bundle for each language into `out`; a line for each.

    All bundles are made before the first is written; an older one is replaced, other files are
    left alone. Raises KitError.
    """
    bundles = {language: files(course, language, package) for language in course.languages}
    for language, members in bundles.items():
        path = out / language / f"{folder_name(course, language)}.zip"
        alone = {path.with_name(name): data for name, data in lone(course, members, language)}
        for file, data in {path: packed(course, members, path.stem), **alone}.items():
            try:
                write(file, data)
            except OSError as why:
                reason = f"{file}: {why.strerror}; choose a folder that can be written"
                raise ReleaseError(reason) from None
        yield f"wrote {path}"
        yield f"  and beside it {len(alone)} notebooks that work alone"
        lacking = untranslated(course, language)
        if lacking is None:
            advice = f"`autograder messages {language}` begins a translation"
            yield f"  {language}: the kit's sentences are in English; {advice}"
        elif lacking:
            yield f"  {language}: {lacking} of the kit's sentences are in English"


def files(course: Course, language: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """What a student's folder holds, by name.

    Raises ReleaseError, SourceError, and ContentError for visible checks that don't load.
    """
    titles = {each.name: each.title[language] for each in course.assignments}
    facts = {
        "course": course.name,
        "language": language,
        "version": course.version,
        "date": course.date.isoformat(),
        "assignments": titles,
    }
    members = {
        "README.md": _guide(course, language),
        "requirements.txt": requirements(course),
        "pytest.ini": PYTEST_INI.encode(),
        "hand_in.py": HAND_IN.encode(),
        f"{ASSIGNMENTS}/bundle.json": (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode(),
    }
    for name, text in source.load_all(course).items():
        members[f"{name}.ipynb"] = notebook.student(text, course, name, language)
    members.update(beside(course, language, package))
    require_self_contained(members)
    for each in course.assignments:
        visible = collect.collect(course.folder, each.name, (ASSIGNMENTS,))
        require_known_tasks(each.name, visible, tuple(each.points))
    return members


def folder_name(course: Course, language: str) -> str:
    """The folder into which a bundle unpacks."""
    return f"{course.name}-{language}"


def lone(
    course: Course, members: Mapping[str, bytes], language: str
) -> Iterator[tuple[str, bytes]]:
    """Each notebook of a bundle with what it needs in its first cell, by its name."""
    for name, text in source.load_all(course).items():
        needed = {
            path: data
            for path, data in members.items()
            if path == "requirements.txt"
            or path.startswith("autograder/")
            or (path.startswith(f"{ASSIGNMENTS}/") and _is_for(name, path))
        }
        kit = packed(course, needed)
        yield f"{name}.ipynb", notebook.student(text, course, name, language, kit)


def _is_for(name: str, path: str) -> bool:
    """Whether a file of assignments/ belongs to this assignment or to all."""
    _assignments, first, *rest = path.split("/")
    return not rest or first == name


def beside(course: Course, language: str, package: Path = PACKAGE) -> dict[str, bytes]:
    """What lies beside the notebooks: the kit's travelling part, and the course's."""
    patterns = [pattern.format(language=language) for pattern in TRAVELS]
    members = {
        f"autograder/{name}": content for name, content in _matching(package, patterns).items()
    }
    folder = course.folder / ASSIGNMENTS
    own = [
        pattern.format(assignment=each.name) for each in course.assignments for pattern in OWN_FILES
    ]
    for name, content in _matching(folder, own).items():
        if Path(name).name != _NOTEBOOK and name != "course.toml":
            members[f"{ASSIGNMENTS}/{name}"] = content
    translation = catalogue_file(course.folder, language)
    if translation.is_file():
        members[f"{ASSIGNMENTS}/{language}.mo"] = compiled(read(translation, language))
    return members


def _matching(folder: Path, patterns: list[str]) -> dict[str, bytes]:
    """The files that match, by their names below the folder, with the line ends of Unix."""
    members = {}
    for pattern in patterns:
        for path in sorted(path for path in folder.glob(pattern) if path.is_file()):
            content = _read(path)
            if path.suffix != ".mo":
                content = content.replace(b"\r\n", b"\n")
            members[path.relative_to(folder).as_posix()] = content
    return members


def requirements(course: Course) -> bytes:
    """requirements.txt: the kit's own ranges, of what this course needs."""
    known = _known_requirements()
    lines = [known[name] for name in REQUIRED if _needs_torch(course) or name != _TORCH]
    if _needs_torch(course):
        lines.insert(
            0,
            "# torch exactly: what it draws at random, and so every result, depends on its version",
        )
    return ("\n".join(lines) + "\n").encode()


def _known_requirements() -> dict[str, str]:
    """What the kit asks for, as it says it, by name."""
    known = [text for text in importlib.metadata.requires(DISTRIBUTION) or () if ";" not in text]
    return {re.split(r"[^A-Za-z0-9_-]", text, maxsplit=1)[0]: text for text in known}


def _needs_torch(course: Course) -> bool:
    return any(assignment.torch for assignment in course.assignments)


def _guide(course: Course, language: str) -> bytes:
    path = course.folder / ASSIGNMENTS / f"guide.{language}.md"
    text = _read(path).decode("utf-8-sig").replace("\r\n", "\n")
    rows = [
        f"| `{each.name}.ipynb` | {each.section} | {each.title[language]} | {each.minutes} |"
        for each in course.assignments
    ]
    for place, content in {
        "{title}": course.title[language],
        "{version}": course.version,
        "{notebooks}": "\n".join(rows),
    }.items():
        if place not in text:
            raise ReleaseError(f"{ASSIGNMENTS}/{path.name} has no {place}; put it where it belongs")
        text = text.replace(place, content)
    return text.replace("{torch}", _known_requirements()[_TORCH]).encode()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise ReleaseError(f"{path}: {why.strerror}; a bundle needs this file") from None


def packed(course: Course, members: Mapping[str, bytes], folder: str = "") -> bytes:
    """A zip whose bytes depend on nothing but the course's date, names and contents.

    `folder`: in which all of it lies.
    """
    stamp = (course.date.year, course.date.month, course.date.day, 0, 0, 0)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(f"{folder}/{name}" if folder else name, stamp)
            entry.create_system = _UNIX
            entry.external_attr = _MODE << 16
            archive.writestr(entry, members[name], zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()
