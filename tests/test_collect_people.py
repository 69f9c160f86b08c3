"""Who is whom: people of an export, of a roster and of earlier collects."""

from __future__ import annotations

import os
from pathlib import Path

import platform_exports as exports
import pytest
from collecting import BY_ROSTER, FORWARD, collected, copies, in_turn

from autograder.course import Course
from autograder.intake import manifest, platforms
from autograder.intake.collect import collect
from autograder.intake.found import Submission
from autograder.intake.people import People
from autograder.intake.roster import Roster
from autograder.intake.submissions import find
from autograder.intake.tables import TableError
from autograder.intake.tree import Entry, walk


def test_no_student_hands_in_who_they_are(course: Course, tmp_path: Path) -> None:
    forged = exports.GITHUB["terms-submissions/grades.csv"].replace(b"minsu-lee", b"x")
    forged = forged.replace(b"terms,sky,20260001", b"terms,minsu-lee,20260003")
    files = exports.GITHUB | {"terms-submissions/terms-minsu-lee/grades.csv": forged}
    _, made = collected(course, tmp_path, files, exports.ROSTER)
    assert made == BY_ROSTER


def test_canvas_own_gradebook_is_a_roster(course: Course, tmp_path: Path) -> None:
    book = (
        "Student,ID,SIS Login ID,Section,terms (7)\n    Points Possible,,,,100\n"
        '"하늘, 김",101,sky,1,\n"Minsu, Lee",102,minsu,1,\n"서준, 박",103,seojun,1,\n'
    ).encode()
    done, made = collected(course, tmp_path, exports.CANVAS, book)
    assert {name.split("/")[0] for name in made} == {"sky", "minsu", "seojun", "stranger"}
    assert done.unknown == ["stranger: not in the roster"]


def test_canvas_number_is_no_students_number(course: Course, tmp_path: Path) -> None:
    roster = b"student,name\n15,Kim Haneul\n16,Lee Minsu\n"
    files = {"auditoreve_15_9001_terms.ipynb": exports.TERMS,
             "leeminsu_16_9002_terms.ipynb": exports.HALF}  # fmt: skip
    done, made = collected(course, tmp_path, files, roster)
    assert set(made) == {"auditoreve/terms.ipynb", "16/terms.ipynb"}
    assert done.unknown == ["auditoreve: not in the roster"]


def test_two_of_one_name_are_two_people(course: Course, tmp_path: Path) -> None:
    roster = "student,name\n1,Kim Minsu\n2,Minsu Kim\n".encode("utf-16")
    done, made = collected(
        course, tmp_path,
        {"Kim Minsu_55_assignsubmission_file/terms.ipynb": exports.TERMS,
         "Kim Minsu_56_assignsubmission_file/terms.ipynb": exports.HALF}, roster,
    )  # fmt: skip
    assert set(made) == {"Kim Minsu (55)/terms.ipynb", "Kim Minsu (56)/terms.ipynb"}
    assert done.unknown[0] == "Kim Minsu (55): Kim Minsu: 1, 2 have this name"


def test_what_tells_two_of_one_name_apart_is_what_they_are_called(
    course: Course, tmp_path: Path
) -> None:
    roster = "이름,이메일\n김민준,a@x.kr\n이서연,c@x.kr\n김민준,b@x.kr\n".encode("cp949")
    about, files = "", {}
    for number, (who, data) in enumerate((("a", exports.TERMS), ("b", exports.HALF)), start=1):
        about += f"submission_{number}:\n  :submitters:\n  - :name: 김민준\n"
        about += f"    :email: {who}@x.kr\n"
        about += "  :created_at: 2026-03-20 14:58:00 Z\n"
        files[f"submission_{number}/terms.ipynb"] = data
    files["submission_metadata.yml"] = about.encode()
    done, made = collected(course, tmp_path, files, roster)
    assert made == {"a@x.kr/terms.ipynb": exports.TERMS, "b@x.kr/terms.ipynb": exports.HALF}
    assert done.absent == ["이서연"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("이름,팀\n김민준,1\n김민준,2\n", "for two add a column student"),
        ("이름,이메일\n김민준,a@x.kr\n김민준,a@x.kr\n", "'a@x.kr' .*; keep one of the lines"),
        ("student,이름\n7,김민준\n7.0,이서연\n", "csv:3: '7' stands there twice; keep one"),
    ],
)  # fmt: skip
def test_who_stands_twice_in_a_roster_is_one_or_two(tmp_path: Path, table: str, words: str) -> None:
    file = tmp_path / "students.csv"
    file.write_text(table, encoding="utf-8")
    with pytest.raises(TableError, match=words):
        Roster.of(file)


