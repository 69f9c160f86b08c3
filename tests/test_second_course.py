"""A course of another subject, tests/linear_regression, goes through the engine as it is.

It has one language and no torch. test_third_language.py gives it a second language.
"""

from __future__ import annotations

import ast
import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader_class
import pytest
from conftest import SECRET, earned, solution, submission
from second_course import SOURCE, Released, autograder, run_notebook, unpacked, with_functions

from autograder import course as courses
from autograder.checks import content
from autograder.course import Course
from autograder.grading import result as results
from autograder.grading.judge import GradingOptions, Judge
from autograder.grading.result import Result
from autograder.grading.sandboxes import Sandboxes
from autograder.proof import equivalent

# What a bundle holds beside the engine's travelling part
OWN = {
    "README.md", "fit.ipynb", "hand_in.py", "line.ipynb", "pytest.ini", "requirements.txt",
    "assignments/bundle.json", "assignments/chapter.py", "assignments/springs.csv",
    "assignments/fit/checks.py", "assignments/fit/expectations.py",
    "assignments/fit/messages.toml", "assignments/line/checks.py",
    "assignments/line/expectations.py", "assignments/line/messages.toml",
}  # fmt: skip
TRAVELLING = ("autograder/__init__.py", "autograder/checks/", "autograder/selfcheck/",
              "autograder/values/")  # fmt: skip

WRONG_LINE = """
def predict(x, slope, intercept): return slope * x
def residuals(x, y, slope, intercept): return slope * x + intercept - y
def mean_squared_error(x, y, slope, intercept): return 1.125
def best_line(error, lines):
    errors = [error(*line) for line in lines]
    return errors.index(min(errors)) + 1
"""
CARRIED_LINE = """
def predict(x, slope, intercept): return slope * x
def residuals(x, y, slope, intercept): return y - predict(x, slope, intercept)
def mean_squared_error(x, y, slope, intercept):
    return (residuals(x, y, slope, intercept) ** 2).mean()
"""
CARRIED_FIT = """
def fit_slope(x, y): return x @ y / (x @ x)
def fit_intercept(x, y): return y.mean() - fit_slope(x, y) * x.mean()
def r_squared(x, y):
    left = y - fit_slope(x, y) * x - fit_intercept(x, y)
    return ((y - y.mean()) ** 2).sum() / (left @ left)
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The course in a folder of its own, and the bundle that a release of it makes."""
    folder = tmp_path_factory.mktemp("second")
    shutil.copytree(SOURCE, folder / "course")
    said = autograder(folder / "course", "release", "--out", folder / "release")
    bundle = unpacked(folder / "release", "en", folder / "bundle")
    return Released(folder / "course", folder / "release", bundle, said)


