"""The class's page: what the class can do, what it gets wrong, who needs a look; one HTML file."""

from __future__ import annotations

import statistics as figures
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from autograder.course import Course
from autograder.course.languages import words
from autograder.hints.mistake_words import hint_text
from autograder.reports import charts
from autograder.reports.alike import Alike
from autograder.reports.class_words import NEEDS, OF, WORDS
from autograder.reports.comparison import Earlier, compared
from autograder.reports.entries import Entry, TaskEntry
from autograder.reports.grades import Grade, Key
from autograder.reports.page import page
from autograder.reports.said import PLAIN_ENOUGH, number
from autograder.reports.statistics import Line, lines, mistake_of, together
from autograder.reports.student_text import code_as_html
from autograder.values.findings import Finding
from autograder.values.text import visible
from autograder.values.words import Words

_BINS = 10
_FEW = 20  # students, below which a figure about a check says nothing
_MOST_CODE = 200_000  # letters of alike submissions: each may become twenty in HTML
_LAST = "~"  # after all keys
_GENERIC = "generic/"  # mistakes that any task may have
_OFTEN = 0.3  # of those who began a task: wrong answers without a hint


@dataclass(frozen=True, slots=True)
class Class:
    """What is known of a class. `graded`: done and all, while the grading goes on.

    `everybody`: also those of whom there is no entry.
    """

    course: Course
    entries: Sequence[Entry]
    unusable: Sequence[tuple[str, str]] = ()
    alike: Sequence[Alike] = ()
    earlier: Sequence[Earlier] = ()
    grades: Mapping[Key, Grade] = field(default_factory=dict)
    graded: tuple[int, int] | None = None
    everybody: Sequence[str] = ()


class Person(NamedTuple):
    """A student as a page names them; `link`: to their feedback, empty without names."""

    name: str
    link: str


class Mistake(NamedTuple):
    """A mistake of the class. `bar`: how many of those who began the task had it.

    `tasks`: more than one where a single student made it in each.
    """

    assignment: str
    tasks: tuple[str, ...]
    words: str
    how_many: str
    bar: Markup
    example: str
    who: tuple[Person, ...]


class Cell(NamedTuple):
    """Final points in the table of students; `checks`: those of the checks, if they are others.

    `kind`: how it is drawn.
    """

    text: str
    checks: str
    link: str
    kind: str


class StudentRow(NamedTuple):
    person: Person
    cells: tuple[Cell, ...]
    total: str
    final: str
    attempts: str
    late: str
    flags: str


def class_page(known: Class, language: str, *, names: bool = True) -> bytes:
    """The page in this language; without `names` nothing in it says who anybody is."""
    course, entries = known.course, known.entries
    say = words(course, language)
    own = {name: say(text) for name, text in WORDS.items() if "{" not in text}
    titles = {each.name: f"{each.section} {each.title[language]}" for each in course.assignments}
    people = _People(known, say, names)
    found = lines(entries)
    tasks = [line for line in found if line.kind == "task"]
    students = _students(known, people)
    has_final = any(not each.is_plain for each in known.grades.values())
    most = sum(sum(each.points.values()) for each in course.assignments)
    total = say(WORDS["total"], most=number(most))
    running = ""
    if known.graded is not None:
        running = say(WORDS["running"], done=known.graded[0], all=known.graded[1])
    return page(
        "class",
        language,
        own,
        course_title=course.title[language],
        running=running,
        titles=titles,
        cards=_cards(entries, len(people.order), own, say),
        mistakes=_mistakes(known, people, say, names),
        looks=_looks(entries, people, say),
        spread=_spread(entries, own),
        assignments=_assignments(course, entries),
        tasks=tasks,
        percent=_percent,
        share=lambda line: charts.bar(line.share or 0, f"{line.name}: {_percent(line.share)}"),
        comparisons=[compared(each, found, entries, names) for each in known.earlier],
        columns=[*titles.values(), *([own["final"]] if has_final else []), total],
        students=students,
        shown=say(WORDS["shown"], count="\n").split("\n"),
        has_final=has_final,
        has_attempts=any(row.attempts for row in students),
        has_late=any(row.late for row in students),
        alike=_alike(known, people, say, names),
        improve=_improve(
            together([found, *(each.lines for each in known.earlier)]),
            own,
            titles,
            _titles_of_checks(entries),
        ),
        unusable=[(visible(place), why) for place, why in known.unusable] if names else (),
        number=number,
    )