def test_an_id_that_a_spreadsheet_took_for_a_number_is_the_id(tmp_path: Path) -> None:
    file = tmp_path / "students.csv"
    file.write_text("학번,이름,canvas_id,team\n20260001.0,김하늘,101.00,2.0\nv1.0,이,102.5,1\n")
    known = Roster.of(file).known_as
    assert known == {"20260001": ["101", "20260001", "김하늘"], "v1.0": ["102.5", "v1.0", "이"]}


@pytest.mark.parametrize(
    ("table", "students"),
    [
        ("학생 번호,이름\n20260001,김하늘\n", {"20260001"}),
        ('이름,성,"ID 번호","이메일 주소"\n하늘,김,20260001,a@x.kr\n', {"20260001"}),
        ("번호,학번,이름\n1,20260001,김하늘\n", {"20260001"}),
        ("번호,이름\n1,김하늘\n2,이민수\n", {"1", "2"}),
        ("반,번호,이름\n1,1,김하늘\n2,1,이민수\n", {"김하늘", "이민수"}),
        # GitHub Classroom's: who has linked a user and who has not
        ("identifier,github_username,github_id,name\n1,sky,7,\n2,,,\n", {"1", "2"}),
        # Moodle's worksheets
        ("Identifier,Full name,Status\nParticipant 4001,Kim,\n", {"Kim"}),
        ("식별자,상태\n참가자 4001,\n참가자 4002,\n", {"4001", "4002"}),
    ],
)
def test_students_are_called_by_the_id_that_a_roster_has_of_all(
    tmp_path: Path, table: str, students: set[str]
) -> None:
    file = tmp_path / "students.csv"
    file.write_text(table, encoding="utf-8")
    assert Roster.of(file).known_as.keys() == students


@pytest.mark.parametrize("heading", ["Identifier,Full name,Email address", "식별자,성명,이메일"])
def test_moodles_worksheet_as_a_roster_tells_two_of_one_name_apart(
    course: Course, tmp_path: Path, heading: str
) -> None:
    roster = f"{heading}\nParticipant 55,Kim,a@x.kr\n참가자 56,Kim,b@x.kr\n".encode()
    files = {"Kim_56_assignsubmission_file/terms.ipynb": exports.TERMS,
             "Kim_55_assignsubmission_file/terms.ipynb": exports.HALF}  # fmt: skip
    done, made = collected(course, tmp_path, files, roster)
    assert made == {"a@x.kr/terms.ipynb": exports.HALF, "b@x.kr/terms.ipynb": exports.TERMS}
    assert done.exit_code == 0


def test_classrooms_own_roster_calls_all_by_its_identifier(course: Course, tmp_path: Path) -> None:
    roster = b'"identifier","github_username","github_id","name"\n1,sky,7,\n2,,,\n'
    files = {"hw-submissions/hw-sky/terms.ipynb": exports.TERMS}
    done, made = collected(course, tmp_path, files, roster)
    assert made == {"1/terms.ipynb": exports.TERMS}
    assert (done.absent, done.exit_code) == (["2"], 0)


NAMES = b'student,name\n1,"Builder, Bob"\n2,"Ory, Mal"\n'
BOB = {"builderbob_111_1001_terms.ipynb": exports.TERMS}
RENAMED = {"builderbob_222_1002_terms.ipynb": exports.HALF}


