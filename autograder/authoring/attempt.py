"""`autograder try`: one assignment released, run, graded and proved, and what it still lacks.

A line for each step as it goes, and below it what is to be done. A step that needs another one
which failed is left out. Faults keep an assignment from students; advice does not.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from autograder.authoring import graded, hint_table, missing, run_notebook
from autograder.checks.content import ASSIGNMENTS, CHECKS, HINTS, SOLUTIONS
from autograder.course import Course, source
from autograder.course.source import Source
from autograder.hints.mistake_words import MISTAKES
from autograder.nbgrader_plugin import instructor
from autograder.proof.campaign import Campaign, secrets_of
from autograder.proof.leaks import found_in_bundles, what_must_stay
from autograder.proof.outside import UNMET
from autograder.proof.pool import pool
from autograder.release import bundle
from autograder.values.errors import KitError

# A short proof, in one process: several would need longer to start than they save
_SECRETS: Final = 1
_MOST: Final = 12  # pairs of mistakes, and right tasks on a wrong one

# What to do about a problem of the proof, by what its line says
_TO_DO: Final = {
    " survives": "; fix a check, or list it in equivalent.toml with the reason why it is right",
    UNMET: "; draw such arguments, or list it in outside.toml with the reason why none come",
}

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Step:
    """`faults` gives a line for each fault, or raises KitError. `needs`: earlier steps."""

    says: str
    faults: Callable[[], Iterable[str]]
    needs: tuple[str, ...] = ()


def attempt(course: Course, name: str, say: Say) -> int:
    """Try the assignment; an exit code, 1 when it has a fault."""
    with tempfile.TemporaryDirectory(prefix="try-") as folder:
        steps = _Attempt(course, name, Path(folder)).steps()
        faults = _walk(steps, say)
    advice = _lines(partial(missing.advice, course, name)) + _lines(partial(_hints, course, name))
    for line in advice:
        say(f"· {line}")
    if faults:
        say(f"{name} can't be handed out: see ✗ above")
    else:
        say(f"{name} can be handed out{'; see · above for what is missing' if advice else ''}")
    return 1 if faults else 0


def _hints(course: Course, name: str) -> Iterator[str]:
    file = course.folder / ASSIGNMENTS / name / HINTS
    if file.exists() and not hint_table.is_current(course, name, hint_table.table(course, name)):
        yield (
            f"{ASSIGNMENTS}/{name}/{HINTS}:1: what `check` knows of mistakes is not what is in "
            f"{SOLUTIONS}/{name}/{MISTAKES} now; write it with `autograder hints {name}`"
        )


def _walk(steps: Iterable[_Step], say: Say) -> int:
    """Take the steps; how many faults there were."""
    done: set[str] = set()
    count = 0
    for step in steps:
        if not done.issuperset(step.needs):
            say(f"– {step.says}: not tried")
            continue
        faults = _lines(step.faults)
        say(f"{'✗' if faults else '✓'} {step.says}")
        for line in faults:
            say(f"    {line}")
        count += len(faults)
        if not faults:
            done.add(step.says)
    return count


def _lines(find: Callable[[], Iterable[str]]) -> list[str]:
    """What is found, and what ends the search, each on one line."""
    found: list[str] = []
    try:
        found.extend(find())
    except KitError as why:
        found.append(str(why))
    return [" ".join(line.split()) for line in found]


class _Attempt:
    """The steps of one attempt; `folder` is for the bundles."""

    def __init__(self, course: Course, name: str, folder: Path) -> None:
        self._course = course
        self._name = name
        self._folder = folder

    def steps(self) -> Iterator[_Step]:
        course, name = self._course, self._name
        cells, checks = "the notebook's source is in order", "each task has checks and a solution"
        bundles, solved = "the bundles are made", "the solution gets all points"
        nbgrader = "nbgrader gets a notebook with solution and mark scheme"
        yield _Step(cells, partial(missing.faults_of_notebook, course, name))
        yield _Step(checks, partial(missing.faults_of_checks, course, name))
        yield _Step(bundles, self._bundles, (cells,))
        for language in course.languages:
            runs = f"the untouched notebook runs ({language})"
            yield _Step(runs, partial(self._run, language, solved=False), (bundles,))
        grading = (bundles, checks)
        yield _Step(solved, self._graded(graded.faults_of_solution), grading)
        untouched = "the untouched notebook gets no point"
        yield _Step(untouched, self._graded(graded.faults_of_untouched), grading)
        yield _Step(nbgrader, self._instructor, (cells, checks))
        for language in course.languages:
            runs = f"the solved notebook runs ({language})"
            needs = (bundles, nbgrader)
            yield _Step(runs, partial(self._run, language, solved=True), needs)
        proved = "wrong answers lose points, right ones of any style and kind don't"
        yield _Step(proved, self._proof, (solved,))
        yield _Step("no bundle holds what must stay here", self._leaks, (*grading, nbgrader))

    @cached_property
    def _source(self) -> Source:
        return source.load(self._course, self._name)

    def _bundles(self) -> Iterator[str]:
        """Build the bundles and unpack each as a student would."""
        for _line in bundle.build(self._course, self._folder):
            pass
        for language, path in self._packed.items():
            with zipfile.ZipFile(path) as archive:
                archive.extractall(self._folder / language)
        yield from ()

    @property
    def _packed(self) -> dict[str, Path]:
        return {each: self._unpacked(each).with_suffix(".zip") for each in self._course.languages}

    def _unpacked(self, language: str) -> Path:
        return self._folder / language / bundle.folder_name(self._course, language)

    def _run(self, language: str, *, solved: bool) -> Iterator[str]:
        course, made, folder = self._course, self._source, self._unpacked(language)
        bodies = instructor.solution_bodies(made, course, language) if solved else {}
        return run_notebook.errors(course, made, language, folder, bodies)

    def _graded(
        self, faults: Callable[[Course, Source, bytes], Iterator[str]]
    ) -> Callable[[], Iterator[str]]:
        def found() -> Iterator[str]:
            notebook = self._unpacked(self._course.language) / f"{self._name}.ipynb"
            return faults(self._course, self._source, notebook.read_bytes())

        return found

    def _instructor(self) -> Iterator[str]:
        for language in self._course.languages:
            instructor.build(self._source, self._course, language)
        yield from ()

    def _proof(self) -> Iterator[str]:
        assignment = self._course.assignment(self._name)
        with pool(self._course, 1) as try_out:
            campaign = Campaign(self._course, assignment, try_out, lambda _text: None)
            trial = campaign.run(secrets_of(_SECRETS), _MOST)
        for problem in trial.problems:
            said = problem.removeprefix(f"{self._name}: ")
            place = (
                "" if said.startswith(SOLUTIONS) else f"{SOLUTIONS}/{self._name}/{CHECKS}.py:1: "
            )
            do = (what for sign, what in _TO_DO.items() if sign in said)
            yield f"{place}{said}{next(do, '')}"

    def _leaks(self) -> Iterator[str]:
        secrets = what_must_stay(self._course, self._name)
        bundles = (path.read_bytes() for path in self._packed.values())
        for found in sorted(found_in_bundles(secrets, bundles)):
            file, _, origin = found.partition(": ")
            yield f"{file}: this stands in {origin}; take it out"
