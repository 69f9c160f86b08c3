"""Every loop a recursion."""

import random


def split(n, validation, test, seed):
    dice = random.Random(seed)

    def drawn(left, taken):
        if not left:
            return taken
        place = dice.randrange(len(left))
        return drawn(left[:place] + left[place + 1 :], [*taken, left[place]])

    deck = drawn(list(range(n)), [])
    first = round(n * validation)
    second = first + round(n * test)
    return deck[second:], deck[:first], deck[first:second]


def select(validation_errors, test_errors):
    def best(index, lowest):
        if index == len(validation_errors):
            return lowest
        return best(
            index + 1, index if validation_errors[index] < validation_errors[lowest] else lowest
        )

    chosen = best(1, 0)
    return chosen, test_errors[chosen]


def overfitting_epoch(validation_loss):
    def lowest(losses):
        if len(losses) == 1:
            return 0
        rest = 1 + lowest(losses[1:])
        return 0 if losses[0] <= losses[rest] else rest

    best = lowest(validation_loss)
    return None if best == len(validation_loss) - 1 else best


def early_stop(validation_loss, patience, epoch=0, lowest=float("inf"), waited=0):
    if epoch == len(validation_loss):
        return epoch - 1
    loss = validation_loss[epoch]
    waited = 0 if loss < lowest else waited + 1
    if waited == patience:
        return epoch
    return early_stop(validation_loss, patience, epoch + 1, min(loss, lowest), waited)
