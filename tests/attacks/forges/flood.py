# Tries: flood the wire without a pause while the judge is about to ask.
# Rule: what was not asked for fails the check; nothing piles up in the judge.
# Limits: short
import os
import threading


def flood():
    block = bytes(1 << 20)
    while True:
        os.write(3, block)


threading.Thread(target=flood, daemon=True).start()


def sigmoid(z):
    return 0.5
