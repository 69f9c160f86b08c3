"""Mistakes about `early_stop`."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from autograder.hints import mistake, variant

Losses = Sequence[float]


@mistake("best-epoch-for-stop")
def best_epoch_for_stop(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return int(np.argmin(validation_loss[: stop + 1]))


@variant("best-epoch-for-stop")
def lowest_of_all_for_stop(validation_loss: Losses, patience: int) -> int:
    return int(np.argmin(validation_loss))


@variant("best-epoch-for-stop")
def best_epoch_where_stopped(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    if stop is None:
        return len(validation_loss) - 1
    return int(np.argmin(validation_loss[: stop + 1]))


def _stop(losses: Losses, patience: int, *, equal: bool = False) -> int:
    stop = _stop_if_any(losses, patience, equal)
    return len(losses) - 1 if stop is None else stop


def _stop_if_any(losses: Losses, patience: int, equal: bool = False) -> int | None:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(losses):
        if loss < lowest or (equal and loss == lowest):
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited >= patience:
            return epoch
    return None


@mistake("one-epoch-too-patient")
def one_epoch_too_patient(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience + 1)


@mistake("epoch-after-the-stop")
def number_of_epochs_trained(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience) + 1


@variant("epoch-after-the-stop")
def next_epoch_after_the_stop(validation_loss: Losses, patience: int) -> int:
    return min(_stop(validation_loss, patience) + 1, len(validation_loss) - 1)


@mistake("one-epoch-too-hasty")
def one_epoch_too_hasty(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest, waited = loss, 1
        else:
            waited += 1
        if waited >= patience and epoch > 0:
            return epoch
    return len(validation_loss) - 1


@mistake("epoch-before-the-stop")
def stop_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return stop - 1 if stop < len(validation_loss) - 1 else stop


@variant("one-epoch-too-hasty")
def minimum_counts_as_waiting(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest, waited = loss, 1
        else:
            waited += 1
        if waited >= patience:
            return epoch
    return len(validation_loss) - 1


@mistake("count-not-reset")
def count_not_reset(validation_loss: Losses, patience: int) -> int:
    lowest, waited = math.inf, 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest = loss
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@mistake("rises-in-a-row")
def rises_in_a_row(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[epoch - 1] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@mistake("equal-is-better")
def equal_is_better(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience, equal=True)


@mistake("stop-counted-from-the-lowest")
def stop_counted_from_the_lowest(validation_loss: Losses, patience: int) -> int:
    best = int(np.argmin(validation_loss))
    return min(best + patience, len(validation_loss) - 1)


@mistake("end-is-nothing")
def end_is_none(validation_loss: Losses, patience: int) -> int | None:
    return _stop_if_any(validation_loss, patience)


@variant("end-is-nothing")
def end_is_length(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return len(validation_loss) if stop is None else stop


@variant("end-is-nothing")
def end_is_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return -1 if stop is None else stop


@mistake("compares-with-the-first")
def compares_with_the_first(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[0] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@mistake("stops-at-patience")
def stops_at_patience(validation_loss: Losses, patience: int) -> int:
    return min(patience, len(validation_loss) - 1)


@mistake("never-stops")
def always_the_last_epoch(validation_loss: Losses, patience: int) -> int:
    return len(validation_loss) - 1


@mistake("loop-left-at-once")
def always_the_first_epoch(validation_loss: Losses, patience: int) -> int:
    return 0


@mistake("patience-ignored")
def patience_ignored(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, 1)
