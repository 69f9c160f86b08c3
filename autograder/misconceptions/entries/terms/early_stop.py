"""Misconceptions about `early_stop`."""

# ruff: noqa: ARG001 — a wrong function may ignore an argument; that is its mistake

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from autograder.misconceptions.catalogue import misconception, way

Losses = Sequence[float]


@misconception(
    "terms/best-epoch-for-stop",
    title="returns the best epoch instead of the one that stops",
    why="Early stopping keeps the best model, so the best epoch seems to be the answer.",
    en="The answer is the epoch with the best loss so far. Can training know at that moment "
    "that nothing better follows?",
    ko="그때까지 가장 좋은 에포크를 답했습니다. 그 순간에 더 좋아지지 않을 것을 알 수 있을까요?",
)
def best_epoch_for_stop(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return int(np.argmin(validation_loss[: stop + 1]))


@way("terms/best-epoch-for-stop")
def lowest_of_all_for_stop(validation_loss: Losses, patience: int) -> int:
    return int(np.argmin(validation_loss))


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


@misconception(
    "terms/one-epoch-too-patient",
    title="waits one epoch too long",
    why="`>` stands for `>=`, or the count is tested before it grows.",
    en="Training stops one epoch too late. How many epochs without a new minimum have passed "
    "by then?",
    ko="훈련이 한 에포크 늦게 멈춥니다. 그때까지 새 최솟값이 없었던 에포크가 몇 번인지 세어 "
    "보세요.",
)
def one_epoch_too_patient(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience + 1)


@way("terms/one-epoch-too-patient")
def number_of_epochs_trained(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience) + 1


@way("terms/one-epoch-too-patient")
def next_epoch_after_the_stop(validation_loss: Losses, patience: int) -> int:
    return min(_stop(validation_loss, patience) + 1, len(validation_loss) - 1)


@misconception(
    "terms/one-epoch-too-hasty",
    title="stops one epoch too early",
    why="The epoch of the minimum is counted as the first one of waiting.",
    en="Training stops one epoch too early. With which epoch does the waiting begin: the one "
    "of the minimum, or the next?",
    ko="훈련이 한 에포크 일찍 멈춥니다. 기다림은 최솟값이 나온 에포크부터 세나요, 그다음부터 "
    "세나요?",
)
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


@way("terms/one-epoch-too-hasty")
def stop_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop(validation_loss, patience)
    return stop - 1 if stop < len(validation_loss) - 1 else stop


@way("terms/one-epoch-too-hasty")
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


@misconception(
    "terms/count-not-reset",
    title="never sets the count back",
    why="All epochs without a new minimum are counted together.",
    en="All epochs without a new minimum are counted, wherever they lie. What should a new "
    "minimum do to the count?",
    ko="새 최솟값이 없던 에포크를 모두 더해 세고 있습니다. 새 최솟값이 나오면 이 수는 어떻게 "
    "되어야 하나요?",
)
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


@misconception(
    "terms/rises-in-a-row",
    title="compares with the epoch before",
    why="“No improvement” is read as “worse than the epoch before”.",
    en="Each loss is compared with the one before. With which loss should it be compared to be "
    "called a new minimum?",
    ko="각 손실을 바로 앞의 손실과 비교하고 있습니다. 새 최솟값인지 알려면 무엇과 비교해야 하나요?",
)
def rises_in_a_row(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[epoch - 1] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/equal-is-better",
    title="takes an equal loss for a new minimum",
    why="`<=` stands for `<`.",
    en="A loss that only equals the lowest starts the waiting anew. Is it a new minimum?",
    ko="가장 낮은 손실과 같기만 해도 기다림이 처음부터 다시 시작됩니다. 그것도 새 최솟값일까요?",
)
def equal_is_better(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, patience, equal=True)


@misconception(
    "terms/stop-counted-from-the-lowest",
    title="adds patience to the lowest epoch of all",
    why="The whole curve is at hand, so its lowest point is looked up first.",
    en="The answer counts from the lowest loss of the whole curve. Would training have come so "
    "far without an earlier stop?",
    ko="전체 곡선의 가장 낮은 곳부터 세어 답했습니다. 그보다 먼저 멈추지 않고 거기까지 갔을까요?",
)
def stop_counted_from_the_lowest(validation_loss: Losses, patience: int) -> int:
    best = int(np.argmin(validation_loss))
    return min(best + patience, len(validation_loss) - 1)


@misconception(
    "terms/end-is-nothing",
    title="returns no last epoch when nothing stops",
    why="The line after the loop is left out, or it names the number of epochs.",
    en="When training is never stopped, the last epoch is expected. What comes back after the "
    "loop, and which number has the last epoch?",
    ko="끝까지 멈추지 않으면 마지막 에포크가 답입니다. 반복문이 끝난 뒤 무엇이 돌아오고, "
    "마지막 에포크의 번호는 몇인가요?",
)
def end_is_none(validation_loss: Losses, patience: int) -> int | None:
    return _stop_if_any(validation_loss, patience)


@way("terms/end-is-nothing")
def end_is_length(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return len(validation_loss) if stop is None else stop


@way("terms/end-is-nothing")
def end_is_minus_one(validation_loss: Losses, patience: int) -> int:
    stop = _stop_if_any(validation_loss, patience)
    return -1 if stop is None else stop


@misconception(
    "terms/compares-with-the-first",
    title="compares with the first loss throughout",
    why="The lowest loss is set once and never updated.",
    en="Every loss is compared with the one of epoch 0. When should the lowest loss be replaced?",
    ko="모든 손실을 0번 에포크의 손실과 비교하고 있습니다. 가장 낮은 손실은 언제 바뀌어야 하나요?",
)
def compares_with_the_first(validation_loss: Losses, patience: int) -> int:
    waited = 0
    for epoch in range(1, len(validation_loss)):
        waited = 0 if validation_loss[epoch] < validation_loss[0] else waited + 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1


@misconception(
    "terms/stops-at-patience",
    title="stops after `patience` epochs from the start",
    why="Patience is taken for a number of epochs to train.",
    en="Training stops after a fixed number of epochs. What does patience count: all epochs, "
    "or those of a certain kind?",
    ko="정해진 에포크 수가 지나면 멈춥니다. 인내 횟수는 모든 에포크를 세나요, 어떤 에포크만 "
    "세나요?",
)
def stops_at_patience(validation_loss: Losses, patience: int) -> int:
    return min(patience, len(validation_loss) - 1)


@misconception(
    "terms/loop-left-at-once",
    title="returns in the first round of the loop",
    why="The last `return` is indented as deep as the loop's body.",
    en="The first round of the loop already gives the answer. How many epochs are looked at "
    "before a `return` is reached?",
    ko="반복문의 첫 바퀴에서 이미 답이 나옵니다. return에 이르기 전에 에포크를 몇 개나 살펴보나요?",
)
def always_the_last_epoch(validation_loss: Losses, patience: int) -> int:
    return len(validation_loss) - 1


@way("terms/loop-left-at-once")
def always_the_first_epoch(validation_loss: Losses, patience: int) -> int:
    return 0


@misconception(
    "terms/patience-ignored",
    title="stops at the first epoch without a new minimum",
    why="One worse epoch is taken as the sign to stop.",
    en="Training stops at the first loss that is not lower. What is patience for?",
    ko="낮아지지 않은 첫 손실에서 멈춥니다. 인내 횟수(patience)는 무엇을 위한 것인가요?",
)
def patience_ignored(validation_loss: Losses, patience: int) -> int:
    return _stop(validation_loss, 1)
