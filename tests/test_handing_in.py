"""One file to upload, written in the folder and graded as it is; notebooks that stand alone."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from test_student_folder import environment, python, run, solve, unpacked

from autograder.course import Course
from autograder.grading.judge import Judge
from autograder.intake.found import Skipped
from autograder.intake.reading import read
from autograder.intake.submissions import find
from autograder.release import bundle

__all__ = ["environment", "unpacked"]


@pytest.fixture
def folder(small: Course, tmp_path: Path) -> Path:
    """The English folder, solved but for one mistake."""
    place = tmp_path / "folder"
    for name, content in bundle.files(small, "en").items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    solve(place, small, "en", half="    return x / 3")
    return place


def packed(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / "hand-in.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_command_checks_all_and_writes_one_file(
    folder: Path, environment: dict[str, str]
) -> None:
    code, said = python(folder, environment, "hand_in.py")
    assert code == 0
    assert "· small: A small assignment" in said
    [row] = [line for line in said.splitlines() if line.startswith("· small")]
    assert row.split("  ")[-1].strip().startswith("half")
    assert "hand-in.zip holds small.ipynb, steps.ipynb." in said
    files = packed(folder)
    assert set(files) == {"receipt.json", "small.ipynb", "steps.ipynb"}
    receipt = json.loads(files.pop("receipt.json"))
    assert receipt["course"] == {"course": "numbers", "language": "en", "version": "7.1"}
    assert receipt["progress"]["small"]["unfinished"][0] == "half"
    for name, data in files.items():
        assert data == (folder / name).read_bytes()
        assert receipt["files"][name]["sha256"] == hashlib.sha256(data).hexdigest()


def test_the_same_notebooks_make_the_same_file(folder: Path, environment: dict[str, str]) -> None:
    python(folder, environment, "hand_in.py")
    first = (folder / "hand-in.zip").read_bytes()
    for file in folder.glob("*.ipynb"):
        os.utime(file, (1e9, 1e9))
    python(folder, environment, "hand_in.py")
    assert (folder / "hand-in.zip").read_bytes() == first


def test_a_notebook_that_is_missing_or_broken_is_said(
    folder: Path, environment: dict[str, str]
) -> None:
    (folder / "small.ipynb").write_text("{", encoding="utf-8")
    (folder / "steps.ipynb").unlink()
    code, said = python(folder, environment, "hand_in.py")
    said = " ".join(said.split())
    assert code == 0
    assert "small.ipynb can't be read as a notebook." in said
    assert "steps.ipynb is not in this folder." in said
    (folder / "small.ipynb").unlink()
    assert "so nothing was packed" in python(folder, environment, "hand_in.py")[1]


def test_what_was_packed_is_graded_as_it_is(
    folder: Path, environment: dict[str, str], small: Course, small_judge: Judge, tmp_path: Path
) -> None:
    python(folder, environment, "hand_in.py")
    with zipfile.ZipFile(folder / "hand-in.zip") as archive:
        archive.extractall(tmp_path / "class" / "student")
    found = list(find(small, tmp_path / "class"))
    assert not any(isinstance(each, Skipped) for each in found)
    scores = {each.assignment: small_judge.grade(each).score for each in found}
    assert scores["steps"] == 100
    assert 0 < scores["small"] < 100


def test_the_last_cell_shows_what_is_open_and_packs_when_told(
    folder: Path, environment: dict[str, str]
) -> None:
    said = run(folder, environment, "small")["small"]
    assert "change False to True" in said
    assert not (folder / "hand-in.zip").exists()
    change_last_cell(folder / "small.ipynb")
    said = run(folder, environment, "small")["small"]
    assert "hand-in.zip holds small.ipynb, steps.ipynb." in said
    assert set(packed(folder)) == {"receipt.json", "small.ipynb", "steps.ipynb"}


def change_last_cell(file: Path) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    last = content["cells"][-1]
    last["source"] = "".join(last["source"]).replace("False", "True")
    file.write_text(json.dumps(content), encoding="utf-8")


def test_a_lone_notebook_brings_its_checks_along(
    small: Course, environment: dict[str, str], tmp_path: Path
) -> None:
    alone = dict(bundle.lone(small, bundle.files(small, "ko"), "ko"))
    (tmp_path / "small.ipynb").write_bytes(alone["small.ipynb"])
    script = _CELLS.replace("NAME", "small")
    code, said = python(tmp_path, environment, "-c", script)
    assert code == 0, said
    assert "· double: 시작 안 함" in said
    assert "파일(.ipynb)로 내려받아" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["small.ipynb"]


_CELLS = """
import json
from pathlib import Path
names = {"__name__": "__main__"}
for cell in json.loads(Path("NAME.ipynb").read_text(encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        try:
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
        except Exception as why:
            print("\\n".join(getattr(why, "_render_traceback_", lambda: [repr(why)])()))
            break
"""


def test_a_notebook_without_its_kit_says_one_sentence(
    small: Course, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "small.ipynb").write_bytes(bundle.files(small, "en")["small.ipynb"])
    code, said = python(tmp_path, environment, "-c", _CELLS.replace("NAME", "small"))
    assert code == 0
    [line] = said.strip().splitlines()
    assert line.startswith("This notebook needs its course's folder around it: unpack")
    assert "pip" not in line


@pytest.mark.parametrize("metadata", [True, False])
def test_the_added_cells_are_no_part_of_a_submission(small: Course, metadata: bool) -> None:
    made: dict[str, Any] = json.loads(
        dict(bundle.lone(small, bundle.files(small, "en"), "en"))["small.ipynb"]
    )
    if not metadata:
        for cell in made["cells"]:
            cell["metadata"] = {}
    cells = read(json.dumps(made).encode(), notebook=True, tasks=frozenset({"double"})).cells
    assert cells[0] == cells[-1] == ""
    made["cells"][-1]["source"] += ["\ndef double(x):\n    return 2 * x"]
    cells = read(json.dumps(made).encode(), notebook=True, tasks=frozenset({"double"})).cells
    assert "return 2 * x" in cells[-1]
