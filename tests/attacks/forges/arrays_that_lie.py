# Tries: arrays whose shape, dtype and bytes contradict each other, or overflow in the judge.
# Rule: shape times item size is checked; an impossible array fails that check.
# Limits: short
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]

forged = iter(
    [
        ["float64", [0, 2**62], b""],
        ["float64", [2**62, 4], b""],
        ["float64", [-1], bytes(8)],
        ["float64", [2], bytes(8)],
        ["object", [1], bytes(8)],
        ["float64", [1] * 40, bytes(8)],
        ["bool", [2], b"\x02\xff"],
        ["O8", [1], bytes(8)],
        ["float16", [0] * 8, b""],
        ["float64", [2**31, 2**31, 0], b""],
    ]
    * 20
)


def answer(*arguments):
    dtype, shape, data = next(forged)
    child = sys._getframe(1)
    while "self" not in child.f_locals or not hasattr(child.f_locals["self"], "_number"):
        child = child.f_back
    number = child.f_locals["self"]._number
    array = wire.Array(dtype, tuple(shape), data)
    os.write(3, wire.encode(wire.Returned(number, array, [], [])))
    while True:
        if not os.read(3, 100):
            os._exit(0)


weighted_sums = sigmoid = output_errors = total_error = forward = answer
