# Tries: print from a thread, and forge notes of cells, once hidden inputs are known.
# Rule: from the first hidden check on nothing that student code can shape reaches the feedback.
# Secrets: two
import os
import sys
import threading

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
wire = frame.f_globals["wire"]
inputs = []
known = threading.Event()


def later():
    known.wait()
    while True:
        os.write(1, repr(inputs).encode())
        threading.Event().wait(0.001)


threading.Thread(target=later, daemon=True).start()


def sigmoid(z):
    inputs.append(z)
    if len(inputs) > 8:  # the visible checks ask fewer times
        known.set()
    return 0.5


def weighted_sums(W, x):
    inputs.append((W, x))
    if len(inputs) > 8:
        known.set()
        note = wire.CellNote("stopped", 0, repr(inputs)[:300])
        os.write(3, wire.encode(wire.Loaded([note])))
    return 0.5
