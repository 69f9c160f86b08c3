"""nbgrader with a course that is not the kit's own: its settings name the folder it lies in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import nbgrader_class
import pytest
import small_course
from sample_class import make

from autograder.course import Course
from autograder.nbgrader_plugin import course_folder

MISTAKE = {"small": {"half": "    return x / 3"}}
RIGHT = {"check_double": 60, "check_half": 39.5, "check_same": 0.5}


class Made(NamedTuple):
    course: Course
    folder: Path  # nbgrader's

    def scores(self) -> nbgrader_class.Scores:
        found = nbgrader_class.scores(self.folder, course_id=self.course.name)
        for points in found.values():
            points.pop("written")
        return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A course for plain nbgrader, and what two students handed in."""
    place = tmp_path_factory.mktemp("other")
    course, folder = small_course.write(place / "its home"), place / "class"
    course_folder.write(course, folder, "en", plain=True, renew=False)
    notebooks = make.Class(course)
    nbgrader_class.hand_in(folder, "right", "small", notebooks.solved("small", language="en"))
    wrong = notebooks.solved("small", MISTAKE, "en")
    nbgrader_class.hand_in(folder, "wrong", "small", wrong)
    nbgrader_class.nbgrader(folder, "generate_assignment", "small")
    return Made(course, folder)


def test_plain_nbgraders_kernels_find_it(made: Made) -> None:
    said = nbgrader_class.nbgrader(made.folder, "autograde", "small")
    assert "WARNING" not in said
    scores = made.scores()
    assert scores["right", "small"] == RIGHT
    assert scores["wrong", "small"]["check_double"] == 60
    assert scores["wrong", "small"]["check_half"] == 0


def autograde_with_our_plug_ins(made: Made) -> None:
    settings = course_folder.config(made.course, "en", plain=False)
    (made.folder / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    nbgrader_class.nbgrader(made.folder, "autograde", "small", "--force")


def test_so_do_our_plug_ins(made: Made) -> None:
    autograde_with_our_plug_ins(made)
    scores = made.scores()
    assert scores["right", "small"] == RIGHT
    assert scores["wrong", "small"]["check_double"] == 60
    assert scores["wrong", "small"]["check_half"] == 0


def test_a_class_is_graded_with_its_own_course_alone(made: Made) -> None:
    autograde_with_our_plug_ins(made)
    done = nbgrader_class.run(made.folder, "autograder", "grade", ".")
    assert done.returncode == 1
    home = made.course.folder
    assert f"this is a class of the course in {home}; run `autograder --course " in done.stderr
    assert not (made.folder / "results").exists()
    done = nbgrader_class.run(made.folder, "autograder", "--course", str(home), "grade", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "gradebook: 0 recorded, 2 unchanged" in done.stdout
