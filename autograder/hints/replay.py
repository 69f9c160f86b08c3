"""Doing a check's steps again with another function in the place of the student's."""

from __future__ import annotations

import contextlib
import copy
import random
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np

from autograder.values import models
from autograder.values.calls import invoke
from autograder.values.plain import Model, from_value, to_value
from autograder.values.spy import Spy
from autograder.values.trace import MODEL, NUDGE, OUTPUTS, PARAMETERS, Step

USUAL: Final[dict[str, Any]] = {"over": "warn", "invalid": "warn", "divide": "warn"}
EPOCHS_PER_CALL: Final = 20
LONGEST_TRAINING: Final = 301  # epochs; a longer one is not done again


def replay(function: Callable[..., Any], task: str, steps: Sequence[Step]) -> Iterator[Step]:
    """The same steps, one by one, with `function` for `task`, as far as they can be done.

    The checks' models are built again. It ends early at a long training, and at a call of
    another task.
    """
    held: dict[int, Any] = {}
    for step in steps:
        if step.verb == MODEL and isinstance(step.value, Model):
            sizes, parameters = step.arguments
            held[step.value.reference] = models.build(sizes, parameters)  # type: ignore[arg-type]
            yield step
        elif step.verb in (PARAMETERS, OUTPUTS, NUDGE):
            yield _look(step, held)
        elif step.verb == task and not too_long(step):
            yield _call(function, step, held)
        else:
            return


def too_long(step: Step) -> bool:
    """Whether this is a training of many epochs."""
    return any(isinstance(each, Model) for each in step.arguments) and any(
        type(each) is int and each > LONGEST_TRAINING for each in step.arguments
    )


def cost(steps: Sequence[Step]) -> int:
    """How many plain calls the steps take as long as."""
    return len(steps) + epochs(steps) // EPOCHS_PER_CALL


def epochs(steps: Sequence[Step]) -> int:
    """How many epochs of training the steps ask for."""
    return sum(
        argument
        for step in steps
        if step.verb not in (PARAMETERS, OUTPUTS, NUDGE)
        and any(isinstance(each, Model) for each in step.arguments)
        for argument in step.arguments
        if isinstance(argument, int)
    )


def _look(step: Step, held: dict[int, Any]) -> Step:
    model = step.arguments[0]
    assert isinstance(model, Model)
    try:
        if step.verb == PARAMETERS:
            value: Any = list(models.parameters_of(held[model.reference]))
        else:
            look = models.outputs_of if step.verb == OUTPUTS else models.nudge
            inputs: Any = step.arguments[1]
            value = look(held[model.reference], inputs)
    except Exception:
        return Step(step.verb, step.arguments, raised=True)
    return Step(step.verb, step.arguments, to_value(value))


def _call(function: Callable[..., Any], step: Step, held: dict[int, Any]) -> Step:
    spied: list[Spy] = []

    def arrive(argument: Any) -> Any:
        if isinstance(argument, Model):
            return held[argument.reference]
        if isinstance(argument, Spy):
            spied.append(fresh(argument))
            return spied[-1]
        return from_value(argument)

    def hold(model: object) -> Model:
        reference = step.value.reference if isinstance(step.value, Model) else -1
        held[reference] = model
        return Model(reference)

    try:
        with np.errstate(**USUAL), warnings.catch_warnings():  # as where a student's code runs
            warnings.resetwarnings()
            returned = invoke(function, [arrive(each) for each in step.arguments], hold)
    except Exception:
        asked = tuple(tuple(each.calls) for each in spied)
        return Step(step.verb, step.arguments, asked=asked, raised=True)
    return Step(
        step.verb,
        step.arguments,
        returned.value,
        returned.changed,
        returned.warned,
        tuple(tuple(each.calls) for each in spied),
        kept=returned.kept,
    )


def fresh(argument: Any) -> Any:
    """A function that counts its calls as one not asked yet; any other argument as it is."""
    if not isinstance(argument, Spy):
        return argument
    again = copy.copy(argument)
    again.calls = []
    return again


@contextlib.contextmanager
def random_state_kept() -> Iterator[None]:
    """Whatever is drawn at random inside changes no random number outside."""
    python, numpy = random.getstate(), np.random.get_state()
    torch: Any = sys.modules.get("torch")
    drawn = None if torch is None else torch.random.get_rng_state()
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)
        if torch is not None and drawn is not None:
            torch.random.set_rng_state(drawn)
