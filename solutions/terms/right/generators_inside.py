"""Generators, next, itertools."""

import itertools
import random


def parameter_kind(name):
    learnt = (known for known in ("weight", "bias", "weights of the output layer"))
    return "parameter" if any(name == known for known in learnt) else "hyperparameter"


def split(n, validation, test, seed):
    deck = iter(random.Random(seed).sample(range(n), n))
    first = tuple(itertools.islice(deck, round(n * validation)))
    second = tuple(itertools.islice(deck, round(n * test)))
    return tuple(deck), first, second


def select(validation_errors, test_errors):
    lowest = min(validation_errors)
    return next(
        (i, t) for i, (v, t) in enumerate(zip(validation_errors, test_errors)) if v == lowest
    )


def overfitting_epoch(validation_loss):
    lowest = min(validation_loss)
    return next((e for e, loss in enumerate(validation_loss[:-1]) if loss == lowest), None)


def _waiting(losses):
    lowest, waited = None, 0
    for loss in losses:
        if lowest is None or loss < lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
        yield waited


def early_stop(validation_loss, patience):
    waiting = enumerate(_waiting(validation_loss))
    return next((e for e, waited in waiting if waited == patience), len(validation_loss) - 1)
