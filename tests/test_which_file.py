"""Which of a student's files counts for an assignment, and which are passed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course import source as sources
from autograder.intake.found import Submission
from autograder.intake.submissions import find
from autograder.release.notebook import student

CODE = "def double(x): ..."
WORKED_ON = json.dumps({"cells": [{"cell_type": "code", "source": CODE}]})


def chosen(small: Course, folder: Path, **files: str) -> Submission:
    """What counts of these files of one student; in their names / is _in_ and . is __."""
    for name, text in files.items():
        file = folder / "kim" / name.replace("_in_", "/").replace("__", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (found,) = (each for each in find(small, folder) if isinstance(each, Submission))
    return found


def passed_over(submission: Submission) -> list[str]:
    named = [dict(note.values)["file"] for note in submission.notes if note.code == "other_file"]
    assert tuple(named) == submission.others
    return [str(each) for each in named]


def released(small: Course) -> str:
    return student(sources.load(small, "small"), small, "small", "en").decode()


def test_the_plain_name_counts(small: Course, tmp_path: Path) -> None:
    found = chosen(small, tmp_path, **{"small (1)__py": "late", "Small__py": "x"})
    assert (found.file, passed_over(found)) == ("Small.py", ["small (1).py"])


def test_the_file_in_the_assignments_own_folder_counts(small: Course, tmp_path: Path) -> None:
    files = {"small__py": "x = 1", "small_in_small_1__py": "x = 2", "numbers_in_small__py": "x = 3"}
    found = chosen(small, tmp_path, **files)
    assert found.file == "small/small_1.py"
    assert passed_over(found) == ["numbers/small.py", "small.py"]


@pytest.mark.parametrize("untouched", ["released", "broken"])
def test_an_untouched_file_never_beats_one_that_was_worked_on(
    small: Course, tmp_path: Path, untouched: str
) -> None:
    text = {"released": released(small), "broken": "{"}[untouched]
    files = {"small__ipynb": text, "small (1)__ipynb": WORKED_ON}
    found = chosen(small, tmp_path, **files)
    assert (found.file, passed_over(found)) == ("small (1).ipynb", ["small.ipynb"])


def test_of_two_untouched_files_the_first_counts(small: Course, tmp_path: Path) -> None:
    text = released(small)
    found = chosen(small, tmp_path, small__ipynb=text, **{"small (1)__ipynb": text})
    assert found.file == "small.ipynb"