@pytest.mark.parametrize("roster", [NAMES, None])
def test_nobody_takes_anothers_place_by_a_name(
    course: Course, tmp_path: Path, roster: bytes | None
) -> None:
    bob = "1" if roster else "builderbob"
    (_, later), made = in_turn(course, tmp_path, roster, BOB, RENAMED)
    assert made == {
        f"{bob}/terms.ipynb": exports.TERMS, "builderbob (222)/terms.ipynb": exports.HALF,
    }  # fmt: skip
    assert later.exit_code == 3
    assert later.unknown == [
        f"builderbob (222): {bob} was 111 before; see who it is, "
        "and write each one's canvas_id into the roster"
    ]
    _, made = in_turn(course, tmp_path, roster, BOB, BOB | RENAMED)
    assert made[f"{bob}/terms.ipynb"] == exports.TERMS


def test_two_who_would_be_one_student_are_neither(course: Course, tmp_path: Path) -> None:
    (done,), made = in_turn(course, tmp_path, NAMES, BOB | RENAMED)
    assert set(made) == {"builderbob (111)/terms.ipynb", "builderbob (222)/terms.ipynb"}
    assert [each.split(";")[0] for each in done.unknown] == [
        "builderbob (111): 2 people there would be 1", "builderbob (222): 2 people there would be 1"
    ]  # fmt: skip


def test_who_is_sure_of_a_student_is_that_student(course: Course, tmp_path: Path) -> None:
    roster = b'student,name,canvas_id\n1,"Builder, Bob",111\n2,"Ory, Mal",\n'
    (done,), made = in_turn(course, tmp_path, roster, RENAMED | BOB)
    assert made == {
        "1/terms.ipynb": exports.TERMS, "builderbob (222)/terms.ipynb": exports.HALF,
    }  # fmt: skip
    assert done.exit_code == 3
    roster = b'student,name,canvas_id\n1,"Builder, Bob",111\n2,"Ory, Mal",222\n'
    (done,), made = in_turn(course, tmp_path, roster, RENAMED | BOB)
    assert made == {"1/terms.ipynb": exports.TERMS, "2/terms.ipynb": exports.HALF}
    assert (done.renamed, done.unknown) == ({"builderbob (222)": "2"}, [])


def test_of_two_of_one_name_each_keeps_the_own_name(course: Course, tmp_path: Path) -> None:
    alone = {"builderbob_222_1009_forward.ipynb": FORWARD}
    (_, done), made = in_turn(course, tmp_path, None, BOB | RENAMED, alone)
    assert set(made) == {
        "builderbob (111)/terms.ipynb", "builderbob (222)/terms.ipynb",
        "builderbob (222)/forward.ipynb",
    }  # fmt: skip
    assert done.exit_code == 0


def test_who_was_another_before_stays_so(course: Course, tmp_path: Path) -> None:
    mine = {"orymal_222_1002_terms.ipynb": exports.HALF}
    (_, later), made = in_turn(course, tmp_path, NAMES, mine, RENAMED)
    assert set(made) == {"2/terms.ipynb", "builderbob (222)/terms.ipynb"}
    assert later.unknown[0].startswith("builderbob (222): 222 was 2 before, not 1; ")


