# Tries: end the loading itself, with notes about cells that are not there.
# Rule: a note has one of the known codes, a cell of the notebook, and a short text.
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]
notes = [("syntax", -5, "{cell.__class__} {0}"), ("stopped", 2**62, "x")]
os.write(3, wire.encode(wire.Loaded([wire.CellNote(*note) for note in notes])))


def sigmoid(z):
    return 0.5
