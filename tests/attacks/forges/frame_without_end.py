# Tries: frames of four gigabytes, of no length, and headers without a body.
# Rule: a frame's length is capped before a byte of it is kept.
import os
import struct

lengths = iter([2**32 - 1, 2**31, 1024 * 1024 + 1, 0] * 50)


def sigmoid(z):
    os.write(3, struct.pack(">I", next(lengths)) + bytes(1000))
    return 0.5


weighted_sums = output_errors = total_error = sigmoid