@pytest.mark.parametrize(
    ("before", "now", "expected", "renamed"),
    [
        # a number put right, and a class that had no roster
        (b"student,canvas_id\n11,111\n2,222\n", b"student,canvas_id\n1,111\n2,222\n",
         {"1": exports.TERMS, "2": exports.HALF}, {"11": "1"}),
        (None, b"student,canvas_id\n1,111\n2,222\n",
         {"1": exports.TERMS, "2": exports.HALF}, {"builderbob": "1", "orymal": "2"}),
        # two whose ids were in each other's line
        (b"student,canvas_id\n1,222\n2,111\n", b"student,canvas_id\n1,111\n2,222\n",
         {"1": exports.TERMS, "2": exports.HALF}, {"1": "2", "2": "1"}),
        # an id that stands twice says nothing
        (b"student,canvas_id\n1,111\n2,222\n", b"student,canvas_id\n3,111\n4,111\n2,222\n",
         {"1": exports.TERMS, "2": exports.HALF}, {}),
    ],
)  # fmt: skip
def test_who_is_another_in_the_roster_by_now_is_called_so(
    course: Course, tmp_path: Path, before: bytes | None, now: bytes,
    expected: dict[str, bytes], renamed: dict[str, str],
) -> None:  # fmt: skip
    first = BOB | {"orymal_222_1002_terms.ipynb": exports.HALF}
    in_turn(course, tmp_path, before, {"orymal_222_1001_terms.ipynb": exports.BLANK}, first)
    (tmp_path / "roster.csv").write_bytes(now)
    source = tmp_path / "more.zip"
    source.write_bytes(exports.zipped({"orymal_222_1003_forward.ipynb": FORWARD}))
    done = collect(course, [source], tmp_path / "out", roster=tmp_path / "roster.csv")
    made = {f"{name}/terms.ipynb": data for name, data in expected.items()}
    assert copies(tmp_path / "out") == made | {
        "2/forward.ipynb": FORWARD, ".attempts/1/2/terms.ipynb": exports.BLANK,
    }  # fmt: skip
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        ".attempts", "manifest.json", *expected
    }  # fmt: skip
    assert (done.renamed, done.exit_code) == (renamed, 3 if renamed else 0)
    kept = manifest.load(tmp_path / "out")
    assert not {each.student for each in kept.students} & (renamed.keys() - expected.keys())
    collect(course, [source], tmp_path / "out", roster=tmp_path / "roster.csv")
    assert manifest.load(tmp_path / "out") == kept


def test_attempts_under_two_names_are_in_one_order(course: Course, tmp_path: Path) -> None:
    later = {"bobbuilder_111_1005_terms.ipynb": exports.TERMS}
    in_turn(course, tmp_path, None, later, {"builderbob_111_1001_terms.ipynb": exports.HALF})
    roster, source = tmp_path / "students.csv", tmp_path / "more.zip"
    roster.write_bytes(b"student,canvas_id\n1,111\n")
    source.write_bytes(exports.zipped({"bobbuilder_111_1006_forward.ipynb": FORWARD}))
    collect(course, [source], tmp_path / "out", roster=roster)
    assert copies(tmp_path / "out") == {
        "1/terms.ipynb": exports.TERMS, ".attempts/1/1/terms.ipynb": exports.HALF,
        "1/forward.ipynb": FORWARD,
    }  # fmt: skip


def test_one_person_under_two_names_is_said(course: Course, tmp_path: Path) -> None:
    renamed = {"bobbuilder_111_1003_forward.ipynb": FORWARD}
    (_, done), _ = in_turn(course, tmp_path, None, BOB, renamed)
    assert done.unknown == [
        "bobbuilder, builderbob: all are canvas_id 111; write it into the line of one in the "
        "roster, and collect again with it"
    ]
    assert done.exit_code == 3
    (done,), made = in_turn(course, tmp_path, b"student,canvas_id\n1,111\n", renamed)
    assert (done.unknown, set(made)) == ([], {"1/terms.ipynb", "1/forward.ipynb"})


@pytest.mark.parametrize(
    ("times", "said"), [(("2026-03-20", "2026-03-10"), []), (("never", "never"), ["no_time"] * 2)]
)
def test_what_was_handed_in_under_two_names_is_put_in_order(
    course: Course, tmp_path: Path, times: tuple[str, str], said: list[str]
) -> None:
    weeks = [
        {f"submission_{number}/terms.ipynb": data, "submission_metadata.yml":
         f"submission_{number}:\n  :submitters: [{{':name': {name}, ':email': a@b.kr}}]\n"
         f"  :created_at: {time} 10:00:00 Z\n".encode()}
        for number, (name, time, data) in enumerate(
            zip(("Ann", "Bea"), times, (exports.TERMS, exports.HALF), strict=True))
    ]  # fmt: skip
    in_turn(course, tmp_path, None, *weeks)
    (done,), made = in_turn(course, tmp_path, b"student,email\n1,a@b.kr\n", {"x.txt": b""})
    codes = [each.why.code for each in done.skipped if each.place.startswith("1/")]
    assert (done.renamed, codes) == ({"Ann": "1", "Bea": "1"}, said)
    assert set(made) == {"1/terms.ipynb", ".attempts/1/1/terms.ipynb"}
    if not said:
        assert made["1/terms.ipynb"] == exports.TERMS


