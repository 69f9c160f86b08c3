"""A result's key: it changes with all that the result depends on, and with nothing else."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath

import msgspec
import pytest
from conftest import HOME

from autograder import course as courses
from autograder.grading import key as keys
from autograder.grading.judge import GradingOptions, key_of
from autograder.intake.found import Submission

NAMES = frozenset(courses.load(HOME).names)
# The rooms of the kit that no result depends on; a new one is looked at before it is listed
WITHOUT_A_PART = {
    "authoring", "cli", "nbgrader_plugin", "proof", "release", "reports", "selfcheck",
}  # fmt: skip


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the kit, whose files the key is made from."""
    kit = tmp_path_factory.mktemp("kit")
    for name in ("assignments", "solutions", "autograder"):
        skip = shutil.ignore_patterns("__pycache__", "secret")
        shutil.copytree(HOME / name, kit / name, ignore=skip)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "PACKAGE", kit / "autograder")
        yield kit


def environments(kit: Path, secret: bytes = b"secret") -> dict[str, bytes]:
    keys.environment.cache_clear()
    return {name: keys.environment(kit, name, secret) for name in NAMES}


def files(kit: Path) -> list[PurePath]:
    return sorted(file.relative_to(kit) for file in kit.rglob("*") if file.is_file())


def with_a_part(file: PurePath) -> frozenset[str]:
    """The assignments on whose results the file has an influence."""
    top, below = file.parts[:2]
    if top == "assignments" and len(file.parts) > 2:
        return frozenset({below})
    return frozenset() if top == "autograder" and below in WITHOUT_A_PART else NAMES


def kind(file: PurePath) -> tuple[str, ...]:
    """Files of one kind are treated alike."""
    if not with_a_part(file):
        return file.parts[:2]
    return (*("*" if part in NAMES else part for part in file.parent.parts), file.suffix)


def test_every_file_counts_for_the_assignments_that_depend_on_it(kit: Path) -> None:
    covered = {name: {file for _, file in keys.covered(kit, name)} for name in NAMES}
    for file in files(kit):
        found = {name for name in NAMES if kit / file in covered[name]}
        assert found == with_a_part(file), file


def test_a_changed_file_changes_the_keys_it_counts_for_and_no_other(kit: Path) -> None:
    """The first file of each kind, one after the other."""
    before = environments(kit)
    chosen = {kind(file): file for file in reversed(files(kit))}
    for file in chosen.values():
        content = (kit / file).read_bytes()
        (kit / file).write_bytes(content + b"\n")
        after = environments(kit)
        (kit / file).write_bytes(content)
        changed = {name for name in NAMES if after[name] != before[name]}
        assert changed == with_a_part(file), file
    assert environments(kit) == before


def test_a_new_file_and_another_secret_make_other_keys(kit: Path) -> None:
    before = environments(kit)
    new = kit / "solutions" / "drawing" / "new.py"
    new.touch()
    assert not set(environments(kit).values()) & set(before.values())
    new.unlink()
    assert not set(environments(kit, b"another").values()) & set(before.values())
    (kit / "solutions" / "secret").write_text("it enters by its value")
    assert environments(kit) == before
    (kit / "solutions" / "secret").unlink()


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_an_assignment_imports_counts_for_it(kit: Path, name: str) -> None:
    """No file of another assignment's folder in assignments/ is needed, near or far."""
    covered = {file for _, file in keys.covered(kit, name)}
    own = [kit / "assignments" / name / "checks.py", *(kit / "solutions" / name).rglob("*.py")]
    seen: set[Path] = set()
    while own:
        file = own.pop()
        if file not in seen:
            seen.add(file)
            own += imported(kit, file)
    assert len(seen) > 3
    assert seen <= covered


def test_the_rooms_with_a_part_need_no_other(kit: Path) -> None:
    covered = {file for _, file in keys.covered(kit, min(NAMES))}
    rooms = [file for file in covered if file.suffix == ".py" and "autograder" in file.parts]
    for file in rooms:
        assert set(imported(kit, file)) <= covered, file


def imported(kit: Path, file: Path) -> list[Path]:
    """The files of the kit that a file of it imports."""
    found = []
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{each.name}" for each in node.names)]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        else:
            continue
        places = [kit.joinpath(*name.split(".")) for name in names]
        found += [place.with_suffix(".py") for place in places]
        found += [place / "__init__.py" for place in places]
    return [each for each in found if each.is_file()]


def test_another_submission_or_language_makes_another_key() -> None:
    made = {
        keys.key(b"x", "en", b"one"), keys.key(b"y", "en", b"one"), keys.key(b"x", "ko", b"one"),
        keys.key(b"xe", "n", b"one"), keys.key(b"x", "en", b"two"),
    }  # fmt: skip
    assert len(made) == 5


def test_limits_count_as_they_were_read() -> None:
    """Whoever began before the table changed graded with the old ones."""
    course = courses.load(HOME)
    limits = msgspec.structs.replace(course.limits, call_seconds=1.0)
    submission = Submission("someone", "terms", None, b"", ())
    one, other = (
        key_of(submission, each, b"secret", GradingOptions())
        for each in (course, msgspec.structs.replace(course, limits=limits))
    )
    assert one != other
    assert keys.same_submission(one, other)
