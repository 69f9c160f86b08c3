"""A language that the kit does not speak: the second course with German twins, half translated."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import german_course
import pytest
from second_course import SOURCE, Released, autograder, run_notebook, unpacked, with_functions

NO_INTERCEPT = "def predict(x, slope, intercept): return slope * x"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Released:
    """The same with German beside English, some of the kit's sentences translated."""
    folder = tmp_path_factory.mktemp("german")
    course = shutil.copytree(SOURCE, folder / "course")
    german_course.translate(course)
    said = autograder(course, "messages", "de")
    german_course.translate_sentences(course)
    said += autograder(course, "release", "--out", folder / "release")
    return Released(
        course, folder / "release", unpacked(folder / "release", "de", folder / "b"), said
    )


def test_a_release_says_what_is_not_translated(german: Released) -> None:
    said = german.said.splitlines()
    all_sentences = int(said[0].split(": ")[1].split()[0])
    left = all_sentences - len(german_course.SENTENCES)
    assert said[-1] == f"  de: {left} of the kit's sentences are in English"
    assert (german.bundle / "assignments" / "de.mo").is_file()
    assert sorted(path.name for path in german.out.iterdir()) == ["de", "en"]
    with zipfile.ZipFile(german.out / "en" / "regression-en.zip") as english:
        assert not any(name.endswith("/de.mo") for name in english.namelist())
    assert "Lineare Regression" in (german.bundle / "README.md").read_text(encoding="utf-8")
    notebook = (german.bundle / "line.ipynb").read_text(encoding="utf-8")
    assert "Eine Gerade durch Punkte" in notebook
    assert "für jeden Eintrag von x" in notebook
    assert "Schreibe deine Antwort hierher." in notebook


def test_check_speaks_german(german: Released) -> None:
    wrong = german.bundle / "line.ipynb"
    with_functions(wrong, wrong, predict=NO_INTERCEPT)
    said = " ".join(run_notebook(wrong).split())
    assert f"✗ {german_course.PREDICTIONS}" in said
    assert "`predict([1, 2, 3, 4], 1.5, 1)` gab [1.5, 3, 4.5, 6], erwartet ist" in said
    assert "A line with a negative slope falls." in said  # no German title


def test_feedback_is_german_where_it_is_translated(german: Released, tmp_path: Path) -> None:
    (tmp_path / "in" / "w").mkdir(parents=True)
    wrong = {"predict": NO_INTERCEPT, "best_line": "def best_line(error, lines): return 9"}
    with_functions(german.bundle / "line.ipynb", tmp_path / "in" / "w" / "line.ipynb", **wrong)
    autograder(german.course, "grade", tmp_path / "in", "--out", tmp_path / "out")
    said = " ".join((tmp_path / "out" / "w" / "line.txt").read_text(encoding="utf-8").split())
    assert said.startswith("w · 1 Eine Gerade durch Punkte ===")
    assert "Punkte: 0 von 100" in said
    assert german_course.HINT in said
    assert "gab 9 zurück, die letzte Gerade hat aber die Nummer 2." in said  # an own finding
    assert "Start with `predict`." in said  # a sentence without German
    assert "`error` is asked once for each line, in their order." in said  # a title without