MEMBERS = b"""---
submission_1:
  :submitters:
  - :name: Lee Minsu
    :email: minsu@school.kr
  - :name: Seojun
    :email: seojun@school.kr
  :created_at: 2026-03-20 14:58:00 Z
"""
REPOSITORIES = {
    f"hw-submissions/hw-{user}/terms.ipynb": data
    for user, data in (("bobgh", exports.TERMS), ("1", exports.HALF))
}


@pytest.mark.parametrize(
    ("files", "roster", "expected"),
    [
        # a user name as another's number
        (REPOSITORIES, b"student,name,github_username\n1,Bob,bobgh\n2,Mal,1\n", {"1", "2"}),
        (REPOSITORIES, b"student,name,github_username\n1,Bob,bobgh\n2,Mal,\n", {"1", "1 (github)"}),
        # a user name that is no student's, without a column of user names
        (REPOSITORIES, b"student,name\n1,Bob\n2,Mal\n", {"bobgh", "1 (github)"}),
        (REPOSITORIES, b"student,name\n1,\n3,Bob Gh\n", {"bobgh", "1 (github)"}),
        # a name as another's number of the platform
        ({"x_111_1_terms.ipynb": exports.TERMS, "111_222_2_terms.ipynb": exports.HALF},
         b"student,canvas_id\n1,111\n2,\n", {"1", "111"}),
        # a team called like a student
        ({"1/terms.ipynb": exports.TERMS, "2/terms.ipynb": exports.HALF},
         b"student,team\n1,\n2,1\n", {"1", "2"}),
        # a number and an address of two
        ({"submission_metadata.yml": b"submission_1:\n  :submitters: [{':name': Mal, ':sid': 1}]",
          "submission_1/terms.ipynb": exports.HALF},
         b"student,name\n1,Bob\n2,Mal\n", {"Mal"}),
        # a number of a hand-in as one of a student
        ({"submission_1/terms.ipynb": exports.HALF}, b"student,name\n1,Bob\n", {"submission_1"}),
    ],
)  # fmt: skip
def test_an_id_is_looked_up_where_ids_of_its_kind_stand(
    course: Course, tmp_path: Path, files: dict[str, bytes], roster: bytes, expected: set[str]
) -> None:
    _, made = in_turn(course, tmp_path, roster, files)
    assert {name.split("/")[0] for name in made} == expected
    if "1/terms.ipynb" in made:
        assert made["1/terms.ipynb"] == exports.TERMS


def test_who_has_anothers_number_as_a_user_name_takes_nothing_from_them(
    course: Course, tmp_path: Path
) -> None:
    """Who belongs to a repository is what the class's own list of identifiers says."""
    listed = (
        b"roster_identifier,github_username,student_repository_name\n1,bobgh,hw-bobgh\n,1,hw-1\n"
    )
    files = REPOSITORIES | {"hw-submissions/grades.csv": listed}
    for _ in range(2):
        (done,), made = in_turn(course, tmp_path, b"student,name\n1,Bob\n2,Mal\n", files)
        assert made == {"1/terms.ipynb": exports.TERMS, "1 (github)/terms.ipynb": exports.HALF}
        assert done.unknown == [
            "1 (github): not in the roster; see who it is, "
            "and write each one's github_username into the roster"
        ]
    enrolled = {each.student: each.enrolled for each in manifest.load(tmp_path / "out").students}
    assert enrolled == {"1": True, "1 (github)": False, "2": True}


