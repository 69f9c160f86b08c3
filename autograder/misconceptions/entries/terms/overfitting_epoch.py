"""Misconceptions about `overfitting_epoch`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.misconceptions.catalogue import inputs, misconception, way
from solutions.terms import overfitting_epoch

Losses = Sequence[float]


@misconception(
    "terms/first-rise",
    title="stops at the first rise",
    why="A curve is expected to fall once and then rise for good.",
    en="The answer is where the loss rises for the first time. Does it fall below that value "
    "later on?",
    ko="손실이 처음 오르는 곳을 답했습니다. 그 뒤에 손실이 더 내려가지는 않나요?",
)
def first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            return epoch
    return None


@way("terms/first-rise")
def epoch_of_the_first_rise(validation_loss: Losses) -> int | None:
    for epoch in range(1, len(validation_loss)):
        if validation_loss[epoch] > validation_loss[epoch - 1]:
            return epoch
    return None


@misconception(
    "terms/never-none",
    title="names an epoch although the loss still falls",
    why="The lowest loss always has an epoch.",
    en="On a curve that falls to its end an epoch comes back. Has overfitting begun there?",
    ko="끝까지 내려가는 곡선에서도 에포크를 답합니다. 그 곡선에서 과적합이 시작되었나요?",
)
def never_none(validation_loss: Losses) -> int:
    return int(np.argmin(validation_loss))


@misconception(
    "terms/number-for-none",
    title="returns a number or False instead of None",
    why="Other languages have −1 for “not found”.",
    en="Where there is no overfitting something else than None comes back. What does the "
    "docstring ask for in that case?",
    ko="과적합이 없을 때 None이 아닌 값이 돌아옵니다. docstring은 그 경우에 무엇을 요구하나요?",
)
def minus_one_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return -1 if epoch is None else epoch


@way("terms/number-for-none")
def false_for_none(validation_loss: Losses) -> int | bool:
    epoch = overfitting_epoch(validation_loss)
    return False if epoch is None else epoch


@way("terms/number-for-none")
def length_for_none(validation_loss: Losses) -> int:
    epoch = overfitting_epoch(validation_loss)
    return len(validation_loss) if epoch is None else epoch


@way("terms/number-for-none")
def string_for_none(validation_loss: Losses) -> int | str:
    epoch = overfitting_epoch(validation_loss)
    return "None" if epoch is None else epoch


@misconception(
    "terms/epoch-after-the-lowest",
    title="is one epoch late",
    why="Overfitting begins after the lowest loss, or epochs are counted from 1.",
    en="The answer is one more than expected. Which number has the first epoch, and at which "
    "epoch is the loss lowest?",
    ko="답이 하나 큽니다. 첫 에포크의 번호는 몇이고, 손실은 어느 에포크에서 가장 낮나요?",
)
def epoch_after_the_lowest(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch + 1


@misconception(
    "terms/one-epoch-early",
    title="is one epoch early",
    why="A loop over neighbours names the first of the two.",
    en="The answer is one less than expected. Which of two neighbouring epochs does the loop name?",
    ko="답이 하나 작습니다. 반복문이 이웃한 두 에포크 가운데 어느 쪽을 가리키나요?",
)
def one_epoch_early(validation_loss: Losses) -> int | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else epoch - 1


@misconception(
    "terms/highest-loss",
    title="looks for the highest loss",
    why="Overfitting is bad, and a high loss is bad.",
    en="The answer is the epoch of the highest loss. Where is the model at its best on unseen "
    "data?",
    ko="손실이 가장 높은 에포크를 답했습니다. 처음 보는 데이터에서 모델이 가장 좋은 곳은 "
    "어디인가요?",
)
def highest_loss(validation_loss: Losses) -> int | None:
    worst = int(np.argmax(validation_loss))
    return None if worst == len(validation_loss) - 1 else worst


@way("terms/highest-loss")
def highest_loss_anywhere(validation_loss: Losses) -> int:
    return int(np.argmax(validation_loss))


@misconception(
    "terms/loss-for-epoch",
    title="returns the loss instead of its epoch",
    why="`min` finds the value, and the value looks like the answer.",
    en="A loss comes back where an epoch is asked for. At which position does that loss stand?",
    ko="에포크 대신 손실이 돌아왔습니다. 그 손실은 몇 번째에 있나요?",
)
def loss_for_epoch(validation_loss: Losses) -> float | None:
    epoch = overfitting_epoch(validation_loss)
    return None if epoch is None else validation_loss[epoch]


@misconception(
    "terms/epoch-zero-is-nothing",
    title="takes epoch 0 for no epoch",
    why="0 counts as false.",
    en="When the very first loss is the lowest, None comes back. What does Python make of 0 in "
    "an `if`?",
    ko="첫 손실이 가장 낮을 때 None이 돌아옵니다. 파이썬의 if는 0을 어떻게 받아들이나요?",
)
def epoch_zero_is_nothing(validation_loss: Losses) -> int | None:
    return overfitting_epoch(validation_loss) or None


@misconception(
    "terms/first-epoch-skipped",
    title="never looks at the first epoch",
    why="The loop starts at 1, so that there is an epoch before.",
    en="A lowest loss at the very start is passed over. At which epoch does the search begin?",
    ko="맨 처음의 가장 낮은 손실을 지나칩니다. 찾기는 어느 에포크에서 시작하나요?",
)
def first_epoch_skipped(validation_loss: Losses) -> int | None:
    best = 1 + int(np.argmin(validation_loss[1:]))
    return None if best == len(validation_loss) - 1 else best


@misconception(
    "terms/last-valley",
    title="takes the last valley for the lowest",
    why="The latest low point seems to be the one that counts.",
    en="The answer is the last low point before a rise. Is there a lower one further to the left?",
    ko="마지막으로 낮아진 곳을 답했습니다. 그보다 왼쪽에 더 낮은 곳은 없나요?",
)
def last_valley(validation_loss: Losses) -> int | None:
    found = None
    for epoch in range(len(validation_loss) - 1):
        if validation_loss[epoch + 1] > validation_loss[epoch]:
            found = epoch if epoch == 0 or _falls(validation_loss, epoch) else found
    return found


@way("terms/last-valley")
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
