"""While loops, assignment expressions, an early way out."""

import numpy as np


def split(n, validation, test, seed):
    rng = np.random.default_rng(seed)
    left = list(range(n))
    parts = []
    for size in ((a := round(n * validation)), (b := round(n * test)), n - a - b):
        part = []
        while len(part) < size:
            part.append(left.pop(int(rng.integers(len(left)))))
        parts.append(np.array(part, dtype=np.int32))
    return parts[2], parts[0], parts[1]


def select(validation_errors, test_errors):
    i = best = 0
    while (i := i + 1) < len(validation_errors):
        if validation_errors[i] < validation_errors[best]:
            best = i
    return [best, test_errors[best]]


def overfitting_epoch(validation_loss):
    epoch = len(validation_loss) - 1
    while (lowest := min(validation_loss)) != validation_loss[epoch]:
        epoch -= 1
    return epoch if lowest < validation_loss[-1] else None


def early_stop(validation_loss, patience):
    epoch, waited, lowest = 0, 0, validation_loss[0]
    while epoch + 1 < len(validation_loss) and waited < patience:
        epoch += 1
        if (loss := validation_loss[epoch]) < lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
    return epoch
