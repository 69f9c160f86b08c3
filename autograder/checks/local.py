"""The student's functions in this very process, behind the verbs that every check uses."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer
from autograder.checks.student import RecordedStudent
from autograder.values import models
from autograder.values.calls import HELD, invoke
from autograder.values.findings import CheckFailed, Finding, NotStarted, raised
from autograder.values.models import Layer
from autograder.values.plain import Model, Value, from_value, to_value
from autograder.values.show import show, show_call


class LocalStudent(RecordedStudent):
    """The functions of a namespace: a notebook's globals or a module's dictionary."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        super().__init__()
        self._namespace = namespace
        self._models: list[object] = []
        self._given: deque[object] = deque(maxlen=HELD)
        self._errors = np.geterr()  # as the student's code set it; checks run with their own

    def _call(self, task: str, arguments: tuple[Any, ...]) -> Answer:
        function = self._function(task)
        try:
            with np.errstate(**self._errors):
                returned = invoke(
                    function, [self._arrive(a) for a in arguments], self._hold, self._given
                )
        except NotImplementedError:
            raise NotStarted(Finding("not_started")) from None
        except Exception as error:
            call, name = show_call(task, arguments), type(error).__name__
            raise CheckFailed(raised(call, name, str(error)[:200])) from None
        return Answer(
            task, arguments, returned.value, returned.changed, returned.warned, kept=returned.kept
        )

    def _function(self, task: str) -> Any:
        if task not in self._namespace:
            raise CheckFailed(Finding("missing", {"task": task}))
        function = self._namespace[task]
        if not callable(function):
            raise CheckFailed(Finding("reused", {"task": task, "got": show(function)}))
        return function

    def _arrive(self, argument: Any) -> Any:
        if isinstance(argument, Model):
            return self._models[argument.reference]
        return argument if callable(argument) else from_value(argument)

    def _hold(self, model: object) -> Model:
        self._models.append(model)
        return Model(len(self._models) - 1)

    def _answers_now(self, count: int) -> list[Value]:
        return [to_value(answer) for answer in list(self._given)[-count:]] if count else []

    def _model(self, layers: list[Layer], parameters: list[NDArray[Any]]) -> Model:
        return self._hold(models.build(layers, parameters))

    def _parameters(self, model: Model) -> list[NDArray[Any]]:
        return models.parameters_of(self._models[model.reference])

    def _outputs(self, model: Model, X: NDArray[Any]) -> NDArray[np.float32]:
        return models.outputs_of(self._models[model.reference], X)

    def _nudge(self, model: Model, X: NDArray[Any]) -> None:
        try:
            models.nudge(self._models[model.reference], X)
        except Exception as error:
            values = {"type": type(error).__name__, "text": str(error)[:200]}
            raise CheckFailed(Finding("model_raised", values)) from None
