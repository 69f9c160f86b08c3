"""Where a student's function asked a function that the check gave it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .answers import Answer
from .expect import tolerance
from .findings import fail
from .watch import Watch

Place = Sequence[NDArray[np.float64]]


def expect_asked(answer: Answer, watched: Watch, places: Sequence[Place]) -> None:
    """Fail the check unless `watched` was asked exactly at these places, in this order.

    A place is the tuple of the arguments of one call.
    """
    asked = watched.asked
    name = watched.__name__
    if len(asked) != len(places):
        fail("asked_times", call=answer.called, name=name, got=len(asked), want=len(places))
    if all(map(_same_place, asked, places)):
        return
    if all(_same_place(place, places[0]) for place in asked):
        fail("asked_at_start", call=answer.called, name=name, times=len(asked))
    fail("asked_elsewhere", call=answer.called, name=name)


def _same_place(one: Place, other: Place) -> bool:
    return all(
        bool((np.abs(got - want) <= tolerance(want)).all())
        for got, want in zip(one, other, strict=True)
    )
