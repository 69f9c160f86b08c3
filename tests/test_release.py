"""Bundles: exactly what a student needs, the same bytes each time, and nothing that is graded."""

from __future__ import annotations

import ast
import io
import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import leaks
import pytest
import small_course

from autograder import course, release, release_guard
from autograder.course import LANGUAGES, Course
from autograder.release import ReleaseError

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = {
    "__init__.py": "",
    "chapter.py": "x = 0.1\n",
    "xor_costs.csv": "epoch,cost\r\n0,0.7\r\n",
    "course.py": "SECRET = 1\n",
    "checks/__init__.py": "",
    "checks/pytest.ini": "[pytest]\n",
    "checks/support/__init__.py": "from .marks import task\n",
    "checks/support/marks.py": "def task():\n    pass\n",
    "checks/support/notes.txt": "SECRET",
    "checks/support/__pycache__/marks.cpython-311.pyc": "SECRET",
    "checks/visible/__init__.py": "",
    "checks/visible/test_small.py": "from autograder import chapter\n",
    "checks/visible/test_small.py~": "SECRET",
    "checks/hidden/__init__.py": "",
    "checks/hidden/test_small.py": "SECRET = 2\n",
    "selfcheck/__init__.py": "check = ready = say = print\n",
    "locale/ko/LC_MESSAGES/student.po": "SECRET",
    "locale/ko/LC_MESSAGES/student.mo": "catalogue\r\n",
    "locale/ko/LC_MESSAGES/grader.mo": "SECRET",
}
NAMES = [
    "README.md",
    "autograder/__init__.py",
    "autograder/chapter.py",
    "autograder/checks/__init__.py",
    "autograder/checks/support/__init__.py",
    "autograder/checks/support/marks.py",
    "autograder/checks/visible/__init__.py",
    "autograder/checks/visible/test_small.py",
    "autograder/locale/ko/LC_MESSAGES/student.mo",
    "autograder/selfcheck/__init__.py",
    "autograder/selfcheck/bundle.json",
    "autograder/xor_costs.csv",
    "pytest.ini",
    "requirements.txt",
    "small.ipynb",
]


@pytest.fixture
def small(tmp_path: Path) -> Course:
    return small_course.write(tmp_path / "course")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "autograder"
    for name, text in PACKAGE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def opened(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_bundle_is_flat_and_holds_exactly_these_files(
    small: Course, package: Path, tmp_path: Path
) -> None:
    out = tmp_path / "release"
    paths = release.build(small, out, package)
    assert paths == [out / "ko" / "chapter5-ko.zip", out / "en" / "chapter5-en.zip"]
    for path in paths:
        members = opened(path)
        assert list(members) == NAMES
        assert not any(b"SECRET" in content for content in members.values())


def test_a_bundle_knows_its_language_and_version(
    small: Course, package: Path, tmp_path: Path
) -> None:
    for path, language in zip(release.build(small, tmp_path, package), LANGUAGES, strict=True):
        members = opened(path)
        facts = json.loads(members["autograder/selfcheck/bundle.json"])
        assert facts == {"language": language, "version": "7.1"}
        assert json.loads(members["small.ipynb"])["metadata"]["course"]["language"] == language
        title = small.title.in_language(language)
        assert members["README.md"].decode().startswith(f"# {title} 7.1\n\n| `small.ipynb` | 5.3")


def test_line_ends_are_the_same_everywhere_but_catalogues_are_left_alone(
    small: Course, package: Path
) -> None:
    members = release.files(small, "ko", package)
    assert members["autograder/xor_costs.csv"] == b"epoch,cost\n0,0.7\n"
    assert members["autograder/locale/ko/LC_MESSAGES/student.mo"] == b"catalogue\r\n"


def test_built_again_it_is_the_same_to_the_byte(
    small: Course, package: Path, tmp_path: Path
) -> None:
    first = [path.read_bytes() for path in release.build(small, tmp_path / "one", package)]
    for path in package.rglob("*.py"):
        path.chmod(0o700)
        os.utime(path, (1e9, 1e9))
    (tmp_path / "elsewhere").mkdir()
    moved = shutil.copytree(package, tmp_path / "elsewhere" / "autograder")
    old_mask = os.umask(0o077)
    try:
        second = [path.read_bytes() for path in release.build(small, tmp_path / "two", moved)]
    finally:
        os.umask(old_mask)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first[0])) as archive:
        for entry in archive.infolist():
            assert (entry.date_time, entry.external_attr >> 16, entry.create_system) == (
                (1980, 1, 1, 0, 0, 0),
                0o100644,
                3,
            )


