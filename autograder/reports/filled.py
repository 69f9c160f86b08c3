"""A platform's own file with the grades filled in: every other cell stays as it was."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from autograder.course import Course
from autograder.course.table import WRITTEN_POINTS
from autograder.intake.roster import IDENTIFIER, above_students
from autograder.intake.tables import TableError, lines, plain
from autograder.reports.class_record import ClassRecord
from autograder.reports.grades import Grade, Key
from autograder.reports.whose_line import Line, People
from autograder.values.text import visible

_CANVAS_ID: Final = re.compile(r"\s*\(\d+\)\s*\Z")  # of an assignment, behind its title
_GRADE: Final = ("grade", "성적")
_MAXIMUM: Final = ("maximum grade", "최고 성적", "최대 성적")
_DATE: Final = (1980, 1, 1, 0, 0, 0)


class Filled(NamedTuple):
    """The file, who of it or of the class could not be matched, and what to look at."""

    data: bytes
    missed: list[str]
    notes: list[str]


def canvas(course: Course, file: Path, record: ClassRecord, grades: Mapping[Key, Grade]) -> Filled:
    """Canvas's exported gradebook. Raises TableError when it is none."""
    table, separator = lines(file)
    heading = table[0] if table else []
    section = next((n for n, each in enumerate(heading) if plain(each) == "section"), None)
    if section is None:
        raise TableError(f"{file}: no column Section; export the gradebook from Canvas again")
    columns, missed = _canvas_columns(course, file, grades, heading, section + 1)
    scales = {name: _Scale(course, name) for name in columns}
    kinds = [{"id": "canvas_id"}.get(plain(each), plain(each)) for each in heading[:section]]
    names = [plain(each) for each in heading]
    first = 1 + above_students(dict(zip(names, row, strict=False)) for row in table[1:])
    for row, (name, column) in itertools.product(table[1:first][-1:] or [[]], columns.items()):
        scales[name].read(row, column)
    students = list(enumerate(table[first:], start=first + 1))
    lines_of = [Line.of(number, zip(kinds, row, strict=False)) for number, row in students]
    who = _Whose(file, lines_of, record, grades)
    for number, row in students:
        student = who.of.get(number)
        for name, column in columns.items():
            grade = None if student is None else grades.get((student, name))
            if grade is not None and column < len(row) and plain(row[column]) != "ex":
                row[column] = scales[name].filled(grade)
    notes = [note for scale in scales.values() for note in scale.notes(file)]
    return Filled(
        _written(file, table, separator), [*missed, *who.missed()], [*who.notes(), *notes]
    )


def _canvas_columns(
    course: Course, file: Path, grades: Iterable[Key], heading: Sequence[str], first: int
) -> tuple[dict[str, int], list[str]]:
    """Where each assignment is filled in, the only column of its whole name or title, from `first`
    on; and a line for those that have none. Raises TableError if none has.
    """
    titles = {n: _letters(_CANVAS_ID.sub("", each)) for n, each in enumerate(heading) if n >= first}
    columns, lacking, said = {}, [], []
    for name in sorted({assignment for _, assignment in grades}):
        called = {*map(_letters, (name, *course.assignment(name).title.values()))}
        found = [n for n, title in titles.items() if title in called]
        if len(found) == 1:
            columns[name] = found[0]
        elif found:
            listed = _listed(heading[n] for n in found)
            said.append(f"nothing filled in for {name}: it may be {listed}; rename all but one")
        else:
            lacking.append(name)
    if lacking:
        left = (heading[n] for n in titles if n not in columns.values())
        others = _listed(each for each in left if _CANVAS_ID.search(each))
        said.append(
            f"no column for {', '.join(lacking)}; there are {others or 'none'}; in the heading of "
            f"an assignment's column write its name before the number: '{lacking[0]} (123)'"
        )
    if not columns:
        raise TableError(f"{file}: {'; '.join(said)}")
    return columns, [f"{file.name}: {each}" for each in said]


def _letters(title: str) -> str:
    """A title for comparing: without spaces, too."""
    return "".join(plain(title).split())


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f"{each!r}" for each in columns)


