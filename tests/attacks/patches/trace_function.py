# Tries: watch and change the kit's own frames while it handles the answer.
# Rule: nothing that the child does with an answer decides about it.
import sys
import threading


def trace(frame, event, argument):
    for name in ("value", "changed", "warned", "outcome", "expected", "want", "close_to"):
        if name in frame.f_locals:
            print(frame.f_code.co_filename, name) if "hidden" in frame.f_code.co_filename else None
            frame.f_locals[name] = True
    return trace


sys.settrace(trace)
threading.settrace(trace)
frame = sys._getframe()
while frame is not None:
    frame.f_trace = trace
    frame = frame.f_back


def sigmoid(z):
    return 0


weighted_sums = sigmoid
