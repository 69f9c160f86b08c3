# Tries: run at every call and return of the kit's functions, and raise there.
# Rule: an exception in the child fails this submission's checks and nobody else's.
import sys
import threading


def profile(frame, event, argument):
    if frame.f_code.co_name in ("encode", "pack", "to_value", "_write"):
        raise SystemExit(0)


def sigmoid(z):
    sys.setprofile(profile)
    threading.setprofile(profile)
    return 0


weighted_sums = sigmoid