def test_an_old_bundle_is_replaced_and_other_files_are_left(
    small: Course, package: Path, tmp_path: Path
) -> None:
    (tmp_path / "ko").mkdir()
    (tmp_path / "ko" / "chapter5-ko.zip").write_bytes(b"old")
    (tmp_path / "ko" / "mine.txt").write_text("mine", encoding="utf-8")
    release.build(small, tmp_path, package)
    assert sorted(path.name for path in (tmp_path / "ko").iterdir()) == [
        "chapter5-ko.zip",
        "mine.txt",
    ]
    assert list(opened(tmp_path / "ko" / "chapter5-ko.zip")) == NAMES


def test_a_failure_half_way_leaves_the_old_bundle(
    small: Course, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    release.build(small, out, package)
    before = (out / "ko" / "chapter5-ko.zip").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (package / "chapter.py").write_text("x = 0.2\n", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReleaseError, match="No space left on device; choose a folder"):
        release.build(small, out, package)
    assert [path.name for path in (out / "ko").iterdir()] == ["chapter5-ko.zip"]
    assert (out / "ko" / "chapter5-ko.zip").read_bytes() == before


def test_what_can_not_be_written_or_read_is_one_line(
    small: Course, package: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"^[^\n]+; choose a folder that can be written$"):
        release.build(small, tmp_path / "file", package)
    guide = small.folder / "assignments" / "guide.en.md"
    guide.write_text("# {title} {version}\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"guide.en.md has no \{notebooks\}; put it where"):
        release.build(small, tmp_path / "out", package)
    guide.unlink()
    with pytest.raises(ReleaseError, match=r"guide.en.md: No such file or directory; a bundle"):
        release.build(small, tmp_path / "out", package)
    shutil.rmtree(package / "locale")
    with pytest.raises(ReleaseError, match=r"student.mo: there is no such file; make it first"):
        release.build(small, tmp_path / "out", package)
    assert not (tmp_path / "out").exists()


NOTEBOOK = {"cells": [{"cell_type": "code", "source": ["import solutions.forward\n"]}]}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("autograder/checks/hidden/test_small.py", "", "no bundle may hold this file"),
        ("autograder/course.py", "", "no bundle may hold this file"),
        ("solutions/small.py", "", "no bundle may hold this file"),
        ("../small.ipynb", '{"cells": []}', "no bundle may hold this file"),
        ("autograder/locale/ko/LC_MESSAGES/grader.mo", "", "no bundle may hold this file"),
        ("README.md", "### BEGIN SOLUTION", "nothing graded may travel"),
        ("autograder/chapter.py", "### BEGIN HIDDEN TESTS", "nothing graded may travel"),
        ("autograder/chapter.py", "from solutions import small", "must never travel"),
        ("autograder/chapter.py", "import solutions", "must never travel"),
        ("autograder/chapter.py", "import autograder.checks.hidden.draw", "must never travel"),
        ("autograder/chapter.py", "from .checks import hidden", "must never travel"),
        ("autograder/selfcheck/a.py", "from ..checks.hidden import draw", "must never travel"),
        ("autograder/selfcheck/a.py", "from autograder import course as c\n"
         "from autograder.course import Task", "is not in the bundle"),
        ("autograder/selfcheck/a.py", "def f():\n    from ..result import x", "not in the bundle"),
        ("small.ipynb", json.dumps(NOTEBOOK), "must never travel"),
    ],
)  # fmt: skip
def test_the_guard_refuses(name: str, text: str, message: str) -> None:
    members = {"autograder/__init__.py": b"", "autograder/checks/__init__.py": b""}
    release_guard.guard(members)
    with pytest.raises(ReleaseError, match=message):
        release_guard.guard(members | {name: text.encode()})


