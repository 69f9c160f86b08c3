# Tries: crash in the first call and hang in the process that is loaded afterwards.
# Rule: loading again has limits of its own; grading ends in time.
# Limits: short
import os

if os.getpid() % 2:
    while True:
        pass


def sigmoid(z):
    os._exit(3)


weighted_sums = sigmoid
