"""docs/adding-an-assignment.md, followed to the letter in a copy of the kit."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from conftest import HOME

from autograder import course as courses
from autograder.authoring import missing
from autograder.authoring.new import new
from autograder.checks.content import FOLDERS
from autograder.release import bundle

PAGE = (HOME / "docs" / "adding-an-assignment.md").read_text(encoding="utf-8")
NAME = "heights"
APART = (  # tests of what no assignment is a part of, and these
    "adding_an_assignment", "attacks", "attacks_nbgrader", "cluster", "contention", "fairness",
    "forged_replies", "gate_fuzz", "integrations", "lockdown", "lockdown_filter",
    "lockdown_work", "nbgrader_other_course", "sandbox", "second_course", "third_language",
    "wire", "zygote",
)  # fmt: skip


def blocks(language: str) -> list[str]:
    """The fenced blocks of the page in this language."""
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def copy_of_the_kit(kit: Path) -> Path:
    """The files of this checkout, and an environment in which they are the installed kit."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=HOME, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (HOME / name).is_file():
            (kit / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(HOME / name, kit / name)  # with its mode: some are programs
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", kit / ".venv"], check=True)
    theirs = Path(sysconfig.get_path("purelib"))
    own = kit / ".venv" / theirs.relative_to(sys.prefix)
    (own / "kit.pth").write_text(f"{kit}\n{theirs}\n", encoding="utf-8")
    [about] = theirs.glob("ann_course_kit-*.dist-info")
    origin = {"url": kit.as_uri(), "dir_info": {"editable": True}}
    installed = shutil.copytree(about, own / about.name)
    (installed / "direct_url.json").write_text(json.dumps(origin), encoding="utf-8")
    for script in Path(sys.prefix, "bin").iterdir():
        first, _, rest = script.read_bytes().partition(b"\n") if script.is_file() else (b"",) * 3
        if first.startswith(b"#!") and b"python" in first:
            program = kit / ".venv" / "bin" / script.name
            program.write_bytes(f"#!{kit}/.venv/bin/python\n".encode() + rest)
            program.chmod(0o755)
    for name in ("share", "etc"):
        if Path(sys.prefix, name).is_dir():
            (kit / ".venv" / name).symlink_to(Path(sys.prefix, name))
    return kit


def run(kit: Path, command: str) -> str:
    """What a command of the page prints; it must succeed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        shlex.split(command), cwd=kit, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    assert done.stderr == ""
    return done.stdout


def edit(kit: Path, change: str) -> None:
    """Do what a block of changes shows: `--- FILE`, then its hunks, `@@` between them."""
    for part in re.split(r"^--- ", change, flags=re.MULTILINE)[1:]:
        name, _, hunks = part.partition("\n")
        file = kit / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        for hunk in hunks.split("@@\n"):
            lines = hunk.splitlines(keepends=True)
            assert {line[0] for line in lines} <= set(" +-"), name
            old = "".join(line[1:] for line in lines if line[0] != "+")
            new = "".join(line[1:] for line in lines if line[0] != "-")
            assert text.count(old) == 1 or (not text and not old), f"{name}: {old!r}"
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")


def test_the_changes_make_an_assignment_that_lacks_nothing(tmp_path: Path) -> None:
    for folder in FOLDERS:
        skip = shutil.ignore_patterns("secret", "__pycache__")
        shutil.copytree(HOME / folder, tmp_path / folder, ignore=skip)
    list(new(tmp_path, NAME))
    [change] = blocks("diff")
    edit(tmp_path, change)
    course = courses.load(tmp_path)
    looks = (missing.faults_of_notebook, missing.faults_of_checks, missing.advice)
    assert [line for look in looks for line in look(course, NAME)] == []
    for language in course.languages:
        assert f"{NAME}.ipynb" in bundle.files(course, language)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the kit in which somebody did what the page says, but for the first look."""
    kit = copy_of_the_kit(tmp_path_factory.mktemp("copy") / "kit")
    writing, _looking = blocks("sh")[0].splitlines()
    run(kit, writing)
    [change] = blocks("diff")
    edit(kit, change)
    return kit


@pytest.mark.slow
def test_the_new_assignment_is_tried_and_released(followed: Path) -> None:
    looking, releasing = blocks("sh")[1].splitlines()
    said = run(followed, looking).splitlines()
    assert said[-1] == f"{NAME} can be handed out"
    assert all(line.startswith("✓") for line in said[:-1]), said
    run(followed, releasing)
    for made in (followed / "release").glob("*/*.zip"):
        with zipfile.ZipFile(made) as archive:
            own = {f"{NAME}.ipynb", f"assignments/{NAME}/checks.py"}
            assert {f"{made.stem}/{each}" for each in own} <= set(archive.namelist())


@pytest.mark.slow
def test_the_example_itself_can_be_handed_out(tmp_path: Path) -> None:
    kit = copy_of_the_kit(tmp_path / "kit")
    for command in blocks("sh")[0].splitlines():
        said = run(kit, command)
    *steps, verdict = said.splitlines()
    assert verdict == f"{NAME} can be handed out; see · above for what is missing"
    assert [line for line in steps if not line.startswith("✓")] == [
        line for line in steps if line.endswith("write it and take TODO out")
    ]


@pytest.mark.slow
def test_nothing_else_knows_how_many_assignments_there_are(followed: Path) -> None:
    ruff = Path(sys.prefix, "bin", "ruff")
    run(followed, f"{ruff} check assignments/{NAME} solutions/{NAME}")
    run(followed, f"{ruff} format --check assignments/{NAME} solutions/{NAME}")
    run(followed, f".venv/bin/python -m mypy assignments/{NAME} solutions/{NAME}")
    proven = "tests/test_proof.py::test_the_committed_page_is_of_these_checks"  # by `make proof`
    tests = f".venv/bin/python -m pytest -q -m 'not slow' -n auto --deselect={proven}"
    run(followed, " ".join([tests, *(f"--ignore=tests/test_{name}.py" for name in APART)]))
