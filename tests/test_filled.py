"""Whose line of a platform's table gets the points: nobody gets another's by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course
from autograder.intake.manifest import Attempt, Collected, Student
from autograder.intake.roster import Roster
from autograder.intake.tables import TableError
from autograder.reports import filled
from autograder.reports.class_record import ClassRecord
from autograder.reports.grades import Grade, Key

CANVAS = "Student,ID,SIS User ID,SIS Login ID,Section,small (77)\nPoints Possible,,,,,100\n"
MOODLE = "Identifier,Full name,Email address,Status,Grade,Maximum Grade\n"
MALLORY = Student("mallory", ["Mallory Park", "mallory"], True, {"student": "mallory"})


def bob(**ids: str) -> Student:
    names = ["Bob Lee", "bob", *ids.values()]
    return Student("bob", names, True, {"student": "bob", **ids})


def handed_in(student: str, **ids: str) -> Collected:
    attempt = Attempt(1, None, False, "canvas", "", "", "", "", ids)
    return Collected(student, "small", 1, [attempt])


@pytest.mark.parametrize(
    ("text", "number"),
    [("100", 100), ("100,5", 100.5), ("1,000", 1000), ("1.000,50", 1000.5),
     ("1,234,567.5", 1234567.5), ("1 000,00", 1000), ("1'000.0", 1000), ("10.", 10),
     ("", None), ("1e3", None), ("-5", None), ("inf", None), ("9" * 400, None)],
)  # fmt: skip
def test_numbers_are_read_as_platforms_write_them(text: str, number: float | None) -> None:
    assert filled._number(text) == number


def graded(student: str, points: float = 80.0) -> dict[Key, Grade]:
    return {(student, "small"): Grade(student, "small", points, 0, 0.0, (), 0.0, None, points)}


@pytest.mark.parametrize(
    ("students", "lines", "points", "said"),
    [
        # the ids of one, the name of another
        ([bob(canvas_id="111"), MALLORY],
         ["Bob Lee,111,,,A,", "bob,222,,mallory,A,"], ["80", ""], 0),
        # who handed in nothing has the same name
        ([bob(canvas_id="111"), Student("s2", ["Bob Lee", "s2"], True, {"student": "s2"})],
         ['"Lee, Bob",111,,,A,', '"Lee, Bob",222,s2,,A,'], ["80", ""], 0),
        # nobody but an id tells who handed in
        ([bob(canvas_id="111")], ["Bob Lee,222,,,A,"], [""], 1),
        # two lines by a name are nobody's
        ([Student("ann"), bob()], ["Bob Lee,5,,,A,", "Bob Lee,6,,,A,"], ["", ""], 2),
        # an id is surer than a name
        ([bob(canvas_id="111")], ["Bob Lee,111,,,A,", "Bob Lee,,,bob,A,"], ["80", ""], 1),
        # the ids are of two
        ([bob(canvas_id="111"), MALLORY], ["Bob Lee,111,,mallory,A,"], [""], 1),
        ([bob(canvas_id="111", email="b@x.kr"), Student("eve", [], True, {"canvas_id": "7"})],
         ["Bob Lee,7,,,A,"], [""], 0),
        # a name is no id, and an id no name
        ([bob(), MALLORY], ["Bob,9,Bob Lee,,A,", "bob,8,mallory,,A,"], ["", ""], 0),
    ],
)  # fmt: skip
def test_each_id_counts_in_its_column(
    small: Course, tmp_path: Path, students: list[Student], lines: list[str],
    points: list[str], said: int,
) -> None:  # fmt: skip
    file = tmp_path / "gradebook.csv"
    file.write_text(CANVAS + "\n".join(lines) + "\n")
    made = filled.canvas(small, file, ClassRecord(students=students), graded("bob"))
    rows = made.data.decode().splitlines()[2:]
    assert [row.rpartition(",")[2] for row in rows] == points
    assert (len(made.notes), len(made.missed)) == (said, int("80" not in points))


@pytest.mark.parametrize(
    ("most", "bobs", "anns", "said"),
    [
        ("10", "8", "10.2",
         ["small has 10 points there, 100 here; the grades are converted",
          "grades of small above the 10 points there: 1"]),
        ("100", "80", "102", ["grades of small above the 100 points there: 1"]),
        ("1,000.00", "800", "1020",
         ["small has 1000 points there, 100 here; the grades are converted",
          "grades of small above the 1000 points there: 1"]),
        ("103", "80", "102", []),
        ("ten", "80", "102",
         ["small has 'ten' points there, so its grades stand as they are here, of 100"]),
        ("0", "80", "102",
         ["small has '0' points there, so its grades stand as they are here, of 100"]),
        ("", "80", "102",
         ["small has no points there, so its grades stand as they are here, of 100"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("others", [False, True])
def test_the_platforms_maximum_stands_for_the_assignments_own(
    small: Course, tmp_path: Path, most: str, bobs: str, anns: str, said: list[str], others: bool
) -> None:
    """Whoever else is marked: the written answer comes on top."""
    grades = graded("bob")
    if others:
        key = "ann", "small"
        grades[key] = Grade(*key, 100.0, 0, 0.0, (), 0.0, 2.0, 102.0)
    book, sheet = tmp_path / "book.csv", tmp_path / "sheet.csv"
    book.write_text(CANVAS.replace(",100\n", f',"{most}"\n') + "bob,,bob,,A,\nann,,ann,,A,\n")
    sheet.write_text(MOODLE + f'Participant 1,bob,,,,"{most}"\nParticipant 2,ann,,,,"{most}"\n')
    record = ClassRecord(students=[Student(name) for name in ("ann", "bob")])
    said = said if others else [each for each in said if "above" not in each]
    for file, fill, row, cell in ((book, filled.canvas, 2, 5), (sheet, filled.moodle, 1, 4)):
        made = fill(small, file, record, grades)
        cells = [each.split(",")[cell] for each in made.data.decode().splitlines()[row:]]
        assert cells == [bobs, anns if others else ""]
        assert made.notes == [f"{file.name}: {each}" for each in said]


def test_a_number_of_moodle_tells_two_of_one_name_apart(small: Course, tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    lines = ["Participant 222,Bob Lee,m@x.kr,,,100", "Participant 111,Bob Lee,b@x.kr,,,100"]
    file.write_text(MOODLE + "\n".join(lines) + "\n")
    record = ClassRecord(
        students=[Student("Bob Lee", ["111", "Bob Lee"])],
        collected=[handed_in("Bob Lee", moodle_id="111")],
    )
    made = filled.moodle(small, file, record, graded("Bob Lee"))
    assert [row.split(",")[4] for row in made.data.decode().splitlines()[1:]] == ["", "80"]
    assert made.notes == [
        "sheet.csv:2: left as it was: its name is Bob Lee's, its ids are not; fill it in yourself"
    ]
    assert made.missed == []


ABOVE = ",,,,,Manual Posting\n    Points Possible,,,,,100\n"


@pytest.mark.parametrize(
    "above",
    ["", ABOVE, ABOVE.splitlines(keepends=True)[1], ",,,,,수동 게시\n    가능한 점수,,,,,100\n"],
)
def test_what_stands_above_the_students_is_told_by_its_place(
    small: Course, tmp_path: Path, above: str
) -> None:
    file = tmp_path / "gradebook.csv"
    evil = "Points Possible,222,,eve,A,10\nManual Posting,333,,max,A,7\n Points Possible,,,,A,1\n"
    head = f"{CANVAS.splitlines()[0]}\n{above}"
    file.write_text(f"{head}Bob Lee,111,,bob,A,\n{evil}")
    made = filled.canvas(small, file, ClassRecord(students=[bob(canvas_id="111")]), graded("bob"))
    assert made.data.decode() == f"{head}Bob Lee,111,,bob,A,80\n{evil}"
    assert made.missed == []
    assert ["small has no points there" in each for each in made.notes] == [True] * (not above)
    file.write_text(f"{head}{evil.rpartition(' Points')[0]}Bob Lee,111,,bob,A,\n")
    assert set(Roster.of(file).known_as) == {"eve", "max", "bob"}
    made = filled.canvas(small, file, ClassRecord(), graded("max"))
    assert made.data.decode().splitlines()[-2:] == [
        "Manual Posting,333,,max,A,80", "Bob Lee,111,,bob,A,"
    ]  # fmt: skip


def test_a_roster_without_sections_has_nothing_above(tmp_path: Path) -> None:
    file = tmp_path / "students.csv"
    file.write_text("student,name\nkim,Points Possible\nlee,Manual Posting\n")
    assert set(Roster.of(file).known_as) == {"kim", "lee"}


@pytest.mark.parametrize(
    "heading", ["small (77)", " SMALL", "A  Small Assignment (7)", "작은 과제 (77)", "작은과제"]
)
def test_a_column_is_found_by_its_whole_name(small: Course, tmp_path: Path, heading: str) -> None:
    made = fill(small, tmp_path, f"{heading},small essay (78),A small assignment: peers (79)")
    assert made.data.decode().splitlines()[-1] == "Bob Lee,111,,bob,A,80,,"


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("small essay (78),Quiz small (9)",
         "no column for small; there are 'small essay (78)', 'Quiz small (9)'; in the heading of "
         "an assignment's column write its name before the number: 'small (123)'"),
        ("small (78),작은 과제 (79)",
         "nothing filled in for small: it may be 'small (78)', '작은 과제 (79)'; "
         "rename all but one"),
    ],
)  # fmt: skip
def test_a_column_that_is_not_sure_is_left_alone(
    small: Course, tmp_path: Path, heading: str, words: str
) -> None:
    with pytest.raises(TableError) as caught:
        fill(small, tmp_path, heading)
    assert str(caught.value) == f"{tmp_path / 'gradebook.csv'}: {words}"
    both = graded("bob") | {("bob", "steps"): Grade("bob", "steps", 7, 0, 0.0, (), 0.0, None, 7)}
    made = fill(small, tmp_path, f"{heading},steps (80)", both)
    assert made.data.decode().splitlines()[-1] == "Bob Lee,111,,bob,A,,,7"
    assert made.missed == [f"gradebook.csv: {words}"]


def fill(
    course: Course, folder: Path, heading: str, grades: dict[Key, Grade] | None = None
) -> filled.Filled:
    """What becomes of a gradebook with these assignments and one student."""
    file = folder / "gradebook.csv"
    empty = "," * heading.count(",")
    file.write_text(
        f"Student,ID,SIS User ID,SIS Login ID,Section,{heading}\nBob Lee,111,,bob,A,{empty}\n"
    )
    record = ClassRecord(students=[bob(canvas_id="111")])
    return filled.canvas(course, file, record, grades or graded("bob"))
