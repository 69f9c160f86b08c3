"""`autograder grade` on an nbgrader course: recorded by nbgrader, whatever was handed in."""

from __future__ import annotations

import copy
import datetime
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, NamedTuple

import nbgrader_class
import pytest
from nbgrader.api import Gradebook  # type: ignore[import-untyped]
from nbgrader_class import COURSE
from sample_class import answers, make

from autograder.grading import result as results
from autograder.grading.class_run import GradingRequest
from autograder.grading.judge import GradingOptions
from autograder.grading.result import Result
from autograder.intake.found import Skipped
from autograder.intake.submissions import find
from autograder.nbgrader_plugin.class_course import ClassCourse, without_expected
from autograder.nbgrader_plugin.errors import PluginError
from autograder.nbgrader_plugin.recording import Recorded, record
from autograder.reports.student_text import markdown_as_html
from autograder.values.notes import note

pytestmark = pytest.mark.slow  # tests/test_nbgrader_life.py goes through the whole day by day


CHECKS = {f"check_{task.name}": task.points for task in COURSE.assignment("forward").tasks}
PICTURE = (  # one pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5"
    "ErkJggg=="
)
LATE = datetime.datetime(2026, 3, 2, 10)
Content = dict[str, Any]


def named(content: Content, name: str) -> Content:
    [cell] = [
        cell
        for cell in content["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    ]
    return cell  # type: ignore[no-any-return]


def deleted(content: Content) -> None:
    for name in ("check_sigmoid", "written"):
        content["cells"].remove(named(content, name))


def copied(content: Content) -> None:
    for name in ("check_sigmoid", "written", "sigmoid"):
        again = copy.deepcopy(named(content, name)) | {"id": f"again-{name}"}
        content["cells"].append(again)
    named_again = content["cells"][-2]
    named_again["source"] = ["두 번째 칸에 쓴 답"]


def renumbered(content: Content) -> None:
    named(content, "check_forward")["metadata"]["nbgrader"]["grade_id"] = "check_999"
    named(content, "written")["metadata"]["nbgrader"]["grade_id"] = "cell-1234"
    named(content, "check_sigmoid")["metadata"]["nbgrader"] = ["broken"]
    content["cells"].append(
        make.new_cell("x = 1")
        | {"metadata": {"nbgrader": {"grade": True, "grade_id": "mine", "points": 1000}}}
    )


def changed(content: Content) -> None:
    named(content, "check_sigmoid")["metadata"]["nbgrader"]["grade"] = False
    named(content, "check_forward")["metadata"]["nbgrader"]["points"] = 1000
    named(content, "check_total_error")["cell_type"] = "markdown"
    named(content, "check_output_errors")["source"] = ["42.0"]


def hostile(content: Content) -> None:
    mark = "<script>document.title = 'mine'</script><img src=x onerror=\"document.title='mine'\">"
    content["cells"].append({"cell_type": "markdown", "metadata": {}, "source": mark})
    content["cells"].append(
        make.new_cell("1") | {"id": "h", "outputs": [{"output_type": "display_data", "metadata": {},
            "data": {"text/html": mark, "image/png": f'{PICTURE}"{mark}'}}]}
    )  # fmt: skip
    content["metadata"]["language_info"] = 5
    content["metadata"]["course"]["altered"] = [{"code": "gone", "cell": mark}]


def answered(content: Content) -> None:
    named(content, "written")["source"] = ["모든 출력이 0.5입니다."]
    picture = next(c for c in content["cells"] if c["metadata"]["course"]["role"] == "picture")
    picture["outputs"] = [{"output_type": "display_data", "metadata": {},
                           "data": {"image/png": PICTURE, "text/plain": "<Figure>"}}]  # fmt: skip


EDITS: dict[str, Callable[[Content], None]] = {
    "김하늘": answered, "deleted": deleted, "copied": copied, "renumbered": renumbered,
    "changed": changed, "hostile": hostile,
}  # fmt: skip


class Run(NamedTuple):
    course: Path
    done: CompletedProcess[str]
    scores: nbgrader_class.Scores

    def notebook(self, student: str) -> Content:
        file = self.course / "autograded" / student / "forward" / "forward.ipynb"
        content: Content = json.loads(file.read_bytes())
        return content


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A class of odd submissions, graded once by the command, from outside of the folder."""
    made = make.Class(COURSE)
    course = nbgrader_class.new(tmp_path_factory.mktemp("grading") / "course")
    for student, edit in EDITS.items():
        content = made.solved("forward")
        edit(content)
        nbgrader_class.hand_in(course, student, "forward", content)
    hand_in = nbgrader_class.hand_in
    hand_in(course, "partly, done", "forward", made.solved("forward", answers.NO_HALF))
    hand_in(course, "utf16", "forward", json.dumps(made.solved("forward")).encode("utf-16"))
    hand_in(course, "bare", "forward", _bare(made.solved("forward")))
    hand_in(course, "broken", "forward", b'{"cells": [')
    hand_in(course, "other", "forward", made.solved("backprop"))
    hand_in(course, "loose", "forward", made.solved("forward")).rename(
        course / "submitted" / "loose" / "forward" / "forward (1).ipynb"
    )
    (course / "submitted" / "김하늘" / "forward" / "timestamp.txt").write_text(
        "2026-03-02 10:00 UTC"
    )
    done = nbgrader_class.run(course, "autograder", "grade", str(course))
    return Run(course, done, nbgrader_class.scores(course))


def _bare(content: Content) -> Content:
    """As another editor might save it: only what it knows of a notebook."""
    cells = [
        {"cell_type": cell["cell_type"], "source": cell["source"]} for cell in content["cells"]
    ]
    return {"cells": cells, "nbformat": 4, "nbformat_minor": 2}


def test_the_command_says_what_it_did_and_nothing_else(run: Run) -> None:
    assert run.done.returncode == 3
    lines = run.done.stderr.splitlines()
    assert [line for line in lines if "arning" in line or "Traceback" in line] == []
    assert "gradebook: 11 recorded, 0 unchanged" in run.done.stdout
    assert not any("timestamp" in line for line in lines)
    assert "not read: broken/forward: The notebook is broken: its file is not valid JSON. " in (
        run.done.stderr
    )


@pytest.mark.parametrize(
    "line",
    [
        "forward, deleted: 2 cells set right (check_sigmoid, written).",
        "forward, copied: 2 cells set right (check_sigmoid, written).",
        "forward, renumbered: 3 cells set right (check_sigmoid, check_forward, written); "
        "1 cell not of this assignment (mine).",
        "forward, changed: 3 cells set right (check_sigmoid, check_forward, check_total_error).",
        "forward, bare: 7 cells set right.",
        "forward, other: There is no notebook of this assignment; the one in its place is of "
        "another.",
        "forward, loose: nbgrader wants the notebook in submitted/loose/forward/forward.ipynb; "
        "not recorded",
    ],
)
def test_one_message_names_assignment_student_and_cells(run: Run, line: str) -> None:
    student, _, _ = line.partition(":")
    assert [each for each in run.done.stderr.splitlines() if each.startswith(student)] == [line]


def test_students_read_in_their_language_what_was_set_right(run: Run) -> None:
    tops = {student: "".join(run.notebook(student)["cells"][0]["source"]) for student in EDITS}
    assert "- `check_sigmoid` 셀이 지워져 있어서 다시 넣었습니다." in tops["deleted"]
    assert "- `written` 셀이 지워져 있어서 다시 넣었습니다." in tops["deleted"]
    assert "- `mine` 셀은 이 과제의 셀이 아니므로 채점하지 않습니다." in tops["renumbered"]


@pytest.mark.parametrize("student", [*EDITS, "utf16", "bare"])
def test_whatever_became_of_the_cells_the_points_are_right(run: Run, student: str) -> None:
    points = dict(run.scores[student, "forward"])
    points.pop("written")
    assert points == CHECKS


def test_part_of_the_points(run: Run) -> None:
    assert run.scores["partly, done", "forward"]["check_sigmoid"] == 19
    assert run.scores["partly, done", "forward"]["check_output_errors"] == 0


@pytest.mark.parametrize("student", ["broken", "other"])
def test_what_can_not_be_graded_gets_nothing_and_says_why(run: Run, student: str) -> None:
    assert set(run.scores[student, "forward"].values()) == {0}
    why = {"broken": "JSON", "other": "다른 과제"}[student]
    assert why in "".join(run.notebook(student)["cells"][0]["source"])


def test_a_written_answer_waits_for_a_person(run: Run) -> None:
    for student in ("김하늘", "copied"):
        assert run.scores[student, "forward"]["written"] is None
    with Gradebook(nbgrader_class.url(run.course), COURSE.name) as gradebook:
        submission = gradebook.find_submission("forward", "김하늘")
        assert (submission.score, submission.max_score) == (100, 103)
        assert submission.needs_manual_grade
    assert run.scores["deleted", "forward"]["written"] == 0
    copies = [
        "".join(cell["source"])
        for cell in run.notebook("copied")["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "written"
    ]
    assert copies == [markdown_as_html("두 번째 칸에 쓴 답")]


def test_the_picture_stays_for_whoever_grades(run: Run) -> None:
    outputs = [out for cell in run.notebook("김하늘")["cells"] for out in cell.get("outputs", [])]
    kept = [out["data"]["image/png"] for out in outputs if out["output_type"] == "display_data"]
    assert ["".join(each).strip() for each in kept] == [PICTURE]


def test_no_markup_of_a_student_stays_in_an_output(run: Run) -> None:
    cells = run.notebook("hostile")["cells"]
    assert "script" not in json.dumps([cell.get("outputs") for cell in cells])
    assert "script" not in "".join(cells[0]["source"])


def test_a_check_cell_holds_its_feedback_and_its_points(run: Run) -> None:
    cell = named(run.notebook("partly, done"), "check_output_errors")
    stream, result = cell["outputs"]
    assert "output_errors" in "".join(stream["text"])
    assert "0/15" in "".join(stream["text"])
    assert result["data"]["text/plain"] == ["0.0"]


def test_nothing_of_the_hidden_checks_is_in_a_graded_notebook(run: Run) -> None:
    text = json.dumps(run.notebook("김하늘"))
    assert "graded.points" in text
    for word in ("draw_arguments", "expect_solved", "rng"):
        assert word not in text


def results_of(course: Path) -> list[Result]:
    return [results.decode(file.read_bytes()) for file in sorted(course.glob("results/*/*.json"))]


def request(course: Path) -> GradingRequest:
    return GradingRequest(COURSE, b"", GradingOptions(), course / "submitted", course / "results")


def record_again(course: Path) -> Recorded:
    """Record the results that are there; nothing is graded."""
    return record(request(course), course, results_of(course), lambda _done, _of: None)


def contents(course: Path) -> tuple[list[str], dict[Path, tuple[bytes, int]]]:
    with sqlite3.connect(course / "gradebook.db") as database:
        dump = sorted(database.iterdump())
    files = (course / "autograded").rglob("*.*")
    return dump, {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_a_second_run_changes_nothing(run: Run) -> None:
    before = contents(run.course)
    again = record_again(run.course)
    assert (again.recorded, again.unchanged) == (0, 11)
    assert contents(run.course) == before


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A course of two students, graded."""
    course = nbgrader_class.new(tmp_path_factory.mktemp("two") / "course")
    for student in ("김하늘", "partly, done"):
        for folder in ("submitted", "results"):
            shutil.copytree(run.course / folder / student, course / folder / student)
    shutil.copy(run.course / "results" / "class.json", course / "results")
    done = record_again(course)
    assert (done.recorded, done.refused) == (2, [])
    return course


@pytest.fixture
def small(tmp_path: Path, two: Path) -> Path:
    """That course, to be spoilt."""
    return Path(shutil.copytree(two, tmp_path / "course"))


def test_what_a_person_gave_stays(small: Path) -> None:
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        for cell, points in (("written", 2.5), ("check_sigmoid", 11)):
            grade = gradebook.find_grade(cell, "forward", "forward", "김하늘")
            grade.manual_score = points
            grade.needs_manual_grade = False
        gradebook.find_grade("written", "forward", "forward", "김하늘").extra_credit = 1
        comment = gradebook.find_comment("written", "forward", "forward", "김하늘")
        comment.manual_comment = "잘 설명했어요."
        gradebook.db.commit()
    before = contents(small)
    assert record_again(small).unchanged == 2
    assert contents(small) == before
    nbgrader_class.nbgrader(small, "autograde", "forward", "--force")  # whatever happens
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        submission = gradebook.find_submission("forward", "김하늘")
        assert submission.score == 100 - 25 + 11 + 2.5 + 1
        comment = gradebook.find_comment("written", "forward", "forward", "김하늘")
        assert comment.comment == "잘 설명했어요."


def test_nbgraders_command_takes_the_result_that_is_there(small: Path) -> None:
    file = small / "results" / "partly, done" / "forward.json"
    result = json.loads(file.read_bytes())
    result["output"] = "KEPT"
    file.write_text(json.dumps(result))
    nbgrader_class.nbgrader(small, "autograde", "forward", "--force")
    graded = small / "autograded" / "partly, done" / "forward" / "forward.ipynb"
    assert "KEPT" in graded.read_text(encoding="utf-8")


def test_nbgraders_command_grades_what_has_no_result(small: Path) -> None:
    for file in small.glob("results/*/*.json"):
        file.unlink()
    nbgrader_class.nbgrader(small, "autograde", "forward", "--force", "--student=partly, done")
    assert nbgrader_class.scores(small)["partly, done", "forward"]["check_sigmoid"] == 19
    assert not list(small.glob("results/*/*.json"))


def test_a_late_submission_is_nbgraders_business(small: Path) -> None:
    config = small / "nbgrader_config.py"
    late = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"
    config.write_text(config.read_text(encoding="utf-8") + late, encoding="utf-8")
    (small / "submitted" / "김하늘" / "forward" / "timestamp.txt").write_text(
        "2026-03-02 10:00 UTC"
    )
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        gradebook.update_or_create_assignment("forward", duedate="2026-03-01 10:00 UTC")
    for file in small.glob("autograded/*/forward/forward.ipynb"):
        file.unlink()
    assert record_again(small).recorded == 2
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        assert gradebook.find_submission("forward", "김하늘").late_submission_penalty == 100
        assert not gradebook.find_submission("forward", "partly, done").late_submission_penalty


def test_a_changed_policy_holds_for_the_whole_class(small: Path) -> None:
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        gradebook.update_or_create_assignment("forward", duedate="2026-03-01 10:00 UTC")
        for student in ("김하늘", "partly, done"):
            gradebook.find_submission("forward", student).timestamp = LATE
        gradebook.db.commit()
    (small / "submitted" / "김하늘" / "forward" / "forward.ipynb").touch()
    config = small / "nbgrader_config.py"
    late = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"
    config.write_text(config.read_text(encoding="utf-8") + late, encoding="utf-8")
    done = record_again(small)
    assert len([note for note in done.notes if note.endswith("penalty for lateness moved")]) == 2
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        for student in ("김하늘", "partly, done"):
            submission = gradebook.find_submission("forward", student)
            assert submission.late_submission_penalty == submission.score > 0
    assert record_again(small).notes == []
    config.write_text(config.read_text(encoding="utf-8").removesuffix(late), encoding="utf-8")
    assert len(record_again(small).notes) == 2
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        assert not gradebook.find_submission("forward", "김하늘").late_submission_penalty


def test_a_student_taken_off_the_list_is_not_taken_in_again(small: Path) -> None:
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        gradebook.remove_student("김하늘")
    done = record_again(small)
    assert (done.recorded, done.unchanged) == (0, 1)
    assert done.refused == [
        "forward, 김하늘: no longer in the gradebook's list of students; not recorded "
        "(`nbgrader db student add '김하늘'` takes them in again)"
    ]
    config = small / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8") + "c.Autograde.create_student = False\n")
    [line] = record_again(small).refused
    assert "not in the gradebook's list of students" in line


def test_a_new_student_is_recorded_for_every_assignment(small: Path) -> None:
    made = make.Class(COURSE)
    for name in ("terms", "forward"):
        nbgrader_class.hand_in(small, "bob", name, made.solved(name))
    done = nbgrader_class.run(small, "autograder", "grade", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert "gradebook: 2 recorded, 2 unchanged" in done.stdout
    before = contents(small)
    again = record_again(small)
    assert (again.recorded, again.unchanged, again.refused) == (0, 4, [])
    assert contents(small) == before


def test_a_folder_left_by_a_stopped_run_is_no_student_taken_off(small: Path) -> None:
    nbgrader_class.hand_in(small, "bob", "forward", make.Class(COURSE).solved("forward"))
    (small / "autograded" / "bob").mkdir()
    again = record_again(small)
    assert (again.recorded, again.refused) == (1, [])


def test_a_gradebook_that_was_put_away_is_made_anew(small: Path) -> None:
    before = nbgrader_class.scores(small)
    (small / "gradebook.db").unlink()
    assert record_again(small).recorded == 2
    assert nbgrader_class.scores(small) == before


def test_a_locked_gradebook_is_said_to_be_locked(small: Path) -> None:
    with sqlite3.connect(small / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PluginError, match="another program holds the gradebook locked"):
            record_again(small)
        other.execute("ROLLBACK")
    other.close()
    assert record_again(small).unchanged == 2


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_gradebook_that_gets_locked_meanwhile_ends_the_recording_at_once(
    small: Path, lock: str, capfd: pytest.CaptureFixture[str]
) -> None:
    made = make.Class(COURSE)
    for student in ("new", "newer", "newest"):
        nbgrader_class.hand_in(small, student, "forward", made.stub("forward"))
    steps: list[int] = []

    def progress(done: int, _of: int) -> None:
        steps.append(done)
        if done == 1:
            other.execute(f"BEGIN {lock}")

    other = sqlite3.connect(small / "gradebook.db", isolation_level=None)
    with pytest.raises(PluginError) as stopped:
        record(request(small), small, results_of(small), progress)
    other.close()
    assert "another program holds the gradebook locked" in str(stopped.value)
    assert "\n" not in str(stopped.value)
    assert steps == [0, 1]
    assert capfd.readouterr().err == ""
    again = record_again(small)
    assert (again.refused, again.notes) == ([], [])
    assert set(nbgrader_class.scores(small)) == {
        (student, "forward") for student in ("new", "newer", "newest", "김하늘", "partly, done")
    }


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("167914646830", "an older nbgrader made this gradebook; make a copy of it"),
        ("f00000000000", "a newer nbgrader made this gradebook"),
        (None, "an older nbgrader made this gradebook"),
    ],
)
def test_a_gradebook_of_another_version(small: Path, revision: str | None, message: str) -> None:
    database = sqlite3.connect(small / "gradebook.db")
    if revision is None:
        database.execute("DROP TABLE alembic_version")
    else:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    database.commit()
    database.close()
    with pytest.raises(PluginError, match=message):
        record_again(small)


def test_what_is_no_gradebook(small: Path) -> None:
    (small / "gradebook.db").write_bytes(b"no database, " * 200)
    with pytest.raises(PluginError, match=r"gradebook.db: no gradebook \(file is not a database"):
        record_again(small)


def test_a_language_that_the_course_does_not_speak(small: Path) -> None:
    config = small / "nbgrader_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write('c.GradeInSandbox.language = "de"\n')
    shutil.rmtree(small / "autograded" / "김하늘")
    [line] = record_again(small).refused
    assert line == (
        "forward, 김하늘: c.GradeInSandbox.language is 'de'; the course speaks ko, en; change it "
        "in nbgrader_config.py"
    )


def test_settings_that_can_not_be_read(small: Path) -> None:
    (small / "nbgrader_config.py").write_text("c = get_config(\n")
    with pytest.raises(PluginError, match=r"nbgrader_config.py: .*SyntaxError.*; fix the file"):
        record_again(small)


def test_an_edited_source_stops_only_its_assignment(small: Path) -> None:
    """Nothing in the gradebook yet: what can't be generated is refused, the others go on."""
    made = make.Class(COURSE)
    nbgrader_class.hand_in(small, "김하늘", "update", made.solved("update"))
    source = small / "source" / "update" / "update.ipynb"
    source.write_text(source.read_text(encoding="utf-8").replace("END SOLUTION", "", 1))
    done = nbgrader_class.run(small, "autograder", "grade", ".")
    assert done.returncode == 3
    assert "cell 'step' does not hold one `BEGIN SOLUTION`" in done.stderr
    assert "update: not in the gradebook and can't be generated" in done.stderr
    assert "gradebook: 0 recorded, 2 unchanged" in done.stdout


@pytest.mark.parametrize("time", ["어제 저녁", "99999999999999999999", "\udcff"])
def test_a_time_that_can_not_be_read_is_named(small: Path, time: str) -> None:
    file = nbgrader_class.hand_in(small, "late", "forward", make.Class(COURSE).stub("forward"))
    (file.parent / "timestamp.txt").write_bytes(time.encode("utf-8", "surrogateescape"))
    done = record_again(small)
    assert (done.recorded, done.unchanged) == (0, 2)
    assert done.refused == [
        "forward, late: its timestamp.txt holds no usable time; fix it or take it away; "
        "not recorded"
    ]
    assert ("late", "forward") not in nbgrader_class.scores(small)


def test_only_folders_of_students_are_recorded(small: Path) -> None:
    notebook = make.Class(COURSE).stub("forward")
    nbgrader_class.hand_in(small, ".old", "forward", notebook)
    nbgrader_class.hand_in(small, "kim[1]", "forward", notebook)
    (small / "submitted" / "linked").symlink_to(small / "submitted" / "김하늘")
    done = record_again(small)
    assert (done.recorded, done.unchanged) == (0, 2)
    assert done.refused == [
        "forward, kim[1]: nbgrader takes [, * and ? for a pattern; rename the folder; not recorded"
    ]


def test_a_course_in_a_folder_that_nbgrader_takes_for_a_pattern(tmp_path: Path, two: Path) -> None:
    course = Path(shutil.copytree(two, tmp_path / "course[1]"))
    with pytest.raises(PluginError, match=r"course\[1\]: nbgrader finds nothing in a path with"):
        record_again(course)


def test_a_gradebook_of_another_course_is_named_once(small: Path) -> None:
    with sqlite3.connect(small / "gradebook.db") as database:
        database.execute("UPDATE grade_cells SET max_score = 20 WHERE id IN "
                         "(SELECT id FROM base_cell WHERE name = 'check_sigmoid')")  # fmt: skip
    database.close()
    done = record_again(small)
    assert (done.recorded, done.unchanged) == (0, 0)
    assert done.refused == [
        "forward: the gradebook has no cell 'check_sigmoid' of 25 points; write the source again "
        f"(`autograder nbgrader init {small} --renew`), then run `nbgrader generate_assignment "
        "forward --force`; nothing is recorded"
    ]


def test_an_assignment_that_left_the_source_folder_is_recorded_all_the_same(small: Path) -> None:
    shutil.rmtree(small / "source" / "forward")
    nbgrader_class.hand_in(small, "new", "forward", make.Class(COURSE).stub("forward"))
    done = record_again(small)
    assert (done.recorded, done.unchanged, done.refused, done.notes) == (1, 2, [], [])


def find_skipped(place: Path) -> list[Skipped]:
    return [each for each in find(COURSE, place) if isinstance(each, Skipped)]


def test_what_lies_in_nbgraders_folders_is_expected(small: Path) -> None:
    with Gradebook(nbgrader_class.url(small), COURSE.name) as gradebook:
        gradebook.add_assignment("essay")
    (small / "source" / "project").mkdir()
    beside = ("timestamp.txt", "submission_secret.txt", "pytest.ini")
    files = [f"김하늘/forward/{name}" for name in (*beside, "data.csv")]
    files += [
        f"김하늘/{name}" for name in ("project/project.ipynb", "essay/x.pdf", "timestamp.txt")
    ]
    for name in files:
        (small / "submitted" / name).parent.mkdir(exist_ok=True)
        (small / "submitted" / name).write_text("{}")
    assert ClassCourse(small).own_assignments(COURSE) == {"project", "essay"}
    submitted = small / "submitted"
    skipped = find_skipped(submitted)
    assert {each.place for each in skipped} == set(files)
    places = ["김하늘/forward/data.csv", "김하늘/timestamp.txt"]
    undated = Skipped("forward", note("no_deadline", all=1))  # nbgrader has a time of its own
    kept = without_expected(COURSE, submitted, [*skipped, undated])
    assert [each.place for each in kept] == places
    assert without_expected(COURSE, small / "results" / "none", [undated]) == [undated]
    for name in ("lee/essay/x.pdf", "park/notes/x.pdf"):
        (submitted / name).parent.mkdir(parents=True)
        (submitted / name).write_text("")
    more = without_expected(COURSE, submitted, find_skipped(submitted))
    assert [each.absent for each in more if each.absent] == ["park"]
    elsewhere = without_expected(COURSE, small / "results" / "none", skipped)
    assert len(elsewhere) == len(places) + 2  # an assignment of the instructor's own is news


def test_an_assignment_of_the_instructors_own_is_executed_by_nbgrader(small: Path) -> None:
    own = {
        "cells": [
            {"cell_type": "code", "id": "a", "metadata": {"nbgrader": {
                "grade": True, "grade_id": "own", "locked": True, "points": 4, "solution": False,
                "task": False, "schema_version": 3}},
             "source": "1.5", "outputs": [], "execution_count": None}
        ],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "p", "language": "python"}},
        "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip
    (small / "source" / "project").mkdir()
    (small / "source" / "project" / "project.ipynb").write_text(json.dumps(own))
    nbgrader_class.nbgrader(small, "generate_assignment", "project")
    nbgrader_class.hand_in(small, "김하늘", "project", own)
    nbgrader_class.nbgrader(small, "autograde", "project")
    assert nbgrader_class.scores(small)["김하늘", "project"] == {"own": 1.5}


def test_feedback_and_export(small: Path) -> None:
    nbgrader_class.nbgrader(small, "generate_feedback", "forward")
    page = (small / "feedback" / "partly, done" / "forward" / "forward.html").read_text("utf-8")
    assert "19.0 / 25.0" in page
    assert "output_errors  0/15" in page
    nbgrader_class.nbgrader(small, "export")
    rows = (small / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert any("김하늘" in row and ",100.0,0.0,100.0,103.0" in row for row in rows)
