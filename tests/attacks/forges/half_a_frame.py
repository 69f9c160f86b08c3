# Tries: begin a frame and never end it, so that the judge waits for ever.
# Rule: the judge's own clock ends every call.
# Limits: short
import os
import struct


def sigmoid(z):
    os.write(3, struct.pack(">I", 1000) + b"\x95")
    while True:
        pass


def weighted_sums(W, x):
    os.write(3, b"\0")
    os._exit(0)
