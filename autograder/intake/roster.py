"""Who is in the class, and whom a platform means: names and ids against students.csv."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from autograder.intake.names import student_name, valid_student
from autograder.intake.said_apart import Id, Person
from autograder.intake.tables import Row, TableError, plain, rows
from autograder.values.text import visible

# The columns of platforms' own lists, too, so that any of them can be the roster
_STUDENT: Final = ("student", "student_id", "student id", "학번", "학생 번호", "학생번호",
                   "sis user id", "sis login id", "id", "username", "sid", "id number", "id 번호",
                   "번호", "identifier", "github_username", "email")  # fmt: skip
_IDS: Final = ("id", "student_id", "student id", "학번", "학생 번호", "학생번호", "sid",
               "sis user id", "sis login id", "id number", "id 번호", "번호", "username", "login",
               "email", "email address", "이메일", "이메일 주소", "canvas_id", "moodle_id",
               "identifier", "github_username", "github_id", "roster_identifier")  # fmt: skip
_IN_CLASS: Final = "번호"  # the same in each class of a school
IDENTIFIER: Final = ("identifier", "식별자")  # of Moodle's worksheet: Participant 4001
_EMAIL: Final = ("email", "email address", "이메일", "이메일 주소")
# Where an id of each kind stands; there nobody but the platform or the teacher put it
_OWN: Final[Mapping[str, Sequence[str]]] = {
    "student": ("student",), "email": _EMAIL, "canvas_id": ("canvas_id",),
    "moodle_id": ("moodle_id",), "github_username": ("github_username", "github_id"),
}  # fmt: skip
_NAMES: Final = ("name", "full name", "이름", "성명", "student", "first_name", "last_name",
                 "first name", "last name", "성")  # fmt: skip
_HALVES: Final = (("first_name", "last_name"), ("first name", "last name"), ("이름", "성"))
_GROUPS: Final = ("team", "group", "팀", "조", "모둠")
_POINTS: Final = "points possible"  # in Canvas's last row above the students, in English
_PARTICIPANT: Final = re.compile(r"\D+ (\d+)")
_FRACTION: Final = re.compile(r"\A(\d+)\.0+\Z")
_NO_LETTER: Final = re.compile(r"[\W_]+")


class Match(NamedTuple):
    """Whom a platform means. `sure`: an id says so that stands where such ids stand.

    `team`: they are one another's team.
    """

    students: set[str]
    sure: bool = False
    team: bool = False


class Roster:
    """The students of a class by what they may be called, column by column."""

    def __init__(self, listed: Iterable[Row] = ()) -> None:
        self.known_as: dict[str, list[str]] = {}
        self.ids_of: dict[str, dict[str, str]] = {}  # what of it are ids, by their kind
        self._ids: dict[str, dict[str, set[str]]] = {}  # by column
        self._names: dict[str, set[str]] = {}
        self._teams: dict[str, set[str]] = {}
        every = [_with_moodles_number(_without_fractions(row)) for row in listed]
        in_class = [row.cells[_IN_CLASS] for row in every if row.cells.get(_IN_CLASS)]
        several = len(set(in_class)) < len(in_class)
        self._student = [each for each in _STUDENT if each != _IN_CLASS or not several]
        self._shared = Counter(row.first(_NAMES) for row in every)
        for row in every:
            self._add(row)

    @classmethod
    def of(cls, file: Path) -> Roster:
        """The roster in this table. Raises TableError."""
        listed = rows(file)
        return cls(listed[above_students(row.cells for row in listed) :])

    def _add(self, row: Row) -> None:
        canvas = (
            "sis login id" in row.cells
        )  # Canvas's gradebook: "Student" is a name, "ID" its own
        ids = [each for each in self._student if each != "student" or not canvas]
        name = row.first(_NAMES)
        called = row.first(ids) or (row.first(_IDS) if self._shared[name] > 1 else "") or name
        student = student_name(called)
        if not valid_student(student):
            raise TableError(f"{row.place}: no usable id in {', '.join(_STUDENT[:3])}; fix it")
        if student in self.known_as:
            advice = "keep one of the lines"
            if called == name:
                advice = f"of one person {advice}, for two add a column student that differs"
            raise TableError(f"{row.place}: {student!r} stands there twice; {advice}")
        known = {name: row.cells[name] for name in _IDS if row.cells.get(name)}
        names = {name: row.cells[name] for name in _NAMES if row.cells.get(name)}
        self.known_as[student] = sorted({student, *known.values(), *names.values()})
        if canvas and "id" in known:
            known["canvas_id"] = known.pop("id")
        own = {"student": student} if row.first(ids) else {}
        self.ids_of[student] = {id_kind(name) or name: known[name] for name in known} | own
        for column, value in {**known, "student": student}.items():
            self._ids.setdefault(column, {}).setdefault(plain(value), set()).add(student)
        for team in (row.cells[name] for name in _GROUPS if row.cells.get(name)):
            self._teams.setdefault(plain(team), set()).add(student)
        if len(names) > 1 and not canvas:
            names.pop("student", None)
        for each in _forms(row.cells, names.values()):
            self._names.setdefault(each, set()).add(student)

    def match(self, person: Person) -> Match:
        """Whom the platform means: one by an id or a name, several for a team; none, nobody known.

        Raises TableError when what is known of the person leads to several.
        """
        sure = self.named_by(person.ids)
        if len(sure) == 1:
            return Match(sure, sure=True)
        found = sure.union(*(self._elsewhere(each, person.name) for each in person.ids))
        login = Id("github_username", person.name) in person.ids  # a name that students choose
        named = set() if login else self._called(person)
        if all(plain(each.value) != plain(person.name) for each in person.ids):
            named = named or self._in(("student",), Id("name", person.name))
        elif found:
            named = set()  # the platform calls people by an id
        if found and len(found | named) > 1:
            several = ", ".join(sorted(found | named))
            raise TableError(f"{visible(person.name)}: its name and ids are of {several}")
        if len(named) > 1:
            several = ", ".join(sorted(named))
            raise TableError(f"{visible(person.name)}: {several} have this name")
        if found or named:
            return Match(found or named)
        return Match(self._teams.get(plain(person.name), set()), team=True)

    def _called(self, person: Person) -> set[str]:
        """Who has the person's name, else who has what of it may stand behind a group's."""
        ends = (self._names.get(letters(each), set()) for each in person.ends)
        return self._names.get(letters(person.name)) or set[str]().union(*ends)

    def named_by(self, ids: Iterable[Id]) -> set[str]:
        """Who has any of these ids where ids of its kind stand."""
        return set[str]().union(*(self._in(_OWN.get(each.kind, ()), each) for each in ids))

    def _in(self, columns: Iterable[str], one: Id) -> set[str]:
        found = (self._ids.get(each, {}).get(plain(one.value), set()) for each in columns)
        return set[str]().union(*found)

    def _elsewhere(self, one: Id, name: str) -> set[str]:
        """Who has this id in another column, if the roster has none for ids of the kind.

        Canvas's numbers are small, like those of students: the name must say the same.
        """
        own = any(each in self._ids for each in _OWN.get(one.kind, ()))
        if one.kind in ("moodle_id", "github_username") or (own and one.kind == "canvas_id"):
            return set()  # a number of another kind, or a name that students choose
        found = self._in(("student",), one) or self._in(_IDS, one)
        alone = one.kind == "canvas_id" and self._names
        return found & self._names.get(letters(name), set()) if alone else found


def _without_fractions(row: Row) -> Row:
    """The row with ids as they were before a spreadsheet took them for numbers."""
    ids = {*_STUDENT, *_IDS}
    cells = {name: _FRACTION.sub(r"\1", cell) if name in ids else cell
             for name, cell in row.cells.items()}  # fmt: skip
    return Row(row.place, cells)


def _with_moodles_number(row: Row) -> Row:
    """The row with the number of Moodle's that stands in its worksheet, `Participant 4001`."""
    found = _PARTICIPANT.fullmatch(row.first(IDENTIFIER))
    if found is None or "github_username" in row.cells:  # GitHub Classroom's own
        return row
    cells = {name: cell for name, cell in row.cells.items() if name not in IDENTIFIER}
    return Row(row.place, cells | {"moodle_id": found[1]})


