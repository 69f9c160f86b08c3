"""The picture of `terms`, drawn with the student's own functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import matplotlib.pyplot as plt

from autograder.selfcheck import say
from autograder.selfcheck.pictures import BLUE, GREY, VERMILION, drawn, style

Losses = Sequence[float]
PATIENCES = (20, 3, 2, 1)


@drawn
def splits_and_stops(
    split: Callable[..., Any],
    overfitting_epoch: Callable[..., Any],
    early_stop: Callable[..., Any],
    training_loss: Losses,
    validation_loss: Losses,
) -> None:
    """Above, 40 indices split with three seeds; below, both losses and where training stops."""
    style()
    _, (above, below) = plt.subplots(2, 1, figsize=(7.2, 5.0), height_ratios=[1, 2.6])
    _draw_splits(above, split)
    _draw_losses(below, training_loss, validation_loss)
    _draw_stops(below, early_stop, validation_loss)
    _draw_lowest(below, overfitting_epoch(validation_loss), validation_loss)
    curves = [
        say(ko="훈련 손실", en="training loss", picture=True),
        say(ko="검증 손실", en="validation loss", picture=True),
        say(ko="조기 종료 (수: 인내 횟수)", en="early stop (number: patience)", picture=True),
    ]
    below.legend(below.lines[:3], curves, loc="upper center", markerscale=0.7)
    plt.show()


def _draw_splits(axes: Any, split: Callable[..., Any]) -> None:
    looks = [("s", "#bbbbbb"), ("o", BLUE), ("^", VERMILION)]
    seeds = (1, 2, 3)
    for row, seed in enumerate(seeds):
        for part, (marker, fill) in zip(split(40, 0.2, 0.2, seed), looks, strict=True):
            axes.plot(part, [row] * len(part), marker, mfc=fill, mec="black", mew=0.5)
    label = say(ko="시드", en="seed", picture=True)
    axes.set_yticks(range(len(seeds)), [f"{label} {seed}" for seed in seeds])
    axes.set(ylim=(2.6, -0.6), xlim=(-1, 40))
    axes.set_xlabel(say(ko="데이터의 번호", en="index of the example", picture=True))
    parts = [
        say(ko="훈련", en="training", picture=True),
        say(ko="검증", en="validation", picture=True),
        say(ko="테스트", en="test", picture=True),
    ]
    axes.legend(axes.lines[:3], parts, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1))


def _draw_losses(axes: Any, training_loss: Losses, validation_loss: Losses) -> None:
    axes.plot(training_loss, "--o", ms=4, color=GREY)
    axes.plot(validation_loss, "-o", ms=5, lw=2, color=BLUE)
    axes.set(ylim=(0, 0.72), xlim=(-0.4, len(validation_loss) - 0.5))
    axes.set_xlabel(say(ko="에포크 (0부터 셈)", en="epoch (counted from 0)", picture=True))
    axes.set_ylabel(say(ko="손실", en="loss", picture=True))


def _draw_stops(axes: Any, early_stop: Callable[..., Any], validation_loss: Losses) -> None:
    for patience in PATIENCES:
        stop = early_stop(validation_loss, patience)
        place = (stop, validation_loss[stop])
        axes.plot(*place, "o", ms=17, mfc="white", mec="black")
        axes.annotate(str(patience), place, ha="center", va="center_baseline")


def _draw_lowest(axes: Any, best: int | None, validation_loss: Losses) -> None:
    if best is None:
        return
    last = len(validation_loss) - 1
    axes.axvspan(best, last, color=VERMILION, alpha=0.1, lw=0)
    lowest = say(ko=f"손실이 가장 낮은 에포크: {best}", en=f"lowest at epoch {best}", picture=True)
    arrow = {"arrowstyle": "->", "shrinkB": 5}
    axes.annotate(lowest, (best, validation_loss[best]), (0.4, 0.1), arrowprops=arrow)
    higher = say(ko="이 뒤의 손실은 모두 더 높음", en="later losses are all higher", picture=True)
    axes.text(last - 0.2, 0.18, higher, ha="right")
