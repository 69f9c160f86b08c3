# Tries: use just less than a call's time in every call, then crash.
# Rule: one clock bounds everything that a submission may cost.
# Limits: short
import os
from threading import Event


def slow(*arguments):
    Event().wait(0.45)
    os._exit(0)


weighted_sums = sigmoid = forward = output_errors = total_error = slow
