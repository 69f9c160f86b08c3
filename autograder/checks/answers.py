"""A student's answer as a check sees it: what was called, with what, and what came back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.values.findings import fail
from autograder.values.plain import NotNumbers, Tensor, Unsupported, Value, as_array, unsupported
from autograder.values.show import show, show_call


@dataclass(frozen=True, slots=True)
class Answer:
    """`changed`: positions of arguments that the call modified, `after`: to what; `warned`.

    `inside`: positions of changed lists and tuples whose own parts changed and were not replaced.
    `kept`: positions of arguments whose memory the answer holds. All are the word of the process
    in which the student's code runs. `modifying`: the first answer of the task, this one or one
    before, whose call modified an argument.
    """

    task: str
    arguments: tuple[object, ...]
    value: Value
    changed: tuple[int, ...] = ()
    warned: tuple[str, ...] = ()
    part: str = ""
    after: tuple[Value, ...] = ()
    modifying: Answer | None = None
    kept: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()

    @property
    def called(self) -> str:
        """The call as text, with the part of its answer that is looked at."""
        call = show_call(self.task, self.arguments)
        return f"{call} → {self.part}" if self.part else call


def numbers(answer: Answer) -> NDArray[np.float64]:
    """The answer as a float64 array. The check fails when it is no array of numbers."""
    try:
        return as_array(answer.value)
    except NotNumbers as why:
        if why.reason == "ragged":
            fail("ragged", call=answer.called, got=show(answer.value))
        code = "odd" if isinstance(answer.value, Unsupported) else "kind"
        fail(code, call=answer.called, got=kind_of(answer))


def kind_of(answer: Answer) -> str:
    """What came back, for a message on its kind: None, a string, or the name of a type."""
    value = answer.value
    if isinstance(value, Unsupported):
        return value.type_name
    return show(value) if value is None or isinstance(value, str) else unsupported(value).type_name


def unpack(answer: Answer, *parts: str) -> tuple[Answer, ...]:
    """One answer for each name. The check fails unless exactly so many came back."""
    value: Any = answer.value
    if isinstance(value, Tensor):
        value = value.array
    single = isinstance(value, np.ndarray) and value.ndim == 0
    if single or not isinstance(value, (list, tuple, np.ndarray)):
        fail("parts", call=answer.called, got=kind_of(answer), want=len(parts))
    if len(value) != len(parts):
        fail("length", call=answer.called, got=len(value), want=len(parts))
    prefix = f"{answer.part}." if answer.part else ""
    return tuple(
        replace(answer, value=item if not isinstance(item, np.generic) else np.asarray(item),
                part=f"{prefix}{name}")
        for item, name in zip(value, parts, strict=True)
    )  # fmt: skip
