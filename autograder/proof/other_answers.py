"""How else a call could be answered: wrongly, or rightly with an argument changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from autograder.checks.sameness import same
from autograder.hints.compare import same_projection
from autograder.hints.conditions import Condition
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
        holds = condition.holds(tuple(map(_seen, arguments)))
        answer = right(*arguments)
        if not holds:
            return answer
        value: Value = to_value(answer)
        wrong = dict(wrong_answers(value)).get(how, value)
        return from_value(wrong) if wrong is not value else answer

    return function


def _is_changeable(argument: Any) -> bool:
    if isinstance(argument, Tensor):
        argument = argument.array
    if isinstance(argument, np.ndarray):
        return argument.size > 0
    return isinstance(argument, list) and len(argument) > 0


def _seen(value: Any) -> Any:
    """The argument as recorded calls have it."""
    return value if callable(value) else to_value(value)
