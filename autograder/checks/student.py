"""The `student` that every check gets: a few verbs, never a bare module.

In grading the student's code lives in another process; in self-check it is the module itself.
Both show the same verbs, so the same check files serve both.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer, kind_of
from autograder.checks.sameness import same
from autograder.values.calls import HELD, identical, is_plain
from autograder.values.findings import CheckFailed, fail
from autograder.values.models import Layer
from autograder.values.plain import Model, Tensor, Unsupported, Value, to_value
from autograder.values.show import show_call
from autograder.values.spy import Spy
from autograder.values.trace import MODEL, NUDGE, OUTPUTS, PARAMETERS, Asked, Step

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

    def nudge(self, model: ModelAnswer, X: NDArray[Any]) -> None:
        """Train the model a little: one step downhill on the sum of its outputs for X."""

    def look_again(self) -> None:
        """Fail the check when an answer is no longer what it was, or is another one now."""


class WithSteps(Student, Protocol):
    """A student of whom it is remembered what was done with them."""

    steps: list[Step]
    modifying: dict[str, Answer]

    def look_at_answers(self) -> None:
        """Fail the check when an answer is no longer what it was."""


class RecordedStudent(ABC):
    """A Student, wherever its functions live.

    `steps` remembers what was done, so that it can be done again with another function.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.modifying: dict[str, Answer] = {}  # by task, the first whose call modified something

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
                if answer.changed:
                    self.modifying.setdefault(task, answer)
                return replace(answer, modifying=self.modifying.get(task))
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

    def nudge(self, model: ModelAnswer, X: NDArray[Any]) -> None:
        """Train the model a little: one step downhill on the sum of its outputs for X.

        Fails the check when that can't be done.
        """
        inputs = np.asarray(X, dtype=np.float32)
        reference = self._reference(model)
        self.steps.append(Step(NUDGE, (reference, inputs), raised=True))
        self._nudge(reference, inputs)
        self.steps[-1] = Step(NUDGE, (reference, inputs))

    def look_again(self) -> None:
        """Fail the check when an answer changed afterwards, or comes out otherwise now.

        An answer depends on the arguments alone: the first and the last call are made again,
        where they take neither functions nor models; what those say may change.
        """
        self.look_at_answers()
        calls = filter(_is_answered, self.steps)
        plain = [step for step in calls if is_plain(step.value, step.arguments)]
        for step in plain[:: max(1, len(plain) - 1)]:
            try:
                again = self._call(step.verb, step.arguments).value
            except CheckFailed:
                again = Unsupported("error")
            if not same(step.value, again):
                fail("memory", call=show_call(step.verb, step.arguments))

    def look_at_answers(self) -> None:
        """Fail the check when an answer is no longer what it was: a later one took its memory."""
        calls = list(filter(_is_answered, self.steps))
        now = self._answers_now(min(len(calls), HELD))
        for step, value in zip(reversed(calls), reversed(now), strict=False):
            if not identical(step.value, value):
                fail("memory", call=show_call(step.verb, step.arguments))

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
    def _answers_now(self, count: int) -> Sequence[Value]:
        """What the last so many answers to plain calls hold now, where that is known."""

    @abstractmethod
    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model: ...

    @abstractmethod
    def _parameters(self, model: Model) -> list[NDArray[Any]]: ...

    @abstractmethod
    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[Any]: ...

    @abstractmethod
    def _nudge(self, model: Model, X: NDArray[Any]) -> None: ...


def _step(
    task: str, arguments: tuple[object, ...], answer: Answer | None, asked: tuple[Asked, ...]
) -> Step:
    if answer is None:
        return Step(task, arguments, asked=asked, raised=True)
    value, kept = answer.value, answer.kept
    return Step(task, arguments, value, answer.changed, answer.warned, asked, kept=kept)


def _is_answered(step: Step) -> bool:
    """Whether this is a call whose answer can be looked at again."""
    of_models = (MODEL, PARAMETERS, OUTPUTS, NUDGE)
    return not (step.raised or step.verb in of_models or isinstance(step.value, Model))


def _frozen(argument: object) -> object:
    """What the answer remembers of an argument: the model of an answer, a copy of an array."""
    if isinstance(argument, Answer):
        return argument.value
    if isinstance(argument, (np.ndarray, np.generic)):
        return np.array(argument)
    if callable(argument) or isinstance(argument, (Model, Tensor)):
        return argument
    return to_value(argument)
