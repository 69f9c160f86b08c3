"""Whose a line of a platform's table is: each id in its own column, a name where no id is against.

Nobody's points go into two lines: of two lines that would be one student's, that with the surer
sign is, or neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from autograder.intake.manifest import Collected, Student
from autograder.intake.roster import id_kind, is_name, letters, spellings
from autograder.intake.tables import plain
from autograder.reports.class_record import ClassRecord
from autograder.reports.grades import Grade, Key

# Numbers that a platform gave, and names that students choose: they say nothing elsewhere
_NOWHERE_ELSE: Final = frozenset({"canvas_id", "moodle_id", "github_username", "github_id"})
_BY_ID, _BY_LIKELY_ID, _BY_NAME = 3, 2, 1


class Line(NamedTuple):
    """What a line says of its student: ids by their kind, and names."""

    number: int
    ids: Mapping[str, str]
    names: Sequence[str]

    @classmethod
    def of(cls, number: int, cells: Iterable[tuple[str, str]]) -> Line:
        """The line of these cells, each with its column."""
        ids, names = {}, []
        for column, cell in cells:
            kind = id_kind(column)
            if kind is not None and cell.strip():
                ids[kind] = plain(cell)
            elif is_name(column) and cell.strip():
                names.append(cell)
        return cls(number, ids, names)


class _Found(NamedTuple):
    """Who it may be; how sure, 0 where nobody is; and what is said of a line left as it is."""

    students: set[str]
    sure: int = 0
    why: str = ""


class People:
    """The students of a class by their ids and names: all who are known, graded or not."""

    def __init__(self, record: ClassRecord, grades: Mapping[Key, Grade]) -> None:
        self._graded = {student for student, _ in grades}
        listed = {each.student: each for each in record.students}
        self._ids: dict[str, dict[str, set[str]]] = {}  # by student and kind
        self._by_id: dict[str, dict[str, set[str]]] = {}  # students by kind and id
        self._by_likely_id: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        assignments = {assignment for _, assignment in grades}
        handed: dict[str, list[Collected]] = defaultdict(list)
        for each in record.collected:
            handed[each.student].append(each)
        for name in sorted(self._graded | set(listed)):
            self._add(listed.get(name, Student(name)), handed[name], assignments)

    def _add(self, one: Student, own: Iterable[Collected], assignments: set[str]) -> None:
        ids: dict[str, set[str]] = defaultdict(set)
        for kind, value in one.ids.items():
            ids[kind].add(plain(value))
        for each in own:
            for kind, value in (pair for attempt in each.attempts for pair in attempt.ids.items()):
                if kind != "moodle_id" or each.assignment in assignments:  # others in each of them
                    ids[kind].add(plain(value))
        self._ids[one.student] = ids
        for kind, values in ids.items():
            for value in values:
                self._by_id.setdefault(kind, {}).setdefault(value, set()).add(one.student)
        self._add_names(one, ids)

    def _add_names(self, one: Student, ids: Mapping[str, set[str]]) -> None:
        every = {value for values in ids.values() for value in values}
        known = [one.student, *one.known_as]
        names = [each for each in known if plain(each) not in every] or known
        for name in names:
            for form in (plain(name), *spellings(name)):
                self._by_name[form].add(one.student)
        nowhere = {value for kind in _NOWHERE_ELSE for value in ids.get(kind, ())}
        likely = {plain(each) for each in (known if not one.ids else known[:1])} | every
        for value in likely - nowhere:
            self._by_likely_id[value].add(one.student)

    def whose(self, lines: Sequence[Line]) -> tuple[dict[int, str], dict[int, str]]:
        """The student of each line, by its number; and why a line has none that may have one."""
        found = {line.number: self._find(line) for line in lines}
        whose: dict[int, str] = {}
        why = {
            number: each.why
            for number, each in found.items()
            if each.why and each.students & self._graded
        }
        places: dict[str, list[int]] = defaultdict(list)
        for number, each in found.items():
            if each.sure:
                (student,) = each.students
                places[student].append(number)
        for student, numbers in places.items():
            surest = max(found[number].sure for number in numbers)
            best = [number for number in numbers if found[number].sure == surest]
            if len(best) == 1:
                whose[best[0]] = student
            for number in numbers:
                if number not in whose and student in self._graded:
                    others = ", ".join(str(each) for each in numbers if each != number)
                    why[number] = f"may be {student}, as line {others} may"
        return whose, why

    def _find(self, line: Line) -> _Found:
        """The only student whom the line's ids mean, else its names."""
        sure = set[str]().union(
            *(self._by_id.get(kind, {}).get(value, set()) for kind, value in line.ids.items())
        )
        likely = set[str]().union(
            *(
                self._by_likely_id.get(value, set())
                for kind, value in line.ids.items()
                if kind not in self._by_id and kind != "moodle_id"
            )
        )
        students = sure | likely
        listed = ", ".join(sorted(students))
        if len(students) > 1:
            return _Found(students, why=f"its ids are of {listed}")
        if any(self._is_another(each, line) for each in students):
            return _Found(students, why=f"one of its ids is {listed}'s, another is not")
        if students:
            return _Found(students, _BY_ID if sure else _BY_LIKELY_ID)
        return self._named(line)

    def _named(self, line: Line) -> _Found:
        named = set[str]().union(
            *(
                self._by_name.get(form, set())
                for name in line.names
                for form in (plain(name), letters(name))
                if form
            )
        )
        left = {each for each in named if not self._is_another(each, line)}
        if len(left) == 1:
            return _Found(left, _BY_NAME)
        listed = ", ".join(sorted(left or named))
        why = f"{listed} have this name" if left else f"its name is {listed}'s, its ids are not"
        return _Found(left or named, why=why if named else "")

    def _is_another(self, student: str, line: Line) -> bool:
        """Whether an id of the line speaks against the student, who has another of that kind."""
        own = self._ids[student]
        return any(own.get(kind) and value not in own[kind] for kind, value in line.ids.items())
