"""FurtherCalls inputs, on which a wrong function must agree with the student's as well.

A check ends at its first failure; the calls that it would have gone on to make are further
inputs. They are known from a run of the checks with the solution. A catalogue may add others.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from autograder.checks.check_set import CheckSet
from autograder.checks.local import LocalStudent
from autograder.checks.outcome import Run
from autograder.checks.sameness import same_value
from autograder.hints.catalogue import Catalogue
from autograder.hints.compare import same_projection
from autograder.hints.declare import Projection
from autograder.hints.memory import fingerprint
from autograder.hints.replay import USUAL, cost, fresh, too_long
from autograder.sandbox.process import SandboxError
from autograder.values.calls import is_plain
from autograder.values.findings import CheckFailed, Ended, Finding
from autograder.values.plain import Model
from autograder.values.trace import MODEL, NUDGE, OUTPUTS, PARAMETERS, Step

MOST_CALLS: Final = 24
MOST_PLAIN_CALLS: Final = 150  # of a third of a millisecond each
CALL_SECONDS: Final = 1.0

Steps = Sequence[Step]


class Asker(Protocol):
    """The student behind the wire, still there when the score is fixed."""

    steps: list[Step]
    seconds: float

    def substitute(self, tasks: Sequence[str]) -> None: ...

    def fresh(self) -> Any: ...


class Recorder(LocalStudent):
    """Right functions, or others, of which no long training is asked."""

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Any:
        if too_long(Step(task, arguments)):
            raise CheckFailed(Finding("not_run"))
        with np.errstate(**USUAL):
            return super()._call(task, arguments)

    def _parameters(self, model: Model) -> list[NDArray[Any]]:
        try:
            return super()._parameters(model)
        except Exception as error:
            raise _unusable(error) from None

    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]:
        try:
            return super()._outputs(model, X)
        except Exception as error:
            raise _unusable(error) from None


def _unusable(error: Exception) -> CheckFailed:
    return CheckFailed(Finding("model_raised", {"type": type(error).__name__, "text": ""}))


class FurtherCalls:
    """The calls of an assignment's checks, as the solution would be asked."""

    def __init__(
        self,
        checks: CheckSet,
        catalogue: Catalogue,
        solution: Callable[[], Mapping[str, Any]],
    ) -> None:
        self._checks = checks
        self._catalogue = catalogue
        self._solution = solution
        self._episodes: dict[str, dict[str, Steps]] = {}

    def of_task(self, task: str) -> dict[str, Steps]:
        """For each check of the task: what it does with the solution."""
        if task not in self._episodes:
            self._episodes[task] = {
                check.id: record(self._checks, check, self._solution())
                for check in self._checks.checks
                if check.task == task
            }
        return self._episodes[task]

    def ask(self, task: str, failed: Sequence[Run], student: Asker) -> list[Steps]:
        """The failed checks' whole steps with the student's function; empty when it can't be asked.

        It can't when the same call is answered otherwise now: by chance, or because the checks
        stand in for the function.
        """
        student.substitute(())
        student.seconds = CALL_SECONDS
        asked: list[Steps] = []
        calls = 0
        try:
            if not _consistent(task, failed, student, self._catalogue.projections.get(task)):
                return []
            if task in self._catalogue.inputs:
                asked.append(ask_again(task, further_inputs(self._catalogue, task), student))
            rest = [self._rest(task, run) for run in failed]
            if all(is_plain(None, step.arguments) for steps in rest for step in steps):
                asked.append(ask_again(task, _once(rest)[:MOST_PLAIN_CALLS], student))
                return asked
            for run in failed:
                steps = self.of_task(task)[run.check.id]
                if len(steps) <= len(run.steps) or calls + cost(steps) > MOST_CALLS:
                    continue
                calls += cost(steps)
                asked.append(ask_again(task, steps, student))
        except (CheckFailed, Ended, SandboxError):
            return []
        return asked

    def _rest(self, task: str, run: Run) -> Steps:
        """The calls that the check had not come to."""
        return self.of_task(task)[run.check.id][len(run.steps) :]


def _once(rest: Sequence[Steps]) -> list[Step]:
    """Each of these calls once; checks may share them."""
    return list({fingerprint([step]): step for steps in rest for step in steps}.values())


def further_inputs(catalogue: Catalogue, task: str) -> Steps:
    """The calls that the catalogue adds to those of the checks."""
    given = catalogue.inputs.get(task)
    return [Step(task, arguments) for arguments in (given() if given is not None else ())]


def record(checks: CheckSet, check: Any, functions: Mapping[str, Any]) -> Steps:
    """What a check does with these functions."""
    recorder = Recorder(functions)
    checks.run(check, recorder)
    return recorder.steps


def ask_again(task: str, steps: Steps, student: Any) -> Steps:
    """These steps with another student. Raises CheckFailed when a model can't be looked at."""
    student.steps = []
    made: dict[int, Model] = {}
    for step in steps:
        arguments = [
            made[each.reference] if isinstance(each, Model) else fresh(each)
            for each in step.arguments
        ]
        if step.verb == MODEL:
            student.model(*arguments)
        elif step.verb == PARAMETERS:
            student.parameters(*arguments)
        elif step.verb == OUTPUTS:
            student.outputs(*arguments)
        elif step.verb == NUDGE:
            student.nudge(*arguments)
        elif step.verb == task:
            with contextlib.suppress(CheckFailed):
                getattr(student, task)(*arguments)
        if isinstance(step.value, Model):
            answer = student.steps[-1].value
            if not isinstance(answer, Model):
                break
            made[step.value.reference] = answer
    taken: Steps = student.steps
    return taken


def _trains(steps: Steps) -> bool:
    return any(isinstance(each, Model) for step in steps for each in step.arguments)


def _consistent(
    task: str, failed: Sequence[Run], student: Asker, projection: Projection | None
) -> bool:
    """Whether the first call that failed a check is answered now as it was then."""
    steps = failed[0].steps
    if cost(steps) > MOST_PLAIN_CALLS or (cost(steps) > MOST_CALLS and _trains(steps)):
        return False
    again = ask_again(task, steps, student)
    if projection is not None:
        return same_projection(projection, task, steps, again)
    return len(again) == len(steps) and all(map(same_value, steps, again))
