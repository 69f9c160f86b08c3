"""Whose a hand-in is: a student of the roster, or somebody under the platform's own name.

Nobody becomes another by a name. Where two whom the platform tells apart would be one student, only
who is surer of it is, and the others keep names of their own: what the student has stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

import msgspec

from autograder.intake.manifest import Attempt, Collected, Manifest, Student
from autograder.intake.names import name_for
from autograder.intake.roster import Match, Roster
from autograder.intake.said_apart import Id, Person
from autograder.intake.tables import TableError
from autograder.values.text import visible

_LASTING: Final = frozenset({"canvas_id", "github_username", "email"})  # in every export


class Who(NamedTuple):
    """Whose it is. `unknown`: why it is not whom the name says, for a person to look after.

    `ids`: what a manifest keeps of the ids under which it was handed in; none of a team.
    """

    students: list[Student]
    unknown: str | None
    ids: dict[str, str]


class _Claim(NamedTuple):
    """Whom somebody would be, if nobody else were."""

    person: Person
    students: list[str]
    match: Match = Match(set())
    unknown: str | None = None


def as_named_now(before: Manifest, roster: Roster | None) -> tuple[Manifest, dict[str, str]]:
    """What was collected, each student called as the roster calls them by now; and who is another.

    The attempts' files lie where they lay.
    """
    if roster is None:
        return before, {}
    ids = {each.student: _lasting(each.ids) for each in before.students}
    for each in before.collected:
        ids[each.student] = ids.get(each.student, set[Id]()).union(
            *(_lasting(attempt.ids) for attempt in each.attempts)
        )
    now = {name: roster.named_by(each) for name, each in ids.items()}
    renamed = {
        name: min(others) for name, others in sorted(now.items())
        if len(others) == 1 and name not in others
    }  # fmt: skip
    attempts: dict[tuple[str, str], list[Attempt]] = defaultdict(list)
    for each in sorted(before.collected, key=lambda each: each.student not in renamed):
        attempts[renamed.get(each.student, each.student), each.assignment] += each.attempts
    counts = {(each.student, each.assignment): each.counts for each in before.collected
              if each.student not in renamed}  # fmt: skip
    collected = [Collected(*key, counts.get(key, 0), made) for key, made in attempts.items()]
    students = [each for each in before.students if each.student not in renamed]
    return msgspec.structs.replace(before, students=students, collected=collected), renamed


def of_several(collected: Iterable[Collected]) -> Iterator[str]:
    """A line for each lasting id under which several students handed in."""
    whose: dict[Id, set[str]] = defaultdict(set)
    for each in collected:
        for one in (one for attempt in each.attempts for one in _lasting(attempt.ids)):
            whose[one].add(each.student)
    for one, students in sorted(whose.items()):
        if len(students) > 1:
            yield (
                f"{', '.join(sorted(students))}: all are {one.kind} {visible(one.value)}; write it "
                "into the line of one in the roster, and collect again with it"
            )


def _lasting(ids: Mapping[str, str]) -> set[Id]:
    return {Id(kind, ids[kind]) for kind in ids.keys() & _LASTING}


class People:
    """The students of a class, and the ids under which they handed in before."""

    def __init__(self, roster: Roster | None, collected: Iterable[Collected]) -> None:
        self._roster = roster
        self._before: dict[str, set[Id]] = defaultdict(set)
        for each in collected:
            for attempt in each.attempts:
                self.remember(each.student, attempt.ids)

    def remember(self, student: str, ids: Mapping[str, str]) -> None:
        """Note down under which of the lasting ids a student handed in."""
        self._before[student] |= _lasting(ids)

    def knows(self, name: str) -> bool:
        """Whether somebody of the class is called so, as far as the roster or before tells."""
        if name_for(name) in self._before:
            return True
        try:
            found = self._roster and self._roster.match(Person(name, (Id("student", name),)))
        except TableError:
            return True  # several are
        return bool(found and found.students)

    def of_export(self, listed: Iterable[Person]) -> dict[Person, Who]:
        """Who each of the people of one export is."""
        people = set(listed)
        ids = Counter((person.name, each) for person in people for each in person.ids)
        claims = {person: self._claim(person, _own_name(person, ids)) for person in people}
        by_student: dict[str, list[_Claim]] = defaultdict(list)
        for claim in claims.values():
            for student in claim.students:
                by_student[student].append(claim)
        return {
            person: self._who(claim, by_student, _own_name(person, ids))
            for person, claim in claims.items()
        }

    def _claim(self, person: Person, apart: str) -> _Claim:
        known = not self._ids(apart).isdisjoint(person.ids)
        name = apart if known else name_for(person.name)
        if self._roster is None:
            return _Claim(person, [name])
        try:
            found = self._roster.match(person)
        except TableError as error:
            return _Claim(person, [self._aside(name, person)], unknown=str(error))
        if not found.students:
            why = "not in the roster"
            why = f"{why}; {_advice(person)}" if name in self._roster.known_as else why
            return _Claim(person, [self._aside(name, person)], unknown=why)
        return _Claim(person, sorted(found.students), found)

    def _who(self, claim: _Claim, claims: Mapping[str, Sequence[_Claim]], apart: str) -> Who:
        doubts = {each: self._doubt(each, claim, claims[each]) for each in claim.students}
        known = {} if self._roster is None else self._roster.known_as
        students = []
        for name in claim.students:
            if doubts[name] is None and name in known:
                students.append(Student(name, known[name], enrolled=True))
            else:
                name = name if doubts[name] is None else self._aside(apart, claim.person)
                enrolled = None if self._roster is None else False
                students.append(Student(name, _known_as(claim.person), enrolled))
        why = claim.unknown or next((each for each in doubts.values() if each), None)
        kept = () if claim.match.team else claim.person.ids
        ids = {each.kind: each.value for each in kept if each.kind not in ("student", "owner")}
        return Who(students, why, ids)

    def _aside(self, name: str, person: Person) -> str:
        """The name, marked if somebody of the roster is called so: it is another's."""
        known = () if self._roster is None else self._roster.known_as
        where = "github" if any(each.kind == "github_username" for each in person.ids) else "?"
        return f"{name} ({where})" if name in known else name

    def _doubt(self, student: str, claim: _Claim, claims: Sequence[_Claim]) -> str | None:
        """Why the person is not taken for this student; without words where names are alike."""
        ids = {each.kind: each.value for each in claim.person.ids}
        advice = _advice(claim.person)
        rivals = [each for each in claims if _are_two(each.person, claim.person)]
        if any(self._level(student, each) >= self._level(student, claim) for each in rivals):
            if self._roster is None and not self._ids(student) and "owner" not in ids:
                return ""  # names are alike, and nobody loses anything
            return f"{len(rivals) + 1} people there would be {student}; {advice}"
        if self._level(student, claim):
            return None
        for one in claim.person.ids:
            for other in self._others(one, claim.students):
                return f"{visible(one.value)} was {other} before, not {student}; {advice}"
        for known in () if claim.match.team else sorted(self._ids(student)):
            if ids.get(known.kind, known.value) != known.value:
                return f"{student} was {visible(known.value)} before; {advice}"
        return None

    def _level(self, student: str, claim: _Claim) -> int:
        """How sure it is that the person is this student."""
        return 2 if claim.match.sure else int(not self._ids(student).isdisjoint(claim.person.ids))

    def _ids(self, student: str) -> Set[Id]:
        return self._before.get(student, frozenset())

    def _others(self, one: Id, students: Sequence[str]) -> list[str]:
        """Who else of the roster had this id before."""
        roster = () if self._roster is None else self._roster.known_as
        return [name for name in roster if one in self._ids(name) and name not in students]


def _are_two(one: Person, other: Person) -> bool:
    """Whether the platform tells them apart; folders tell nobody apart but by their owners."""
    ids, others = ({each.kind: each.value for each in person.ids} for person in (one, other))
    shared = ids.keys() & others.keys()
    if not shared:
        return one != other and bool(ids or others)
    return any(ids[kind] != others[kind] for kind in shared)


def _own_name(person: Person, ids: Mapping[tuple[str, Id], int]) -> str:
    """The platform's name of somebody, with an id that nobody else of that name has."""
    name = person.name
    own = [each.value for each in person.ids if ids[name, each] == 1 and each.value != name]
    return name_for(f"{name} ({own[0]})" if own else name)


def _known_as(person: Person) -> list[str]:
    """Names and ids as a file can hold them, without halves of characters."""
    names = {person.name, *(each.value for each in person.ids if each.kind != "owner")}
    return sorted(each.encode("utf-8", "replace").decode() for each in names)


def _advice(person: Person) -> str:
    kinds = sorted((each.kind for each in person.ids), key=lambda kind: kind not in _LASTING)
    if not kinds or kinds[0] == "student":
        return "see whose folder it is"
    return f"see who it is, and write each one's {kinds[0]} into the roster"
