"""The nbgrader course that `autograder nbgrader init` writes, and what nbgrader makes of it."""

from __future__ import annotations

import ast
import json
import shutil
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
from autograder.nbgrader_plugin.sources import look_through

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


def language_of(folder: Path, name: str) -> str:
    content = json.loads((folder / "source" / name / f"{name}.ipynb").read_bytes())
    return str(content["metadata"]["course"]["language"])


def invoked(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["nbgrader", *arguments])
    return done.exit_code, done.output


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_renewed_course_keeps_its_language(tmp_path: Path, language: Language) -> None:
    folder = nbgrader_class.new(tmp_path / "course", language)
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}
    assert invoked("init", str(folder), "--renew")[0] == 0
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before
    assert invoked("init", str(folder), "--renew", "--language", language)[0] == 0
    other = "ko" if language == "en" else "en"
    code, said = invoked("init", str(folder), "--renew", "--language", other)
    assert code == 1
    assert f"the course's language is {language}, and a course has one" in said
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before


def test_the_settings_say_in_which_language_sources_are_renewed(tmp_path: Path) -> None:
    folder = nbgrader_class.new(tmp_path / "course", "en")
    korean = nbgrader_class.new(tmp_path / "korean", "ko") / "source" / "terms" / "terms.ipynb"
    mixed = folder / "source" / "terms" / "terms.ipynb"
    mixed.write_bytes(korean.read_bytes())
    assert invoked("init", str(folder), "--renew")[0] == 0
    assert language_of(folder, "terms") == "en"
    (folder / "nbgrader_config.py").write_text("# mine\n")
    mixed.write_bytes(korean.read_bytes())
    code, said = invoked("init", str(folder), "--renew")
    assert code == 1
    assert "the course's language is en and ko; give it with --language" in said
    assert invoked("init", str(folder), "--renew", "--language", "en")[0] == 0
    assert language_of(folder, "terms") == "en"


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
    "'written' is missing": lambda content: content["cells"].remove(_cell(content, "written")),
    "'check_sigmoid' stands 2 times": lambda content: content["cells"].append(
        _cell(content, "check_sigmoid")
    ),
    "'mine' has points, but no checks": lambda content: content["cells"].append(
        {
            "metadata": {"nbgrader": {"grade": True, "grade_id": "mine", "schema_version": 3}},
            "source": [],
        }
    ),
    "'check_sigmoid' has schema_version 1; nbgrader wants 3": _set(
        "check_sigmoid", "schema_version", 1
    ),
    "'check_sigmoid' is a markdown cell; it was made as a code cell": lambda content: _cell(
        content, "check_sigmoid"
    ).update(cell_type="markdown"),
    "not a notebook": lambda content: content.pop("cells"),
}


@pytest.mark.parametrize("fault", EDITS)
def test_a_source_edited_into_an_invalid_state_is_named(
    course: Path, tmp_path: Path, fault: str
) -> None:
    edited(course, tmp_path, EDITS[fault])
    [said] = look_through(COURSE, tmp_path).faults
    assert said.startswith("source/forward/forward.ipynb: ")
    assert fault in said


def test_all_faults_are_named_and_what_to_do_about_them(course: Path, tmp_path: Path) -> None:
    faults = ("'check_forward' has 20 points", "'question' does not hold one", "'mine' has points",
              "'check_sigmoid' is a markdown cell", "'check_sigmoid' has schema_version 1",
              "'sigmoid' does not hold one")  # fmt: skip

    def edit(content: Any) -> None:
        for fault in faults:
            next(EDITS[each] for each in EDITS if fault in each)(content)

    folder = tmp_path / "my course"
    edited(course, folder, edit)
    code, said = invoked("check", str(folder))
    assert code == 1
    *found, advice = said.splitlines()
    assert len(found) == len(faults)
    for fault in faults:
        assert any(fault in line for line in found)
    assert f"write source/ again with `autograder nbgrader init '{folder}' --renew`" in advice


def edited(course: Path, folder: Path, edit: Callable[[Any], None]) -> None:
    """The course's sources in `folder`, that of `forward` edited."""
    shutil.copytree(course / "source", folder / "source")
    file = folder / "source" / "forward" / "forward.ipynb"
    content = json.loads(file.read_bytes())
    edit(content)
    file.write_text(json.dumps(content))


def test_the_sources_as_written_have_no_fault(course: Path) -> None:
    assert look_through(COURSE, course) == ([], [])
    assert invoked("check", str(course)) == (0, "no fault found\n")


def test_an_assignment_taken_out_of_the_sources_is_no_fault(course: Path, tmp_path: Path) -> None:
    edited(course, tmp_path, lambda _content: None)
    shutil.rmtree(tmp_path / "source" / "xor")
    shutil.rmtree(tmp_path / "source" / "terms")
    said = "not in source/: terms, xor\nno fault found\n"
    assert invoked("check", str(tmp_path)) == (0, said)


def test_a_folder_without_any_source_is_said_to_be_none(tmp_path: Path) -> None:
    code, said = invoked("check", str(tmp_path))
    assert code == 1
    assert said == (
        f"autograder: {tmp_path}: none of the course's assignments is in its source folder\n"
    )
