"""How else a call could be answered: wrongly, or rightly with an argument changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.checks.sameness import same
from autograder.hints.compare import same_projection
from autograder.hints.conditions import Condition, Given, as_numbers
from autograder.hints.declare import Projection
from autograder.proof.wrong_answers import wrong_answers
from autograder.values.plain import Tensor, Value, from_value, to_value
from autograder.values.trace import Step

Function = Callable[..., Any]
TWICE: Final = (2e-9, 1e-5)  # a smaller difference could be a right answer in single precision


def other_answers(step: Step, names: Sequence[str]) -> Iterator[tuple[str, Step]]:
    """The same call as it would be answered otherwise, each with its name.

    names: of the arguments; the first array or list among them is what a function may change.
    """
    for how, wrong in wrong_answers(step.value):
        yield how, replace(step, value=wrong)
    place = next((p for p, each in enumerate(step.arguments) if _is_changeable(each)), None)
    if place is not None:
        yield f"changes {names[place]}", replace(step, changed=(*step.changed, place))


def is_wrong(right: Step, other: Step, projection: Projection | None) -> bool:
    """Whether a check should see the difference; some answers are as good as the solution's."""
    if other.changed != right.changed:
        return not set(other.changed) <= set(right.changed)
    if same(right.value, other.value, TWICE):
        return False
    if projection is None:
        return True
    return not same_projection(projection, right.verb, [right], [other])


def wrong_where(right: Function, condition: Condition, how: str) -> Function:
    """The function with these wrong answers where the condition holds."""

    def function(*arguments: Any) -> Any:
        heard = [_Heard(each) if callable(each) else each for each in arguments]
        seen: list[Any] = list(map(to_value, arguments))
        answer = right(*heard)
        for place, each in enumerate(heard):
            if isinstance(each, _Heard):
                seen[place] = given(each.answers)
        if not condition.holds(tuple(seen)):
            return answer
        value: Value = to_value(answer)
        wrong = dict(wrong_answers(value)).get(how, value)
        return from_value(wrong) if wrong is not value else answer

    return function


class _Heard:
    """A function, and what it answered."""

    def __init__(self, function: Function) -> None:
        self.answers: list[object] = []
        self._function = function

    def __call__(self, *arguments: object) -> Any:
        answer = self._function(*arguments)
        self.answers.append(to_value(answer))
        return answer


def given(answers: Iterable[Any]) -> Given:
    """What a function gave; of several values each by itself."""
    parts = (part for each in answers for part in (each if isinstance(each, tuple) else (each,)))
    return Given(tuple(array for array in map(as_numbers, parts) if array is not None))


def _is_changeable(argument: Any) -> bool:
    if isinstance(argument, Tensor):
        argument = argument.array
    if isinstance(argument, np.ndarray):
        return argument.size > 0
    return isinstance(argument, list) and len(argument) > 0
