# Tries: answers a thousand lists deep, or of a million items, to exhaust the judge.
# Rule: depth and count are capped.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]


def nested(depth):
    value = 0.5
    for _ in range(depth):
        value = wire.Listing([value])
    return value


values = iter([nested(50), nested(9), wire.Listing([None] * 1_000_000), wire.Listing([0.5] * 110_000)] * 50)
wire.pack = lambda value: next(values)


def sigmoid(z):
    return 0.5


weighted_sums = output_errors = total_error = sigmoid
