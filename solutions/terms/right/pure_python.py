"""Nothing but Python's own."""

import random


def parameter_kind(name):
    if name == "weight" or name == "bias" or name == "weights of the output layer":
        return "parameter"
    return "hyperparameter"


def learning_kind(example):
    if "playing" in example or "learning to play" in example or "rewarded" in example:
        return "reinforcement"
    if "without labels" in example or "unlabelled" in example or "reducing" in example:
        return "unsupervised"
    return "supervised"


def split(n, validation, test, seed):
    deck = list(range(n))
    random.Random(seed).shuffle(deck)
    n_validation, n_test = round(n * validation), round(n * test)
    return (
        deck[n_validation + n_test :],
        deck[:n_validation],
        deck[n_validation : n_validation + n_test],
    )


def select(validation_errors, test_errors):
    best = 0
    for i in range(len(validation_errors)):
        if validation_errors[i] < validation_errors[best]:
            best = i
    return best, test_errors[best]


def overfitting_epoch(validation_loss):
    best, _lowest = select(validation_loss, validation_loss)
    if best == len(validation_loss) - 1:
        return None
    return best


def early_stop(validation_loss, patience):
    for epoch in range(len(validation_loss)):
        best = validation_loss.index(min(validation_loss[: epoch + 1]))
        if epoch - best >= patience:
            return epoch
    return len(validation_loss) - 1
