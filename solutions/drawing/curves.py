"""Random errors and losses on which the wrong rules that students write give other answers.

All values are different multiples of 0.001, so no comparison hangs on a rounding error.
"""

from __future__ import annotations

from numpy.random import Generator

from solutions.terms import solution


def distinct(rng: Generator, count: int) -> list[float]:
    """So many different numbers from 0.1 to 0.999, in random order."""
    thousandths: list[int] = (100 + rng.choice(900, count, replace=False)).tolist()
    return [value / 1000 for value in thousandths]


def rivals(rng: Generator, best: int) -> tuple[list[float], list[float]]:
    """Validation and test errors of models; model `best` has the lowest validation error only.

    Neither the lowest test error nor the lowest sum is its own. The test errors have more than
    four digits, so that one that was rounded to four shows.
    """
    count = best + int(rng.integers(3, 9))
    while True:
        validation, test = distinct(rng, count), distinct(rng, count)
        test = [error + int(rng.integers(1, 5)) * 1.1e-4 for error in test]
        swap(validation, best, validation.index(min(validation)))
        swap(test, best + 1, test.index(min(test)))
        sums = [one + other for one, other in zip(validation, test, strict=True)]
        if min(sums) < sums[best]:
            return validation, test


def overfitting_curve(rng: Generator, best: int) -> list[float]:
    """Losses that fall to epoch `best` ≥ 3 but for one false alarm, and rise again at the end."""
    losses = distinct(rng, best + int(rng.integers(4, 9)))
    swap(losses, best, losses.index(min(losses)))
    losses[:best] = sorted(losses[:best], reverse=True)
    alarm = int(rng.integers(1, best))
    swap(losses, alarm - 1, alarm)
    losses[-2:] = sorted(losses[-2:])
    return losses


def falling_curve(rng: Generator) -> list[float]:
    """Losses of which the last is the lowest, after a false alarm."""
    best = int(rng.integers(7, 13))
    return overfitting_curve(rng, best)[: best + 1]


def rising_curve(rng: Generator) -> list[float]:
    """Losses of which the first is the lowest."""
    losses = distinct(rng, int(rng.integers(7, 13)))
    swap(losses, 0, losses.index(min(losses)))
    return losses


def stopping_curve(rng: Generator, patience: int) -> list[float]:
    """Losses on which training stops early, and neither wrong count of epochs finds the stop.

    The lowest loss comes last of all, after the stop.
    """
    while True:
        losses = overfitting_curve(rng, int(rng.integers(4, 8)))
        stop = solution.early_stop(losses, patience)
        wrong = (epochs_in_total(losses, patience), rises_in_a_row(losses, patience))
        if stop < len(losses) - 2 and stop not in wrong:
            return [*losses, min(losses) / 2]


def curve_with_a_tie(rng: Generator, patience: int) -> list[float]:
    """Losses on which training stops, unless a loss that equals the lowest counts as lower."""
    before = sorted(distinct(rng, int(rng.integers(2, 9))), reverse=True)
    waiting = [loss + 1 for loss in distinct(rng, patience)]
    waiting[int(rng.integers(patience))] = before[-1]
    return [*before, *waiting, before[-1] / 2, before[-1] / 4]


def epochs_in_total(losses: list[float], patience: int) -> int:
    """The stop of a rule that never sets its count of waiting epochs back to 0."""
    waited = 0
    for epoch, loss in enumerate(losses):
        waited += loss > min(losses[: epoch + 1])
        if waited == patience:
            return epoch
    return len(losses) - 1


def rises_in_a_row(losses: list[float], patience: int) -> int:
    """The stop of a rule that compares each loss with the one before, not with the lowest."""
    waited = 0
    for epoch in range(1, len(losses)):
        waited = waited + 1 if losses[epoch] >= losses[epoch - 1] else 0
        if waited == patience:
            return epoch
    return len(losses) - 1


def swap(values: list[float], one: int, other: int) -> None:
    """Exchange two entries in place."""
    values[one], values[other] = values[other], values[one]
