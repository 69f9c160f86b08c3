"""Whether a function remembers: a wrong answer is right where nothing was asked before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from autograder.checks.outcome import Run
from autograder.checks.sameness import same_value
from autograder.hints.compare import same_projection
from autograder.hints.declare import Projection
from autograder.hints.further_calls import Asker, ask_again
from autograder.sandbox.process import SandboxError
from autograder.values.findings import CheckFailed, Ended
from autograder.values.plain import Model
from autograder.values.trace import Step

MOST_PROCESSES: Final = 3  # each is asked one call that was answered wrongly


def remembers(
    task: str,
    failed: Sequence[Run],
    right: Callable[[Sequence[Step]], Sequence[Step]],
    projection: Projection | None,
    student: Asker,
) -> bool:
    """Whether the first wrong call of a failed check is answered rightly by a fresh process.

    `right`: these steps with the solution; `projection`: what counts of an answer, where many
    are right.
    """

    def fits(got: Step, want: Step) -> bool:
        if projection is None:
            return same_value(got, want)
        return same_projection(projection, task, [want], [got])

    for run in failed[:MOST_PROCESSES]:
        pairs = zip(run.steps, right(run.steps), strict=False)
        wrong = [pair for pair in pairs if pair[0].verb == task and not fits(*pair)]
        if wrong and not any(isinstance(each, Model) for each in wrong[0][0].arguments):
            got, want = wrong[0]
            alone = _alone(task, got, student)
            if alone is not None and fits(alone, want):
                return True
    return False


def _alone(task: str, step: Step, student: Asker) -> Step | None:
    """The answer to this call in a process where nothing was asked before; None if none comes."""
    try:
        return ask_again(task, [step], student.fresh())[0]
    except (CheckFailed, Ended, SandboxError, IndexError):
        return None
