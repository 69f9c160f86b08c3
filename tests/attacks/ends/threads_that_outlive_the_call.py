# Tries: leave threads behind that go on writing, printing and changing answers after the return.
# Rule: a message that was not asked for fails the check; nothing is earned by it.
import os
import threading

answers = [0.0, 0.0]


def meddle():
    while True:
        try:
            os.write(3, b"\x00\x00\x00\x00")
            answers[0] += 1.0
        except OSError:
            return


def sigmoid(z):
    threading.Thread(target=meddle, daemon=True).start()
    return answers


weighted_sums = sigmoid
