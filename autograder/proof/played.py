"""A check run again on what it was answered, with other answers in the place of some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer
from autograder.checks.student import RecordedStudent
from autograder.values.calls import identical
from autograder.values.models import Layer
from autograder.values.plain import Model, Value
from autograder.values.spy import Spy
from autograder.values.trace import MODEL, NUDGE, OUTPUTS, PARAMETERS, Step


class Strayed(Exception):
    """The check asks for something else than it did: an answer went into another call."""


class Played(RecordedStudent):
    """Gives the recorded answers in their order. `instead`: other ones, by their places."""

    def __init__(self, recorded: Sequence[Step], instead: Mapping[int, Step]) -> None:
        super().__init__()
        self._recorded = recorded
        self._instead = instead
        self._place = 0

    def _next(self, verb: str, arguments: Sequence[object]) -> Step:
        place = self._place
        self._place += 1
        if place >= len(self._recorded) or not _is_call(self._recorded[place], verb, arguments):
            raise Strayed
        return self._instead.get(place, self._recorded[place])

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        step = self._next(task, arguments)
        spied = [each for each in arguments if isinstance(each, Spy)]
        for each, places in zip(spied, step.asked, strict=True):
            each.calls.extend(places)
        return Answer(task, arguments, step.value, step.changed, step.warned, kept=step.kept)

    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model:
        value: Any = self._next(MODEL, (tuple(layers), parameters)).value
        assert isinstance(value, Model)
        return value

    def _parameters(self, model: Model) -> list[NDArray[Any]]:
        value: Any = self._next(PARAMETERS, (model,)).value
        return [np.array(each) for each in value]

    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]:
        return np.asarray(self._next(OUTPUTS, (model, X)).value)

    def _nudge(self, model: Model, X: NDArray[Any]) -> None:
        self._next(NUDGE, (model, X))

    def _answers_now(self, _count: int) -> Sequence[Value]:
        return ()

    def look_again(self) -> None:
        """Nothing: these answers stay as they are."""


def _is_call(step: Step, verb: str, arguments: Sequence[object]) -> bool:
    return (
        step.verb == verb
        and len(step.arguments) == len(arguments)
        and all(map(_is_same, step.arguments, arguments))
    )


def _is_same(one: Any, other: Any) -> bool:
    return (callable(one) and callable(other)) or identical(one, other)
