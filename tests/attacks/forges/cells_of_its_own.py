# Tries: tell the judge of cells that are not there, backwards, and of a second lock-down.
# Rule: a message out of turn ends the loading.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]

messages = [wire.Cell(10**9), wire.Cell(-1), wire.Cell(0), wire.Locked(), wire.Locked("no")]
os.write(3, wire.encode(messages[os.getpid() % len(messages)]))


def sigmoid(z):
    return 0.5
