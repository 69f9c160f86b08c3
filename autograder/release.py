"""Bundles for students: release/<language>/chapter5-<language>.zip, the same bytes every time.

Nothing here opens solutions/ or checks/hidden: what isn't read can't leak. `guard` is the second
lock; it knows what a bundle may hold and which words must never stand in one.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from autograder import notebook, result, source
from autograder.course import LANGUAGES, Course, Language
from autograder.release_guard import PACKAGE_FILES, ReleaseError, guard

PACKAGE: Final = Path(__file__).resolve().parent
REQUIREMENTS: Final = """\
# torch exactly: the initial weights, and so the chapter's costs, depend on its version
torch==2.13.0
numpy>=2.0,<3
matplotlib>=3.9,<4
pytest>=9,<10
jupyterlab>=4.2,<5
ipykernel>=6.29,<8
"""
PYTEST_INI: Final = """\
[pytest]
addopts = -p autograder.selfcheck.plugin -p no:cacheprovider
testpaths = autograder/checks/visible
"""
_STAMP = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644
_UNIX = 3
_LEVEL = 9


def build(course: Course, out: Path, package: Path = PACKAGE) -> list[Path]:
    """Write one bundle for each language into `out` and return their paths.

    All bundles are made and guarded before the first is written; an older one is replaced,
    other files are left alone. Raises ReleaseError, or SourceError for an assignment.
    """
    bundles = {language: files(course, language, package) for language in LANGUAGES}
    paths = []
    for language, members in bundles.items():
        path = out / language / f"chapter5-{language}.zip"
        _replace(path, _packed(members))
        paths.append(path)
    return paths


def files(course: Course, language: Language, package: Path = PACKAGE) -> dict[str, bytes]:
    """What a student's folder holds, by name, guarded."""
    members = {
        "README.md": _guide(course, language),
        "requirements.txt": REQUIREMENTS.encode(),
        "pytest.ini": PYTEST_INI.encode(),
        "autograder/selfcheck/bundle.json": _facts(course, language),
    }
    for name, text in source.load_all(course).items():
        assignment = course.assignment(name)
        content = notebook.student(text, assignment, language, course.version)
        members[f"{name}.ipynb"] = content
    members.update(_package(package))
    guard(members)
    return members


def _package(package: Path) -> dict[str, bytes]:
    """The part of the package that travels: exactly what PACKAGE_FILES names."""
    members = {}
    for pattern in PACKAGE_FILES:
        found = sorted(path for path in package.glob(pattern) if path.is_file())
        if not found:
            raise ReleaseError(f"{package.name}/{pattern}: there is no such file; make it first")
        for path in found:
            content = _read(path)
            if path.suffix != ".mo":
                content = content.replace(b"\r\n", b"\n")
            members[f"autograder/{path.relative_to(package).as_posix()}"] = content
    return members


def _guide(course: Course, language: Language) -> bytes:
    path = course.folder / "assignments" / f"guide.{language}.md"
    text = _read(path).decode("utf-8").replace("\r\n", "\n")
    rows = [
        f"| `{each.name}.ipynb` | {each.section} | {each.title.in_language(language)} "
        f"| {each.minutes} |"
        for each in course.assignments
    ]
    for place, content in {
        "{title}": course.title.in_language(language),
        "{version}": course.version,
        "{notebooks}": "\n".join(rows),
    }.items():
        if place not in text:
            raise ReleaseError(f"assignments/{path.name} has no {place}; put it where it belongs")
        text = text.replace(place, content)
    return text.encode()


def _facts(course: Course, language: Language) -> bytes:
    facts = {"language": language, "version": course.version}
    return (json.dumps(facts, indent=1, sort_keys=True) + "\n").encode()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as why:
        raise ReleaseError(f"{path}: {why.strerror}; a bundle needs this file") from None


def _packed(members: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on nothing but names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system = _UNIX
            entry.external_attr = _MODE << 16
            archive.writestr(entry, members[name], zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def _replace(path: Path, content: bytes) -> None:
    try:
        result.write(path, content)
    except OSError as why:
        raise ReleaseError(f"{path}: {why.strerror}; choose a folder that can be written") from None
