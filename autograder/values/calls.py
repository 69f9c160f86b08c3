"""One call of a student's function: fresh arguments in, plain data out."""

from __future__ import annotations

import contextlib
import operator
import sys
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from autograder.values.plain import SCALARS, Model, Tensor, Value, to_value

HELD: Final = 16  # answers that are remembered, to be looked at again
_MAX_WARNINGS = 3
_MAX_PARTS = 100  # of an answer or argument that are looked at for their memory
_MAX_TEXT = 200


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """`changed`: positions of the arguments that were modified; `after`: what became of them.

    `inside`: positions of modified lists and tuples that hold the same objects as before, which
    were modified themselves. `kept`: positions of the arguments whose memory the answer holds.
    """

    value: Value
    changed: tuple[int, ...] = ()
    warned: tuple[str, ...] = ()
    after: tuple[Value, ...] = ()
    kept: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()


def invoke(
    function: Callable[..., object],
    arguments: Sequence[Any],
    hold: Callable[[object], Model] | None = None,
    given: deque[object] | None = None,
) -> CallOutcome:
    """Call `function(*arguments)`; see which arguments it modified and which warnings it gave.

    `given` remembers answers as they were given, models apart. Whatever the function raises
    passes through.
    """
    torch: Any = sys.modules.get("torch")
    if torch is not None:
        torch.set_grad_enabled(True)  # another task may have left it off
    before = [to_value(argument) for argument in arguments]
    parts = [_parts(argument) for argument in arguments]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", append=True)  # what the code itself silences stays silent
        answer = function(*arguments)
        value = to_value(answer, hold)
    if given is not None and not isinstance(value, Model):
        given.append(answer)
    now = [to_value(argument) for argument in arguments]
    pairs = enumerate(zip(before, now, strict=True))
    changed = tuple(position for position, (old, new) in pairs if not identical(old, new))
    warned = tuple(str(warning.message)[:_MAX_TEXT] for warning in caught[:_MAX_WARNINGS])
    after = tuple(now[position] for position in changed)
    inside = tuple(place for place in changed if _are(parts[place], _parts(arguments[place])))
    return CallOutcome(value, changed, warned, after, _kept(answer, arguments), inside)


def _parts(argument: object) -> list[object]:
    return list(argument) if isinstance(argument, (list, tuple)) else []


def _are(parts: Sequence[object], others: Sequence[object]) -> bool:
    """Whether there are some, and they are the same objects."""
    alike = len(parts) == len(others) and all(map(operator.is_, parts, others))
    return alike and len(parts) > 0


def _kept(answer: object, arguments: Sequence[object]) -> tuple[int, ...]:
    """Positions of the arguments that share memory with the answer."""
    own = list(_arrays(answer))
    return tuple(
        position
        for position, argument in enumerate(arguments if own else ())
        if any(np.may_share_memory(a, b) for b in _arrays(argument) for a in own)
    )


def _arrays(value: object, deep: bool = True) -> Iterator[NDArray[Any]]:
    """The array that a value is, or those in it, and the memory of tensors."""
    torch: Any = sys.modules.get("torch")
    if isinstance(value, np.ndarray):
        yield value
    elif torch is not None and isinstance(value, torch.Tensor):
        with contextlib.suppress(RuntimeError, TypeError):  # not of this process's memory
            yield value.detach().numpy()
    elif deep and isinstance(value, (list, tuple)):
        for each in value[:_MAX_PARTS]:
            yield from _arrays(each, deep=False)


def is_plain(value: object, arguments: Sequence[object]) -> bool:
    """Whether a call takes plain data alone and gave some: no function, no model."""
    return not any(callable(each) or isinstance(each, Model) for each in (value, *arguments))


def identical(one: Value, other: Value) -> bool:
    """Whether both are the same to the last bit, in shape and dtype."""
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        one, other = one.array, other.array
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return (
            one.shape == other.shape
            and one.dtype == other.dtype
            and one.tobytes() == other.tobytes()
        )
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        types = list(map(type, one))
        if SCALARS.issuperset(types) and types == list(map(type, other)) and one == other:
            return True
        return len(one) == len(other) and all(map(identical, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))  # NaN
