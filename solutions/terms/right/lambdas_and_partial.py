"""One expression each, and functions made of functions."""

import functools
import operator
import random

parameter_kind = lambda name: (  # noqa: E731
    "parameter" if name.startswith(("weight", "bias")) else "hyperparameter"
)


def _lookup(table, key):
    return table[key]


learning_kind = functools.partial(
    _lookup,
    {
        "spam filter from labelled mails": "supervised",
        "house price from past sales": "supervised",
        "handwritten digits with their labels": "supervised",
        "XOR from its truth table": "supervised",
        "grouping customers without labels": "unsupervised",
        "reducing 100 features to 2": "unsupervised",
        "finding topics in unlabelled news": "unsupervised",
        "learning to play a game for points": "reinforcement",
        "a robot rewarded for walking": "reinforcement",
    },
)


def split(n, validation, test, seed):
    dice = random.Random(seed)
    deck = sorted(range(n), key=lambda _: dice.random())
    a, b = round(n * validation), round(n * validation) + round(n * test)
    return sorted(deck[b:]), sorted(deck[:a]), sorted(deck[a:b])


select = lambda v, t: (v.index(min(v)), operator.itemgetter(v.index(min(v)))(t))  # noqa: E731
overfitting_epoch = lambda loss: (  # noqa: E731
    [*range(len(loss) - 1), None][min(range(len(loss)), key=loss.__getitem__)]
)
