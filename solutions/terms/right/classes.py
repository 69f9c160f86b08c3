"""Instances of classes stand for the functions."""

from dataclasses import dataclass, field
from enum import Enum

import numpy as np


class Kind(str, Enum):
    LEARNT = "parameter"
    SET = "hyperparameter"


class Sorter:
    def __init__(self, learnt):
        self.learnt = learnt

    def __call__(self, name):
        return (Kind.LEARNT if name in self.learnt else Kind.SET).value


parameter_kind = Sorter({"weight", "bias", "weights of the output layer"})


class Splitter:
    def __call__(self, n, validation, test, seed):
        deck = np.random.RandomState(seed).permutation(n)
        counts = self.counts(n, validation, test)
        return tuple(deck[start:end] for start, end in zip(counts, counts[1:]))

    @staticmethod
    def counts(n, validation, test):
        training = n - round(n * validation) - round(n * test)
        return [0, training, training + round(n * validation), n]


split = Splitter()


@dataclass
class Watcher:
    patience: int
    losses: list = field(default_factory=list)

    def stops(self, loss):
        self.losses.append(loss)
        best = self.losses.index(min(self.losses))
        return len(self.losses) - 1 - best == self.patience


class EarlyStop:
    def __call__(self, validation_loss, patience):
        watcher = Watcher(patience)
        for epoch, loss in enumerate(validation_loss):
            if watcher.stops(loss):
                return epoch
        return epoch


early_stop = EarlyStop()
