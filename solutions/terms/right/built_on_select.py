"""The later tasks ask `select`: where is the lowest loss so far?"""

import numpy as np


def select(validation_errors, test_errors):
    index = int(np.argmin(validation_errors))
    return index, test_errors[index]


def overfitting_epoch(validation_loss):
    best, _ = select(validation_loss, validation_loss)
    return best if best < len(validation_loss) - 1 else None


def early_stop(validation_loss, patience):
    for epoch in range(len(validation_loss)):
        losses = validation_loss[: epoch + 1]
        best, _ = select(losses, losses)
        if epoch - best >= patience:
            return epoch
    return len(validation_loss) - 1
