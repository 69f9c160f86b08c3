"""Bundles: exactly what a student needs, the same bytes each time."""

from __future__ import annotations

import io
import json
import os
import shutil
import tomllib
import zipfile
from pathlib import Path

import msgspec
import pytest
import small_course
from conftest import HOME
from packaging.requirements import Requirement

from autograder.course import Course
from autograder.release import bundle
from autograder.release.self_contained import ReleaseError, require_self_contained

# A kit: what may travel, and much beside it
PACKAGE = {
    "__init__.py": "",
    "cli.py": "SECRET",
    "course/table.py": "SECRET",
    "values/__init__.py": "",
    "values/numbers.py": "NUMBERS = 1\r\n",
    "values/notes.txt": "SECRET",
    "values/__pycache__/numbers.cpython-311.pyc": "SECRET",
    "checks/__init__.py": "Student = expect = spy = task = None\n",
    "checks/deeper/marks.py": "from ..deeper import marks\n",
    "checks/marks.py~": "SECRET",
    "checks/pytest.ini": "SECRET",
    "selfcheck/__init__.py": "from autograder.values import numbers\n"
    "check = hand_in = ready = say = print\n",
    "selfcheck/packing.py": "main = print\n",
    "grading/__init__.py": "SECRET",
    "locale/ko/LC_MESSAGES/autograder.po": "SECRET",
    "locale/ko/LC_MESSAGES/autograder.mo": "catalogue\r\n",
}
# What lies in the course's folder, too
COURSE = {
    "assignments/chapter.py": "x = 0.1\r\n",
    "assignments/costs.csv": "epoch,cost\r\n0,0.7\r\n",
    "assignments/ideas.md": "SECRET",
    "assignments/secret": "SECRET",
    "assignments/small/data.csv": "a,b\n",
    "assignments/small/notes.txt": "SECRET",
    "assignments/small/drafts/checks.py": "SECRET",
    "assignments/later/checks.py": "SECRET",  # in no table yet
    "solutions/small/expectations.py": "SECRET",
}
NAMES = [
    "README.md",
    "assignments/bundle.json",
    "assignments/chapter.py",
    "assignments/costs.csv",
    "assignments/small/checks.py",
    "assignments/small/data.csv",
    "assignments/small/messages.toml",
    "assignments/steps/checks.py",
    "assignments/steps/messages.toml",
    "autograder/__init__.py",
    "autograder/checks/__init__.py",
    "autograder/checks/deeper/marks.py",
    "autograder/selfcheck/__init__.py",
    "autograder/selfcheck/packing.py",
    "autograder/values/__init__.py",
    "autograder/values/numbers.py",
    "hand_in.py",
    "pytest.ini",
    "requirements.txt",
    "small.ipynb",
    "steps.ipynb",
]
CATALOGUE = "autograder/locale/ko/LC_MESSAGES/autograder.mo"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Course:
    """The small course with other files in its folder."""
    course = small_course.write(tmp_path / "course")
    write(course.folder, COURSE)
    return course


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write(tmp_path / "autograder", PACKAGE)


def build(course: Course, out: Path, package: Path) -> list[Path]:
    """The bundles that a release writes."""
    lines = list(bundle.build(course, out, package))
    paths = [out / each / f"{course.name}-{each}.zip" for each in course.languages]
    assert lines[::2] == [f"wrote {path}" for path in paths]
    assert set(lines[1::2]) == {f"  and beside it {len(course.names)} notebooks that work alone"}
    return paths


def members(path: Path) -> dict[str, bytes]:
    """What a zip holds in its one folder."""
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert {name.partition("/")[0] for name in found} == {path.stem}
    return {name.partition("/")[2]: data for name, data in found.items()}


def test_a_bundle_holds_exactly_these_files(own: Course, package: Path, tmp_path: Path) -> None:
    korean, english = map(members, build(own, tmp_path / "release", package))
    assert list(english) == NAMES
    assert list(korean) == sorted([*NAMES, CATALOGUE])
    for content in (*korean.values(), *english.values()):
        assert b"SECRET" not in content


def test_a_bundle_knows_its_language_and_version(
    own: Course, package: Path, tmp_path: Path
) -> None:
    for path, language in zip(build(own, tmp_path, package), own.languages, strict=True):
        files = members(path)
        assert json.loads(files["assignments/bundle.json"]) == {
            "course": own.name, "language": language, "version": "7.1", "date": "2026-03-02",
            "assignments": {each.name: each.title[language] for each in own.assignments},
        }  # fmt: skip
        assert json.loads(files["small.ipynb"])["metadata"]["course"]["language"] == language
        guide = files["README.md"].decode()
        assert guide.startswith(f"# {own.title[language]} 7.1\n\n| `small.ipynb` | 5.3")


def test_line_ends_are_the_same_everywhere_but_catalogues_are_left_alone(
    own: Course, package: Path
) -> None:
    files = bundle.files(own, "ko", package)
    assert files["assignments/costs.csv"] == b"epoch,cost\n0,0.7\n"
    assert files["autograder/values/numbers.py"] == b"NUMBERS = 1\n"
    assert files[CATALOGUE] == b"catalogue\r\n"


