"""A result's key: it changes with all that the result depends on, and with nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import HOME

from autograder import course as courses
from autograder.judge import key as keys


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the kit, whose files the key is made from."""
    for name in ("assignments", "solutions", "autograder"):
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, tmp_path / name, ignore=skip)
    monkeypatch.setattr(keys, "_HOME", tmp_path / "autograder" / "checks")
    return tmp_path


def environment(kit: Path, secret: bytes = b"secret") -> bytes:
    course = courses.load(kit)
    keys.environment.cache_clear()
    return keys.environment(course, course.assignment("forward"), secret)


@pytest.mark.parametrize(
    "file",
    [
        "autograder/checks/visible/test_forward.py",
        "autograder/checks/hidden/test_forward.py",
        "autograder/checks/hidden/training.py",
        "autograder/checks/support/expect.py",
        "autograder/judge/grading.py",
        "autograder/misconceptions/matcher.py",
        "autograder/misconceptions/entries/forward/sigmoid.py",
        "autograder/sandbox/child.py",
        "autograder/submission/reading.py",
        "autograder/locale/ko/LC_MESSAGES/grader.mo",
        "autograder/chapter.py",
        "solutions/forward.py",
        "assignments/course.toml",
    ],
)
def test_a_changed_file_makes_another_key(kit: Path, file: str) -> None:
    before = environment(kit)
    with (kit / file).open("ab") as stream:
        stream.write(b"\n")
    assert environment(kit) != before


@pytest.mark.parametrize(
    "file",
    [
        "autograder/checks/hidden/test_update.py",
        "autograder/misconceptions/entries/update/step.py",
        "autograder/nbgrader_plugin/record.py",
        "solutions/update.py",
    ],
)
def test_a_file_that_has_no_part_in_it_leaves_the_key(kit: Path, file: str) -> None:
    before = environment(kit)
    with (kit / file).open("ab") as stream:
        stream.write(b"\n")
    assert environment(kit) == before


def test_another_secret_submission_or_language_makes_another_key(kit: Path) -> None:
    one = environment(kit)
    assert environment(kit, b"another") != one
    made = {
        keys.key(b"x", "en", one), keys.key(b"y", "en", one), keys.key(b"x", "ko", one),
        keys.key(b"xe", "n", one),
    }  # fmt: skip
    assert len(made) == 4
