# Tries: name another cell as the one that hangs, so that the honest ones are left out in turn.
# Rule: a notebook hurts only itself; loading is tried three more times at most.
# Limits: short
# %%
x = 1
# %%
import os
import sys

frame = sys._getframe()
while "wire" not in frame.f_globals:  # the kit, in the frames below this cell
    frame = frame.f_back
wire = frame.f_globals["wire"]

os.write(3, wire.encode(wire.Cell(3)))
while True:
    pass
# %%
y = 1
# %%
def sigmoid(z):
    return 0.5