class _Scale:
    """An assignment's points as the platform counts them, where its maximum is another.

    Its maximum stands for the assignment's own points; what a person gave for the written answer
    comes on top, unless the maximum is that of both.
    """

    def __init__(self, course: Course, name: str) -> None:
        self._name = name
        self._own = sum(course.assignment(name).points.values())
        self._most = math.inf  # where it is unknown
        self._others: set[float] = set()
        self._unread: set[str] = set()
        self._over: Counter[float] = Counter()  # by the maximum

    def read(self, row: Sequence[str], column: int | None) -> None:
        """Take the maximum from this cell, if there is one."""
        cell = row[column].strip() if column is not None and column < len(row) else ""
        said = _number(cell)
        self._most = said or math.inf
        if not said:
            self._unread.add(cell)
        elif said not in (self._own, self._own + WRITTEN_POINTS):
            self._others.add(said)

    def filled(self, grade: Grade) -> str:
        """What is written for a grade."""
        factor = self._most / self._own if self._most in self._others else 1
        points = grade.final * factor
        self._over[self._most] += points > self._most
        return f"{points:g}"

    def notes(self, file: Path) -> Iterator[str]:
        """What was done to the points, for a person."""
        for most in sorted(self._others):
            yield (
                f"{file.name}: {self._name} has {most:g} points there, {self._own:g} here; "
                "the grades are converted"
            )
        for cell in sorted(self._unread):
            points = repr(visible(cell)) if cell else "no"
            yield (
                f"{file.name}: {self._name} has {points} points there, so its grades stand as they "
                f"are here, of {self._own:g}"
            )
        for most, count in sorted((+self._over).items()):
            yield f"{file.name}: grades of {self._name} above the {most:g} points there: {count}"


def moodle(course: Course, file: Path, record: ClassRecord, grades: Mapping[Key, Grade]) -> Filled:
    """Moodle's grading worksheet of one assignment, in the site's language. Raises TableError."""
    table, separator = lines(file)
    heading = [plain(each) for each in table[0]] if table else []
    places = [_column(heading, names) for names in (IDENTIFIER, _GRADE)]
    if None in places:
        raise TableError(f"{file}: no columns Identifier and Grade; download the worksheet again")
    identifier, column = (place or 0 for place in places)
    maximum = _column(heading, _MAXIMUM)
    (name,) = {assignment for _, assignment in grades}
    scale = _Scale(course, name)
    students = [
        Line.of(number, _moodle_cells(heading[:column], row, identifier))
        for number, row in enumerate(table[1:], start=2)
    ]
    who = _Whose(file, students, record, grades)
    for number, row in enumerate(table[1:], start=2):
        student = who.of.get(number)
        if student is None or (student, name) not in grades or column >= len(row):
            continue
        scale.read(row, maximum)
        row[column] = scale.filled(grades[student, name])
    notes = [*who.notes(), *scale.notes(file)]
    return Filled(_written(file, table, separator), who.missed(), notes)


def _moodle_cells(
    heading: Sequence[str], row: Sequence[str], identifier: int
) -> Iterator[tuple[str, str]]:
    """What a line says of its student; the identifier is a word and a number."""
    for place, (column, cell) in enumerate(zip(heading, row, strict=False)):
        if place == identifier:
            yield "moodle_id", re.sub(r"\D", "", cell)
        else:
            yield column, cell


class _Whose:
    """Whose the lines of a table are, and who has none."""

    def __init__(
        self, file: Path, lines: Sequence[Line], record: ClassRecord, grades: Mapping[Key, Grade]
    ) -> None:
        self._file = file
        self._students = sorted({student for student, _ in grades})
        self.of, self._why = People(record, grades).whose(lines)

    def missed(self) -> list[str]:
        met = set(self.of.values())
        return [f"{self._file.name}: no line for {each}" for each in self._students
                if each not in met]  # fmt: skip

    def notes(self) -> list[str]:
        return [
            f"{self._file.name}:{number}: left as it was: {why}; fill it in yourself"
            for number, why in sorted(self._why.items())
        ]


def _column(heading: Sequence[str], names: Sequence[str]) -> int | None:
    return next((place for place, each in enumerate(heading) if each in names), None)


def _number(text: str) -> float | None:
    """A number with a point or a comma before its decimals, and perhaps the other at thousands."""
    text = re.sub(r"[\s'’]", "", text)
    if "." in text and "," in text:
        text = text.replace(min(".,", key=text.index), "")
    elif re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+", text):
        text = text.replace(",", "")
    text = text.replace(",", ".")
    return float(text) if re.fullmatch(r"[0-9]{1,9}(\.[0-9]*)?", text) else None


def _written(file: Path, table: Iterable[Sequence[str]], separator: str) -> bytes:
    before = file.read_bytes()
    text = io.StringIO(newline="")
    ends = "\r\n" if b"\r\n" in before or before.startswith((b"\xff\xfe", b"\xfe\xff")) else "\n"
    csv.writer(text, delimiter=separator, lineterminator=ends).writerows(table)
    return text.getvalue().encode("utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, the same bytes every time."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return data.getvalue()
