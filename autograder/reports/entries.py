"""What a class's page needs of each result, a few hundred bytes of it, read one file at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern
from typing import Final, Literal, NamedTuple

from autograder.course import Course, records
from autograder.grading import result as results
from autograder.grading.result import CheckResult, Result, State, TaskResult
from autograder.reports.said import PLAIN_ENOUGH
from autograder.values.findings import Finding

Need = Literal["unreadable", "person", "hostile", "timeout", "crashed", "refused", "weak"]
_FINDINGS: Final[dict[str, Need]] = {
    "unreadable": "unreadable",
    "error": "person",
    "needs_person": "person",
    "forbidden": "hostile",
    "wire": "hostile",
    "callbacks": "hostile",
    "callbacks_large": "hostile",
    "not_loaded": "crashed",
    "no_time": "timeout",
}
_OUTCOMES: Final[dict[str, Need]] = {
    "timeout": "timeout",
    "crashed": "crashed",
    "refused": "refused",
    "error": "person",
}
_SAME: Final = {"raised_bare": "raised"}  # codes of findings that say the same to a teacher
_NO_NAME: Final = re.compile(r"name '(\w+)' is not defined")
_BEGUN: Final = ("passed", "partial", "failed")
_MAX_FILE: Final = 2 * results.MAX_BYTES


class CheckEntry(NamedTuple):
    """One check; `failed`: whether it cost points by itself; `title`: as the result says it."""

    id: str
    failed: bool
    title: str


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """One task. `hint`: the mistake that was recognised; `example`: its first visible failure.

    `wrong`: whether a check failed by the task's own doing; `plain`: the code of the finding, if
    all that failed speak for themselves, as errors do. `stopped`: whether its cell did not end.
    """

    name: str
    points: float
    earned: float
    state: State
    hint: str | None
    wrong: bool
    example: Finding | None
    checks: tuple[CheckEntry, ...]
    plain: str = ""
    stopped: bool = False

    @property
    def begun(self) -> bool:
        return self.stopped or self.state in _BEGUN


@dataclass(frozen=True, slots=True)
class Entry:
    """One result. `needs`: why a person should look at it; `code`: by task, as text."""

    student: str
    assignment: str
    score: float
    most: float
    needs: tuple[Need, ...]
    tasks: tuple[TaskEntry, ...]
    key: str
    code: dict[str, str] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        return any(task.begun for task in self.tasks)

    @property
    def unreadable(self) -> bool:
        return "unreadable" in self.needs

    @property
    def untouched(self) -> bool:
        return not (self.begun or self.unreadable)


@dataclass(frozen=True, slots=True)
class Read:
    """The entries of a folder of results, sorted; `unusable`: files left out, and why.

    `secrets`: how many were graded under each, by its fingerprint.
    """

    entries: list[Entry]
    unusable: list[tuple[str, str]]
    secrets: Counter[str] = field(default_factory=Counter)


def read(course: Course, out: Path) -> Read:
    """The entries of all results in this folder that can be used."""
    entries, unusable, secrets = [], [], Counter[str]()
    for place, found in stored(course, out):
        if isinstance(found, str):
            unusable.append((place, found))
        else:
            entries.append(entry(found))
            secrets[found.secret] += bool(found.secret)
    position = course.names.index
    entries.sort(key=lambda each: (each.student, position(each.assignment)))
    return Read(entries, unusable, +secrets)


def stored(course: Course, out: Path) -> Iterator[tuple[str, Result | str]]:
    """Every file of a result in this folder, by its place: the result, or why it can't be used."""
    for file in sorted(out.glob("*/*.json")):
        place = f"{file.parent.name}/{file.name}"
        if file.stem in course.names and not file.name.startswith("."):
            yield place, _result(course, file)


def usable(course: Course, out: Path) -> Iterator[Result]:
    """The results in this folder that can be used, one after the other."""
    for _place, found in stored(course, out):
        if isinstance(found, Result):
            yield found


def left_out(course: Course, out: Path) -> list[tuple[str, str]]:
    """The files of results that can't be used, by their place, and why."""
    return [(place, found) for place, found in stored(course, out) if isinstance(found, str)]


def _result(course: Course, file: Path) -> Result | str:
    try:
        if file.is_symlink() or file.stat().st_size > _MAX_FILE:
            return "not a result of a grading"
        result = results.decode(file.read_bytes())
    except OSError as why:
        return str(why.strerror)
    except records.UNREADABLE as why:
        return " ".join(str(why).split())[:200]
    if (result.student, result.assignment) != (file.parent.name, file.stem):
        return "its student or assignment is another than its place says"
    names = [task.name for task in course.assignment(result.assignment).tasks]
    if [task.name for task in result.tasks] != names:
        return "its tasks are not those of the course; grade it again"
    return result


def entry(result: Result) -> Entry:
    """What the class's page needs of a result."""
    gone = {task.name for task in result.tasks if task.state == "missing"}
    return Entry(
        result.student,
        result.assignment,
        result.score,
        result.max_score,
        tuple(sorted(_needs(result))),
        tuple(_task(task, gone) for task in result.tasks),
        result.key,
        {code.task: code.text for code in result.code},
    )


def _needs(result: Result) -> set[Need]:
    found: set[Need] = {"weak"} if result.isolation == "weak" else set()
    for task in result.tasks:
        for check in task.checks:
            code = check.finding.code if check.finding is not None else ""
            if need := _FINDINGS.get(code) or _OUTCOMES.get(check.outcome):
                found.add(need)
    return found


def _task(task: TaskResult, gone: Collection[str]) -> TaskEntry:
    hints = [check.hint for check in task.checks if check.hint is not None]
    failed = [check for check in task.checks if check.outcome != "passed" and not _waits(check)]
    codes = [check.finding.code for check in failed if check.outcome == "failed" and check.finding]
    example = next((check.finding for check in failed if check.visible and check.finding), None)
    plain = _SAME.get(codes[0], codes[0]) if codes and PLAIN_ENOUGH.issuperset(codes) else ""
    return TaskEntry(
        task.name,
        task.points,
        task.earned,
        task.state,
        hints[0] if hints else None,
        any(check.outcome == "failed" for check in failed)
        and not (plain and _lacks(example, gone)),
        example,
        tuple(CheckEntry(check.id, check in failed, intern(check.title)) for check in task.checks),
        plain,
        task.stopped,
    )


def _lacks(found: Finding | None, gone: Collection[str]) -> bool:
    """Whether the error is that a function of these tasks, which are gone, has no name."""
    if found is None or found.values.get("type") != "NameError":
        return False
    name = _NO_NAME.match(str(found.values.get("text")))
    return name is not None and name[1] in gone


def _waits(check: CheckResult) -> bool:
    return check.finding is not None and check.finding.code == "waits"
