"""Which of two attempts is the later one, whatever the exports are called, in whatever order."""

from __future__ import annotations

import itertools
import zipfile
from pathlib import Path

import msgspec
import platform_exports as exports
import pytest
from collecting import copies

from autograder.course import Course
from autograder.course.policy import Policy
from autograder.intake import manifest
from autograder.intake.collect import Collection, collect

FOLDER = "kim/terms.ipynb"
MOODLE = "Kim_55_assignsubmission_file_/terms.ipynb"
Dated = tuple[str, bytes, int]  # a file's name in its export, what is in it, a day


def export(file: Path, *inside: Dated) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name, data, day in inside:
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, day, 12, 0, 0)), data)
    return file


def together(course: Course, folder: Path, *every: Dated) -> Collection:
    """What comes of exports of a file each, collected at once in this order."""
    folder.mkdir()
    sources = [export(folder / f"{number}.zip", one) for number, one in enumerate(every)]
    if every[0][0] != FOLDER:
        return collect(course, sources, folder / "out")
    roster = folder / "students.csv"  # else kim may be what two students call their folder
    roster.write_text("student\nkim\n")
    return collect(course, sources, folder / "out", "folder", roster)


@pytest.mark.parametrize(
    "attempts",
    [
        # Canvas's number rises, whatever the days say
        [("kim_1_90_terms.ipynb", exports.HALF, 9), ("kim_1_101_terms-1.ipynb", exports.BLANK, 8),
         ("kim_LATE_1_102_terms-2.ipynb", exports.TERMS, 8)],
        [("anon_x_90_terms.ipynb", exports.HALF, 9), ("anon_x_101_terms.ipynb", exports.TERMS, 8)],
        # of a file in a zip its upload counts, not what the student's zip says
        [("kim_1_90_a.zip", exports.zipped({"terms.ipynb": exports.HALF}), 9),
         ("kim_1_91_a.zip", exports.zipped({"terms.ipynb": exports.TERMS}), 8)],
        [(MOODLE, exports.HALF, 8), (MOODLE, exports.BLANK, 9), (MOODLE, exports.TERMS, 10)],
        [(MOODLE, exports.TERMS, 8), (MOODLE, exports.HALF, 9), (MOODLE, exports.TERMS, 10)],
        [(FOLDER, exports.HALF, 8), (FOLDER, exports.TERMS, 9)],
    ],
)  # fmt: skip
def test_the_later_upload_counts_in_whatever_order_the_exports_come(
    course: Course, tmp_path: Path, attempts: list[Dated]
) -> None:
    for number, turn in enumerate(itertools.permutations(attempts)):
        done = together(course, tmp_path / str(number), *turn)
        made = copies(tmp_path / str(number) / "out")
        counts = [data for name, data in made.items() if not name.startswith(".")]
        assert counts[-1] == exports.TERMS
        assert not [each for each in done.skipped if each.why.code == "no_order"]


@pytest.mark.parametrize("name", [FOLDER, MOODLE])
def test_where_nothing_tells_two_attempts_apart_both_are_named(
    course: Course, tmp_path: Path, name: str
) -> None:
    pair = [(name, exports.HALF, 9), (name, exports.TERMS, 9)]
    done = together(course, tmp_path / "a", *pair)
    (said,) = [each for each in done.skipped if each.why.code == "no_order"]
    assert "/0.zip/" in said.place
    assert str(dict(said.why.values)["file"]).startswith("1.zip/")
    assert done.exit_code == 3
    # the same work twice is no question, nor is an attempt in which nothing was done
    assert not together(course, tmp_path / "b", pair[0], pair[0]).skipped
    assert "no_order" not in {
        each.why.code for each in together(course, tmp_path / "c", (name, b"{", 9), pair[1]).skipped
    }
    # of all attempts the best will count
    best = msgspec.structs.replace(course, policy=Policy(attempt="best"))
    assert not together(best, tmp_path / "d", *pair).skipped


def test_what_comes_another_day_is_newer_but_where_the_platform_knows_better(
    course: Course, tmp_path: Path
) -> None:
    for name, counts in ((FOLDER, exports.HALF), (MOODLE, exports.TERMS)):
        out = tmp_path / name.partition("/")[0]
        for day, data in ((9, exports.TERMS), (8, exports.HALF)):
            collect(course, [export(tmp_path / "one.zip", (name, data, day))], out)
        (kept,) = manifest.load(out).collected
        assert (out / kept.attempts[kept.counts - 1].file).read_bytes() == counts


def test_what_was_kept_stays_in_its_order(course: Course, tmp_path: Path) -> None:
    """Also where an attempt like the first one came between two that were there."""
    sources = [
        export(tmp_path / f"{day}.zip", (MOODLE, data, day))
        for day, data in ((8, exports.TERMS), (10, exports.HALF), (9, exports.TERMS))
    ]
    for each in sources:
        collect(course, [each], tmp_path / "out")
    (kept,) = manifest.load(tmp_path / "out").collected
    assert [each.dated[8:10] for each in kept.attempts] == ["08", "09", "10"]
    collect(course, sources[:1], tmp_path / "out")
    assert manifest.load(tmp_path / "out").collected == [kept]
