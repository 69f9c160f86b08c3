"""The `student` that every check gets: a few verbs, never a bare module.

In grading the student's code lives in another process; in self-check it is the module itself.
Both show the same verbs, so the same check files serve both.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .answers import Answer, kind_of
from .findings import fail
from .plain import Model, Tensor, to_plain

ModelAnswer = Model | Answer


class Student(ABC):
    """`student.sigmoid(z)` calls the student's function `sigmoid` and gives an Answer."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []

    def __getattr__(self, task: str) -> Callable[..., Answer]:
        if task.startswith("_"):
            raise AttributeError(task)

        def call(*arguments: object) -> Answer:
            answer = self._call(task, tuple(map(_frozen, arguments)))
            self.answers.append(answer)
            return answer

        return call

    def model(self, sizes: Sequence[int], parameters: Sequence[NDArray[Any]]) -> Model:
        """A fresh float32 network of these sizes and parameters, sigmoid after every layer."""
        return self._model(list(sizes), [np.asarray(p, dtype=np.float32) for p in parameters])

    def parameters(self, model: ModelAnswer) -> list[NDArray[Any]]:
        """The model's parameters as arrays, from input to output."""
        return self._parameters(self._reference(model))

    def outputs(self, model: ModelAnswer, X: NDArray[Any]) -> Answer:
        """The model's outputs for the rows of X, as an answer."""
        inputs = np.asarray(X, dtype=np.float32)
        value = self._outputs(self._reference(model), inputs)
        return Answer("model", (Tensor(inputs),), to_plain(value))

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
    def _model(self, sizes: list[int], parameters: list[NDArray[Any]]) -> Model: ...

    @abstractmethod
    def _parameters(self, model: Model) -> list[NDArray[Any]]: ...

    @abstractmethod
    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]: ...


def _frozen(argument: object) -> object:
    """What the answer remembers of an argument: the model of an answer, a copy of an array."""
    if isinstance(argument, Answer):
        return argument.value
    if isinstance(argument, (np.ndarray, np.generic)):
        return np.array(argument)
    if callable(argument) or isinstance(argument, (Model, Tensor)):
        return argument
    return to_plain(argument)
