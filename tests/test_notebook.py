"""The student's notebook is what nbgrader would make of the instructor's one, to the byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import nbformat
import nbgrader_course
import pytest
import small_course
from conftest import HOME

from autograder import course as courses
from autograder.course import Course, source
from autograder.course.languages import words
from autograder.nbgrader_plugin import instructor, marked_cells
from autograder.release import notebook

RUBRIC = "solutions/small/rubric.toml"


def student_bytes(whole: Course, name: str, language: str) -> bytes:
    return notebook.student(source.load(whole, name), whole, name, language)


def student(small: Course, language: str = "ko") -> Any:
    return json.loads(student_bytes(small, "small", language))


def build(small: Course) -> Any:
    return json.loads(instructor.build(source.load(small, "small"), small, "en"))


def cell_of(made: Any, grade_id: str) -> Any:
    [cell] = [
        cell
        for cell in made["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    ]
    return cell | {"source": "".join(cell["source"])}


def test_a_notebook_is_valid_and_says_what_it_is(small: Course) -> None:
    made = student(small)
    nbformat.validate(made)
    assert (made["nbformat"], made["nbformat_minor"]) == (4, 5)
    assert made["metadata"]["kernelspec"]["name"] == "python3"
    assert made["metadata"]["course"] == {
        "assignment": "small",
        "language": "ko",
        "version": "7.1",
    }


def test_every_cell_says_its_role(small: Course) -> None:
    roles = [cell["metadata"]["course"] for cell in student(small)["cells"]]
    assert [role["role"] for role in roles] == [
        "kit", "text", "setup", "given", "task", "check", "task", "check", "task", "check",
        "guess", "picture", "written", "answer", "further", "hand_in",
    ]  # fmt: skip
    assert [role["task"] for role in roles if "task" in role] == [
        "double", "double", "half", "half", "same", "same",
    ]  # fmt: skip


def test_ids_are_the_same_in_both_languages_and_each_time(small: Course) -> None:
    ids = [cell["id"] for cell in student(small)["cells"]]
    assert len(set(ids)) == len(ids)
    assert ids == [cell["id"] for cell in student(small, "en")["cells"]]
    assert ids[:6] == ["small-kit", "small-00", "small-01", "small-02", "small-task-double",
                       "small-check-double"]  # fmt: skip
    assert student_bytes(small, "small", "ko") == student_bytes(small, "small", "ko")


def test_a_language_has_its_own_answer_cell(small: Course) -> None:
    answers = [cell_of(student(small, each), "written")["source"] for each in small.languages]
    assert answers == [words(small, each)(notebook.ANSWER) for each in small.languages]
    assert len(set(answers)) == len(answers)


def test_nbgraders_metadata(small: Course) -> None:
    made = student(small)
    common = {"schema_version": 3, "task": False}
    task, check = cell_of(made, "double")["metadata"], cell_of(made, "check_half")["metadata"]
    assert task["nbgrader"] == common | {
        "grade": False, "solution": True, "locked": False, "grade_id": "double",
        "cell_type": "code", "checksum": notebook.checksum(cell_of(made, "double")),
    }  # fmt: skip
    assert (task["deletable"], task.get("editable")) == (False, None)
    assert check["nbgrader"] == common | {
        "grade": True, "solution": False, "locked": True, "grade_id": "check_half",
        "points": 39.5, "cell_type": "code",
        "checksum": notebook.checksum(cell_of(made, "check_half")),
    }  # fmt: skip
    assert (check["deletable"], check["editable"]) == (False, False)
    written = cell_of(made, "written")
    assert written["cell_type"] == "markdown"
    assert (written["metadata"]["nbgrader"]["points"], written["metadata"].get("editable")) == (
        notebook.WRITTEN_POINTS,
        None,
    )
    question = cell_of(made, "question")["metadata"]
    assert (question["nbgrader"]["locked"], question["editable"]) == (True, False)


def test_the_instructors_notebook(small: Course) -> None:
    made = build(small)
    nbformat.validate(made)
    assert cell_of(made, "double")["source"] == (
        "def double(x):\n"
        '    """2 x, elementwise."""\n'
        "    ### BEGIN SOLUTION\n"
        "    # a comment of its own line\n"
        "    factor = 2.0  # a comment beside\n"
        "    return factor * x\n"
        "    ### END SOLUTION"
    )
    assert cell_of(made, "check_half")["source"] == (
        'check("half")\n'
        "### BEGIN HIDDEN TESTS\n"
        f"{marked_cells.hidden_tests('half')}\n"
        "### END HIDDEN TESTS"
    )
    assert cell_of(made, "question")["source"] == (
        "Why is that so?\n<!-- BEGIN MARK SCHEME -->\n\n**Mark scheme**\n\n"
        "- 1 p.: Gives a reason.\n- 2 p.: Gives an example.\n<!-- END MARK SCHEME -->"
    )


def test_a_solution_brings_the_imports_that_the_notebook_lacks(small: Course) -> None:
    text = cell_of(build(small), "half")["source"]
    assert "    ### BEGIN SOLUTION\n    import math\n    return x / math.sqrt(4.0)\n" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("def half", "def third", "has no function 'half'"),
        ("    return factor * x", "    return SCALE * x", "'double' uses 'SCALE'"),
        ("    return factor * x", "    return helper(x)", "'double' uses 'helper'"),
        ('    """x. (5.3)"""\n', "", "'same' needs a docstring and a body"),
        ("a comment beside", "### BEGIN SOLUTION", "leave it out"),
    ],
)
def test_a_solution_that_can_not_be_pasted_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(instructor.InstructorError, match=message):
        build(small_course.write(tmp_path, solution=small_course.SOLUTION.replace(old, new)))


def test_the_students_notebook_needs_no_solution(tmp_path: Path) -> None:
    bare = small_course.write(tmp_path)
    shutil.rmtree(tmp_path / "solutions")
    assert "factor" not in student_bytes(bare, "small", "en").decode()


def test_a_mark_scheme_has_a_line_for_each_item(small: Course) -> None:
    assert instructor.mark_scheme(small, "small", "ko") == (
        "**채점 기준**\n\n- 1점: 까닭을 말합니다.\n- 2점: 예를 듭니다."
    )
    assert instructor.mark_scheme(small, "small", "en") == (
        "**Mark scheme**\n\n- 1 p.: Gives a reason.\n- 2 p.: Gives an example."
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("points = 2", "points = 1", "its items have 2 points; make it 3"),
        ("points = 3", "points = 4", "its items have 3 points; make it 3"),
        ('ko = "까닭을 말합니다."\n', "", "an item has `points`, a number, and a text for each of"),
        ("points = 1", 'points = "1"', "an item has `points`, a number, and a text for each of"),
        ("[[items]]", "[[items", "fix the file"),
    ],
)
def test_a_rubric_that_can_not_be_used_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    small = small_course.write(tmp_path)
    path = tmp_path / RUBRIC
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(instructor.InstructorError, match=f"^{RUBRIC}: [^\\n]*{message}"):
        instructor.mark_scheme(small, "small", "ko")


def test_nbgrader_makes_the_same_of_the_small_course(small: Course, tmp_path: Path) -> None:
    compare_with_nbgrader(small, "ko", tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("language", courses.load(HOME).languages)
def test_nbgrader_makes_the_same_of_every_assignment(
    course: Course, tmp_path: Path, language: str
) -> None:
    compare_with_nbgrader(course, language, tmp_path)


def compare_with_nbgrader(whole: Course, language: str, folder: Path) -> None:
    """Cell by cell, then to the byte."""
    sources = instructor.build_all(whole, language)
    theirs = nbgrader_course.generate(folder, sources, instructor.settings(whole, language))
    assert theirs.log == ""
    for name in whole.names:
        ours = student_bytes(whole, name, language)
        pairs = zip(
            json.loads(ours)["cells"], json.loads(theirs.notebooks[name])["cells"], strict=True
        )
        assert all(our_cell == their_cell for our_cell, their_cell in pairs)
        assert ours == theirs.notebooks[name]
