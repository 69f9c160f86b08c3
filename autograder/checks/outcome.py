"""What running a check comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from autograder.checks.collect import Check
from autograder.values.findings import Finding
from autograder.values.trace import Step

Outcome = Literal["passed", "failed", "timeout", "crashed", "refused", "error"]


@dataclass(slots=True)
class Run:
    """What one check came to. `carried_from` names the earlier tasks whose mistake it was.

    `steps`: what it did, as far as it came; the last time, if it was repeated. `own_steps`: what
    it did with the student's own functions alone, if others stood in for some the last time.
    """

    check: Check
    outcome: Outcome
    finding: Finding | None = None
    steps: list[Step] = field(default_factory=list)
    carried_from: tuple[str, ...] = ()
    error: BaseException | None = None
    own_steps: list[Step] | None = None

    def repeat_with_substitutes(self, steps: list[Step]) -> None:
        """Let these be its steps, and keep those that the student's own functions took."""
        if self.own_steps is None:
            self.own_steps = self.steps
        self.steps = steps

    @property
    def passed(self) -> bool:
        return self.outcome == "passed"
