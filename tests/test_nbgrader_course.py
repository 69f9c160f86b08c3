"""The nbgrader course that `autograder nbgrader init` writes, and what nbgrader makes of it."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import nbgrader_class
import pytest
from click.testing import CliRunner
from conftest import HOME

from autograder import course as courses
from autograder import notebook, release, source
from autograder.cli import main
from autograder.course import LANGUAGES, Language
from autograder.judge.judge import Terms
from autograder.nbgrader_plugin import folder as folders
from autograder.nbgrader_plugin.cells import marked
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.inprocess import Nbgrader
from autograder.nbgrader_plugin.sources import faults

COURSE = courses.load(HOME)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return nbgrader_class.new(tmp_path_factory.mktemp("nbgrader") / "course")


@pytest.mark.parametrize("language", LANGUAGES)
def test_generate_assignment_makes_exactly_our_notebooks(
    tmp_path: Path, language: Language
) -> None:
    folder = nbgrader_class.new(tmp_path / "course", language)
    inside = Nbgrader(folder, Terms())
    bundle = release.files(COURSE, language)
    for name, cells in source.load_all(COURSE).items():
        assert inside.generate(name).errors == []
        released = folder / "release" / name
        ours = notebook.student(cells, COURSE.assignment(name), language, COURSE.version)
        pairs = zip(
            json.loads(ours)["cells"],
            json.loads((released / f"{name}.ipynb").read_bytes())["cells"],
            strict=True,
        )
        assert all(our_cell == their_cell for our_cell, their_cell in pairs)
        assert (released / f"{name}.ipynb").read_bytes() == ours == bundle[f"{name}.ipynb"]
        for file in released.rglob("*.*"):
            assert file.read_bytes() == bundle[file.relative_to(released).as_posix()]


def test_nothing_graded_is_released(tmp_path: Path) -> None:
    folder = nbgrader_class.new(tmp_path / "course")
    Nbgrader(folder, Terms()).generate("forward")
    for file in (folder / "release").rglob("*.*"):
        text = file.read_bytes().decode("utf-8", "replace")
        assert "BEGIN " not in text
        assert "graded.points(" not in text
        assert "채점 기준" not in text


def test_the_command_generates_without_a_warning_and_without_an_activated_environment(
    course: Path,
) -> None:
    said = nbgrader_class.nbgrader(course, "generate_assignment", "forward")
    assert "INFO" in said
    assert "WARNING" not in said
    assert "Warning" not in said


def test_validate_accepts_every_source(course: Path) -> None:
    """nbgrader's own Execute runs them: solutions, visible and hidden checks."""
    files = [f"source/{name}/{name}.ipynb" for name in COURSE.names]
    said = nbgrader_class.nbgrader(course, "validate", *files)
    assert said.count("Success! Your notebook passes all the tests.") == len(files)
    assert "WARNING" not in said


def test_the_settings_are_read_by_python_and_name_our_parts_only_if_wanted() -> None:
    ours, plain = folders.config("ko", plain=False), folders.config("ko", plain=True)
    ast.parse(ours)
    ast.parse(plain)
    assert "GradeInSandbox" in ours
    assert "GradeInSandbox" not in plain
    assert ours.startswith(plain)


