"""The one line beside a check that says which task it belongs to and what it is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

_Check = TypeVar("_Check", bound=Callable[..., object])
_MARK: Final = "task_mark"  # of a check; no mark of pytest's, which takes long to load


@dataclass(frozen=True, slots=True)
class Mark:
    """`seconds`: how long one call may take, when the course's limit is too short."""

    task: str
    points: float
    seconds: float | None


def task(name: str, *, points: float, seconds: float | None = None) -> Callable[[_Check], _Check]:
    """The decorator of every check. Raises ValueError unless points are multiples of 0.5."""
    if points <= 0 or points * 2 != int(points * 2):
        raise ValueError(f"points of a check are positive multiples of 0.5, not {points}")
    mark = Mark(name, float(points), seconds)

    def decorate(check: _Check) -> _Check:
        setattr(check, _MARK, mark)
        return check

    return decorate


def mark_of(check: Callable[..., object]) -> Mark | None:
    """The mark of a check function, or None for another function."""
    mark: Mark | None = getattr(check, _MARK, None)
    return mark


def title_of(check: Callable[..., object]) -> str:
    """The first line of the docstring: what a student reads. Raises ValueError without one."""
    lines = (check.__doc__ or "").strip().splitlines()
    if not lines:
        raise ValueError(f"the check {check.__name__} has no docstring; write its title there")
    return lines[0]