@pytest.fixture(scope="module")
def graded(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a tiny class: right, wrong, not started, one with earlier mistakes."""
    place, out = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("results") / "out"
    for student in ("right", "wrong", "blank", "carried"):
        (place / student).mkdir()
    for name in ("line", "fit"):
        solution = released.course / "solutions" / name / "right" / "lists.py"
        shutil.copy(solution, place / "right" / f"{name}.py")
        shutil.copy(released.bundle / f"{name}.ipynb", place / "blank")
    (place / "wrong" / "line.py").write_text(WRONG_LINE)
    (place / "carried" / "line.py").write_text(CARRIED_LINE)
    (place / "carried" / "fit.py").write_text(CARRIED_FIT)
    autograder(released.course, "grade", place, "--out", out)
    return out


def run_pytest(folder: Path) -> str:
    """`python -m pytest` in a student's folder."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest"], cwd=folder, check=False,
        env=nbgrader_class.environment(folder), capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout + done.stderr


def result(out: Path, student: str, assignment: str) -> Result:
    return results.decode((out / student / f"{assignment}.json").read_bytes())


def test_a_bundle_holds_what_it_should(released: Released) -> None:
    files = [path for path in released.bundle.rglob("*") if path.is_file()]
    names = {path.relative_to(released.bundle).as_posix() for path in files}
    assert {name for name in names if not name.startswith("autograder/")} == OWN
    assert all(name.startswith(TRAVELLING) for name in names - OWN)
    assert [path.name for path in released.out.iterdir()] == ["en"]
    assert released.said.count("\n") == 2  # no sentence is missing in English
    required = (released.bundle / "requirements.txt").read_text()
    assert "numpy" in required and "torch" not in required
    hidden = "whatever rates them"  # in the title of a hidden check
    assert hidden in (released.course / "solutions" / "line" / "checks.py").read_text()
    for path in files:
        assert hidden.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("name", ["line", "fit"])
def test_the_untouched_notebook_runs(released: Released, name: str) -> None:
    printed = run_notebook(released.bundle / f"{name}.ipynb")
    assert printed.count("not started") == len(courses.load(SOURCE).assignment(name).tasks)


def test_pytest_works_in_a_students_folder(released: Released, tmp_path: Path) -> None:
    folder = shutil.copytree(released.bundle, tmp_path / "folder")
    (folder / "fit.ipynb").unlink()
    (folder / "fit.py").write_text(CARRIED_FIT)
    said = " ".join(run_pytest(folder).split())
    assert "· predict: not started" in said
    assert "✗ fit_slope: visible checks: 0 of 3" in said
    assert "no line explains more than all there is" in said  # the assignment's own finding
    assert "Traceback" not in said


def test_the_scores_of_a_class(graded: Path) -> None:
    table = (graded / "scores.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(table.splitlines())) == [
        ["student", "line", "fit", "total"],
        ["blank", "0", "0", "0"],
        ["carried", "60", "25", "85"],
        ["right", "100", "100", "200"],
        ["wrong", "0", "", "0"],
    ]


def test_results_and_error_carried_forward(graded: Path) -> None:
    line = result(graded, "carried", "line")
    assert (line.format, line.isolation, line.max_score) == (2, "full", 100)
    points = {"predict": 0, "residuals": 30, "mean_squared_error": 30, "best_line": 0}
    assert earned(line) == points
    assert {check.finding and check.finding.code for check in line.tasks[1].checks} == {"carried"}
    points = {"fit_slope": 0, "fit_intercept": 25, "r_squared": 0}
    assert earned(result(graded, "carried", "fit")) == points
    hints = {each.name: each.checks[-1].hint for each in result(graded, "wrong", "line").tasks}
    assert hints == {
        "predict": "line/intercept-left-out",
        "residuals": "line/prediction-minus-measured",
        "mean_squared_error": "generic/same-answer",
        "best_line": "line/counted-from-one",
    }
    assert {each.state for each in result(graded, "blank", "fit").tasks} == {"not started"}


def test_feedback(graded: Path) -> None:
    said = (graded / "wrong" / "line.txt").read_text(encoding="utf-8")
    assert said.startswith("wrong · 1 A line through points\n")
    assert "→ Every prediction is off by the same amount." in said
    assert "→ Each number is one too large." in said
    said = " ".join((graded / "carried" / "fit.txt").read_text(encoding="utf-8").split())
    assert "Counts: with a correct `fit_slope` this is right." in said
    assert "no line explains more than all there is" in said
    assert "→ The better the line, the more the answer grows, beyond 1." in said


def test_two_courses_in_one_process(
    course: Course, released: Released, sandboxes: Sandboxes
) -> None:
    second = courses.load(released.course)
    for each, x in ((course, [0.1, 0.2]), (second, [1, 2, 3, 4])):
        assert content.module(each.folder, "assignments.chapter").x.tolist() == x
    judges = {
        each.name: Judge(each, SECRET, GradingOptions("en"), sandboxes) for each in (course, second)
    }
    for _ in range(2):
        for each, name in ((second, "line"), (course, "forward"), (second, "fit")):
            right = submission(name, solution(name, each.folder))
            assert judges[each.name].grade(right).score == 100
        assert judges[second.name].grade(submission("line", CARRIED_LINE)).score == 60


def test_the_engine_knows_no_course(course: Course) -> None:
    names = {task.name for each in course.assignments for task in each.tasks} | {*course.names}
    words = {name for name in names if "_" in name} | {"sigmoid", "perceptron", "backprop", "xor"}
    engine = Path(courses.__file__).parents[1]
    for file in engine.rglob("*.py"):
        languages = set() if "authoring" in file.parts else {*course.languages[:1]}
        found = re.findall(r"\w+", file.read_text(encoding="utf-8"))
        assert not (words | languages).intersection(found), file


def functions(text: str) -> dict[str, str]:
    """The functions of a Python file, by name."""
    parts = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    return {node.name: str(ast.get_source_segment(text, node)) for node in parts}


@pytest.mark.slow
def test_nbgrader_records_what_we_grade(released: Released, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    autograder(released.course, "nbgrader", "init", folder)
    nbgrader_class.nbgrader(folder, "generate_assignment", "line")
    stub = folder / "release" / "line" / "line.ipynb"
    assert stub.read_bytes() == (released.bundle / "line.ipynb").read_bytes()
    right = (released.course / "solutions" / "line" / "right" / "lists.py").read_text()
    texts = {"right": right, "wrong": WRONG_LINE, "carried": CARRIED_LINE, "blank": ""}
    for student, text in texts.items():
        place = nbgrader_class.hand_in(folder, student, "line", b"")
        with_functions(stub, place, **functions(text))
    said = autograder(released.course, "grade", folder)
    assert "gradebook: 4 recorded, 0 unchanged" in said
    ours = {
        student: {f"check_{name}": points for name, points in earned(found).items()}
        for student in texts
        for found in [result(folder / "results", student, "line")]
    }
    assert {student: sum(points.values()) for student, points in ours.items()} == {
        "right": 100, "wrong": 0, "carried": 60, "blank": 0,
    }  # fmt: skip
    for step in ("recorded", "autograded"):
        if step == "autograded":
            nbgrader_class.nbgrader(folder, "autograde", "line", "--force")
        scores = nbgrader_class.scores(folder, course_id="regression")
        for student, points in ours.items():
            recorded = scores[student, "line"]
            recorded.pop("written")  # a person's
            assert recorded == points, (step, student)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["line", "fit"])
def test_the_proof_finds_every_mutant(released: Released, name: str) -> None:
    said = autograder(released.course, "prove", name, "--secrets", "1")
    [found] = re.findall(rf"{name}: found (\d+) of (\d+) mutants, .*; 0 problems", said)
    mutants, tried = map(int, found)
    assert mutants > 150
    listed = equivalent.load(courses.load(released.course), name)
    assert mutants + sum(" + " not in id for id in listed) == tried  # the others are pairs
