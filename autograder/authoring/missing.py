"""What an assignment lacks, seen without running any of it.

A line says where, what is missing and what to do. Faults keep an assignment from being handed out
or graded; advice is for what students or teachers would miss.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from autograder.authoring.from_template import TODO
from autograder.checks import collect, content
from autograder.checks.check_set import CheckSet, require_known_tasks
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS, CHECKS, FOLDERS, SENTENCES, SOLUTIONS
from autograder.course import Course, source
from autograder.course.languages import untranslated
from autograder.course.source_rules import bound_names
from autograder.course.table import TABLE
from autograder.hints.mistake_words import MISTAKES, words_of_file
from autograder.proof.styles import RIGHT
from autograder.values.words import ENGLISH

_KINDS: Final = {True: (ASSIGNMENTS, "visible"), False: (SOLUTIONS, "hidden")}
_LEFT = re.compile(rf"\b{TODO}\b(?: \((\w+)\))?")


def faults_of_notebook(course: Course, name: str) -> Iterator[str]:
    """The set-up gives what the cells of the kit call. Raises SourceError."""
    for language in course.languages:
        cells = source.load(course, name).in_language(language)
        [setup] = [cell for cell in cells if cell.role == "setup"]
        if "check" not in {bound for bound, _line in bound_names(ast.parse(setup.text))}:
            yield (
                f"{ASSIGNMENTS}/{name}/notebook.py:{setup.line}: the set-up does not import "
                "`check`; write `from autograder.selfcheck import check, ready, say`"
            )
            return


def faults_of_checks(course: Course, name: str) -> Iterator[str]:
    """Every task has a solution, visible checks and hidden ones. Raises ContentError."""
    assignment = course.assignment(name)
    checks = collect.collect(course.folder, name)
    require_known_tasks(name, checks, tuple(assignment.points))
    solution = content.solution(course.folder, name)
    lacking = False
    for task in assignment.tasks:
        if not callable(solution.get(task.name)):
            yield (
                f"{SOLUTIONS}/{name}/solution.py:1: there is no function {task.name!r}; write it "
                "with the parameters that the notebook shows"
            )
        for visible, (folder, kind) in _KINDS.items():
            if not any(c.task == task.name and c.visible == visible for c in checks):
                lacking = True
                yield (
                    f"{folder}/{name}/{CHECKS}.py:1: {task.name!r} has no {kind} check; write one "
                    f'with @task("{task.name}", points=…)'
                )
    yield from _titles_of_nothing(course, name, checks)
    if not lacking:  # else points are missing, too
        CheckSet.load(course.folder, name, assignment.points, b"")


def _titles_of_nothing(course: Course, name: str, checks: tuple[Check, ...]) -> Iterator[str]:
    for visible, (folder, kind) in _KINDS.items():
        known = {check.id for check in checks if check.visible == visible}
        for id in content.sentences(course.folder, name).titles:
            if id.startswith(f"{kind}/") and id not in known:
                own = id.partition("/")[2]
                place = f"{folder}/{name}/{SENTENCES}"
                yield (
                    f"{place}:{_line(course, place, own)}: no {kind} check is called {own!r}; "
                    f"write the name that stands behind `def test_` in {CHECKS}.py"
                )


def advice(course: Course, name: str) -> Iterator[str]:
    """What can be done without, and would be missed. Raises ContentError."""
    yield from _untranslated_titles(course, name)
    yield from _untranslated_findings(course, name)
    yield from _mistakes(course, name)
    if not any((course.folder / SOLUTIONS / name / RIGHT).glob("*.py")):
        yield (
            f"{SOLUTIONS}/{name}/{RIGHT}:1: there is no right answer in another style; "
            "write one, to see that the checks are fair"
        )
    yield from _template_left(course, name)
    for language in course.languages:
        lacking = untranslated(course, language)
        if lacking != 0:
            yield (
                f"{ASSIGNMENTS}/{language}.po:1: {lacking or 'all'} sentences of the kit are in "
                f"English; write them there with `autograder messages {language}`"
            )


def _untranslated_titles(course: Course, name: str) -> Iterator[str]:
    spoken = set(course.languages) - {ENGLISH} if len(course.languages) > 1 else set[str]()
    for check in collect.collect(course.folder, name):
        folder, _kind = _KINDS[check.visible]
        for language in sorted(spoken - check.titles.keys()):
            own = check.id.partition("/")[2]
            yield (
                f"{folder}/{name}/{CHECKS}.py:{check.body.__code__.co_firstlineno}: the title of "
                f"{own!r} is not translated; write {own}.{language} in [titles] of {SENTENCES}"
            )


def _untranslated_findings(course: Course, name: str) -> Iterator[str]:
    for code, said in content.sentences(course.folder, name).findings.items():
        for language in sorted(set(course.languages) - said.keys()):
            for folder in FOLDERS:
                place = f"{folder}/{name}/{SENTENCES}"
                if line := _line(course, place, f"findings.{code}"):
                    yield (
                        f"{place}:{line}: {code!r} is not said in {language}; write {language} = "
                        "[with the values, without them]"
                    )


def _mistakes(course: Course, name: str) -> Iterator[str]:
    for task in course.assignment(name).tasks:
        place = f"{SOLUTIONS}/{name}/{MISTAKES}/{task.name}"
        if not (course.folder / f"{place}.py").is_file():
            yield (
                f"{place}.py:1: no mistakes about {task.name!r} are known; write the wrong "
                f"functions that you expect, and hints about them in {task.name}.toml"
            )
            continue
        for id, words in words_of_file(course.folder, course.folder / f"{place}.toml").items():
            for language in sorted(set(course.languages) - words.hints.keys()):
                yield (
                    f"{place}.toml:{_line(course, f'{place}.toml', f'[{id}]')}: the hint is not "
                    f"there in {language}; write {language} = …"
                )


def _template_left(course: Course, name: str) -> Iterator[str]:
    """Where an author still has to write: the mark that `autograder new` leaves."""
    folder = course.folder
    files = [folder / TABLE, *sorted((folder / ASSIGNMENTS).glob("guide.*.md"))]
    for each in FOLDERS:
        files += sorted(
            p for p in (folder / each / name).rglob("*") if p.suffix in (".py", ".toml")
        )
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
            if left := _LEFT.search(line):
                language = left[1]
                what = f"not translated into {language}" if language else "left for you to write"
                do = "translate it" if language else "write it"
                yield (
                    f"{file.relative_to(folder).as_posix()}:{number}: this is {what}; {do} and "
                    f"take {TODO} out"
                )


def _line(course: Course, place: str, text: str) -> int:
    """The first line of the file that holds this text; 0 if there is none."""
    file: Path = course.folder / place
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)
