# Tries: answers with the number of another question, of none, or of a type that is no number.
# Rule: a message out of turn fails the check.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]

turn = iter([0, -1, 2**63 - 1, 7, 1] * 100)
original = wire.encode


def encode(message):
    if hasattr(message, "number"):
        message = wire.Returned(next(turn), 0.5, [], [])
    return original(message)


wire.encode = encode


def sigmoid(z):
    return 0.5


weighted_sums = output_errors = total_error = sigmoid
