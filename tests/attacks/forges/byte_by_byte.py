# Tries: answer one byte at a time, with pauses, to hold the judge for longer than a call may take.
# Rule: the clock of a call runs over all of its answer.
# Limits: short
import os
import threading
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]

write, wait = os.write, threading.Event().wait


def slowly(descriptor, data):
    if descriptor != 3 or len(data) < 30:
        return write(descriptor, data)
    for value in bytes(data):
        write(descriptor, bytes([value]))
        wait(0.05)
    return len(data)


def sigmoid(z):
    os.write = slowly
    return [0.5] * 300
