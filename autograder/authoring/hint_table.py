"""The table of hints that travels with the visible checks: `autograder hints` makes it.

Each wrong function of the mistakes is asked by the task's visible checks, and so are some that a
right answer is spoilt with. What they answer is kept with the words about them; a mistake that
the visible checks don't see, or can't tell from another, is left out. A task of which many answers
are right (one with a projection) has none.
"""

from __future__ import annotations

import inspect
import json
import random
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from autograder.authoring import usual_mistakes
from autograder.checks import collect, content
from autograder.checks.collect import Check
from autograder.checks.content import ASSIGNMENTS
from autograder.checks.expect import TRAINED
from autograder.checks.local import LocalStudent
from autograder.course import Course
from autograder.course.files import write
from autograder.course.languages import words
from autograder.hints import catalogue, general
from autograder.hints.catalogue import Catalogue
from autograder.hints.declare import Function
from autograder.hints.replay import USUAL, random_state_kept
from autograder.selfcheck.known_answers import (
    MODEL,
    NOTHING,
    Answers,
    KnownAnswers,
    agree,
    load,
    reduced,
    telling,
)
from autograder.values.findings import CheckFailed
from autograder.values.plain import Model, Tensor, Value
from autograder.values.trace import Step

_DIGITS: Final = 7  # far more than the checks' tolerance looks at
Traces = Mapping[str, Sequence[Step]]  # by the check's id


class _CanNotBeKeptError(Exception):
    """The function can't be asked in this way, or its answers can't be written down."""


def bring_up_to_date(course: Course, names: Sequence[str]) -> Iterator[str]:
    """Write the table of each assignment that needs another; a line for each. Raises KitError."""
    for name in names:
        path = course.folder / ASSIGNMENTS / name / content.HINTS
        made = table(course, name)
        if not is_current(course, name, made):
            write(path, as_json(made))
        yield f"{path}: hints for {len(made.hints)} mistakes"


def is_current(course: Course, name: str, made: KnownAnswers) -> bool:
    """Whether the table in the assignment's folder is this one.

    Trainings differ in their last digits from one processor to the next.
    """
    load.cache_clear()
    there, now = (json.loads(as_json(each)) for each in (load(course.folder, name), made))
    return _alike(there, now)


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        absolute, relative = TRAINED
        return bool(np.isclose(one, other, relative, absolute, equal_nan=True))
    return bool(one == other)


def table(course: Course, name: str) -> KnownAnswers:
    """The table of an assignment, as its checks and mistakes are now. Raises ContentError."""
    visible = collect.collect(course.folder, name, (ASSIGNMENTS,))
    solution = content.solution(course.folder, name)
    tasks = course.assignment(name).points
    known = catalogue.load(course.folder, name, tuple(tasks))
    asked = {
        task: _Asked([check for check in visible if check.task == task], solution, task, known)
        for task in tasks
    }
    answers = {task: each.answers() for task, each in asked.items()}
    errors = {task: each.errors() for task, each in asked.items()}
    named = {entry["mistake"] for own in (answers, errors) for all in own.values() for entry in all}
    return KnownAnswers(
        {id: _hint(course, name, known, id) for id in sorted(named)},
        {task: own for task, own in answers.items() if own},
        {task: own for task, own in errors.items() if own},
    )


def as_json(table: KnownAnswers) -> bytes:
    """The table as a person can read a change of it: one line for each mistake."""
    parts = {"hints": table.hints, "tasks": table.tasks, "errors": table.errors}
    lines = [f'"{name}": {_lines(part)}' for name, part in parts.items()]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _lines(part: Mapping[str, Any]) -> str:
    rows = []
    for name, content_ in part.items():
        if isinstance(content_, Mapping):
            rows.append(f" {json.dumps(name)}: {_line(content_)}")
        else:
            own = ",\n".join(f"  {_line(each)}" for each in content_)
            rows.append(f" {json.dumps(name)}: [\n{own}\n ]")
    return "{\n" + ",\n".join(rows) + "\n}" if rows else "{}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _hint(course: Course, name: str, known: Catalogue, id: str) -> Mapping[str, str]:
    if id in general.HINTS:
        return {each: words(course, each)(general.HINTS[id]) for each in course.languages}
    return next(each.words.hints for each in known.mistakes if each.id == f"{name}/{id}")


