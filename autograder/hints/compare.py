"""Whether a wrong function and a student's do the same, in values or beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final

from autograder.checks.sameness import same_places, same_value
from autograder.hints.declare import Projection
from autograder.values.plain import Tensor
from autograder.values.trace import Step


def same_projection(
    projection: Projection, task: str, mine: Sequence[Step], theirs: Sequence[Step]
) -> bool:
    """Whether the projection shows the same of both; answers that it can't read are compared."""
    one, other = list(_calls(task, mine)), list(_calls(task, theirs))
    seen = []
    for calls in (one, other):
        try:
            seen.append(projection(calls))
        except Exception:
            seen.append(None)
    if seen[0] is not None and seen[1] is not None:
        return bool(seen[0] == seen[1])
    if seen[0] is not None or seen[1] is not None:
        return False
    return all(map(same_value, mine, theirs))


def _calls(task: str, steps: Sequence[Step]) -> Iterator[tuple[tuple[object, ...], Any]]:
    return ((step.arguments, step.value) for step in steps if step.verb == task)


# findings that say nothing about the values: what they are about instead
SIDE_EFFECTS: Final = {
    "changed": "changed",
    "warned": "overflow",
    "attached": "attached",
    "tensor": "dtype",
    "dtype": "dtype",
    "asked_times": "asked",
    "asked_at_start": "asked",
    "asked_elsewhere": "asked",
}


def same_side_effects(one: Step, other: Step, aspects: Collection[str]) -> bool:
    """Whether both calls agree in these aspects, which are values of SIDE_EFFECTS."""
    return all(_ASPECTS[aspect](one, other) for aspect in aspects)


def overflowed(step: Step) -> bool:
    """Whether the call warned of an overflow."""
    return any("overflow" in text for text in step.warned)


def _attached(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return any(map(_attached, value))
    return isinstance(value, Tensor) and value.attached


def _dtypes(value: Any) -> object:
    if isinstance(value, (list, tuple)) and any(isinstance(part, Tensor) for part in value):
        return tuple(map(_dtypes, value))
    return value.array.dtype.name if isinstance(value, Tensor) else "no tensor"


_ASPECTS: Final[dict[str, Callable[[Step, Step], bool]]] = {
    "changed": lambda one, other: one.changed == other.changed,
    "overflow": lambda one, other: overflowed(one) == overflowed(other),
    "attached": lambda one, other: _attached(one.value) == _attached(other.value),
    "dtype": lambda one, other: _dtypes(one.value) == _dtypes(other.value),
    "asked": same_places,
}