class _People:
    """Who is who on the page; without names a number, in an order that says nothing."""

    def __init__(self, known: Class, say: Words, names: bool) -> None:
        self._names = names
        keys = dict.fromkeys(known.everybody, _LAST)
        for each in known.entries:
            keys[each.student] = min(keys.get(each.student, each.key), each.key)
        ordered = sorted(keys, key=lambda student: (keys[student], student))
        self._number = {
            student: say(WORDS["anonymous"], number=place)
            for place, student in enumerate(ordered, 1)
        }
        self.order = sorted(keys) if names else ordered

    def person(self, student: str, assignment: str | None) -> Person:
        if not self._names:
            return Person(self._number[student], "")
        if assignment is None:
            return Person(visible(student), "")
        return Person(visible(student), f"{quote(student)}/{quote(assignment)}.html")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _cards(
    entries: Sequence[Entry], students: int, own: Mapping[str, str], say: Words
) -> list[tuple[str, str, str]]:
    """What stands first: words, figure, and the section that says more."""
    shares = [each.score / (each.most or 1) for each in entries if each.begun]
    return [
        (own["students"], str(students), "everybody"),
        (own["submissions"], str(len(entries)), "spread"),
        (
            say(WORDS["mean_begun"], count=len(shares)),
            _percent(figures.fmean(shares) if shares else None),
            "spread",
        ),
        (own["untouched"], str(sum(each.untouched for each in entries)), "spread"),
        (own["unreadable"], str(sum(each.unreadable for each in entries)), "look"),
        (own["looks"], str(sum(bool(each.needs) for each in entries)), "look"),
    ]


def _mistakes(known: Class, people: _People, say: Words, names: bool) -> list[Mistake]:
    """The mistakes with a name, the most frequent first; of those without, one for each task."""
    course = known.course
    made: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    begun: dict[tuple[str, str], int] = defaultdict(int)
    examples: dict[tuple[str, str, str], str] = {}
    said = {name: words(course, say.language, name) for name in course.names}
    for each in known.entries:
        for task in each.tasks:
            begun[each.assignment, task.name] += task.begun
            mistake = mistake_of(task)
            if mistake is not None:
                place = (each.assignment, task.name, mistake)
                made[place].append(each)
                if place not in examples:
                    examples[place] = _example(task, said[each.assignment])
    found = []
    for places in _in_rows(course, made, begun):
        assignment, task_name, mistake = places[0]
        who = made[places[0]]
        all_ = begun[assignment, task_name]
        count = say(OF, count=len(who), all=all_)
        found.append(
            Mistake(
                assignment,
                tuple(task for _assignment, task, _mistake in places),
                _in_words(course, mistake, say),
                count,
                charts.bar(len(who) / (all_ or 1), count),
                examples[places[0]] if names else "",  # it may quote what a student wrote
                tuple(people.person(each.student, assignment) for each in who),
            )
        )
    return found


def _in_words(course: Course, mistake: str, say: Words) -> str:
    """A mistake as a sentence: its hint, what a finding says without values, or that none does."""
    if mistake in PLAIN_ENOUGH:
        return say.finding(Finding(mistake), values=False)
    known = hint_text(course.folder, mistake, say) if mistake else None
    return known or say(WORDS["unnamed"])


def _in_rows(
    course: Course,
    made: Mapping[tuple[str, str, str], Sequence[Entry]],
    begun: Mapping[tuple[str, str], int],
) -> list[list[tuple[str, str, str]]]:
    """The places of mistakes in their order; what one student alone does everywhere is one row."""
    in_course = [(each.name, task.name) for each in course.assignments for task in each.tasks]

    def frequency(place: tuple[str, str, str]) -> tuple[int, float, int]:
        count, where = len(made[place]), place[:2]
        return -count, -count / (begun[where] or 1), in_course.index(where)

    rows: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for place in sorted(made, key=lambda place: (*frequency(place), place[2])):
        assignment, _task, mistake = place
        anywhere = not mistake or mistake in PLAIN_ENOUGH or mistake.startswith(_GENERIC)
        alone = len(made[place]) == 1 and anywhere
        row = (assignment, mistake, made[place][0].student, "alone") if alone else place
        rows.setdefault(row, []).append(place)
    return list(rows.values())


def _example(task: TaskEntry, say: Words) -> str:
    """The first visible failure in the page's language; nothing if its words are gone."""
    try:
        return "" if task.example is None else say.finding(task.example, values=True)
    except (LookupError, ValueError):
        return ""


def _looks(
    entries: Sequence[Entry], people: _People, say: Words
) -> list[tuple[Person, str, list[str]]]:
    return [
        (people.person(each.student, each.assignment), each.assignment,
         [say(NEEDS[need]) for need in each.needs])
        for each in entries
        if each.needs
    ]  # fmt: skip


def _spread(entries: Sequence[Entry], own: Mapping[str, str]) -> Markup:
    counts = [0] * _BINS
    for each in entries:
        counts[min(_BINS - 1, int(_BINS * each.score / (each.most or 1)))] += 1
    wide = 100 // _BINS
    labels = [f"{low}–{low + wide - (low + wide < 100)}" for low in range(0, 100, wide)]
    return charts.columns(own["spread"], counts, labels)


