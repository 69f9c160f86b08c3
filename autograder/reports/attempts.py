"""Where the best attempt counts: all of them graded, the others beside, the best in their place."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from autograder.grading import class_run, store
from autograder.grading.class_run import GradingRequest, Progress, Report
from autograder.grading.result import Result, Summary
from autograder.intake.attempts import ATTEMPTS
from autograder.intake.manifest import Collected
from autograder.intake.submissions import FolderError
from autograder.reports.grades import Key, Marks, marks

Feedback = Callable[[Result, str, Collected], None]


class _Graded(NamedTuple):
    result: Result
    language: str


def best(
    request: GradingRequest,
    progress: Progress,
    report: Report,
    handed: Mapping[Key, Collected],
    feedback: Feedback,
) -> dict[Key, Collected]:
    """Put the attempt with the highest final number into its place; of equal ones the last.

    What counts instead of the last, by student and assignment.
    """
    said = marks(request.course)
    others = _others(request, progress, report)
    counting: dict[Key, Collected] = {}
    for position, each in enumerate(report.results):
        key = each.student, each.assignment
        if key not in others or key not in handed:
            continue
        last = store.result_of(request.out, *key)
        if last is None:
            continue
        graded = others[key] | {handed[key].counts: _Graded(last, "")}
        number = _best(said, key, handed[key], graded)
        if number != handed[key].counts:
            counting[key] = msgspec.structs.replace(handed[key], counts=number)
            chosen = graded[number]
            store.put(_beside(request.out, handed[key]), last)
            store.put(request.out, chosen.result)
            feedback(chosen.result, chosen.language, counting[key])
            report.results[position] = Summary.of(chosen.result)
    return counting


def put_back(out: Path, handed: Mapping[Key, Collected]) -> None:
    """Put what was graded of the last attempts where it was, so that it is kept if it holds."""
    for key, each in handed.items():
        last = store.result_of(_beside(out, each), *key)
        if last is not None:
            store.put(out, last)


def _beside(out: Path, handed: Collected) -> Path:
    """Where the result of the last attempt lies while another one counts."""
    return out / ATTEMPTS / str(handed.counts)


def _others(
    request: GradingRequest, progress: Progress, report: Report
) -> dict[Key, dict[int, _Graded]]:
    """The attempts that are not the last, by number, graded beside the results."""
    others: dict[Key, dict[int, _Graded]] = {}
    for folder in sorted((request.place / ATTEMPTS).glob("*/")):
        number = int(folder.name) if folder.name.isdecimal() else 0

        def keep(found: Result, language: str, number: int = number) -> None:
            key = found.student, found.assignment
            others.setdefault(key, {})[number] = _Graded(found, language)

        out = request.out / ATTEMPTS / folder.name
        part = dataclasses.replace(request, place=folder, out=out)
        with contextlib.suppress(FolderError):
            report.lost += class_run.run(part, progress, keep).lost
    return others


def _best(said: Marks, key: Key, handed: Collected, graded: Mapping[int, _Graded]) -> int:
    finals = {
        each.number: said.grade(
            key, graded[each.number].result, msgspec.structs.replace(handed, counts=each.number)
        ).final
        for each in handed.attempts
        if each.number in graded
    }
    return max(finals, key=lambda number: (finals[number], number))
