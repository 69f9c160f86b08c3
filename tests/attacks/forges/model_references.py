# Tries: references to models that do not exist, in the place of numbers and of models.
# Rule: a reference is no number; one that leads nowhere fails the check.
# Assignment: xor
import sys

import torch

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]
references = iter([0, 1, -1, 10**9, 2**62] * 100)
wire.pack = lambda value: wire.Reference(next(references))


def anything(*arguments):
    return 0.5


truth_table = build_model = train = predict = accuracy = anything