def _assignments(
    course: Course, entries: Sequence[Entry]
) -> list[tuple[str, int, str, str, int, int, int]]:
    found = []
    for assignment in course.assignments:
        own = [each for each in entries if each.assignment == assignment.name]
        scores = [each.score for each in own if each.begun]
        mean = f"{figures.fmean(scores):.1f}" if scores else "–"
        median = number(figures.median(scores)) if scores else "–"
        full = sum(each.score >= each.most for each in own)
        untouched = sum(each.untouched for each in own)
        unreadable = sum(each.unreadable for each in own)
        found.append((assignment.name, len(own), mean, median, full, untouched, unreadable))
    return found


def _students(known: Class, people: _People) -> list[StudentRow]:
    by_student: dict[str, dict[str, Entry]] = defaultdict(dict)
    for each in known.entries:
        by_student[each.student][each.assignment] = each
    return [_row(known, people, student, by_student[student]) for student in people.order]


def _row(known: Class, people: _People, student: str, own: Mapping[str, Entry]) -> StudentRow:
    names = known.course.names
    grades = {n: grade for n in names if (grade := known.grades.get((student, n))) is not None}
    cells, flags = [], {"absent"} if any(name not in own for name in names) else set()
    for name in names:
        link = people.person(student, name).link
        cells.append(_cell(own.get(name), grades.get(name), link))
    for each in own.values():
        flags |= {"look"} if each.needs else set()
        flags |= {"untouched"} if each.untouched else set()
    finals = {name: each.score for name, each in own.items()}
    finals |= {name: grade.final for name, grade in grades.items()}
    total, final = sum(each.score for each in own.values()), sum(finals.values())
    flags |= {"low"} if final < sum(each.most for each in own.values()) / 2 else set()
    return StudentRow(
        people.person(student, next(iter(own), None)),
        tuple(cells),
        number(total) if own else "–",
        number(final) if finals else "–",
        str(sum(each.attempts for each in grades.values()) or ""),
        ", ".join(name for name, each in grades.items() if each.days_late),
        " ".join(sorted(flags)),
    )


def _cell(each: Entry | None, grade: Grade | None, link: str) -> Cell:
    """What counts; for an assignment that was not handed in, only if a person gave something."""
    if each is None:
        return Cell("", "", "", "none") if grade is None else Cell(number(grade.final), "–", "", "")
    final = each.score if grade is None else grade.final
    checks = "" if final == each.score else number(each.score)
    return Cell(number(final), checks, link, "low" if final < each.most / 2 else "")


def _alike(known: Class, people: _People, say: Words, names: bool) -> list[dict[str, Any]]:
    """The alike submissions, with their codes side by side where names may be shown.

    The first share most; where the code of all would make a vast page, the last are without.
    """
    code = {(each.student, each.assignment): each.code for each in known.entries}
    found, room = [], _MOST_CODE
    for group in known.alike:
        who = [people.person(student, group.assignment) for student in group.students]
        codes = [code[student, group.assignment] for student in group.students]
        room -= sum(len(own.get(task, "")) for own in codes for task in group.tasks)
        shown = group.tasks if names and room >= 0 else ()
        sides = [
            [(each, code_as_html(own[task])) for each, own in zip(who, codes, strict=True)
             if task in own]
            for task in shown
        ]  # fmt: skip
        found.append(
            {
                "people": who,
                "assignment": group.assignment,
                "tasks": group.tasks,
                "fragments": say(WORDS["fragments"], count=group.shared),
                "sides": list(zip(shown, sides, strict=True)),
                "elsewhere": names and room < 0,
            }
        )
    return found


def _titles_of_checks(entries: Sequence[Entry]) -> dict[tuple[str, str], str]:
    return {
        (each.assignment, check.id): check.title
        for each in entries
        for task in each.tasks
        for check in task.checks
    }


def _improve(
    found: Sequence[Line],
    own: Mapping[str, str],
    titles: Mapping[str, str],
    checks: Mapping[tuple[str, str], str],
) -> list[tuple[str, list[str]]]:
    """What an author may want to change: checks that tell nobody apart, tasks without hints."""
    known = [line for line in found if line.begun >= _FEW and line.assignment in titles]
    failed = [line for line in known if line.kind == "check"]
    unnamed = [
        line for line in known
        if line.kind == "mistake" and not line.name and line.count >= _OFTEN * line.begun
    ]  # fmt: skip

    def named(line: Line) -> str:
        where = f"{titles[line.assignment]} · `{line.task}`"
        title = checks.get((line.assignment, line.name), line.name)
        return f"{where} · {title}" if title else where

    parts = [
        (own["always"], [named(line) for line in failed if line.count == line.begun]),
        (own["no_hint"], [f"{named(line)}: {line.count}/{line.begun}" for line in unnamed]),
        (own["never"], [named(line) for line in failed if line.count == 0]),
    ]
    return [(title, listed) for title, listed in parts if listed]
