# Tries: let threads and stand-ins print, and forge notes, once hidden inputs are known.
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


def later():
    while True:
        threading.Event().wait(0.001)
        if len(inputs) > 6:
            os.write(1, repr(inputs).encode())
            note = wire.CellNote("stopped", 0, repr(inputs)[:300])
            os.write(3, wire.encode(wire.Loaded([note])))
            return


threading.Thread(target=later, daemon=True).start()


def sigmoid(z):
    inputs.append(z)
    return 0.5


def weighted_sums(W, x):
    inputs.append(W)
    return 0.5
