"""The nbgrader course that `autograder nbgrader init` writes, and what nbgrader makes of it."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbgrader_class
import pytest
from click.testing import CliRunner
from nbgrader_class import COURSE

from autograder.cli import main
from autograder.course import source
from autograder.grading.judge import GradingOptions
from autograder.nbgrader_plugin import course_folder
from autograder.nbgrader_plugin.edited_sources import look_through
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.inprocess import Nbgrader
from autograder.nbgrader_plugin.marked_cells import marked
from autograder.release import bundle, notebook

pytestmark = pytest.mark.slow  # tests/test_nbgrader_life.py goes through the whole day by day


LANGUAGES = COURSE.languages


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A course in each language, to be read."""
    folder = tmp_path_factory.mktemp("nbgrader")
    return {each: nbgrader_class.new(folder / each, each) for each in LANGUAGES}


@pytest.fixture
def copied(tmp_path: Path, written: dict[str, Path]) -> Callable[[str], Path]:
    """Gives a course in a language, to be spoilt."""
    return lambda language: Path(shutil.copytree(written[language], tmp_path / language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_generate_assignment_makes_exactly_our_notebooks(
    copied: Callable[[str], Path], language: str
) -> None:
    folder = copied(language)
    inside = Nbgrader(folder, COURSE, GradingOptions())
    members = bundle.files(COURSE, language)
    for name in COURSE.names:
        assert inside.generate(name).errors == []
        released = folder / "release" / name
        theirs, ours = (released / f"{name}.ipynb").read_bytes(), members[f"{name}.ipynb"]
        pairs = zip(json.loads(ours)["cells"], json.loads(theirs)["cells"], strict=True)
        assert all(our_cell == their_cell for our_cell, their_cell in pairs)
        assert theirs == ours
        files = {file.relative_to(released).as_posix(): file for file in released.rglob("*.*")}
        assert {place: file.read_bytes() for place, file in files.items()} == {
            place: data
            for place, data in members.items()
            if place == f"{name}.ipynb" or "/" in place or place == "pytest.ini"
        }
        for file in files.values():
            text = file.read_bytes().decode("utf-8", "replace")
            assert not any(word in text for word in ("BEGIN ", "graded.points("))
        assert "채점 기준" not in theirs.decode()


def test_the_command_generates_without_a_warning_and_without_an_activated_environment(
    copied: Callable[[str], Path], tmp_path: Path
) -> None:
    done = subprocess.run(
        [str(nbgrader_class.PROGRAMS / "nbgrader"), "generate_assignment", "forward"],
        cwd=copied("ko"), env=nbgrader_class.environment(tmp_path),
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert "INFO" in done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()


@pytest.mark.parametrize(
    "names", [COURSE.names[1:3], pytest.param(COURSE.names, marks=pytest.mark.slow)]
)
def test_validate_accepts_the_sources(
    copied: Callable[[str], Path], names: tuple[str, ...]
) -> None:
    """nbgrader's own Execute runs them: solutions, visible and hidden checks."""
    files = [f"source/{name}/{name}.ipynb" for name in names]
    said = nbgrader_class.nbgrader(copied("ko"), "validate", *files)
    assert said.count("Success! Your notebook passes all the tests.") == len(files)
    assert "WARNING" not in said


def test_the_settings_are_read_by_python_and_name_our_parts_only_if_wanted() -> None:
    ours, plain = (course_folder.config(COURSE, "ko", plain=plain) for plain in (False, True))
    ast.parse(ours)
    ast.parse(plain)
    assert "GradeInSandbox" in ours
    assert "GradeInSandbox" not in plain
    assert ours.startswith(plain)
    assert f"environment.prepare(c, course={str(COURSE.folder)!r})" in plain
    assert 'c.CourseDirectory.course_id = "chapter5"' in plain


def test_the_marked_cells_are_those_of_the_notebooks() -> None:
    for name, cells in source.load_all(COURSE).items():
        composed = [
            (cell["id"], cell["cell_type"], cell["metadata"]["nbgrader"])
            for cell in notebook.compose(cells, COURSE, name, "en")
            if "nbgrader" in cell["metadata"]
        ]
        said = [
            (f"{name}-{cell.cell_id}", cell.cell_type, cell.name, cell.solution, cell.points)
            for cell in marked(COURSE.assignment(name))
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


def invoked(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["nbgrader", *arguments])
    return done.exit_code, done.output


def test_a_course_is_only_written_again_on_demand(copied: Callable[[str], Path]) -> None:
    folder = copied("ko")
    (folder / "nbgrader_config.py").write_text("# mine\n")
    (folder / "gradebook.db").write_text("mine")
    (folder / "source" / "terms" / "terms.ipynb").write_text("broken")
    code, said = invoked("init", str(folder))
    assert code == 1
    assert "there is a course already" in said
    assert invoked("check", str(folder))[0] == 1
    assert invoked("init", str(folder), "--renew")[0] == 0
    assert invoked("check", str(folder))[0] == 0
    assert (folder / "nbgrader_config.py").read_text() == "# mine\n"
    assert (folder / "gradebook.db").read_text() == "mine"


def language_of(folder: Path, name: str) -> str:
    content = json.loads((folder / "source" / name / f"{name}.ipynb").read_bytes())
    return str(content["metadata"]["course"]["language"])


@pytest.mark.parametrize(("language", "other"), [LANGUAGES, LANGUAGES[::-1]])
def test_a_renewed_course_keeps_its_language(
    copied: Callable[[str], Path], language: str, other: str
) -> None:
    folder = copied(language)
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}
    assert invoked("init", str(folder), "--renew")[0] == 0
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before
    code, said = invoked("init", str(folder), "--renew", "--language", other)
    assert code == 1
    assert f"the course's language is {language}, and a course has one" in said
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before


def test_the_settings_say_in_which_language_sources_are_renewed(
    copied: Callable[[str], Path], written: dict[str, Path]
) -> None:
    folder = copied("en")
    korean = (written["ko"] / "source" / "terms" / "terms.ipynb").read_bytes()
    mixed = folder / "source" / "terms" / "terms.ipynb"
    mixed.write_bytes(korean)
    assert invoked("init", str(folder), "--renew")[0] == 0
    assert language_of(folder, "terms") == "en"
    (folder / "nbgrader_config.py").write_text("# mine\n")
    mixed.write_bytes(korean)
    code, said = invoked("init", str(folder), "--renew")
    assert code == 1
    assert "the course's language is en and ko; give it with --language" in said
    assert invoked("init", str(folder), "--renew", "--language", "en")[0] == 0
    assert language_of(folder, "terms") == "en"


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
    "'check_sigmoid' is there 2 times": lambda content: content["cells"].append(
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


def edited(written: dict[str, Path], folder: Path, edit: Callable[[Any], None]) -> None:
    """The course's sources in `folder`, that of `forward` edited."""
    for name in COURSE.names:
        (folder / "source" / name).mkdir(parents=True)
        place = Path("source", name, f"{name}.ipynb")
        content = json.loads((written["ko"] / place).read_bytes())
        if name == "forward":
            edit(content)
        (folder / place).write_text(json.dumps(content))


@pytest.mark.parametrize("fault", EDITS)
def test_a_source_edited_into_an_invalid_state_is_named(
    written: dict[str, Path], tmp_path: Path, fault: str
) -> None:
    edited(written, tmp_path, EDITS[fault])
    [said] = look_through(COURSE, tmp_path).faults
    assert said.startswith("source/forward/forward.ipynb: ")
    assert fault in said


def test_all_faults_are_named_and_what_to_do_about_them(
    written: dict[str, Path], tmp_path: Path
) -> None:
    faults = ("'check_forward' has 20 points", "'question' does not hold one", "'mine' has points",
              "'check_sigmoid' is a markdown cell", "'check_sigmoid' has schema_version",
              "'sigmoid' does not hold one")  # fmt: skip

    def edit(content: Any) -> None:
        for fault in faults:
            next(EDITS[each] for each in EDITS if fault in each)(content)

    folder = tmp_path / "my course"
    edited(written, folder, edit)
    code, said = invoked("check", str(folder))
    assert code == 1
    *found, advice = said.splitlines()
    assert len(found) == len(faults)
    for fault in faults:
        assert any(fault in line for line in found)
    assert f"write source/ again with `autograder nbgrader init '{folder}' --renew`" in advice


def test_the_sources_as_written_have_no_fault(written: dict[str, Path]) -> None:
    for folder in written.values():
        assert look_through(COURSE, folder) == ([], [])
        assert invoked("check", str(folder)) == (0, "no fault found\n")


def test_an_assignment_taken_out_of_the_sources_is_no_fault(
    written: dict[str, Path], tmp_path: Path
) -> None:
    edited(written, tmp_path, lambda _content: None)
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
