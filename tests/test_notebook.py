"""The student's notebook is what nbgrader would make of the instructor's one, to the byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import nbgrader_course
import pytest
import small_course

from autograder import course, instructor, notebook, source
from autograder.course import Language

ROOT = Path(__file__).resolve().parents[1]
RUBRIC = "- 1: a reason\n- 2: 까닭"


def hidden(task: str) -> str:
    return f'from autograder.checks import grade\n\ngrade("{task}")'


def student_bytes(whole: course.Course, name: str, language: Language) -> bytes:
    made = source.load_all(whole)[name]
    return notebook.student(made, whole.assignment(name), language, whole.version)


def student(folder: Path, language: Language = "ko") -> Any:
    return json.loads(student_bytes(small_course.write(folder), "small", language))


def build(folder: Path, solution: str = small_course.SOLUTION) -> Any:
    whole = small_course.write(folder)
    content = instructor.build(
        source.load_all(whole)["small"], whole.assignments[0], "en", whole.version,
        solution=solution, hidden=hidden, rubric=RUBRIC,
    )  # fmt: skip
    return json.loads(content)


def cell_of(made: Any, grade_id: str) -> Any:
    [cell] = [
        cell
        for cell in made["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    ]
    return cell | {"source": "".join(cell["source"])}


def test_a_notebook_is_valid_and_says_what_it_is(tmp_path: Path) -> None:
    made = student(tmp_path)
    nbformat.validate(made)
    assert (made["nbformat"], made["nbformat_minor"]) == (4, 5)
    assert made["metadata"]["kernelspec"]["name"] == "python3"
    assert made["metadata"]["course"] == {
        "assignment": "small",
        "language": "ko",
        "version": "7.1",
    }


def test_every_cell_says_its_role(tmp_path: Path) -> None:
    roles = [cell["metadata"]["course"] for cell in student(tmp_path)["cells"]]
    assert [role["role"] for role in roles] == [
        "text", "setup", "given", "task", "check", "task", "check", "task", "check",
        "guess", "picture", "written", "answer", "further",
    ]  # fmt: skip
    assert [role["task"] for role in roles if "task" in role] == [
        "double", "double", "half", "half", "same", "same",
    ]  # fmt: skip


def test_ids_are_the_same_in_both_languages_and_each_time(tmp_path: Path) -> None:
    ids = [cell["id"] for cell in student(tmp_path)["cells"]]
    assert len(set(ids)) == len(ids)
    assert ids == [cell["id"] for cell in student(tmp_path, "en")["cells"]]
    assert ids[:5] == ["small-00", "small-01", "small-02", "small-task-double",
                       "small-check-double"]  # fmt: skip
    whole = small_course.write(tmp_path)
    assert student_bytes(whole, "small", "ko") == student_bytes(whole, "small", "ko")


def test_a_language_has_its_own_answer_cell(tmp_path: Path) -> None:
    for language in course.LANGUAGES:
        answer = cell_of(student(tmp_path, language), "written")
        assert answer["source"] == notebook.ANSWERS[language]


def test_nbgraders_metadata(tmp_path: Path) -> None:
    made = student(tmp_path)
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


def test_the_instructors_notebook(tmp_path: Path) -> None:
    made = build(tmp_path)
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
        'from autograder.checks import grade\n\ngrade("half")\n'
        "### END HIDDEN TESTS"
    )
    assert cell_of(made, "question")["source"] == (
        "Why is that so?\n<!-- BEGIN MARK SCHEME -->\n\n**Mark scheme**\n\n"
        f"{RUBRIC}\n<!-- END MARK SCHEME -->"
    )


def test_a_solution_brings_the_imports_that_the_notebook_lacks(tmp_path: Path) -> None:
    text = cell_of(build(tmp_path), "half")["source"]
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
        build(tmp_path, small_course.SOLUTION.replace(old, new))


def test_the_students_notebook_needs_no_solution(tmp_path: Path) -> None:
    text = student_bytes(small_course.write(tmp_path), "small", "en").decode()
    assert not (tmp_path / "solutions").exists()
    assert "factor" not in text


RUBRIC_FILE = """\
points = 3
[[items]]
points = 1
ko = "까닭"
en = "a reason"
[[items]]
points = 2
ko = "두 가지 예"
en = "two examples"
"""


def test_a_mark_scheme_has_a_line_for_each_item(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(RUBRIC_FILE, encoding="utf-8")
    assert instructor.mark_scheme(path, "ko") == "- 1점: 까닭\n- 2점: 두 가지 예"
    assert instructor.mark_scheme(path, "en") == "- 1 p.: a reason\n- 2 p.: two examples"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("points = 2", "points = 1", "its items have 2 points; make it 3"),
        ("points = 3", "points = 4", "its items have 3 points; make it 3"),
        ('ko = "까닭"\n', "", "missing required field `ko`"),
        ("[[items]]", "[[items", "mend the file"),
    ],
)
def test_a_rubric_that_can_not_be_used_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "small.toml"
    path.write_text(RUBRIC_FILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(instructor.InstructorError, match=message):
        instructor.mark_scheme(path, "ko")


def test_nbgrader_makes_the_same_of_the_small_course(tmp_path: Path) -> None:
    whole = small_course.write(tmp_path / "course")
    (whole.folder / "solutions" / "rubrics").mkdir(parents=True)
    (whole.folder / "solutions" / "small.py").write_text(small_course.SOLUTION, encoding="utf-8")
    (whole.folder / "solutions" / "rubrics" / "small.toml").write_text(
        RUBRIC_FILE, encoding="utf-8"
    )
    compare_with_nbgrader(whole, "ko", tmp_path / "nbgrader")


@pytest.mark.parametrize("language", course.LANGUAGES)
def test_nbgrader_makes_the_same_of_every_assignment(tmp_path: Path, language: Language) -> None:
    compare_with_nbgrader(course.load(ROOT), language, tmp_path)


def compare_with_nbgrader(whole: course.Course, language: Language, folder: Path) -> None:
    """Cell by cell, then to the byte."""
    sources = instructor.build_all(whole, language, hidden)
    theirs = nbgrader_course.generate(folder, sources, instructor.settings(language))
    assert theirs.log == ""
    for name in whole.names:
        ours = student_bytes(whole, name, language)
        pairs = zip(
            json.loads(ours)["cells"], json.loads(theirs.notebooks[name])["cells"], strict=True
        )
        assert all(our_cell == their_cell for our_cell, their_cell in pairs)
        assert ours == theirs.notebooks[name]
