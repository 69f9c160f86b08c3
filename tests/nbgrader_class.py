"""An nbgrader course with a class in it, and nbgrader's own commands, for the tests."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import nbgrader_programs
from conftest import HOME
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from sample_class import make

from autograder import course as courses
from autograder.nbgrader_plugin import course_folder

COURSE = courses.load(HOME)
PROGRAMS = Path(sys.executable).parent
Scores = dict[tuple[str, str], dict[str, float | None]]  # (student, assignment): cell: points


def new(folder: Path, language: str = "ko", *, plain: bool = False) -> Path:
    """A fresh course in `folder`."""
    course_folder.write(COURSE, folder, language, plain=plain, renew=False)
    return folder


def hand_in(course: Path, student: str, assignment: str, content: dict[str, Any] | bytes) -> Path:
    """Put a notebook where nbgrader collects it."""
    place = course / "submitted" / student / assignment / f"{assignment}.ipynb"
    place.parent.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    place.write_bytes(data)
    return place


def hand_in_sample_class(course: Path, folder: Path, only: Iterable[str]) -> None:
    """The notebooks of the sample class that nbgrader can read, written to `folder` first."""
    make.write(folder)
    for file in sorted(folder.rglob("*.ipynb")):
        try:
            content = json.loads(file.read_bytes())
        except ValueError:
            continue
        student = file.relative_to(folder).parts[0]
        name = content["metadata"]["course"]["assignment"]
        if name in only:
            hand_in(course, student, name, content)


def environment(home: Path) -> dict[str, str]:
    """No activated environment, and every folder of Jupyter's inside `home`."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
        "JUPYTER_DATA_DIR": str(home / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(home / "jupyter-run"),
        "MPLCONFIGDIR": os.environ.get("MPLCONFIGDIR", str(home / "matplotlib")),
    }


def run(course: Path, program: str, *arguments: str) -> CompletedProcess[str]:
    """A program of this environment, run in the course's folder."""
    home = course.parent / f"{course.name}-home"
    home.mkdir(exist_ok=True)
    return nbgrader_programs.run(program, arguments, course, environment(home))


def nbgrader(course: Path, *arguments: str) -> str:
    """What an nbgrader command says; it must succeed."""
    done = run(course, "nbgrader", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def url(course: Path) -> str:
    return f"sqlite:///{course / 'gradebook.db'}"


def scores(course: Path, db_url: str | None = None, course_id: str = COURSE.name) -> Scores:
    """The automatic points of every graded cell in the gradebook."""
    with Gradebook(db_url or url(course), course_id) as gradebook:
        return {
            (submission.student.id, assignment.name): {
                grade.name: grade.auto_score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for assignment in gradebook.assignments
            for submission in assignment.submissions
        }
