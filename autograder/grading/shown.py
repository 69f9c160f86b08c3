"""What visible checks got that pages draw, beside what is right there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from autograder.checks.check_set import CheckSet
from autograder.checks.collect import Check
from autograder.checks.content import ContentError
from autograder.checks.local import LocalStudent
from autograder.checks.outcome import Run
from autograder.course.pictures import FILE, WHOLE, Picture
from autograder.grading.result import Numbers, ShownValue
from autograder.hints.replay import random_state_kept
from autograder.values.plain import Tensor, Value
from autograder.values.trace import Step


class Reference:
    """The steps of the pictured checks with the solution's functions, worked out once."""

    def __init__(
        self, checks: CheckSet, pictures: Sequence[Picture], solution: Mapping[str, Any]
    ) -> None:
        by_id = {check.id: check for check in checks.checks}
        self._places: dict[tuple[str, int, int], None] = {}
        self._steps: dict[str, list[Step]] = {}
        for picture in pictures:
            check = by_id.get(f"visible/{picture.check}")
            if check is None or check.task != picture.task:
                raise ContentError(
                    f"{FILE}: {picture.task} has no visible check {picture.check!r}; name one"
                )
            self._places.update(
                dict.fromkeys((check.id, picture.step, part) for part in picture.shown)
            )
            if check.id not in self._steps:
                self._steps[check.id] = _steps(checks, check, solution)

    def shown(self, runs: Sequence[Run]) -> list[ShownValue]:
        """What the student's own functions gave at the pictured places, and what is right there."""
        own = {run.check.id: run.steps if run.own_steps is None else run.own_steps for run in runs}
        return list(self._shown(own))

    def _shown(self, got: Mapping[str, Sequence[Step]]) -> Iterator[ShownValue]:
        for check, step, part in self._places:
            own = _numbers(got.get(check, ()), step, part)
            want = _numbers(self._steps[check], step, part)
            if own is not None and want is not None:
                yield ShownValue(check, step, part, own, want)


def _steps(checks: CheckSet, check: Check, solution: Mapping[str, Any]) -> list[Step]:
    student = LocalStudent(solution)
    with random_state_kept():
        checks.run(check, student)
    return student.steps


def _numbers(steps: Sequence[Step], place: int, part: int) -> Numbers | None:
    if place >= len(steps) or steps[place].raised:
        return None
    value: Any = steps[place].value
    if part != WHOLE:
        value = _part(value, part)
    return Numbers.of(value)


def _part(value: Any, part: int) -> Value:
    if isinstance(value, Tensor):
        value = value.array
    try:
        found: Value = value[part]
    except (TypeError, IndexError, KeyError):
        return None
    return found
