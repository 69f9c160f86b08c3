"""NumPy wherever it fits: old random state, arrays of names, running minima."""

import numpy as np

LEARNT = np.array(["weight", "bias", "weights of the output layer"])
EXAMPLES = np.array([
    ["spam filter from labelled mails", "supervised"],
    ["house price from past sales", "supervised"],
    ["handwritten digits with their labels", "supervised"],
    ["XOR from its truth table", "supervised"],
    ["grouping customers without labels", "unsupervised"],
    ["reducing 100 features to 2", "unsupervised"],
    ["finding topics in unlabelled news", "unsupervised"],
    ["learning to play a game for points", "reinforcement"],
    ["a robot rewarded for walking", "reinforcement"],
])  # fmt: skip


def parameter_kind(name):
    return np.where(np.isin(name, LEARNT), "parameter", "hyperparameter")[()]


def learning_kind(example):
    return EXAMPLES[EXAMPLES[:, 0] == example, 1][0]


def split(n, validation, test, seed):
    np.random.seed(seed)
    deck = np.arange(n)
    np.random.shuffle(deck)
    sizes = np.rint([n * validation, n * test]).astype(int)
    validation_part, test_part, training = np.split(deck, np.cumsum(sizes))
    return training, validation_part, test_part


def select(validation_errors, test_errors):
    best = np.argmin(np.array(validation_errors))
    return best, np.array(test_errors)[best]


def overfitting_epoch(validation_loss):
    loss = np.asarray(validation_loss)
    (falls,) = np.nonzero(loss == loss.min())
    return None if falls[0] == loss.size - 1 else falls[0]


def early_stop(validation_loss, patience):
    loss = np.asarray(validation_loss)
    before = np.minimum.accumulate(np.insert(loss, 0, np.inf))[:-1]
    epochs = np.arange(loss.size)
    newest = np.maximum.accumulate(np.where(loss < before, epochs, 0))
    stops = epochs[epochs - newest == patience]
    return stops[0] if stops.size else loss.size - 1
