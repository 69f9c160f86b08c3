"""Mistakes about `overfitting_epoch`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.hints import inputs, mistake, variant
from solutions.terms.solution import overfitting_epoch

Losses = Sequence[float]


@mistake("first-rise")
def first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            return epoch
    return None


@variant("first-rise")
def epoch_of_the_first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(1, len(validation_loss)):
        if validation_loss[epoch] > validation_loss[epoch - 1]:
            return epoch
    return None


@mistake("never-none")
def never_none(validation_loss: Losses) -> int:
    return int(np.argmin(validation_loss))


@mistake("number-for-none")
def minus_one_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return -1 if epoch is None else epoch


@variant("number-for-none")
def false_for_none(validation_loss: Losses) -> int | bool:
    epoch = overfitting_epoch(validation_loss)
    return False if epoch is None else epoch


@variant("number-for-none")
def length_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return len(validation_loss) if epoch is None else epoch


@variant("number-for-none")
def string_for_none(validation_loss: Losses) -> int | str:
    epoch = overfitting_epoch(validation_loss)
    return "None" if epoch is None else epoch


@mistake("epoch-after-the-lowest")
def epoch_after_the_lowest(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch + 1


@mistake("one-epoch-early")
def one_epoch_early(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch - 1


@mistake("highest-loss")
def highest_loss(validation_loss: Losses) -> int | None:
    worst = int(np.argmax(validation_loss))
    return None if worst == len(validation_loss) - 1 else worst


@variant("highest-loss")
def highest_loss_anywhere(validation_loss: Losses) -> int:
    return int(np.argmax(validation_loss))


@mistake("loss-for-epoch")
def loss_for_epoch(validation_loss: Losses) -> float | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else validation_loss[epoch]


@mistake("epoch-zero-is-nothing")
def epoch_zero_is_nothing(validation_loss: Losses) -> int | None:
    return overfitting_epoch(validation_loss) or None


@mistake("first-epoch-skipped")
def first_epoch_skipped(validation_loss: Losses) -> int | None:
    best = 1 + int(np.argmin(validation_loss[1:]))
    return None if best == len(validation_loss) - 1 else best


@mistake("last-valley")
def last_valley(validation_loss: Losses) -> int | None:
    found = None
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            found = epoch if epoch == 0 or _falls(validation_loss, epoch) else found
    return found


@mistake("last-rise")
def last_epoch_before_a_rise(validation_loss: Losses) -> int | None:
    rises = [
        epoch
        for epoch in range(len(validation_loss) - 1)
        if validation_loss[epoch + 1] > validation_loss[epoch]
    ]
    return rises[-1] if rises else None


def _falls(losses: Losses, epoch: int) -> bool:
    return losses[epoch] < losses[epoch - 1]


@inputs
def curve_with_the_highest_loss_last() -> list[tuple[Any, ...]]:
    return [([0.5, 0.3, 0.9],)]