def test_no_bundle_is_written_when_the_guard_refuses_one(
    small: Course, package: Path, tmp_path: Path
) -> None:
    (package / "selfcheck" / "__init__.py").write_text("import solutions\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match="must never travel"):
        release.build(small, tmp_path / "out", package)
    assert not (tmp_path / "out").exists()


def test_requirements_are_those_of_the_kit() -> None:
    kit = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ours = [line for line in release.REQUIREMENTS.splitlines() if not line.startswith("#")]
    assert "torch==2.13.0" in ours
    assert set(ours) - set(kit["project"]["dependencies"]) == {"ipykernel>=6.29,<8"}


# the course itself

_WATCHED_BUILD = """
import json, sys
from pathlib import Path
root, opened = Path(sys.argv[1]), []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from autograder import course, release
release.build(course.load(root), Path(sys.argv[2]))
print(json.dumps(opened))
"""


def build_watched(root: Path, out: Path) -> list[Path]:
    """Build from the checkout at `root`, and give the files of it that were opened."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WATCHED_BUILD, str(root), str(out)],
        env=os.environ | {"PYTHONPATH": str(root)}, cwd=root,
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    opened = [(root / path).resolve() for path in json.loads(done.stdout)]
    return [path.relative_to(root) for path in opened if path.is_relative_to(root)]


SECRET_FILES = [*ROOT.glob("solutions/*.py"), *ROOT.glob("autograder/checks/hidden/**/*.py")]
NAIVE_SIGMOID = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"


def secrets() -> leaks.Secrets:
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in SECRET_FILES}
    solutions = {name: text for name, text in texts.items() if name.startswith("solutions/")}
    checks = {name: text for name, text in texts.items() if name not in solutions}
    return leaks.Secrets(solutions | {"solutions/another way": NAIVE_SIGMOID}, checks)


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    out = tmp_path_factory.mktemp("release")
    return [path.read_bytes() for path in release.build(course.load(ROOT), out)]


def test_building_opens_no_solution_and_no_hidden_check(tmp_path: Path) -> None:
    read = build_watched(ROOT, tmp_path)
    assert Path("assignments/terms.py") in read
    secret = (Path("solutions"), Path("autograder/checks/hidden"))
    assert [path for path in read if path.is_relative_to(secret[0])] == []
    assert [path for path in read if path.is_relative_to(secret[1])] == []


def test_without_solutions_and_hidden_checks_the_bundles_are_the_same(
    tmp_path: Path, bundles: list[bytes]
) -> None:
    bare = tmp_path / "bare"
    for name in ("assignments", "autograder"):
        shutil.copytree(ROOT / name, bare / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(bare / "autograder" / "checks" / "hidden")
    assert Path("assignments/terms.py") in build_watched(bare, tmp_path / "out")
    made = [tmp_path / "out" / each / f"chapter5-{each}.zip" for each in LANGUAGES]
    assert [path.read_bytes() for path in made] == bundles


def test_no_bundle_holds_a_solution_or_a_hidden_check(bundles: list[bytes]) -> None:
    known = secrets()
    assert {origin.partition(":")[0] for origin in known.origins.values()} >= {
        f"solutions/{name}.py" for name in course.load(ROOT).names
    }
    for bundle in bundles:
        assert leaks.found_in_bundle(known, bundle) == set()


def names_and_titles(kind: str) -> set[str]:
    """Function names and titles of the checks, hidden or visible."""
    words = set()
    for path in ROOT.glob(f"autograder/checks/{kind}/test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                words |= {node.name, (ast.get_docstring(node) or node.name).splitlines()[0]}
    return words


def test_no_bundle_names_a_hidden_check_or_its_title(bundles: list[bytes]) -> None:
    words = names_and_titles("hidden") - names_and_titles("visible")
    assert words
    for bundle in bundles:
        with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
            for name in archive.namelist():
                content = archive.read(name).decode("utf-8", "replace")
                assert {word for word in words if word in content} == set(), name


def planted(bundle: bytes, name: str, codes: list[str]) -> bytes:
    """The bundle with these codes as further cells of a notebook or at the end of a module."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bundle)) as old, zipfile.ZipFile(buffer, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == name and name.endswith(".ipynb"):
                made = json.loads(content)
                made["cells"] += [{"cell_type": "code", "source": [code]} for code in codes]
                content = json.dumps(made).encode()
            elif each == name:
                content += "\n".join(["", *codes]).encode()
            new.writestr(each, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["terms.ipynb", "autograder/checks/support/show.py"])
def test_the_search_finds_every_secret_that_is_planted_under_other_names(
    bundles: list[bytes], name: str
) -> None:
    known = secrets()
    codes = [path.read_text(encoding="utf-8") for path in SECRET_FILES]
    bundle = planted(bundles[0], name, [leaks.renamed(code) for code in [*codes, NAIVE_SIGMOID]])
    assert leaks.found_in_bundle(known, bundle) == {
        f"{name}: {origin}" for origin in known.origins.values()
    }


@pytest.mark.parametrize(
    "code",
    [
        "plt.plot(zs, np.where(zs >= 0, 1 / (1 + d), d / (1 + d)))",  # an expression in a call
        "a = sig(sums(M, v))\nb = sig(sums(N, a))\nc = a, b",  # a body outside a function
        "if True:\n    q: float = 0.5 * (wanted - came)**2",
        "lambda a: a * (1 - a)",
        "plt.plot(zs, 1 / (1 + np.exp(-zs)))",
    ],
)
def test_the_search_finds_a_solution_in_pieces(code: str) -> None:
    assert secrets().found_in(code)