def above_students(rows: Iterable[Mapping[str, str]]) -> int:
    """How many rows Canvas's gradebook has between its heading and the first student.

    They have neither an id nor a section, in whatever language they speak, and the last of them
    has the points; a student may be called anything.
    """
    number = 0
    for number, cells in enumerate(rows):
        if "section" not in cells or cells["section"].strip() or any(map(cells.get, _IDS)):
            return number
        if _POINTS in map(plain, cells.values()):
            return number + 1
    return number + 1


def _forms(cells: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    """A name's words in any turn, as one platform or another joins them."""
    whole = [f"{cells.get(first, '')} {cells.get(last, '')}" for first, last in _HALVES]
    for name in (*names, *whole):
        words = [word for word in _NO_LETTER.split(plain(name)) if word]
        for turn in range(len(words)):
            yield "".join(itertools.chain(words[turn:], words[:turn]))


def spellings(name: str) -> Iterator[str]:
    """A name's letters, its words in any turn, as `letters` finds them in a platform's table."""
    return (form for form in _forms({}, (name,)) if form)


def letters(name: str) -> str:
    """A name's letters, for comparing."""
    return _NO_LETTER.sub("", plain(name))


def id_kind(column: str) -> str | None:
    """What kind of ids stands in a column of this plain name; None if no ids do."""
    if column in _EMAIL:
        return "email"
    return column if column in _IDS else None


def is_name(column: str) -> bool:
    """Whether names stand in a column of this plain name."""
    return column in _NAMES