class _Asked:
    """One task's wrong functions, asked by its visible checks."""

    def __init__(
        self, checks: list[Check], solution: Mapping[str, Any], task: str, known: Catalogue
    ) -> None:
        self._checks = checks
        self._solution = solution
        self._task = task
        self._known = known

    def errors(self) -> list[dict[str, str]]:
        """The mistakes that are known by Python's own words."""
        return [
            {"mistake": _short(each.id), "text": each.words.error}
            for each in self._known.of_task(self._task)
            if each.words.error
        ]

    def answers(self) -> list[dict[str, Any]]:
        """What each mistake answers, as far as it can be told from all others."""
        if not self._checks or self._task in self._known.projections:
            return []
        right = _kept(self._traces(self._solution[self._task], 1))
        found = list(self._found(self._own(), right))
        usual_ones = [
            (id, answers)
            for id, answers in self._found(self._usual(), right)
            if not any(_same(answers, other) for _own, other in found)
        ]
        found += [
            each for place, each in enumerate(usual_ones)
            if not any(_same(each[1], other) for _id, other in usual_ones[:place])
        ]  # fmt: skip
        return [
            {"mistake": id, "answers": answers}
            for id, answers in found
            if all(id == other or not _same(answers, theirs) for other, theirs in found)
        ]

    def _own(self) -> Iterator[tuple[str, Function]]:
        for mistake in self._known.of_task(self._task):
            yield from ((_short(mistake.id), variant) for variant in mistake.variants)

    def _usual(self) -> Iterator[tuple[str, Function]]:
        right = self._solution[self._task]
        yield from usual_mistakes.wrong_functions(right, len(inspect.signature(right).parameters))

    def _found(
        self, functions: Iterator[tuple[str, Function]], right: Answers
    ) -> Iterator[tuple[str, Answers]]:
        """Those that answer something wrong, and the same when they are asked again."""
        seen: list[tuple[str, Answers]] = []
        for id, function in functions:
            try:
                traces = self._traces(function, 1)
                answers = _kept(traces)
                steady = agree(answers, self._traces(function, 2))
            except (_CanNotBeKeptError, usual_mistakes.DoesNotApply):
                continue
            if steady and _tells(answers, right) and (id, answers) not in seen:
                seen.append((id, answers))
                yield id, answers

    def _traces(self, function: Function, seed: int) -> Traces:
        """What it answers, where generators without a seed of their own begin with this one."""
        traces = {}
        with random_state_kept(), np.errstate(**USUAL), warnings.catch_warnings():
            warnings.resetwarnings()  # as in a notebook
            random.seed(seed)
            np.random.seed(seed)
            if "torch" in sys.modules:
                sys.modules["torch"].manual_seed(seed)
            for check in self._checks:
                student = LocalStudent({**self._solution, self._task: function})
                raised = collect.run(check, student)
                if raised is not None and not isinstance(raised, CheckFailed):
                    raise _CanNotBeKeptError
                traces[check.id] = telling(self._task, student.steps)
        return traces


def _short(id: str) -> str:
    return id.partition("/")[2]


def _kept(traces: Traces) -> Answers:
    return {
        check: [NOTHING if step.raised else _json(reduced(step.value)) for step in steps]
        for check, steps in traces.items()
    }


def _json(value: Value) -> Any:
    if isinstance(value, Model):
        return MODEL
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [_json(each) for each in value]
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    if value is None or isinstance(value, (bool, int, str)):
        return value
    raise _CanNotBeKeptError


def _tells(answers: Answers, right: Answers) -> bool:
    """Whether something came back that is not right."""
    return any(
        own != NOTHING and not _same({check: [own]}, {check: [want]})
        for check, all_ in answers.items()
        for own, want in zip(all_, right[check], strict=False)
    )


def _same(one: Answers, other: Answers) -> bool:
    return agree(one, {check: [_step(each) for each in all_] for check, all_ in other.items()})


def _step(answer: Any) -> Step:
    return Step("", (), raised=True) if answer == NOTHING else Step("", (), answer)
