# Tries: answer with what a check reports instead of what a function returns.
# Rule: an answer is data; there is no message for an outcome.
import os
import struct
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]


def answer(*arguments):
    child = sys._getframe(1)
    while "self" not in child.f_locals or not hasattr(child.f_locals["self"], "_number"):
        child = child.f_back
    number = child.f_locals["self"]._number
    for body in (
        ["passed", number], ["returned", number, True, [], []], ["outcome", number, "passed"],
        ["returned", number, {"earned": 100}, [], []],
    ):
        import msgspec

        data = msgspec.msgpack.encode(body)
        os.write(3, struct.pack(">I", len(data)) + data)
    return True


weighted_sums = sigmoid = forward = output_errors = total_error = answer
