"""Where a student's function called a function that the check gave it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from autograder.checks.answers import Answer
from autograder.checks.expect import tolerance
from autograder.values.findings import fail
from autograder.values.spy import Spy

Place = Sequence[NDArray[np.float64]]


def expect_calls(answer: Answer, spied: Spy, places: Sequence[Place]) -> None:
    """Fail the check unless `spied` was called exactly at these places, in this order.

    A place is the tuple of the arguments of one call.
    """
    calls = spied.calls
    name = spied.__name__
    if len(calls) != len(places):
        fail("asked_times", call=answer.called, name=name, got=len(calls), want=len(places))
    if all(map(_same_place, calls, places)):
        return
    if all(_same_place(place, places[0]) for place in calls):
        fail("asked_at_start", call=answer.called, name=name, times=len(calls))
    fail("asked_elsewhere", call=answer.called, name=name)


def _same_place(one: Place, other: Place) -> bool:
    return all(
        bool((np.abs(got - want) <= tolerance(want)).all())
        for got, want in zip(one, other, strict=True)
    )
