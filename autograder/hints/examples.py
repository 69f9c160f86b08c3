"""An example that fails, where no cause was found: out of a list that hides nothing.

The examples are what the hidden checks would ask under a published secret. They are asked in a
process that has seen no check, so that nothing of the real ones can show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from autograder.checks.check_set import CheckSet
from autograder.checks.sameness import same_value
from autograder.hints.further_calls import Asker, Steps, ask_again, record
from autograder.hints.replay import random_state_kept, replay
from autograder.sandbox.process import SandboxError
from autograder.values.calls import is_plain
from autograder.values.findings import CheckFailed, Ended
from autograder.values.show import call_code, show_call
from autograder.values.trace import Step

PUBLISHED: Final = b"examples"  # the secret
MOST: Final = 40  # examples of a task, the shortest
LONGEST: Final = 100  # letters of a call


class Example(NamedTuple):
    """A call that the student's function gets wrong; `code`: the same as code to paste.

    What it gives is not told: the student sees it by running it, and code that has seen hidden
    numbers could put them there.
    """

    call: str
    code: str


class Examples:
    """The examples of an assignment's tasks. `checks`: those under the published secret."""

    def __init__(self, checks: CheckSet, solution: Callable[[], Mapping[str, Any]]) -> None:
        self._checks = checks
        self._solution = solution
        self._known: dict[str, Steps] = {}

    def failing(self, task: str, student: Asker) -> Example | None:
        """The first example that the student's function gets wrong."""
        with random_state_kept():
            wanted = self._of_task(task)
        try:
            given = ask_again(task, wanted, student.fresh())
        except (CheckFailed, Ended, SandboxError):
            return None
        for got, want in zip(given, wanted, strict=False):
            if not same_value(got, want):
                return Example(show_call(task, got.arguments), call_code(task, got.arguments))
        return None

    def _of_task(self, task: str) -> Steps:
        if task not in self._known:
            functions = self._solution()
            own = [check for check in self._checks.of_task(task) if check.seconds is None]
            steps = [step for check in own for step in record(self._checks, check, functions)]
            plain = [step for step in steps if step.verb == task and _can_be_shown(step)]
            shortest = sorted(plain, key=lambda step: len(show_call(task, step.arguments)))[:MOST]
            self._known[task] = list(replay(functions[task], task, shortest))
        return self._known[task]


def _can_be_shown(step: Step) -> bool:
    return is_plain(None, step.arguments) and len(show_call(step.verb, step.arguments)) <= LONGEST
