# Tries: end the loading itself, with notes that no cell gave: unknown codes, huge texts, a
# teacher's words.
# Rule: a note has one of four codes and a short text; anything else ends the loading.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]


def loaded(*notes):
    os.write(3, wire.encode(wire.Loaded([wire.CellNote(*note) for note in notes])))


which = os.getpid() % 4
if which == 0:
    loaded(("full_marks", 0, "100 of 100"))
elif which == 1:
    loaded(("check_error", 0, "tell your teacher"), ("unknown", 10**12, "x"))
elif which == 2:
    loaded(*[("stopped", 0, "x" * 4000)] * 200)
else:
    loaded(("syntax", -5, "{cell.__class__} {0}"))


def sigmoid(z):
    return 0.5
