"""Replays that are remembered: every student's checks train the same models on the same tables."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import numpy as np

from autograder.hints.replay import replay
from autograder.values.plain import Model, Tensor
from autograder.values.trace import Step

MOST: Final = 20_000  # replays, each counted for every step

Key = tuple[Any, ...]


class Memory:
    """Replays functions; one with models is done once, and only as far as somebody looks."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, _Lazily] = OrderedDict()

    def replay(
        self, function: Callable[..., Any], task: str, steps: Sequence[Step]
    ) -> Iterator[Step]:
        """The steps as `replay` does them."""
        if not any(isinstance(step.value, Model) for step in steps):
            return replay(function, task, steps)
        prints = fingerprint(steps)
        key = (function, prints)
        if key not in self._kept:
            self._keep(function, prints, _Lazily(replay(function, task, list(steps))))
        self._kept.move_to_end(key)
        return islice(self._kept[key].read(), len(steps))

    def _keep(self, function: Callable[..., Any], prints: Key, lazily: _Lazily) -> None:
        """Keep it for these steps and for whatever check ends earlier."""
        for end in range(1, len(prints) + 1):
            self._kept.setdefault((function, prints[:end]), lazily)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)


class _Lazily:
    """An iterator that can be read again."""

    def __init__(self, source: Iterator[Step]) -> None:
        self._source = source
        self._read: list[Step] = []

    def read(self) -> Iterator[Step]:
        position = 0
        while True:
            if position == len(self._read):
                try:
                    self._read.append(next(self._source))
                except StopIteration:
                    return
            yield self._read[position]
            position += 1


def fingerprint(steps: Sequence[Step]) -> Key:
    """What a replay depends on: verbs and arguments, models by the order of their making."""
    order: dict[int, int] = {}
    return tuple(_print_step(step, order) for step in steps)


def _print_step(step: Step, order: dict[int, int]) -> object:
    arguments = tuple(_print(argument, order) for argument in step.arguments)
    made = isinstance(step.value, Model) and _print(step.value, order)
    return step.verb, arguments, made


def _print(argument: object, order: dict[int, int]) -> object:
    if isinstance(argument, Model):
        return "model", order.setdefault(argument.reference, len(order))
    if isinstance(argument, Tensor):
        argument = argument.array
    if isinstance(argument, np.ndarray):
        return argument.dtype.str, argument.shape, argument.tobytes()
    if isinstance(argument, (list, tuple)):
        return tuple(_print(each, order) for each in argument)
    return argument if isinstance(argument, (bool, int, float, str)) else id(argument)