@pytest.mark.parametrize("odd", [".kim", "k\u200bim", " kim", "k\u3164im", "scores.csv", "..kim"])
def test_who_has_an_odd_name_is_called_the_same_by_collect_and_grade(
    course: Course, tmp_path: Path, odd: str
) -> None:
    files = {
        f"{name}_{number}_assignsubmission_file/terms.ipynb": exports.TERMS
        for number, name in enumerate((odd, "kim"))
    }
    in_turn(course, tmp_path, None, files)
    graded = {
        each.student for each in find(course, tmp_path / "out") if isinstance(each, Submission)
    }
    assert graded == {each.student for each in manifest.load(tmp_path / "out").collected}
    assert len(graded) == 2 and "kim" in graded


OF_A_GROUP = (
    b"github_username,roster_identifier,student_repository_name\n"
    b"minsu-lee,,terms-a\nparkseo,,terms-a\nterms-a,20260001,\n"
)


@pytest.mark.parametrize(
    "files",
    [
        {"submission_metadata.yml": MEMBERS, "submission_1/terms.ipynb": exports.TERMS},
        {"terms-submissions/grades.csv": OF_A_GROUP,
         "terms-submissions/terms-a/terms.ipynb": exports.TERMS},
    ],
)  # fmt: skip
def test_what_a_group_handed_in_is_each_members(
    course: Course, tmp_path: Path, files: dict[str, bytes]
) -> None:
    (done,), made = in_turn(course, tmp_path, exports.ROSTER, files)
    assert made == dict.fromkeys(("20260002/terms.ipynb", "20260003/terms.ipynb"), exports.TERMS)
    assert (done.unknown, done.exit_code) == ([], 0)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # whole names with "-", in an export where not all have one
        (("Anna-Maria Lee", "Bob"), {"Anna-Maria Lee", "1"}),
        (("Maria-Maria Lee", "2-Bob"), {"2", "1"}),  # of a group, or in a name
        (("A-Anna-Bob", "B-Maria Lee"), {"A-Anna-Bob", "2"}),  # two may be meant
        (("A-Bob", "B-Bob"), {"A-Bob (0)", "B-Bob (1)"}),
    ],
)  # fmt: skip
def test_moodles_groups_are_before_the_names_of_everybody(
    course: Course, tmp_path: Path, names: tuple[str, ...], expected: set[str]
) -> None:
    files = {
        f"{name}_{number}_assignsubmission_file/terms.ipynb": exports.TERMS
        for number, name in enumerate(names)
    }
    roster = b"student,name\n1,Bob\n2,Maria Lee\n3,Anna-Bob\n"
    (done,), made = in_turn(course, tmp_path, roster, files)
    assert {name.split("/")[0] for name in made} == expected
    assert len(done.unknown) == len(expected - {"1", "2"})


def inbound(name: str, owner: int, **files: bytes) -> list[Entry]:
    return [
        Entry(
            f"{name}/{file.replace('__', '.')}", len(data), lambda data=data: data, (owner, owner)
        )
        for file, data in files.items()
    ]


def test_a_folder_of_the_exchange_is_its_owners(tmp_path: Path) -> None:
    """Any user of the machine can make a folder there under any name."""
    entries = [
        *inbound("bob+terms+2026-03-01 10:00:00 UTC+k", 1001, terms__py=b"1"),
        *inbound("bob+terms+2026-03-02 10:00:00 UTC+k", 1002, terms__py=b"2"),
        *inbound("mal+terms+2026-03-01 10:00:00 UTC+k", 1002, terms__py=b"3"),
    ]
    export = platforms.export(platforms.named("nbgrader"), entries)
    whose = People(None, ()).of_export(each.person for each in export.hand_ins)
    assert sorted((who.students[0].student, who.unknown) for who in whose.values()) == [
        ("bob (1001)", "2 people there would be bob; see whose folder it is"),
        ("bob (1002)", "2 people there would be bob; see whose folder it is"),
        ("mal", None),
    ]
    exports.put(tmp_path, {"a/b.py": b""})
    (found,) = walk(tmp_path)
    assert isinstance(found, Entry) and found.owners == (os.getuid(), os.getuid())
