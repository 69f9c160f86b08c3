# Tries: answer a number where the judge builds or looks at a model, and models where it wants numbers.
# Rule: every reply is treated as forged; what is no model fails the check.
# Assignment: xor
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]
turn = iter(
    [0.5, None, wire.Listing([0.5, 0.5]), "model", wire.Items([wire.Reference(0)] * 2), wire.Type("x")]
    * 100
)
wire.pack = lambda value: next(turn)


def anything(*arguments):
    return 0.5


truth_table = build_model = train = predict = accuracy = anything
