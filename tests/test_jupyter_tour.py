"""JupyterLab, Notebook 7 and formgrader in a real browser, on a graded class."""

from __future__ import annotations

from pathlib import Path

import jupyter_page
import nbgrader_class
import pytest
from nbgrader.api import Gradebook  # type: ignore[import-untyped]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(jupyter_page.MISSING), reason=jupyter_page.MISSING),
]
PICTURES = {
    "validate", "formgrader_assignments", "formgrader_submissions", "formgrader_list",
    "formgrader_answer", "feedback_page",
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jupyter") / "course"


@pytest.fixture(scope="module")
def seen(course: Path) -> object:
    import jupyter_tour

    jupyter_tour.prepare(course)
    pictures = course.parent / "pictures"
    pictures.mkdir()
    return jupyter_tour.tour(course, pictures)


def test_validate_shows_our_messages(seen) -> None:  # type: ignore[no-untyped-def]
    assert "✗ output_errors: visible checks: 0 of 2" in seen.validate
    assert "returned [0.043867627," in seen.validate
    assert "Traceback" not in seen.validate
    assert "weighted_sums" not in seen.validate


def test_formgrader_shows_the_class_and_its_scores(seen) -> None:  # type: ignore[no-untyped-def]
    assert all(name in seen.assignments for name in nbgrader_class.COURSE.names)
    scores = {"sujin": "100 / 103", "minsu": "79 / 103", "mallory": "100 / 103"}
    assert seen.submissions == scores | {"김하늘": "80 / 103"}
    assert seen.listed == sorted(seen.submissions.values())
    assert seen.cells == {
        "check_weighted_sums": "20", "check_sigmoid": "25", "check_forward": "30",
        "check_output_errors": "15", "check_total_error": "10", "written": "None",
    }  # fmt: skip


def test_a_person_sees_what_they_need_to_grade_an_answer(seen) -> None:  # type: ignore[no-untyped-def]
    page = seen.answer_page
    assert page.index("Mark scheme") < page.index("Both outputs are 0.5: all weighted sums are 0")
    assert "MARK SCHEME" not in page
    assert seen.pictures_shown == 3
    assert "sujin" not in page.replace("Submission", "")


def test_what_the_person_gave_is_in_the_gradebook(seen, course: Path) -> None:  # type: ignore[no-untyped-def]
    assert seen.cells
    with Gradebook(nbgrader_class.url(course), nbgrader_class.COURSE.name) as gradebook:
        submission = gradebook.find_submission("forward", "sujin")
        assert (submission.score, submission.needs_manual_grade) == (102, False)
        comment = gradebook.find_comment("written", "forward", "forward", "sujin")
        assert comment.comment == "Why is z 0 in the output layer, too?"


def test_formgraders_autograde_button_grades(seen) -> None:  # type: ignore[no-untyped-def]
    assert "Successfully autograded 'forward' for student 'minsu'" in seen.autograded
    assert "Copying" not in seen.autograded


def test_no_script_of_a_student_runs_in_formgrader(seen) -> None:  # type: ignore[no-untyped-def]
    assert seen.hostile_title != "mine"


def test_a_notebook_runs_in_notebook_7(seen) -> None:  # type: ignore[no-untyped-def]
    assert "✗ total_error: visible checks: 0 of 2" in seen.notebook_7


def test_no_page_fails_by_our_fault(seen) -> None:  # type: ignore[no-untyped-def]
    known = (
        "MathJax is not defined",  # formgrader loads it from elsewhere
        "reading 'schema'",  # nbgrader's own buttons in Notebook 7
        "'filebrowser:open-path' not registered",
    )
    assert [e for e in seen.page_errors if not any(part in e for part in known)] == []


def test_the_pictures_of_the_docs_are_all_there(seen, course: Path) -> None:  # type: ignore[no-untyped-def]
    import jupyter_tour

    assert seen.validate
    made = {file.stem for file in (course.parent / "pictures").iterdir()}
    assert made == PICTURES
    assert {file.stem for file in jupyter_tour.PICTURES.glob("*.png")} >= PICTURES
