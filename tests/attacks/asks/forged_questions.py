# Tries: ask for functions that were not given and for tasks that nobody stands in for.
# Rule: such a question ends the call.
# Assignment: update
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]
functions = iter([1, -1, 2**62, "step", "descend", "", "sigmoid", "__class__", "x" * 5000] * 50)


def forged(*arguments):
    child = sys._getframe(1)
    while "self" not in child.f_locals or not hasattr(child.f_locals["self"], "_number"):
        child = child.f_back
    number = child.f_locals["self"]._number
    os.write(3, wire.encode(wire.Asked(number, next(functions), [0.5, 0.5, 0.5])))
    length = int.from_bytes(os.read(3, 4), "big")
    body = os.read(3, length)
    answer = wire.decode_request(body)
    return wire.unpack(answer.value)


step = step_all = network_step = descend = error_history = forged