def test_the_marked_cells_are_those_of_the_notebooks() -> None:
    for name, cells in source.load_all(COURSE).items():
        assignment = COURSE.assignment(name)
        composed = [
            (cell["id"], cell["cell_type"], cell["metadata"]["nbgrader"])
            for cell in notebook.compose(cells, assignment, "en")
            if "nbgrader" in cell["metadata"]
        ]
        said = [
            (f"{name}-{cell.cell_id}", cell.cell_type, cell.name, cell.solution, cell.points)
            for cell in marked(assignment)
        ]
        assert said == [
            (cell, kind, own["grade_id"], own["solution"], own.get("points"))
            for cell, kind, own in composed
        ]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(PluginError, match="not empty and no nbgrader course"):
        nbgrader_class.new(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_a_course_is_only_written_again_on_demand(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    runner = CliRunner()
    assert runner.invoke(main, ["nbgrader", "init", str(folder)]).exit_code == 0
    (folder / "nbgrader_config.py").write_text("# mine\n")
    (folder / "gradebook.db").write_text("mine")
    notebook_file = folder / "source" / "terms" / "terms.ipynb"
    notebook_file.write_text("broken")
    again = runner.invoke(main, ["nbgrader", "init", str(folder)])
    assert again.exit_code == 1
    assert "there is a course already" in again.output
    assert runner.invoke(main, ["nbgrader", "check", str(folder)]).exit_code == 1
    assert runner.invoke(main, ["nbgrader", "init", str(folder), "--renew"]).exit_code == 0
    assert runner.invoke(main, ["nbgrader", "check", str(folder)]).exit_code == 0
    assert (folder / "nbgrader_config.py").read_text() == "# mine\n"
    assert (folder / "gradebook.db").read_text() == "mine"


def test_a_course_without_the_installed_kit_beside_it_is_refused(tmp_path: Path) -> None:
    other = msgspec.structs.replace(COURSE, folder=tmp_path)
    with pytest.raises(PluginError, match="install the kit from this course's folder"):
        folders.write(other, tmp_path / "new", "ko", plain=False, renew=False)


def _cell(content: Any, name: str) -> Any:
    return next(
        cell
        for cell in content["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def _without(marker: str, name: str) -> Callable[[Any], None]:
    def edit(content: Any) -> None:
        cell = _cell(content, name)
        cell["source"] = [line for line in cell["source"] if marker not in line]

    return edit


def _set(name: str, key: str, value: object) -> Callable[[Any], None]:
    return lambda content: _cell(content, name)["metadata"]["nbgrader"].update({key: value})


EDITS = {
    "check_sigmoid' does not hold one": _without("END HIDDEN", "check_sigmoid"),
    "'sigmoid' does not hold one": _without("BEGIN SOLUTION", "sigmoid"),
    "'question' does not hold one": _without("MARK SCHEME", "question"),
    "'check_forward' does not ask for its hidden checks": _without("points", "check_forward"),
    "'check_forward' has 20 points; the course says 30": _set("check_forward", "points", 20),
    "'check_forward' has lost or got points": _set("check_forward", "grade", False),
    "'forward' is marked otherwise": _set("forward", "solution", False),
    "'written' is missing": _set("written", "grade_id", "elsewhere"),
    "'check_sigmoid' stands 2 times": lambda content: content["cells"].append(
        _cell(content, "check_sigmoid")
    ),
    "'mine' has points, but no checks": lambda content: content["cells"].append(
        {"metadata": {"nbgrader": {"grade": True, "grade_id": "mine"}}, "source": []}
    ),
    "not a notebook": lambda content: content.pop("cells"),
}


@pytest.mark.parametrize("fault", EDITS)
def test_a_source_edited_into_an_invalid_state_is_named(
    course: Path, tmp_path: Path, fault: str
) -> None:
    content = json.loads((course / "source" / "forward" / "forward.ipynb").read_bytes())
    EDITS[fault](content)
    for name in COURSE.names:
        (tmp_path / "source" / name).mkdir(parents=True)
        data = (course / "source" / name / f"{name}.ipynb").read_bytes()
        (tmp_path / "source" / name / f"{name}.ipynb").write_bytes(data)
    (tmp_path / "source" / "forward" / "forward.ipynb").write_text(json.dumps(content))
    [said] = faults(COURSE, tmp_path)
    assert said.startswith("source/forward/forward.ipynb: ")
    assert fault in said
    assert "init FOLDER --renew" in said


def test_the_sources_as_written_have_no_fault(course: Path) -> None:
    assert faults(COURSE, course) == []


def test_without_a_source_the_assignment_is_named(tmp_path: Path) -> None:
    found = faults(COURSE, tmp_path)
    assert len(found) == len(COURSE.names)
    assert "terms/terms.ipynb: can't be read (No such file or directory)" in found[0]
