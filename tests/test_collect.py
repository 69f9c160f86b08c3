"""From each platform's export to a folder of submissions: whose, which attempt, nothing lost."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import unicodedata
import zipfile
from pathlib import Path
from time import process_time

import msgspec
import platform_exports as exports
import pytest
from collecting import BY_ROSTER, FORWARD, attempts, collected, copies, in_turn

from autograder.course import Course
from autograder.course import source as sources
from autograder.course.policy import Policy
from autograder.intake import manifest
from autograder.intake.answers import chosen
from autograder.intake.attempts import NAMED
from autograder.intake.collect import collect
from autograder.intake.files import MAX_FILE
from autograder.intake.found import FolderError, Skipped, Submission
from autograder.intake.said_apart import time_of
from autograder.intake.submissions import find
from autograder.intake.tables import TableError
from autograder.intake.tree import members
from autograder.release.notebook import student
from autograder.values.notes import note


@pytest.mark.parametrize(
    ("platform", "files", "expected"),
    [
        ("moodle", exports.MOODLE_ENGLISH, BY_ROSTER | {"20260003/terms.ipynb": exports.TERMS}),
        ("moodle", exports.MOODLE_TEAMS,
         {"20260002/terms.ipynb": exports.TERMS, "20260003/terms.ipynb": exports.TERMS}),
        ("moodle", exports.MOODLE_MEMBERS, BY_ROSTER | {"20260003/terms.ipynb": exports.HALF}),
        ("gradescope", exports.GRADESCOPE, BY_ROSTER),
        ("github", exports.GITHUB, BY_ROSTER),
        ("nbgrader", exports.NBGRADER, BY_ROSTER),
    ],
)  # fmt: skip
def test_people_of_every_platform_are_found_in_the_roster(
    course: Course, tmp_path: Path, platform: str, files: dict[str, bytes], expected: object
) -> None:
    done, made = collected(course, tmp_path, files, exports.ROSTER)
    assert done.platforms == [f"export.zip: {platform}"]
    assert made == expected
    may_be_work = [each.place for each in done.skipped if each.why.code == "answer_kind"]
    assert (done.unknown, done.exit_code) == ([], 3 if may_be_work else 0)
    listed = {each.student for each in manifest.load(tmp_path / "out").students}
    assert listed == {f"2026000{number}" for number in range(1, 5)}
    assert "20260004" in done.absent


def test_canvas(course: Course, tmp_path: Path) -> None:
    done, made = collected(course, tmp_path, exports.CANVAS, exports.ROSTER)
    assert made == BY_ROSTER | {
        "20260003/terms.ipynb": exports.TERMS, "stranger/terms.ipynb": exports.BLANK,
    }  # fmt: skip
    assert done.unknown == ["stranger: not in the roster"]
    assert [(each.place, each.why.code) for each in done.skipped] == [
        ("20260003/essay.pdf", "answer_kind")
    ]
    assert (done.absent, done.exit_code) == (["20260004"], 3)
    kept = manifest.load(tmp_path / "out").collected
    assert [(each.student, each.attempts[0].late) for each in kept][:2] == [
        ("20260001", False), ("20260002", True),
    ]  # fmt: skip
    assert kept[0].attempts[0].place == "김하늘_101_9001_"


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (exports.CANVAS_ANONYMOUS, {"anon_x7Kq", "anon_b2Zt"}),
        (exports.MOODLE_BLIND_KOREAN, {"참가자 (55)", "참가자 (56)"}),
        (exports.MOODLE_ENGLISH, {"김하늘", "Minsu Lee", "박서준"}),
        (exports.MOODLE_MEMBERS, {"A-1-Minsu Lee", "A-1-박서준", "Default group-김하늘"}),
        (exports.FOLDER, {"김하늘", "이민수"}),
    ],
)
def test_without_a_roster_people_keep_the_platforms_names(
    course: Course, tmp_path: Path, files: dict[str, bytes], students: set[str]
) -> None:
    _, made = collected(course, tmp_path, files)
    assert {name.split("/")[0] for name in made} == students


def test_a_student_of_whom_nothing_can_be_graded_is_missed(course: Course, tmp_path: Path) -> None:
    done, _ = collected(course, tmp_path, exports.FOLDER)
    assert ("nobody", "nothing_found") in [(each.place, each.why.code) for each in done.skipped]
    assert done.exit_code == 3


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize(
    ("files", "empty", "student"),
    [
        (("class/kim/terms.ipynb", "class/han/terms.ipynb"), "class/lee/week 1", "lee"),
        (("class/kim/a/terms.ipynb",), "class/lee", "lee"),
        (("submitted/kim/terms/terms.ipynb", "submitted/kim/terms/timestamp.txt"),
         "submitted/lee", "lee"),
        (("submitted/kim/terms/terms.ipynb", "submitted/kim/terms/timestamp.txt"),
         "submitted/lee/terms", "lee"),
        (("hw-submissions/hw-kim/terms.ipynb",), "hw-submissions/hw-lee", "lee"),
        (("x/kim_5_assignsubmission_file/terms.ipynb", "x/han_7_assignsubmission_file/a.ipynb"),
         "x/lee_6_assignsubmission_file", "lee"),
        # nobody's
        (("class/kim/terms.ipynb", "class/han/terms.ipynb"), "class/kim/data", None),
        (("x/kim_5_assignsubmission_file/terms.ipynb", "x/han_7_assignsubmission_file/a.ipynb"),
         "feedback", None),
    ],
)  # fmt: skip
def test_a_student_with_an_empty_folder_is_missed_and_has_a_row(
    course: Course, tmp_path: Path, files: tuple[str, ...], empty: str, student: str | None,
    zipped: bool,
) -> None:  # fmt: skip
    source = exports.put(tmp_path / "given", dict.fromkeys(files, exports.TERMS))
    (source / empty).mkdir(parents=True, exist_ok=True)
    if zipped:
        source = Path(shutil.make_archive(str(source), "zip", source))
    done = collect(course, [source], tmp_path / "out")
    listed = {each.student for each in manifest.load(tmp_path / "out").students}
    said = [each.place for each in done.skipped if each.why.code == "nothing_found"]
    assert ("lee" in listed, said) == (student is not None, [student] if student else [])
    assert listed <= {"kim", "han", "lee"}


@pytest.mark.parametrize(
    ("file", "exit_code"),
    [("essay.pdf", 3), ("terms.html", 3), (".ipynb_checkpoints/terms-checkpoint.ipynb", 0),
     ("plot.png", 0)],
)  # fmt: skip
def test_only_what_may_be_work_makes_an_exit_code(
    course: Course, tmp_path: Path, file: str, exit_code: int
) -> None:
    handed_in = exports.zipped({"terms.ipynb": exports.TERMS, file: exports.HALF})
    files = {"sky_101_9001_hand-in.zip": handed_in}
    done, _ = collected(course, tmp_path, files, exports.ROSTER)
    assert (len(done.skipped), done.exit_code) == (1, exit_code)
    assert done.absent == ["20260002", "20260003", "20260004"]


def test_a_file_that_cannot_be_opened_is_no_attempt(course: Course, tmp_path: Path) -> None:
    files = {"kim/terms.ipynb": exports.TERMS, "lee/terms.ipynb": exports.HALF}
    source = exports.put(tmp_path / "class", files)
    collect(course, [source], tmp_path / "out")
    before = manifest.load(tmp_path / "out").collected
    (source / "kim" / "terms.ipynb").unlink()
    (source / "kim" / "terms.ipynb").symlink_to(source / "lee" / "terms.ipynb")
    for out, kept in ((tmp_path / "out", before), (tmp_path / "new", before[1:])):
        done = collect(course, [source], out)
        assert [(each.place, each.why.code) for each in done.skipped] == [
            ("kim/terms.ipynb", "link")
        ]
        assert done.exit_code == 3
        found = manifest.load(out)
        assert found.collected == kept
        assert {each.student for each in found.students} == {"kim", "lee"}


def test_times_are_in_utc(course: Course, tmp_path: Path) -> None:
    for name, files in {
        "a": exports.GRADESCOPE,
        "b": exports.GITHUB,
        "c": exports.NBGRADER,
    }.items():
        (tmp_path / name).mkdir()
        collected(course, tmp_path / name, files, exports.ROSTER)
    assert attempts(tmp_path / "a" / "out")["20260001"] == [("2026-03-20T14:58:00Z", False)]
    assert attempts(tmp_path / "b" / "out") == {
        "20260001": [("2026-03-20T14:50:00Z", False)],
        "20260002": [("2026-03-22T00:10:00Z", False)],
    }
    assert attempts(tmp_path / "c" / "out")["20260002"] == [("2026-03-22T14:00:00Z", False)]


def record(number: int, name: str, when: str) -> str:
    who = f"{{':name': {name}, ':email': {name}@school.kr}}"
    return f"submission_{number}:\n  :submitters: [{who}]\n  :created_at: {when}\n"


ANN = record(1, "Ann", "2026-03-20 10:00:00.000000000 +09:00")
BOTH, FIRST = {"Ann", "Bob"}, {"Ann", "submission_2"}
METADATA, SECOND = "submission_metadata.yml", "submission_2"


@pytest.mark.parametrize(
    ("metadata", "students", "said"),
    [
        (ANN + record(2, "Bob", "2026-03-20 10:00:00 Z"), BOTH, []),
        (ANN + record(2, "012", "2026-03-20 10:00:00 Z"), {"Ann", "012"}, []),
        *((ANN + record(2, "Bob", when), BOTH, [SECOND]) for when in (
            "2026-02-30 10:00:00 Z", "0001-01-01 00:00:00 +09:00", "2026-03-20 10:00:00 +99:00",
            "", "[1]", "!!timestamp x")),
        (ANN + record(2, "2026-02-30", "2026-03-20 10:00:00 Z"), {"Ann", "2026-02-30"}, []),
        (ANN + "submission_2: !ruby/object:Foo {a: 1}\n", FIRST, [SECOND]),
        (ANN + "submission_2: {':submitters': [Bob]}\n", FIRST, [SECOND]),
        (ANN + record(2, "Null", "2026-03-20 10:00:00 Z"), FIRST, [SECOND]),
        (ANN, FIRST, [SECOND]),
        *((ANN + end, {"submission_1", "submission_2"}, [METADATA]) for end in (
            'submission_2: {":name": "Bo', "submission_2: *x\n", "# \x07\n", "? [1]\n: 3\n",
            "x: " + "[" * 5000)),
        ("- 1\n", {"submission_1", "submission_2"}, [METADATA]),
    ],
)  # fmt: skip
def test_what_gradescope_says_unreadably_is_named(
    course: Course, tmp_path: Path, metadata: str, students: set[str], said: list[str]
) -> None:
    files = {"submission_1/terms.ipynb": exports.TERMS, "submission_2/terms.ipynb": exports.HALF}
    done, made = collected(course, tmp_path, {METADATA: metadata.encode()} | files)
    assert {name.split("/")[0] for name in made} == students
    assert [(each.place, each.why.code) for each in done.skipped] == [
        (place, "unsaid") for place in said
    ]
    assert done.exit_code == (3 if said else 0)
    whens = {when for ((when, _),) in attempts(tmp_path / "out").values()}
    assert ("2026-03-20T01:00:00Z" in whens) == ("Ann" in students)


def test_gradescopes_export_without_its_people_is_named(course: Course, tmp_path: Path) -> None:
    files = {f"submission_{number}/terms.ipynb": exports.TERMS for number in (1, 2)}
    done, made = collected(course, tmp_path, files)
    assert set(made) == set(files)
    assert [(each.place, each.why.code) for each in done.skipped] == [
        ("submission_metadata.yml", "unsaid")
    ]
    assert done.exit_code == 3


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (exports.NBGRADER | {"submitted/20260001/terms/timestamp.txt": b"noon"},
         "20260001/terms"),
        ({name: data.replace(b"2026-03-", b"2026-33-") for name, data in exports.GITHUB.items()},
         "terms-"),
    ],
)  # fmt: skip
def test_a_time_that_is_not_readable_is_named(
    course: Course, tmp_path: Path, files: dict[str, bytes], place: str
) -> None:
    done, _ = collected(course, tmp_path, files, exports.ROSTER)
    said = [each.place for each in done.skipped if each.why.code == "unsaid"]
    assert said and all(place in each for each in said)
    assert done.exit_code == 3


@pytest.mark.parametrize(
    "table", ["classroom_grades.csv", "terms-submissions/grades (1).csv", "terms-grades-17.csv"]
)
def test_githubs_table_is_known_by_its_name(course: Course, tmp_path: Path, table: str) -> None:
    files = {name if name.endswith("b") else table: data for name, data in exports.GITHUB.items()
             if name.endswith(("b", "csv"))}  # fmt: skip
    done, _ = collected(course, tmp_path, files, exports.ROSTER)
    assert (done.skipped, done.unknown) == ([], [])
    assert attempts(tmp_path / "out")["20260001"] == [("2026-03-20T14:50:00Z", False)]


def test_the_last_attempt_counts_and_all_are_kept(course: Course, tmp_path: Path) -> None:
    for _ in range(2):  # the same export again adds nothing
        _, made = collected(course, tmp_path, exports.NBGRADER_INBOUND)
        assert made["20260001/terms.ipynb"] == exports.TERMS
        assert made[".attempts/1/20260001/terms.ipynb"] == exports.BLANK
        assert len(made) == 3
    (tmp_path / "later.zip").write_bytes(
        exports.zipped({"20260001+terms+2026-03-21 09:00:00 UTC/terms.ipynb": exports.HALF})
    )
    collect(course, [tmp_path / "later.zip"], tmp_path / "out")
    made = copies(tmp_path / "out")
    assert made["20260001/terms.ipynb"] == exports.HALF
    assert made[".attempts/2/20260001/terms.ipynb"] == exports.TERMS


@pytest.mark.parametrize(
    "times", [("", ""), ("2026-03-20 14:00:00 UTC", "2026-03-21 14:00:00 UTC")]
)
def test_an_attempt_in_which_nothing_was_done_never_counts_over_one_with_work(
    course: Course, tmp_path: Path, times: tuple[str, str]
) -> None:
    """Who hands in the whole folder for the next assignment hands in untouched notebooks, too."""
    untouched = student(sources.load(course, "terms"), course, "terms", "ko")
    later = {
        "all.zip": exports.zipped({"terms.ipynb": untouched, "forward.py": b"x = 1"}),
        "broken.zip": exports.zipped({"terms.ipynb": b"{"}),
    }
    for name, time in (("20260001", times[0]), ("20260002", times[1])):
        files = {"terms.ipynb": exports.TERMS} if name == "20260001" else later
        folder = f"20260001+terms+{time}+a" if time else "20260001"
        put = {f"{folder}/{file}": data for file, data in files.items()}
        done, made = collected(course, tmp_path, put)
    assert made["20260001/terms.ipynb"] == exports.TERMS
    assert made[".attempts/2/20260001/terms.ipynb"] == untouched
    (said,) = [each for each in done.skipped if each.why.code == "untouched"]
    assert said.place.endswith("all.zip/terms.ipynb")
    assert str(dict(said.why.values)["file"]).endswith("/terms.ipynb")


@pytest.mark.parametrize("damaged", [exports.HALF[:200], b"", b"[]"])
def test_a_later_attempt_that_cannot_be_read_is_asked_for_again(
    course: Course, tmp_path: Path, damaged: bytes
) -> None:
    files = {"kim_1_90_terms.ipynb": exports.TERMS, "kim_1_91_terms-1.ipynb": damaged}
    for name, data in files.items():
        (tmp_path / f"{name}.zip").write_bytes(exports.zipped({name: data}))
        done = collect(course, [tmp_path / f"{name}.zip"], tmp_path / "out")
    assert (tmp_path / "out" / "kim" / "terms.ipynb").read_bytes() == exports.TERMS
    (said,) = done.skipped
    assert said.why == note("damaged", file="kim_1_90_terms.ipynb.zip/kim_1_90_terms.ipynb")
    assert said.place.endswith("/kim_1_91_terms-1.ipynb")
    assert done.exit_code == 3


def test_of_attempts_without_work_the_last_counts(course: Course, tmp_path: Path) -> None:
    untouched = student(sources.load(course, "terms"), course, "terms", "ko")
    collected(course, tmp_path, {"kim/terms.ipynb": b"{"})
    done, made = collected(course, tmp_path, {"kim/terms.ipynb": untouched})
    assert made["kim/terms.ipynb"] == untouched
    assert not [each for each in done.skipped if each.why.code == "untouched"]


@pytest.mark.parametrize(
    "place", ["kim_1_{}_terms.ipynb", "kim+terms+2026-03-{} 10:00:00 UTC/terms.ipynb"]
)
def test_the_same_work_handed_in_again_is_not_later(
    course: Course, tmp_path: Path, place: str
) -> None:
    """Who hands in all notebooks each time hands in those of before; a run makes new outputs."""
    run_again = json.loads(exports.TERMS)
    run_again["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    exported = [
        {place.format(day): data}
        for day, data in ((11, exports.HALF), (12, exports.TERMS), (13, exports.TERMS),
                          (14, json.dumps(run_again).encode()))
    ]  # fmt: skip
    in_turn(course, tmp_path, None, *exported)
    (kept,) = manifest.load(tmp_path / "out").collected
    assert (kept.counts, len(kept.attempts)) == (2, 4)
    # all exports of before once more: nothing is new
    for number in (1, 3, 0, 2):
        collect(course, [tmp_path / f"week {number}.zip"], tmp_path / "out")
    assert manifest.load(tmp_path / "out").collected == [kept]


def test_an_attempt_is_named(course: Course, tmp_path: Path) -> None:
    named = msgspec.structs.replace(course, policy=Policy(attempt="named"), folder=tmp_path)
    (tmp_path / NAMED).write_text("student,assignment,attempt\n20260001,terms,1\n")
    _, made = collected(named, tmp_path, exports.NBGRADER_INBOUND)
    assert made["20260001/terms.ipynb"] == exports.BLANK
    assert made[".attempts/2/20260001/terms.ipynb"] == exports.TERMS
    for lines, place in (
        ("20260001,terms,x\n", 2), ("20260001,terms\n", 2), (",terms,1\n", 2),
        ("20260001,terms,1\n20260001,terms,2\n", 3),
    ):  # fmt: skip
        (tmp_path / NAMED).write_text(f"student,assignment,attempt\n{lines}")
        with pytest.raises(TableError, match=rf"attempts\.csv:{place}: "):
            collected(named, tmp_path, exports.NBGRADER_INBOUND)


def test_an_attempt_that_is_not_there_is_said(course: Course, tmp_path: Path) -> None:
    named = msgspec.structs.replace(course, policy=Policy(attempt="named"), folder=tmp_path)
    lines = "20260001,terms,3\n20260002,forward,1\n2O260001,terms,1\n"
    (tmp_path / NAMED).write_text(f"student,assignment,attempt\n{lines}")
    done, _ = collected(named, tmp_path, exports.NBGRADER_INBOUND)
    said = {each.place: each.why.code for each in done.skipped}
    assert said == {
        "20260001/terms": "no_such_attempt", "20260002/forward": "no_such_attempt",
        "2O260001": "no_such_student",
    }  # fmt: skip
    assert done.exit_code == 3


EARLY, LATE = ({f"kim+terms+2026-03-{day} 10:00:00 UTC/terms.ipynb": data}
               for day, data in ((10, exports.HALF), (30, exports.TERMS)))  # fmt: skip


@pytest.mark.parametrize(
    ("files", "when", "said"),
    [
        # the late work once more: as late as it was
        ([LATE, {"kim/terms.ipynb": exports.TERMS}], "2026-03-30T10:00:00Z", True),
        # newer work counts, and so does what comes with a time after it
        ([EARLY, {"kim/terms.ipynb": exports.TERMS}], None, True),
        ([{"kim/terms.ipynb": exports.HALF}, LATE], "2026-03-30T10:00:00Z", True),
        ([LATE, {"kim/terms.ipynb": exports.BLANK}, EARLY], None, True),
        ([LATE, EARLY], "2026-03-30T10:00:00Z", False),
        ([{"kim/terms.ipynb": exports.HALF}, {"kim/terms.ipynb": exports.TERMS}], None, False),
    ],
)  # fmt: skip
def test_what_has_no_time_is_as_new_as_its_arrival(
    course: Course, tmp_path: Path, files: list[dict[str, bytes]], when: str | None, said: bool
) -> None:
    every, _ = in_turn(course, tmp_path, None, *files)
    (kept,) = manifest.load(tmp_path / "out").collected
    assert kept.attempts[kept.counts - 1].when == when
    codes = [each.why.code for each in every[-1].skipped]
    assert ("no_time" in codes, every[-1].exit_code) == (said, 3 if said else 0)
    assert collect(course, [tmp_path / "week 0.zip"], tmp_path / "out").exit_code == 0


def test_several_zips_in_a_folder_are_several_exports(course: Course, tmp_path: Path) -> None:
    source = tmp_path / "in"
    exports.put(source, {
        "week 1.zip": exports.zipped(exports.MOODLE_ENGLISH),
        "week 2.zip": exports.zipped(exports.GRADESCOPE),
    })  # fmt: skip
    done = collect(course, [source], tmp_path / "out")
    assert done.platforms == ["week 1.zip: moodle", "week 2.zip: gradescope"]
    folders = {"class/Minsu Lee/terms.ipynb": exports.TERMS, "class/박서준/terms.py": b"x = 1"}
    exports.put(source, {"week 3.zip": exports.zipped(folders)})  # people who are known by now
    done = collect(course, [source], tmp_path / "out")
    assert done.platforms[2:] == ["week 3.zip: folder"]


def test_one_zip_alone_is_an_export(course: Course, tmp_path: Path) -> None:
    name = exports.zipped_on_korean_windows("이민수/terms.ipynb", exports.HALF)
    exports.put(tmp_path / "in", {"export_2026_3_1.zip": name})
    collect(course, [tmp_path / "in" / "export_2026_3_1.zip"], tmp_path / "out")
    assert set(copies(tmp_path / "out")) == {"이민수/terms.ipynb"}


def zips_in(folder: Path, zips: dict[str, str]) -> Path:
    """A folder of zips, each with these notebooks, which are called like their assignments."""
    for name, inside in zips.items():
        cell = f"x = '{name}'"
        files = {f"{each}.ipynb": exports.notebook(each.replace("/", "_").split("_")[-1], cell)
                 for each in inside.split()}  # fmt: skip
        exports.put(folder, {f"{name}.zip": exports.zipped(files)})
    return folder


FOUR = {"ann": "terms", "bob": "terms", "cem": "hw/terms", "dan": "terms"}
LIKE_EXPORTS = (
    "bob/terms x/terms", "bob/terms ann/terms", "bob_12_assignsubmission_file_/terms",
    "submission_1/terms", "hw-submissions/hw-bob/terms", "bob_12_13_terms",
)  # fmt: skip


@pytest.mark.parametrize(
    "zips",
    [
        {"ann": "homework/terms", "bob": "homework/terms"},
        {"ann": "terms/terms", "bob": "terms"},
        {"ann": "ann/terms", "bob": "bob/terms", "cem": "Bob/terms"},
        FOUR | {"mal": "final/terms draft/terms"},
        *(FOUR | {"mal": inside} for inside in LIKE_EXPORTS),
    ],
)
@pytest.mark.parametrize("platform", [None, "folder", "zips"])
def test_zips_of_students_are_theirs_whatever_one_of_them_holds(
    course: Course, tmp_path: Path, zips: dict[str, str], platform: str | None
) -> None:
    source = zips_in(tmp_path / "in", zips)
    for name, given in {"a": [source], "b": sorted(source.iterdir())}.items():
        collect(course, given, tmp_path / name, platform)
        made = copies(tmp_path / name)
        assert {f"{each}/terms.ipynb" for each in zips.keys() - {"mal"}} <= set(made)
        for each, data in made.items():
            assert f"'{each.partition('/')[0]}'".encode() in data


def test_a_students_zip_that_looks_like_a_platforms_export_is_named(
    course: Course, tmp_path: Path
) -> None:
    source = zips_in(tmp_path / "in", FOUR | {"mal": "bob_12_assignsubmission_file_/terms"})
    done = collect(course, [source], tmp_path / "out")
    said = [(each.place, each.why.code) for each in done.skipped]
    assert (said, done.exit_code) == ([("mal.zip", "like_an_export")], 3)


EXPORTED = "김_1_assignsubmission_file/terms 이_2_assignsubmission_file/terms"


@pytest.mark.parametrize(
    ("zips", "by_folders"),
    [
        ({"ann": "homework/terms", "bob": "terms"}, None),
        ({"ann": "terms", "bob": "ann/terms x/terms"}, None),
        ({"ann": "terms", "bob": "terms", "CH5-과제-77": EXPORTED}, None),
        ({"week 1": "kim/terms", "week 2": "kim/forward"}, {"kim"}),
        ({"a": "kim/terms", "b": "lee/terms"}, {"kim", "lee"}),
        ({"a": "kim/terms lee/terms", "b": "kim/forward lee/forward"}, {"kim", "lee"}),
    ],
)
def test_zips_of_which_nobody_knows_whose_they_are_are_not_guessed_at(
    course: Course, tmp_path: Path, zips: dict[str, str], by_folders: set[str] | None
) -> None:
    def students(platform: str | None) -> set[str]:
        collect(course, [source], tmp_path / f"{platform}", platform)
        return {name.split("/")[0] for name in copies(tmp_path / f"{platform}")}

    source = zips_in(tmp_path / "in", zips)
    for platform in (None, "folder")[: 1 if by_folders else 2]:
        with pytest.raises(FolderError, match="Say --from zips, or give one"):
            students(platform)
    assert students("zips") == set(zips)
    assert by_folders in (None, students("folder") if by_folders else None)


def test_a_folder_that_all_zips_have_is_nobodys_unless_somebody_is_called_so(
    course: Course, tmp_path: Path
) -> None:
    in_turn(course, tmp_path, None, {"kim/terms.ipynb": exports.TERMS})
    weeks = zips_in(tmp_path / "in", {"week 1": "kim/terms", "week 2": "kim/terms"})
    with pytest.raises(FolderError, match="Say --from zips"):
        collect(course, [weeks], tmp_path / "out")
    homework = zips_in(tmp_path / "on", {"ann": "homework/terms", "bob": "homework/terms"})
    assert collect(course, [homework], tmp_path / "out").students == 3


def test_zips_called_like_people_of_the_roster_are_theirs(course: Course, tmp_path: Path) -> None:
    roster = tmp_path / "students.csv"
    roster.write_bytes(exports.ROSTER)
    zips = {"김하늘": "20260002/terms 20260003/terms", "20260002": "x/terms y/terms",
            "박서준": "20260002/terms", "stranger": "20260001/terms 20260002/terms"}  # fmt: skip
    done = collect(course, [zips_in(tmp_path / "in", zips)], tmp_path / "out", roster=roster)
    made = copies(tmp_path / "out")
    assert len(made) == 4
    alone = collect(course, [tmp_path / "in" / "김하늘.zip"], tmp_path / "alone", roster=roster)
    assert (alone.unknown, list(copies(tmp_path / "alone"))) == ([], ["20260001/terms.ipynb"])
    for number, who in enumerate(("김하늘", "20260002", "박서준"), start=1):
        assert json.dumps(who)[1:-1].encode() in made[f"2026000{number}/terms.ipynb"]
    assert done.unknown == ["stranger: not in the roster"]
    assert [each.place for each in done.skipped if each.why.code == "like_an_export"] == [
        "stranger.zip"
    ]


@pytest.mark.parametrize("roster", [None, b"student\nkim\n"])
def test_in_a_class_of_one_a_folder_within_the_students_is_no_student(
    course: Course, tmp_path: Path, roster: bytes | None
) -> None:
    table = tmp_path / "students.csv"
    table.write_bytes(roster or b"")
    exports.put(tmp_path / "in", {"kim/hw/terms.ipynb": exports.TERMS})
    done = collect(course, [tmp_path / "in"], tmp_path / "out", roster=table if roster else None)
    assert set(copies(tmp_path / "out")) == {"kim/terms.ipynb"}
    said = [] if roster else [("kim/hw", "one_student")]
    assert [(each.place, each.why.code) for each in done.skipped] == said


@pytest.mark.parametrize("inside", LIKE_EXPORTS[:4])
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_in_the_only_students_folder_is_theirs(
    course: Course, tmp_path: Path, inside: str, packed: bool
) -> None:
    (tmp_path / "students.csv").write_bytes(b"student\nann\nbob\nmal\n")
    files = {f"mal/{each}.ipynb": exports.TERMS for each in inside.split()}
    exports.put(tmp_path, {"in.zip": exports.zipped(files)} if packed else {
        f"in/{name}": data for name, data in files.items()})  # fmt: skip
    source = tmp_path / ("in.zip" if packed else "in")
    done = collect(course, [source], tmp_path / "out", roster=tmp_path / "students.csv")
    assert {name.split("/")[0] for name in copies(tmp_path / "out")} == {"mal"}
    assert done.platforms == [f"{source.name}: folder"]


def test_a_class_in_a_zip_is_not_graded_as_one_student_in_silence(
    course: Course, tmp_path: Path
) -> None:
    exports.put(tmp_path, {
        "class.zip": exports.zipped(exports.FOLDER),
        "kim.zip": exports.zipped({"w/terms/terms.ipynb": exports.TERMS, "w/x/forward.py": b"1"}),
    })  # fmt: skip

    def said(name: str, student: str | None = None) -> list[str]:
        found = find(course, tmp_path / name, student)
        return [each.why.code for each in found if not isinstance(each, Submission)]

    assert "class_zip" in said("class.zip")
    assert "class_zip" not in said("class.zip", "kim") + said("kim.zip")


def test_nothing_is_written_outside_and_nothing_bursts(course: Course, tmp_path: Path) -> None:
    hostile = {
        "../../evil/terms.ipynb": exports.TERMS,
        "/root/terms.ipynb": exports.TERMS,
        ".._1_2_terms.ipynb": exports.TERMS,
        "a\\b_3_4_terms.ipynb": exports.TERMS,
        "scores.csv_5_6_terms.ipynb": exports.TERMS,
        "bomb_7_8_terms.ipynb": b"#" * (MAX_FILE + 1),
        "kim_9_10_terms.ipynb": exports.TERMS,
        "lee_11_12_terms.ipynb": exports.TERMS,
    }
    before = set(tmp_path.rglob("*"))
    data = tmp_path / "export.zip"
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in hostile.items():
            archive.writestr(name, content)
    done = collect(course, [data], tmp_path / "in" / "out", platform="canvas")
    outside = set(tmp_path.rglob("*")) - before - set((tmp_path / "in").rglob("*"))
    assert outside == {data, tmp_path / "in"}
    made = copies(tmp_path / "in" / "out")
    assert {"kim/terms.ipynb", "lee/terms.ipynb"} < set(made)
    assert all("/" in name and not name.startswith(("scores.csv", ".")) for name in made)
    assert all(len(content) <= len(exports.TERMS) for content in made.values())
    codes = {each.why.code for each in done.skipped}
    assert "leaves_zip" in codes and done.exit_code == 3


def test_a_name_that_is_no_text_stops_nobody(course: Course, tmp_path: Path) -> None:
    source = tmp_path / "in"
    for name in (b"\xff\xfe", b"kim"):
        folder = Path(os.fsdecode(os.fsencode(source) + b"/" + name))
        folder.mkdir(parents=True)
        (folder / "terms.ipynb").write_bytes(exports.TERMS)
    done = collect(course, [source], tmp_path / "out")
    assert (done.collected, done.exit_code) == (2, 0)
    odd, kim = copies(tmp_path / "out")
    assert odd.startswith("_udcff_udcfe~") and kim == "kim/terms.ipynb"


def test_the_manifest_is_the_same_every_time(course: Course, tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        collected(course, tmp_path / name, exports.CANVAS, exports.ROSTER)
        texts.append((tmp_path / name / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert str(tmp_path) not in texts[0]
    decomposed = unicodedata.normalize("NFD", "박서준")
    assert any(
        decomposed in one["source"]
        for each in json.loads(texts[0])["collected"]
        for one in each["attempts"]
    )


@pytest.mark.parametrize(
    "theirs", ["mal/terms/timestamp.txt", "mal/a+b+c.txt", "mal/x/y/timestamp.txt"]
)
def test_one_students_files_say_nothing_of_the_class(
    course: Course, tmp_path: Path, theirs: str
) -> None:
    files = {f"{name}/terms.ipynb": exports.TERMS for name in ("alice", "bob", "mal")}
    (done,), made = in_turn(course, tmp_path, None, files | {theirs: b"2026-01-01 10:00:00 UTC"})
    assert done.platforms == ["week 0.zip: folder"]
    assert set(made) == set(files)


@pytest.mark.parametrize(
    "name", ["Kim_5_assignsubmission_file_/terms.ipynb", "kim_1_2_terms.ipynb", "kim/terms.ipynb"]
)
def test_an_earlier_version_handed_in_again_counts(
    course: Course, tmp_path: Path, name: str
) -> None:
    first, second = {name: exports.TERMS}, {name: exports.HALF}
    _, made = in_turn(course, tmp_path, None, first, second, first)
    (counts,) = [data for each, data in made.items() if not each.startswith(".")]
    assert (counts, len(made)) == (exports.TERMS, 3)
    # all exports of before once more: nothing is new
    again = [tmp_path / f"week {number}.zip" for number in (1, 0, 2)]
    collect(course, again, tmp_path / "out", "folder" if name.startswith("kim/") else None)
    assert copies(tmp_path / "out") == made


def test_what_comes_with_another_assignments_upload_is_said(course: Course, tmp_path: Path) -> None:
    """Where the platform gives no times nobody knows whether it is late."""
    terms = {f"k{number}_{number}_1_terms.ipynb": exports.TERMS for number in range(5)}
    later = {f"k{number}_{number}_2_forward.ipynb": FORWARD for number in range(5)}
    same, other = "k0_0_2_terms.ipynb", "k1_1_2_terms.ipynb"
    (_, done), made = in_turn(
        course, tmp_path, None, terms, later | {same: exports.TERMS, other: exports.HALF}
    )
    said = [each.place for each in done.skipped if each.why.code == "other_upload"]
    assert said == [f"k1/week 1.zip/{other}"]
    assert done.exit_code == 3
    assert made["k1/terms.ipynb"] == exports.HALF
    assert len(made) == 12


def test_what_comes_first_with_another_assignments_upload_is_said(
    course: Course, tmp_path: Path
) -> None:
    """Whether or not a deadline is known yet."""
    files = {f"k{number}_{number}_1_terms.ipynb": exports.TERMS for number in range(3)}
    (done,), _ = in_turn(course, tmp_path, None, files | {"lee_7_1_forward.ipynb": FORWARD})
    said = Skipped("lee/week 0.zip/lee_7_1_forward.ipynb", note("other_upload"))
    assert done.skipped == [said]


def test_beside_what_is_new_what_most_had_before_is_another_assignments(
    course: Course, tmp_path: Path
) -> None:
    terms = {f"k{number}_{number}_1_terms.ipynb": exports.TERMS for number in range(3)}
    alone = {"k1_1_2_terms.ipynb": exports.HALF, "k1_1_3_forward.ipynb": FORWARD}
    (_, done), _ = in_turn(course, tmp_path, None, terms, alone)
    assert [each.place for each in done.skipped] == ["k1/week 1.zip/k1_1_2_terms.ipynb"]


def test_where_all_notebooks_are_handed_in_each_time_earlier_ones_that_changed_are_said(
    course: Course, tmp_path: Path
) -> None:
    first = {f"k{number}_{number}_1_terms.ipynb": exports.TERMS for number in range(3)}
    second = {
        f"k{number}_{number}_2_all.zip": exports.zipped({
            "terms.ipynb": exports.HALF if number == 1 else exports.TERMS,
            "forward.ipynb": FORWARD}) for number in range(3)
    }  # fmt: skip
    (_, done), _ = in_turn(course, tmp_path, None, first, second)
    assert [each.place for each in done.skipped] == ["k1/week 1.zip/k1_1_2_all.zip/terms.ipynb"]


def test_names_of_the_platform_are_shown_on_one_line(course: Course, tmp_path: Path) -> None:
    files = {"Kim\x1bMin\nsu_5_assignsubmission_file/terms.ipynb": exports.TERMS}
    (done,), _ = in_turn(course, tmp_path, b"student,name\n1,Kim Minsu\n2,Minsu Kim\n", files)
    (line,) = done.unknown
    assert line.endswith(r"Kim\x1bMin\x0asu: 1, 2 have this name") and line.isprintable()


def test_one_upload_for_several_assignments_needs_no_word(course: Course, tmp_path: Path) -> None:
    week = [
        {f"k{number}_{number}_{week}_all.zip": exports.zipped({
            "terms.ipynb": data, "forward.ipynb": FORWARD}) for number in range(3)}
        for week, data in enumerate((exports.TERMS, exports.HALF))
    ]  # fmt: skip
    (_, done), _ = in_turn(course, tmp_path, None, *week)
    assert (done.skipped, done.exit_code) == ([], 0)


@pytest.mark.parametrize(("said", "when"), [("02", "03"), ("04", "04"), ("never", "03")])
def test_the_later_of_two_times_counts(
    course: Course, tmp_path: Path, said: str, when: str
) -> None:
    folder = "kim+terms+2026-03-03 10:00:00 UTC+k"
    stamp = f"2026-03-{said} 10:00:00 UTC".encode()
    files = {f"{folder}/terms.ipynb": exports.TERMS, f"{folder}/timestamp.txt": stamp}
    in_turn(course, tmp_path, None, files)
    assert attempts(tmp_path / "out") == {"kim": [(f"2026-03-{when}T10:00:00Z", False)]}


def test_two_folders_or_files_of_one_name_are_told_apart(course: Course, tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "김하늘")
    (done,), made = in_turn(
        course, tmp_path, None,
        {f"{decomposed}/terms.ipynb": exports.HALF, "김하늘/terms.ipynb": exports.TERMS},
    )  # fmt: skip
    assert made == {"김하늘/terms.ipynb": exports.TERMS}
    assert [(each.place, each.why.code) for each in done.skipped] == [(decomposed, "same_student")]
    assert done.exit_code == 3
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("terms.ipynb", exports.TERMS)
        archive.writestr("terms.ipynb", exports.HALF)
    _, made = in_turn(course, tmp_path / "", None, {"lee/a.zip": twice.getvalue()})
    (graded,) = (
        each for each in chosen(course, "lee", members("a.zip", twice.getvalue()))
        if isinstance(each, Submission)
    )  # fmt: skip
    assert hashlib.sha256(made["lee/terms.ipynb"]).digest() == graded.digest


@pytest.mark.parametrize("text", ["2025" + " " * 400_000 + "x", "2025-01-01" + " " * 400_000])
def test_a_time_is_short(text: str) -> None:
    """What a student can write where a time is read takes no time to read."""
    start = process_time()
    time_of(text)
    assert process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    ["0999-01-01 00:00:00 UTC", "0001-01-01 00:00:00 +14:00", "9999-12-31 23:59:59 -14:00"],
)
def test_a_time_lies_in_our_years(text: str) -> None:
    """No other can be compared, turned to another zone, or written and read again."""
    assert time_of(text) is None
    assert time_of(text.replace(text[:4], "2026")) is not None


def test_an_untouched_notebook_that_comes_along_is_nobodys_hand_in(
    course: Course, tmp_path: Path
) -> None:
    """As in the zip that a bundle makes for handing in; what was worked on is taken and said."""
    untouched = student(sources.load(course, "terms"), course, "terms", "ko")
    files = {f"k{number}_{number}_1_forward.ipynb": FORWARD for number in range(4)}
    files |= {"k1_1_2_terms.ipynb": untouched, "k2_2_3_terms.ipynb": exports.HALF}
    (done,), made = in_turn(course, tmp_path, None, files)
    along, other = done.skipped
    assert along == Skipped("week 0.zip", note("came_along", all=1))
    assert (other.student, other.why.code) == ("k2", "other_upload")
    assert {"k1/terms.ipynb", "k2/terms.ipynb"} & made.keys() == {"k2/terms.ipynb"}
