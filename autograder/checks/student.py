"""The `student` that every check gets: a few verbs, never a bare module.

In grading the student's code lives in another process; in self-check it is the module itself.
Both show the same verbs, so the same check files serve both.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer, kind_of
from autograder.values.findings import fail
from autograder.values.models import Layer
from autograder.values.plain import Model, Tensor, to_value
from autograder.values.spy import Spy
from autograder.values.trace import MODEL, OUTPUTS, PARAMETERS, Asked, Step

ModelAnswer = Model | Answer


class Student(Protocol):
    """What a check sees: `student.mean(x)` calls the student's `mean` and gives an Answer."""

    def __getattr__(self, task: str) -> Callable[..., Answer]:
        """The student's function of this name."""

    def model(self, layers: Sequence[Layer], parameters: Sequence[NDArray[Any]]) -> Model:
        """A fresh float32 network of these layers and parameters, where the student's code runs."""

    def parameters(self, model: ModelAnswer) -> list[NDArray[Any]]:
        """The model's parameters as arrays, from input to output."""

    def outputs(self, model: ModelAnswer, X: NDArray[Any]) -> Answer:
        """The model's outputs for the rows of X, as an answer."""


class RecordedStudent(ABC):
    """A Student, wherever its functions live.

    `steps` remembers what was done, so that it can be done again with another function.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def __getattr__(self, task: str) -> Callable[..., Answer]:
        if task.startswith("_"):
            raise AttributeError(task)

        def call(*arguments: object) -> Answer:
            frozen = tuple(map(_frozen, arguments))
            spied = [each for each in frozen if isinstance(each, Spy)]
            before = [len(each.calls) for each in spied]
            answer: Answer | None = None
            try:
                answer = self._call(task, frozen)
                return answer
            finally:
                places = zip(spied, before, strict=True)
                asked = tuple(tuple(each.calls[start:]) for each, start in places)
                self.steps.append(_step(task, frozen, answer, asked))

        return call

    def model(self, layers: Sequence[Layer], parameters: Sequence[NDArray[Any]]) -> Model:
        """A fresh float32 network of these layers and parameters, where the student's code runs."""
        singles = [np.asarray(p, dtype=np.float32) for p in parameters]
        model = self._model(list(layers), singles)
        self.steps.append(Step(MODEL, (tuple(layers), singles), model))
        return model

    def parameters(self, model: ModelAnswer) -> list[NDArray[Any]]:
        """The model's parameters as arrays, from input to output."""
        reference = self._reference(model)
        self.steps.append(Step(PARAMETERS, (reference,), raised=True))
        parameters = self._parameters(reference)
        self.steps[-1] = Step(PARAMETERS, (reference,), list(parameters))
        return parameters

    def outputs(self, model: ModelAnswer, X: NDArray[Any]) -> Answer:
        """The model's outputs for the rows of X, as an answer."""
        inputs = np.asarray(X, dtype=np.float32)
        reference = self._reference(model)
        self.steps.append(Step(OUTPUTS, (reference, inputs), raised=True))
        value = to_value(self._outputs(reference, inputs))
        self.steps[-1] = Step(OUTPUTS, (reference, inputs), value)
        return Answer("model", (Tensor(inputs),), value)

    @staticmethod
    def _reference(model: ModelAnswer) -> Model:
        if isinstance(model, Model):
            return model
        if not isinstance(model.value, Model):
            fail("no_model", call=model.called, got=kind_of(model))
        return model.value

    @abstractmethod
    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer: ...

    @abstractmethod
    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model: ...

    @abstractmethod
    def _parameters(self, model: Model) -> list[NDArray[Any]]: ...

    @abstractmethod
    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]: ...


def _step(
    task: str, arguments: tuple[object, ...], answer: Answer | None, asked: tuple[Asked, ...]
) -> Step:
    if answer is None:
        return Step(task, arguments, asked=asked, raised=True)
    return Step(task, arguments, answer.value, answer.changed, answer.warned, asked)


def _frozen(argument: object) -> object:
    """What the answer remembers of an argument: the model of an answer, a copy of an array."""
    if isinstance(argument, Answer):
        return argument.value
    if isinstance(argument, (np.ndarray, np.generic)):
        return np.array(argument)
    if callable(argument) or isinstance(argument, (Model, Tensor)):
        return argument
    return to_value(argument)
