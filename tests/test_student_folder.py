"""A student's folder works by itself, where nothing else of the kit is: notebooks and pytest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HOME
from sample_class import make

from autograder import course as courses
from autograder.course import Course
from autograder.release import bundle

# Python takes this in at its start, after what an editable installation of the kit has put there
_NO_KIT = """
import sys
from pathlib import Path
sys.meta_path[:] = [f for f in sys.meta_path if "__editable__" not in getattr(f, "__module__", "")]
sys.path_hooks[:] = [h for h in sys.path_hooks if "__editable__" not in str(h)]
sys.path[:] = [p for p in sys.path if not Path(p, "autograder").is_dir()]
"""
# Runs notebooks cell by cell, as Jupyter does, each among names of its own
_RUN = """
import contextlib, io, json, sys
from pathlib import Path
sys.path.insert(0, "")
said = {}
for name in sys.argv[1:]:
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for cell in json.loads(Path(f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    said[name] = printed.getvalue()
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] == "autograder":
        assert Path(module.__file__).is_relative_to(Path.cwd()), module
print(json.dumps(said))
"""
Unpack = Callable[[Course, str], Path]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Unpack:
    """`unpacked(course, language)`: a folder with a bundle in it."""

    def unpack(course: Course, language: str) -> Path:
        folder = tmp_path_factory.mktemp("folder").resolve()
        for name, content in bundle.files(course, language).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return folder

    return unpack


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One in which Python knows no kit."""
    place = tmp_path_factory.mktemp("site")
    (place / "sitecustomize.py").write_text(_NO_KIT, encoding="utf-8")
    return os.environ | {"PYTHONPATH": str(place), "MPLBACKEND": "Agg", "PYTHONUTF8": "1"}


def python(folder: Path, environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """The exit code of Python in a student's folder, and what it says."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=False, timeout=900,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout


def run(folder: Path, environment: dict[str, str], *notebooks: str) -> dict[str, str]:
    """What the cells of these notebooks print."""
    code, said = python(folder, environment, "-c", _RUN, *notebooks)
    assert code == 0, said
    printed: dict[str, str] = json.loads(said.splitlines()[-1])
    return printed


def solve(folder: Path, course: Course, language: str, **mistakes: str) -> None:
    """Put the solutions into the notebooks, but for some mistakes, by task."""
    made = make.Class(course)
    for name in course.names:
        content = made.solved(name, {name: mistakes}, language)
        (folder / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture(scope="module")
def korean(small: Course, unpacked: Unpack) -> Path:
    """The small course's folder, solved but for one mistake."""
    folder = unpacked(small, "ko")
    solve(folder, small, "ko", half="    return x / 3")
    return folder


def test_without_the_kit_python_does_not_find_it(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Or the tests below would try the checkout."""
    assert "No module named 'autograder'" in python(
        tmp_path, environment, "-c", "import autograder"
    )[1]  # fmt: skip


def test_pytest_in_a_folder_that_nobody_has_worked_in(
    small: Course, unpacked: Unpack, environment: dict[str, str]
) -> None:
    code, said = python(unpacked(small, "en"), environment, "-m", "pytest")
    assert code == 0
    for task in ("double", "half", "direction", "slope", "walk"):
        assert f"· {task}: not started" in said
    assert "Traceback" not in said
    assert "5 skipped" in said


def test_pytest_in_a_folder_that_is_solved_but_for_one_mistake(
    korean: Path, environment: dict[str, str]
) -> None:
    code, said = python(korean, environment, "-m", "pytest")
    assert code == 1
    assert "✓ double: 공개 검사 1개 중 1개 통과" in said
    assert "✗ half: 공개 검사 1개 중 0개 통과" in said
    assert "`half([1, 2])`의 결과는 [0.33333333, 0.66666667]입니다" in said
    assert "1 failed, 4 passed" in said
    assert "Traceback" not in said


def test_pytest_follows_the_course_and_says_each_failure_once(
    korean: Path, environment: dict[str, str], course: Course, unpacked: Unpack
) -> None:
    said = python(korean, environment, "-m", "pytest")[1]
    assert said.count("0.33333333, 0.66666667") == 1
    assert "test_" not in said
    assert "checks.py" not in said
    assert said.index("small: 작은 과제") < said.index("✗ half") < said.index("steps: 걸음")
    folder = unpacked(course, "en")
    for name in ("backprop", "update", "xor"):
        (folder / f"{name}.ipynb").unlink()
    (folder / "forward.ipynb").write_text("no notebook", encoding="utf-8")
    said = python(folder, environment, "-m", "pytest")[1]
    places = [said.index(f"\n{each.name}: {each.title['en']}") for each in course.assignments]
    assert places == sorted(places)
    assert "xor.ipynb is not in this folder. Its checks are left out." in said
    assert "forward.ipynb can't be read as a notebook." in said


def test_the_cells_of_a_notebook_check_wait_and_speak(
    korean: Path, small: Course, unpacked: Unpack, environment: dict[str, str]
) -> None:
    said = run(korean, environment, "small", "steps")
    assert "✓ double: 공개 검사 1개 중 1개 통과" in said["small"]
    assert "1과 2의 두 배는 2와 4입니다." in said["small"]
    assert "✗ half: 공개 검사 1개 중 0개 통과" in said["small"]
    assert "두 배 [2. 4.]" in said["small"]  # ready, and say
    assert "✓ walk: 공개 검사 1개 중 1개 통과" in said["steps"]
    said = run(unpacked(small, "en"), environment, "small")
    assert "· double: not started" in said["small"]
    assert "This cell waits for `double`." in said["small"]
    assert "double [" not in said["small"]


def require_all_run(
    folder: Path, environment: dict[str, str], course: Course, language: str, names: list[str]
) -> None:
    """From top to bottom, with all pictures: as they are, and solved."""
    for name, said in run(folder, environment, *names).items():
        assert said.count("· ") == len(course.assignment(name).tasks) + 1  # and the last cell
    solve(folder, course, language)
    for name, said in run(folder, environment, *names).items():
        assert said.count("✓ ") > len(course.assignment(name).tasks)
        assert "✗" not in said


def test_the_notebooks_of_the_course_that_do_not_train_long_run(
    course: Course, unpacked: Unpack, environment: dict[str, str]
) -> None:
    chosen = [each.name for each in course.assignments if not each.torch]
    require_all_run(unpacked(course, "en"), environment, course, "en", chosen)


@pytest.mark.slow
@pytest.mark.parametrize("language", courses.load(HOME).languages)
def test_every_notebook_of_the_course_runs(
    course: Course, unpacked: Unpack, environment: dict[str, str], language: str
) -> None:
    folder = unpacked(course, language)
    require_all_run(folder, environment, course, language, list(course.names))


@pytest.mark.slow
def test_every_notebook_of_the_course_is_solved_for_pytest(
    course: Course, unpacked: Unpack, environment: dict[str, str]
) -> None:
    folder = unpacked(course, "en")
    assert python(folder, environment, "-m", "pytest")[0] == 0
    solve(folder, course, "en")
    code, said = python(folder, environment, "-m", "pytest")
    assert (code, "✗" in said, "skipped" in said) == (0, False, False)
