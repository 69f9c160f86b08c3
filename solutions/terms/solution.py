"""Section 5.1, terms of machine learning: kinds, data splits, model choice, overfitting."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


def parameter_kind(name: str) -> str:
    """Training finds a parameter; the user sets a hyperparameter. (5.1)"""
    learnt = ("weight", "bias", "weights of the output layer")
    return "parameter" if name in learnt else "hyperparameter"


def learning_kind(example: str) -> str:
    """Supervised: answers; unsupervised: data alone; reinforcement: rewards. (5.1)"""
    kinds = {
        "spam filter from labelled mails": "supervised",
        "house price from past sales": "supervised",
        "handwritten digits with their labels": "supervised",
        "XOR from its truth table": "supervised",
        "grouping customers without labels": "unsupervised",
        "reducing 100 features to 2": "unsupervised",
        "finding topics in unlabelled news": "unsupervised",
        "learning to play a game for points": "reinforcement",
        "a robot rewarded for walking": "reinforcement",
    }
    return kinds[example]


def split(n: int, validation: float, test: float, seed: int) -> tuple[Indices, Indices, Indices]:
    """Shuffle 0 … n−1 once, then cut: training, validation and test indices. (5.1)"""
    deck = np.random.default_rng(seed).permutation(n)
    end_validation = round(n * validation)
    end_test = end_validation + round(n * test)
    return deck[end_test:], deck[:end_validation], deck[end_validation:end_test]


def select(validation_errors: Sequence[float], test_errors: Sequence[float]) -> tuple[int, float]:
    """Choose the first lowest validation error; judge by that model's test error. (5.1)"""
    best = int(np.argmin(validation_errors))
    return best, test_errors[best]


def overfitting_epoch(validation_loss: Sequence[float]) -> int | None:
    """The epoch of the lowest loss; None if the loss falls to the very end. (5.1)"""
    best = int(np.argmin(validation_loss))
    last = len(validation_loss) - 1
    return None if best == last else best


def early_stop(validation_loss: Sequence[float], patience: int) -> int:
    """The epoch that makes it `patience` in a row without a new strict minimum. (5.1)"""
    lowest = np.inf
    waited = 0
    for epoch, loss in enumerate(validation_loss):
        if loss < lowest:
            lowest = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(validation_loss) - 1
