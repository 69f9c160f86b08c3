# Tries: bytes that are no message: text, random bytes, MessagePack of other things.
# Rule: a malformed message fails that check with a clear reason and never raises out of the judge.
import os
import random
import struct

import numpy as np

bodies = iter(
    [b"\xc1", b"passed", b"\xdf\xff\xff\xff\xff", b"\x91" * 100_000, b"\xc7\xff\x01" + bytes(255)]
    + [random.randbytes(100) for _ in range(200)]
)


def sigmoid(z):
    body = next(bodies)
    os.write(3, struct.pack(">I", len(body)) + body)
    while True:
        os.read(3, 1)


weighted_sums = output_errors = total_error = sigmoid
