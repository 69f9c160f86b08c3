"""Whether the checks see functions that are wrong under a condition, or that remember.

These mutants are wrapped around the solution's functions, not written into its text, and so are
tried in this process, on the numbers of the checks under a secret.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from autograder.checks import content
from autograder.checks.answers import Answer
from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.course import Assignment, Course
from autograder.hints import catalogue
from autograder.hints.conditions import Condition, conditions
from autograder.hints.declare import Projection
from autograder.hints.further_calls import Recorder
from autograder.hints.replay import random_state_kept
from autograder.proof.aliases import handing_back, hands_back
from autograder.proof.memories import Maker, memories
from autograder.proof.mutants import mutant_id
from autograder.proof.other_answers import given, is_wrong, other_answers, wrong_where
from autograder.proof.played import Played, Strayed
from autograder.values.plain import from_value
from autograder.values.spy import Spy
from autograder.values.trace import Step

CONDITION: Final = "condition"
MEMORY: Final = "memory"
ALIAS: Final = "alias"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One mutant: of which task, of which kind, what it does, and whether a check saw it.

    `asked`: a condition that no check meets is no mutant; it is listed, or a hole. An alias is no
    mistake everywhere, and checks see values alone: it is told where it is not seen.
    """

    task: str
    kind: str
    name: str
    found: bool
    asked: bool = True

    @property
    def id(self) -> str:
        return mutant_id(self.task, self.name)

    @property
    def change(self) -> str:
        """The name, as other mutants have it."""
        return self.name


def try_behaviours(course: Course, assignment: Assignment, secret: bytes) -> Iterator[Behaviour]:
    """Every condition and memory mutant of the assignment's tasks. Raises ContentError."""
    checks = CheckSet.load(course.folder, assignment.name, assignment.points, secret)
    solution = content.solution(course.folder, assignment.name)
    names = tuple(task.name for task in assignment.tasks)
    projections = catalogue.load(course.folder, assignment.name, names).projections
    with random_state_kept():
        for name in names:
            trial = _TaskTrial(checks, solution, name, projections.get(name))
            yield from trial.conditions()
            yield from trial.memories()


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """A check as it went with the solution."""

    check: Check
    steps: Sequence[Step]
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class _Call:
    """A call of the task: which step of which run, and how else it could be answered.

    `wrong`: which of these answers are mistakes.
    """

    run: _Run
    place: int
    others: Mapping[str, Step]
    wrong: Sequence[str]

    @property
    def step(self) -> Step:
        return self.run.steps[self.place]


def _seen(step: Step) -> tuple[Any, ...]:
    """The call's arguments; for a function among them, what it gave."""
    asked = iter(step.asked)
    return tuple(
        given(each(*place) for place in next(asked)) if isinstance(each, Spy) else each
        for each in step.arguments
    )


class _TaskTrial:
    """The checks of one task, and what the solution is asked in them.

    projection: what counts of the task's answers, where many are right.
    """

    def __init__(
        self,
        checks: CheckSet,
        solution: Mapping[str, Any],
        task: str,
        projection: Projection | None,
    ) -> None:
        self._checks = checks
        self._projection = projection
        self._solution = solution
        self._task = task
        self._right: Callable[..., Any] = solution[task]
        self._names = list(inspect.signature(self._right).parameters)
        self._runs = list(self._recorded())
        self._calls = [call for run in self._runs for call in self._calls_of(run)]
        given = min((len(call.step.arguments) for call in self._calls), default=0)
        self._names = self._names[:given]  # what every call passes

    def _recorded(self) -> Iterator[_Run]:
        """The checks that the solution passes here; some take too long."""
        for check in self._checks.of_task(self._task):
            student, start = Recorder(self._solution), time.perf_counter()
            if check.seconds is None and self._checks.run(check, student) is None:
                yield _Run(check, student.steps, time.perf_counter() - start)

    def _calls_of(self, run: _Run) -> Iterator[_Call]:
        for place, step in enumerate(run.steps):
            if step.verb == self._task:
                others = dict(other_answers(step, self._names))
                wrong = [how for how, other in others.items() if self._is_wrong(step, other)]
                yield _Call(run, place, others, wrong)

    def _is_wrong(self, step: Step, other: Step) -> bool:
        return is_wrong(step, other, self._projection)

    def conditions(self) -> Iterator[Behaviour]:
        known: dict[tuple[int, ...], list[tuple[str, bool]]] = {}
        arguments = [_seen(call.step) for call in self._calls]
        for condition in conditions(self._names, arguments):
            met = tuple(place for place, each in enumerate(arguments) if condition.holds(each))
            if not met:
                yield Behaviour(self._task, CONDITION, condition.name, False, asked=False)
                continue
            if len(met) == len(arguments):
                continue  # wrong everywhere: a mutant of another kind
            if met not in known:
                calls = [self._calls[place] for place in met]
                known[met] = list(self._under(condition, calls))
            for how, found in known[met]:
                yield Behaviour(self._task, CONDITION, f"{condition.name}: {how}", found)

    def _under(self, condition: Condition, met: Sequence[_Call]) -> Iterator[tuple[str, bool]]:
        """Each way to be wrong in these calls, and whether a check sees it."""
        for how in dict.fromkeys(how for call in met for how in call.wrong):
            calls = [call for call in met if how in call.others]
            yield how, self._is_seen(calls, condition, how)

    def _is_seen(self, calls: Sequence[_Call], condition: Condition, how: str) -> bool:
        runs = [run for run in self._runs if any(call.run is run for call in calls)]
        if calls[0].others[how].changed and self._looks_back(after=runs[0]):
            return True
        quick = sorted(runs, key=lambda run: run.seconds)
        return any(self._sees(run, calls, condition, how) for run in quick)

    def _sees(self, run: _Run, calls: Sequence[_Call], condition: Condition, how: str) -> bool:
        """Whether the check fails with these answers; it is not asked again but where it strays."""
        instead = {call.place: call.others[how] for call in calls if call.run is run}
        raised = self._checks.run(run.check, Played(run.steps, instead))
        if isinstance(raised, Strayed):
            return self._fails(run.check, wrong_where(self._right, condition, how))
        return raised is not None

    def _looks_back(self, after: _Run) -> bool:
        """Whether a later check fails where a call before it changed an argument."""
        return any(self._runs.index(run) > self._runs.index(after) for run in self._looking_back)

    @cached_property
    def _looking_back(self) -> list[_Run]:
        def fails(run: _Run) -> bool:
            student = Played(run.steps, {})
            student.modifying[self._task] = Answer(self._task, (), None, changed=(0,))
            return self._checks.run(run.check, student) is not None

        return list(filter(fails, self._runs))

    def memories(self) -> Iterator[Behaviour]:
        if not self._calls or not self._names:
            return
        steps = [call.step for call in self._calls]
        first = tuple(a if callable(a) else from_value(a) for a in steps[0].arguments)  # type: ignore[arg-type]
        for name, make in memories(self._names, first, steps[0].value):
            yield Behaviour(self._task, MEMORY, name, self._sees_always(make))
        if hands_back(self._right, steps):
            found = self._sees_always(handing_back)
            yield Behaviour(self._task, ALIAS, "an equal argument for the answer", found)

    def _sees_always(self, make: Maker) -> bool:
        """Whether a check fails for one such function, asked by all checks one after the other."""
        mutant = make(self._right)
        return any(self._fails(run.check, mutant) for run in self._runs)

    def _fails(self, check: Check, function: Callable[..., Any]) -> bool:
        student = Recorder({**self._solution, self._task: function})
        return self._checks.run(check, student) is not None