def test_built_again_it_is_the_same_to_the_byte(own: Course, package: Path, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in build(own, tmp_path / "one", package)]
    for path in package.rglob("*.py"):
        path.chmod(0o700)
        os.utime(path, (1e9, 1e9))
    moved = shutil.copytree(package, tmp_path / "elsewhere" / "autograder")
    shutil.copytree(own.folder, tmp_path / "other")
    other = msgspec.structs.replace(own, folder=tmp_path / "other")
    old_mask = os.umask(0o077)
    try:
        second = [path.read_bytes() for path in build(other, tmp_path / "two", moved)]
    finally:
        os.umask(old_mask)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first[0])) as archive:
        for entry in archive.infolist():
            assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == (
                (2026, 3, 2, 0, 0, 0),
                0o100644,
                3,
            )


def test_an_old_bundle_is_replaced_and_other_files_are_left(
    own: Course, package: Path, tmp_path: Path
) -> None:
    write(tmp_path, {"ko/numbers-ko.zip": "old", "ko/mine.txt": "mine"})
    build(own, tmp_path, package)
    names = {path.name for path in (tmp_path / "ko").iterdir()}
    assert names == {"numbers-ko.zip", "mine.txt", "small.ipynb", "steps.ipynb"}
    assert "small.ipynb" in members(tmp_path / "ko" / "numbers-ko.zip")


def test_a_failure_half_way_leaves_the_old_bundle(
    own: Course, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    old = build(own, out, package)[0].read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (own.folder / "assignments" / "chapter.py").write_text("x = 0.2\n", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReleaseError, match="No space left on device; choose a folder"):
        build(own, out, package)
    names = {path.name for path in (out / "ko").iterdir()}
    assert names == {"numbers-ko.zip", "small.ipynb", "steps.ipynb"}
    assert (out / "ko" / "numbers-ko.zip").read_bytes() == old


def test_what_can_not_be_written_or_read_is_one_line(
    own: Course, package: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"^[^\n]+; choose a folder that can be written$"):
        build(own, tmp_path / "file", package)
    guide = own.folder / "assignments" / "guide.en.md"
    guide.write_text("# {title} {version}\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"assignments/guide.en.md has no \{notebooks\}; put it"):
        build(own, tmp_path / "out", package)
    guide.unlink()
    with pytest.raises(ReleaseError, match=r"guide.en.md: No such file or directory; a bundle"):
        build(own, tmp_path / "out", package)
    assert not (tmp_path / "out").exists()


CELL = {"cells": [{"cell_type": "code", "source": ["x = 1\n", "import solutions.forward\n"]}]}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("chapter.py", "from solutions.a import b", r"chapter.py:1 imports solutions.a, which nev"),
        ("chapter.py", "\nimport solutions", "chapter.py:2 imports solutions, which never travels"),
        ("small.ipynb", json.dumps(CELL), "small.ipynb:2 imports solutions.forward, which never"),
        ("autograder/selfcheck/a.py", "from autograder.course import Task", "no bundle holds"),
        ("autograder/selfcheck/a.py", "from autograder import course", "course from autograder, w"),
        ("autograder/selfcheck/a.py", "def f():\n    from ..grading import x", "a.py:2 imports"),
        ("autograder/selfcheck/a.py", "import autograder.sandbox.wire as w", "no bundle holds"),
        ("assignments/small/checks.py", "from assignments import other", "no bundle holds"),
        ("assignments/small/checks.py", "from assignments.small import pictures", "no bundle hold"),
        ("assignments/small/checks.py", "x = 1\nx = (", r"checks.py:2: '\(' was never closed; fix"),
    ],
)  # fmt: skip
def test_a_bundle_that_needs_what_it_does_not_hold_is_refused(
    name: str, text: str, message: str
) -> None:
    files = {"autograder/__init__.py": b"", "autograder/checks/__init__.py": b"",
             "assignments/small/checks.py": b"import numpy\n"}  # fmt: skip
    require_self_contained(files)
    with pytest.raises(ReleaseError, match=f"^[^\n]*{message}"):
        require_self_contained(files | {name: text.encode()})


def test_no_bundle_is_written_when_one_is_refused(
    own: Course, package: Path, tmp_path: Path
) -> None:
    write(package, {"values/more.py": "import solutions\n"})
    with pytest.raises(ReleaseError, match="never travels"):
        build(own, tmp_path / "out", package)
    assert not (tmp_path / "out").exists()


def test_requirements_are_those_of_the_kit(course: Course, small: Course) -> None:
    kit = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    lines = bundle.requirements(course).decode().splitlines()
    ours = {Requirement(line) for line in lines if not line.startswith("#")}
    assert ours <= set(map(Requirement, kit["project"]["dependencies"]))
    assert Requirement("torch==2.13.0") in ours
    assert not any("torch" in line for line in bundle.requirements(small).decode().splitlines())
