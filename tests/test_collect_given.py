"""What is given to collect and to grade: clones, folders within folders, an export as it came."""

from __future__ import annotations

from pathlib import Path

import platform_exports as exports
import pytest
from collecting import copies, in_turn

from autograder.course import Course
from autograder.grading.class_run import GradingRequest
from autograder.grading.judge import GradingOptions
from autograder.intake.collect import collect
from autograder.intake.found import FolderError
from autograder.intake.submissions import find, require_no_export
from autograder.reports import class_files


@pytest.mark.parametrize(
    ("files", "counts", "over"),
    [
        ({"homework/chapter5-ko/terms.ipynb": exports.TERMS}, exports.TERMS, []),
        ({"a/b/c/d/terms.ipynb": exports.TERMS, "terms.ipynb": exports.HALF}, exports.HALF,
         ["passed_over"]),
        ({"a/b/terms.ipynb": exports.TERMS, "a/b/c/Untitled.ipynb": exports.HALF}, exports.TERMS,
         ["passed_over"]),
    ],
)  # fmt: skip
def test_a_notebook_deep_in_folders_counts_where_nothing_else_answers(
    course: Course, tmp_path: Path, files: dict[str, bytes], counts: bytes, over: list[str]
) -> None:
    handed = {"Kim_5_assignsubmission_file_/hw.zip": exports.zipped(files)}
    (done,), made = in_turn(course, tmp_path, None, handed)
    assert made == {"Kim/terms.ipynb": counts}
    assert [each.why.code for each in done.skipped] == over


def test_a_notebook_under_another_ending_is_kept_as_one(course: Course, tmp_path: Path) -> None:
    weeks = [
        {"Kim_5_assignsubmission_file_/terms.ipynb.txt": data}
        for data in (exports.TERMS, exports.BLANK, exports.HALF)
    ]
    _, made = in_turn(course, tmp_path, None, *weeks)
    assert made["Kim/terms.ipynb"] == exports.HALF
    assert {name.rpartition("/")[2] for name in made} == {"terms.ipynb"}


CLONES = {
    f"terms-submissions/terms-{name}/src/notebooks/terms.ipynb": data
    for name, data in (("sky", exports.TERMS), ("minsu-lee", exports.HALF))
}


@pytest.mark.parametrize("platform", [None, "github"])
@pytest.mark.parametrize("given", ["folder", "zip", "parent"])
def test_the_folder_of_clones_may_itself_be_given(
    course: Course, tmp_path: Path, given: str, platform: str | None
) -> None:
    source = exports.put(tmp_path / "in", CLONES)
    if given != "parent":
        source /= "terms-submissions"
    if given == "zip":
        inside = {name.partition("/")[2]: data for name, data in CLONES.items()}
        source = exports.put(tmp_path, {"terms-submissions (1).ZIP": exports.zipped(inside)})
        source /= "terms-submissions (1).ZIP"
    table = tmp_path / "students.csv"
    table.write_bytes(exports.ROSTER)
    done = collect(course, [source], tmp_path / "out", platform, table)
    assert (done.unknown, done.platforms) == ([], [f"{source.name}: github"])
    assert set(copies(tmp_path / "out")) == {"20260001/terms.ipynb", "20260002/terms.ipynb"}


def test_a_folder_of_students_may_be_called_as_it_likes(course: Course, tmp_path: Path) -> None:
    source = exports.put(
        tmp_path / "terms-submissions",
        {"kim/terms.ipynb": exports.TERMS, "lee/terms.ipynb": exports.TERMS},
    )
    assert collect(course, [source], tmp_path / "out").platforms == ["terms-submissions: folder"]


@pytest.mark.parametrize(
    ("files", "platform"),
    [
        (exports.CANVAS, "canvas"), (exports.CANVAS_ANONYMOUS, "canvas"),
        (exports.MOODLE_ENGLISH, "moodle"), (exports.GRADESCOPE, "gradescope"),
        (exports.GITHUB, "github"), (CLONES, "github"), (exports.NBGRADER, None),
        (exports.FOLDER, None), ({f"class/{name}": b"" for name in exports.CANVAS}, "canvas"),
        ({"kim/kim_1_9001_terms.ipynb": exports.TERMS}, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("zipped", [False, True])
def test_an_export_is_collected_before_it_is_graded(
    course: Course, tmp_path: Path, files: dict[str, bytes], platform: str | None, zipped: bool
) -> None:
    place = exports.put(tmp_path / "in put", files)
    if zipped:
        place = tmp_path / "ex port.zip"
        place.write_bytes(exports.zipped(files))
    if platform is None:
        require_no_export(place)
        return
    request = GradingRequest(course, b"x", GradingOptions("en"), place, tmp_path / "r", jobs=1)
    with pytest.raises(FolderError, match=f"an export of {platform}; .* collect '.*' --out"):
        class_files.grade(request, lambda _standing: None)
    collect(course, [place], tmp_path / "out")
    require_no_export(tmp_path / "out")
    assert list(find(course, tmp_path / "out"))
